// What the notes of the board are filtered by, and what it leaves.
const PAUSE = 250;
const FIELDS = ["words", "kind", "group", "prompt", "framework", "category"];

const isFiltered = (ctx) => !ctx.view.filter.is_empty;
const filterNow = (ctx) => Object.fromEntries(FIELDS.map((name) => [name, ctx.view.filter[name]]));

async function setFilter(ctx, changed) {
  clearTimeout(ctx.ui.pause);
  const words = (ctx.typed.get("filter") ?? ctx.view.filter.words).trim();
  ctx.ui.long = {}; // other notes: every list begins from its top
  await ctx.send("filter", { ...filterNow(ctx), words, ...changed });
}

function clearFilter(ctx) {
  ctx.typed.delete("filter");
  setFilter(ctx, Object.fromEntries(FIELDS.map((name) => [name, ""]))).then(() => focusOn(ctx, "filter"));
}

function searchField(ctx) {
  const search = () => setFilter(ctx, {});
  return field(ctx, "filter", ctx.t.filter, {
    type: "search", value: ctx.view.filter.words, maxLength: 300,
    oninput: (event) => {
      ctx.typed.set("filter", event.target.value);
      clearTimeout(ctx.ui.pause);
      ctx.ui.pause = setTimeout(search, PAUSE);
    },
    onkeydown: (event) => event.key === "Enter" && search(),
  });
}

function choiceField(ctx, name, label, choices, { every, hint } = {}) {
  const { view } = ctx;
  if (!choices.length) return null;
  const id = newId("f");
  return h("div", { className: "os-field" }, h("label", { htmlFor: id }, label),
    h("select", { id, "data-key": `filter-${name}`, "aria-describedby": hint ? `${id}-h` : undefined, onchange: (event) => setFilter(ctx, { [name]: event.target.value, ...(name === "framework" ? { category: "" } : {}) }) },
      h("option", { value: "" }, every), choices.map((one) => h("option", { value: one.value, selected: view.filter[name] === one.value }, one.label))),
    hint ? h("p", { id: `${id}-h`, className: "os-hint" }, hint) : null);
}

/** One button for everything the notes are filtered by; pressing it takes that away. */
function chips(ctx) {
  const { t, view } = ctx;
  const { filter } = view;
  const named = (list, value) => list.find((one) => one.value === value)?.label ?? value;
  const set = [
    ["words", t.chip_words, filter.words],
    ["kind", t.kind, named(filter.kinds, filter.kind)],
    ["group", t.group, filter.group],
    ["prompt", t.prompt, filter.prompt],
    ["category", t.category, named(filter.categories, filter.category)],
  ].filter(([, , value]) => value);
  if (!set.length) return null;
  const remove = (name) => {
    if (name === "words") ctx.typed.delete("filter");
    setFilter(ctx, { [name]: "" }).then(() => focusOn(ctx, "filter"));
  };
  return h("div", { className: "os-row os-limits", role: "group", "aria-label": t.filtered_by },
    set.map(([name, label, value]) => h("button", { type: "button", className: "os-limit", "data-key": `chip-${name}`, "aria-label": `${t.remove_filter}: ${label}: ${value}`, onclick: () => remove(name) }, h("span", {}, `${label}: ${value}`), h("span", { "aria-hidden": "true" }, " ×"))),
    button(t.clear_filters, () => clearFilter(ctx), { key: "clear-filters", kind: "os-small" }));
}

function findKinds(ctx) {
  const { t } = ctx;
  const working = ctx.frame.jobs.some((job) => job.kind === "kinds");
  return h("div", { className: "os-field" }, h("p", { className: "os-hint" }, t.no_kinds),
    button(t.find_kinds, () => ctx.send("find_kinds"), { key: "find-kinds", kind: "os-small", disabled: working }));
}

/** When the worker has placed the notes in a framework, ask once for what came of it. */
function awaitPlacements(ctx) {
  const placing = ctx.frame.jobs.some((job) => job.kind === "placements");
  if (ctx.ui.placing && !placing && ctx.view.filter.waits) setTimeout(() => setFilter(ctx, {}));
  ctx.ui.placing = placing;
  return placing;
}

function filters(ctx) {
  const { t, view, ui } = ctx;
  const { filter } = view;
  const placing = awaitPlacements(ctx);
  const waits = !filter.waits ? "" : placing ? t.placing : t.not_placed;
  const more = [
    filter.kinds.length ? choiceField(ctx, "kind", t.kind, filter.kinds, { every: t.every_kind, hint: t.kind_hint }) : findKinds(ctx),
    choiceField(ctx, "group", t.group, filter.groups, { every: t.every_group }),
    choiceField(ctx, "prompt", t.prompt, filter.prompts, { every: t.every_prompt }),
    choiceField(ctx, "framework", t.framework, filter.frameworks, { every: t.no_framework, hint: waits || (filter.framework ? t.framework_hint : "") }),
    filter.waits ? null : choiceField(ctx, "category", t.category, filter.categories, { every: t.every_category }),
  ];
  // One element for the life of the page, so that a change in it is read aloud.
  ui.result ??= h("p", { role: "status" });
  const result = !isFiltered(ctx) ? "" : view.n_shown ? fill(t.shown, { n: view.n_shown, all: view.n_listed }) : t.nothing_found;
  ui.result.className = result && !view.n_shown ? "os-empty" : "os-hint";
  if (ui.result.textContent !== result) setTimeout(() => { ui.result.textContent = result; });
  return h("div", { className: "os-filters", role: "search", "aria-label": t.filters },
    searchField(ctx), disclosure(ctx, "filters", t.more_filters, h("div", { className: "os-columns" }, more)), chips(ctx), ui.result);
}
