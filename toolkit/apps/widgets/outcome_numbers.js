// How much took part and what came of it, in numbers: a plot of the outcomes, and every number with its unit.
const OUTCOMES = ["adopted", "in_preparation", "not_advancing", "waiting"];

function outcomePlot(ctx, measures) {
  const bars = OUTCOMES.map((key) => measures.find((one) => one.key === key)).filter(Boolean);
  const most = Math.max(1, ...bars.map((one) => one.value));
  return h("figure", { className: "os-figure" },
    h("ul", { className: "os-outcomes" }, bars.map((one) => h("li", {}, h("span", {}, one.label), h("strong", {}, one.shown),
      s("svg", { viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" },
        s("rect", { width: 100, height: 4, class: "os-outcometrack" }),
        s("rect", { width: (100 * one.value) / most, height: 4, class: `os-outcomebar os-outcome-${one.key}` }))))),
    h("figcaption", { className: "os-hint" }, ctx.t.plot));
}

function numbersTable(ctx, id, title, measures) {
  const { t } = ctx;
  return h("section", {}, h("h2", { id }, title),
    h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-labelledby": id },
      h("table", { className: "os-table os-numbers" },
        h("thead", {}, h("tr", {}, [t.measure, t.value, t.limit].map((name) => h("th", { scope: "col" }, name)))),
        h("tbody", {}, measures.map((one) => h("tr", {}, h("th", { scope: "row" }, one.label), h("td", {}, one.shown), h("td", {}, one.limit)))))));
}

function numbersPart(ctx) {
  const { t, view } = ctx;
  return [
    h("p", { className: "os-help" }, t.numbers_hint),
    h("section", { className: "os-card" }, h("h2", {}, t.outcomes), outcomePlot(ctx, view.measures)),
    numbersTable(ctx, "os-effect", t.effect, view.measures.filter((one) => one.is_effect)),
    numbersTable(ctx, "os-volume", t.volume, view.measures.filter((one) => !one.is_effect)),
    h("p", {}, button(t.numbers_csv, () => waitFor(ctx, "numbers", t.writing, "write_numbers", {}), { key: "numbers" })),
    waitingBar(ctx, "numbers", t.writing),
  ];
}
