// The map of notes: look, choose with mouse or keys, and move what was chosen.
const LISTED = 50;
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

function mapState(ctx) {
  ctx.ui.map ??= { at: "", theme: "", n: LISTED };
  ctx.ui.map.chosen = chosen(ctx); // the same as on the board
  return ctx.ui.map;
}

function noteMap(ctx) {
  const { t, view, frame } = ctx;
  const working = frame.jobs.some((job) => job.kind === "map");
  const again = (label, kind) => button(label, () => ctx.send("draw_map"), { key: "draw-map", kind });
  if (!view.drawn) return [h("p", { className: "os-empty" }, working ? t.map_working : t.map_none), working ? null : h("p", {}, again(t.map_draw, "os-primary"))];
  const own = mapState(ctx);
  const there = new Set(view.points.map(([id]) => id));
  own.chosen.forEach((id) => there.has(id) || own.chosen.delete(id));
  if (!view.themes.some((theme) => theme.id === own.theme)) own.theme = "";
  const [field, panel] = mapField(ctx);
  return [
    view.missing ? h("div", { className: "os-notice os-wait" }, h("span", {}, view.missing), working ? null : again(t.map_again, "os-primary")) : null,
    h("p", {}, t.map_means),
    h("div", { className: "os-side-by-side" },
      h("div", {}, h("figure", { className: "os-map" }, field, h("figcaption", {}, t.map_caption)), panel),
      h("div", {}, mapThemes(ctx), mapChosen(ctx), mapList(ctx)))];
}

/** The field of points, and the card of the note that is meant. */
function mapField(ctx) {
  const { t, view } = ctx;
  const own = mapState(ctx);
  const sheet = mapSheet(view.points);
  const only = view.themes.findIndex((theme) => theme.id === own.theme);
  const help = newId("h");
  const canvas = h("canvas", { className: "os-points", width: MAP_WIDTH * SHARPNESS, height: sheet.height * SHARPNESS, "aria-hidden": "true" });
  const svg = s("svg", { viewBox: `0 0 ${MAP_WIDTH} ${sheet.height}`, "aria-hidden": "true" });
  const rings = s("g");
  const box = s("rect", { class: "os-mapbox", visibility: "hidden" });
  const panel = h("div", { className: "os-card os-mapnote", role: "status" });
  svg.append(...mapNames(view, sheet, only), rings, box);
  paintMap(canvas, view, sheet, only);

  const themeName = (point) => view.themes[point[5]]?.label ?? view.no_theme;
  const ring = (number, kind) => rings.append(s("circle", { class: `os-ring ${kind}`, cx: sheet.at[number][0], cy: sheet.at[number][1], r: sheet.r + 5 }));
  const drawRings = () => {
    rings.replaceChildren();
    view.points.forEach((point, number) => own.chosen.has(point[0]) && ring(number, "os-ring-chosen"));
    const at = view.points.findIndex(([id]) => id === own.at);
    if (at >= 0) ring(at, "os-ring-at");
  };
  const tell = () => {
    const point = view.points.find(([id]) => id === own.at);
    panel.replaceChildren(...(point ? [
      h("p", {}, h("span", { className: "os-ref" }, point[1]), " ", point[2]),
      h("p", { className: "os-hint" }, `${t.theme}: ${themeName(point)}${own.chosen.has(point[0]) ? ` · ${t.map_is_chosen}` : ""}`),
      h("div", { className: "os-row" }, storyButton(ctx, point[0], point[1])),
    ] : [h("p", { className: "os-hint" }, t.map_hint)]));
  };
  const show = (number) => {
    if (number < 0 || own.at === view.points[number][0]) return;
    own.at = view.points[number][0];
    drawRings();
    tell();
  };
  const toggle = (number) => {
    const [id] = view.points[number];
    if (!own.chosen.delete(id)) own.chosen.add(id);
    own.at = id;
    ctx.redraw();
  };

  const field = h("div", {
    className: "os-sheet os-mapfield", tabIndex: 0, role: "application", "data-key": "map",
    "aria-label": fill(t.map_label, { n: view.points.length }), "aria-describedby": help,
    onkeydown: (event) => {
      const at = view.points.findIndex(([id]) => id === own.at);
      if (ARROWS[event.key]) show(at < 0 ? 0 : pointTowards(sheet, at, ARROWS[event.key]));
      else if (event.key === "Home") show(0);
      else if (event.key === "End") show(view.points.length - 1);
      else if ((event.key === "Enter" || event.key === " ") && at >= 0) toggle(at);
      else if (event.key === "Escape" && own.chosen.size) { own.chosen.clear(); ctx.redraw(); }
      else return;
      event.preventDefault();
    },
  }, canvas, svg, h("p", { id: help, className: "os-hidden" }, t.map_keys));
  watchPointer(field, box, sheet, {
    hover: show,
    click: toggle,
    area: (numbers, more) => {
      if (!more) own.chosen.clear();
      numbers.forEach((number) => own.chosen.add(view.points[number][0]));
      ctx.redraw();
    },
  });
  drawRings();
  tell();
  return [field, panel];
}

/** Tell a look, a click and a drawn area apart. */
function watchPointer(field, box, sheet, { hover, click, area }) {
  let from = null;
  const place = (event) => {
    const frame = field.getBoundingClientRect();
    const scale = MAP_WIDTH / frame.width;
    return [(event.clientX - frame.left) * scale, (event.clientY - frame.top) * scale];
  };
  const corners = ([x1, y1], [x2, y2]) => [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
  field.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = place(event);
    if (event.pointerType === "mouse") field.setPointerCapture(event.pointerId);
  });
  field.addEventListener("pointermove", (event) => {
    const to = place(event);
    if (!from) return hover(pointAt(sheet, to));
    if (event.pointerType !== "mouse") return; // a finger scrolls
    const [left, top, right, bottom] = corners(from, to);
    Object.entries({ x: left, y: top, width: right - left, height: bottom - top, visibility: "visible" }).forEach(([key, value]) => box.setAttribute(key, value));
  });
  field.addEventListener("pointerup", (event) => {
    if (!from) return;
    const [start, to] = [from, place(event)];
    from = null;
    box.setAttribute("visibility", "hidden");
    const [left, top, right, bottom] = corners(start, to);
    if (right - left < 8 && bottom - top < 8) {
      const number = pointAt(sheet, to);
      if (number >= 0) click(number);
      return;
    }
    const inside = sheet.at.flatMap(([x, y], number) => (x >= left && x <= right && y >= top && y <= bottom ? [number] : []));
    if (event.pointerType === "mouse" && inside.length) area(inside, event.shiftKey);
  });
  field.addEventListener("pointercancel", () => { from = null; box.setAttribute("visibility", "hidden"); });
}
