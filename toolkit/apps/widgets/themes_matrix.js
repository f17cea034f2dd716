// Themes by group, question or kind: a number, its bar, and the notes behind it.
function matrix(ctx) {
  const { t, view, frame } = ctx;
  const working = frame.jobs.some((job) => job.kind === "kinds");
  const id = newId("w");
  const ways = h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.matrix_way),
    h("select", { id, "data-key": "way", onchange: (event) => ctx.send("divide", { way: event.target.value }) },
      view.ways.map((way) => h("option", { value: way.key, selected: way.key === view.way }, way.label))));
  if (view.way === "laji" && !view.has_kinds) {
    return [ways, h("p", { className: "os-empty" }, working ? t.kinds_working : t.kinds_none),
      working ? null : h("p", {}, button(t.kinds_find, () => ctx.send("find_kinds"), { key: "find-kinds", kind: "os-primary" }))];
  }
  return [ways, h("p", { className: "os-hint" }, view.way === "ryhma" ? `${t.matrix_help} ${t.matrix_groups}` : view.way === "laji" ? `${t.matrix_help} ${t.matrix_kinds}` : t.matrix_help), matrixTable(ctx), cellNotes(ctx)];
}

function matrixTable(ctx) {
  const { t, view } = ctx;
  const title = fill(t.matrix_title, { n: view.n_used });
  const heading = newId("x");
  return h("div", { className: "os-wide os-matrix", tabIndex: 0, role: "region", "aria-labelledby": heading },
    h("table", { className: "os-table" },
      h("caption", { id: heading }, title),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t.theme),
        view.columns.map((column) => h("th", { scope: "col" }, column.label, h("span", { className: "os-hint os-block" }, column.count))),
        h("th", { scope: "col" }, t.matrix_all))),
      h("tbody", {}, view.rows.map((row) => h("tr", {}, h("th", { scope: "row" }, row.label),
        row.cells.map((cell, at) => h("td", {}, matrixCell(ctx, row, cell, view.columns[at]))),
        h("td", { className: "os-number" }, row.n))))));
}

function matrixCell(ctx, row, cell, column) {
  const { view, ui } = ctx;
  const key = `cell-${row.theme_id}-${column.key}`;
  const open = ui.cell === key;
  if (!cell.ids.length) return h("span", { className: "os-none" }, "0");
  const words = `${row.label}, ${column.label}: ${cell.words}${cell.percent ? ` (${cell.percent})` : ""}`;
  const press = () => { ui.cell = open ? "" : key; ctx.redraw(); };
  return h("button", { type: "button", className: "os-cell", "data-key": key, "aria-label": words, "aria-expanded": String(open), title: words, onclick: press },
    h("span", {}, String(cell.ids.length), cell.percent ? h("span", { className: "os-hint" }, ` ${cell.percent}`) : null),
    s("svg", { class: "os-cellbar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
      s("rect", { x: 0, y: 0, width: Math.max(2, cell.share), height: 6 })));
}

/** The notes of the cell that was pressed, and the way to them on the board. */
function cellNotes(ctx) {
  const { t, view, ui } = ctx;
  for (const row of view.rows) {
    for (const [at, cell] of row.cells.entries()) {
      const column = view.columns[at];
      if (ui.cell !== `cell-${row.theme_id}-${column.key}` || !cell.ids.length) continue;
      const heading = newId("n");
      const close = () => { const key = ui.cell; ui.cell = ""; ctx.redraw(); focusOn(ctx, key); };
      return h("section", { className: "os-card os-cellnotes", "aria-labelledby": heading },
        h("h2", { id: heading }, `${row.label} · ${column.label} (${cell.ids.length})`),
        h("div", { className: "os-row" },
          column.filter && button(t.matrix_board, () => showOnBoard(ctx, column, row.theme_id), { key: "cell-board", kind: "os-primary os-small" }),
          button(t.matrix_close, close, { key: "cell-close", kind: "os-small" })),
        h("ul", { className: "os-notes" }, cell.ids.map((id) => h("li", { className: "os-notecard" },
          h("p", {}, h("span", { className: "os-ref" }, view.notes[id][0]), " ", view.notes[id][1]), storyButton(ctx, id, view.notes[id][0])))));
    }
  }
  return null;
}

/** Turn to the board, with only the notes of a column on it, at a theme. */
async function showOnBoard(ctx, column, theme_id) {
  await ctx.send("filter", column.filter);
  await ctx.go(addressWith({ nakyma: "" }));
  ctx.root.querySelector(`#theme-${CSS.escape(theme_id)}`)?.scrollIntoView();
  focusOn(ctx, `rename-${theme_id}`, "part-");
}
