// Statements from the least to the most dividing: one mark each, stacked where many divide equally.
const ROOM = 280;

/** Return where every mark is: the same rows in the same width are always in the same places. */
function swarm(rows, width) {
  const most = Math.max(...rows.map((row) => row.x)) || 1;
  for (let r = rows.length > 200 ? 9 : 11; ; r -= 0.5) {
    const columns = Math.max(1, Math.floor((width - 8) / (2 * r)));
    const stacks = Array.from({ length: columns }, () => []);
    rows.forEach((row) => stacks[Math.min(columns - 1, Math.floor((row.x / most) * columns))].push(row));
    const height = 2 * r * Math.max(...stacks.map((stack) => stack.length));
    if (height > ROOM && r > 1.5) continue;
    const middle = Math.max(height, 60) / 2 + 6;
    const places = new Map();
    stacks.forEach((stack, column) => stack.forEach((row, at) => {
      places.set(row.id, [4 + (2 * column + 1) * r, middle + (2 * at + 1 - stack.length) * r]);
    }));
    return { r, places, height: 2 * middle };
  }
}

function namedGroup(ctx, id) {
  const group = ctx.view.groups.find((one) => one.id === id);
  return group ? nameButton(ctx, group, "chosen") : null;
}

function detail(ctx, row) {
  const { t, view } = ctx;
  const bars = [[t.everybody, row.all], ...view.columns.map((column, at) => [[sign(column.number), " ", column.name, " ", namedGroup(ctx, column.id)], row.by[at]])];
  return [h("h3", {}, h("span", { className: "os-ref" }, row.ref), " ", row.text),
    row.enough ? null : h("p", { className: "os-hint" }, t.few_votes),
    h("dl", { className: "os-bars" }, bars.map(([name, votes]) => h("div", {}, h("dt", {}, name), h("dd", {}, shares(votes))))),
    markButton(ctx, row, "chosen")];
}

function swarmMark(row, [x, y], r, most) {
  const votes = row.all.n;
  const size = Math.max(0.5, Math.sqrt(votes / most)) * (r - 0.4);
  const title = s("title");
  title.textContent = `${row.ref}: ${row.text}`;
  return s("g", { class: `os-dot ${row.enough ? "" : "os-hollow"}`.trim(), role: "option", tabindex: -1, "aria-selected": "false", "data-key": `dot-${row.id}` },
    title, s("circle", { cx: x, cy: y, r: row.enough ? size : size - 0.6 }));
}

/** The marks, the statement that was chosen, and the same as a table. */
function drawSwarm(ctx) {
  const { t, view, ui } = ctx;
  const rows = view.uniting_first.map((id) => view.rows[id]);
  if (!rows.length) return null;
  const most = Math.max(1, ...rows.map((row) => row.all.n));
  const svg = s("svg", { class: "os-swarm", role: "listbox", "aria-label": t.swarm });
  const panel = h("div", { className: "os-card os-chosen", "aria-live": "polite" });
  let [marks, places, width] = [[], new Map(), 0];

  const point = (at) => {
    marks.forEach((mark, index) => mark.setAttribute("tabindex", index === at ? 0 : -1));
    return marks[at];
  };
  const choose = (at) => {
    ui.statement = rows[at].id;
    marks.forEach((mark, index) => mark.setAttribute("aria-selected", String(index === at)));
    point(at);
    panel.replaceChildren(...detail(ctx, rows[at]).filter(Boolean));
  };
  const lay = (wide) => {
    const had = document.activeElement?.dataset?.key;
    const drawn = swarm(rows, wide);
    [places, width] = [drawn.places, wide];
    svg.setAttribute("viewBox", `0 0 ${wide} ${drawn.height}`);
    marks = rows.map((row) => swarmMark(row, places.get(row.id), drawn.r, most));
    svg.replaceChildren(...marks);
    const chosen = rows.findIndex((row) => row.id === ui.statement);
    if (chosen >= 0) marks[chosen].setAttribute("aria-selected", "true");
    point(Math.max(0, chosen));
    if (had?.startsWith("dot-")) marks.find((mark) => mark.dataset.key === had)?.focus({ preventScroll: true });
  };
  svg.addEventListener("focusin", (event) => point(marks.indexOf(event.target)));
  svg.addEventListener("keydown", (event) => {
    const at = marks.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -at, End: rows.length - 1 - at }[event.key];
    if (at < 0 || (step === undefined && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    if (step === undefined) choose(at);
    else point(Math.min(rows.length - 1, Math.max(0, at + step))).focus({ preventScroll: true });
  });
  // A mark may be smaller than a fingertip: the nearest one is meant.
  svg.addEventListener("click", (event) => {
    const box = svg.getBoundingClientRect();
    const [x, y] = [((event.clientX - box.left) * width) / box.width, ((event.clientY - box.top) * width) / box.width];
    const away = rows.map((row) => Math.hypot(places.get(row.id)[0] - x, places.get(row.id)[1] - y));
    const nearest = away.indexOf(Math.min(...away));
    if (away[nearest] > 22) return;
    choose(nearest);
    marks[nearest].focus({ preventScroll: true });
  });
  lay(ui.width ?? Math.max(240, Math.min(1200, ctx.root.clientWidth - 60)));
  new ResizeObserver(([entry]) => {
    const wide = Math.round(entry.contentRect.width);
    if (wide && wide !== width) { ui.width = wide; lay(wide); }
  }).observe(svg);

  const chosen = rows.find((row) => row.id === ui.statement);
  panel.replaceChildren(...(chosen ? detail(ctx, chosen).filter(Boolean) : [h("p", { className: "os-hint" }, t.swarm_choose)]));
  return part("kuvio", t.swarm, h("p", { className: "os-hint" }, t.swarm_help),
    h("figure", { className: "os-map" }, svg,
      h("p", { className: "os-axis", "aria-hidden": "true" }, h("span", {}, `← ${t.unites}`), h("span", {}, `${t.divides} →`)),
      h("figcaption", {}, t.swarm_legend)),
    panel,
    disclosure(ctx, "swarm", t.swarm_table, () => statements(ctx, t.swarm_table, view.uniting_first, { where: "swarm" })));
}
