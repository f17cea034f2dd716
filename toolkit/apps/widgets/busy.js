// A control whose work takes long enough to be wondered at says so, and cannot be used again meanwhile.
const WONDERED_AT = 300; // ms

/** Watches which control of the page a person has used, and the work that comes of it. */
class Busy {
  constructor(root) {
    this.root = root;
    this.used = null;
    this.going = new Set();
    root.addEventListener("click", (event) => this.click(event), true);
    root.addEventListener("change", (event) => this.use(event.target), true);
  }

  /** What is sent before anything else happens comes of this control. */
  use(control) {
    this.used = control;
    setTimeout(() => { this.used = null; });
  }

  click(event) {
    const control = event.target.closest("button, a");
    if (!control) return;
    if (control.getAttribute("aria-busy") !== "true") return this.use(control);
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** The same control, also when the page has been drawn again since. */
  find({ control, key }) {
    return control.isConnected || !key ? control : this.root.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  mark() {
    this.going.forEach((item) => this.find(item)?.setAttribute("aria-busy", "true"));
  }

  async watch(answer) {
    const control = this.used;
    this.used = null;
    if (!control) return answer;
    const item = { control, key: control.dataset.key };
    const timer = setTimeout(() => { this.going.add(item); this.mark(); }, WONDERED_AT);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      if (this.going.delete(item)) this.find(item)?.removeAttribute("aria-busy");
    }
  }
}
