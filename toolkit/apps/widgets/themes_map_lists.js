// Beside the map: its themes, what was chosen on it, and the same notes as a list.
function mapThemes(ctx) {
  const { t, view } = ctx;
  const own = mapState(ctx);
  const choose = (id) => { own.theme = own.theme === id ? "" : id; own.n = LISTED; ctx.redraw(); };
  return h("section", { "aria-labelledby": "kartan-teemat" },
    h("h2", { id: "kartan-teemat" }, t.map_themes), h("p", { className: "os-hint" }, t.map_themes_help),
    h("ul", { className: "os-mapthemes" }, view.themes.map((theme) => h("li", {},
      h("button", { type: "button", className: "os-button os-small", "data-key": `map-theme-${theme.id}`, "aria-pressed": String(own.theme === theme.id), onclick: () => choose(theme.id) },
        themeSign(theme.mark), h("span", {}, `${theme.label} (${theme.n})`))))));
}

/** What was chosen, and where it can go. */
function mapChosen(ctx) {
  const { t, view } = ctx;
  const own = mapState(ctx);
  const ids = [...own.chosen];
  // One element for the life of the page, so that a change in it is read aloud.
  own.said ??= h("p", { role: "status", className: "os-hidden" });
  const said = fill(t.map_chosen, { n: ids.length });
  setTimeout(() => { own.said.textContent = said; });
  if (!ids.length) return own.said;
  const select = newId("m");
  const target = () => ctx.root.querySelector(`#${select}`).value;
  const done = (answer) => { if (!answer.refused) { own.chosen.clear(); ctx.redraw(); focusOn(ctx, "map"); } };
  const move = async () => {
    const theme_id = target();
    if (!theme_id) return ctx.root.querySelector(`#${select}`).focus();
    done(await ctx.decide("move", { note_ids: ids, theme_id }));
  };
  const make = async () => {
    const { seq } = view;
    const name = field(ctx, "map-label", t.new_name, { maxLength: 120, required: true });
    const choice = await ask(ctx, t.new_title, [h("p", {}, t.new_help), name], [{ value: "yes", label: t.make_theme, kind: "os-primary" }],
      () => ctx.decide("add", { label: name.querySelector("input").value, note_ids: ids, seq }));
    ctx.typed.delete("map-label");
    if (choice) { own.chosen.clear(); ctx.redraw(); focusOn(ctx, "map"); }
  };
  return [own.said, h("section", { className: "os-card os-mapchosen", "aria-label": said },
    h("h2", {}, said),
    h("div", { className: "os-row os-end" },
      h("div", { className: "os-field" }, h("label", { htmlFor: select }, t.map_move_to),
        h("select", { id: select, "data-key": "map-to", onchange: (event) => ctx.typed.set("map-to", event.target.value) },
          h("option", { value: "" }, t.choose_theme),
          view.themes.map((theme) => h("option", { value: theme.id, disabled: theme.locked, selected: ctx.typed.get("map-to") === theme.id }, theme.locked ? `${theme.label} (${t.locked_short})` : theme.label)))),
      button(t.map_move, move, { key: "map-move", kind: "os-primary os-small" }),
      button(`${t.map_new} …`, make, { key: "map-new", kind: "os-small" }),
      button(t.map_clear, () => { own.chosen.clear(); ctx.redraw(); focusOn(ctx, "map"); }, { key: "map-clear", kind: "os-small" })))];
}

/** The notes of the map as a list: those of the chosen theme, or all. */
function mapList(ctx) {
  const { t, view } = ctx;
  const own = mapState(ctx);
  const number = view.themes.findIndex((theme) => theme.id === own.theme);
  const points = view.points.filter((point) => number < 0 || point[5] === number);
  const shown = points.slice(0, own.n);
  const tick = (id) => (event) => {
    if (event.target.checked) own.chosen.add(id);
    else own.chosen.delete(id);
    ctx.redraw();
  };
  return h("section", { "aria-labelledby": "kartan-lista" },
    h("h2", { id: "kartan-lista" }, number < 0 ? t.map_list : view.themes[number].label),
    h("div", { className: "os-maplist", tabIndex: 0, role: "region", "aria-labelledby": "kartan-lista" },
      h("table", { className: "os-table" },
        h("caption", { className: "os-hidden" }, t.map_list),
        h("thead", {}, h("tr", {}, [t.map_pick, t.note, t.theme].map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {}, shown.map(([id, ref, text, , , theme]) => h("tr", {},
          h("td", { className: "os-number" }, h("input", { type: "checkbox", "data-key": `pick-${id}`, checked: own.chosen.has(id), "aria-label": `${t.map_pick}: ${ref}`, onchange: tick(id) })),
          h("td", {}, h("span", { className: "os-ref" }, ref), " ", text, " ", storyButton(ctx, id, ref)),
          h("td", {}, view.themes[theme] ? [themeSign(view.themes[theme].mark), " "] : null, view.themes[theme]?.label ?? view.no_theme)))))),
    shown.length < points.length ? button(fill(t.map_more, { n: shown.length, all: points.length }), () => { own.n += LISTED; ctx.redraw(); }, { key: "map-more", kind: "os-small" }) : null);
}
