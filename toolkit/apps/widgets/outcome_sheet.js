// The sheet of proposals: out to be filled in, and back; what it would change is shown before it is recorded.
async function sendSheet(ctx, file) {
  const { t, view, now } = ctx;
  if (!file || now.busy) return;
  if (!/\.(xlsx|csv)$/i.test(file.name)) return ctx.say(fill(t.sheet_type, { name: file.name }), "error");
  if (file.size === 0 || file.size > view.max_bytes) return ctx.say(fill(t.sheet_size, { name: file.name }), "error");
  const key = [...crypto.getRandomValues(new Uint32Array(4))].join("-");
  now.busy = "sheet";
  ctx.redraw();
  const total = Math.ceil(file.size / view.piece_bytes);
  let answer = null;
  for (let number = 0; number < total && !answer?.refused; number += 1) {
    const data = await file.slice(number * view.piece_bytes, (number + 1) * view.piece_bytes).arrayBuffer();
    answer = await ctx.send("piece", { key, name: file.name, size: file.size, number }, [data]);
  }
  if (answer?.extra === "whole") await ctx.send("compare_sheet", { key });
  now.busy = "";
  ctx.redraw();
  ctx.root.querySelector("#os-sheetnews")?.focus();
}

function sheetTools(ctx) {
  const { t, now } = ctx;
  const id = newId("sheet");
  const input = h("input", { type: "file", id, className: "os-hidden", accept: ".xlsx,.csv", "data-key": "sheet", "aria-describedby": `${id}-h`,
    onchange: (event) => sendSheet(ctx, event.target.files[0]) });
  return disclosure(ctx, "sheet", t.sheet_title, () => h("div", {},
    h("p", { id: `${id}-h` }, t.sheet_hint),
    h("div", { className: "os-row" },
      button(t.sheet_out, () => waitFor(ctx, "sheet-out", t.writing, "write_sheet", {}), { key: "sheet-out", kind: "os-small" }),
      h("label", { htmlFor: id, className: "os-button os-small os-file" }, t.sheet_in, input)),
    waitingBar(ctx, "sheet-out", t.writing), now.busy === "sheet" ? waitingBar(ctx, "sheet", t.sheet_reading) : null));
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
