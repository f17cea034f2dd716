// Proposals theme by theme: finding them, what has been recorded of each, several at once.
const OUTCOME_SIGNS = { adopted: "✓", in_preparation: "…", not_advancing: "✕" };

function isShown(ctx, one) {
  const wanted = (ctx.typed.get("find") ?? "").trim().toLowerCase();
  const which = ctx.ui.which ?? "all";
  const fits = { all: true, waiting: !one.decision, decided: Boolean(one.decision), planned: Boolean(one.plan) }[which] ?? one.decision?.outcome === which;
  const words = [one.ref, one.text, one.decision?.body, one.decision?.reason, ...one.plan_lines.map((line) => line[1])].join(" ");
  return fits && (!wanted || words.toLowerCase().includes(wanted));
}

function tools(ctx, shown) {
  const { t, view, ui } = ctx;
  const id = newId("which");
  const choices = [["all", t.all], ["waiting", t.waiting], ["decided", t.decided], ["planned", t.planned], ...view.outcomes.map((one) => [one.key, one.label])];
  // One element for the life of the page, so that a change in it is read aloud.
  ui.result ??= h("p", { role: "status", className: "os-hint" });
  const result = shown < view.n_listed ? fill(t.shown, { n: shown, all: view.n_listed }) : "";
  if (ui.result.textContent !== result) setTimeout(() => { ui.result.textContent = result; });
  return [h("div", { className: "os-row os-end" },
    field(ctx, "find", t.find, { type: "search", oninput: (event) => { ctx.typed.set("find", event.target.value); ctx.redraw(); } }),
    h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.which),
      h("select", { id, "data-key": "which", onchange: (event) => { ui.which = event.target.value; ctx.redraw(); } },
        choices.map(([key, label]) => h("option", { value: key, selected: key === (ui.which ?? "all") }, label))))), ui.result];
}

function earlier(ctx, key, label, lines) {
  if (!lines.length) return null;
  return disclosure(ctx, key, fill(label, { n: lines.length }), h("ul", { className: "os-plainlist" }, lines.map((line) => h("li", {}, line))));
}

function recorded(ctx, one) {
  const { t } = ctx;
  const { decision } = one;
  return [
    decision
      ? h("div", { className: `os-decision os-is-${decision.outcome}` },
        h("p", {}, h("strong", {}, `${OUTCOME_SIGNS[decision.outcome]} ${decision.label}`), ` – ${[decision.body, decision.day].filter(Boolean).join(", ")}`),
        h("p", {}, decision.reason), h("p", { className: "os-hint" }, `${t.recorded_by}: ${one.decided_by}`),
        earlier(ctx, `before-${one.id}`, t.before, one.before))
      : h("p", { className: "os-state os-is-waiting" }, t.waits),
    one.plan_lines.length
      ? disclosure(ctx, `plan-${one.id}`, t.plan, h("dl", { className: "os-plan" }, one.plan_lines.map(([label, value]) => [h("dt", {}, label), h("dd", {}, value)])),
        h("p", { className: "os-hint" }, `${t.recorded_by}: ${one.planned_by}`), earlier(ctx, `plans-${one.id}`, t.before, one.plans_before))
      : null,
  ];
}

function proposalItem(ctx, one) {
  const { t, ui } = ctx;
  const id = newId("p");
  const pick = (event) => {
    if (event.target.checked) ui.picked.add(one.id);
    else ui.picked.delete(one.id);
    ctx.redraw();
  };
  const about = { "aria-describedby": `${id}-text` };
  return h("li", { className: "os-card os-proposal" },
    h("div", { className: "os-check" }, h("input", { type: "checkbox", id, checked: ui.picked.has(one.id), "data-key": `pick-${one.id}`, onchange: pick }),
      h("label", { htmlFor: id, id: `${id}-text` }, h("span", { className: "os-ref" }, one.ref), " ", one.text)),
    recorded(ctx, one),
    h("div", { className: "os-row" },
      button(one.decision ? t.change : t.decide, () => decideDialog(ctx, [one], `decide-${one.id}`), { key: `decide-${one.id}`, kind: "os-small", ...about }),
      button(one.plan ? t.change_plan : t.plan_this, () => planDialog(ctx, one, `planned-${one.id}`), { key: `planned-${one.id}`, kind: "os-small", ...about })));
}

function pickedBar(ctx, all) {
  const { t, ui } = ctx;
  const chosen = all.filter((one) => ui.picked.has(one.id));
  if (!chosen.length) return null;
  return h("div", { className: "os-picked", role: "group", "aria-label": t.picked_title },
    h("strong", {}, fill(t.picked, { n: chosen.length })),
    button(t.decide_picked, () => decideDialog(ctx, chosen, "find"), { key: "decide-picked", kind: "os-primary os-small" }),
    button(t.unpick, () => { ui.picked = new Set(); ctx.redraw(); focusKey(ctx, "find"); }, { key: "unpick", kind: "os-small" }));
}

function proposalGroup(ctx, group) {
  const { t, ui } = ctx;
  const shown = group.proposals.filter((one) => isShown(ctx, one));
  if (!shown.length) return null;
  const every = shown.every((one) => ui.picked.has(one.id));
  const pickAll = () => {
    shown.forEach((one) => (every ? ui.picked.delete(one.id) : ui.picked.add(one.id)));
    ctx.redraw();
  };
  return h("section", {},
    h("h2", {}, group.label, " ", h("span", { className: "os-hint" }, group.count)),
    group.hint ? h("p", { className: "os-hint" }, group.hint) : null,
    h("p", {}, button(every ? t.unpick_group : t.pick_group, pickAll, { key: `group-${group.key}`, kind: "os-small", "aria-label": `${every ? t.unpick_group : t.pick_group}: ${group.label}` })),
    h("ul", { className: "os-proposals" }, shown.map((one) => proposalItem(ctx, one))));
}

function proposalsPart(ctx) {
  const { t, view, ui } = ctx;
  if (!view.groups.length) return [h("p", { className: "os-empty" }, t.no_proposals)];
  ui.picked ??= new Set();
  const all = view.groups.flatMap((group) => group.proposals);
  const shown = all.filter((one) => isShown(ctx, one)).length;
  return [
    h("section", { className: "os-card" },
      h("p", { id: "os-share" }, h("strong", {}, fill(t.share, { n: view.n_decided, all: view.n })), " · ", view.waiting),
      h("progress", { max: Math.max(1, view.n), value: view.n_decided, "aria-labelledby": "os-share" }),
      sheetTools(ctx)),
    sheetNews(ctx),
    tools(ctx, shown), pickedBar(ctx, all),
    shown ? view.groups.map((group) => proposalGroup(ctx, group)) : h("p", { className: "os-empty" }, t.nothing_found),
  ];
}
