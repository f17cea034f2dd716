// Working copies that come back: sent in pieces, said what they are, decided change by change.
async function sendCopy(ctx, file) {
  const key = [...crypto.getRandomValues(new Uint32Array(4))].join("-");
  const size = ctx.view.copies.piece_bytes;
  const total = Math.ceil(file.size / size);
  for (let number = 0; number < total; number += 1) {
    const data = await file.slice(number * size, (number + 1) * size).arrayBuffer();
    const answer = await ctx.send("piece", { key, name: file.name, size: file.size, number }, [data]);
    if (answer.refused) return null;
    ctx.ui.sending = { name: file.name, share: (number + 1) / total };
    const bar = ctx.root.querySelector("progress.os-sending");
    if (bar) bar.value = ctx.ui.sending.share;
    if (answer.extra === "whole") return key;
  }
  return null;
}

function copyRefusal(ctx, file) {
  const { t, view: { copies } } = ctx;
  if (!copies.suffixes.some((suffix) => file.name.toLowerCase().endsWith(suffix))) return fill(t.wrong_copy, { name: file.name });
  if (file.size === 0) return fill(t.empty_copy, { name: file.name });
  if (file.size > copies.max_bytes) return fill(t.large_copy, { name: file.name, limit: Math.floor(copies.max_bytes / 1048576) });
  return "";
}

async function sendCopies(ctx, files) {
  if (ctx.ui.sending) return;
  const refused = files.map((file) => copyRefusal(ctx, file)).filter(Boolean);
  const keys = [];
  for (const file of files.filter((one) => !copyRefusal(ctx, one))) {
    ctx.ui.sending = { name: file.name, share: 0 };
    ctx.redraw();
    const key = await sendCopy(ctx, file).catch(() => null);
    if (key) keys.push(key);
  }
  ctx.ui.sending = null;
  if (keys.length) await ctx.send("read_copies", { keys });
  ctx.redraw();
  if (refused.length) ctx.say(refused.join(" "), "error");
}

function copyUploader(ctx) {
  const { t, view, ui } = ctx;
  const id = newId("files");
  const input = h("input", { type: "file", id, className: "os-hidden", multiple: true, accept: view.copies.suffixes.join(","), "data-key": "files", "aria-describedby": `${id}-h`, disabled: Boolean(ui.sending),
    onchange: (event) => sendCopies(ctx, [...event.target.files]) });
  const zone = h("div", { className: "os-drop" },
    h("label", { htmlFor: id, className: "os-button os-primary os-file" }, t.choose_copy, input),
    h("p", { id: `${id}-h`, className: "os-hint" }, t.choose_copy_hint),
    ui.sending && h("p", {}, fill(t.sending_copy, { name: ui.sending.name })),
    ui.sending && h("progress", { className: "os-sending", max: 1, value: ui.sending.share, "aria-label": t.sending_bar }));
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("os-over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("os-over"));
  zone.addEventListener("drop", (event) => { event.preventDefault(); zone.classList.remove("os-over"); sendCopies(ctx, [...event.dataTransfer.files]); });
  return zone;
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
