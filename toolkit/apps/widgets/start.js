// The front page: the workshops, a new one, the example, and what was deleted.
function cardActions(ctx, item) {
  const { t } = ctx;
  const act = (key, label, onclick, more = {}) => button(label, onclick, { key: `${key}-${item.name}`, kind: "os-small", "aria-label": `${label}: ${item.title}`, ...more });
  const edit = async () => {
    await ctx.send("edit", { folder: item.name });
    focusKey(ctx, "edit-heading");
  };
  const archive = async () => {
    await ctx.send("archive", { folder: item.name, archived: !item.archived });
    if (!ctx.root.contains(document.activeElement)) ctx.root.querySelector("#tyopajat")?.focus();
  };
  // The page is drawn anew under a dialog, so the focus has to find its way back.
  const dialog = (key, asked) => async () => {
    await asked(ctx, item);
    if (document.activeElement === document.body) (ctx.root.querySelector(`[data-key="${CSS.escape(`${key}-${item.name}`)}"]`) ?? ctx.root.querySelector("#tyopajat"))?.focus();
  };
  return [
    h("p", { className: "os-row" },
      h("a", { className: "os-button os-primary os-small", href: item.href, "aria-label": `${t.go_on}: ${item.next}, ${item.title}` }, `${item.next} →`),
      act("edit", t.details, edit)),
    disclosure(ctx, `more-${item.name}`, t.more, h("p", { className: "os-row" },
      act("copy", t.copy, dialog("copy", askCopy)),
      act("archive", item.archived ? t.bring_back : t.archive, archive),
      item.example ? act("reset", t.reset, dialog("reset", askReset)) : act("delete", t.remove, dialog("delete", askDelete)))),
  ];
}

function card(ctx, item) {
  const { t } = ctx;
  const about = h("p", { className: "os-hint" }, [item.example ? t.invented : "", item.day, item.organiser].filter(Boolean).join(" · "));
  if (item.problem) return h("li", { className: "os-card" }, h("h3", {}, item.title), about, h("p", { className: "os-error" }, item.problem),
    item.reason ? disclosure(ctx, `why-${item.name}`, t.reason, h("p", { className: "os-hint" }, item.reason)) : null);
  return h("li", { className: "os-card os-workshopcard" },
    h("h3", {}, h("a", { href: item.href }, item.title)), about,
    h("p", {}, item.lines.length ? item.lines.join(" · ") : t.nothing_yet),
    item.unimported ? h("p", { className: "os-warning" }, item.unimported) : null,
    h("p", {}, item.working ? t.working : `${t.waits}: ${item.next}`),
    item.kept_too_long ? h("p", { className: "os-error" }, item.kept_too_long) : null,
    item.touched ? h("p", { className: "os-hint" }, `${t.touched}: ${item.touched}`) : null,
    cardActions(ctx, item));
}

function removals(ctx) {
  const { t, view } = ctx;
  if (!view.removals.length) return null;
  return disclosure(ctx, "removals", fill(t.removed, { n: view.removals.length }), h("ul", { className: "os-plainlist" }, view.removals.map((one) =>
    h("li", {}, h("p", {}, h("strong", {}, one.title), ` – ${fill(t.removed_by, { when: one.when, who: one.who })}`),
      h("p", { className: "os-hint" }, `${t.removed_had}: ${one.lines.join(" · ") || t.gone_nothing}`),
      button(t.receipt, () => ctx.send("download_receipt", { file: one.file }), { key: `receipt-${one.file}`, kind: "os-small", "aria-label": `${t.receipt}: ${one.title}` })))));
}

function draw(ctx) {
  const { t, view } = ctx;
  if (view.edited) return [editDetails(ctx)];
  const cards = (items) => h("ul", { className: "os-cards" }, items.map((item) => card(ctx, item)));
  const shown = view.workshops.filter((item) => !item.archived);
  const archived = view.workshops.filter((item) => item.archived);
  const toForm = () => ctx.root.querySelector('[data-key="new.title"]').focus();
  const example = button(t.example, () => ctx.send("try_example"), { key: "example" });
  return [
    h("section", { "aria-labelledby": "tyopajat" },
      h("h2", { id: "tyopajat", tabIndex: -1 }, t.workshops),
      shown.length ? h("p", {}, button(`${t.new} ↓`, toForm, { key: "to-form", kind: "os-small" })) : null,
      shown.length ? cards(shown) : h("p", { className: "os-empty" }, archived.length ? t.all_archived : t.empty),
      archived.length ? disclosure(ctx, "archived", fill(t.archived, { n: archived.length }), cards(archived)) : null),
    h("div", { className: "os-columns" },
      newWorkshop(ctx),
      h("section", { className: "os-card" }, h("h2", {}, t.example_title), h("p", {}, t.example_help), example)),
    removals(ctx),
  ];
}
