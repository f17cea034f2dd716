// A table that no importer knows: which sheet, which headings, and what each column holds.
function columnSelect(key, label, options, value, onchange, hint) {
  const id = newId("col");
  return h("div", { className: "os-field" },
    h("label", { htmlFor: id }, label),
    h("select", { id, "data-key": key, "aria-describedby": hint ? `${id}-h` : undefined, onchange: (event) => onchange(event.target.value) },
      options.map(([option, words]) => h("option", { value: option, selected: String(option) === String(value) }, words))),
    hint && h("p", { id: `${id}-h`, className: "os-hint os-oneline" }, hint));
}

function topRows(ctx, table) {
  const { t } = ctx;
  if (!table.rows.length) return h("p", { className: "os-warning" }, t.columns_no_rows);
  const title = fill(t.columns_top, { n: whole(table.n_rows) });
  return h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-label": title },
    h("table", { className: "os-table os-top-rows" },
      h("caption", {}, title),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t.row),
        table.names.map((name, at) => h("th", { scope: "col" }, h("span", { className: "os-hint os-block" }, table.letters[at]), name)))),
      h("tbody", {}, table.rows.map((row) => h("tr", {}, h("th", { scope: "row", className: "os-number" }, row.row),
        row.cells.map((cell) => h("td", {}, cell)))))));
}

function roleOptions(t, column) {
  const roles = [["note", t.role_note], ["answer", t.role_answer], ["prompt", t.role_prompt], ["group", t.role_group],
    ["weight", t.role_weight], ["background", t.role_background], ["closed", t.role_closed], ["", t.role_none]];
  return roles.map(([role, words]) => [role, role === column.suggested ? fill(t.columns_suggested, { role: words }) : words]);
}

function columnChoices(ctx, file, table) {
  const { t } = ctx;
  return h("fieldset", { className: "os-checklist os-column-choices" },
    h("legend", {}, t.columns_each),
    table.asked.map((column) => columnSelect(`role-${file.id}-${column.place}`, `${table.letters[column.place]}: ${column.name}`,
      roleOptions(t, column), column.role,
      (role) => ctx.send("choose_role", { waiting_id: file.id, place: column.place, role }),
      fill(t.columns_example, { text: column.examples.join(" · ") }))),
    table.n_empty ? h("p", { className: "os-hint" }, fill(t.columns_empty, { n: table.n_empty })) : null);
}

function fillDown(ctx, file, table) {
  if (!table.asks_fill) return null;
  const id = newId("fill");
  return h("div", { className: "os-row os-fill" },
    h("input", { type: "checkbox", id, checked: table.fills_down, "data-key": `fill-${file.id}`,
      onchange: (event) => ctx.send("fill_down", { waiting_id: file.id, fills_down: event.target.checked }) }),
    h("label", { htmlFor: id }, ctx.t.columns_fill));
}

function optionsBelow(ctx, file, table) {
  if (!table.header) return null;
  const id = newId("options");
  return h("div", { className: "os-row os-fill" },
    h("input", { type: "checkbox", id, checked: table.has_options, "data-key": `options-${file.id}`,
      onchange: (event) => ctx.send("choose_options", { waiting_id: file.id, has_options: event.target.checked }) }),
    h("label", { htmlFor: id }, ctx.t.columns_options));
}

function noteList(ctx, notes) {
  return h("ol", { className: "os-notes" }, notes.map((note) => h("li", { className: "os-notecard" },
    note.prompt && h("span", { className: "os-hint os-block" }, note.prompt),
    h("span", {}, note.text),
    note.group && h("span", { className: "os-hint os-block" }, fill(ctx.t.columns_group, { name: note.group })))));
}

/** The button that was pressed goes away, so the focus moves to the card of the file. */
async function askOfColumns(ctx, file, op) {
  const answer = await ctx.send(op, { waiting_id: file.id });
  if (!answer.refused) ctx.root.querySelector(`[data-key="card-${file.id}"]`)?.focus({ preventScroll: true });
}

async function saveProfile(ctx, file) {
  const { t } = ctx;
  const key = `profile-name-${file.id}`;
  await ask(ctx, t.profile_save_title,
    [h("p", {}, t.profile_help), field(ctx, key, t.profile_name, { value: file.columns.title, maxLength: 80, required: true })],
    [{ value: "yes", label: t.profile_save, kind: "os-primary" }],
    () => ctx.send("save_profile", { waiting_id: file.id, title: ctx.typed.get(key) ?? file.columns.title }));
  ctx.typed.delete(key);
}

function columnQuestions(ctx, file) {
  const { t } = ctx;
  const table = file.columns;
  const sheets = table.sheets.map((name) => [name, name]);
  const headers = [...table.headers.map(({ row, text }) => [row, fill(t.columns_row, { n: row, text })]), [0, t.columns_no_header]];
  return [
    h("h4", {}, t.columns_title),
    table.problem && h("p", { className: "os-error" }, table.problem),
    table.doubt && h("p", { className: "os-warning" }, table.doubt),
    h("p", {}, table.is_survey ? t.columns_why_survey : t.columns_why),
    table.profile && h("p", { className: table.is_proven ? "" : "os-warning" },
      fill(t.columns_profile, { name: table.profile }), table.is_proven ? "" : ` ${t.columns_unproven}`),
    h("div", { className: "os-columns" },
      sheets.length > 1 && columnSelect(`sheet-${file.id}`, t.columns_sheet, sheets, table.sheet,
        (sheet) => ctx.send("choose_sheet", { waiting_id: file.id, sheet })),
      columnSelect(`header-${file.id}`, t.columns_header, headers, table.header,
        (row) => ctx.send("choose_header", { waiting_id: file.id, row: Number(row) }))),
    optionsBelow(ctx, file, table),
    topRows(ctx, table),
    columnChoices(ctx, file, table),
    fillDown(ctx, file, table),
    h("h4", {}, t.columns_notes),
    table.notes.length ? noteList(ctx, table.notes) : h("p", { className: "os-empty" }, table.is_survey ? t.columns_only_counted : t.columns_none),
    h("div", { className: "os-row" },
      button(t.columns_use, (event) => {
        if (event.detail) swallowClicks([event.clientX, event.clientY]);
        askOfColumns(ctx, file, "use_columns");
      }, { key: `use-${file.id}`, kind: "os-primary" }),
      button(t.profile_save, () => saveProfile(ctx, file), { key: `profile-${file.id}`, kind: "os-small" })),
  ];
}
