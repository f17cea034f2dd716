// What has changed since the last visit and since themes were found.
function changeList(ctx) {
  const { t, view, ui } = ctx;
  if (ui.changes?.seq !== view.seq) {
    askChanges(ctx);
    if (!ui.changes) return h("p", { className: "os-hint" }, t.changes_wait);
  }
  const { visit, search } = ui.changes;
  return [
    changePart(ctx, t.changes_visit, visit, visit ? t.changes_none : t.changes_first),
    search ? changePart(ctx, fill(t.changes_search, { when: search.when }), search, t.changes_none, search.found) : null,
  ];
}

async function askChanges(ctx) {
  const { ui, view } = ctx;
  if (ui.askedChanges === view.seq) return;
  ui.askedChanges = view.seq;
  const since = lastVisit(ctx);
  const answer = await ctx.send("changes", { since: since !== null && since > view.seq ? null : since });
  ui.askedChanges = null;
  if (answer.refused) return;
  ui.changes = JSON.parse(answer.extra);
  if (ctx.view.look === "muutokset") ctx.redraw();
}

function changePart(ctx, title, told, none, found = "") {
  const { t } = ctx;
  const heading = newId("c");
  const lines = told?.lines ?? [];
  return h("section", { "aria-labelledby": heading },
    h("h2", { id: heading }, title),
    found ? h("p", {}, found) : null,
    told?.summary.length ? h("ul", { className: "os-summary" }, told.summary.map((text) => h("li", {}, text))) : null,
    lines.length ? h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-labelledby": heading },
      h("table", { className: "os-table os-changes" },
        h("caption", { className: "os-hidden" }, title),
        h("thead", {}, h("tr", {}, [t.changes_what, t.changes_who, t.changes_when].map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {}, lines.map((line) => h("tr", {}, h("th", { scope: "row" }, line.what), h("td", {}, line.who), h("td", {}, line.when)))))) : h("p", { className: "os-empty" }, none),
    told && told.n > lines.length ? h("p", { className: "os-hint" }, fill(t.changes_more, { n: lines.length, all: told.n })) : null);
}
