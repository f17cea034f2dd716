// How the document looks: its sheets as pictures, and the same as text.
const ZOOMS = [100, 150, 200];

/** What a picture was drawn of; another one is drawn when this changes. */
function previewKey(view) {
  return JSON.stringify([view.words_seq, view.type, view.language, view.version]);
}

async function showSheet(ctx, number) {
  const { t, view } = ctx;
  const answer = await waitFor(ctx, "preview", t.drawing, "preview", { number, version: view.version });
  if (!answer || answer.refused) return;
  ctx.ui.sheet = { ...JSON.parse(answer.extra), key: previewKey(view) };
  ctx.redraw();
  ctx.say(fill(t.sheet, ctx.ui.sheet));
}

function sheetPicture(ctx, sheet) {
  const { t, ui, view } = ctx;
  const zoom = ui.zoom ?? 100;
  const alt = fill(t.sheet_alt, { ...sheet, title: view.draft.title });
  return h("div", { className: "os-sheetframe", tabIndex: 0, role: "region", "aria-label": t.preview, "data-key": "sheet" },
    h("img", { src: sheet.src, alt, className: `os-sheetpicture os-zoom-${zoom}` }));
}

function sheetButtons(ctx, sheet) {
  const { t, ui } = ctx;
  const zoom = ui.zoom ?? 100;
  const turn = (label, number, key) => button(label, () => number >= 1 && number <= sheet.n && showSheet(ctx, number),
    { key, kind: "os-small", "aria-disabled": number < 1 || number > sheet.n ? "true" : undefined });
  return h("div", { className: "os-row", role: "group", "aria-label": t.preview_tools },
    turn(`← ${t.earlier_sheet}`, sheet.number - 1, "sheet-back"),
    h("span", { className: "os-sheetnumber" }, fill(t.sheet, sheet)),
    turn(`${t.next_sheet} →`, sheet.number + 1, "sheet-on"),
    ZOOMS.map((one) => button(`${one} %`, () => { ui.zoom = one; ctx.redraw(); },
      { key: `zoom-${one}`, kind: "os-small", "aria-pressed": String(zoom === one), "aria-label": fill(t.zoom, { n: one }) })));
}

function previewPart(ctx) {
  const { t, ui, view } = ctx;
  const chosen = view.versions.find((one) => one.key === view.version);
  const sheet = ui.sheet?.key === previewKey(view) ? ui.sheet : null;
  return h("section", { className: "os-card" },
    h("h2", {}, t.preview),
    h("p", { className: "os-hint" }, `${t.preview_hint} ${chosen.label}.`),
    chosen.ready
      ? [sheet ? null : button(t.show_preview, () => showSheet(ctx, 1), { key: "preview" }),
        waitingBar(ctx, "preview", t.drawing),
        sheet ? [sheetButtons(ctx, sheet), sheetPicture(ctx, sheet)] : null]
      : h("p", {}, t.no_preview),
    disclosure(ctx, "as-text", t.as_text, () => h("div", { className: "os-astext" }, documentBody(view.draft, (block) => blockBody(block)))));
}
