// What can be done with a theme: named, merged, locked, described.
function renameForm(ctx, theme) {
  const { t } = ctx;
  const key = `label-${theme.id}`;
  const close = () => {
    ctx.ui.renaming = "";
    ctx.typed.delete(key);
    ctx.redraw();
    focusOn(ctx, `rename-${theme.id}`);
  };
  const submit = async (event) => {
    event.preventDefault();
    const label = (ctx.typed.get(key) ?? theme.label).trim();
    if (label === theme.label) return close();
    const answer = await ctx.decide("rename", { theme_id: theme.id, label, seq: ctx.ui.renamingSeq });
    if (!answer.refused) close();
  };
  return h("form", { className: "os-rename", onsubmit: submit, onkeydown: (event) => event.key === "Escape" && close() },
    field(ctx, key, t.name, { value: theme.label, maxLength: 120, required: true }),
    h("div", { className: "os-row" },
      h("button", { type: "submit", className: "os-button os-primary os-small", "data-key": `save-${theme.id}` }, t.save),
      button(t.cancel, close, { kind: "os-small" })));
}

async function merge(ctx, theme) {
  const { t, view } = ctx;
  const others = view.themes.filter((other) => other.id !== theme.id && !other.is_rest && !other.locked);
  const { seq } = view;
  const id = newId("into");
  const key = `merged-${theme.id}`;
  const into = `into-${theme.id}`;
  const select = h("select", { id, required: true, "data-key": into }, h("option", { value: "" }, t.choose_theme),
    others.map((other) => h("option", { value: other.id, selected: other.id === ctx.typed.get(into) }, `${other.label} (${other.count})`)));
  const name = field(ctx, key, t.merged_name, { maxLength: 120, required: true });
  const suggest = () => {
    if (!ctx.typed.has(key)) name.querySelector("input").value = others.find((other) => other.id === select.value)?.label ?? "";
  };
  select.addEventListener("change", () => { ctx.typed.set(into, select.value); suggest(); });
  suggest();
  const choice = await ask(ctx, fill(t.merge_title, { label: theme.label }),
    [h("p", {}, t.merge_help), h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.merge_into), select), name],
    [{ value: "yes", label: t.merge, kind: "os-primary" }],
    () => ctx.decide("merge", { theme_id: theme.id, into: select.value, label: name.querySelector("input").value, seq }));
  [key, into].forEach((typed) => ctx.typed.delete(typed));
  if (choice) focusOn(ctx, `merge-${select.value}`, `rename-${select.value}`);
}

function startRename(ctx, theme) {
  ctx.ui.renaming = theme.id;
  ctx.ui.renamingSeq = ctx.view.seq;
  ctx.redraw();
  const input = ctx.root.querySelector(`[data-key="label-${theme.id}"]`);
  input?.focus();
  input?.select();
}

async function lock(ctx, theme, locked) {
  await ctx.decide("lock", { theme_id: theme.id, locked });
  focusOn(ctx, `lock-${theme.id}`);
}

async function describe(ctx, theme) {
  const { t, view } = ctx;
  const { seq } = view;
  const labels = { description: t.description, includes: t.includes, near_misses: t.near_misses };
  const names = Object.keys(labels);
  const keys = Object.fromEntries(names.map((name) => [name, `${name}-${theme.id}`]));
  const choice = await ask(ctx, fill(t.describe_title, { label: theme.label }),
    names.map((name) => field(ctx, keys[name], labels[name], { tag: "textarea", value: theme[name], rows: 3, maxLength: 2000 })),
    [{ value: "yes", label: t.save, kind: "os-primary" }]);
  const texts = Object.fromEntries(names.map((name) => [name, ctx.typed.get(keys[name]) ?? theme[name]]));
  const answer = choice && await ctx.decide("describe", { theme_id: theme.id, ...texts, seq });
  // What somebody wrote is still there when it could not be saved.
  if (!answer || !answer.refused) Object.values(keys).forEach((key) => ctx.typed.delete(key));
}

/** What people wrote of a theme. */
function description(ctx, theme) {
  const { t } = ctx;
  const rows = [[t.about, theme.description], [t.belongs, theme.includes], [t.belongs_not, theme.near_misses]].filter(([, text]) => text);
  return rows.length ? h("dl", { className: "os-about" }, rows.map(([name, text]) => [h("dt", {}, name), h("dd", {}, text)])) : null;
}

function themeButtons(ctx, theme) {
  const { t, view } = ctx;
  const others = view.themes.filter((other) => other.id !== theme.id && !other.is_rest && !other.locked);
  const small = (label, action, key, name = label) => button(label, action, { key: `${key}-${theme.id}`, kind: "os-small", "aria-label": `${name}: ${theme.label}${label.endsWith("…") ? " …" : ""}` });
  if (theme.locked) return h("div", { className: "os-row" }, small(t.unlock, once(() => lock(ctx, theme, false)), "lock"));
  return h("div", { className: "os-row" },
    small(t.rename, once(() => startRename(ctx, theme)), "rename"),
    others.length ? small(`${t.merge} …`, () => merge(ctx, theme), "merge", t.merge) : null,
    theme.n_notes > 1 ? small(`${t.split} …`, () => splitTheme(ctx, theme), "split", t.split) : null,
    small(`${t.describe} …`, () => describe(ctx, theme), "describe", t.describe),
    small(t.lock, once(() => lock(ctx, theme, true)), "lock"));
}
