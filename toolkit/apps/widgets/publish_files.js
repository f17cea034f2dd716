// Files: what has been written, and what is written beside the document.
function writtenFiles(ctx) {
  const { t, view } = ctx;
  const row = (file) => h("tr", {},
    h("th", { scope: "row" }, file.document, h("span", { className: "os-hint os-block" }, file.name)),
    h("td", {}, file.what, h("span", { className: "os-hint os-block" }, `${file.language} · ${fill(t.draft_version, { n: file.version })}`)),
    h("td", {}, file.when, file.author ? h("span", { className: "os-hint os-block" }, file.author) : null),
    h("td", {}, h("span", { className: file.fresh ? "os-fresh" : "os-stale" }, `${file.fresh ? "✓" : "!"} ${file.standing}`)),
    h("td", {}, file.there ? button(t.fetch, () => waitFor(ctx, `fetch-${file.name}`, t.fetching, "fetch", { name: file.name }),
      { key: `fetch-${file.name}`, kind: "os-small", "aria-label": `${t.fetch}: ${file.name}` }) : null));
  const own = view.files.filter((file) => file.document === view.type_label);
  const shown = ctx.ui.allFiles ? view.files : own;
  const heads = [t.document, t.what, t.written, t.standing, t.file];
  const id = newId("all");
  return h("section", {}, h("h2", { id: "os-written" }, t.written_files),
    view.files.length > own.length || ctx.ui.allFiles
      ? h("p", { className: "os-check" }, h("input", { type: "checkbox", id, checked: Boolean(ctx.ui.allFiles), "data-key": "all-files",
        onchange: (event) => { ctx.ui.allFiles = event.target.checked; ctx.redraw(); } }), h("label", { htmlFor: id }, fill(t.all_files, { n: view.files.length })))
      : null,
    shown.length
      ? h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-labelledby": "os-written" },
        h("table", { className: "os-table" },
          h("thead", {}, h("tr", {}, heads.map((name) => h("th", { scope: "col" }, name)))),
          h("tbody", {}, shown.map(row))))
      : h("p", { className: "os-empty" }, t.none_written));
}

function dataFiles(ctx) {
  const { t, view } = ctx;
  return h("section", {}, h("h2", {}, t.data_files), h("p", { className: "os-help" }, t.data_hint),
    h("ul", { className: "os-cards" }, view.data.map((one) => h("li", { className: "os-card" },
      h("h3", {}, one.label), h("p", {}, one.what),
      one.ready
        ? button(t.write_data, () => waitFor(ctx, `data-${one.key}`, t.writing, "write_data", { format: one.key }),
          { key: `data-${one.key}`, kind: "os-small", "aria-label": `${t.write_data}: ${one.label}` })
        : h("p", { className: "os-hint" }, t.data_waits),
      waitingBar(ctx, `data-${one.key}`, t.writing)))));
}
