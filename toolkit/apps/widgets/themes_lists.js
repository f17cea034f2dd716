// Lists beside the notes of a theme: notes that wait for a place or are set aside, and statements.
const FEW_THEMES = 6;

function offerItem(ctx, offer) {
  const { t, view } = ctx;
  const note = card(ctx, offer.note_id);
  const theme = (id) => view.themes.find((one) => one.id === id);
  const [first, second, home] = [theme(offer.first_id), theme(offer.second_id), theme(offer.home_id)];
  const name = (one) => (one.locked ? `${one.label} (${t.locked_short})` : one.label);
  const near = !second ? t.offer_near : offer.between ? t.offer_between : t.offer_then;
  const next = () => {
    const offers = ctx.view.offers.map((one) => `offer-${one.note_id}-${one.first_id}`);
    focusOn(ctx, ...offers, `move-${offer.note_id}`);
  };
  const take = (one, kind) => one && one.id !== home.id && (one.locked
    ? button(fill(t.offer_unlock, { label: one.label }), once(() => ctx.decide("lock", { theme_id: one.id, locked: false })), { key: `offer-${offer.note_id}-${one.id}`, kind: "os-small", "aria-label": `${fill(t.offer_unlock, { label: one.label })} (${note.ref})` })
    : button(fill(t.offer_take, { label: one.label }), once(async () => { await ctx.decide("move", { note_ids: [offer.note_id], theme_id: one.id }); next(); }), { key: `offer-${offer.note_id}-${one.id}`, kind: `os-small ${kind}`, "aria-label": `${fill(t.offer_take, { label: one.label })} (${note.ref})` }));
  return h("li", { className: "os-notecard" },
    h("p", {}, h("span", { className: "os-ref" }, note.ref), " ", note.text),
    h("p", { className: "os-hint" }, `${fill(near, { first: name(first), second: second ? name(second) : "" })} · ${fill(t.offer_home, { label: home.label })}`),
    h("div", { className: "os-row" }, take(first, "os-primary"), take(second, ""),
      button(fill(t.offer_leave, { label: home.label }), once(async () => { await ctx.decide("pin", { note_id: offer.note_id, theme_id: home.id }); next(); }), { key: `offer-${offer.note_id}-leave`, kind: "os-small", "aria-label": `${fill(t.offer_leave, { label: home.label })} (${note.ref})` })));
}

function offerList(ctx) {
  const { t, view } = ctx;
  if (!view.offers.length) return null;
  const heading = newId("o");
  return h("section", { className: "os-offers", "aria-labelledby": heading },
    h("h2", { id: heading }, fill(t.offers, { n: view.offers.length })),
    h("p", { className: "os-hint" }, t.offers_help),
    h("ul", { className: "os-notes" }, view.offers.filter((offer) => card(ctx, offer.note_id)).map((offer) => offerItem(ctx, offer))));
}

function asideList(ctx) {
  const { t, view } = ctx;
  const { aside } = view;
  if (!aside.length) return null;
  return disclosure(ctx, "aside", fill(t.aside_list, { n: aside.length }),
    h("ul", { className: "os-notes" }, aside.map((item) => h("li", { className: "os-notecard" },
      h("p", {}, h("span", { className: "os-ref" }, card(ctx, item.id).ref), " ", card(ctx, item.id).text),
      h("p", { className: "os-hint" }, `${t.reason}: ${item.reason}`),
      button(t.put_back, once(() => ctx.send("put_back", { note_id: item.id })), { key: `back-${item.id}`, kind: "os-small", "aria-label": `${t.put_back} (${card(ctx, item.id).ref})` })))));
}

function statementList(ctx, theme) {
  if (!theme.statements.length) return null;
  return disclosure(ctx, `statements-${theme.id}`, fill(ctx.t.statements, { n: theme.statements.length }),
    h("ul", { className: "os-notes" }, theme.statements.map((statement) => h("li", { className: "os-notecard" },
      h("p", {}, statement.text),
      statement.agreed ? h("p", { className: "os-hint" }, statement.agreed) : null))));
}

/** Links to the themes, when there are more than one sees at a time. */
function themeIndex(ctx) {
  const { t, view } = ctx;
  if (view.themes.length <= FEW_THEMES || isFiltered(ctx)) return null;
  return h("nav", { className: "os-index", "aria-label": t.index }, h("ul", {}, view.themes.map((theme) => h("li", {},
    h("a", { href: `#theme-${theme.id}` }, theme.label), ` (${theme.count})`))));
}
