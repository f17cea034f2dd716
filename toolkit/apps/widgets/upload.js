// Sending files: they are checked here first and sent in pieces.
function megabytes(bytes) {
  return (bytes / 1048576).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
}

/** Return the reason a file cannot be sent, or "". */
function refusal(ctx, file, limits) {
  const { t } = ctx;
  const name = file.name.toLowerCase();
  if (!limits.suffixes.some((suffix) => name.endsWith(suffix))) return fill(t.wrong_type, { name: file.name, suffixes: limits.suffixes.join(" ") });
  if (file.size === 0) return fill(t.no_bytes, { name: file.name });
  if (file.size > limits.max_bytes) return fill(t.too_big, { name: file.name, size: megabytes(file.size), limit: megabytes(limits.max_bytes) });
  return "";
}

/** Send a file piece by piece; resolves with the key it goes by, or null when it did not come. */
async function sendFile(ctx, file, size, sending) {
  const key = [...crypto.getRandomValues(new Uint32Array(4))].join("-");
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

/** Send what can be sent, hand over the keys of what came, and say what could not be sent. */
async function sendAll(ctx, files, { limits, arrived }) {
  if (ctx.now.sending || !files.length) return;
  const problems = files.map((file) => refusal(ctx, file, limits)).filter(Boolean);
  const good = files.filter((file) => !refusal(ctx, file, limits));
  const keys = [];
  ctx.now.refusedFiles = problems;
  ctx.ui.unsent = good.map((file) => file.name).join(", ");
  const sending = { name: "", share: 0, stopped: false };
  if (good.length) window.addEventListener("beforeunload", warnOfLeaving);
  for (const file of good) {
    if (sending.stopped) break;
    Object.assign(sending, { name: file.name, share: 0 });
    ctx.now.sending = sending;
    ctx.redraw();
    const key = await sendFile(ctx, file, limits.piece_bytes, sending).catch(() => {
      problems.push(fill(ctx.t.broke_off, { name: file.name }));
      return null;
    });
    if (key) keys.push(key);
  }
  window.removeEventListener("beforeunload", warnOfLeaving);
  if (keys.length) await arrived(keys);
  ctx.ui.unsent = "";
  ctx.now.sending = null;
  ctx.redraw();
  if (problems.length) ctx.say(problems.join(" "), "error");
}

/** The place where files are chosen or dropped; `arrived` is called with the keys of those that came. */
function uploader(ctx, { label, hint, multiple = true, ...what }) {
  const { t, ui, now } = ctx;
  const id = newId("files");
  const send = (files) => sendAll(ctx, multiple ? [...files] : [...files].slice(0, 1), what);
  const input = h("input", {
    type: "file", id, className: "os-hidden", multiple, accept: what.limits.suffixes.join(","), "data-key": "files",
    "aria-describedby": `${id}-h`, disabled: Boolean(now.sending), onchange: (event) => send(event.target.files),
  });
  const zone = h("div", { className: "os-drop" },
    h("label", { htmlFor: id, className: "os-button os-primary os-file" }, label, input),
    h("p", { id: `${id}-h`, className: "os-hint" }, hint),
    ui.unsent && !now.refusedFiles ? h("p", { className: "os-error" }, fill(t.broke_off, { name: ui.unsent })) : null,
    (now.refusedFiles ?? []).map((problem) => h("p", { className: "os-error" }, problem)),
    now.sending && h("p", {}, fill(t.sending, { name: now.sending.name })),
    now.sending && h("progress", { className: "os-sending-bar", max: 1, value: now.sending.share, "aria-label": t.sending_bar }),
    now.sending && button(t.stop_sending, () => { now.sending.stopped = true; }, { key: "stop-sending" }));
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("os-over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("os-over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("os-over");
    send(event.dataTransfer.files);
  });
  return zone;
}
