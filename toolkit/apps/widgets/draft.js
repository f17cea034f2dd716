// The draft: choosing and composing a document, reading it with what stands behind it.

function choices(ctx) {
  const { t, view } = ctx;
  return [chooser(ctx), h("p", { className: "os-hint" }, view.about),
    view.presets.length ? radios("preset", t.contents, view.presets, view.preset, (preset) => ctx.send("choose_contents", { preset })) : null];
}

async function renew(ctx) {
  const { t, view: { draft: { renewal } } } = ctx;
  const lines = [[t.keeps_locked, renewal.locked], [t.keeps_edited, renewal.edited], [t.keeps_accepted, renewal.accepted], [t.keeps_rejected, renewal.rejected]];
  const told = lines.filter(([, n]) => n).map(([text, n]) => h("li", {}, fill(text, { n })));
  await ask(ctx, t.compose_again, h("div", {}, h("p", {}, told.length ? t.renew_help : t.renew_nothing), told.length ? h("ul", { className: "os-plainlist" }, told) : null, h("p", {}, t.renew_after)),
    [{ value: "yes", label: t.compose_again, kind: "os-primary" }], () => ctx.send("compose"));
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  ctx.seen ??= new Map();
  if (!view.has_sources) return nothingYet(ctx);
  const working = frame.jobs.some((job) => job.kind === "draft" || job.kind === "demo");
  if (!view.draft) {
    return [choices(ctx), h("p", { className: "os-empty" }, working ? t.working : t.no_draft),
      working ? null : h("p", {}, button(t.compose, () => ctx.send("compose"), { key: "compose", kind: "os-primary" }))];
  }
  const { draft } = view;
  noticeRenewal(ctx);
  const again = (kind) => button(`${t.compose_again} …`, () => renew(ctx), { key: "compose", kind, disabled: working });
  const why = draft.outdated ? t.outdated : view.other_contents ? t.other_contents : "";
  const side = h("aside", { className: "os-side os-draftside", "aria-label": t.beside });
  const body = readingBody(ctx);
  side.append(...[reportCard(ctx), missingCard(ctx), versionCard(ctx)].filter(Boolean));
  evidencePanel(ctx, side);
  return [
    choices(ctx),
    strandedWords(ctx),
    why ? h("div", { className: "os-notice os-wait" }, h("span", {}, why), again("os-primary")) : h("p", {}, again("os-small")),
    draft.loose_gates.map((gate) => h("p", { className: gate.level === "error" ? "os-error" : "os-warning" }, gate.message)),
    h("div", { className: "os-review os-draftgrid" }, side, h("div", { className: "os-doccolumn" }, body, nextStep(ctx, "tarkistus", t.next))),
  ];
}
