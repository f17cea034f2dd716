// What stands round every screen: where one is, who one is, the steps, the last decision.
const NAME = "osallisuus.nimi";

function readName() {
  try { return localStorage.getItem(NAME) ?? ""; } catch { return ""; }
}

function keepName(value) {
  try { localStorage.setItem(NAME, value); } catch { /* a browser that keeps nothing */ }
}

function plainName(value) {
  return value.trim().split(/\s+/).join(" ");
}

/** Draw again, and leave the focus on what it was on. */
function keepFocus(box, draw) {
  const key = box.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  draw();
  if (key) (box.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? box.querySelector("button"))?.focus({ preventScroll: true });
}

function stepList(frame, t) {
  return h("nav", { className: "os-steps", "aria-label": t.steps }, h("ol", {}, (frame.steps ?? []).map((step) => {
    const here = step.key === frame.current;
    return h("li", { className: [here ? "os-here" : "", step.done ? "os-done" : ""].join(" ").trim() },
      h("a", { href: step.href, "data-key": `step-${step.key}`, "aria-current": here ? "page" : undefined },
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

function languages(frame) {
  const names = { fi: "Suomi", sv: "Svenska", en: "English" };
  const here = new URL(location.href);
  return Object.entries(names).map(([code, name]) => {
    if (code === "fi") here.searchParams.delete("kieli");
    else here.searchParams.set("kieli", code);
    return h("a", { href: here.href, lang: code, hreflang: code, "aria-current": code === frame.language ? "true" : undefined }, name);
  });
}

/** The last decision and the one undone last, with what each was and who made it. */
function turns(ctx, frame) {
  const turn = (op, sign, what) => what && h("div", {},
    h("p", { id: `os-${op}-what`, className: "os-hint" }, `${ctx.t[`${op}_what`]}: ${what.what}${what.who ? ` (${what.who})` : ""}`),
    button(`${sign} ${ctx.t[op]}`, () => ctx.send(op, { event_seq: what.seq }), { key: op, "aria-describedby": `os-${op}-what` }));
  return [turn("undo", "↶", frame.undo), turn("redo", "↷", frame.redo)].filter(Boolean);
}

/** Where the files of the workshop are, for somebody who sits at the same computer. */
function folderPart(ctx, folder) {
  const { t } = ctx;
  const path = h("input", { type: "text", className: "os-path", readOnly: true, value: folder, "aria-label": t.folder_path, "data-key": "folder-path" });
  const copy = () => copyWords(ctx, folder, "folder-path", t.folder_copied);
  return disclosure(ctx, "folder", t.folder_where, h("div", { className: "os-row" }, path, button(t.folder_copy, copy, { key: "copy-folder", kind: "os-small" })));
}

/** The top of the page. The name field lives as long as the page, so that typing in it is never disturbed. */
class Header {
  constructor(ctx) {
    this.ctx = ctx;
    this.element = h("header", { className: "os-header" });
    this.role = h("p", { id: newId("role"), className: "os-hint" });
    this.hint = h("p", { id: newId("hint"), className: "os-hint" });
    this.undo = h("div", { className: "os-undo" });
    this.input = h("input", {
      id: newId("name"), type: "text", value: readName(), maxLength: 80, autocomplete: "name", "data-key": "name",
      "aria-describedby": `${this.hint.id} ${this.role.id}`,
      oninput: (event) => { keepName(event.target.value.trim()); this.drawRole(); },
    });
    this.drawn = "";
  }

  get name() {
    return plainName(this.input.value);
  }

  drawRole() {
    const { roles } = this.ctx.frame;
    const words = !roles ? "" : Object.hasOwn(roles.named, this.name) ? roles.named[this.name] : roles.others;
    if (this.role.textContent !== words) this.role.textContent = words;
  }

  draw() {
    const { frame, t } = this.ctx;
    if (frame.login) this.input.value = frame.login;
    this.input.readOnly = Boolean(frame.login);
    this.hint.textContent = frame.login ? t.logged_in : t.name_hint;
    const now = JSON.stringify([frame.title, frame.about, frame.details, frame.folder, frame.language, location.href]);
    if (now !== this.drawn) keepFocus(this.element, () => this.drawTop(frame, t));
    this.drawn = now;
    this.drawRole();
    keepFocus(this.undo, () => this.undo.replaceChildren(...turns(this.ctx, frame)));
  }

  drawTop(frame, t) {
    this.element.replaceChildren(
      h("div", { className: "os-brand" },
        frame.home && h("a", { className: "os-home", href: frame.home, "data-key": "home" }, frame.title ? `← ${t.home}` : "Osallisuus"),
        h("nav", { className: "os-languages", "aria-label": t.language }, languages(frame))),
      h("div", { className: "os-top" },
        h("div", { className: "os-workshop" },
          frame.title ? h("p", { className: "os-title" }, frame.title) : null,
          frame.about ? h("p", { className: "os-hint" }, frame.about) : null,
          frame.details ? h("p", {}, h("a", { href: frame.details, "data-key": "details" }, t.workshop_details)) : null,
          frame.folder ? folderPart(this.ctx, frame.folder) : null),
        h("div", { className: "os-who" },
          h("label", { htmlFor: this.input.id }, t.your_name), this.input, this.hint, this.role),
        this.undo));
  }
}
