// Publication: which version, what is in its way, and the files it becomes.
const FEW = 8; // reasons shown before the rest is folded away

function versionChooser(ctx) {
  const { t, view } = ctx;
  return radios("version", t.version, view.versions, view.version, (version) => ctx.send("choose_version", { version }));
}

function blocker(ctx, one) {
  return h("li", {}, one.what, one.words ? [": ", h("a", { href: one.href }, one.words)] : [" ", h("a", { href: one.href }, ctx.t.go_there)]);
}

function blockers(ctx) {
  const { t, view } = ctx;
  const all = view.blockers;
  const first = all.slice(0, FEW);
  return h("div", { className: "os-warning" },
    h("p", {}, h("strong", {}, fill(t.blocked, { n: all.length }))),
    h("ol", { className: "os-plainlist" }, first.map((one) => blocker(ctx, one))),
    all.length > FEW ? disclosure(ctx, "blockers", fill(t.more_blockers, { n: all.length - FEW }),
      () => h("ol", { className: "os-plainlist", start: FEW + 1 }, all.slice(FEW).map((one) => blocker(ctx, one)))) : null);
}

function signatures(ctx) {
  const { t, view } = ctx;
  if (!view.signed.length) return h("p", { className: "os-hint" }, t.not_signed);
  return h("ul", { className: "os-plainlist" }, view.signed.map((one) => h("li", {}, `${one.name} (${one.role}), ${one.when}`)));
}

function writeFiles(ctx) {
  const { t, view } = ctx;
  const chosen = view.versions.find((one) => one.key === view.version);
  const write = (format) => waitFor(ctx, "write", t.writing, "write", { format: format.key, version: view.version });
  return h("section", { className: "os-card" }, h("h2", {}, t.files),
    versionChooser(ctx),
    view.version === "allekirjoitettu" ? signatures(ctx) : null,
    view.version === "valmis" && view.blockers.length ? blockers(ctx) : null,
    chosen.ready ? h("ul", { className: "os-formats" }, view.formats.map((format) => h("li", {},
      button(format.label, () => write(format), { key: `write-${format.key}`, kind: "os-primary os-small", "aria-label": `${chosen.label}: ${format.label}` }),
      h("span", { className: "os-hint" }, format.what)))) : null,
    waitingBar(ctx, "write", t.writing),
    view.no_odt ? h("p", { className: "os-hint" }, view.no_odt) : null);
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  const toDraft = frame.steps.find((step) => step.key === "luonnos").href;
  const nothing = nothingYet(ctx, () => [h("p", { className: "os-empty" }, t.no_draft), h("p", {}, h("a", { className: "os-button os-primary", href: toDraft }, t.go_draft))]);
  if (nothing) return nothing;
  // What the worker wrote comes by itself to the one who asked for it.
  if (view.arrived && ctx.now.fetched !== view.arrived) {
    ctx.now.fetched = view.arrived;
    ctx.send("fetch", { name: view.arrived });
  }
  if (!view.arrived) ctx.now.fetched = "";
  return [chooser(ctx), writeFiles(ctx), previewPart(ctx), writtenFiles(ctx), dataFiles(ctx),
    h("section", {}, h("h2", {}, t.feedback), h("p", {}, t.feedback_hint), h("p", {}, h("a", { className: "os-button", href: view.feedback }, t.go_feedback))),
    nextStep(ctx, "seuranta", t.next)];
}
