// The sheet of proposals: out to be filled in, and back; what it would change is shown before it is recorded.
async function readSheet(ctx, [key]) {
  ctx.say(ctx.t.sheet_reading);
  await ctx.send("compare_sheet", { key });
  setTimeout(() => ctx.root.querySelector("#os-sheetnews")?.focus());
}

function sheetTools(ctx) {
  const { t, view } = ctx;
  return disclosure(ctx, "sheet", t.sheet_title, () => h("div", {},
    h("p", {}, t.sheet_hint),
    h("p", {}, button(t.sheet_out, () => waitFor(ctx, "sheet-out", t.writing, "write_sheet", {}), { key: "sheet-out" })),
    waitingBar(ctx, "sheet-out", t.writing),
    uploader(ctx, { label: t.sheet_in, hint: t.sheet_in_hint, multiple: false, limits: view.limits, arrived: (keys) => readSheet(ctx, keys) })));
}

function sheetChanges(ctx, title, changes) {
  const { t } = ctx;
  if (!changes.length) return null;
  return [h("h3", {}, title), h("ul", { className: "os-plainlist" }, changes.map((one) => h("li", {},
    h("p", {}, h("span", { className: "os-ref" }, one.ref), " ", one.text),
    one.before ? h("p", { className: "os-hint" }, `${t.sheet_before}: ${one.before}`) : null,
    h("p", {}, h("strong", {}, `${t.sheet_after}: `), one.after))))];
}

/** What the sheet that has come would change; null when there is none. */
function sheetNews(ctx) {
  const { t, view } = ctx;
  const { sheet } = view;
  if (!sheet) return null;
  return h("section", { className: "os-card", "aria-labelledby": "os-sheetnews" },
    h("h2", { id: "os-sheetnews", tabIndex: -1 }, fill(t.sheet_news, { name: sheet.name })),
    sheetChanges(ctx, fill(t.sheet_decisions, { n: sheet.decisions.length }), sheet.decisions),
    sheetChanges(ctx, fill(t.sheet_plans, { n: sheet.plans.length }), sheet.plans),
    h("div", { className: "os-row" },
      button(t.sheet_record, () => waitFor(ctx, "sheet-record", t.sheet_recording, "record_sheet", {}), { key: "sheet-record", kind: "os-primary" }),
      button(t.sheet_drop, () => ctx.send("drop_sheet"), { key: "sheet-drop" })),
    waitingBar(ctx, "sheet-record", t.sheet_recording));
}
