// Opinion groups: a map with words beside it, how it was made, and what unites and divides.
function groupCard(ctx, group) {
  const { t } = ctx;
  const key = `group-${group.id}`;
  const submit = async (event) => {
    event.preventDefault();
    const answer = await ctx.decide("name_group", { group_id: group.id, name: ctx.typed.get(key) ?? group.name });
    if (!answer.refused) { ctx.typed.delete(key); ctx.redraw(); }
  };
  return h("li", { className: "os-card" },
    h("h3", { id: `ryhma-${group.id}`, tabIndex: -1 }, sign(group.number), " ", group.title),
    h("p", {}, group.count),
    group.lines.length ? [h("p", { className: "os-hint" }, t.typical), telling(group)] : null,
    h("form", { className: "os-row os-end", onsubmit: submit },
      field(ctx, key, fill(t.group_name, { letter: group.id }), { value: group.name, maxLength: 80 }),
      h("button", { type: "submit", className: "os-button os-small", "data-key": `name-${group.id}` }, t.save)));
}

const MARKS = { true: "✓", false: "!", null: "–" };

function importChecks(ctx) {
  const { t, view, ui } = ctx;
  if (!view.checks.length) return null;
  const words = { true: t.check_passed, false: t.check_failed, null: t.check_unknown };
  if (!ui.checksSeen && view.checks.some((check) => check.passed === false)) ctx.open.add("checks");
  ui.checksSeen = true;
  return disclosure(ctx, "checks", t.checks, h("ul", { className: "os-checks" }, view.checks.map((check) =>
    h("li", { className: `os-check-${check.passed}` },
      h("span", { className: "os-checkmark", "aria-hidden": "true" }, MARKS[check.passed]),
      h("span", {}, h("span", { className: "os-hidden" }, `${words[check.passed]}: `), check.text)))));
}

function howMade(ctx, working) {
  const { t, view } = ctx;
  const id = newId("n");
  const numbers = [["0", t.automatic], ...["2", "3", "4", "5"].map((n) => [n, n])];
  const chosen = () => ctx.typed.get("n_groups") ?? String(view.n_groups);
  const submit = (event) => {
    event.preventDefault();
    ctx.send("recompute", { n_groups: Number(chosen()) });
  };
  const goBack = () => {
    ctx.typed.delete("n_groups");
    ctx.send("recompute", { n_groups: 0 });
  };
  return h("div", { className: "os-card os-made" }, h("h3", {}, t.made),
    h("p", {}, h("strong", {}, view.made.from)),
    view.n_groups ? h("p", {}, fill(t.chosen_number, { n: view.n_groups })) : null,
    h("ul", { className: "os-plainlist" }, view.made.lines.map((line) => h("li", {}, line))),
    h("form", { className: "os-row os-end", onsubmit: submit },
      h("div", { className: "os-field os-narrow" }, h("label", { htmlFor: id }, t.n_groups),
        h("select", { id, "data-key": "n_groups", onchange: (event) => ctx.typed.set("n_groups", event.target.value) },
          numbers.map(([value, label]) => h("option", { value, selected: value === chosen() }, label)))),
      h("button", { type: "submit", className: "os-button os-small", "data-key": "recompute", disabled: working }, t.recompute),
      view.n_groups ? button(t.back_automatic, goBack, { key: "automatic", kind: "os-small", disabled: working }) : null,
      view.made.can_import && !view.made.imported
        ? button(t.use_imported, () => ctx.send("use_imported"), { key: "imported", kind: "os-small", disabled: working })
        : null),
    h("p", { className: "os-hint" }, t.made_hint));
}

function groupsSection(ctx, working) {
  const { t, view } = ctx;
  const some = view.groups.length > 0;
  return part("ryhmat", t.groups, h("div", { className: "os-mapgroups" },
    h("div", {}, drawMap(ctx), some ? mapTable(ctx) : null, howMade(ctx, working)),
    h("div", {},
      some ? h("ul", { className: "os-cards" }, view.groups.map((group) => groupCard(ctx, group))) : h("p", { className: "os-empty" }, t.no_large),
      view.n_small ? h("p", { className: "os-hint" }, t.small) : null)));
}

/** Links to the parts of a long page. */
function contents(ctx, parts) {
  return h("nav", { className: "os-contents", "aria-label": ctx.t.parts }, h("ul", {}, h("li", { "aria-hidden": "true" }, `${ctx.t.parts}:`), parts.map((section) => {
    const heading = section.querySelector("h2");
    return h("li", {}, h("a", { href: `#${heading.id}`, onclick: (event) => {
      event.preventDefault();
      ctx.root.querySelector(`#${heading.id}`).scrollIntoView();
      ctx.root.querySelector(`#${heading.id}`).focus({ preventScroll: true });
    } }, heading.textContent));
  })));
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  const working = frame.jobs.some((job) => job.kind === "opinions" || job.kind === "demo");
  if (!view.has_votes) return [h("p", { className: "os-empty" }, t.no_votes), h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[0].href }, t.go_import))];
  if (!view.groups) {
    return [h("p", { className: "os-empty" }, working ? t.working : t.no_groups),
      working ? null : h("p", {}, button(t.compute, () => ctx.send("compute"), { key: "compute", kind: "os-primary" }))];
  }
  const parts = [groupsSection(ctx, working), drawRounds(ctx), ...view.tables.map((table) => kindTable(ctx, table)),
    talkedOf(ctx), drawSwarm(ctx), allStatements(ctx), backgroundStatements(ctx)].filter(Boolean);
  return [
    h("p", { className: "os-notice os-wait" }, t.not_people),
    view.warnings.map((text) => h("p", { className: "os-warning" }, `${t.note_this}: ${text}`)),
    view.outdated && !working ? h("div", { className: "os-notice os-wait" }, h("span", {}, t.outdated), button(t.compute_again, () => ctx.send("compute"), { key: "compute", kind: "os-primary" })) : null,
    importChecks(ctx),
    h("p", {}, view.facts.join(" · ")),
    contents(ctx, parts),
    parts,
    h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[3].href }, `${t.next} →`)),
  ].flat();
}
