// Beside the text: what the verification found, what is still open, and what has changed.

function toBlock(ctx, id, label, key) {
  return id ? button(label, () => focusBlock(ctx, id), { key, kind: "os-small os-golink" }) : null;
}

function nextError(ctx) {
  const { ui, view: { draft } } = ctx;
  const blocks = [...new Set(draft.report.remarks.filter((one) => one.level === "error" && one.block).map((one) => one.block))];
  if (!blocks.length) return;
  ui.errorAt = ((ui.errorAt ?? -1) + 1) % blocks.length;
  focusBlock(ctx, blocks[ui.errorAt]);
}

function reportPart(ctx, block) {
  const words = (runs) => runs.map((run) => runNode(ctx, run));
  if (block.kind === "heading") return h("h3", {}, words(block.sentences.flat()));
  if (block.rows.length) return h("div", { className: "os-wide", tabIndex: 0, role: "region", "aria-label": block.caption }, h("table", { className: "os-table" }, h("caption", {}, block.caption),
    h("thead", {}, h("tr", {}, block.header.map((name) => h("th", { scope: "col" }, name)))),
    h("tbody", {}, block.rows.map((row) => h("tr", {}, row.map((cell, place) => h(place ? "td" : "th", place ? {} : { scope: "row" }, words(cell))))))));
  return h("p", {}, words(block.sentences.flat()));
}

function reportCard(ctx) {
  const { t, view: { draft }, frame } = ctx;
  const { report } = draft;
  const measuring = frame.jobs.some((job) => job.kind === "coverage");
  const counts = h("p", { className: draft.errors ? "os-error" : "os-hint" }, draft.errors || draft.warnings ? fill(t.found, { errors: draft.errors, warnings: draft.warnings }) : `✓ ${t.nothing_found}`);
  const inText = report.remarks.some((one) => one.level === "error" && one.block);
  return h("section", { className: "os-card", "aria-labelledby": "os-report" },
    h("h2", { id: "os-report" }, t.report), counts,
    inText ? h("div", { className: "os-row" }, button(t.next_error, () => nextError(ctx), { key: "next-error", kind: "os-small os-primary" })) : null,
    report.remarks.length ? disclosure(ctx, "remarks", fill(t.remarks, { n: report.remarks.length }), h("ul", { className: "os-plainlist" }, report.remarks.map((one, place) => h("li", {},
      h("strong", {}, one.level === "error" ? t.gate_error : t.note_this), `: ${one.message} `, h("span", { className: "os-hint os-block" }, one.todo),
      toBlock(ctx, one.block, one.heading || t.to_paragraph, `remark-${place}`))))) : null,
    draft.left_out.length ? disclosure(ctx, "left-out", fill(t.left_out, { n: draft.left_out.length }), h("ul", { className: "os-plainlist" }, draft.left_out.map((one) => h("li", {}, one.text, h("span", { className: "os-hint os-block" }, fill(t.left_out_by, { name: one.author })))))) : null,
    disclosure(ctx, "voices", t.voices, h("div", { lang: draft.language }, report.parts.map((block) => reportPart(ctx, block))),
      report.measured && !report.measurable ? h("p", { className: "os-hint" }, t.not_measurable) : null,
      report.measured ? null : h("div", { className: "os-row" }, button(t.measure, () => ctx.send("measure"), { key: "measure", kind: "os-small", disabled: measuring }), measuring ? h("span", { className: "os-hint" }, t.measuring) : null)));
}

function missingCard(ctx) {
  const { t, view: { draft } } = ctx;
  if (!draft.missing.length) return null;
  const places = [...new Set(draft.missing.map((one) => one.place))];
  return h("section", { className: "os-card", "aria-labelledby": "os-missing" },
    h("h2", { id: "os-missing" }, fill(t.missing, { n: draft.missing.length })),
    h("p", { className: "os-hint" }, t.missing_help),
    places.map((place) => {
      const found = draft.missing.filter((one) => one.place === place);
      const { label, href } = draft.fill_in[place];
      return disclosure(ctx, `missing-${place}`, `${label} (${found.length})`,
        href ? h("p", {}, h("a", { className: "os-button os-small", href }, t.fill_in)) : null,
        h("ul", { className: "os-plainlist" }, found.map((one, at) => h("li", {}, one.text,
          one.given ? h("span", { className: "os-hint os-block" }, t.given) : null,
          toBlock(ctx, one.block, t.to_paragraph, `missing-${place}-${at}`)))));
    }));
}

async function compareFrom(ctx, number) {
  const answer = await ctx.send("compare", { first: number });
  if (answer.refused || !answer.extra) return;
  ctx.ui.compared = JSON.parse(answer.extra);
  ctx.open.add("versions");
  ctx.redraw();
}

function versionCard(ctx) {
  const { t, view, ui } = ctx;
  const { versions } = view.draft;
  if (versions.length < 2) return null;
  const kinds = { added: t.added, removed: t.removed, changed: t.changed };
  const { first, changes } = ui.compared ?? {};
  return h("section", { className: "os-card", "aria-labelledby": "os-versions" },
    h("h2", { id: "os-versions" }, t.versions),
    disclosure(ctx, "versions", fill(t.versions_n, { n: versions.length }),
      h("ul", { className: "os-plainlist" }, versions.map((one, place) => h("li", {}, `${fill(t.version, { n: one.number })} · ${one.date} ${one.time}${one.sent ? ` · ${t.sent}` : ""}`,
        place ? h("div", {}, button(t.compare, () => compareFrom(ctx, one.number), { key: `compare-${one.number}`, kind: "os-small os-golink", "aria-label": `${t.compare}: ${fill(t.version, { n: one.number })}` })) : null))),
      changes ? h("div", { className: "os-changes", role: "status" }, h("h3", {}, fill(t.changes, { n: first, count: changes.length })),
        changes.length ? null : h("p", {}, t.no_changes),
        h("ul", { className: "os-plainlist", lang: view.draft.language }, changes.map((one, at) => h("li", {}, h("strong", {}, `${kinds[one.change]} · ${one.heading}`),
          one.before ? h("p", { className: "os-before" }, one.before) : null, one.after ? h("p", { className: "os-after" }, one.after) : null,
          one.change === "removed" ? null : toBlock(ctx, one.block, t.to_paragraph, `change-${at}`))))) : null));
}

/** After a renewal, what changed is looked up at once. */
function noticeRenewal(ctx) {
  const { view, seen } = ctx;
  const key = `${view.type}/${view.language}`;
  const newest = view.draft.versions[0]?.number ?? 0;
  const before = seen.get(key);
  seen.set(key, newest);
  if (before && before < newest) setTimeout(() => compareFrom(ctx, before));
}
