// Import: files are checked here first, sent in pieces, and every row of them is accounted for.
function megabytes(bytes) {
  return (bytes / 1048576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
}

function whole(number) {
  return number.toLocaleString(document.documentElement.lang);
}

/** Return the reason a file cannot be sent, or "". */
function refusal(ctx, file) {
  const { t, view } = ctx;
  const name = file.name.toLowerCase();
  if (!view.suffixes.some((suffix) => name.endsWith(suffix))) return fill(t.wrong_type, { name: file.name, suffixes: view.suffixes.join(" ") });
  if (file.size === 0) return fill(t.no_bytes, { name: file.name });
  if (file.size > view.max_bytes) return fill(t.too_big, { name: file.name, size: megabytes(file.size), limit: megabytes(view.max_bytes) });
  return "";
}

async function sendFile(ctx, file, progress) {
  const key = [...crypto.getRandomValues(new Uint32Array(4))].join("-");
  const size = ctx.view.piece_bytes;
  const total = Math.ceil(file.size / size);
  for (let number = 0; number < total; number += 1) {
    const data = await file.slice(number * size, (number + 1) * size).arrayBuffer();
    const answer = await ctx.send("piece", { key, name: file.name, size: file.size, number }, [data]);
    if (answer.refused) return null;
    progress((number + 1) / total);
    if (answer.extra === "whole") return key;
  }
  return null;
}

async function sendAll(ctx, files) {
  if (ctx.ui.sending || !files.length) return;
  const refused = files.map((file) => refusal(ctx, file)).filter(Boolean);
  const good = files.filter((file) => !refusal(ctx, file));
  const keys = [];
  ctx.ui.sending = good.length ? { name: good[0].name, share: 0 } : null;
  ctx.redraw();
  for (const file of good) {
    const key = await sendFile(ctx, file, (share) => {
      ctx.ui.sending = { name: file.name, share };
      const bar = ctx.root.querySelector("progress.os-sending");
      if (bar) bar.value = share;
    }).catch(() => null);
    if (key) keys.push(key);
  }
  ctx.ui.sending = null;
  if (keys.length) await ctx.send("import_files", { keys });
  ctx.redraw();
  if (refused.length) ctx.say(refused.join(" "), "error");
}

function uploader(ctx) {
  const { t, view, ui } = ctx;
  const id = newId("files");
  const input = h("input", {
    type: "file", id, className: "os-hidden", multiple: true, accept: view.suffixes.join(","), "data-key": "files",
    "aria-describedby": `${id}-h`, disabled: Boolean(ui.sending),
    onchange: (event) => sendAll(ctx, [...event.target.files]),
  });
  const zone = h("div", { className: "os-drop" },
    h("label", { htmlFor: id, className: "os-button os-primary os-file" }, t.choose, input),
    h("p", { id: `${id}-h`, className: "os-hint" }, fill(t.choose_hint, { limit: megabytes(view.max_bytes) })),
    ui.sending && h("p", {}, fill(t.sending, { name: ui.sending.name })),
    ui.sending && h("progress", { className: "os-sending", max: 1, value: ui.sending.share, "aria-label": t.sending_bar }));
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("os-over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("os-over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("os-over");
    sendAll(ctx, [...event.dataTransfer.files]);
  });
  return zone;
}

function signQuestion(ctx, question) {
  const { t } = ctx;
  const id = newId("q");
  const answer = (sign) => ctx.send("answer_sign", { question_id: question.id, vote_sign: sign });
  return h("section", { className: "os-card", "aria-labelledby": id },
    h("h2", { id }, t.sign_title),
    h("p", {}, fill(t.sign_why, { name: question.name })),
    h("div", { className: "os-row" },
      button(t.sign_export, () => answer("export"), { key: `sign-export-${question.id}` }),
      button(t.sign_raw, () => answer("raw"), { key: `sign-raw-${question.id}` }),
      button(t.sign_leave, () => answer(""), { key: `sign-leave-${question.id}` })));
}

function receipt(ctx, item) {
  const { t } = ctx;
  const left = item.skipped.length;
  return [
    h("tr", {},
      h("th", { scope: "row" }, item.name, h("span", { className: "os-hint os-block" }, item.when)),
      h("td", {}, item.format), h("td", { className: "os-number" }, whole(item.rows)),
      h("td", { className: "os-number" }, whole(item.notes)), h("td", { className: "os-number" }, whole(item.statements)),
      h("td", { className: "os-number" }, whole(item.votes)), h("td", { className: "os-number" }, whole(item.merged)),
      h("td", { className: "os-number" }, whole(item.masked)), h("td", { className: "os-number" }, whole(left + item.set_aside))),
    left || item.warnings.length ? h("tr", { className: "os-under" }, h("td", { colSpan: 9 },
      item.warnings.map((warning) => h("p", { className: "os-warning" }, `${t.note_this}: ${warning}`)),
      left ? disclosure(ctx, `left-${item.id}`, fill(t.left_rows, { n: left }),
        h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t.row), h("th", { scope: "col" }, t.reason))),
          h("tbody", {}, item.skipped.map((skipped) => h("tr", {}, h("td", { className: "os-number" }, skipped.row), h("td", {}, skipped.reason)))))) : null)) : null,
  ];
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  const next = frame.steps.find((step) => step.key === "teemat");
  const columns = [t.file, t.format, t.rows, t.notes, t.statements, t.votes, t.merged, t.masked, t.left];
  return [
    uploader(ctx),
    view.questions.map((question) => signQuestion(ctx, question)),
    h("section", {},
      h("h2", {}, t.imported),
      view.receipts.length
        ? [h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-label": t.imported },
            h("table", { className: "os-table" },
              h("caption", {}, t.caption),
              h("thead", {}, h("tr", {}, columns.map((name, at) => h("th", { scope: "col", className: at > 1 ? "os-number" : "" }, name)))),
              h("tbody", {}, view.receipts.map((item) => receipt(ctx, item))))),
          h("p", {}, h("a", { className: "os-button os-primary", href: next.href }, `${t.next} →`))]
        : h("p", { className: "os-empty" }, t.empty)),
  ];
}
