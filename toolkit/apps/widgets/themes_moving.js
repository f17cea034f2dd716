// Moving notes: chosen together, dragged, or picked up and carried with the keyboard.
const NOTES = "application/x-osallisuus-note";

const chosen = (ctx) => (ctx.ui.chosen ??= new Set());
const openThemes = (ctx) => ctx.view.themes.filter((theme) => !theme.locked);
const homeOf = (ctx, noteId) => ctx.view.themes.find((theme) => theme.note_ids.includes(noteId));

/** The notes that go along with this one: itself, or all the chosen when it is one of them. */
const together = (ctx, noteId) => (chosen(ctx).has(noteId) ? [...chosen(ctx)] : [noteId]);

async function moveTo(ctx, noteIds, themeId, seq) {
  const answer = await ctx.decide("move", { note_ids: noteIds, theme_id: themeId, ...(seq ? { seq } : {}) });
  if (!answer.refused) noteIds.forEach((id) => chosen(ctx).delete(id));
  return answer;
}

function chooseBox(ctx, noteId) {
  const { t } = ctx;
  return h("input", { type: "checkbox", className: "os-choose", "data-key": `choose-${noteId}`, checked: chosen(ctx).has(noteId), "aria-label": `${t.choose} (${card(ctx, noteId).ref})`, onchange: (event) => {
    if (event.target.checked) chosen(ctx).add(noteId);
    else chosen(ctx).delete(noteId);
    redrawTray(ctx);
  } });
}

function pickUp(ctx, noteId) {
  const home = homeOf(ctx, noteId);
  ctx.ui.held = { noteId, noteIds: together(ctx, noteId), home: home?.id, target: home?.id, seq: ctx.view.seq };
  redrawTray(ctx);
  tellHeld(ctx, ctx.t.picked_up);
}

function tellHeld(ctx, before = "") {
  const { t, ui } = ctx;
  const themes = openThemes(ctx);
  const at = themes.findIndex((theme) => theme.id === ui.held.target);
  const where = at < 0 ? "" : fill(t.target, { label: themes[at].label, at: at + 1, n: themes.length });
  ui.carried.textContent = [before, where].filter(Boolean).join(" ");
}

function carry(ctx, step) {
  const themes = openThemes(ctx);
  const at = themes.findIndex((theme) => theme.id === ctx.ui.held.target);
  ctx.ui.held.target = themes[(at + step + themes.length) % themes.length].id;
  markTarget(ctx);
  tellHeld(ctx);
}

/** Show the theme the notes would go to, without drawing the page again. */
function markTarget(ctx) {
  const { held } = ctx.ui;
  ctx.root.querySelectorAll(".os-theme.os-over").forEach((one) => one.classList.remove("os-over"));
  if (held) ctx.root.querySelector(`[id="theme-${CSS.escape(held.target)}"]`)?.classList.add("os-over");
}

async function drop(ctx) {
  const { held } = ctx.ui;
  if (!held || held.sent) return;
  if (held.target === held.home && held.noteIds.length === 1) return putBack(ctx);
  held.sent = true;
  const answer = await moveTo(ctx, held.noteIds, held.target, held.seq);
  ctx.ui.held = null;
  ctx.redraw();
  if (!answer.refused) ctx.ui.carried.textContent = "";
  focusOn(ctx, `grab-${held.noteId}`, `rename-${held.home}`);
}

function putBack(ctx) {
  const { noteId } = ctx.ui.held;
  ctx.ui.held = null;
  redrawTray(ctx);
  ctx.ui.carried.textContent = ctx.t.kept_place;
  focusOn(ctx, `grab-${noteId}`);
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The handle of a note. Enter or Space picks it up and puts it down, arrows choose the theme. */
function grip(ctx, noteId) {
  const { t } = ctx;
  const held = () => ctx.ui.held?.noteId === noteId;
  return h("button", {
    type: "button", className: "os-grip", "data-key": `grab-${noteId}`, "aria-pressed": String(held()), title: t.grab,
    "aria-label": `${t.grab} (${card(ctx, noteId).ref})`,
    onclick: () => (held() ? drop(ctx) : pickUp(ctx, noteId)),
    onkeydown: (event) => {
      if (!held()) return;
      if (event.key in STEPS) carry(ctx, STEPS[event.key]);
      else if (event.key === "Escape") putBack(ctx);
      else return;
      event.preventDefault();
    },
  }, "⠿");
}

function dragNote(ctx, item, noteId) {
  item.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData(NOTES, JSON.stringify(together(ctx, noteId)));
    event.dataTransfer.effectAllowed = "move";
  });
}

/** Let notes be dropped on a theme. */
function dropPlace(ctx, section, theme) {
  if (theme.locked) return;
  section.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes(NOTES)) return;
    event.preventDefault();
    section.classList.add("os-over");
  });
  section.addEventListener("dragleave", (event) => section.contains(event.relatedTarget) || section.classList.remove("os-over"));
  section.addEventListener("drop", (event) => {
    event.preventDefault();
    section.classList.remove("os-over");
    const moved = JSON.parse(event.dataTransfer.getData(NOTES) || "[]").filter((id) => !theme.note_ids.includes(id));
    if (moved.length) moveTo(ctx, moved, theme.id);
  });
}

/** Draw what changes by choosing and carrying alone; the rest of a large board stays as it is. */
function redrawTray(ctx) {
  const { held } = ctx.ui;
  ctx.root.querySelectorAll('.os-grip[aria-pressed="true"]').forEach((one) => one.setAttribute("aria-pressed", "false"));
  if (held) ctx.root.querySelector(`[data-key="grab-${CSS.escape(held.noteId)}"]`)?.setAttribute("aria-pressed", "true");
  ctx.root.querySelector(".os-tray").replaceWith(tray(ctx));
}

/** What is done to the chosen notes, at the foot of the window while there are any. */
function tray(ctx) {
  const { t, ui } = ctx;
  // One element for the life of the page, so that a change in it is read aloud.
  ui.carried ??= h("p", { role: "status", className: "os-carried" });
  const there = new Set(ctx.view.themes.flatMap((theme) => theme.note_ids));
  const hidden = [...chosen(ctx)].filter((id) => !there.has(id)).length;
  const n = chosen(ctx).size;
  const id = newId("tray");
  const select = h("select", { id, "data-key": "tray-theme", onchange: (event) => ctx.typed.set("tray-theme", event.target.value) },
    h("option", { value: "" }, t.choose_theme), openThemes(ctx).map((theme) => h("option", { value: theme.id, selected: ctx.typed.get("tray-theme") === theme.id }, theme.label)));
  const move = async () => {
    if (!select.value) return select.focus();
    const answer = await moveTo(ctx, [...chosen(ctx)], select.value);
    if (!answer.refused) ctx.typed.delete("tray-theme");
    ctx.redraw();
    focusOn(ctx, "tray-theme", `rename-${select.value}`);
  };
  const clear = () => { chosen(ctx).clear(); ctx.redraw(); focusOn(ctx, "filter"); };
  queueMicrotask(() => markTarget(ctx));
  return h("div", { className: `os-tray ${n || ui.held ? "" : "os-tray-empty"}`, role: "group", "aria-label": t.chosen_group },
    ui.carried,
    ui.held ? h("div", { className: "os-row" }, button(t.drop, () => drop(ctx), { key: "drop", kind: "os-small os-primary" }), button(t.put_down, () => putBack(ctx), { key: "put-down", kind: "os-small" })) : null,
    n && !ui.held ? h("div", { className: "os-row os-end" },
      h("p", { className: "os-chosen" }, fill(t.chosen, { n }), hidden ? ` ${fill(t.chosen_hidden, { n: hidden })}` : ""),
      h("div", { className: "os-move" }, h("label", { htmlFor: id }, t.theme), select),
      button(`${t.move_chosen}`, move, { key: "move-chosen", kind: "os-small os-primary" }),
      button(t.clear_chosen, clear, { key: "clear-chosen", kind: "os-small" })) : null);
}
