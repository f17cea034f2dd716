// A note on the theme board, and what can be done with it.
/** Put the focus on the first of these that is on the page; a theme that is gone leaves it on the search. */
function focusOn(ctx, ...keys) {
  for (const key of [...keys, "filter"]) {
    const found = ctx.root.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (found) return found.focus();
  }
}

/** A click that counts once: the second of a double click would fall on what has come in its place. */
const once = (act) => (event) => {
  if (event.detail) swallowClicks([event.clientX, event.clientY]);
  return act(event);
};

// From so many notes on, the lists of themes would be most of the page.
const LARGE = 1000;

function moveSelect(ctx, noteId, themeId) {
  const { t, view } = ctx;
  const id = newId("m");
  const note = card(ctx, noteId);
  const key = `move-${noteId}`;
  // With the arrow keys a list passes every theme on the way: only Enter or leaving it decides.
  let browsing = false;
  let sent = false; // drawing the page again takes the focus from the list, too
  const commit = async (select) => {
    if (sent || select.value === themeId) return;
    sent = true;
    await ctx.decide("move", { note_ids: [noteId], theme_id: select.value });
    const there = ctx.root.querySelector(`[data-key="${key}"]`) ?? ctx.root.querySelector(`[data-key="rename-${themeId}"]`);
    there?.focus();
    sent = false;
  };
  const themes = view.n_notes > LARGE ? view.themes.filter((theme) => theme.id === themeId) : view.themes;
  return h("div", { className: "os-move" },
    h("label", { htmlFor: id }, t.theme, h("span", { className: "os-hidden" }, ` (${t.move}, ${note.ref})`)),
    h("select", {
      id, "data-key": key,
      onpointerdown: () => { browsing = false; },
      onkeydown: (event) => {
        if (event.key === "Enter") commit(event.target);
        else if (event.key === "Escape") event.target.value = themeId;
        else if (event.key !== "Tab") browsing = true;
      },
      onchange: (event) => browsing || commit(event.target),
      onblur: (event) => browsing && commit(event.target),
      onfocus: (event) => fillThemes(ctx, event.target),
      onpointerenter: (event) => fillThemes(ctx, event.target),
    }, themes.map((theme) => themeOption(ctx, theme, theme.id === themeId))));
}

const themeOption = (ctx, theme, selected) => h("option", { value: theme.id, selected, disabled: theme.locked },
  theme.locked ? `${theme.label} (${ctx.t.locked_short})` : theme.label);

/** Complete the list of themes of a large board when somebody comes to it. */
function fillThemes(ctx, select) {
  if (select.length > 1) return;
  const { value } = select;
  select.replaceChildren(...ctx.view.themes.map((theme) => themeOption(ctx, theme, theme.id === value)));
}

async function setAside(ctx, noteId) {
  const { t } = ctx;
  const note = card(ctx, noteId);
  const key = `why-${noteId}`;
  const home = homeOf(ctx, noteId);
  const next = home?.note_ids[home.note_ids.indexOf(noteId) + 1];
  const choice = await ask(ctx, fill(t.aside_title, { ref: note.ref }),
    [h("p", { className: "os-quote" }, note.text), h("p", {}, t.aside_help), field(ctx, key, t.aside_reason, { maxLength: 200, required: true })],
    [{ value: "yes", label: t.aside, kind: "os-primary" }],
    () => ctx.decide("set_aside", { note_id: noteId, reason: ctx.typed.get(key) ?? "" }));
  ctx.typed.delete(key);
  if (choice) focusOn(ctx, `grab-${next}`, `rename-${home?.id}`);
}

async function pin(ctx, noteId, themeId) {
  await ctx.decide("pin", { note_id: noteId, theme_id: themeId });
  focusOn(ctx, `move-${noteId}`);
}

/** Who put a note where it stands, the themes it comes near, and a person's word that it is right. */
function noteMarks(ctx, noteId, theme) {
  const { t } = ctx;
  const { ref } = card(ctx, noteId);
  const placed = isPlaced(ctx, noteId);
  const also = ctx.view.also[noteId] ?? [];
  return h("div", { className: "os-row os-marks" },
    h("p", { className: "os-hint" },
      h("span", { className: placed ? "os-by-person" : "" }, `${t.placed_by}: ${placed ? t.person : t.machine}`),
      noteId === theme.edge_id ? ` · ${t.edge}` : "",
      also.length ? ` · ${t.also}: ${also.join(" · ")}` : ""),
    placed || theme.locked ? null : button(t.pin, once(() => pin(ctx, noteId, theme.id)), { key: `pin-${noteId}`, kind: "os-small", "aria-label": `${t.pin_place} (${ref})` }));
}

function noteItem(ctx, noteId, theme) {
  const { t } = ctx;
  const note = card(ctx, noteId);
  if (!note) return null;
  const where = [note.group, note.prompt, note.marks].filter(Boolean).join(" · ");
  const item = h("li", { className: "os-notecard", draggable: !theme.locked, "data-note": noteId },
    h("div", { className: "os-notetop" }, theme.locked ? null : [chooseBox(ctx, noteId), grip(ctx, noteId)],
      h("p", {}, h("span", { className: "os-ref" }, note.ref), " ", note.text)),
    h("div", { className: "os-where" }, h("p", { className: "os-hint os-oneline", title: where }, where), storyButton(ctx, noteId, note.ref)),
    noteMarks(ctx, noteId, theme),
    theme.locked ? null : h("div", { className: "os-row" }, moveSelect(ctx, noteId, theme.id),
      button(`${t.aside_short} …`, () => setAside(ctx, noteId), { key: `aside-${noteId}`, kind: "os-small", "aria-label": `${t.aside} (${note.ref}) …` })));
  if (!theme.locked) dragNote(ctx, item, noteId);
  return item;
}
