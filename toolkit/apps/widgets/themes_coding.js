// Coding blind: one note at a time, a theme with one key, and no sight of what others chose.
const CODE_KEYS = "123456789abcdefghijklmnopqrstuvwxyz";
const SAMPLES = [30, 50, 100, 0];

async function askCoding(ctx) {
  const { now } = ctx;
  if (now.askingCoding) return;
  now.askingCoding = true;
  const answer = await ctx.send("coding");
  now.askingCoding = false;
  if (!answer.refused) takeCoding(ctx, answer);
}

function takeCoding(ctx, answer) {
  const old = ctx.ui.coding;
  const told = { ...JSON.parse(answer.extra), seq: ctx.view.seq };
  const ids = (one) => one?.notes.map((note) => note.id).join();
  // What has been chosen here meanwhile may not be in the answer yet.
  if (ids(told) && ids(told) === ids(old) && told.coder === old.coder) Object.assign(told, { codes: old.codes, at: old.at, given: old.given });
  else Object.assign(told, { at: Math.max(0, told.notes.findIndex((note) => !told.codes[note.id])), given: [] });
  ctx.ui.coding = told;
  if (ctx.view.look === "koodaus") ctx.redraw();
}

function coding(ctx) {
  const { t, ui, view } = ctx;
  const name = ctx.name();
  if (!ui.coding || ui.coding.seq !== view.seq || ui.coding.coder !== name) {
    askCoding(ctx);
    if (!ui.coding || ui.coding.coder !== name) return h("p", { className: "os-hint" }, t.coding_wait);
  }
  const told = ui.coding;
  return [
    h("p", {}, t.coding_help),
    told.handed_in.length ? h("p", { className: "os-hint" }, `${t.coding_handed}: ${told.handed_in.join(" · ")}`) : null,
    told.notes.length ? codingDesk(ctx) : codingStart(ctx),
    told.compared ? (told.mine ? settling(ctx, told.compared) : disclosure(ctx, "peek", t.coding_peek, () => h("div", {}, settling(ctx, told.compared)))) : null,
    !told.compared && told.mine && !told.notes.length ? h("p", { className: "os-empty" }, t.coding_other) : null,
  ];
}

/** Whether to code, and how many notes. */
function codingStart(ctx) {
  const { t, ui, view } = ctx;
  const told = ui.coding;
  const id = newId("n");
  const start = async () => {
    const answer = await ctx.send("start_coding", { n_notes: Number(ctx.typed.get("n_notes") ?? 50) });
    if (answer.refused) return;
    takeCoding(ctx, answer);
    focusOn(ctx, "desk");
  };
  return h("section", { className: "os-card os-apart", "aria-labelledby": "koodaus-alku" },
    h("h2", { id: "koodaus-alku" }, told.mine ? t.coding_more : t.coding_begin),
    !told.shared ? h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.coding_size),
      h("select", { id, "data-key": "n_notes", onchange: (event) => ctx.typed.set("n_notes", event.target.value) },
        SAMPLES.filter((n) => n < view.n_notes).map((n) => h("option", { value: String(n), selected: String(n) === (ctx.typed.get("n_notes") ?? "50") }, n ? fill(t.coding_some, { n }) : t.coding_all)))) : h("p", {}, t.coding_same),
    button(t.coding_start, start, { key: "start-coding", kind: "os-primary" }));
}

/** The note to code now, and the themes. */
function codingDesk(ctx) {
  const { t, ui, view } = ctx;
  const told = ui.coding;
  const n_done = told.notes.filter((note) => told.codes[note.id]).length;
  const note = told.notes[told.at];
  const heading = newId("k");
  const keyOf = (number) => CODE_KEYS[number] ?? "";
  const onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName)) return;
    const number = event.key.length === 1 ? CODE_KEYS.indexOf(event.key.toLowerCase()) : -1;
    if (number >= 0 && number < view.themes.length) giveCode(ctx, view.themes[number].id);
    else if (event.key === "Backspace") takeBack(ctx);
    else if (event.key === "ArrowRight") step(ctx, 1);
    else if (event.key === "ArrowLeft") step(ctx, -1);
    else return;
    event.preventDefault();
  };
  return h("section", { className: "os-card os-apart os-desk", tabIndex: 0, "data-key": "desk", "aria-labelledby": heading, onkeydown },
    h("h2", { id: heading }, fill(t.coding_progress, { n: n_done, all: told.notes.length })),
    h("progress", { max: told.notes.length, value: n_done, "aria-labelledby": heading }),
    deskNote(ctx, note),
    h("ul", { className: "os-codes" }, view.themes.map((theme, number) => h("li", {},
      h("button", { type: "button", className: "os-button os-small", "data-key": `code-${theme.id}`, "aria-pressed": String(told.codes[note.id] === theme.id), "aria-keyshortcuts": keyOf(number) || undefined, title: theme.includes || undefined, onclick: () => giveCode(ctx, theme.id) },
        keyOf(number) ? h("kbd", {}, keyOf(number)) : null, h("span", {}, theme.label))))),
    h("p", { className: "os-hint" }, t.coding_keys),
    n_done ? h("p", { className: "os-hint os-saving" }, ui.nSaving ? t.coding_saving : t.coding_saved) : null,
    h("div", { className: "os-row" },
      button(`← ${t.coding_previous}`, () => step(ctx, -1), { key: "code-previous", kind: "os-small" }),
      button(`${t.coding_skip} →`, () => step(ctx, 1), { key: "code-skip", kind: "os-small" }),
      button(`↶ ${t.coding_undo}`, () => takeBack(ctx), { key: "code-undo", kind: "os-small", disabled: !told.given.length }),
      button(`${t.coding_hand_in} …`, () => handIn(ctx, n_done), { key: "hand-in", kind: n_done === told.notes.length ? "os-primary" : "", disabled: !n_done })));
}

/** The note itself: one element for the life of the page, so that the next note is read aloud. */
function deskNote(ctx, note) {
  const { t, ui, view } = ctx;
  const code = ui.coding.codes[note.id];
  ui.deskNote ??= h("div", { role: "status", className: "os-desknote" });
  const shown = [
    h("p", {}, h("span", { className: "os-ref" }, note.ref), " ", h("span", { className: "os-desktext" }, note.text)),
    note.prompt ? h("p", { className: "os-hint" }, note.prompt) : "",
    code ? h("p", { className: "os-hint" }, `${t.coding_yours}: ${view.themes.find((theme) => theme.id === code)?.label ?? ""}`) : "",
  ];
  setTimeout(() => ui.deskNote.replaceChildren(...shown));
  return ui.deskNote;
}

function step(ctx, way) {
  const told = ctx.ui.coding;
  told.at = (told.at + way + told.notes.length) % told.notes.length;
  ctx.redraw();
}

/** Keep a code and go on to the next note without one; what could not be kept is not shown as kept. */
async function giveCode(ctx, themeId) {
  const told = ctx.ui.coding;
  const { id } = told.notes[told.at];
  const before = told.codes[id];
  const { at } = told;
  told.codes[id] = themeId;
  told.given.push([id, before, at]);
  const order = [...told.notes.keys()].map((n) => (told.at + n) % told.notes.length);
  told.at = order.find((n) => !told.codes[told.notes[n].id]) ?? told.at;
  ctx.redraw();
  const answer = await keepCode(ctx, id, themeId);
  if (answer.refused) restoreCode(ctx, told, [id, before, at]);
}

/** Send a code to be kept; until it is, the page says so and is not left without a question. */
async function keepCode(ctx, note_id, theme_id) {
  const { ui } = ctx;
  const stay = (event) => event.preventDefault();
  window.addEventListener("beforeunload", stay);
  ui.nSaving = (ui.nSaving ?? 0) + 1;
  tellSaving(ctx);
  const answer = await ctx.send("code", { note_id, theme_id });
  window.removeEventListener("beforeunload", stay);
  ui.nSaving -= 1;
  tellSaving(ctx);
  return answer;
}

function tellSaving({ t, ui, root }) {
  const line = root.querySelector(".os-saving");
  if (line) line.textContent = ui.nSaving ? t.coding_saving : t.coding_saved;
}

function restoreCode(ctx, told, [id, before, at]) {
  if (before) told.codes[id] = before;
  else delete told.codes[id];
  told.given = told.given.filter(([other]) => other !== id);
  told.at = at;
  ctx.redraw();
}

async function takeBack(ctx) {
  const told = ctx.ui.coding;
  const last = told.given.pop();
  if (!last) return;
  const [id, before] = last;
  const was = told.codes[id];
  restoreCode(ctx, told, last);
  const answer = await keepCode(ctx, id, before ?? "");
  if (answer.refused) { told.codes[id] = was; ctx.redraw(); }
}

async function handIn(ctx, n) {
  const { t, ui } = ctx;
  const left = ui.coding.notes.length - n;
  let answer = null;
  await ask(ctx, t.coding_hand_in, [h("p", {}, fill(t.coding_final, { n })), left ? h("p", {}, fill(t.coding_left, { n: left })) : null],
    [{ value: "yes", label: t.coding_hand_in, kind: "os-primary" }],
    async () => { answer = await ctx.send("hand_in"); return answer; });
  if (answer && !answer.refused) takeCoding(ctx, answer);
}
