// Searching the notes: letter by letter at once, and soon after by word, in whatever form it stands.
const PAUSE = 300;
const searched = (ctx) => (ctx.typed.get("filter") ?? "").trim();

/** Whether a note is on the page and, when something is searched for, found. */
function matches(ctx, noteId) {
  const note = ctx.view.notes[noteId];
  const wanted = searched(ctx);
  if (!note || !wanted) return Boolean(note);
  const { found } = ctx.ui;
  return `${note.ref} ${note.text} ${note.group}`.toLowerCase().includes(wanted.toLowerCase())
    || (found?.query === wanted && found.ids.has(noteId));
}

/** Ask the kernel for the notes that have the words; an answer to an earlier question is let be. */
async function findWords(ctx) {
  clearTimeout(ctx.ui.pause);
  const query = searched(ctx);
  if (!query) return;
  const answer = await ctx.send("search", { query });
  if (answer.refused || query !== searched(ctx)) return;
  ctx.ui.found = { query, n_notes: ctx.view.n_notes, ids: new Set(JSON.parse(answer.extra)) };
  ctx.redraw();
}

function searchField(ctx) {
  const { t, view, ui } = ctx;
  const wanted = searched(ctx);
  const asked = ui.found?.query === wanted;
  if (asked && ui.found.n_notes !== view.n_notes) setTimeout(() => findWords(ctx)); // notes came meanwhile
  const themed = view.themes.flatMap((theme) => theme.note_ids);
  const n = [...themed, ...view.aside.map((item) => item.id)].filter((id) => matches(ctx, id)).length;
  // One element for the life of the page, so that a change in it is read aloud.
  ui.result ??= h("p", { role: "status" });
  const result = !wanted ? "" : n ? fill(t.found, { n }) : asked ? t.nothing_found : "";
  ui.result.className = result && !n ? "os-empty" : "os-hint";
  if (ui.result.textContent !== result) setTimeout(() => { ui.result.textContent = result; });
  return [field(ctx, "filter", t.filter, {
    type: "search",
    oninput: (event) => {
      ctx.typed.set("filter", event.target.value);
      clearTimeout(ui.pause);
      ui.pause = setTimeout(() => findWords(ctx), PAUSE);
      ctx.redraw();
    },
    onkeydown: (event) => event.key === "Enter" && findWords(ctx),
  }), ui.result];
}
