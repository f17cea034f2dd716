// Fewer or more themes: a slider over what has been tried out. Nothing changes before it is taken.
const isWorking = (frame) => frame.jobs.some((job) => job.kind === "themes" || job.kind === "demo");

/** Fetch what was tried out; have it tried out once for every line of the log. */
async function loadChoices(ctx, { again = false } = {}) {
  const { ui, now } = ctx;
  const { seq } = ctx.view;
  const answer = await ctx.send("choices");
  if (answer.refused) return;
  ui.choices = JSON.parse(answer.extra);
  now.choicesSeq = seq;
  if (!ui.choices && (again || now.triedSeq !== seq)) {
    now.triedSeq = seq;
    await ctx.send("try_out");
  }
  ctx.redraw();
}

function showChoice(ctx, place, out) {
  const { t } = ctx;
  const one = ctx.ui.choices[place];
  const most = Math.max(1, ...one.themes.map((theme) => theme.n));
  out.text.textContent = [one.text, one.rest, one.now ? t.choice_now : ""].filter(Boolean).join(" · ");
  out.list.replaceChildren(...one.themes.map((theme) => {
    const bar = h("span", { className: "os-size", "aria-hidden": "true" });
    bar.style.width = `${(100 * theme.n) / most}%`;
    return h("li", {}, h("span", {}, theme.label), h("span", { className: "os-number" }, String(theme.n)), bar);
  }));
  out.range.setAttribute("aria-valuetext", out.text.textContent);
  out.take.textContent = fill(t.take_choice, { themes: one.text });
  out.take.disabled = one.now || isWorking(ctx.frame);
}

function slider(ctx) {
  const { t, ui } = ctx;
  const list = ui.choices;
  const n_now = ctx.view.themes.filter((theme) => !theme.is_rest).length;
  const nearest = list.reduce((best, one, at) => (Math.abs(one.themes.length - n_now) < Math.abs(list[best].themes.length - n_now) ? at : best), 0);
  const start = Math.max(0, list.findIndex((one) => one.now));
  const place = Math.min(ui.choice ?? (list.some((one) => one.now) ? start : nearest), list.length - 1);
  const id = newId("c");
  const out = {
    text: h("p", { className: "os-choice", role: "status" }),
    list: h("ol", { className: "os-sizes" }),
    range: h("input", { type: "range", id, min: 0, max: list.length - 1, step: 1, value: place, "data-key": "choice", "aria-describedby": `${id}-h`, oninput: (event) => {
      ui.choice = Number(event.target.value);
      showChoice(ctx, ui.choice, out);
    } }),
    take: button("", async () => {
      if (out.take.disabled) return;
      out.take.disabled = true;
      const answer = await ctx.send("choose", { resolution: list[ui.choice ?? place].resolution });
      if (!answer.refused) ui.choice = undefined;
    }, { key: "take-choice", kind: "os-primary" }),
  };
  showChoice(ctx, place, out);
  return [
    h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.choice),
      h("div", { className: "os-slider" }, h("span", { "aria-hidden": "true" }, t.fewer_themes), out.range, h("span", { "aria-hidden": "true" }, t.more_themes))),
    out.text, h("p", { id: `${id}-h`, className: "os-hint" }, t.choice_hint), h("div", { className: "os-row" }, out.take), out.list,
  ];
}

function choicePanel(ctx) {
  const { t, ui, now, view, frame } = ctx;
  const trying = frame.jobs.some((job) => job.kind === "theme_choices");
  const ended = now.trying && !trying;
  now.trying = trying;
  const stale = now.choicesSeq !== view.seq;
  if ((stale || ended) && !trying && !now.asking && !isWorking(frame)) {
    now.asking = true;
    setTimeout(() => loadChoices(ctx).finally(() => { now.asking = false; }));
  }
  if (ui.choices && !stale) return h("div", {}, slider(ctx));
  if (trying || now.asking) return h("p", { role: "status", className: "os-hint" }, t.trying);
  if (isWorking(frame)) return h("p", { className: "os-hint" }, t.working);
  return h("div", {}, h("p", { className: "os-hint" }, t.not_tried), button(t.try_again, () => loadChoices(ctx, { again: true }), { key: "try-again", kind: "os-small" }));
}

function numberOfThemes(ctx) {
  const { t, view, frame } = ctx;
  const { chosen: by, earlier } = view.number;
  const opened = ctx.open.has("choices");
  const details = disclosure(ctx, "choices", t.number_of_themes, opened ? choicePanel(ctx) : null);
  details.addEventListener("toggle", () => { if (details.open !== opened) ctx.redraw(); });
  return h("section", { className: "os-number-of-themes", "aria-label": t.number_of_themes },
    by ? h("p", { className: "os-hint" }, by) : null,
    earlier ? button(earlier, () => ctx.send("choose_earlier"), { key: "earlier", kind: "os-small", disabled: isWorking(frame) }) : null,
    details);
}
