// The theme board. Everything a mouse can do, a keyboard can do too.
const SHOWN = 8;

function column(ctx, theme) {
  const { t, view, ui } = ctx;
  const heading = newId("t");
  const notes = theme.note_ids.filter((id) => matches(ctx, id));
  const all = ctx.open.has(`all-${theme.id}`);
  const shown = all ? notes : notes.slice(0, SHOWN);
  const filtered = Boolean(searched(ctx));
  if (filtered && !notes.length) return null;
  const section = h("section", { id: `theme-${theme.id}`, className: `os-theme ${theme.is_rest ? "os-rest" : ""}`, "aria-labelledby": heading },
    ui.renaming === theme.id
      ? [h("h2", { id: heading, className: "os-hidden" }, theme.label), renameForm(ctx, theme)]
      : [h("h2", { id: heading }, theme.label),
         theme.subtitle ? h("p", { className: "os-subtitle" }, theme.subtitle) : null,
         h("p", { className: "os-hint" }, [theme.count, filtered ? fill(t.found, { n: notes.length }) : "", theme.named_by ? fill(t.named_by, { name: theme.named_by }) : ""].filter(Boolean).join(" · ")),
         theme.is_rest ? h("p", { className: "os-hint" }, t.rest_help) : null,
         theme.keywords ? h("p", { className: "os-hint" }, `${t.keywords}: ${theme.keywords}`) : null,
         theme.parts.length ? h("p", { className: "os-hint" }, `${t.parts}: ${theme.parts.map((part) => `${part.label} (${part.note_ids.length})`).join(" · ")}`) : null,
         theme.steady ? h("p", { className: "os-hint" }, theme.steady) : null,
         theme.locked ? h("p", { className: "os-hint os-locked" }, t.locked) : null,
         description(ctx, theme),
         theme.is_rest ? null : themeButtons(ctx, theme)],
    h("ul", { className: "os-notes" }, shown.map((id) => noteItem(ctx, id, theme))),
    statementList(ctx, theme),
    notes.length > SHOWN ? button(all ? t.fewer : fill(t.all, { n: notes.length }), () => {
      if (all) ctx.open.delete(`all-${theme.id}`);
      else ctx.open.add(`all-${theme.id}`);
      ctx.redraw();
    }, { key: `all-${theme.id}`, kind: "os-small", "aria-expanded": String(all) }) : null);
  section.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("application/x-osallisuus-note")) return;
    event.preventDefault();
    section.classList.add("os-over");
  });
  section.addEventListener("dragleave", () => section.classList.remove("os-over"));
  section.addEventListener("drop", (event) => {
    event.preventDefault();
    section.classList.remove("os-over");
    const noteId = event.dataTransfer.getData("application/x-osallisuus-note");
    if (noteId && !theme.note_ids.includes(noteId)) ctx.decide("move", { note_id: noteId, theme_id: theme.id });
  });
  return section;
}

/** The themes side by side, with what is done to all of them. */
function board(ctx) {
  const { t, view, frame } = ctx;
  const working = isWorking(frame);
  return [
    view.n_notes ? searchField(ctx) : null,
    h("div", { className: "os-row" }, newThemeButton(ctx),
      button(t.fewer_themes, () => ctx.send("find", { steps: -1 }), { key: "coarser", disabled: working }),
      button(t.more_themes, () => ctx.send("find", { steps: 1 }), { key: "finer", disabled: working })),
    themeIndex(ctx),
    !searched(ctx) && view.themes.some((theme) => theme.steady) ? h("p", { className: "os-hint" }, t.steady_help) : null,
    h("div", { className: "os-board" }, view.themes.map((theme) => column(ctx, theme))),
    asideList(ctx),
  ];
}

const isWorking = (frame) => frame.jobs.some((job) => job.kind === "themes" || job.kind === "demo");

function draw(ctx) {
  const { t, view, frame } = ctx;
  const working = isWorking(frame);
  const find = (label, kind) => button(label, () => ctx.send("find"), { key: "find", kind, disabled: working });
  if (!view.n_notes && !view.themes.length) {
    return [h("p", { className: "os-empty" }, t.no_notes), h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[0].href }, t.go_import))];
  }
  if (!view.themes.length) return [h("p", { className: "os-empty" }, working ? t.working : t.no_themes), working ? null : h("p", {}, find(t.find, "os-primary"))];
  return [
    view.loose ? h("div", { className: "os-notice os-wait" }, h("span", {}, view.loose_text), find(t.find_again, "os-primary")) : null,
    offerList(ctx),
    view.changes ? h("p", { className: "os-hint" }, view.changes) : null,
    view.stale.length ? h("div", {}, view.stale.map((text) => h("p", { className: "os-warning" }, text))) : null,
    board(ctx),
    h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[frame.steps[2].open ? 2 : 3].href },
      `${frame.steps[2].open ? t.next_groups : t.next} →`)),
  ];
}
