// What was chosen in surveys: for each question a table whose rows are bars.
function choiceRow(ctx, row) {
  const { t } = ctx;
  const share = row.percent === null ? "" : fill(t.choice_percent, { n: row.percent });
  return h("tr", {},
    h("th", { scope: "row" }, row.text ?? t.choice_few,
      s("svg", { class: "os-cellbar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
        s("rect", { x: 0, y: 0, width: Math.min(100, row.share), height: 6 }))),
    h("td", { className: "os-number" }, whole(row.n), share && h("span", { className: "os-hint os-block" }, share)));
}

function choiceTable(ctx, question) {
  const { t } = ctx;
  return h("table", { className: "os-table os-choices" },
    h("caption", {}, h("strong", {}, question.text), h("span", { className: "os-hint os-block" },
      fill(t.choice_n, { n: whole(question.n) }), question.several ? ` ${t.choice_several}` : "")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t.choice_answer), h("th", { scope: "col", className: "os-number" }, t.choice_count))),
    h("tbody", {}, question.rows.map((row) => choiceRow(ctx, row))));
}

/** Nothing at all while no file has such questions: most workshops have no survey. */
function surveyChoices(ctx) {
  const { t, view } = ctx;
  if (!view.surveys.length) return null;
  return h("section", {},
    h("h2", {}, t.choices),
    h("p", { className: "os-hint" }, t.choices_why),
    view.surveys.map((survey) => [
      h("h3", {}, survey.name),
      h("p", {}, chosenInWords(ctx, survey)),
      disclosure(ctx, `choices-${survey.id}`, fill(t.choices_show, { n: survey.questions.length }),
        () => h("div", {}, survey.questions.map((question) => choiceTable(ctx, question)))),
    ]));
}
