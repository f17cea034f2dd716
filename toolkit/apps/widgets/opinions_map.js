// The map of opinion groups: every group has its own colour and its own shape.
// Shapes have a radius of about one; the same outlines are drawn as SVG and on a canvas.
const SHAPES = [
  "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z",
  "M-.9 -.9H.9V.9H-.9Z",
  "M0 -1.2L1.15 .85H-1.15Z",
  "M0 -1.3L1.3 0L0 1.3L-1.3 0Z",
  "M-1.1 -.65L-.65 -1.1L0 -.45L.65 -1.1L1.1 -.65L.45 0L1.1 .65L.65 1.1L0 .45L-.65 1.1L-1.1 .65L-.45 0Z",
];
const SHEET = 1000;
const MOST_ELEMENTS = 2000;

const colourOf = (number) => (number < 0 ? "none" : String(number % SHAPES.length));
const shapeOf = (number) => SHAPES[Math.max(0, number) % SHAPES.length];

function mark(number, x, y, r) {
  return s("path", { d: shapeOf(number), transform: `translate(${x} ${y}) scale(${r})` });
}

/** The sign of a group, to stand before its name. */
function sign(number) {
  return s("svg", { class: `os-sign os-g${colourOf(number)}`, viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, mark(number, 8, 8, 6));
}

function radius(n) {
  return [[60, 11], [300, 9], [1000, 7], [MOST_ELEMENTS, 6]].find(([most]) => n <= most)?.[1] ?? 4.5;
}

/** Thousands of people as one picture: as elements they would make the page slow. */
function paint(layers, height, r) {
  const scale = 1.6;
  const canvas = h("canvas", { className: "os-points", width: SHEET * scale, height: height * scale, "aria-hidden": "true" });
  const brush = canvas.getContext("2d");
  const style = getComputedStyle(document.documentElement);
  layers.forEach((layer) => {
    const shape = new Path2D(shapeOf(layer.number));
    brush.fillStyle = style.getPropertyValue(`--os-g${colourOf(layer.number)}`);
    brush.globalAlpha = 0.55;
    layer.points.forEach(([x, y]) => {
      brush.setTransform(r * scale, 0, 0, r * scale, x * scale, y * scale);
      brush.fill(shape);
    });
  });
  return canvas;
}

function outline(layer) {
  const corners = layer.hull.map((point) => point.join(" ")).join("L");
  return s("path", { class: `os-hull os-g${colourOf(layer.number)}`, d: `M${corners}Z`, "vector-effect": "non-scaling-stroke" });
}

function letter(layer) {
  const [x, y] = layer.centre;
  const text = s("text", { class: "os-letter", x, y });
  text.textContent = layer.letter;
  return text;
}

/** The area of a group as a button: it leads to the card that tells about the group. */
function area(ctx, layer) {
  const group = ctx.view.groups.find((one) => one.id === layer.letter);
  const go = () => {
    const heading = ctx.root.querySelector(`#ryhma-${group.id}`);
    heading.scrollIntoView({ block: "nearest" });
    heading.focus({ preventScroll: true });
  };
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const node = s("g", { class: "os-area", role: "button", tabindex: 0, "data-key": `area-${group.id}`, "aria-label": `${group.title}: ${group.count}` }, outline(layer), letter(layer));
  node.addEventListener("click", go);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      go();
    } else if (event.key in step) {
      event.preventDefault();
      const areas = [...node.parentNode.querySelectorAll(".os-area")];
      areas[(areas.indexOf(node) + step[event.key] + areas.length) % areas.length].focus();
    }
  });
  return node;
}

/** Names are changed where they are seen. */
function nameButton(ctx, group, where) {
  const { t } = ctx;
  const label = group.name ? t.rename : t.give_name;
  const key = `rename-${where}-${group.id}`;
  const rename = async () => {
    ctx.typed.delete("rename");
    await ask(ctx, group.title, field(ctx, "rename", fill(t.group_name, { letter: group.id }), { value: group.name, maxLength: 80 }),
      [{ value: "save", label: t.save, kind: "os-primary" }],
      () => ctx.decide("name_group", { group_id: group.id, name: ctx.typed.get("rename") ?? group.name }));
    ctx.root.querySelector(`[data-key="${key}"]`)?.focus();
  };
  return button(label, rename, { key, kind: "os-quiet", "aria-label": `${label}: ${group.title}` });
}

function drawMap(ctx) {
  const { t, view } = ctx;
  const { layers, height } = view.map;
  const n = layers.reduce((sum, layer) => sum + layer.points.length, 0);
  if (!n) return null;
  const r = radius(n);
  const words = view.groups.map((group) => `${group.title}: ${group.count}`).join(", ");
  const outlined = layers.filter((layer) => layer.hull.length);
  const svg = s("svg", { viewBox: `0 0 ${SHEET} ${height}`, role: outlined.length ? "group" : "img", "aria-label": `${t.map_label} ${words}` });
  if (n <= MOST_ELEMENTS) {
    svg.append(...layers.map((layer) => s("g", { class: `os-marks os-g${colourOf(layer.number)}` },
      ...layer.points.map(([x, y]) => mark(layer.number, x, y, r)))));
  }
  svg.append(...outlined.map((layer) => area(ctx, layer)));
  return h("figure", { className: "os-map" },
    h("div", { className: "os-sheet" }, n > MOST_ELEMENTS ? paint(layers, height, r) : null, svg),
    h("figcaption", {},
      h("ul", { className: "os-signs" }, view.groups.map((group) => h("li", {}, group.listed ? [sign(group.number), " "] : null, `${group.title}: ${group.count} `, nameButton(ctx, group, "map")))),
      h("p", {}, [t.map_help, outlined.length ? t.map_choose : "", view.map.unknown, view.map.left_out].filter(Boolean).join(" "))));
}

/** The same in words and numbers. */
function mapTable(ctx) {
  const { t, view } = ctx;
  const heads = [t.group, t.size, t.share].map((text) => ({ text }));
  return disclosure(ctx, "map", t.map_table, () => dataTable(t.map_table, [...heads, { text: t.typical }], view.groups.map((group) => ({
    head: [sign(group.number), " ", group.title, h("span", { className: "os-block" }, nameButton(ctx, group, "table"))],
    cells: [group.count, group.share, telling(group)],
  }))));
}

function telling(group) {
  return h("ul", { className: "os-plainlist" }, group.lines.map((line) => h("li", {},
    line.words, " ", h("span", { className: "os-ref" }, line.ref), " ", line.text,
    line.counts ? h("span", { className: "os-hint os-block" }, line.counts) : null)));
}
