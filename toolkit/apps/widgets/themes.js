// The theme board. Everything a mouse can do, a keyboard can do too.
function column(ctx, theme) {
  const { t, ui } = ctx;
  const heading = newId("t");
  const filtered = isFiltered(ctx);
  if (filtered && !theme.note_ids.length) return null;
  const section = h("section", { id: `theme-${theme.id}`, className: `os-theme ${theme.is_rest ? "os-rest" : ""}`, "aria-labelledby": heading },
    ui.renaming === theme.id
      ? [h("h2", { id: heading, className: "os-hidden" }, theme.label), renameForm(ctx, theme)]
      : [h("h2", { id: heading, ondblclick: theme.is_rest || theme.locked ? undefined : () => startRename(ctx, theme) }, theme.label),
         theme.subtitle ? h("p", { className: "os-subtitle" }, theme.subtitle) : null,
         h("p", { className: "os-hint" }, [theme.count, filtered ? fill(t.found, { n: theme.note_ids.length }) : "", theme.named_by ? fill(t.named_by, { name: theme.named_by }) : ""].filter(Boolean).join(" · ")),
         theme.is_rest ? h("p", { className: "os-hint" }, t.rest_help) : null,
         theme.keywords ? h("p", { className: "os-hint" }, `${t.keywords}: ${theme.keywords}`) : null,
         theme.parts.length ? h("p", { className: "os-hint" }, `${t.parts}: ${theme.parts.map((part) => `${part.label} (${part.note_ids.length})`).join(" · ")}`) : null,
         theme.steady ? h("p", { className: "os-hint" }, theme.steady) : null,
         theme.locked ? h("p", { className: "os-hint os-locked" }, t.locked) : null,
         description(ctx, theme),
         theme.is_rest ? null : themeButtons(ctx, theme)],
    themeNotes(ctx, theme),
    statementList(ctx, theme));
  dropPlace(ctx, section, theme);
  return section;
}

/** The themes side by side, with what is done to all of them. */
function board(ctx) {
  const { t, view } = ctx;
  return [
    view.n_notes ? filters(ctx) : null,
    newThemeButton(ctx),
    numberOfThemes(ctx),
    themeIndex(ctx),
    !isFiltered(ctx) && view.themes.some((theme) => theme.steady) ? h("p", { className: "os-hint" }, t.steady_help) : null,
    h("div", { className: "os-board" }, view.themes.map((theme) => column(ctx, theme))),
    asideList(ctx),
    tray(ctx),
  ];
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  if (view.look) return drawLook(ctx);
  const working = isWorking(frame);
  const find = (label, kind) => button(label, () => ctx.send("find"), { key: "find", kind, disabled: working });
  if (!view.n_notes && !view.themes.length) {
    return [h("p", { className: "os-empty" }, t.no_notes), h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[0].href }, t.go_import))];
  }
  if (!view.themes.length) return [h("p", { className: "os-empty" }, working ? t.working : t.no_themes), working ? null : h("p", {}, find(t.find, "os-primary"))];
  return [
    lookNav(ctx),
    view.loose ? h("div", { className: "os-notice os-wait" }, h("span", {}, view.loose_text), find(t.find_again, "os-primary")) : null,
    offerList(ctx),
    view.changes ? h("p", { className: "os-hint" }, view.changes) : null,
    view.themes.every((theme) => theme.is_rest) ? h("p", { className: "os-empty" }, t.only_rest) : null,
    view.stale.length ? h("div", {}, view.stale.map((text) => h("p", { className: "os-warning" }, text))) : null,
    board(ctx),
    h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[frame.steps[2].open ? 2 : 3].href },
      `${frame.steps[2].open ? t.next_groups : t.next} →`)),
  ];
}
