// The document as it will look: paragraphs of sentences, each of which can be pointed at.
const HOVER = 120;
const NARROW = "(max-width: 64rem)";

function quoted(draft, text) {
  const [open, close] = draft.language === "en" ? ["“", "”"] : ["”", "”"];
  return `${open}${text}${close}`;
}

function noteLabel(draft, id) {
  return draft.notes[id]?.ref ?? id;
}

function runNode(ctx, run) {
  const { draft } = ctx.view;
  if (run.kind === "cite") return h("span", { className: "os-cite" }, `[${run.notes.map((id) => noteLabel(draft, id)).join(", ")}]`);
  if (run.kind === "number") return h("span", { className: "os-counted" }, run.text);
  if (run.kind === "quote") return h("span", { className: "os-words" }, quoted(draft, run.text));
  if (run.kind === "ref" && draft.blocks.some((block) => block.id === run.block)) return h("a", { href: `#${encodeURIComponent(run.block)}`, tabIndex: -1, onclick: (event) => { event.preventDefault(); focusBlock(ctx, run.block); } }, run.text);
  return run.strong ? h("strong", {}, run.text) : run.text;
}

/** A thing to point at, with the block it is of and the runs it says. */
function unit(ctx, block, place, runs, element) {
  const key = `${block.id}#${place}`;
  ctx.ui.units.set(key, { block, runs, element });
  element.dataset.unit = key;
  element.dataset.key = `s-${key}`;
  element.tabIndex = -1;
  return element;
}

function sentencesOf(ctx, block) {
  return block.sentences.map((runs, place) => unit(ctx, block, place, runs, h("span", { className: "os-sentence" }, runs.map((run) => runNode(ctx, run)))));
}

function tableOf(ctx, block, caption) {
  const cells = (row) => row.map((cell, place) => h(place ? "td" : "th", place ? {} : { scope: "row" }, cell.map((run) => runNode(ctx, run))));
  return h("div", { className: "os-wide" }, h("table", { className: "os-table" },
    caption ? h("caption", {}, caption) : null,
    h("thead", {}, h("tr", {}, block.header.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, block.rows.map((row, place) => unit(ctx, block, `r${place}`, row.flat(), h("tr", { className: "os-sentence" }, cells(row)))))));
}

/** Bars as long as the numbers say: percentages of a hundred, anything else of the largest. */
function barsOf(ctx, block) {
  const numbers = block.rows.flatMap((row) => row.slice(1).map((cell) => cell.find((run) => run.kind === "number"))).filter(Boolean);
  const isShare = numbers.some((number) => number.unit === "percent");
  const { unit: counted } = numbers.find((number) => !isShare || number.unit === "percent") ?? {};
  const longest = isShare ? 100 : Math.max(1, ...numbers.filter((number) => number.unit === counted).map((number) => number.value));
  const words = (cell) => cell.filter((run) => run.kind !== "cite").map((run) => (run.kind === "quote" ? quoted(ctx.view.draft, run.text) : run.text)).join("").trim();
  const bar = (cell, place) => {
    const number = cell.find((run) => run.kind === "number" && run.unit === counted);
    const fill = h("span", { className: `os-draftbar os-draftbar-${place % 4}` });
    fill.style.width = number ? `${(60 * number.value) / longest}%` : "0";
    const name = block.header.length > 2 ? `${block.header[place + 1]}: ` : "";
    return h("div", { className: "os-draftbarline" }, fill, h("strong", {}, `${name}${words(cell)}`));
  };
  return h("div", { className: "os-draftbars", role: "img", "aria-label": block.alt || block.caption },
    block.rows.map((row) => h("div", {}, h("div", {}, words(row[0] ?? [])), row.slice(1).map(bar))));
}

function bodyOf(ctx, block) {
  const { t } = ctx;
  if (block.kind === "heading") return h(`h${Math.min(block.level + 2, 6)}`, { className: "os-docheading" }, block.sentences.flat().map((run) => runNode(ctx, run)));
  if (block.kind === "table") return tableOf(ctx, block, block.caption);
  if (block.kind === "figure") return h("figure", { className: "os-figure" }, h("figcaption", {}, block.caption), barsOf(ctx, block), disclosure(ctx, `numbers-${block.id}`, t.numbers, tableOf(ctx, block, "")));
  const text = h("div", { role: block.kind === "item" ? undefined : "paragraph", className: "os-paragraph" }, sentencesOf(ctx, block));
  if (block.kind === "quote") return h("blockquote", { className: "os-blockquote" }, text);
  return block.kind === "box" ? h("div", { className: "os-box" }, text) : text;
}

function remarksUnder(ctx, block) {
  const { t } = ctx;
  return block.gates.map((gate) => h("p", { lang: ctx.frame.language, className: gate.level === "error" ? "os-error" : "os-warning" },
    h("strong", {}, gate.level === "error" ? t.gate_error : t.note_this), `: ${gate.message} `,
    block.needs_decision ? button(t.edit, () => openEditor(ctx, block), { key: `mend-${block.id}`, kind: "os-small" }) : null));
}

function blockPlace(ctx, block) {
  const { t, ui } = ctx;
  const editing = ui.editing === block.id;
  const state = block.locked ? t.is_locked : block.edited ? fill(t.is_edited, { name: block.author }) : "";
  return h(block.kind === "item" ? "li" : "div", { className: `os-place os-place-${block.kind}${block.edited ? " os-person" : ""}`, "data-block": block.id },
    editing ? editDraft(ctx, block) : bodyOf(ctx, block),
    state && !editing ? h("p", { className: "os-hint", lang: ctx.frame.language }, state) : null,
    block.remark ? h("p", { className: "os-warning" }, block.remark) : null,
    editing ? null : remarksUnder(ctx, block),
    editing ? null : offerOf(ctx, block));
}

/** Items that follow one another are one list. */
function grouped(ctx, blocks) {
  const parts = [];
  for (const block of blocks) {
    const place = blockPlace(ctx, block);
    const last = parts.at(-1);
    if (block.kind !== "item") parts.push(place);
    else if (last?.tagName === "UL") last.append(place);
    else parts.push(h("ul", { className: "os-doclist" }, place));
  }
  return parts;
}

/** The source appendix at the end of the document. */
function sourcesOf(ctx) {
  const { view: { draft } } = ctx;
  const notes = Object.values(draft.notes);
  if (!notes.length) return null;
  return disclosure(ctx, "sources", `${draft.sources_title} (${notes.length})`, () => h("ul", { className: "os-notes" }, notes.map((note) => h("li", {},
    h("p", {}, h("span", { className: "os-ref" }, note.ref), " ", quoted(draft, note.text), " ", h("span", { className: "os-hint" }, note.where))))));
}

function readingBody(ctx) {
  const { t, view: { draft }, ui } = ctx;
  ui.units = new Map();
  const body = h("section", { className: "os-document os-reading", lang: draft.language, "aria-labelledby": "os-doctitle", "aria-describedby": "os-reading-hint" },
    draft.report.face ? h("p", { className: "os-face" }, draft.report.face) : null,
    h("h2", { id: "os-doctitle" }, draft.title),
    draft.meta.length ? h("dl", {}, draft.meta.map(([label, value]) => [h("dt", {}, label), h("dd", {}, value)])) : null,
    grouped(ctx, draft.blocks), sourcesOf(ctx));
  let timer = 0;
  body.addEventListener("mouseover", (event) => {
    clearTimeout(timer);
    const found = event.target.closest("[data-unit]");
    if (found && !ui.pinned && !matchMedia(NARROW).matches) timer = setTimeout(() => point(ctx, found.dataset.unit), HOVER);
  });
  body.addEventListener("mouseleave", () => clearTimeout(timer));
  body.addEventListener("focusin", (event) => {
    if (event.target.dataset.unit) point(ctx, event.target.dataset.unit, true);
  });
  body.addEventListener("click", (event) => {
    const found = event.target.closest("[data-unit]");
    if (!found || event.target.closest("a, button, summary, .os-behind")) return;
    found.focus({ preventScroll: true });
    point(ctx, found.dataset.unit, true);
  });
  body.addEventListener("dblclick", (event) => {
    const found = event.target.closest("[data-unit]");
    const block = found && ui.units.get(found.dataset.unit)?.block;
    if (block?.needs_decision && !event.target.closest(".os-behind")) openEditor(ctx, block);
  });
  body.addEventListener("keydown", (event) => walk(ctx, event));
  return h("div", {}, h("p", { id: "os-reading-hint", className: "os-hint" }, t.reading_hint), body);
}

/** From sentence to sentence by the arrow keys, to what stands behind it by Enter. */
function walk(ctx, event) {
  const here = event.target.dataset.unit;
  if (!here) return;
  const keys = [...ctx.ui.units.keys()].filter((key) => ctx.ui.units.get(key).element.offsetParent);
  const at = keys.indexOf(here);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: keys.length - 1 }[event.key];
  if (event.key === "Enter") {
    event.preventDefault();
    ctx.ui.panel.querySelector("button, summary, a")?.focus();
  } else if (to !== undefined && keys[to]) {
    event.preventDefault();
    const { element } = ctx.ui.units.get(keys[to]);
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }
}

/** Bring a block to sight and put the focus on it. */
function focusBlock(ctx, id) {
  const place = ctx.root.querySelector(`[data-block="${CSS.escape(id)}"]`);
  if (!place) return;
  const target = place.querySelector("textarea, [data-unit]") ?? place;
  if (target === place) place.tabIndex = -1;
  place.querySelector("details:not([open]) > summary")?.parentNode.setAttribute("open", "");
  target.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
}
