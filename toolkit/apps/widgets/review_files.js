// Working copies that come back: sent, said what they are, decided change by change.
function copyUploader(ctx) {
  const { t, view: { copies } } = ctx;
  return uploader(ctx, { label: t.choose_copy, hint: t.choose_copy_hint, limits: copies, arrived: (keys) => ctx.send("read_copies", { keys }) });
}

function fileTable(ctx) {
  const { t, view: { copies } } = ctx;
  const columns = [t.file, t.version, t.brought, t.by_whom, t.waiting];
  return h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-label": t.returned_files },
    h("table", { className: "os-table" }, h("caption", {}, t.returned_files),
      h("thead", {}, h("tr", {}, columns.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, copies.files.map((file) => h("tr", {}, h("th", { scope: "row" }, file.name),
        h("td", {}, file.version || t.unknown_version), h("td", {}, `${file.when}, ${file.brought_by}`),
        h("td", {}, file.authors.map((one) => `${one.name}: ${one.n}`).join(", ")),
        h("td", { className: "os-number" }, `${file.n_waiting} / ${file.n}`))))));
}

async function settleAll(ctx, author, who, changes, take) {
  const { t } = ctx;
  const title = take ? t.take_all : t.leave_all;
  await ask(ctx, title, h("p", {}, fill(take ? t.take_all_of : t.leave_all_of, { name: who, n: changes.length })), [{ value: "yes", label: title, kind: "os-primary" }],
    () => ctx.send("settle_all", { author, change_ids: changes.map((one) => one.id), take }));
}

function authorGroup(ctx, author, changes) {
  const { t } = ctx;
  const { who } = changes[0];
  return h("section", { className: "os-author" }, h("h3", {}, fill(t.changes_of, { name: who, n: changes.length })),
    changes.length > 1 ? h("div", { className: "os-row" },
      button(`${t.take_all} …`, () => settleAll(ctx, author, who, changes, true), { key: `take-all-${author}`, kind: "os-small", "aria-label": `${t.take_all}: ${who}` }),
      button(`${t.leave_all} …`, () => settleAll(ctx, author, who, changes, false), { key: `leave-all-${author}`, kind: "os-small", "aria-label": `${t.leave_all}: ${who}` })) : null,
    changes.map((one) => changeCard(ctx, one, "h4")));
}

function returnedPart(ctx) {
  const { t, view: { copies } } = ctx;
  const authors = new Map();
  copies.changes.forEach((one) => authors.set(one.author, [...(authors.get(one.author) ?? []), one]));
  return [
    copyUploader(ctx),
    h("section", {}, h("h2", {}, t.waiting_changes),
      copies.changes.length ? [...authors].map(([author, changes]) => authorGroup(ctx, author, changes)) : h("p", { className: "os-empty" }, copies.files.length ? t.all_changes_decided : t.no_copies)),
    copies.files.length ? h("section", {}, h("h2", {}, t.returned_files), fileTable(ctx)) : null,
  ];
}
