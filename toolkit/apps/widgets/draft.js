// The draft: choosing and composing a document, reading it with what stands behind it.
function draw(ctx) {
  const { t, view, frame } = ctx;
  const working = frame.jobs.some((job) => job.kind === "draft" || job.kind === "demo");
  const compose = (label, kind) => button(label, () => ctx.send("compose"), { key: "compose", kind, disabled: working });
  const nothing = nothingYet(ctx, () => [h("p", { className: "os-empty" }, working ? t.working : t.no_draft), working ? null : h("p", {}, compose(t.compose, "os-primary"))]);
  if (nothing) return nothing;
  const { draft } = view;
  return [
    chooser(ctx),
    draft.outdated ? h("div", { className: "os-notice os-wait" }, h("span", {}, t.outdated), compose(t.compose_again, "os-primary")) : h("p", {}, compose(t.compose_again, "os-small")),
    draft.loose_gates.map((gate) => h("p", { className: gate.level === "error" ? "os-error" : "os-warning" }, gate.message)),
    draft.stale.length ? h("div", { className: "os-warning" }, h("p", {}, t.stale), disclosure(ctx, "stale", fill(t.stale_list, { n: draft.stale.length }),
      h("ul", {}, draft.stale.map((item) => h("li", {}, `${item.author}: ${item.text}`))))) : null,
    documentBody(draft, (block) => h("div", {}, blockBody(block), remarksOf(ctx, block), evidence(ctx, block))),
    nextStep(ctx, "tarkistus", t.next),
  ];
}
