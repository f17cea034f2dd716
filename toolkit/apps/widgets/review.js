// Review: the parts of the step, and the paragraphs as those who decide or comment see them.
const SHOWS = {
  kaikki: () => true,
  odottavat: (block) => block.needs_decision && !block.decision,
  muuttuneet: (block) => Boolean(block.before),
  huomautukset: (block) => block.gates.length > 0,
  kommentoidut: (block) => block.comments.some((one) => !one.handled_by) || block.proposals.length > 0,
};

async function acceptAll(ctx) {
  const { t, view } = ctx;
  const n_open = view.draft.blocks.flatMap((block) => block.comments).filter((one) => !one.handled_by).length;
  const about = h("div", {}, h("p", {}, fill(t.accept_all_help, { n: view.draft.n_waiting })),
    n_open ? h("p", { className: "os-warning" }, fill(t.accept_all_comments, { n: n_open })) : null);
  const choice = await ask(ctx, t.accept_all, about, [{ value: "yes", label: t.accept_all, kind: "os-primary" }]);
  if (!choice) return;
  await ctx.decide("accept_all", {});
  if (!ctx.root.contains(document.activeElement)) ctx.root.querySelector("h1").focus();
}

function showing(ctx) {
  const { t, view } = ctx;
  const names = { kaikki: t.show_all, odottavat: t.show_waiting, muuttuneet: t.show_changed, huomautukset: t.show_remarks, kommentoidut: t.show_commented };
  const count = (key) => view.draft.blocks.filter((block) => block.needs_decision && SHOWS[key](block)).length;
  const options = Object.entries(names).map(([key, label]) => ({ key, label: `${label} (${count(key)})` }));
  return radios("show", t.show, options, view.shown, (shown) => ctx.send("turn", { shown }));
}

/** That the draft is older than what it is made of, and where it is renewed; null when it is not. */
function renewNotice(ctx) {
  const { t, view, frame } = ctx;
  if (!view.draft.outdated) return null;
  return h("div", { className: "os-notice os-wait" }, h("span", {}, t.outdated),
    h("a", { className: "os-button os-primary", href: frame.steps.find((step) => step.key === "luonnos").href }, t.go_draft));
}

function linkBox(ctx) {
  const { t, view } = ctx;
  const id = newId("link");
  const address = new URL(view.link, location.href).href;
  return disclosure(ctx, "link", t.commenter_view, h("p", { className: "os-hint" }, t.commenter_view_hint),
    h("label", { htmlFor: id }, t.commenter_link), h("input", { id, type: "text", readOnly: true, value: address, "data-key": "commenter-link" }),
    h("div", { className: "os-row" }, button(t.copy_link, () => copyWords(ctx, address, "commenter-link", t.link_copied), { key: "copy-link", kind: "os-small" }),
      h("a", { className: "os-button os-small", href: view.link }, t.open_view)));
}

function sideBox(ctx) {
  const { t, view: { draft } } = ctx;
  return h("aside", { className: "os-side", "aria-label": t.situation },
    h("div", { className: "os-card" },
      h("p", { id: "os-decided" }, h("strong", {}, fill(t.decided, { done: draft.n_decided, all: draft.n_all })), " · ", draft.waiting_text),
      h("progress", { max: Math.max(1, draft.n_all), value: draft.n_decided, "aria-labelledby": "os-decided" }),
      draft.n_waiting ? h("div", { className: "os-row" },
        button(t.next_waiting, () => moveToWaiting(ctx, 1), { key: "next", kind: "os-small os-primary" }),
        button(t.previous_waiting, () => moveToWaiting(ctx, -1), { key: "previous", kind: "os-small" }),
        button(`${t.accept_all} …`, () => acceptAll(ctx), { key: "accept-all", kind: "os-small" })) : null,
      keyHelp(ctx), linkBox(ctx)));
}

/** The blocks that are asked for, with the headings they stand under. */
function chosenBlocks(view) {
  const { blocks } = view.draft;
  if (view.commenting || view.shown === "kaikki") return new Set(blocks.map((block) => block.id));
  const kept = new Set();
  let heading = "";
  blocks.forEach((block) => {
    if (block.kind === "heading") heading = block.id;
    if (!SHOWS[view.shown](block) || (block.kind === "heading" && view.shown !== "huomautukset")) return;
    kept.add(block.id);
    if (heading) kept.add(heading);
  });
  return kept;
}

function paragraphsPart(ctx) {
  const { t, view } = ctx;
  const { draft } = view;
  const kept = chosenBlocks(view);
  watchParagraphs(ctx);
  const list = h("div", { className: "os-doccolumn", onkeydown: (event) => paragraphKeys(ctx, event) },
    view.commenting ? keyHelp(ctx) : showing(ctx),
    view.commenting ? null : draft.loose_gates.map((gate) => h("p", { className: gate.level === "error" ? "os-error" : "os-warning" }, gate.message)),
    documentBody(draft, (block, number) => [kept.has(block.id) ? blockItem(ctx, block, number) : null,
      ["kaikki", "odottavat"].includes(view.shown) ? factsButton(ctx, block) : null].filter(Boolean)),
    kept.size ? null : h("p", { className: "os-empty" }, t.nothing_shown),
    view.commenting ? null : nextStep(ctx, "julkaisu", t.next));
  return view.commenting ? [list] : [h("div", { className: "os-review" }, sideBox(ctx), list)];
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  if (view.commenting && !view.draft) return [h("p", { className: "os-empty" }, t.nothing_to_comment)];
  const toDraft = () => frame.steps.find((step) => step.key === "luonnos").href;
  const nothing = nothingYet(ctx, () => [h("p", { className: "os-empty" }, t.no_draft), h("p", {}, h("a", { className: "os-button os-primary", href: toDraft() }, t.go_draft))]);
  if (nothing) return nothing;
  if (view.commenting) return paragraphsPart(ctx);
  const parts = { kohdat: paragraphsPart, palautetut: returnedPart, lausuntokierros: hearingPart, allekirjoitus: signingPart, versiot: versionsPart };
  return [chooser(ctx), renewNotice(ctx), partNav(ctx, view.parts, view.part), parts[view.part](ctx)];
}
