// What takes a moment in the kernel: said at once, shown beside what was pressed, never asked twice.

/** Ask for an action and show meanwhile that it goes on; resolves with the answer, or null while another is going on. */
async function waitFor(ctx, key, words, op, args) {
  if (ctx.now.busy) return null;
  ctx.now.busy = key;
  ctx.redraw();
  ctx.say(words);
  const answer = await ctx.send(op, args);
  ctx.now.busy = "";
  ctx.redraw();
  return answer;
}

/** A bar of progress while `key` goes on; nothing otherwise. */
function waitingBar(ctx, key, words) {
  return ctx.now.busy === key ? h("p", { className: "os-busy" }, h("progress", { "aria-label": words }), h("span", {}, words)) : null;
}
