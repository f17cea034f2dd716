// Roles, signatures and versions.
function changeRows(ctx, changes) {
  return h("ol", { className: "os-changes" }, changes.map((one) => h("li", { className: "os-card" },
    h("p", {}, h("strong", {}, one.change), one.heading ? ` · ${one.heading}` : ""), markedWords(ctx, one.marked))));
}

function blockerList(ctx) {
  const { t, view: { signing } } = ctx;
  const first = signing.blockers.find((one) => one.block_id);
  return h("section", { className: "os-card" }, h("h2", {}, t.cannot_sign), h("p", {}, t.cannot_sign_why),
    h("ul", {}, signing.blockers.map((one) => h("li", {}, one.text, " ",
      one.block_id && signing.blockers.length > 1 ? button(t.go_to_block, () => goToBlock(ctx, one.block_id), { kind: "os-small", "aria-label": `${t.go_to_block}: ${one.text}` }) : null))),
    first ? button(t.go_to_first, () => goToBlock(ctx, first.block_id), { key: "first-blocker", kind: "os-primary" }) : null);
}

function signForm(ctx) {
  const { t, ui, view: { signing } } = ctx;
  const id = newId("read");
  return h("section", { className: "os-card" }, h("h2", {}, t.sign),
    h("p", {}, fill(t.sign_help, { digest: signing.digest.slice(0, 12) })),
    signing.still_open.map((words) => h("p", { className: "os-warning" }, words)),
    signing.may_sign ? null : h("p", { className: "os-warning" }, t.not_approver),
    button(t.read_document, () => ctx.send("turn", { part: "kohdat", shown: "kaikki" }), { key: "read-document", kind: "os-small" }),
    smallForm(ctx, { keys: ["sign-role"], save: t.sign, send: (typed) => ctx.send("sign", { role: typed("sign-role"), digest: signing.digest, read: ui.read === signing.digest }) },
      field(ctx, "sign-role", t.your_role, { maxLength: 80, hint: t.your_role_hint }),
      h("p", { className: "os-check" }, h("input", { type: "checkbox", id, checked: ui.read === signing.digest, "data-key": "have-read", onchange: (event) => { ui.read = event.target.checked ? signing.digest : ""; } }), h("label", { htmlFor: id }, t.have_read))));
}

function signatureTable(ctx) {
  const { t, view: { signing } } = ctx;
  const columns = [t.name, t.in_role, t.date, t.signed_version];
  return h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-label": t.signatures },
    h("table", { className: "os-table" }, h("caption", {}, t.signatures),
      h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, signing.signatures.map((one) => h("tr", {}, h("th", { scope: "row" }, one.name), h("td", {}, one.role), h("td", {}, one.when),
        h("td", {}, one.holds ? `✓ ${t.present_version}` : t.earlier_version, h("span", { className: "os-hint os-block" }, one.digest)))))));
}

function roleSection(ctx) {
  const { t, view: { signing } } = ctx;
  return h("section", {}, h("h2", {}, t.roles), h("p", { className: "os-hint" }, t.roles_hint),
    signing.roles.length ? h("ul", {}, signing.roles.map((one) => h("li", {}, h("strong", {}, one.name), ` – ${one.role}`))) : h("p", { className: "os-empty" }, t.no_roles),
    smallForm(ctx, { keys: ["role-name", "role-role"], save: t.give_role, primary: false,
      send: (typed) => ctx.send("give_role", { name: typed("role-name"), role: typed("role-role") || signing.choices[0][0] }) },
    h("div", { className: "os-fields" }, field(ctx, "role-name", t.name, { maxLength: 80, autocomplete: "off" }), choiceField(ctx, "role-role", t.role, signing.choices, signing.choices[0][0]))));
}

function signingPart(ctx) {
  const { t, view: { signing } } = ctx;
  return [
    signing.digest ? signForm(ctx) : blockerList(ctx),
    h("section", {}, h("h2", {}, t.signatures),
      signing.signatures.length ? signatureTable(ctx) : h("p", { className: "os-empty" }, t.no_signatures),
      signing.changed.length ? [h("h3", {}, t.changed_since), changeRows(ctx, signing.changed)] : null),
    roleSection(ctx),
    nextStep(ctx, "julkaisu", t.next),
  ];
}

function versionsPart(ctx) {
  const { t, view: { compared } } = ctx;
  const name = (one) => [String(one.number), `${fill(t.version_of, { n: one.number })} · ${one.when}${one.sent ? ` · ${t.sent_out}` : ""}`];
  if (compared.versions.length < 2) return [h("p", { className: "os-empty" }, t.one_version), h("ul", {}, compared.versions.map((one) => h("li", {}, name(one)[1])))];
  const choices = compared.versions.map(name);
  return [
    smallForm(ctx, { keys: [], save: t.compare, send: () => ctx.send("turn", { compared: `${ctx.typed.get("first") ?? compared.first}-${ctx.typed.get("last") ?? compared.last}` }) },
      h("div", { className: "os-fields" }, choiceField(ctx, "first", t.older, choices, String(compared.first)), choiceField(ctx, "last", t.newer, choices, String(compared.last)))),
    h("section", {}, h("h2", {}, fill(t.changed_between, { first: compared.first, last: compared.last })),
      compared.changes.length ? changeRows(ctx, compared.changes) : h("p", { className: "os-empty" }, t.nothing_changed)),
  ];
}
