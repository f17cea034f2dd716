// Follow-up: what was decided of each proposal, telling participants, and the numbers.
const DRAWN = { ehdotukset: proposalsPart, palaute: feedbackPart, luvut: numbersPart };

function draw(ctx) {
  const { t, view, frame } = ctx;
  if (!view.has_sources) return [h("p", { className: "os-empty" }, t.no_sources), h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[0].href }, t.go_import))];
  return [partNav(ctx, view.parts, view.part), DRAWN[view.part](ctx)];
}
