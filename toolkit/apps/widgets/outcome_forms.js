// Recording what was decided of proposals, and what carrying them out would take.
const valueOf = (form, name) => form.querySelector(`[name="${name}"]`)?.value ?? "";

function formField(name, label, { tag = "input", value = "", hint = "", ...more } = {}, ...children) {
  const id = newId("f");
  return h("div", { className: "os-field" }, h("label", { htmlFor: id }, label),
    h(tag, { id, name, value: tag === "select" ? undefined : value, "aria-describedby": hint ? `${id}-h` : undefined, ...more }, children),
    hint && h("p", { id: `${id}-h`, className: "os-hint" }, hint));
}

function choiceField(name, label, options, chosen, first, more = {}) {
  return formField(name, label, { tag: "select", ...more },
    h("option", { value: "" }, first), options.map((one) => h("option", { value: one.key, selected: one.key === chosen }, one.label)));
}

function listed(ctx, chosen) {
  return h("ul", { className: "os-plainlist os-listed" }, chosen.map((one) => h("li", {}, h("span", { className: "os-ref" }, one.ref), " ", one.text)));
}

/** Ask for a decision on one proposal, or one decision on several. */
async function decideDialog(ctx, chosen, key) {
  const { t, view } = ctx;
  const now = (chosen.length === 1 && chosen[0].decision) || { outcome: "", body: "", reason: "", date: "" };
  const bodies = newId("bodies");
  const form = h("div", {},
    listed(ctx, chosen),
    chosen.some((one) => one.decision) ? h("p", { className: "os-warning" }, t.was_decided) : null,
    choiceField("outcome", t.outcome, view.outcomes, now.outcome, t.choose_outcome, { required: true }),
    formField("body", t.body, { value: now.body, maxLength: 200, required: true, list: bodies, hint: t.body_hint }),
    h("datalist", { id: bodies }, view.bodies.map((one) => h("option", { value: one }))),
    formField("date", t.date, { type: "date", value: now.date }),
    formField("reason", t.reason, { tag: "textarea", value: now.reason, rows: 3, maxLength: 2000, required: true, hint: t.reason_hint }));
  const seq = view.seq;
  const done = await ask(ctx, chosen.length > 1 ? fill(t.decide_many, { n: chosen.length }) : t.decide, form,
    [{ value: "save", label: t.record, kind: "os-primary" }],
    () => ctx.decide("decide_proposals", {
      proposal_ids: chosen.map((one) => one.id), outcome: valueOf(form, "outcome"), body: valueOf(form, "body"),
      reason: valueOf(form, "reason"), date: valueOf(form, "date"), seq,
    }));
  if (done) ctx.ui.picked = new Set();
  if (done) ctx.redraw();
  focusKey(ctx, key);
}

/** Ask for a plan for one proposal. */
async function planDialog(ctx, one, key) {
  const { t, view } = ctx;
  const now = one.plan ?? {};
  const form = h("div", {},
    listed(ctx, [one]), h("p", { className: "os-hint" }, t.plan_hint),
    choiceField("level", t.level, view.levels, now.level, t.no_level),
    view.plan_fields.map((item) => formField(item.key, item.label, { value: now[item.key] ?? "", maxLength: 2000 })));
  const seq = view.seq;
  await ask(ctx, t.plan, form, [{ value: "save", label: t.record_plan, kind: "os-primary" }],
    () => ctx.decide("plan_proposal", {
      proposal_id: one.id, level: valueOf(form, "level"), seq,
      texts: Object.fromEntries(view.plan_fields.map((item) => [item.key, valueOf(form, item.key)])),
    }));
  focusKey(ctx, key);
}
