// Writing a paragraph anew while the verification reads along.
const PAUSE = 300;

/** What is being typed belongs to the paragraph of one document in one language. */
function textKey(ctx, id) {
  return `text-${ctx.view.type}-${ctx.view.language}-${id}`;
}

function openEditor(ctx, block) {
  const { ui } = ctx;
  if (ui.editing && ui.editing !== block.id && ctx.typed.has(textKey(ctx, ui.editing))) {
    ctx.say(ctx.t.finish_first, "error");
    return focusBlock(ctx, ui.editing);
  }
  ui.editing = block.id;
  ui.editingSeq = ctx.view.seq;
  ui.editingBase = block.text;
  ui.check = null;
  ui.checking = 0;
  ctx.redraw();
  focusBlock(ctx, block.id);
  checkSoon(ctx, block.id, ctx.typed.get(textKey(ctx, block.id)) ?? block.text, 0);
}

function closeEditor(ctx) {
  const id = ctx.ui.editing;
  ctx.ui.editing = "";
  ctx.typed.delete(textKey(ctx, id));
  ctx.redraw();
  focusBlock(ctx, id);
}

function checkSoon(ctx, block_id, text, wait = PAUSE) {
  const { ui } = ctx;
  clearTimeout(ui.checking);
  ui.checking = setTimeout(async () => {
    const answer = await ctx.send("check_words", { block_id, text });
    if (!answer.extra || ui.editing !== block_id) return;
    const found = JSON.parse(answer.extra);
    if (found.text !== (ctx.typed.get(textKey(ctx, block_id)) ?? text)) return;
    ui.check = found;
    ctx.root.querySelector(".os-checkwords")?.replaceChildren(...checkWords(ctx));
  }, wait);
}

function checkWords(ctx) {
  const { t, ui: { check } } = ctx;
  if (!check) return [h("p", { className: "os-hint" }, t.checking)];
  // What to do is said once, under the last remark of its kind.
  const isLast = (one, place) => !check.remarks.slice(place + 1).some((later) => later.gate === one.gate);
  const remarks = check.remarks.map((one, place) => h("p", { className: one.level === "error" ? "os-error" : "os-warning" },
    h("strong", {}, one.level === "error" ? t.gate_error : t.note_this), `: ${one.message} `, isLast(one, place) ? h("span", { className: "os-block" }, one.todo) : null));
  const lost = check.lost.length ? [h("p", { className: "os-warning" }, fill(t.lost, { refs: check.lost.join(", ") }))] : [];
  const blocked = check.remarks.some((one) => one.level === "error") ? [h("p", { className: "os-hint" }, t.save_anyway)] : [];
  const all = [...remarks, ...lost, ...blocked];
  return all.length ? all : [h("p", { className: "os-fine" }, `✓ ${t.nothing_wrong}`)];
}

function editDraft(ctx, block) {
  const { t, ui } = ctx;
  const key = textKey(ctx, block.id);
  const now = () => ctx.typed.get(key) ?? block.text;
  const leave = async () => {
    if (now().trim() === block.text.trim()) return closeEditor(ctx);
    const choice = await ask(ctx, t.throw_away, h("p", {}, t.throw_away_help), [{ value: "yes", label: t.throw_away_yes }]);
    if (choice) closeEditor(ctx);
    else focusKey(ctx, key);
  };
  const submit = async (event) => {
    event?.preventDefault();
    const text = now();
    if (text.trim() === block.text.trim()) return closeEditor(ctx);
    const answer = await ctx.decide("edit", { block_id: block.id, text, seq: ui.editingSeq });
    if (!answer.refused) closeEditor(ctx);
    // What the other person wrote is shown now, so the next try is made knowing it.
    else if (answer.conflict) { ui.editingSeq = ctx.view.seq; ctx.redraw(); }
  };
  const form = h("form", { className: "os-edit", onsubmit: submit, lang: ctx.frame.language },
    field(ctx, key, t.new_words, { tag: "textarea", value: block.text, rows: Math.min(14, 3 + Math.ceil(block.text.length / 80)), maxLength: 5000, hint: t.new_words_hint, lang: ctx.view.draft.language }),
    ui.editingBase !== block.text ? h("p", { className: "os-warning" }, `${t.changed_meanwhile} ${block.text}`) : null,
    h("div", { className: "os-checkwords", role: "status" }, checkWords(ctx)),
    h("div", { className: "os-row" },
      h("button", { type: "submit", className: "os-button os-primary os-small", "data-key": `save-${block.id}` }, t.save),
      button(t.cancel, leave, { kind: "os-small", key: `leave-${block.id}` }),
      h("span", { className: "os-hint" }, t.keys)));
  form.addEventListener("input", () => checkSoon(ctx, block.id, now()));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); leave(); }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  });
  return form;
}

/** What somebody was writing in a paragraph that a renewal has taken away. */
function strandedWords(ctx) {
  const { t, ui, view: { draft } } = ctx;
  if (!ui.editing || draft.blocks.some((block) => block.id === ui.editing)) return null;
  const key = textKey(ctx, ui.editing);
  const leave = () => { ctx.typed.delete(key); ui.editing = ""; ctx.redraw(); };
  if (!ctx.typed.has(key)) { ui.editing = ""; return null; }
  return h("div", { className: "os-card" }, field(ctx, key, t.stranded, { tag: "textarea", rows: 6, readOnly: true, hint: t.stranded_hint }),
    button(t.throw_away_yes, leave, { key: "stranded", kind: "os-small" }));
}

/** What the tool would write now where a person's words stand, and the ways to go on. */
function offerOf(ctx, block) {
  const { t } = ctx;
  if (!block.offer) return null;
  const { before, after, conflicts } = block.offer;
  const keep = (text) => () => ctx.decide("edit", { block_id: block.id, text });
  return h("div", { className: "os-offer", lang: ctx.frame.language },
    h("p", {}, h("strong", {}, after ? t.offer : t.merged)),
    after ? h("p", { className: "os-after" }, after) : h("p", { className: "os-before" }, before),
    conflicts.map((one) => h("p", { className: "os-hint" }, fill(t.both_changed, one))),
    h("div", { className: "os-row" },
      button(t.keep_mine, keep(block.text), { key: `keep-${block.id}`, kind: "os-small" }),
      after ? button(t.take_offer, () => ctx.decide("take", { block_id: block.id, offer: true }), { key: `offer-${block.id}`, kind: "os-small" })
        : button(t.take_back, keep(before), { key: `back-${block.id}`, kind: "os-small" })));
}
