// Review: the document as it reads; under every paragraph its evidence and what people decide.
function decisionLine(ctx, block) {
  const { t } = ctx;
  if (!block.needs_decision) return null;
  const words = { accept: t.accepted, edit: t.edited, reject: t.rejected }[block.decision];
  return h("p", { className: `os-state os-is-${block.decision || "waiting"}` }, words ? fill(words, { name: block.author }) : t.waits);
}

function blockBody(block) {
  if (block.kind === "heading") return h(`h${Math.min(block.level + 2, 6)}`, { className: "os-docheading" }, block.text);
  if (block.kind === "table" || block.kind === "figure") {
    const [head, ...rows] = block.text.split("\n").map((line) => line.split(" | "));
    return h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-label": block.caption || head.join(", ") },
      h("table", { className: "os-table" }, block.caption ? h("caption", {}, block.caption) : null,
        h("thead", {}, h("tr", {}, head.map((cell) => h("th", { scope: "col" }, cell)))),
        h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, cell)))))));
  }
  return h("p", { className: `os-doc os-doc-${block.kind}` }, block.text);
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

function evidence(ctx, block) {
  const { t } = ctx;
  if (!block.evidence.length) return null;
  return disclosure(ctx, `evidence-${block.id}`, fill(t.evidence, { n: block.evidence.length }),
    h("ul", { className: "os-notes" }, block.evidence.map((note) => h("li", { className: "os-notecard" },
      h("p", {}, h("span", { className: "os-ref" }, note.ref), " ", note.text), h("p", { className: "os-hint" }, note.where)))));
}

function blockItem(ctx, block, number) {
  const { t, ui } = ctx;
  const numbered = { ...block, number };
  const remarks = block.gates.map((gate) => h("p", { className: gate.level === "error" ? "os-error" : "os-warning" }, `${gate.level === "error" ? t.gate_error : t.note_this}: ${gate.message}`));
  if (!block.needs_decision) return h("div", { id: `b-${number}` }, blockBody(block), remarks);
  return h("article", { className: `os-block-item os-is-${block.decision || "waiting"}` },
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

function writeFiles(ctx) {
  const { t, view } = ctx;
  const { draft } = view;
  const ready = draft.n_waiting === 0 && draft.errors === 0 && !draft.outdated;
  const missing = draft.outdated ? t.outdated : draft.n_waiting ? t.final_waits : t.final_errors;
  const row = (label, workingCopy, disabled) => h("div", { className: "os-row" }, h("span", { className: "os-filelabel" }, label),
    view.formats.map((format) => button(format.label, () => ctx.send("write", { format: format.key, working_copy: workingCopy }),
      { key: `write-${format.key}-${workingCopy}`, kind: workingCopy ? "os-small" : "os-small os-primary", disabled, "aria-label": `${label}: ${format.label}` })));
  return h("section", { className: "os-card" }, h("h2", {}, t.files),
    row(t.working_copy, true, false), h("p", { className: "os-hint" }, t.working_copy_hint),
    row(t.final, false, !ready), ready ? null : h("p", { className: "os-hint" }, missing));
}

function chooser(ctx) {
  const { t, view } = ctx;
  return h("fieldset", { className: "os-types" }, h("legend", {}, t.type), view.types.map((type) => {
    const id = newId("type");
    return h("span", {}, h("input", { type: "radio", name: "type", id, value: type.key, checked: type.key === view.type, "data-key": `type-${type.key}`,
      onchange: () => { ctx.ui = { }; ctx.send("choose", { type: type.key }); } }), h("label", { htmlFor: id }, type.label));
  }));
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  const { draft } = view;
  const working = frame.jobs.some((job) => job.kind === "draft" || job.kind === "demo");
  const compose = (label, kind) => button(label, () => ctx.send("compose"), { key: "compose", kind, disabled: working });
  if (!view.has_sources) return [h("p", { className: "os-empty" }, t.no_sources), h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[0].href }, t.go_import))];
  if (!draft) return [chooser(ctx), h("p", { className: "os-empty" }, working ? t.working : t.no_draft), working ? null : h("p", {}, compose(t.compose, "os-primary"))];
  return [
    chooser(ctx),
    h("div", { className: "os-review" }, h("aside", { className: "os-side", "aria-label": t.situation },
      h("div", { className: "os-card" },
      h("p", { id: "os-decided" }, h("strong", {}, fill(t.decided, { done: draft.n_decided, all: draft.n_all })), " · ", draft.waiting_text),
      h("progress", { max: Math.max(1, draft.n_all), value: draft.n_decided, "aria-labelledby": "os-decided" }),
      h("div", { className: "os-row" },
        draft.n_waiting ? button(t.next_waiting, () => nextWaiting(ctx), { key: "next", kind: "os-small" }) : null,
        draft.n_waiting ? button(`${t.accept_all} …`, () => acceptAll(ctx), { key: "accept-all", kind: "os-small" }) : null,
        draft.outdated ? null : compose(t.compose_again, "os-small"))),
      writeFiles(ctx)),
    h("div", { className: "os-doccolumn" },
    draft.outdated ? h("div", { className: "os-notice os-wait" }, h("span", {}, t.outdated), compose(t.compose_again, "os-primary")) : null,
    draft.loose_gates.map((gate) => h("p", { className: gate.level === "error" ? "os-error" : "os-warning" }, gate.message)),
    draft.stale.length ? h("div", { className: "os-warning" }, h("p", {}, t.stale), disclosure(ctx, "stale", fill(t.stale_list, { n: draft.stale.length }),
      h("ul", {}, draft.stale.map((item) => h("li", {}, `${item.author}: ${item.text}`))))) : null,
    h("section", { className: "os-document", lang: draft.language, "aria-labelledby": "os-doctitle" },
      h("h2", { id: "os-doctitle" }, draft.title),
      draft.meta.length ? h("dl", {}, draft.meta.map(([label, value]) => [h("dt", {}, label), h("dd", {}, value)])) : null,
      draft.blocks.map((block, number) => blockItem(ctx, block, number))))),
  ];
}
