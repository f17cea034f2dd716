// Possible personal data, one place at a time: hide or keep, with one key each.
function placeKey(one) {
  return `${one.waiting_id}/${one.key}`;
}

function decision(t, one) {
  if (one.choice === true) return `✓ ${t.will_mask}`;
  return one.choice === false ? `✓ ${t.will_keep}` : `? ${t.undecided}`;
}

/** The place the page is at: where the reader went, or the first that nobody has decided on. */
function placeNow(ctx) {
  const list = ctx.view.suggestions;
  const at = list.findIndex((one) => placeKey(one) === ctx.ui.place);
  if (at >= 0) return at;
  return Math.max(0, list.findIndex((one) => one.choice === null));
}

function goTo(ctx, at) {
  const list = ctx.view.suggestions;
  ctx.ui.place = placeKey(list[(at + list.length) % list.length]);
  ctx.redraw();
}

/** Show the choices at once, so that the next key is meant for the next place. */
function chooseHere(ctx, mask, { same = false } = {}) {
  const list = ctx.view.suggestions;
  const at = placeNow(ctx);
  const here = list[at];
  const alike = (one) => one.waiting_id === here.waiting_id && one.kind === here.kind && one.base_key === here.base_key;
  const chosen = same ? list.filter(alike) : [here];
  chosen.forEach((one) => { one.choice = mask; });
  (ctx.ui.chosen ??= []).push([{ waiting_id: here.waiting_id, keys: chosen.map((one) => one.key) }]);
  const later = [...list.slice(at + 1), ...list.slice(0, at)].find((one) => one.choice === null);
  ctx.ui.place = placeKey(later ?? here);
  ctx.redraw();
  ctx.send("choose", { waiting_id: here.waiting_id, key: here.key, mask, same });
}

function chooseRest(ctx) {
  const files = new Map();
  ctx.view.suggestions.filter((one) => one.choice === null).forEach((one) => {
    files.set(one.waiting_id, [...(files.get(one.waiting_id) ?? []), one.key]);
  });
  if (!files.size) return;
  (ctx.ui.chosen ??= []).push([...files].map(([waiting_id, keys]) => ({ waiting_id, keys })));
  ctx.send("choose_rest");
}

function takeBack(ctx) {
  const last = (ctx.ui.chosen ?? []).pop();
  if (!last) return;
  ctx.ui.place = placeKey({ waiting_id: last[0].waiting_id, key: last[0].keys[0] });
  last.forEach((part) => ctx.send("take_back", part));
}

function pressed(ctx, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const keys = {
    p: () => chooseHere(ctx, true), m: () => chooseHere(ctx, true), k: () => chooseHere(ctx, false),
    z: () => takeBack(ctx),
    arrowright: () => goTo(ctx, placeNow(ctx) + 1), arrowdown: () => goTo(ctx, placeNow(ctx) + 1),
    arrowleft: () => goTo(ctx, placeNow(ctx) - 1), arrowup: () => goTo(ctx, placeNow(ctx) - 1),
  };
  const act = keys[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}

function once(act) {
  return (event) => {
    if (event.detail) swallowClicks([event.clientX, event.clientY]);
    act();
  };
}

function sentence(one) {
  return h("p", { className: "os-quote os-sentence" }, one.before, h("mark", {}, one.words), one.after);
}

function placeButtons(ctx, here) {
  const { t, view } = ctx;
  const n = here.n_same;
  const open = view.suggestions.filter((one) => one.choice === null).length;
  const last = (ctx.ui.chosen ?? []).length;
  return [
    h("div", { className: "os-row" },
      button(`${t.mask} (P)`, once(() => chooseHere(ctx, true)), { key: "pd-mask", kind: "os-primary", "aria-pressed": String(here.choice === true) }),
      button(`${t.keep} (K)`, once(() => chooseHere(ctx, false)), { key: "pd-keep", "aria-pressed": String(here.choice === false) }),
      n > 1 && button(fill(t.mask_same, { n }), once(() => chooseHere(ctx, true, { same: true })), { key: "pd-mask-same", kind: "os-small" }),
      n > 1 && button(fill(t.keep_same, { n }), once(() => chooseHere(ctx, false, { same: true })), { key: "pd-keep-same", kind: "os-small" })),
    h("div", { className: "os-row" },
      button(`← ${t.before}`, () => goTo(ctx, placeNow(ctx) - 1), { key: "pd-before", kind: "os-small" }),
      button(`${t.after} →`, () => goTo(ctx, placeNow(ctx) + 1), { key: "pd-after", kind: "os-small" }),
      last ? button(`↶ ${t.take_back} (Z)`, once(() => takeBack(ctx)), { key: "pd-back", kind: "os-small" }) : null,
      open ? button(fill(t.rest, { n: open }), once(() => chooseRest(ctx)), { key: "pd-rest", kind: "os-small" }) : null),
  ];
}

function allPlaces(ctx) {
  const { t, view } = ctx;
  return disclosure(ctx, "pd-list", fill(t.all_places, { n: view.suggestions.length }),
    () => h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-label": t.personal },
      h("table", { className: "os-table" },
        h("thead", {}, h("tr", {}, [t.word_column, t.file, t.choice_column].map((name) => h("th", { scope: "col" }, name)))),
        h("tbody", {}, view.suggestions.map((one, at) => h("tr", {},
          h("td", {}, button(one.words, () => { goTo(ctx, at); ctx.root.querySelector(".os-personal")?.focus(); },
            { key: `pd-go-${placeKey(one)}`, kind: "os-small", "aria-label": fill(t.go_there, { words: one.words }) })),
          h("td", {}, one.file), h("td", {}, decision(t, one))))))));
}

function personalData(ctx) {
  const { t, view } = ctx;
  const looked = view.waiting.filter((file) => file.receipt && file.status !== "columns" && !file.left_out);
  if (!looked.length) return null;
  const certain = looked.reduce((sum, file) => sum + file.n_certain, 0);
  const list = view.suggestions;
  const intro = [
    h("h2", {}, t.personal),
    looked.every((file) => file.has_names) ? null : h("p", { className: "os-warning" }, t.no_dictionary),
    certain ? h("p", {}, fill(t.certain, { n: certain })) : null,
  ];
  if (!list.length) return h("section", {}, intro, h("p", {}, t.none_found));
  const at = placeNow(ctx);
  const here = list[at];
  const id = newId("pd");
  return h("section", {}, intro,
    h("p", { className: "os-help" }, t.personal_why),
    h("div", { className: "os-card os-personal", tabIndex: 0, role: "group", "aria-labelledby": id, "aria-describedby": `${id}-s ${id}-k`,
      "data-key": "personal", onkeydown: (event) => pressed(ctx, event) },
      h("h3", { id }, `${fill(t.place, { at: at + 1, n: list.length })}: ${here.kind}`),
      h("p", { className: "os-hint" }, fill(t.in_file, { name: here.file })),
      h("div", { id: `${id}-s` }, sentence(here), h("p", {}, h("strong", {}, decision(t, here)))),
      placeButtons(ctx, here),
      h("p", { id: `${id}-k`, className: "os-hint" }, t.keys)),
    allPlaces(ctx));
}
