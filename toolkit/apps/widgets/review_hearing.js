// The comment round: whom the document was sent to, who has answered, what they propose.
function openRoundForm(ctx) {
  const { t, view: { hearing }, ui } = ctx;
  ui.councils ??= new Set(hearing.councils.map(([key]) => key));
  return smallForm(ctx, { keys: ["others", "sent-on", "deadline"], save: t.open_round,
    send: (typed) => ctx.send("open_round", { councils: [...ui.councils], others: typed("others"), sent_on: typed("sent-on"), deadline: typed("deadline") }) },
  h("fieldset", { className: "os-types" }, h("legend", {}, t.councils), hearing.councils.map(([key, label]) => {
    const id = newId("council");
    return h("span", {}, h("input", { type: "checkbox", id, checked: ui.councils.has(key), "data-key": `council-${key}`, onchange: (event) => ui.councils[event.target.checked ? "add" : "delete"](key) }), h("label", { htmlFor: id }, label));
  })),
  field(ctx, "others", t.others, { tag: "textarea", rows: 3, hint: t.others_hint, maxLength: 2000 }),
  h("div", { className: "os-fields" }, field(ctx, "sent-on", t.sent_on, { type: "date" }), field(ctx, "deadline", t.deadline, { type: "date" })));
}

function heardForm(ctx) {
  const { t, view: { hearing } } = ctx;
  const names = newId("bodies");
  return smallForm(ctx, { keys: ["heard-name", "heard-way", "heard-date", "heard-council"], save: t.record_heard,
    send: (typed) => ctx.send("record_heard", { name: typed("heard-name"), way: typed("heard-way") || hearing.ways[0][0], date: typed("heard-date"), council: typed("heard-council") }) },
  field(ctx, "heard-name", t.body, { list: names, maxLength: 200, autocomplete: "off", hint: t.body_hint }),
  h("datalist", { id: names }, hearing.bodies.map((body) => h("option", { value: body.name }))),
  h("div", { className: "os-fields" }, choiceField(ctx, "heard-way", t.how_heard, hearing.ways, hearing.ways[0][0]),
    field(ctx, "heard-date", t.date, { type: "date" }),
    choiceField(ctx, "heard-council", t.which_council, [["", t.no_council], ...hearing.councils])));
}

function amendForm(ctx) {
  const { t, view: { hearing } } = ctx;
  const names = newId("bodies");
  return smallForm(ctx, { keys: ["amend-body", "amend-text"], save: t.record_amendment,
    send: (typed) => ctx.send("propose_amendment", { body: typed("amend-body"), text: typed("amend-text") }) },
  field(ctx, "amend-body", t.body, { list: names, maxLength: 200, autocomplete: "off" }),
  h("datalist", { id: names }, hearing.bodies.map((body) => h("option", { value: body.name }))),
  field(ctx, "amend-text", t.amendment_text, { tag: "textarea", rows: 3, maxLength: 5000 }));
}

function amendmentCard(ctx, one) {
  const { t, ui, view: { hearing } } = ctx;
  const keys = ["answer", "reason", "changed"].map((what) => `${what}-a${one.id}`);
  const open = () => { ui.amending = one.id; ctx.redraw(); focusKey(ctx, keys[0]); };
  return h("section", { className: "os-card" }, h("h4", {}, `${one.id}. ${one.body}`), h("p", { className: "os-doc" }, one.text),
    one.answer ? [h("p", {}, h("strong", {}, one.answered), `: ${one.reason}`), one.changed ? h("p", { className: "os-hint" }, fill(t.changed_where, { where: one.changed })) : null] : h("p", { className: "os-warning" }, t.not_answered),
    ui.amending === one.id
      ? smallForm(ctx, { keys, save: t.save_answer, cancel: () => { ui.amending = ""; },
        send: () => ctx.send("answer_amendment", { amendment_id: one.id, answer: ctx.typed.get(keys[0]) ?? (one.answer || hearing.answers[0][0]), reason: ctx.typed.get(keys[1]) ?? one.reason, changed: ctx.typed.get(keys[2]) ?? one.changed }) },
      choiceField(ctx, keys[0], t.the_answer, hearing.answers, one.answer || hearing.answers[0][0]),
      field(ctx, keys[1], t.reason, { tag: "textarea", rows: 2, value: one.reason, maxLength: 5000, hint: t.reason_hint }),
      field(ctx, keys[2], t.where_changed, { value: one.changed, maxLength: 500 }))
      : button(`${one.answer ? t.change_answer : t.give_answer} …`, open, { key: `amend-${one.id}`, kind: "os-small", "aria-label": `${one.answer ? t.change_answer : t.give_answer}: ${one.id}` }));
}

function bodyTable(ctx) {
  const { t, view: { hearing } } = ctx;
  const columns = [t.body, t.date, t.how_heard];
  return h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-label": t.who_heard },
    h("table", { className: "os-table" }, h("caption", {}, fill(t.heard_of, { done: hearing.n_heard, all: hearing.bodies.length })),
      h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, hearing.bodies.map((body) => h("tr", {}, h("th", { scope: "row" }, body.name, body.council && body.council !== body.name ? h("span", { className: "os-hint os-block" }, body.council) : null),
        h("td", {}, body.date || "–"), h("td", {}, body.way ? `✓ ${body.how}` : body.how))))));
}

function hearingPart(ctx) {
  const { t, view: { hearing } } = ctx;
  if (!hearing.open) return [h("p", { className: "os-empty" }, t.no_round), h("section", { className: "os-card" }, h("h2", {}, t.open_round), openRoundForm(ctx))];
  return [
    hearing.warnings.length ? h("section", { className: "os-card" }, h("h2", {}, t.before_decision), h("ul", {}, hearing.warnings.map((one) => h("li", { className: "os-warning" }, one)))) : null,
    h("section", {}, h("h2", {}, t.who_heard),
      hearing.sent_on || hearing.deadline ? h("p", {}, fill(t.round_dates, { sent: hearing.sent_on || "–", deadline: hearing.deadline || "–" })) : null,
      h("progress", { max: Math.max(1, hearing.bodies.length), value: hearing.n_heard, "aria-label": t.who_heard }), bodyTable(ctx),
      h("h3", {}, t.record_heard), heardForm(ctx)),
    h("section", {}, h("h2", {}, t.amendments),
      h("p", { className: "os-hint" }, t.amendments_hint),
      hearing.amendments.length ? hearing.amendments.map((one) => amendmentCard(ctx, one)) : h("p", { className: "os-empty" }, t.no_amendments),
      h("h3", {}, t.record_amendment), amendForm(ctx)),
    disclosure(ctx, "new-round", t.new_round, h("p", { className: "os-warning" }, t.new_round_hint), openRoundForm(ctx)),
  ];
}
