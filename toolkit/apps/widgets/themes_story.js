// The story of a note: where it came from, what was done with it, where it is cited.
function storyButton(ctx, noteId, ref) {
  const { t } = ctx;
  return button(`${t.story} …`, () => openStory(ctx, noteId), { key: `story-${noteId}`, kind: "os-quiet", "aria-label": `${t.story} (${ref}) …` });
}

async function openStory(ctx, noteId) {
  if (ctx.now.storyOpen) return;
  ctx.now.storyOpen = true;
  const answer = await ctx.send("story", { note_id: noteId });
  ctx.now.storyOpen = false;
  if (answer.refused) return;
  const told = JSON.parse(answer.extra);
  const heading = newId("s");
  const close = () => { dialog.close(); dialog.remove(); focusOn(ctx, `story-${noteId}`); };
  const dialog = h("dialog", { className: "os-dialog os-story", "aria-labelledby": heading, oncancel: (event) => { event.preventDefault(); close(); } },
    h("h2", { id: heading }, fill(ctx.t.story_title, { ref: told.ref })), storyContent(ctx, told),
    h("div", { className: "os-row" }, storyTurns(ctx, told, close), button(ctx.t.story_close, close, { kind: "os-primary", autofocus: true })));
  ctx.root.append(dialog);
  dialog.showModal();
}

/** What can be taken back: the last decision of all, or else where a person moved the note. */
function storyTurns(ctx, told, close) {
  const { t } = ctx;
  if (told.undo) return button(`↶ ${t.undo}`, async () => { close(); await ctx.send("undo", { event_seq: told.undo }); });
  if (!told.back) return null;
  return button(fill(t.story_back, { label: told.back.label }), async () => { close(); await ctx.decide("move", { note_ids: [told.id], theme_id: told.back.id }); });
}

function storyContent(ctx, told) {
  const { t } = ctx;
  const steps = (rows) => h("ol", { className: "os-steplist" }, rows.map(({ what, about }) => h("li", {}, what, h("span", { className: "os-hint os-block" }, about))));
  const part = (title, content) => [h("h3", {}, title), content];
  const none = (text) => h("p", { className: "os-hint" }, text);
  return [
    h("p", { className: "os-quote" }, told.text),
    part(t.story_from, h("dl", { className: "os-facts" }, told.facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))))),
    part(t.story_themes, told.stays.length ? steps(told.stays) : none(t.story_no_themes)),
    told.events.length ? part(t.story_events, steps(told.events)) : null,
    told.alike.length ? part(t.story_alike, h("ul", { className: "os-plainlist" }, told.alike.map((one) => h("li", {}, h("span", { className: "os-ref" }, one.ref), " ", one.text)))) : null,
    part(t.story_cited, told.documents.length
      ? h("ul", { className: "os-plainlist" }, told.documents.map((one) => h("li", {}, `${one.title}: ${one.count}`)))
      : none(t.story_not_cited)),
  ];
}
