// Words before and after as one text: what is gone is struck through, what is new underlined.
function markedWords(ctx, marked) {
  const { t } = ctx;
  const word = { gone: t.gone, new: t.new_text };
  return h("p", { className: "os-doc os-marked" }, marked.map(([kind, text]) => {
    if (kind === "same") return text;
    return h(kind === "gone" ? "del" : "ins", {}, h("span", { className: "os-hidden" }, `${word[kind]}: `), text);
  }));
}

/** A form that sends `op` when it is saved; what was typed stays until it has been taken in. */
function smallForm(ctx, { keys, save, cancel, send, primary = true }, ...content) {
  const close = () => { keys.forEach((key) => ctx.typed.delete(key)); cancel?.(); ctx.redraw(); };
  const submit = async (event) => {
    event.preventDefault();
    const answer = await send((key) => ctx.typed.get(key) ?? "");
    if (answer && !answer.refused) close();
  };
  return h("form", { onsubmit: submit, onkeydown: (event) => event.key === "Escape" && cancel && close() },
    content,
    h("div", { className: "os-row" },
      h("button", { type: "submit", className: `os-button os-small ${primary ? "os-primary" : ""}` }, save),
      cancel ? button(ctx.t.cancel, close, { kind: "os-small" }) : null));
}

/** A labelled list of choices that keeps what was chosen when the page is drawn again. */
function choiceField(ctx, key, label, choices, value = "") {
  const id = newId("f");
  const chosen = ctx.typed.get(key) ?? value;
  return h("div", { className: "os-field" }, h("label", { htmlFor: id }, label),
    h("select", { id, "data-key": key, onchange: (event) => ctx.typed.set(key, event.target.value) },
      choices.map(([code, name]) => h("option", { value: code, selected: code === chosen }, name))));
}
