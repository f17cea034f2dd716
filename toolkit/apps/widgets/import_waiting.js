// Files that wait: what each was recognised as, what it would bring, and its first notes.
function signQuestion(ctx, file) {
  const { t } = ctx;
  const answer = (sign) => ctx.send("answer_sign", { waiting_id: file.id, vote_sign: sign });
  return h("div", {},
    h("h4", {}, t.sign_title),
    h("p", {}, fill(t.sign_why, { name: file.name })),
    h("div", { className: "os-row" },
      button(t.sign_export, () => answer("export"), { key: `sign-export-${file.id}` }),
      button(t.sign_raw, () => answer("raw"), { key: `sign-raw-${file.id}` })));
}

function brokenLetters(ctx, file) {
  const { t } = ctx;
  if (file.status === "importing" || file.known) return null;
  const repair = (repairs, words) => button(words, () => ctx.send("repair_text", { waiting_id: file.id, repairs }),
    { key: `repair-${file.id}`, kind: "os-small", "aria-label": `${words}: ${file.name}` });
  if (file.repairs) return h("p", { className: "os-row" }, t.repaired, repair(false, t.unrepair));
  if (!file.broken.length) return null;
  return h("div", { className: "os-warning" },
    h("h4", {}, t.broken_title),
    h("ul", {}, file.broken.map(([word, repaired]) => h("li", {}, fill(t.broken_word, { word, repaired })))),
    h("p", {}, t.broken_why),
    repair(true, t.repair));
}

function counts(ctx, item) {
  const { t } = ctx;
  const left = item.n_skipped + item.set_aside;
  const told = [
    [t.rows, item.rows], [t.notes, item.notes], [t.statements, item.statements], [t.votes, item.votes],
    [t.merged, item.merged], [t.left, left],
  ].filter(([name, number]) => number || name === t.rows);
  return [
    h("dl", { className: "os-counts", "aria-label": t.would_bring },
      told.map(([name, number]) => h("div", {}, h("dt", {}, name), h("dd", {}, whole(number))))),
    item.selections ? h("p", {}, chosenInWords(ctx, item)) : null,
  ];
}

function firstNotes(ctx, file) {
  const { t } = ctx;
  if (!file.preview.length) return null;
  return disclosure(ctx, `notes-${file.id}`, fill(file.receipt?.notes ? t.first_notes : t.first_statements, { n: file.preview.length }),
    noteList(ctx, file.preview));
}

function whatItIs(ctx, file) {
  const { t } = ctx;
  const item = file.receipt;
  const some = item && (item.notes || item.statements || item.votes || item.selections);
  switch (file.status) {
    case "looking": return h("p", {}, t.looking);
    case "stopped": return h("div", {}, h("p", {}, t.stopped),
      button(t.look_again, () => ctx.send("look_again", { waiting_id: file.id }), { key: `look-${file.id}` }));
    case "refused": return h("p", { className: "os-error" }, h("strong", {}, t.refused), ` ${file.problem}`);
    case "columns": return columnQuestions(ctx, file);
    case "sign": return signQuestion(ctx, file);
    default: return [
      file.status === "importing" && h("p", {}, h("strong", {}, t.importing)),
      h("p", {}, fill(t.recognised, { format: item.format })),
      counts(ctx, item),
      file.known ? h("p", { className: "os-warning" }, t.known) : !some && h("p", { className: "os-warning" }, t.no_notes),
      warnings(ctx, item),
      leftRows(ctx, `would-${file.id}`, item),
      firstNotes(ctx, file),
    ];
  }
}

function waitingFile(ctx, file) {
  const { t } = ctx;
  const id = newId("w");
  const box = newId("c");
  const busy = file.status === "importing";
  const asks = file.status === "columns";
  return h("li", { className: asks ? "os-card os-broad" : "os-card" }, h("article", { "aria-labelledby": id, tabIndex: -1, "data-key": `card-${file.id}` },
    h("h3", { id }, file.name),
    whatItIs(ctx, file),
    brokenLetters(ctx, file),
    busy ? null : h("div", { className: "os-row" },
      file.receipt && !asks && h("input", { type: "checkbox", id: box, checked: !file.left_out, "data-key": `along-${file.id}`,
        onchange: (event) => ctx.send("leave_out", { waiting_id: file.id, left_out: !event.target.checked }) }),
      file.receipt && !asks && h("label", { htmlFor: box }, t.take_along),
      file.has_columns && !asks && button(t.columns_change, () => askOfColumns(ctx, file, "change_columns"),
        { key: `change-${file.id}`, kind: "os-small", "aria-label": fill(t.columns_change_one, { name: file.name }) }),
      button(t.remove, () => ctx.send("remove", { waiting_id: file.id }),
        { key: `remove-${file.id}`, kind: "os-small", "aria-label": fill(t.remove_one, { name: file.name }) }))));
}

/** What was chosen last may still be on its way, so the kernel says whether anything can be imported. */
async function importAll(ctx, event) {
  if (event.detail) swallowClicks([event.clientX, event.clientY]);
  const answer = await ctx.send("import_all");
  if (answer.extra === "decide") ctx.root.querySelector(".os-personal")?.focus();
}

function waitingFiles(ctx) {
  const { t, view } = ctx;
  if (!view.waiting.length) return null;
  return h("section", {},
    h("h2", {}, t.waiting),
    h("p", { className: "os-hint" }, t.waiting_why),
    h("ul", { className: "os-cards os-waiting-files" }, view.waiting.map((file) => waitingFile(ctx, file))));
}

function importButton(ctx) {
  const { t, view } = ctx;
  if (!view.waiting.some((file) => file.receipt && file.status !== "columns" || file.status === "sign")) return null;
  const n = view.waiting.filter((file) => file.receipt && file.status !== "columns" && !file.left_out && file.status !== "importing").length;
  return h("p", {}, button(n > 1 ? fill(t.import_many, { n }) : t.import_one, (event) => importAll(ctx, event), { key: "import-all", kind: "os-primary" }));
}
