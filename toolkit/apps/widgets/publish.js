// Publication: the files of a document.
function writeFiles(ctx) {
  const { t, view } = ctx;
  const { draft } = view;
  const ready = draft.n_waiting === 0 && draft.errors === 0 && !draft.outdated;
  const missing = draft.outdated ? t.outdated : draft.n_waiting ? t.final_waits : t.final_errors;
  const row = (label, workingCopy, disabled) => h("div", { className: "os-row" }, h("span", { className: "os-filelabel" }, label),
    view.formats.map((format) => button(format.label, () => ctx.send("write", { format: format.key, working_copy: workingCopy }),
      { key: `write-${format.key}-${workingCopy}`, kind: workingCopy ? "os-small" : "os-small os-primary", disabled, "aria-label": `${label}: ${format.label}` })));
  return h("section", { className: "os-card" }, h("h2", {}, t.files),
    row(t.working_copy, true, false), h("p", { className: "os-hint" }, t.working_copy_hint),
    row(t.final, false, !ready), ready ? null : h("p", { className: "os-hint" }, missing));
}

function draw(ctx) {
  const { t, frame } = ctx;
  const toDraft = frame.steps.find((step) => step.key === "luonnos").href;
  const nothing = nothingYet(ctx, () => [h("p", { className: "os-empty" }, t.no_draft), h("p", {}, h("a", { className: "os-button os-primary", href: toDraft }, t.go_draft))]);
  if (nothing) return nothing;
  return [chooser(ctx), writeFiles(ctx), nextStep(ctx, "seuranta", t.next)];
}
