// Follow-up: what was decided of each proposal, telling participants, and the numbers.
const DRAWN = { ehdotukset: proposalsPart, palaute: feedbackPart, luvut: numbersPart };

function partChooser(ctx) {
  const { t, view } = ctx;
  return h("nav", { className: "os-parts", "aria-label": t.parts }, view.parts.map((one) =>
    button(one.label, () => ctx.send("choose_part", { part: one.key }), { key: `part-${one.key}`, "aria-current": one.key === view.part ? "true" : undefined })));
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  if (!view.has_sources) return [h("p", { className: "os-empty" }, t.no_sources), h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[0].href }, t.go_import))];
  return [partChooser(ctx), DRAWN[view.part](ctx)];
}
