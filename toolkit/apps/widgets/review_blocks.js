// Under every paragraph its evidence, what people say of it and what they decide.
function decisionLine(ctx, block) {
  const { t } = ctx;
  const words = { accept: t.accepted, edit: t.edited, reject: t.rejected }[block.decision];
  return h("p", { className: `os-state os-is-${block.decision || "waiting"}` }, words ? fill(words, { name: block.author }) : t.waits);
}

/** Read aloud the first thing that the verification says of new words; it stands in the paragraph. */
function sayRemark(ctx, blockId) {
  const [first] = ctx.view.draft.blocks.find((one) => one.id === blockId)?.gates ?? [];
  const isError = first?.level === "error";
  if (first) ctx.say(`${isError ? ctx.t.gate_error : ctx.t.note_this}: ${first.message}`, isError ? "error" : "info");
}

function editForm(ctx, block) {
  const { t, ui } = ctx;
  const key = `text-${block.id}`;
  const close = () => {
    ui.editing = "";
    ctx.typed.delete(key);
    ctx.redraw();
    focusKey(ctx, `edit-${block.id}`);
  };
  const submit = async (event) => {
    event.preventDefault();
    const text = ctx.typed.get(key) ?? block.text;
    if (text.trim() === block.text.trim()) return close();
    const answer = await ctx.decide("edit", { block_id: block.id, text, seq: ui.editingSeq });
    if (answer.refused) return;
    close();
    sayRemark(ctx, block.id);
  };
  return h("form", { onsubmit: submit, onkeydown: (event) => event.key === "Escape" && close() },
    field(ctx, key, t.new_words, { tag: "textarea", value: block.text, rows: Math.min(12, 3 + Math.ceil(block.text.length / 90)), maxLength: 5000, hint: t.new_words_hint }),
    h("div", { className: "os-row" },
      h("button", { type: "submit", className: "os-button os-primary os-small", "data-key": `save-${block.id}` }, t.save),
      button(t.cancel, close, { kind: "os-small" })));
}

/** Decide, and stay where one was: what is decided may leave the list of what waits. */
async function decideBlock(ctx, block, decision) {
  const items = paragraphs(ctx).map((item) => item.dataset.block);
  const place = items.indexOf(block.id);
  const answer = await ctx.decide("decide_block", { block_id: block.id, decision });
  if (answer.refused || paragraphs(ctx).some((item) => item.dataset.block === block.id)) return;
  const next = paragraphs(ctx)[Math.min(place, paragraphs(ctx).length - 1)];
  if (next) focusParagraph(next);
}

function blockButtons(ctx, block) {
  const { t, view } = ctx;
  const about = { "aria-describedby": `b-${block.number}` };
  const isTable = block.kind === "table" || block.kind === "figure";
  const comment = button(t.write_comment, () => openForm(ctx, "commenting", block, `comment-${block.id}`), { key: `say-${block.id}`, kind: "os-small", ...about });
  if (view.commenting) {
    return h("div", { className: "os-row" }, comment,
      isTable ? null : button(t.propose, () => openForm(ctx, "proposing", block, `propose-${block.id}`), { key: `offer-${block.id}`, kind: "os-small", ...about }));
  }
  const decide = (decision) => () => decideBlock(ctx, block, decision);
  return h("div", { className: "os-row" },
    button(t.accept, decide("accept"), { key: `accept-${block.id}`, kind: `os-small ${block.decision ? "" : "os-primary"}`, "aria-pressed": String(block.decision === "accept"), ...about }),
    button(t.edit, () => openForm(ctx, "editing", block, `text-${block.id}`), { key: `edit-${block.id}`, kind: "os-small", ...about }),
    button(t.reject, decide("reject"), { key: `reject-${block.id}`, kind: "os-small", "aria-pressed": String(block.decision === "reject"), ...about }),
    comment);
}

function blockItem(ctx, block, number) {
  const { t, ui, view } = ctx;
  const numbered = { ...block, number };
  const remarks = view.commenting ? null : remarksOf(ctx, block);
  if (!block.needs_decision) return h("div", { id: `b-${number}` }, blockBody(block), remarks);
  return h("article", { className: `os-block-item ${view.commenting ? "" : `os-is-${block.decision || "waiting"}`}`.trim(), "data-block": block.id, "data-key": `block-${block.id}`, tabIndex: -1, "aria-labelledby": `b-${number}` },
    h("div", { id: `b-${number}` }, blockBody(block)),
    remarks,
    ui.editing === block.id ? editForm(ctx, block) : [view.commenting ? null : decisionLine(ctx, block), blockButtons(ctx, numbered)],
    ui.commenting === block.id ? commentForm(ctx, block) : null,
    ui.proposing === block.id ? proposeForm(ctx, block) : null,
    commentList(ctx, block),
    block.proposals.map((one) => changeCard(ctx, one, "h4")),
    block.original && !view.commenting ? disclosure(ctx, `original-${block.id}`, t.original, h("p", {}, block.original)) : null,
    block.before && !view.commenting ? disclosure(ctx, `before-${block.id}`, t.before, h("p", {}, block.before)) : null,
    block.after && block.after !== block.text && !view.commenting ? disclosure(ctx, `after-${block.id}`, t.after, h("p", {}, block.after)) : null,
    evidence(ctx, block));
}

/** The facts of a section as one decision; only once every one of them has been on the screen. */
function factsButton(ctx, block) {
  const { t, ui, view } = ctx;
  const n = block.facts.length;
  if (n < 2 || view.commenting) return null; // one alone has its own button
  const accept = async () => {
    const unseen = block.facts.find((id) => !ui.seen?.has(id));
    const item = unseen && paragraphs(ctx).find((one) => one.dataset.block === unseen);
    if (unseen) {
      if (item) focusParagraph(item);
      return ctx.say(t.see_first);
    }
    await ctx.decide("accept_facts", { block_ids: block.facts });
    const next = paragraphs(ctx).find((one) => one.classList.contains("os-is-waiting"));
    if (next && !ctx.root.contains(document.activeElement)) focusParagraph(next);
  };
  return h("p", { className: "os-facts" }, button(fill(t.accept_facts, { n }), accept, { key: `facts-${block.id}` }),
    h("span", { className: "os-hint" }, t.accept_facts_hint));
}
