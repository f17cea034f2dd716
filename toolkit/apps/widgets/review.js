// Review: under every paragraph its evidence and what people decide.
function decisionLine(ctx, block) {
  const { t } = ctx;
  if (!block.needs_decision) return null;
  const words = { accept: t.accepted, edit: t.edited, reject: t.rejected }[block.decision];
  return h("p", { className: `os-state os-is-${block.decision || "waiting"}` }, words ? fill(words, { name: block.author }) : t.waits);
}

function editForm(ctx, block) {
  const { t, ui } = ctx;
  const key = `text-${block.id}`;
  const close = () => {
    ui.editing = "";
    ctx.typed.delete(key);
    ctx.redraw();
    ctx.root.querySelector(`[data-key="edit-${CSS.escape(block.id)}"]`)?.focus();
  };
  const submit = async (event) => {
    event.preventDefault();
    const text = ctx.typed.get(key) ?? block.text;
    if (text.trim() === block.text.trim()) return close();
    const answer = await ctx.decide("edit", { block_id: block.id, text, seq: ui.editingSeq });
    if (!answer.refused) close();
  };
  return h("form", { onsubmit: submit, onkeydown: (event) => event.key === "Escape" && close() },
    field(ctx, key, t.new_words, { tag: "textarea", value: block.text, rows: Math.min(12, 3 + Math.ceil(block.text.length / 90)), maxLength: 5000, hint: t.new_words_hint }),
    h("div", { className: "os-row" },
      h("button", { type: "submit", className: "os-button os-primary os-small", "data-key": `save-${block.id}` }, t.save),
      button(t.cancel, close, { kind: "os-small" })));
}

function commentForm(ctx, block) {
  const { t, ui } = ctx;
  const key = `comment-${block.id}`;
  const close = () => { ui.commenting = ""; ctx.typed.delete(key); ctx.redraw(); };
  const submit = async (event) => {
    event.preventDefault();
    const answer = await ctx.send("comment", { block_id: block.id, text: ctx.typed.get(key) ?? "" });
    if (!answer.refused) close();
  };
  return h("form", { onsubmit: submit, onkeydown: (event) => event.key === "Escape" && close() },
    field(ctx, key, t.comment, { tag: "textarea", rows: 3, maxLength: 5000 }),
    h("div", { className: "os-row" },
      h("button", { type: "submit", className: "os-button os-primary os-small" }, t.save_comment),
      button(t.cancel, close, { kind: "os-small" })));
}

function actions(ctx, block) {
  const { t, ui } = ctx;
  const about = { "aria-describedby": `b-${block.number}` };
  const decide = (decision) => () => ctx.decide("decide_block", { block_id: block.id, decision });
  const open = (what, key) => () => {
    ui[what] = block.id;
    if (what === "editing") ui.editingSeq = ctx.view.seq;
    ctx.redraw();
    ctx.root.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
  };
  return h("div", { className: "os-row" },
    button(t.accept, decide("accept"), { key: `accept-${block.id}`, kind: `os-small ${block.decision ? "" : "os-primary"}`, "aria-pressed": String(block.decision === "accept"), ...about }),
    button(t.edit, open("editing", `text-${block.id}`), { key: `edit-${block.id}`, kind: "os-small", ...about }),
    button(t.reject, decide("reject"), { key: `reject-${block.id}`, kind: "os-small", "aria-pressed": String(block.decision === "reject"), ...about }),
    button(t.write_comment, open("commenting", `comment-${block.id}`), { key: `say-${block.id}`, kind: "os-small", ...about }));
}

function blockItem(ctx, block, number) {
  const { t, ui } = ctx;
  const numbered = { ...block, number };
  const remarks = remarksOf(ctx, block);
  if (!block.needs_decision) return h("div", { id: `b-${number}`, "data-block": block.id }, blockBody(block), remarks);
  return h("article", { className: `os-block-item os-is-${block.decision || "waiting"}`, "data-block": block.id },
    h("div", { id: `b-${number}` }, blockBody(block)),
    remarks,
    ui.editing === block.id ? editForm(ctx, block) : [decisionLine(ctx, block), actions(ctx, numbered)],
    ui.commenting === block.id ? commentForm(ctx, block) : null,
    block.comments.length ? h("ul", { className: "os-comments" }, block.comments.map((item) => h("li", {}, h("strong", {}, item.author), ": ", item.text))) : null,
    block.original ? disclosure(ctx, `original-${block.id}`, t.original, h("p", {}, block.original)) : null,
    block.before ? disclosure(ctx, `before-${block.id}`, t.before, h("p", {}, block.before)) : null,
    block.after && block.after !== block.text ? disclosure(ctx, `after-${block.id}`, t.after, h("p", {}, block.after)) : null,
    evidence(ctx, block));
}

async function acceptAll(ctx) {
  const { t, view } = ctx;
  const choice = await ask(ctx, t.accept_all, h("p", {}, fill(t.accept_all_help, { n: view.draft.n_waiting })), [{ value: "yes", label: t.accept_all, kind: "os-primary" }]);
  if (choice) await ctx.send("accept_all");
}

function nextWaiting(ctx) {
  const all = [...ctx.root.querySelectorAll(".os-block-item.os-is-waiting")];
  const below = all.find((item) => item.getBoundingClientRect().top > 120) ?? all[0];
  below?.scrollIntoView({ block: "center" });
  below?.querySelector("button")?.focus({ preventScroll: true });
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  const toDraft = frame.steps.find((step) => step.key === "luonnos").href;
  const nothing = nothingYet(ctx, () => [h("p", { className: "os-empty" }, t.no_draft), h("p", {}, h("a", { className: "os-button os-primary", href: toDraft }, t.go_draft))]);
  if (nothing) return nothing;
  const { draft } = view;
  return [
    chooser(ctx),
    h("div", { className: "os-review" }, h("aside", { className: "os-side", "aria-label": t.situation },
      h("div", { className: "os-card" },
        h("p", { id: "os-decided" }, h("strong", {}, fill(t.decided, { done: draft.n_decided, all: draft.n_all })), " · ", draft.waiting_text),
        h("progress", { max: Math.max(1, draft.n_all), value: draft.n_decided, "aria-labelledby": "os-decided" }),
        h("div", { className: "os-row" },
          draft.n_waiting ? button(t.next_waiting, () => nextWaiting(ctx), { key: "next", kind: "os-small" }) : null,
          draft.n_waiting ? button(`${t.accept_all} …`, () => acceptAll(ctx), { key: "accept-all", kind: "os-small" }) : null))),
    h("div", { className: "os-doccolumn" },
      draft.loose_gates.map((gate) => h("p", { className: gate.level === "error" ? "os-error" : "os-warning" }, gate.message)),
      documentBody(draft, (block, number) => blockItem(ctx, block, number)),
      nextStep(ctx, "julkaisu", t.next))),
  ];
}
