// A document as it reads, shared by the steps that work on one.
function blockBody(block) {
  if (block.kind === "heading") return h(`h${Math.min(block.level + 2, 6)}`, { className: "os-docheading" }, block.text);
  if (block.kind === "table" || block.kind === "figure") {
    const [head, ...rows] = block.text.split("\n").map((line) => line.split(" | "));
    return h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-label": block.caption || head.join(", ") },
      h("table", { className: "os-table" }, block.caption ? h("caption", {}, block.caption) : null,
        h("thead", {}, h("tr", {}, head.map((cell) => h("th", { scope: "col" }, cell)))),
        h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, cell)))))));
  }
  return h("p", { className: `os-doc os-doc-${block.kind}` }, block.text);
}

function evidence(ctx, block) {
  const { t } = ctx;
  if (!block.evidence.length) return null;
  return disclosure(ctx, `evidence-${block.id}`, fill(t.evidence, { n: block.evidence.length }),
    h("ul", { className: "os-notes" }, block.evidence.map((note) => h("li", { className: "os-notecard" },
      h("p", {}, h("span", { className: "os-ref" }, note.ref), " ", note.text), h("p", { className: "os-hint" }, note.where)))));
}

function remarksOf(ctx, block) {
  const { t } = ctx;
  return block.gates.map((gate) => h("p", { className: gate.level === "error" ? "os-error" : "os-warning" }, `${gate.level === "error" ? t.gate_error : t.note_this}: ${gate.message}`));
}

/** Which document, and in which language: the same on every step, and which have a draft. */
function chooser(ctx) {
  const { t, view } = ctx;
  const id = newId("type");
  const choose = (type, language = "") => { ctx.ui = {}; ctx.send("choose", { type, language }); };
  const group = (label, drafted) => {
    const types = view.types.filter((type) => type.drafted === drafted);
    return types.length ? h("optgroup", { label }, types.map((type) => h("option", { value: type.key, selected: type.key === view.type }, type.label))) : null;
  };
  const languages = view.languages.map((one) => ({ ...one, label: one.drafted ? `${one.label} ✓` : one.label }));
  return h("div", { className: "os-row os-choices" },
    h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.type),
      h("select", { id, "data-key": "type", onchange: (event) => choose(event.target.value) },
        [group(t.with_draft, true), group(t.without_draft, false)])),
    radios("doclanguage", t.doc_language, languages, view.language, (language) => choose(view.type, language)));
}

/** The document with its title; `item` draws one block. */
function documentBody(draft, item) {
  return h("section", { className: "os-document", lang: draft.language, "aria-labelledby": "os-doctitle" },
    h("h2", { id: "os-doctitle" }, draft.title),
    draft.meta.length ? h("dl", {}, draft.meta.map(([label, value]) => [h("dt", {}, label), h("dd", {}, value)])) : null,
    draft.blocks.map(item));
}

/** What is said while there is nothing to work on; null when there is a draft. */
function nothingYet(ctx, without) {
  const { t, view, frame } = ctx;
  if (!view.has_sources) return [h("p", { className: "os-empty" }, t.no_sources), h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[0].href }, t.go_import))];
  return view.draft ? null : [chooser(ctx), without()];
}

function nextStep(ctx, key, label) {
  const step = ctx.frame.steps.find((one) => one.key === key);
  return h("p", {}, h("a", { className: "os-button os-primary", href: step.href }, `${label} →`));
}
