// Moving from paragraph to paragraph, by buttons and by keys, and knowing which have been seen.
const KEYS = { a: "accept", m: "edit", h: "reject", o: "say", e: "offer" };

function paragraphs(ctx) {
  return [...ctx.root.querySelectorAll(".os-block-item[data-block]")];
}

function focusParagraph(item) {
  item.scrollIntoView({ block: "center" });
  item.focus({ preventScroll: true });
}

/** Go to the next (1) or the previous (-1) paragraph that waits; after the last comes the first. */
function moveToWaiting(ctx, step) {
  const all = paragraphs(ctx);
  const here = all.findIndex((item) => item.contains(document.activeElement));
  const start = here >= 0 ? here : all.findIndex((item) => item.getBoundingClientRect().bottom > 120) - step;
  for (let n = 1; n <= all.length; n += 1) {
    const item = all[(((start + step * n) % all.length) + all.length) % all.length];
    if (item.classList.contains("os-is-waiting")) return focusParagraph(item);
  }
  ctx.say(ctx.t.none_waits_here);
}

/** Keys work only while the focus is in a paragraph, and never while one is writing. */
function paragraphKeys(ctx, event) {
  const item = event.target.closest?.(".os-block-item[data-block]");
  if (!item || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") {
    event.preventDefault();
    return moveToWaiting(ctx, key === "j" ? 1 : -1);
  }
  const pressed = KEYS[key] && item.querySelector(`[data-key="${CSS.escape(`${KEYS[key]}-${item.dataset.block}`)}"]`);
  if (!pressed || event.repeat) return;
  event.preventDefault();
  pressed.click();
}

/** Remember which paragraphs have been on the screen; a page drawn again is watched again. */
function watchParagraphs(ctx) {
  const { ui } = ctx;
  ui.seen ??= new Set();
  ui.watch?.disconnect();
  ui.watch = new IntersectionObserver((entries) => entries.forEach((entry) => {
    const { intersectionRatio: share, intersectionRect: here, rootBounds } = entry;
    if (share > 0.6 || (rootBounds && here.height > rootBounds.height / 2)) ui.seen.add(entry.target.dataset.block);
  }), { threshold: [0, 0.25, 0.5, 0.75, 1] });
  requestAnimationFrame(() => paragraphs(ctx).forEach((item) => ui.watch.observe(item)));
}

/** Open the paragraph in the list of all, from another part of the step. */
async function goToBlock(ctx, blockId) {
  await ctx.send("turn", { part: "kohdat", shown: "kaikki" });
  const item = paragraphs(ctx).find((one) => one.dataset.block === blockId);
  if (item) focusParagraph(item);
}

function keyHelp(ctx) {
  const { t, view } = ctx;
  const rows = view.commenting ? [["O", t.write_comment], ["E", t.propose]] : [["J", t.next_waiting], ["K", t.previous_waiting], ["A", t.accept], ["M", t.edit], ["H", t.reject], ["O", t.write_comment]];
  return disclosure(ctx, "keys", t.keys, h("p", { className: "os-hint" }, t.keys_hint),
    h("dl", { className: "os-keys" }, rows.map(([key, what]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)])));
}
