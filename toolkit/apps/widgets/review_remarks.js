// What people say of a paragraph: comments with their answers, and other wordings they propose.
function openForm(ctx, what, block, key) {
  ctx.ui[what] = block.id;
  ctx.ui[`${what}Seq`] = ctx.view.seq;
  ctx.redraw();
  focusKey(ctx, key);
}

function commentForm(ctx, block) {
  const { t, ui } = ctx;
  const key = `comment-${block.id}`;
  return smallForm(ctx, { keys: [key], save: t.save_comment, cancel: () => { ui.commenting = ""; },
    send: (typed) => ctx.send("comment", { block_id: block.id, text: typed(key) }) },
  field(ctx, key, t.comment, { tag: "textarea", rows: 3, maxLength: 5000 }));
}

function proposeForm(ctx, block) {
  const { t, ui } = ctx;
  const key = `propose-${block.id}`;
  return smallForm(ctx, { keys: [key], save: t.save_proposal, cancel: () => { ui.proposing = ""; },
    send: () => ctx.decide("propose", { block_id: block.id, text: ctx.typed.get(key) ?? block.text, seq: ui.proposingSeq }) },
  field(ctx, key, t.proposed_words, { tag: "textarea", value: block.text, rows: Math.min(12, 3 + Math.ceil(block.text.length / 90)), maxLength: 5000, hint: t.proposed_words_hint }));
}

function answerForm(ctx, block, comment) {
  const { t, ui } = ctx;
  const key = `answer-${comment.id}`;
  return smallForm(ctx, { keys: [key], save: t.mark_handled, cancel: () => { ui.answering = ""; },
    send: (typed) => ctx.send("handle_comment", { block_id: block.id, comment_id: comment.id, answer: typed(key) }) },
  field(ctx, key, t.answer_comment, { tag: "textarea", rows: 2, maxLength: 5000, hint: t.answer_hint }));
}

function commentItem(ctx, block, comment) {
  const { t, ui, view } = ctx;
  const open = () => {
    ui.answering = comment.id;
    ctx.redraw();
    focusKey(ctx, `answer-${comment.id}`);
  };
  const handled = comment.handled_by && h("p", { className: "os-hint" }, `✓ ${fill(t.handled, { name: comment.handled_by })}`, comment.answer ? ` – ${comment.answer}` : "");
  return h("li", {}, h("strong", {}, comment.author), ": ", comment.text, handled,
    handled || view.commenting ? null : ui.answering === comment.id ? answerForm(ctx, block, comment)
      : button(`${t.answer_or_handle} …`, open, { key: `handle-${comment.id}`, kind: "os-small" }));
}

function commentList(ctx, block) {
  return block.comments.length ? h("ul", { className: "os-comments" }, block.comments.map((one) => commentItem(ctx, block, one))) : null;
}

/** A change or a proposed wording with its difference and what can be done to it. */
function changeCard(ctx, change, level = "h3") {
  const { t, ui, view } = ctx;
  const heading = newId("c");
  const key = `take-words-${change.id}`;
  const settle = (take, text = "") => ctx.send("settle", { change_id: change.id, take, text });
  const edit = () => { ui.taking = change.id; ctx.redraw(); focusKey(ctx, key); };
  const decides = view.commenting ? null : h("div", { className: "os-row" },
    change.stale || change.by_hand ? null : button(change.comment ? t.take_comment : t.take, () => settle(true), { key: `take-${change.id}`, kind: "os-small os-primary", "aria-describedby": heading }),
    change.editable && !change.stale ? button(`${t.edit_and_take} …`, edit, { key: `edit-take-${change.id}`, kind: "os-small", "aria-describedby": heading }) : null,
    button(t.leave, () => settle(false), { key: `leave-${change.id}`, kind: "os-small", "aria-describedby": heading }),
    change.block_id && view.part === "palautetut" ? button(t.go_to_block, () => goToBlock(ctx, change.block_id), { kind: "os-small", key: `go-${change.id}`, "aria-describedby": heading }) : null);
  return h("section", { className: "os-card os-change", "aria-labelledby": heading },
    h(level, { id: heading }, change.proposed_here ? fill(t.proposes, { name: change.who }) : `${change.kind} · ${change.who}`),
    change.comment ? h("p", { className: "os-doc" }, change.comment) : null,
    change.marked.length ? markedWords(ctx, change.marked) : null,
    change.stale ? h("p", { className: "os-warning" }, t.stale_change) : null,
    change.by_hand ? h("p", { className: "os-warning" }, t.by_hand) : null,
    ui.taking === change.id
      ? smallForm(ctx, { keys: [key], save: t.take, cancel: () => { ui.taking = ""; }, send: () => settle(true, ctx.typed.get(key) ?? change.after) },
        field(ctx, key, t.new_words, { tag: "textarea", value: change.after, rows: 4, maxLength: 5000, hint: t.new_words_hint }))
      : decides);
}
