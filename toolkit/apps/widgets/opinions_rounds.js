// Two rounds side by side: what is new, what moved, who went where.
function roundsSizes(ctx, rounds) {
  const { t } = ctx;
  const heads = [t.what, t.before, t.after].map((text) => ({ text }));
  return dataTable(t.rounds, heads, rounds.sizes.map(([name, before, after]) => ({ head: name, cells: [before, after] })));
}

function roundsMoves(ctx, rounds) {
  const { t } = ctx;
  const heads = [t.statement, t.before, t.after, t.change].map((text) => ({ text }));
  const support = ({ votes, words }) => [bar(votes), h("span", { className: "os-share" }, `${t.agree}: ${words}`)];
  return [h("h3", {}, t.moves), h("p", { className: "os-hint" }, t.moves_help), rounds.moves.length ? legend(ctx) : null,
    rounds.moves.length
      ? dataTable(t.moves, heads, rounds.moves.map((move) => ({
        head: [h("span", { className: "os-ref" }, move.ref), " ", move.text],
        cells: [support(move.before), support(move.after), [
          h("span", { className: "os-share" }, h("span", { "aria-hidden": "true" }, move.rose ? "↑ " : "↓ "), move.direction),
          move.moved ? h("span", { className: "os-hint os-block" }, fill(t.moved, { n: move.moved })) : null]],
      })))
      : h("p", { className: "os-empty" }, t.moves_none)];
}

function roundsCrossings(ctx, crossings) {
  const { t } = ctx;
  if (!crossings) return null;
  return [h("h3", {}, t.crossings), h("p", { className: "os-hint" }, t.crossings_help),
    dataTable(t.crossings, [{ text: t.crossings_corner }, ...crossings.columns.map((text) => ({ text }))],
      crossings.rows.map((row) => ({ head: row.name, cells: row.cells })))];
}

function drawRounds(ctx) {
  const { t, view } = ctx;
  const { rounds } = view;
  if (!rounds) return null;
  return part("kierrokset", t.rounds, rounds.about.map((line) => h("p", {}, line)),
    roundsSizes(ctx, rounds), roundsMoves(ctx, rounds), roundsCrossings(ctx, rounds.crossings),
    rounds.new.length ? disclosure(ctx, "new", rounds.new_title, () => h("ul", { className: "os-plainlist" }, rounds.new.map((row) =>
      h("li", {}, h("span", { className: "os-ref" }, row.ref), " ", row.text)))) : null,
    rounds.gone ? h("p", { className: "os-hint" }, rounds.gone) : null);
}
