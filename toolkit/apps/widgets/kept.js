// What somebody has begun and not saved: kept in this tab of the browser, never sent anywhere.
const KEPT = "osallisuus.kesken.";
const KEPT_LENGTH = 500000; // characters of one page
const KEEP_EVERY = 1000;

/** The name of what is kept: one for every workshop, screen and document. */
function keptName() {
  const here = new URL(location.href);
  return KEPT + JSON.stringify([here.pathname, ...["tyopaja", "asiakirja", "asiakieli"].map((key) => here.searchParams.get(key) ?? "")]);
}

function isPlain(value) {
  return ["string", "boolean", "number"].includes(typeof value) || (Array.isArray(value) && value.every(isPlain));
}

/** Of what a screen remembers, what says where somebody is: not timers and elements. */
function plainly([key, value]) {
  if (value instanceof Set) return [key, { set: [...value].filter(isPlain) }];
  return [key, ["string", "boolean"].includes(typeof value) || (typeof value === "number" && /seq$/i.test(key)) ? value : undefined];
}

/** Whether the page was loaded again, rather than come to by a link. */
function isReloaded() {
  return performance.getEntriesByType("navigation")[0]?.type !== "navigate";
}

/** Keeps the begun texts, open parts and place of a page over a reload. */
class Kept {
  constructor(ctx) {
    this.ctx = ctx;
    this.name = keptName();
    this.begun = false;
    const found = this.take();
    this.back = isReloaded() ? found : null;
    this.focus = this.back?.focus ?? "";
    setInterval(() => this.keep(), KEEP_EVERY);
    window.addEventListener("pagehide", () => this.keep());
  }

  /** Take up what was kept under the present name. */
  take() {
    let found = {};
    try { found = JSON.parse(sessionStorage.getItem(this.name)) ?? {}; } catch { /* nothing that can be read */ }
    const { ctx } = this;
    ctx.typed.clear();
    ctx.open.clear();
    (found.typed ?? []).forEach(([key, value]) => ctx.typed.set(key, value));
    (found.open ?? []).forEach((key) => ctx.open.add(key));
    Object.entries(found.ui ?? {}).forEach(([key, value]) => { ctx.ui[key] = value?.set ? new Set(value.set) : value; });
    return found;
  }

  keep() {
    const { ctx } = this;
    const ui = Object.fromEntries(Object.entries(ctx.ui).map(plainly));
    const active = document.activeElement;
    const banner = document.getElementById("os-lost"); // stands above the page while it is lost
    if (this.begun && !banner.contains(active)) this.focus = (ctx.root.contains(active) && active.dataset.key) || "";
    const now = {
      typed: [...ctx.typed].filter(([, value]) => isPlain(value)),
      open: [...ctx.open],
      ui,
      asking: ctx.asking,
      // Before the page is drawn it has no place of its own.
      top: this.begun ? Math.max(0, window.scrollY - banner.offsetHeight) : this.back?.top ?? 0,
      focus: this.focus,
    };
    const text = JSON.stringify(now);
    try {
      if (text.length <= KEPT_LENGTH) sessionStorage.setItem(this.name, text);
    } catch { /* a browser that keeps nothing */ }
  }

  /** Turn to another document: what was begun on the one before waits for its return. */
  turn() {
    if (this.name === keptName()) return;
    this.keep();
    this.name = keptName();
    this.take();
  }

  /** Once the page is drawn: put the reader where they were. */
  begin() {
    if (this.begun) return;
    this.begun = true;
    if (!this.back) return;
    const find = (key) => (key ? this.ctx.root.querySelector(`[data-key="${CSS.escape(key)}"]`) : null);
    const { top, asking, focus } = this.back;
    window.scrollTo({ top: top ?? 0 });
    const opener = find(asking);
    opener?.focus({ preventScroll: true });
    opener?.click();
    find(focus)?.focus({ preventScroll: true });
  }
}
