// The details of a workshop as a form: short at first, the rest folded.
/** A field with what is wrong beside it. */
function formField(ctx, form, key, label, more = {}) {
  const { value = form.values[key] ?? "", ...rest } = more;
  const box = field(ctx, `${form.kind}.${key}`, label, { value, ...rest });
  const problem = ctx.ui.problems?.[form.kind]?.[key];
  if (problem) {
    const control = box.querySelector("input, select, textarea");
    const id = newId("p");
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", [id, control.getAttribute("aria-describedby")].filter(Boolean).join(" "));
    box.append(h("p", { id, className: "os-error" }, problem));
  }
  return box;
}

/** A field of several lines. */
function longField(ctx, form, key, label, hint) {
  return formField(ctx, form, key, label, { tag: "textarea", rows: 3, maxLength: 4000, hint });
}

function languageField(ctx, form) {
  const { t } = ctx;
  const key = `${form.kind}.language`;
  const id = newId("l");
  const chosen = ctx.typed.get(key) ?? form.values.language ?? "fi";
  return h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.document_language),
    h("select", { id, "data-key": key, onchange: (event) => ctx.typed.set(key, event.target.value) },
      [["fi", "Suomi"], ["sv", "Svenska"], ["en", "English"]].map(([code, name]) => h("option", { value: code, lang: code, selected: code === chosen }, name))));
}

const STEP = ["body", "date", "role"];

/** The steps of a form: those that were begun, or else those that are recorded. */
function stepsOf(ctx, kind, recorded) {
  const begun = ctx.typed.get(`${kind}.steps`)?.map((step) => Object.fromEntries(STEP.map((key, at) => [key, step[at]])));
  return begun ?? recorded.map((step) => ({ ...step }));
}

function keepSteps(ctx, form) {
  ctx.typed.set(`${form.kind}.steps`, form.steps.map((step) => STEP.map((key) => step[key] ?? "")));
}

/** The steps of the decision path: who, when, what they do. */
function pathFields(ctx, form) {
  const { t } = ctx;
  const { steps } = form;
  const row = (step, at) => {
    const part = (key, label, more = {}) => formField(ctx, form, `step-${at}-${key}`, label, {
      value: step[key], oninput: (event) => { step[key] = event.target.value; keepSteps(ctx, form); }, ...more,
    });
    return h("li", {}, h("fieldset", { className: "os-pathstep" },
      h("legend", {}, fill(t.step, { n: at + 1 })),
      h("div", { className: "os-columns" }, part("body", t.step_body, { maxLength: 200 }), part("date", t.step_date, { type: "date" })),
      part("role", t.step_role, { maxLength: 200 }),
      button(t.step_remove, () => {
        steps.splice(at, 1);
        keepSteps(ctx, form);
        ctx.redraw();
        focusKey(ctx, `${form.kind}.add`);
      }, { key: `${form.kind}.remove-${at}`, kind: "os-small", "aria-label": `${t.step_remove}: ${at + 1}` })));
  };
  return [h("h3", {}, t.path), h("p", { className: "os-hint" }, t.path_hint),
    h("ol", { className: "os-path" }, steps.map(row)),
    button(t.step_add, () => {
      steps.push({ body: "", date: "", role: "" });
      keepSteps(ctx, form);
      ctx.redraw();
      focusKey(ctx, `${form.kind}.step-${steps.length - 1}-body`);
    }, { key: `${form.kind}.add`, kind: "os-small" })];
}

const AT_FIRST = ["title", "day", "organiser"];
const FIELDS = [...AT_FIRST, "place", "phenomenon", "goal", "questions", "stakeholder_groups", "n_participants",
  "recipient", "decision_body", "decision_date", "case_number", "author", "contact", "retention", "language"];

/** What the form holds now. */
function formNow(ctx, form) {
  const values = Object.fromEntries(FIELDS.map((key) => [key, ctx.typed.get(`${form.kind}.${key}`) ?? form.values[key] ?? ""]));
  return { ...values, language: values.language || "fi", next_steps: form.steps.map((step) => ({ ...step })) };
}

function forgetForm(ctx, kind) {
  [...ctx.typed.keys()].filter((key) => key.startsWith(`${kind}.`)).forEach((key) => ctx.typed.delete(key));
  delete ctx.ui[kind];
  if (ctx.ui.problems) delete ctx.ui.problems[kind];
}

/** Somebody else saved first: what they changed comes into the form, and what was written in it stays. */
function renewForm(ctx, form) {
  const { version, values } = ctx.view.edited;
  ctx.typed.set("edit.version", version);
  Object.assign(form, { version, values, steps: stepsOf(ctx, "edit", values.next_steps) });
  ctx.redraw();
}

/** Send a form; what is wrong is shown beside the fields, and the first of them gets the focus. */
async function sendForm(ctx, form, op, args) {
  if (form.sending) return;
  form.sending = true;
  const answer = await ctx.send(op, args);
  form.sending = false;
  if (answer.conflict) return renewForm(ctx, form);
  const problems = answer.fields ?? {};
  ctx.ui.problems = { ...ctx.ui.problems, [form.kind]: problems };
  if (!answer.refused) return forgetForm(ctx, form.kind);
  if (Object.keys(problems).length) {
    Object.keys(problems).filter((key) => !AT_FIRST.includes(key)).forEach((key) =>
      ctx.open.add(`${form.kind}.${key === "n_participants" ? "background" : key === "retention" ? "documents" : "decision"}`));
    ctx.redraw();
    ctx.root.querySelector("[aria-invalid]")?.focus();
  }
}

function formFields(ctx, form) {
  const { t } = ctx;
  const own = (key, label, more) => formField(ctx, form, key, label, more);
  const folded = (key, label, ...content) => disclosure(ctx, `${form.kind}.${key}`, label, ...content);
  return [
    own("title", t.title, { required: true, maxLength: 200, hint: t.title_hint }),
    h("div", { className: "os-columns" }, own("day", t.day, { type: "date" }), own("organiser", t.organiser, { maxLength: 200 })),
    h("p", { className: "os-hint" }, t.later),
    folded("background", t.background,
      h("div", { className: "os-columns" }, own("place", t.place, { maxLength: 200 }),
        own("n_participants", t.n_participants, { inputMode: "numeric", maxLength: 12, hint: t.n_participants_hint })),
      longField(ctx, form, "phenomenon", t.phenomenon, t.phenomenon_hint),
      longField(ctx, form, "goal", t.goal, t.goal_hint),
      longField(ctx, form, "questions", t.questions, t.line_each),
      longField(ctx, form, "stakeholder_groups", t.partner_groups, t.partner_groups_hint)),
    folded("decision", t.decision,
      own("recipient", t.recipient, { maxLength: 200, hint: t.recipient_hint }),
      h("div", { className: "os-columns" }, own("decision_body", t.decision_body, { maxLength: 200 }), own("decision_date", t.decision_date, { type: "date" })),
      own("case_number", t.case_number, { maxLength: 200 }),
      pathFields(ctx, form)),
    folded("documents", t.documents,
      languageField(ctx, form),
      own("author", t.author, { maxLength: 200, hint: t.author_hint }),
      longField(ctx, form, "contact", t.contact, t.contact_hint),
      own("retention", t.retention, { type: "date", hint: t.retention_hint })),
  ];
}

function newWorkshop(ctx) {
  const { t, ui, view } = ctx;
  const form = ui.new ??= { kind: "new", values: { day: view.today }, steps: stepsOf(ctx, "new", []) };
  const submit = (event) => {
    event.preventDefault();
    sendForm(ctx, form, "create", formNow(ctx, form));
  };
  return h("form", { className: "os-card", noValidate: true, onsubmit: submit },
    h("h2", {}, t.new), formFields(ctx, form),
    h("button", { type: "submit", className: "os-button os-primary", "data-key": "create" }, t.create));
}

/** The details of a workshop that is there. What was open stays as it was opened until it is saved. */
function editDetails(ctx) {
  const { t, ui, view } = ctx;
  if (ui.edit?.name !== view.edited.name) {
    const { name, title, values } = view.edited;
    if (ctx.typed.get("edit.of") !== name) forgetForm(ctx, "edit");
    const version = ctx.typed.get("edit.version") ?? view.edited.version;
    ctx.typed.set("edit.of", name);
    ctx.typed.set("edit.version", version);
    ui.edit = { kind: "edit", name, title, version, values, steps: stepsOf(ctx, "edit", values.next_steps) };
    ["background", "decision", "documents"].forEach((part) => ctx.open.add(`edit.${part}`));
  }
  const form = ui.edit;
  const leave = async () => {
    forgetForm(ctx, "edit");
    await ctx.send("edit");
    focusKey(ctx, `edit-${form.name}`);
  };
  const submit = async (event) => {
    event.preventDefault();
    await sendForm(ctx, form, "save_details", { folder: form.name, version: form.version, values: formNow(ctx, form) });
    if (!ctx.view.edited) focusKey(ctx, `edit-${form.name}`);
  };
  return h("form", { className: "os-card", noValidate: true, onsubmit: submit },
    h("h2", { tabIndex: -1, "data-key": "edit-heading" }, `${t.details}: ${form.title}`), formFields(ctx, form),
    h("div", { className: "os-row" },
      h("button", { type: "submit", className: "os-button os-primary", "data-key": "save" }, t.save),
      button(t.leave, leave, { key: "leave" }),
      h("a", { href: view.workshops.find((one) => one.name === form.name)?.href }, t.to_workshop)));
}
