// The frame of a page: what the kernel answers is shown, and what people do is sent.
const POLL = 2000;
const CAME_BACK = "osallisuus.palasi";

/** Keep in the address what a reload should come back to. */
function keepPlace(place) {
  const here = addressWith(place) + location.hash;
  if (here !== location.href) history.replaceState(null, "", here);
}

/** Whether the page has just come back by itself; said once. */
function cameBack() {
  try {
    const did = sessionStorage.getItem(CAME_BACK) !== null;
    sessionStorage.removeItem(CAME_BACK);
    return did;
  } catch { return false; }
}

/** Bring what the address names after # to sight, the first time it is there, and put the focus on it. */
function arrive(root) {
  const id = decodeURIComponent(location.hash.slice(1));
  const place = id && root.querySelector(`[data-block="${CSS.escape(id)}"]`);
  if (!place) return !id;
  place.classList.add("os-arrived");
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
  return true;
}

/** The keys of what comes after an element that has the focus, in order. */
function keysAfter(content, active) {
  if (!content.contains(active)) return [];
  const all = [...content.querySelectorAll("[data-key]")];
  return all.slice(all.indexOf(active) + 1).map((node) => node.dataset.key);
}

/** When what had the focus is gone: go to where the next of it is, but not on a button, which a key would press. */
function focusNear(content, heading, keys) {
  if (document.activeElement !== document.body) return;
  const next = keys.map((key) => content.querySelector(`[data-key="${CSS.escape(key)}"]`)).find(Boolean);
  const place = next?.closest("li, article, fieldset, form, section") ?? heading;
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

function render({ model, el }) {
  const root = h("div", { className: "os-page" });
  const status = h("div", { className: "os-notices", role: "status" });
  const alerts = h("div", { className: "os-notices", role: "alert" });
  const steps = h("div");
  const jobs = h("div", { className: "os-jobs", role: "group" });
  const content = h("div", { className: "os-content" });
  const heading = h("h1", { tabIndex: -1 });
  const help = h("p", { className: "os-help" });
  const main = h("main", { id: "sisalto", className: "os-main", tabIndex: -1 }, heading, help, alerts, status, jobs, content);
  const told = new Map(); // line of the log a person decided on → line up to which they were told
  const ctx = {
    root, model, t: {}, view: null, frame: {}, typed: new Map(), open: new Set(), ui: {}, asking: "",
    /** What goes on at this moment; unlike `ui`, it ends with the page. */
    now: {},
    /** Ask the kernel for an action; resolves with the answer. */
    send: (op, args = {}, buffers) => busy.watch(line.send({ op, args: () => args, name: header.name }, buffers)),
    /** The name of the person, as the kernel gets it. */
    name: () => header.name.slice(0, 80),
    decide, say, redraw, go,
  };
  const busy = new Busy(root);
  const header = new Header(ctx);
  const kept = new Kept(ctx);
  root.append(header.element, steps, main);
  el.append(root);

  /**
   * A decision: carries the last line of the log the person has seen, when it was opened or leaves.
   * Who has been told of a conflict and decides again has seen what it was about.
   */
  async function decide(op, args) {
    const seen = () => (args.seq === undefined ? ctx.view.seq : told.get(args.seq) ?? args.seq);
    const answer = await busy.watch(line.send({ op, args: () => ({ ...args, seq: seen() }), name: header.name }));
    if (answer.conflict && args.seq !== undefined) told.set(args.seq, ctx.view.seq);
    return answer;
  }

  /** Turn to another part of the step: the address first, then what it names. */
  function go(address) {
    history.pushState(null, "", address);
    return turnToAddress();
  }

  const turnToAddress = () => ctx.send("go", { query: location.search });

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
    const later = key ? keysAfter(content, active) : [];
    content.replaceChildren(...drawn().flat(3).filter(Boolean));
    busy.mark();
    if (key) {
      const again = root.querySelector(`[data-key="${CSS.escape(key)}"]`);
      again?.focus({ preventScroll: true });
      if (!again) setTimeout(() => focusNear(content, heading, later)); // unless the screen knows better
      if (again && range && range[0] !== null) {
        try { again.setSelectionRange(...range); } catch { /* not a text field */ }
      }
    }
    if (window.scrollY !== top) window.scrollTo({ top });
  }

  function drawn() {
    if (!ctx.view) return nothing();
    try {
      return draw(ctx);
    } catch (error) {
      console.error(error);
      setTimeout(() => say(ctx.t.not_drawn, "error"));
      return nothing();
    }
  }

  function nothing() {
    const again = () => location.reload();
    return ctx.frame.title
      ? [button(ctx.t.reload_page, again, { key: "reload", kind: "os-primary" })]
      : [h("p", {}, h("a", { className: "os-button os-primary", href: ctx.frame.home ?? "etusivu.ipynb" }, ctx.t.home))];
  }

  function drawFrame(frame) {
    document.getElementById("loading")?.remove();
    ctx.frame = frame;
    ctx.t = frame.texts;
    document.documentElement.lang = frame.language;
    keepPlace(frame.place ?? {});
    kept.turn();
    document.title = [frame.heading, frame.title, "Osallisuus"].filter(Boolean).join(" – ");
    heading.textContent = frame.heading;
    help.textContent = frame.help;
    header.draw();
    keepFocus(steps, () => steps.replaceChildren(...(frame.steps?.length ? [stepList(frame, ctx.t)] : [])));
    keepFocus(jobs, () => jobs.replaceChildren(...workNow(ctx, frame)));
  }

  function receive(answer, buffers) {
    const work = (ctx.frame.jobs ?? []).map((job) => job.kind).join();
    if (answer.frame) drawFrame(answer.frame);
    if ("view" in answer) ctx.view = answer.view;
    // Progress alone must not close a list somebody has open, so the rest is left as it is.
    if ("view" in answer || work !== (ctx.frame.jobs ?? []).map((job) => job.kind).join() || !content.hasChildNodes()) redraw();
    if (ctx.view && !ctx.arrived) ctx.arrived = arrive(root);
    (answer.ended ?? []).forEach((end) => say(end.text, end.level, { keep: true }));
    say(answer.notice, answer.level);
    if (answer.ask_name) header.input.focus();
    if (answer.file) download(answer.file, buffers);
    if (!answer.goto) return;
    ctx.typed.clear(); // what was written is saved, and the page is done with
    location.assign(answer.goto);
  }

  function download(name, buffers) {
    const address = URL.createObjectURL(new Blob([buffers[0]], { type: "application/octet-stream" }));
    const link = h("a", { href: address, download: name, hidden: true });
    root.append(link);
    link.click();
    setTimeout(() => { link.remove(); URL.revokeObjectURL(address); }, 10000);
  }

  const line = new Line(model, {
    receive,
    slow: () => say(ctx.t.slow),
    lost: (message) => {
      if (!ctx.frame.heading) return setTimeout(open);
      if (message.op !== "poll") say(ctx.t.unanswered, "error");
      setTimeout(() => ctx.send("look"));
    },
  });
  async function open() {
    const answer = await ctx.send("open", { query: location.search, host: location.hostname });
    if (answer.unanswered) return;
    kept.begin();
    if (cameBack()) say(ctx.t.came_back);
  }
  open();
  window.addEventListener("popstate", turnToAddress);
  const poll = setInterval(() => {
    if (!line.current && !line.queue.length && ctx.frame.heading) ctx.send("poll");
  }, POLL);
  return () => { clearInterval(poll); window.removeEventListener("popstate", turnToAddress); };
}

export default { render };
