// Follow-up: what was decided of each proposal.
function proposalItem(ctx, one) {
  const { t, view } = ctx;
  const key = (name) => `${name}-${one.id}`;
  const id = newId("o");
  const submit = (event) => {
    event.preventDefault();
    const value = (name) => ctx.typed.get(key(name)) ?? one[name];
    ctx.send("decide_proposal", { proposal_id: one.id, outcome: value("outcome"), body: value("body"), reason: value("reason") });
  };
  const outcome = h("select", { id, "data-key": key("outcome"), onchange: (event) => ctx.typed.set(key("outcome"), event.target.value) },
    h("option", { value: "" }, t.choose_outcome),
    view.outcomes.map((item) => h("option", { value: item.key, selected: (ctx.typed.get(key("outcome")) ?? one.outcome) === item.key }, item.label)));
  return h("li", { className: "os-card" },
    h("p", {}, h("span", { className: "os-ref" }, one.ref), " ", one.text),
    one.theme ? h("p", { className: "os-hint" }, one.theme) : null,
    h("form", { onsubmit: submit },
      h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.outcome), outcome),
      field(ctx, key("body"), t.body, { value: one.body, maxLength: 200 }),
      field(ctx, key("reason"), t.reason, { tag: "textarea", value: one.reason, rows: 2, maxLength: 2000 }),
      h("button", { type: "submit", className: "os-button os-primary os-small", "data-key": key("record") }, t.record)));
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  if (!view.has_sources) return [h("p", { className: "os-empty" }, t.no_sources), h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[0].href }, t.go_import))];
  if (!view.proposals.length) return [h("p", { className: "os-empty" }, t.no_proposals)];
  return [h("ul", { className: "os-plainlist os-proposals" }, view.proposals.map((one) => proposalItem(ctx, one)))];
}
