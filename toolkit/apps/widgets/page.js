// The frame of a page and its conversation with the kernel.
const POLL = 2000;
const SLOW = 8000;
const NAME = "osallisuus.nimi";

function readName() {
  try { return localStorage.getItem(NAME) ?? ""; } catch { return ""; }
}

function keepName(value) {
  try { localStorage.setItem(NAME, value); } catch { /* a browser that keeps nothing */ }
}

/** Sends one message at a time, in order; the same message twice in a row is one. */
class Line {
  constructor(model, receive, slow) {
    this.model = model;
    this.receive = receive;
    this.slow = slow;
    this.queue = [];
    this.current = null;
    this.number = 0;
    model.on("msg:custom", (message, buffers) => this.arrived(message, buffers));
  }

  send(message, buffers) {
    const { seq, ...what } = message.args();
    const mark = JSON.stringify([message.op, what]);
    const last = this.queue.at(-1) ?? this.current;
    if (last && last.mark === mark && !buffers) return last.promise;
    const item = { message, buffers, mark };
    item.promise = new Promise((resolve) => { item.resolve = resolve; });
    this.queue.push(item);
    this.next();
    return item.promise;
  }

  next() {
    if (this.current || !this.queue.length) return;
    this.current = this.queue.shift();
    this.number += 1;
    this.current.id = this.number;
    this.current.timer = setTimeout(this.slow, SLOW);
    const { message, buffers } = this.current;
    this.model.send({ ...message, args: message.args(), id: this.number }, undefined, buffers ?? []);
  }

  arrived(answer, buffers) {
    if (!this.current || answer.to !== this.current.id) return;
    const item = this.current;
    clearTimeout(item.timer);
    this.current = null;
    this.receive(answer, buffers);
    item.resolve(answer);
    this.next();
  }
}

function stepList(frame, t) {
  return h("nav", { className: "os-steps", "aria-label": t.steps }, h("ol", {}, (frame.steps ?? []).map((step) => {
    const here = step.key === frame.current;
    return h("li", { className: here ? "os-here" : step.done ? "os-done" : "" },
      h("a", { href: step.href, "aria-current": here ? "page" : undefined },
        h("span", { className: "os-step" }, step.label),
        h("span", { className: "os-note" }, step.done ? `✓ ${step.note}` : step.note, step.done ? h("span", { className: "os-hidden" }, ` (${t.done})`) : null)));
  })));
}

function workNow(ctx, frame) {
  return (frame.jobs ?? []).map((job) => {
    const id = newId("j");
    const share = Math.round(100 * job.share);
    return h("section", { className: "os-job", "aria-labelledby": id },
      h("p", { id }, h("strong", {}, job.label), job.message ? ` – ${job.message}` : ""),
      h("progress", { max: 100, value: share, "aria-labelledby": id }),
      button(ctx.t.stop, () => ctx.send("stop", { job_id: job.id }), { key: `stop-${job.id}` }));
  });
}

/** Keep in the address what a reload should come back to. */
function keepPlace(place) {
  const here = new URL(location.href);
  const before = here.href;
  for (const [key, value] of Object.entries(place)) {
    if (value) here.searchParams.set(key, value);
    else here.searchParams.delete(key);
  }
  if (here.href !== before) history.replaceState(null, "", here.href);
}

function languages(frame) {
  const names = { fi: "Suomi", sv: "Svenska", en: "English" };
  const here = new URL(location.href);
  return Object.entries(names).map(([code, name]) => {
    if (code === "fi") here.searchParams.delete("kieli");
    else here.searchParams.set("kieli", code);
    return h("a", { href: here.href, lang: code, hreflang: code, "aria-current": code === frame.language ? "true" : undefined }, name);
  });
}

function render({ model, el }) {
  const root = h("div", { className: "os-page" });
  const status = h("div", { className: "os-notices", role: "status" });
  const alerts = h("div", { className: "os-notices", role: "alert" });
  const header = h("header", { className: "os-header" });
  const steps = h("div");
  const jobs = h("div", { className: "os-jobs", role: "group" });
  const content = h("div", { className: "os-content" });
  const heading = h("h1", { tabIndex: -1 });
  const help = h("p", { className: "os-help" });
  const main = h("main", { id: "sisalto", className: "os-main", tabIndex: -1 }, heading, help, alerts, status, jobs, content);
  root.append(header, steps, main);
  el.append(root);

  const nameInput = h("input", {
    id: newId("name"), type: "text", value: readName(), maxLength: 80, autocomplete: "name",
    oninput: (event) => keepName(event.target.value.trim()),
  });

  const ctx = {
    root, model, t: {}, view: null, frame: {}, typed: new Map(), open: new Set(), ui: {},
    /** Ask the kernel for an action; resolves with the answer. */
    send: (op, args = {}, buffers) => line.send({ op, args: () => args, name: nameInput.value.trim() }, buffers),
    /** A decision: carries the last line of the log the person has seen, when it was opened or leaves. */
    decide: (op, args) => line.send({ op, args: () => ({ seq: ctx.view.seq, ...args }), name: nameInput.value.trim() }),
    /** The name of the person, as the kernel gets it. */
    name: () => nameInput.value.trim().split(/\s+/).join(" ").slice(0, 80),
    say, redraw,
  };

  // What a piece of work says when it ends takes no error away that nobody has read yet.
  function say(text, level = "info", { keep = false } = {}) {
    if (!text) return;
    const asking = level === "error" && root.querySelector(".os-sending .os-problem");
    if (asking) return asking.replaceChildren(h("p", { className: "os-notice os-error" }, text));
    const box = level === "error" ? alerts : status;
    const notice = h("p", { className: `os-notice os-${level}` }, h("span", {}, text),
      h("button", { type: "button", className: "os-close", "aria-label": ctx.t.close ?? "×", onclick: () => notice.remove() }, "×"));
    if (level === "info" && !keep) alerts.replaceChildren();
    if (level === "error") status.replaceChildren();
    box.replaceChildren(notice);
    if (level === "info") setTimeout(() => notice.remove(), 12000);
  }

  function redraw() {
    const active = document.activeElement;
    const key = root.contains(active) ? active.dataset.key : null;
    const range = key && "selectionStart" in active ? [active.selectionStart, active.selectionEnd] : null;
    const top = window.scrollY;
    content.replaceChildren(...(ctx.view ? draw(ctx) : nothing()).flat(3).filter(Boolean));
    if (key) {
      const again = root.querySelector(`[data-key="${CSS.escape(key)}"]`);
      again?.focus({ preventScroll: true });
      if (again && range && range[0] !== null) {
        try { again.setSelectionRange(...range); } catch { /* not a text field */ }
      }
    }
    if (window.scrollY !== top) window.scrollTo({ top });
  }

  function nothing() {
    return ctx.frame.home ? [h("p", {}, h("a", { className: "os-button os-primary", href: ctx.frame.home }, ctx.t.home))] : [];
  }

  function drawFrame(frame) {
    const first = !ctx.frame.heading;
    ctx.frame = frame;
    ctx.t = frame.texts;
    document.documentElement.lang = frame.language;
    keepPlace(frame.place ?? {});
    document.title = [frame.heading, frame.title, "Osallisuus"].filter(Boolean).join(" – ");
    heading.textContent = frame.heading;
    help.textContent = frame.help;
    if (first) drawHeader(frame);
    steps.replaceChildren(...(frame.steps ? [stepList(frame, ctx.t)] : []));
    drawUndo(frame);
    drawJobs(frame);
  }

  const undo = h("div", { className: "os-undo" });
  function drawUndo(frame) {
    const key = undo.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const turn = (op, sign, what) => what && h("div", {},
      h("p", { id: `os-${op}-what`, className: "os-hint" }, `${ctx.t[`${op}_what`]}: ${what.what}${what.who ? ` (${what.who})` : ""}`),
      button(`${sign} ${ctx.t[op]}`, () => ctx.send(op, { event_seq: what.seq }), { key: op, "aria-describedby": `os-${op}-what` }));
    undo.replaceChildren(...[turn("undo", "↶", frame.undo), turn("redo", "↷", frame.redo)].filter(Boolean));
    // What was undone last may be the only thing left to turn.
    if (key) (undo.querySelector(`[data-key="${key}"]`) ?? undo.querySelector("button"))?.focus({ preventScroll: true });
  }

  function drawJobs(frame) {
    const key = jobs.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    jobs.replaceChildren(...workNow(ctx, frame));
    if (key) jobs.querySelector(`[data-key="${key}"]`)?.focus({ preventScroll: true });
  }

  function drawHeader(frame) {
    const hint = newId("hint");
    nameInput.setAttribute("aria-describedby", hint);
    header.replaceChildren(
      h("div", { className: "os-brand" },
        h("a", { className: "os-home", href: frame.home }, frame.title ? `← ${ctx.t.home}` : "Osallisuus"),
        h("nav", { className: "os-languages", "aria-label": ctx.t.language }, languages(frame))),
      h("div", { className: "os-top" },
        h("div", { className: "os-workshop" },
          frame.title ? h("p", { className: "os-title" }, frame.title) : null,
          frame.about ? h("p", { className: "os-hint" }, frame.about) : null),
        h("div", { className: "os-who" },
          h("label", { htmlFor: nameInput.id }, ctx.t.your_name), nameInput,
          h("p", { id: hint, className: "os-hint" }, ctx.t.name_hint)),
        undo));
  }

  function receive(answer, buffers) {
    const work = (ctx.frame.jobs ?? []).map((job) => job.kind).join();
    if (answer.frame) drawFrame(answer.frame);
    if ("view" in answer) ctx.view = answer.view;
    // Progress alone must not close a list somebody has open, so the rest is left as it is.
    if ("view" in answer || work !== (ctx.frame.jobs ?? []).map((job) => job.kind).join()) redraw();
    (answer.ended ?? []).forEach((end) => say(end.text, end.level, { keep: true }));
    say(answer.notice, answer.level);
    if (answer.ask_name) nameInput.focus();
    if (answer.file) download(answer.file, buffers);
    if (answer.goto) location.assign(answer.goto);
  }

  function download(name, buffers) {
    const address = URL.createObjectURL(new Blob([buffers[0]], { type: "application/octet-stream" }));
    const link = h("a", { href: address, download: name, hidden: true });
    root.append(link);
    link.click();
    setTimeout(() => { link.remove(); URL.revokeObjectURL(address); }, 10000);
  }

  const line = new Line(model, receive, () => say(ctx.t.slow));
  ctx.send("open", { query: location.search });
  const poll = setInterval(() => {
    if (!line.current && !line.queue.length && ctx.frame.heading) ctx.send("poll");
  }, POLL);
  return () => clearInterval(poll);
}

export default { render };
