// A new theme out of notes: parts of a theme, or what a search found.
/** A list of notes to tick; keeps under `key` what was ticked. */
function checklist(ctx, key, legend, noteIds, { checked = false, onchange } = {}) {
  const before = ctx.typed.get(key);
  const box = h("fieldset", { className: "os-checklist", onchange: () => { ctx.typed.set(key, ticked(box)); onchange?.(); } }, h("legend", {}, legend),
    noteIds.filter((id) => card(ctx, id)).map((id) => h("label", {},
      h("input", { type: "checkbox", value: id, checked: before ? before.includes(id) : checked, "data-key": `${key}-${id}` }), h("span", {}, h("span", { className: "os-ref" }, card(ctx, id).ref), ` ${card(ctx, id).text}`))));
  return box;
}

const ticked = (element) => [...element.querySelectorAll("input:checked")].map((input) => input.value);

function suggestedPart(ctx, key, part) {
  const { t } = ctx;
  const id = newId("p");
  return h("div", { className: "os-part" },
    h("input", { type: "checkbox", id, checked: true }), h("label", { htmlFor: id }, part.label),
    field(ctx, key, fill(t.part_name, { n: part.count }), { value: part.label, maxLength: 120 }),
    h("ul", {}, part.note_ids.filter((noteId) => card(ctx, noteId)).map((noteId) => h("li", {}, card(ctx, noteId).text))));
}

async function splitTheme(ctx, theme) {
  const { t, view } = ctx;
  const { seq } = view;
  if (!await fetchCards(ctx, [...theme.note_ids, ...theme.parts.flatMap((part) => part.note_ids)])) return;
  const key = (n) => `part-${theme.id}-${n}`;
  const hand = `hand-${theme.id}`;
  const suggested = theme.parts.map((part, n) => suggestedPart(ctx, key(n), part));
  const name = field(ctx, hand, t.new_name, { maxLength: 120 });
  const byHand = `ticked-${theme.id}`;
  const list = checklist(ctx, byHand, t.split_by_hand, theme.note_ids, { onchange: () => { name.querySelector("input").required = ticked(list).length > 0; } });
  const choices = [{ value: "hand", label: t.split_chosen, kind: suggested.length ? "" : "os-primary" }];
  if (suggested.length) choices.unshift({ value: "suggested", label: t.split_suggestion, kind: "os-primary", novalidate: true });
  const send = (choice) => {
    const parts = choice === "hand"
      ? [{ label: name.querySelector("input").value, note_ids: ticked(list) }]
      : theme.parts.map((part, n) => ({ label: suggested[n].querySelector(".os-field input").value, note_ids: part.note_ids }))
        .filter((_part, n) => suggested[n].querySelector("input").checked);
    return ctx.decide("split", { theme_id: theme.id, parts, seq });
  };
  const choice = await ask(ctx, fill(t.split_title, { label: theme.label }), [
    h("p", {}, suggested.length ? t.split_help : t.split_help_by_hand),
    suggested.length ? h("fieldset", { className: "os-checklist" }, h("legend", {}, t.split_suggested), suggested) : null,
    list, name,
  ], choices, send);
  [hand, byHand, ...theme.parts.map((_part, n) => key(n))].forEach((typed) => ctx.typed.delete(typed));
  if (choice) focusOn(ctx, `split-${theme.id}`, `rename-${theme.id}`);
}

/** The notes that are shown that may move: those of locked themes stay. */
function foundNotes(ctx) {
  const shown = ctx.view.themes.flatMap((theme) => theme.note_ids.map((id) => ({ id, locked: theme.locked })));
  return { free: shown.filter((one) => !one.locked).map((one) => one.id), n_locked: shown.filter((one) => one.locked).length };
}

function newThemeButton(ctx) {
  const n = isFiltered(ctx) ? foundNotes(ctx).free.length : 0;
  return n ? h("p", {}, button(`${fill(ctx.t.new_theme, { n })} …`, () => newTheme(ctx), { key: "new-theme" })) : null;
}

async function newTheme(ctx) {
  const { t, view } = ctx;
  const { filter } = view;
  const { seq } = view;
  const { free, n_locked } = foundNotes(ctx);
  if (!await fetchCards(ctx, free)) return;
  const name = field(ctx, "new-label", t.new_name, { value: filter.words, maxLength: 120, required: true });
  const list = checklist(ctx, "new-ticked", t.new_found, free, { checked: true });
  const choice = await ask(ctx, t.new_title,
    [h("p", {}, t.new_help), n_locked ? h("p", { className: "os-hint" }, fill(t.new_locked, { n: n_locked })) : null, name, list],
    [{ value: "yes", label: t.make_theme, kind: "os-primary" }],
    () => ctx.decide("add", { label: name.querySelector("input").value, note_ids: ticked(list), seq }));
  ["new-label", "new-ticked"].forEach((typed) => ctx.typed.delete(typed));
  if (choice) focusOn(ctx, "new-theme");
}
