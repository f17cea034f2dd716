// Recording what was decided of proposals, and what carrying them out would take.
function choiceField(ctx, key, label, options, { value = "", first, ...more }) {
  const box = field(ctx, key, label, { tag: "select", ...more });
  const chosen = ctx.typed.get(key) ?? value;
  box.querySelector("select").append(h("option", { value: "" }, first),
    ...options.map((one) => h("option", { value: one.key, selected: one.key === chosen }, one.label)));
  return box;
}

/** What the form called `stem` holds now: what has been written, or else what was there before. */
function written(ctx, stem, names, before) {
  return Object.fromEntries(names.map((name) => [name, ctx.typed.get(`${stem}.${name}`) ?? before[name] ?? ""]));
}

function forgetWritten(ctx, stem) {
  [...ctx.typed.keys()].filter((key) => key.startsWith(`${stem}.`)).forEach((key) => ctx.typed.delete(key));
}

function listed(ctx, chosen) {
  return h("ul", { className: "os-plainlist os-listed" }, chosen.map((one) => h("li", {}, h("span", { className: "os-ref" }, one.ref), " ", one.text)));
}

/** Ask for a decision on one proposal, or one decision on several. */
async function decideDialog(ctx, chosen, key) {
  const { t, view } = ctx;
  const now = (chosen.length === 1 && chosen[0].decision) || { outcome: "", body: "", reason: "", date: "" };
  const stem = chosen.length === 1 ? `decide-${chosen[0].id}` : "decide-picked";
  const bodies = newId("bodies");
  const form = h("div", {},
    listed(ctx, chosen),
    chosen.some((one) => one.decision) ? h("p", { className: "os-warning" }, t.was_decided) : null,
    choiceField(ctx, `${stem}.outcome`, t.outcome, view.outcomes, { value: now.outcome, first: t.choose_outcome, required: true }),
    field(ctx, `${stem}.body`, t.body, { value: now.body, maxLength: 200, required: true, list: bodies, hint: t.body_hint }),
    h("datalist", { id: bodies }, view.bodies.map((one) => h("option", { value: one }))),
    field(ctx, `${stem}.date`, t.date, { type: "date", value: now.date }),
    field(ctx, `${stem}.reason`, t.reason, { tag: "textarea", value: now.reason, rows: 3, maxLength: 2000, required: true, hint: t.reason_hint }));
  const seq = view.seq;
  const done = await ask(ctx, chosen.length > 1 ? fill(t.decide_many, { n: chosen.length }) : t.decide, form,
    [{ value: "save", label: t.record, kind: "os-primary" }],
    () => ctx.decide("decide_proposals", {
      proposal_ids: chosen.map((one) => one.id), ...written(ctx, stem, ["outcome", "body", "reason", "date"], now), seq,
    }));
  forgetWritten(ctx, stem);
  if (done) ctx.ui.picked = new Set();
  if (done) ctx.redraw();
  focusKey(ctx, key);
}

/** Ask for a plan for one proposal. */
async function planDialog(ctx, one, key) {
  const { t, view } = ctx;
  const now = one.plan ?? {};
  const stem = `plan-${one.id}`;
  const names = view.plan_fields.map((item) => item.key);
  const form = h("div", {},
    listed(ctx, [one]), h("p", { className: "os-hint" }, t.plan_hint),
    choiceField(ctx, `${stem}.level`, t.level, view.levels, { value: now.level, first: t.no_level }),
    view.plan_fields.map((item) => field(ctx, `${stem}.${item.key}`, item.label, { value: now[item.key] ?? "", maxLength: 2000 })));
  const seq = view.seq;
  await ask(ctx, t.plan, form, [{ value: "save", label: t.record_plan, kind: "os-primary" }],
    () => ctx.decide("plan_proposal", {
      proposal_id: one.id, ...written(ctx, stem, ["level"], now), texts: written(ctx, stem, names, now), seq,
    }));
  forgetWritten(ctx, stem);
  focusKey(ctx, key);
}
