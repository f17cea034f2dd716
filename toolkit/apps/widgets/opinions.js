// Opinion groups: a map with words beside it, and tables in which every bar is also a number.
const SHAPES = [
  (x, y) => s("circle", { cx: x, cy: y, r: 5 }),
  (x, y) => s("rect", { x: x - 4.5, y: y - 4.5, width: 9, height: 9 }),
  (x, y) => s("path", { d: `M${x} ${y - 6}L${x + 5.5} ${y + 4.5}L${x - 5.5} ${y + 4.5}Z` }),
  (x, y) => s("path", { d: `M${x} ${y - 6.5}L${x + 6.5} ${y}L${x} ${y + 6.5}L${x - 6.5} ${y}Z` }),
  (x, y) => s("path", { d: `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}`, "stroke-width": 3 }),
];

function sign(number) {
  const svg = s("svg", { class: `os-sign os-g${number % 5}`, viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" });
  svg.append(SHAPES[number % SHAPES.length](8, 8));
  return svg;
}

function drawMap(ctx) {
  const { t, view } = ctx;
  const [width, height, edge] = [640, 420, 24];
  const all = view.map.groups.flatMap((group) => group.points);
  if (!all.length) return null;
  const range = (at) => [Math.min(...all.map((p) => p[at])), Math.max(...all.map((p) => p[at]))];
  const [[x0, x1], [y0, y1]] = [range(0), range(1)];
  const place = ([x, y]) => [
    edge + ((x - x0) / (x1 - x0 || 1)) * (width - 2 * edge),
    height - edge - ((y - y0) / (y1 - y0 || 1)) * (height - 2 * edge),
  ];
  const words = view.groups.map((group) => `${group.title}: ${group.count}`).join(", ");
  const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${t.map_label} ${words}` });
  view.map.groups.forEach((group, number) => {
    const layer = s("g", { class: `os-g${number % 5}` });
    group.points.forEach((point) => layer.append(SHAPES[number % SHAPES.length](...place(point))));
    svg.append(layer);
  });
  return h("figure", { className: "os-map" }, svg,
    h("figcaption", {}, h("span", {}, t.map_help), " ", view.map.explained, " ", view.map.left_out));
}

function groupCard(ctx, group, number) {
  const { t } = ctx;
  const key = `group-${group.id}`;
  const submit = async (event) => {
    event.preventDefault();
    const answer = await ctx.decide("name_group", { group_id: group.id, name: ctx.typed.get(key) ?? group.name });
    if (!answer.refused) { ctx.typed.delete(key); ctx.redraw(); }
  };
  return h("li", { className: "os-card" },
    h("h3", {}, sign(number), " ", group.title),
    h("p", {}, group.count),
    group.lines.length ? [h("p", { className: "os-hint" }, t.typical), h("ul", { className: "os-plainlist" }, group.lines.map((line) => h("li", {}, line)))] : null,
    h("form", { className: "os-row os-end", onsubmit: submit },
      field(ctx, key, fill(t.group_name, { letter: group.id }), { value: group.name, maxLength: 80 }),
      h("button", { type: "submit", className: "os-button os-small", "data-key": `name-${group.id}` }, t.save)));
}

function shareBar(ctx, cell) {
  const { t } = ctx;
  if (!cell.n) return h("td", { className: "os-hint" }, t.nobody);
  // Below thirty voters a percentage claims more than the votes can carry.
  const words = fill(cell.n >= 30 ? t.share_percent : t.share_count, {
    agree: cell.agree, n: cell.n, percent: Math.round((100 * cell.agree) / cell.n),
  });
  const bar = s("svg", { class: "os-bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" });
  let x = 0;
  for (const [name, count] of [["agree", cell.agree], ["passes", cell.passes], ["disagree", cell.disagree]]) {
    const width = (100 * count) / cell.n;
    bar.append(s("rect", { class: `os-${name}`, x, y: 0, width, height: 8 }));
    x += width;
  }
  return h("td", {}, bar, h("span", { className: "os-share" }, words),
    h("span", { className: "os-hint os-block" }, fill(t.others, cell)));
}

function statements(ctx, title, rows) {
  const { t, view } = ctx;
  return h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-label": title },
    h("table", { className: "os-table" },
      h("caption", { className: "os-hidden" }, title),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t.statement), h("th", { scope: "col" }, t.everybody),
        view.columns.map((column) => h("th", { scope: "col" }, column.name)))),
      h("tbody", {}, rows.map((row) => h("tr", {},
        h("th", { scope: "row" }, h("span", { className: "os-ref" }, row.ref), " ", row.text),
        shareBar(ctx, row.all), row.by.map((cell) => shareBar(ctx, cell)))))));
}

function legend(ctx) {
  const { t } = ctx;
  return h("p", { className: "os-legend" }, [["agree", t.agree], ["passes", t.passes], ["disagree", t.disagree]].map(([name, label]) =>
    h("span", {}, h("span", { className: `os-chip os-${name}`, "aria-hidden": "true" }), " ", label)));
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  const working = frame.jobs.some((job) => job.kind === "opinions" || job.kind === "demo");
  if (!view.has_votes) return [h("p", { className: "os-empty" }, t.no_votes), h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[0].href }, t.go_import))];
  if (!view.groups) {
    return [h("p", { className: "os-empty" }, working ? t.working : t.no_groups),
      working ? null : h("p", {}, button(t.compute, () => ctx.send("compute"), { key: "compute", kind: "os-primary" }))];
  }
  return [
    h("p", { className: "os-notice os-wait" }, t.not_people),
    view.checks.map((check) => h("p", { className: "os-warning" }, `${t.note_this}: ${check}`)),
    h("p", {}, view.facts.join(" · ")),
    h("section", {}, h("h2", {}, t.groups),
      h("div", { className: "os-mapgroups" }, drawMap(ctx), h("ul", { className: "os-cards" }, view.groups.map((group, number) => groupCard(ctx, group, number)))),
      view.n_small ? h("p", { className: "os-hint" }, t.small) : null),
    legend(ctx),
    view.tables.map((table) => h("section", {}, h("h2", {}, table.title),
      table.rows.length ? statements(ctx, table.title, table.rows) : h("p", { className: "os-empty" }, t.none_of_kind))),
    disclosure(ctx, "all", fill(t.all, { n: view.all.length }), statements(ctx, t.all_title, view.all)),
    h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[3].href }, `${t.next} →`)),
  ].flat();
}
