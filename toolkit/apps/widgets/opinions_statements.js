// Statements in tables: every bar is also a number, and every row can be marked as background.
const PAGE = 100;
const FEW = 20;

function num(n) {
  return n.toLocaleString(document.documentElement.lang);
}

function bar(votes) {
  const n = votes.reduce((sum, count) => sum + count, 0);
  const svg = s("svg", { class: "os-bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" });
  let x = 0;
  ["agree", "passes", "disagree"].forEach((name, at) => {
    const width = (100 * votes[at]) / n;
    svg.append(s("rect", { class: `os-${name}`, x, y: 0, width, height: 8 }));
    x += width;
  });
  return svg;
}

/** Votes as a bar and in words. */
function shares(votes) {
  return [votes.bar.length ? bar(votes.bar) : null,
    h("span", { className: votes.bar.length ? "os-share" : "os-hint" }, votes.main),
    votes.more ? h("span", { className: "os-hint os-block" }, votes.more) : null];
}

/** A part of the page with a heading that can be jumped to. */
function part(id, title, ...content) {
  return h("section", { "aria-labelledby": id }, h("h2", { id, tabIndex: -1 }, title), ...content);
}

/** A table that becomes a list of cards where there is no room; the roles keep it a table. */
function dataTable(title, heads, rows) {
  return h("div", { className: "os-fit" },
    h("table", { className: "os-table", role: "table" },
      h("caption", { className: "os-hidden" }, title),
      h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads.map((head) => h("th", { role: "columnheader", scope: "col" }, head.sign ?? null, head.text)))),
      h("tbody", { role: "rowgroup" }, rows.map((row) => h("tr", { role: "row" },
        h("th", { role: "rowheader", scope: "row", tabIndex: -1 }, row.head),
        row.cells.map((cell, at) => h("td", { role: "cell", "data-label": heads[at + 1].text }, cell)))))));
}

/** Where the focus goes when the row it was on leaves its table. */
function neighbour(ctx, key, where) {
  const keys = [...ctx.root.querySelectorAll(`[data-key^="mark-${where}-"]`)].map((node) => node.dataset.key);
  const at = keys.indexOf(key);
  return keys[at + 1] ?? keys[at - 1];
}

function markButton(ctx, row, where) {
  const { t, view } = ctx;
  const isMeta = view.background.includes(row.id);
  const key = `mark-${where}-${row.id}`;
  const change = async () => {
    const next = neighbour(ctx, key, where);
    const answer = await ctx.decide("mark_statement", { statement_id: row.id, is_meta: !isMeta });
    const gone = !ctx.root.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (answer.refused || !gone || ctx.root.contains(document.activeElement)) return;
    (ctx.root.querySelector(`[data-key="${CSS.escape(next ?? "")}"]`) ?? ctx.root.querySelector("#vaitteet"))?.focus({ preventScroll: true });
  };
  const label = isMeta ? t.unmark : t.mark;
  return button(label, change, { key, kind: "os-quiet", "aria-label": `${label}: ${row.ref}` });
}

function talkButton(ctx, row, where) {
  const { t, view } = ctx;
  const taken = view.talked_of.includes(row.id);
  const label = taken ? t.talk_leave : t.talk_take;
  return button(label, () => ctx.decide("choose_statement", { statement_id: row.id, taken: !taken }),
    { key: `talk-${where}-${row.id}`, kind: "os-quiet", "aria-label": `${label}: ${row.ref}` });
}

function statementRow(ctx, row, where) {
  return {
    head: [h("span", { className: "os-ref" }, row.ref), " ", row.text,
      row.enough ? null : h("span", { className: "os-hint os-block" }, ctx.t.few_votes),
      h("span", { className: "os-block" }, talkButton(ctx, row, where), " ", markButton(ctx, row, where))],
    cells: [shares(row.all), ...row.by.map(shares)],
  };
}

/** A table of statements, some rows at a time, so that a thousand of them stay quick. */
function statements(ctx, title, ids, { where, first = PAGE }) {
  const { t, view, ui } = ctx;
  const box = h("div");
  const heads = [{ text: t.statement }, { text: t.everybody }, ...view.columns.map((column) => ({ text: column.name, sign: [sign(column.number), " "] }))];
  const show = () => {
    const n = Math.min(ids.length, ui[`rows-${where}`] ?? first);
    const more = () => {
      ui[`rows-${where}`] = n + PAGE;
      show();
      box.querySelectorAll("tbody th")[n]?.focus({ preventScroll: true });
    };
    box.replaceChildren(
      dataTable(title, heads, ids.slice(0, n).map((id) => statementRow(ctx, view.rows[id], where))),
      n < ids.length ? button(fill(t.more, { n: num(n), all: num(ids.length) }), more, { key: `more-${where}`, kind: "os-small" }) : "");
  };
  show();
  return box;
}

function legend(ctx) {
  const { t } = ctx;
  return h("p", { className: "os-legend" }, [["agree", t.agree], ["passes", t.passes], ["disagree", t.disagree]].map(([name, label]) =>
    h("span", {}, h("span", { className: `os-chip os-${name}`, "aria-hidden": "true" }), " ", label)));
}

function kindTable(ctx, table) {
  const { t } = ctx;
  return part(table.kind, table.title, h("p", { className: "os-hint" }, table.help),
    table.ids.length ? legend(ctx) : null,
    table.ids.length ? statements(ctx, table.title, table.ids, { where: table.kind, first: 10 }) : h("p", { className: "os-empty" }, t.none_of_kind));
}

/** Every statement in use, found by its words or its label. */
function allStatements(ctx) {
  const { t, view } = ctx;
  const list = h("div");
  const found = h("p", { className: "os-hint", role: "status" });
  const show = () => {
    const wanted = (ctx.typed.get("find") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const ids = view.most_voted.filter((id) => {
      const row = view.rows[id];
      row.words ??= `${row.ref} ${row.text}`.toLowerCase();
      return wanted.every((word) => row.words.includes(word));
    });
    found.textContent = wanted.length ? fill(t.found, { n: num(ids.length) }) : "";
    list.replaceChildren(ids.length ? statements(ctx, t.all_title, ids, { where: "all", first: wanted.length ? PAGE : FEW }) : h("p", { className: "os-empty" }, t.find_none));
  };
  show();
  const search = (event) => { ctx.typed.set("find", event.target.value); delete ctx.ui["rows-all"]; show(); };
  return part("vaitteet", fill(t.all, { n: num(view.most_voted.length) }),
    h("p", { className: "os-hint" }, t.background_help),
    field(ctx, "find", t.find, { type: "search", hint: t.find_hint, oninput: search }), found, list);
}

function backgroundStatements(ctx) {
  const { t, view } = ctx;
  if (!view.background.length) return null;
  return part("taustavaitteet", t.background,
    h("p", { className: "os-hint" }, t.background_shown),
    statements(ctx, t.background, view.background, { where: "background" }));
}

/** What the round table is to talk of: as the tool suggests, and as people have added and left out. */
function talkedOf(ctx) {
  const { t, view, frame } = ctx;
  const digest = new URL(frame.steps[3].href, location.href);
  digest.searchParams.set("asiakirja", "polis-kooste");
  const rows = view.talked_of.map((id) => view.rows[id]).filter(Boolean);
  return part("poyta", t.talk, h("p", { className: "os-hint" }, t.talk_help),
    rows.length
      ? h("ol", { className: "os-plainlist" }, rows.map((row) => h("li", {}, h("span", { className: "os-ref" }, row.ref), " ", row.text, " ", talkButton(ctx, row, "poyta"))))
      : h("p", { className: "os-empty" }, t.talk_none),
    h("p", {}, h("a", { href: digest.href }, t.talk_digest)));
}
