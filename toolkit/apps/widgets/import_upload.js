// Sending files: they are checked here first and sent in pieces.
function megabytes(bytes) {
  return (bytes / 1048576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
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

async function sendFile(ctx, file, sending) {
  const key = [...crypto.getRandomValues(new Uint32Array(4))].join("-");
  const size = ctx.view.piece_bytes;
  const total = Math.ceil(file.size / size);
  for (let number = 0; number < total; number += 1) {
    if (sending.stopped) {
      if (number) await ctx.send("give_up", { key });
      return null;
    }
    const data = await file.slice(number * size, (number + 1) * size).arrayBuffer();
    const answer = await ctx.send("piece", { key, name: file.name, size: file.size, number }, [data]);
    if (answer.refused) return null;
    sending.share = (number + 1) / total;
    const bar = ctx.root.querySelector("progress.os-sending-bar");
    if (bar) bar.value = sending.share;
    if (answer.extra === "whole") return key;
  }
  return null;
}

/** Ask before somebody leaves; not when the page comes back by itself. */
function warnOfLeaving(event) {
  if (document.getElementById("os-lost").hidden) event.preventDefault();
}

async function sendAll(ctx, files) {
  if (ctx.ui.sending || !files.length) return;
  const problems = files.map((file) => refusal(ctx, file)).filter(Boolean);
  const good = files.filter((file) => !refusal(ctx, file));
  const keys = [];
  ctx.ui.problems = problems;
  ctx.ui.unsent = good.map((file) => file.name).join(", ");
  const sending = { name: "", share: 0, stopped: false };
  if (good.length) window.addEventListener("beforeunload", warnOfLeaving);
  for (const file of good) {
    if (sending.stopped) break;
    Object.assign(sending, { name: file.name, share: 0 });
    ctx.ui.sending = sending;
    ctx.redraw();
    const key = await sendFile(ctx, file, sending).catch(() => {
      problems.push(fill(ctx.t.broke_off, { name: file.name }));
      return null;
    });
    if (key) keys.push(key);
  }
  ctx.ui.sending = null;
  window.removeEventListener("beforeunload", warnOfLeaving);
  if (keys.length) await ctx.send("arrived", { keys });
  ctx.ui.unsent = "";
  ctx.redraw();
  if (problems.length) ctx.say(problems.join(" "), "error");
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
    ui.unsent && !ui.problems ? h("p", { className: "os-error" }, fill(t.broke_off, { name: ui.unsent })) : null,
    (ui.problems ?? []).map((problem) => h("p", { className: "os-error" }, problem)),
    ui.sending && h("p", {}, fill(t.sending, { name: ui.sending.name })),
    ui.sending && h("progress", { className: "os-sending-bar", max: 1, value: ui.sending.share, "aria-label": t.sending_bar }),
    ui.sending && button(t.stop_sending, () => { ui.sending.stopped = true; }, { key: "stop-sending" }));
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("os-over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("os-over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("os-over");
    sendAll(ctx, [...event.dataTransfer.files]);
  });
  return zone;
}
