// Telling participants what came of it: the feedback document and the results card.
function feedbackCard(ctx) {
  const { t, view, ui, frame } = ctx;
  const { feedback } = view;
  const preset = ui.preset ?? feedback.preset;
  const working = frame.jobs.some((job) => job.kind === "draft" || job.kind === "demo");
  const isOther = feedback.composed && preset !== feedback.preset;
  return h("section", { className: "os-card" }, h("h2", {}, t.feedback),
    h("p", { id: "os-told" }, h("strong", {}, feedback.share_text)),
    h("progress", { max: Math.max(1, feedback.n), value: feedback.n_decided, "aria-labelledby": "os-told" }),
    feedback.n_decided < feedback.n ? h("p", { className: "os-hint" }, t.feedback_waits) : null,
    radios("preset", t.preset, feedback.presets, preset, (key) => { ui.preset = key; ctx.redraw(); }),
    isOther ? h("p", { className: "os-warning" }, t.other_preset) : null,
    feedback.outdated ? h("p", { className: "os-warning" }, t.feedback_outdated) : null,
    h("div", { className: "os-row" },
      button(feedback.composed ? t.compose_again : t.compose, () => ctx.send("compose_feedback", { preset }), { key: "compose", kind: feedback.composed && !feedback.outdated ? "" : "os-primary", disabled: working }),
      feedback.composed ? h("a", { className: "os-button", href: feedback.draft_href }, t.open_draft) : null,
      feedback.composed ? h("a", { className: "os-button", href: feedback.review_href }, t.open_review) : null,
      feedback.composed ? h("a", { className: "os-button", href: feedback.publish_href }, t.open_publish) : null),
    h("p", { className: "os-hint" }, feedback.composed ? fill(t.composed, { day: feedback.composed }) : t.not_composed,
      " ", feedback.told ? fill(t.told, { day: feedback.told }) : t.not_told));
}

/** What a card was drawn of; another one is drawn when this changes. */
const cardKey = (view) => JSON.stringify([view.seq, view.feedback.language]);

async function drawCard(ctx) {
  const answer = await waitFor(ctx, "card", ctx.t.drawing, "show_card", {});
  if (!answer || answer.refused) return;
  ctx.ui.card = { ...JSON.parse(answer.extra), key: cardKey(ctx.view) };
  ctx.redraw();
  ctx.say(ctx.t.card_ready);
}

function resultsCard(ctx) {
  const { t, view, ui } = ctx;
  const card = ui.card?.key === cardKey(view) ? ui.card : null;
  const id = newId("alt");
  const write = (format) => waitFor(ctx, "card-file", t.writing, "write_card", { format });
  return h("section", { className: "os-card" }, h("h2", {}, t.card), h("p", {}, t.card_hint),
    card ? null : button(t.show_card, () => drawCard(ctx), { key: "show-card", kind: "os-primary" }),
    waitingBar(ctx, "card", t.drawing),
    card ? [
      h("img", { src: card.src, alt: card.alt, className: "os-resultscard" }),
      h("div", { className: "os-row" },
        button(t.card_picture, () => write("png"), { key: "card-png", kind: "os-primary" }),
        button(t.card_page, () => write("html"), { key: "card-html" })),
      waitingBar(ctx, "card-file", t.writing),
      h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.alt),
        h("textarea", { id, rows: 5, readOnly: true, value: card.alt, "data-key": "alt", "aria-describedby": `${id}-h` }),
        h("p", { id: `${id}-h`, className: "os-hint" }, t.alt_hint)),
      button(t.copy_alt, () => copyWords(ctx, card.alt, "alt", t.copied), { key: "copy-alt", kind: "os-small" }),
    ] : null);
}

function feedbackPart(ctx) {
  const { t, view } = ctx;
  const language = (key) => { ctx.ui.card = null; ctx.send("choose_language", { language: key }); };
  return [radios("language", t.feedback_language, view.feedback.languages, view.feedback.language, language), feedbackCard(ctx), resultsCard(ctx)];
}
