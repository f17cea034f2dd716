// Receipts: every row of every file that is in is accounted for.
function whole(number) {
  return number.toLocaleString(document.documentElement.lang);
}

function leftRows(ctx, key, { skipped, n_skipped: n }) {
  const { t } = ctx;
  if (!n) return null;
  return disclosure(ctx, key, fill(t.left_rows, { n: whole(n) }),
    h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t.row), h("th", { scope: "col" }, t.reason))),
      h("tbody", {}, skipped.map((one) => h("tr", {}, h("td", {}, one.row), h("td", {}, one.reason))))));
}

/** Respondents and choices are no notes, so they stand beside the table. */
function chosenInWords({ t }, item) {
  const told = fill(t.selections, { n: whole(item.selections) });
  return item.respondents ? `${fill(t.respondents, { n: whole(item.respondents) })} ${told}` : told;
}

function warnings(ctx, item) {
  return item.warnings.map((warning) => h("p", { className: "os-warning" }, `${ctx.t.note_this}: ${warning}`));
}

/** What is hidden in a file, and what to do when that was decided wrongly. */
function hiddenWords(ctx, item) {
  const { t } = ctx;
  if (!item.hidden.length) return null;
  return disclosure(ctx, `hidden-${item.id}`, t.hidden,
    h("ul", { className: "os-plainlist" }, item.hidden.map((line) => h("li", {}, line))),
    h("p", { className: "os-hint" }, t.hidden_wrong));
}

function receipt(ctx, item) {
  const { t } = ctx;
  const left = item.n_skipped;
  return [
    h("tr", {},
      h("th", { scope: "row" }, item.name, h("span", { className: "os-hint os-block" }, item.when)),
      h("td", {}, item.format), h("td", { className: "os-number" }, whole(item.rows)),
      h("td", { className: "os-number" }, whole(item.notes)), h("td", { className: "os-number" }, whole(item.statements)),
      h("td", { className: "os-number" }, whole(item.votes)), h("td", { className: "os-number" }, whole(item.merged)),
      h("td", { className: "os-number" }, whole(item.masked)), h("td", { className: "os-number" }, whole(left + item.set_aside))),
    left || item.warnings.length || item.hidden.length || item.selections ? h("tr", { className: "os-under" }, h("td", { colSpan: 9 },
      item.selections ? h("p", {}, chosenInWords(ctx, item)) : null,
      warnings(ctx, item), leftRows(ctx, `left-${item.id}`, item), hiddenWords(ctx, item))) : null,
  ];
}

function receipts(ctx) {
  const { t, view, frame } = ctx;
  const next = frame.steps.find((step) => step.key === "teemat");
  const columns = [t.file, t.format, t.rows, t.notes, t.statements, t.votes, t.merged, t.masked, t.left];
  return h("section", {},
    h("h2", {}, t.imported),
    view.receipts.length
      ? [h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-label": t.imported },
          h("table", { className: "os-table" },
            h("caption", {}, t.caption),
            h("thead", {}, h("tr", {}, columns.map((name, at) => h("th", { scope: "col", className: at > 1 ? "os-number" : "" }, name)))),
            h("tbody", {}, view.receipts.map((item) => receipt(ctx, item))))),
        h("p", {}, h("a", { className: `os-button ${view.waiting.length ? "" : "os-primary"}`, href: next.href }, `${t.next} →`))]
      : h("p", { className: "os-empty" }, view.waiting.length ? t.empty_waiting : t.empty));
}
