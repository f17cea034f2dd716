// Notes of the board piece by piece: only what is seen is fetched and drawn.
const FIRST = 8;
const PIECE = 20;
const FETCHED = 200; // at a time
const GUESSED = 150 * PIECE; // px, until a piece has been seen

/** What stands on a note; undefined when it has not been fetched. */
const card = (ctx, id) => ctx.view.notes[id] ?? ctx.ui.cards?.get(id);

/** Fetch what stands on these notes; once it is here it does not change. */
async function fetchCards(ctx, ids) {
  ctx.ui.cards ??= new Map();
  const missing = ids.filter((id) => !card(ctx, id));
  for (let at = 0; at < missing.length; at += FETCHED) {
    const answer = await ctx.send("notes", { note_ids: missing.slice(at, at + FETCHED) });
    if (answer.refused) return false;
    Object.entries(JSON.parse(answer.extra)).forEach(([id, one]) => ctx.ui.cards.set(id, one));
  }
  return true;
}

/** Whether this note was put in its place by a person. */
function isPlaced(ctx, id) {
  if (ctx.ui.placedOf !== ctx.view) Object.assign(ctx.ui, { placedOf: ctx.view, placed: new Set(ctx.view.placed) });
  return ctx.ui.placed.has(id);
}

function noteList(ctx, theme, ids, label) {
  return h("ul", { className: "os-notes", "aria-label": label }, ids.map((id) => noteItem(ctx, id, theme)));
}

/** All the notes of a theme in a box of its own; pieces far from what is seen are left empty. */
function longList(ctx, theme) {
  const { t, ui } = ctx;
  const ids = theme.note_ids;
  ui.long ??= {};
  const long = (ui.long[theme.id] ??= { top: 0, heights: [], near: new Set([0]) });
  const box = h("div", { className: "os-long", role: "group", "aria-label": theme.label, onscroll: () => { long.top = box.scrollTop; } });
  const pieces = [];
  const show = async (piece, n) => {
    const own = ids.slice(n * PIECE, (n + 1) * PIECE);
    if (own.some((id) => !card(ctx, id)) && !await fetchCards(ctx, own)) return;
    if (!long.near.has(n) || piece.firstChild) return;
    piece.style.minHeight = "";
    piece.replaceChildren(noteList(ctx, theme, own, fill(t.piece, { from: n * PIECE + 1, to: n * PIECE + own.length, all: ids.length })));
  };
  const empty = (piece, n) => {
    if (piece.contains(document.activeElement)) return;
    long.heights[n] = piece.offsetHeight || long.heights[n];
    piece.style.minHeight = `${long.heights[n] ?? GUESSED}px`;
    piece.replaceChildren();
  };
  for (let n = 0; n * PIECE < ids.length; n += 1) {
    const piece = h("div", {});
    piece.style.minHeight = `${long.heights[n] ?? GUESSED}px`;
    if (long.near.has(n)) show(piece, n);
    pieces.push(piece);
  }
  box.append(...pieces);
  const watch = new IntersectionObserver((seen) => seen.forEach(({ target, isIntersecting }) => {
    const n = pieces.indexOf(target);
    if (!box.isConnected) return watch.disconnect();
    if (isIntersecting) { long.near.add(n); show(target, n); } else { long.near.delete(n); empty(target, n); }
  }), { root: box, rootMargin: "600px 0px" });
  queueMicrotask(() => {
    box.scrollTop = long.top;
    pieces.forEach((piece) => watch.observe(piece));
  });
  return box;
}

/** The first notes of a theme and, when somebody asks for them, all. */
function themeNotes(ctx, theme) {
  const { t } = ctx;
  const n = theme.note_ids.length;
  const key = `all-${theme.id}`;
  const all = ctx.open.has(key);
  return [
    all && n > FIRST ? longList(ctx, theme) : noteList(ctx, theme, theme.note_ids.slice(0, FIRST)),
    n > FIRST ? button(all ? t.fewer : fill(t.all, { n }), () => {
      if (all) ctx.open.delete(key);
      else ctx.open.add(key);
      ctx.redraw();
    }, { key, kind: "os-small", "aria-expanded": String(all) }) : null,
  ];
}
