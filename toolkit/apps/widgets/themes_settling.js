// How far two coders agree, and their disagreements settled one by one.
function settling(ctx, compared) {
  const { t } = ctx;
  const open = compared.disagreements.filter((one) => !one.settled);
  const settled = compared.disagreements.filter((one) => one.settled);
  return [
    h("section", { className: "os-card os-apart", "aria-labelledby": "yksimielisyys" },
      h("h2", { id: "yksimielisyys" }, t.agreement),
      h("p", {}, compared.about),
      s("svg", { class: "os-samebar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
        s("rect", { x: 0, y: 0, width: (100 * compared.same) / compared.n, height: 6 })),
      h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-labelledby": "yksimielisyys" }, h("table", { className: "os-table os-figures" },
        h("caption", { className: "os-hidden" }, t.agreement),
        h("thead", {}, h("tr", {}, [t.agreement_figure, t.agreement_value, t.agreement_interval].map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {}, compared.figures.map(([name, value, interval]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, value), h("td", {}, interval)))))),
      h("p", { className: "os-hint" }, fill(t.agreement_n, { n: compared.n })), h("p", {}, compared.level)),
    h("section", { "aria-labelledby": "erimielisyydet" },
      h("h2", { id: "erimielisyydet", tabIndex: -1, "data-key": "erimielisyydet" }, fill(t.settle_title, { n: open.length })),
      open.length ? settleCard(ctx, open[Math.min(ctx.ui.settleAt ?? 0, open.length - 1)], open) : h("p", { className: "os-empty" }, compared.disagreements.length ? t.settle_done : t.settle_none)),
    settled.length ? disclosure(ctx, "settled", fill(t.settled, { n: settled.length }), h("ul", { className: "os-plainlist" }, settled.map((one) =>
      h("li", {}, h("span", { className: "os-ref" }, one.ref), ` ${one.text} → ${one.settled}`, h("span", { className: "os-hint os-block" }, codesOf(one)))))) : null,
    compared.gone.length ? h("p", { className: "os-hint" }, `${t.settle_gone}: ${compared.gone.map((one) => one.ref).join(", ")}`) : null,
  ];
}

const codesOf = (one) => one.codes.map(([coder, label]) => `${coder}: ${label}`).join(" · ");

function settleCard(ctx, one, open) {
  const { t, view, ui } = ctx;
  const why = `settle-${one.id}`;
  const at = open.indexOf(one);
  const settle = async (theme_id) => {
    const answer = await ctx.send("settle", { note_id: one.id, theme_id, reason: ctx.typed.get(why) ?? "" });
    if (answer.refused) return;
    ctx.typed.delete(why);
    takeCoding(ctx, answer);
    focusOn(ctx, "erimielisyydet");
  };
  const named = one.codes.map(([, label]) => label);
  const first = view.themes.filter((theme) => named.includes(theme.label));
  const others = view.themes.filter((theme) => !named.includes(theme.label));
  const id = newId("o");
  return h("div", { className: "os-card os-settle" },
    h("p", { className: "os-hint" }, fill(t.settle_at, { n: at + 1, all: open.length })),
    h("p", {}, h("span", { className: "os-ref" }, one.ref), " ", h("span", { className: "os-desktext" }, one.text)),
    h("p", {}, codesOf(one)),
    field(ctx, why, t.settle_why, { maxLength: 200 }),
    h("div", { className: "os-row" }, first.map((theme) => button(theme.label, () => settle(theme.id), { key: `settle-${one.id}-${theme.id}`, kind: "os-primary os-small", "aria-label": fill(t.settle_on, { label: theme.label }) }))),
    others.length ? h("div", { className: "os-row os-end" }, h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.settle_other),
      h("select", { id, "data-key": "settle-other" }, h("option", { value: "" }, t.choose_theme), others.map((theme) => h("option", { value: theme.id }, theme.label)))),
    button(t.settle_take, () => {
      const { value } = ctx.root.querySelector(`#${id}`);
      if (value) settle(value);
      else ctx.root.querySelector(`#${id}`).focus();
    }, { key: "settle-take", kind: "os-small" })) : null,
    open.length > 1 ? h("div", { className: "os-row" }, button(`${t.settle_next} →`, () => { ui.settleAt = (at + 1) % open.length; ctx.redraw(); }, { key: "settle-next", kind: "os-small" })) : null);
}
