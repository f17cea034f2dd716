// What stands behind a sentence: the notes, how numbers were counted, who wrote the paragraph.

/** Show what stands behind a sentence; `pin` keeps it until Escape or another sentence. */
function point(ctx, key, pin = false) {
  const { ui } = ctx;
  if (pin) ui.pinned = true;
  if (ui.active === key) return;
  ui.active = key;
  ui.choosing = "";
  drawBehind(ctx);
}

function drop(ctx) {
  const { ui } = ctx;
  if (ui.panel.contains(document.activeElement)) ui.units.get(ui.active)?.element.focus({ preventScroll: true });
  ui.active = "";
  ui.pinned = false;
  drawBehind(ctx);
}

/** Fill the panel and put it beside the text, or under the sentence where there is no room. */
function drawBehind(ctx) {
  const { ui } = ctx;
  if (!ui.panel) return;
  for (const [key, { element }] of ui.units) {
    element.classList.toggle("os-active", key === ui.active);
    element.tabIndex = -1;
  }
  if (ui.active) ui.current = ui.active;
  const current = ui.units.get(ui.current) ?? ui.units.values().next().value;
  if (current) current.element.tabIndex = 0;
  const focused = ui.panel.contains(document.activeElement) ? document.activeElement.dataset.key : "";
  ui.panel.replaceChildren(...behind(ctx).flat(4).filter(Boolean));
  placePanel(ctx);
  if (focused) ui.panel.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function placePanel(ctx) {
  const { ui } = ctx;
  const element = ui.units.get(ui.active)?.element;
  const under = element && matchMedia(NARROW).matches;
  ui.panel.classList.toggle("os-under", Boolean(under));
  if (!under) {
    if (ui.panel.parentNode !== ui.panelHome) ui.panelHome.prepend(ui.panel);
  } else if (element.tagName === "TR") element.closest(".os-wide").after(ui.panel);
  else element.after(ui.panel);
}

function marked(note, quotes) {
  const quote = quotes.find((run) => note.text.slice(run.start, run.end) === run.text);
  if (!quote) return note.text;
  return [note.text.slice(0, quote.start), h("mark", {}, quote.text), note.text.slice(quote.end)];
}

function choiceButtons(ctx, note, id) {
  const { t } = ctx;
  if (!note.choice) return null;
  const choose = (choice) => () => ctx.decide("choose_quote", { note_id: id, choice: note.choice === choice ? "free" : choice });
  return h("div", { className: "os-row" },
    button(t.pin, choose("pin"), { key: `pin-${id}`, kind: "os-small", "aria-pressed": String(note.choice === "pin"), "aria-label": `${t.pin}: ${note.ref}` }),
    button(t.ban, choose("ban"), { key: `ban-${id}`, kind: "os-small", "aria-pressed": String(note.choice === "ban"), "aria-label": `${t.ban}: ${note.ref}` }));
}

function noteCard(ctx, id, quotes) {
  const { t, view: { draft } } = ctx;
  const note = draft.notes[id];
  if (!note) return h("li", { className: "os-notecard" }, h("span", { className: "os-ref" }, id), " ", t.note_gone);
  return h("li", { className: "os-notecard" },
    h("p", {}, h("span", { className: "os-ref" }, note.ref), " ", h("span", { className: "os-notetext" }, marked(note, quotes))),
    h("p", { className: "os-hint" }, note.where),
    choiceButtons(ctx, note, id));
}

function candidateList(ctx, block, shown) {
  const { t, ui } = ctx;
  if (ui.choosing !== block.id) {
    const look = async () => {
      ui.choosing = block.id;
      const answer = await ctx.send("candidates", { block_id: block.id });
      ui.candidates = answer.extra ? JSON.parse(answer.extra).notes : [];
      drawBehind(ctx);
      ui.panel.querySelector("#os-candidates")?.focus();
    };
    return button(t.other_quotes, look, { key: "others", kind: "os-small" });
  }
  const choose = (note, choice) => async () => {
    const answer = await ctx.decide("choose_quote", { note_id: note.id, choice: note.choice === choice ? "free" : choice });
    if (!answer.refused) note.choice = note.choice === choice ? "free" : choice;
    drawBehind(ctx);
  };
  const found = (ui.candidates ?? []).filter((note) => !shown.includes(note.id));
  return [h("h3", { id: "os-candidates", tabIndex: -1 }, fill(t.candidates, { n: found.length })),
    found.length ? null : h("p", {}, t.no_candidates),
    h("ul", { className: "os-notes" }, found.map((note) => h("li", { className: "os-notecard" },
      h("p", {}, h("span", { className: "os-ref" }, note.ref), " ", note.text), h("p", { className: "os-hint" }, note.where),
      note.hindrance ? h("p", { className: "os-hint" }, note.hindrance) : h("div", { className: "os-row" },
        button(t.pin, choose(note, "pin"), { key: `cpin-${note.id}`, kind: "os-small", "aria-pressed": String(note.choice === "pin"), "aria-label": `${t.pin}: ${note.ref}` }),
        button(t.ban, choose(note, "ban"), { key: `cban-${note.id}`, kind: "os-small", "aria-pressed": String(note.choice === "ban"), "aria-label": `${t.ban}: ${note.ref}` })))))];
}

function paragraphActions(ctx, block) {
  const { t } = ctx;
  if (!block.needs_decision) return null;
  const lock = () => ctx.decide("lock", { block_id: block.id, locked: !block.locked });
  return [h("h3", {}, t.paragraph),
    block.edited ? h("p", { className: "os-hint" }, fill(t.is_edited, { name: block.author })) : null,
    h("div", { className: "os-row" },
      button(t.edit, () => openEditor(ctx, block), { key: `edit-${block.id}`, kind: "os-small" }),
      block.author ? button(block.locked ? t.unlock : t.lock, lock, { key: `lock-${block.id}`, kind: "os-small", "aria-pressed": String(block.locked) }) : null,
      block.tools ? button(t.take, () => ctx.decide("take", { block_id: block.id }), { key: `take-${block.id}`, kind: "os-small" }) : null),
    block.author ? null : h("p", { className: "os-hint" }, t.lock_hint),
    block.tools ? disclosure(ctx, `tools-${block.id}`, t.tools_words, h("p", { className: "os-before" }, block.tools)) : null];
}

function behind(ctx) {
  const { t, ui } = ctx;
  const found = ui.units.get(ui.active);
  if (!found) return [h("h2", {}, t.behind), h("p", { className: "os-hint" }, t.behind_empty)];
  const { block, runs } = found;
  const quotes = runs.filter((run) => run.kind === "quote");
  const numbers = runs.filter((run) => run.kind === "number");
  const cited = runs.flatMap((run) => (run.kind === "cite" ? run.notes : run.kind === "quote" ? [run.note] : []));
  const notes = [...new Set(cited)];
  return [
    h("div", { className: "os-behindhead" }, h("h2", {}, t.behind),
      h("button", { type: "button", className: "os-close", "data-key": "drop", "aria-label": t.drop, onclick: () => drop(ctx) }, "×")),
    h("p", { role: "status", className: "os-hint" }, notes.length || numbers.length ? fill(t.behind_counts, { notes: notes.length, numbers: numbers.length }) : block.edited ? fill(t.person_wrote, { name: block.author }) : t.no_evidence),
    h("ul", { className: "os-notes" }, notes.map((id) => noteCard(ctx, id, quotes.filter((run) => run.note === id)))),
    numbers.length ? [h("h3", {}, t.counted), h("dl", { className: "os-countedin" }, numbers.map((run) => [h("dt", {}, run.text), h("dd", {}, run.how)]))] : null,
    notes.some((id) => ctx.view.draft.notes[id]?.choice) ? candidateList(ctx, block, notes) : null,
    paragraphActions(ctx, block),
  ];
}

let listening = false;
/** The panel; Escape puts it away wherever the focus is. */
function evidencePanel(ctx, home) {
  const { t, ui } = ctx;
  ui.panelHome = home;
  ui.panel = h("section", { className: "os-card os-behind", "aria-label": t.behind, lang: ctx.frame.language });
  if (!listening) {
    listening = true;
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && ctx.ui.active && !event.defaultPrevented && !document.querySelector("dialog[open]")) drop(ctx);
    });
    matchMedia(NARROW).addEventListener("change", () => ctx.ui.panel && placePanel(ctx));
  }
  if (!ui.units.has(ui.active)) { ui.active = ""; ui.pinned = false; }
  home.prepend(ui.panel);
  drawBehind(ctx);
}
