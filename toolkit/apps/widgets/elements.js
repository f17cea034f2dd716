// Elements of a page. Words from people enter the page only as text, never as markup.
const SVG = "http://www.w3.org/2000/svg";
// How long after a dialog a click may still be the second of a double click (ms), and how near (px).
const SECOND_CLICK = 400;
const SAME_PLACE = 30;

/** Make an element: `on…` are listeners, known properties are set, the rest are attributes. */
function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key in node && !key.includes("-") && key !== "list" && key !== "form") node[key] = value;
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Make an SVG element. */
function s(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** Put values into the slots of a message: fill("Tiedosto: {name}", {name}). */
function fill(message, values) {
  return message.replace(/\{(\w+)\}/g, (slot, key) => (key in values ? String(values[key]) : slot));
}

let serial = 0;
/** Return an id that no other element of the page has. */
function newId(stem = "os") {
  serial += 1;
  return `${stem}-${serial}`;
}

/** A button; `key` keeps the focus on it when the page is drawn again. */
function button(label, onclick, { key, kind = "", ...more } = {}) {
  return h("button", { type: "button", className: `os-button ${kind}`.trim(), "data-key": key, onclick, ...more }, label);
}

/** A labelled field that keeps what is being typed when the page is drawn again. */
function field(ctx, key, label, { value = "", tag = "input", hint = "", ...more } = {}) {
  const id = newId("f");
  const control = h(tag, {
    id,
    "data-key": key,
    value: ctx.typed.get(key) ?? value,
    "aria-describedby": hint ? `${id}-h` : undefined,
    oninput: (event) => ctx.typed.set(key, event.target.value),
    ...more,
  });
  return h("div", { className: "os-field" },
    h("label", { htmlFor: id }, label), control,
    hint && h("p", { id: `${id}-h`, className: "os-hint" }, hint));
}

/** One choice of a few, shown at once; `hint` says what a choice means. */
function radios(name, legend, options, chosen, choose) {
  const told = options.some((one) => one.hint);
  return h("fieldset", { className: told ? "os-versions" : "os-types" }, h("legend", {}, legend), options.map((one) => {
    const id = newId(name);
    return h("div", {},
      h("input", { type: "radio", name, id, value: one.key, checked: one.key === chosen, "data-key": `${name}-${one.key}`,
        "aria-describedby": one.hint ? `${id}-h` : undefined, onchange: () => choose(one.key) }),
      h("label", { htmlFor: id }, one.label),
      one.hint ? h("p", { id: `${id}-h`, className: "os-hint" }, one.hint) : null);
  }));
}

/** A disclosure that stays open when the page is drawn again; a function is called for the content when it opens. */
function disclosure(ctx, key, summary, ...content) {
  const later = typeof content[0] === "function" && !ctx.open.has(key) ? content[0] : null;
  const toggled = (event) => {
    const { open, children } = event.target;
    if (open) ctx.open.add(key);
    else ctx.open.delete(key);
    if (open && later && children.length === 1) event.target.append(later());
  };
  return h("details", { open: ctx.open.has(key), ontoggle: toggled },
    h("summary", { "data-key": `d-${key}` }, summary),
    later ? null : content.map((part) => (typeof part === "function" ? part() : part)));
}

/** The address of the page with other words in it; an empty one is left out. */
function addressWith(place) {
  const address = new URL(location.href);
  address.hash = "";
  for (const [key, value] of Object.entries(place)) {
    if (value) address.searchParams.set(key, value);
    else address.searchParams.delete(key);
  }
  return address.href;
}

/**
 * The parts of a step as links, of which the browser remembers the way. Of a part: `key`, `label`,
 * `note` and `place`, what the address says of it.
 */
function partNav(ctx, parts, chosen) {
  const turn = (address) => (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab of its own
    event.preventDefault();
    ctx.go(address);
  };
  const link = ({ key, label, note, place }) => {
    const address = addressWith(place);
    return h("a", { href: address, "data-key": `part-${key}`, "aria-current": key === chosen ? "page" : undefined, onclick: turn(address) },
      label, note ? h("span", { className: "os-hint" }, ` (${note})`) : null);
  };
  return h("nav", { className: "os-parts", "aria-label": ctx.t.step_parts }, h("ul", {}, parts.map((part) => h("li", {}, link(part)))));
}

/** Put the focus on what has this key. */
function focusKey(ctx, key) {
  ctx.root.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** Copy words; where the browser does not allow it they are selected in the field of this key. */
async function copyWords(ctx, words, key, done) {
  try {
    await navigator.clipboard.writeText(words);
    ctx.say(done);
  } catch {
    const box = ctx.root.querySelector(`[data-key="${CSS.escape(key)}"]`);
    box?.focus();
    box?.select();
    ctx.say(ctx.t.copy_yourself);
  }
}

/** For a moment, let a second click in the same place do nothing: it was meant for what is gone. */
function swallowClicks([x, y]) {
  const swallow = (event) => {
    // A key that presses a button is a click without a number.
    if (!event.detail || Math.hypot(event.clientX - x, event.clientY - y) > SAME_PLACE) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const kinds = ["pointerdown", "mousedown", "click"];
  kinds.forEach((kind) => window.addEventListener(kind, swallow, true));
  setTimeout(() => kinds.forEach((kind) => window.removeEventListener(kind, swallow, true)), SECOND_CLICK);
}

/**
 * Open a dialog and return what was chosen: the value of the button, or "" when closed.
 * `act` is called with the value and returns the answer of the kernel: what the kernel refuses is
 * said in the dialog, which stays open with what was written.
 */
function ask(ctx, title, content, choices, act = null) {
  return new Promise((resolve) => {
    const heading = newId("d");
    ctx.asking = document.activeElement?.dataset?.key ?? "";
    let place = null; // of the last click
    let waiting = false;
    const dialog = h("dialog", { className: "os-dialog", "aria-labelledby": heading });
    // On the way down: the button may close the dialog before the click comes back up.
    dialog.addEventListener("click", (event) => { place = event.detail ? [event.clientX, event.clientY] : null; }, true);
    const problem = h("div", { className: "os-problem", role: "alert" });
    const done = (value) => {
      if (!dialog.isConnected) return;
      dialog.close();
      dialog.remove();
      // The page may have been drawn again under the dialog.
      if (!ctx.root.contains(document.activeElement)) ctx.root.querySelector(`[data-key="${CSS.escape(ctx.asking)}"]`)?.focus({ preventScroll: true });
      ctx.asking = "";
      if (place) swallowClicks(place);
      resolve(value);
    };
    const submit = async (value) => {
      if (waiting) return;
      waiting = true;
      dialog.classList.add("os-sending");
      problem.replaceChildren();
      const answer = act ? await act(value) : null;
      dialog.classList.remove("os-sending");
      waiting = false;
      if (answer?.refused && dialog.isConnected) return;
      done(value);
    };
    const form = h("form", { method: "dialog", onsubmit: (event) => {
      event.preventDefault();
      submit(event.submitter?.value ?? choices[0].value);
    } },
    h("h2", { id: heading }, title), content, problem,
    h("div", { className: "os-row" },
      choices.map((choice) => h("button", { type: "submit", value: choice.value, formNoValidate: choice.novalidate, className: `os-button ${choice.kind ?? ""}`.trim() }, choice.label)),
      h("button", { type: "button", className: "os-button", onclick: () => done("") }, ctx.t.cancel)));
    dialog.append(form);
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); place = null; done(""); });
    ctx.root.append(dialog);
    dialog.showModal();
  });
}
