// The picture of the map: points on a canvas, names and rings above it, and which point is meant.
const MAP_WIDTH = 1000;
const MAP_EDGE = 26;
const SHARPNESS = 1.6;
const REACH = 40;

/** Return the places of points on the sheet, the size of a point and the height of the sheet. */
function mapSheet(points) {
  const scale = (MAP_WIDTH - 2 * MAP_EDGE) / 1000;
  const at = points.map(([, , , x, y]) => [MAP_EDGE + x * scale, MAP_EDGE + y * scale]);
  const n = points.length;
  const r = [[60, 10], [300, 8], [1000, 6.5], [2500, 5]].find(([most]) => n <= most)?.[1] ?? 3.6;
  return { at, r, height: Math.max(300, 2 * MAP_EDGE + scale * Math.max(0, ...points.map((point) => point[4]))) };
}

function paintMap(canvas, view, sheet, only) {
  const brush = canvas.getContext("2d");
  const style = getComputedStyle(document.documentElement);
  const marks = view.themes.map((theme) => theme.mark);
  const brushes = new Map();
  const look = (theme) => {
    const number = theme < 0 ? -1 : marks[theme];
    if (!brushes.has(number)) brushes.set(number, [new Path2D(themeShape(number)), style.getPropertyValue(`--os-g${themeColour(number)}`)]);
    return brushes.get(number);
  };
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.clearRect(0, 0, canvas.width, canvas.height);
  view.points.forEach((point, number) => {
    const [shape, colour] = look(point[5]);
    const [x, y] = sheet.at[number];
    const size = (point[5] < 0 || marks[point[5]] < 0 ? 0.7 : 1) * sheet.r * SHARPNESS;
    brush.fillStyle = colour;
    brush.globalAlpha = only < 0 || point[5] === only ? 0.9 : 0.15;
    brush.setTransform(size, 0, 0, size, x * SHARPNESS, y * SHARPNESS);
    brush.fill(shape);
  });
}

/** Names of themes in the middle of their notes; one that would cover a larger theme's is left to the list. */
function mapNames(view, sheet, only) {
  const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const taken = [];
  return view.themes.map((theme, number) => {
    const own = view.points.flatMap((point, at) => (point[5] === number ? [sheet.at[at]] : []));
    if (theme.is_rest || !own.length || (only >= 0 && number !== only)) return null;
    const half = theme.label.length * 7.2;
    const x = Math.min(MAP_WIDTH - half, Math.max(half, middle(own.map(([across]) => across))));
    const y = middle(own.map(([, down]) => down));
    if (taken.some(([left, top, wide]) => Math.abs(left - x) < wide + half && Math.abs(top - y) < 30)) return null;
    taken.push([x, y, half]);
    const text = s("text", { class: "os-maplabel", x, y });
    text.textContent = theme.label;
    return text;
  }).filter(Boolean);
}

/** The point nearest to a place on the sheet, and no farther than a fingertip; -1 when there is none. */
function pointAt(sheet, [x, y], reach = REACH) {
  let [best, nearest] = [reach, -1];
  sheet.at.forEach(([across, down], number) => {
    const away = Math.hypot(across - x, down - y);
    if (away < best) [best, nearest] = [away, number];
  });
  return nearest;
}

/** The next point in a direction: near, and not too far aside. */
function pointTowards(sheet, from, [right, down]) {
  const [x0, y0] = sheet.at[from];
  let [best, found] = [Infinity, from];
  sheet.at.forEach(([x, y], number) => {
    const [dx, dy] = [x - x0, y - y0];
    const along = dx * right + dy * down;
    const aside = Math.abs(dx * down) + Math.abs(dy * right);
    if (number === from || along <= 0 || aside > along * 1.5) return;
    if (along + 2 * aside < best) [best, found] = [along + 2 * aside, number];
  });
  return found;
}
