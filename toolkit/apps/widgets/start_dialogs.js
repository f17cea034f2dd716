// Dialogs of the front page: a copy, the example as it came, and what deleting takes away.
async function askCopy(ctx, item) {
  const { t } = ctx;
  ctx.typed.set("copy", fill(t.copy_of, { title: item.title }));
  await ask(ctx, `${t.copy}: ${item.title}`, [h("p", {}, t.copy_help), field(ctx, "copy", t.copy_title, { maxLength: 200 })],
    [{ value: "copy", label: t.copy_do, kind: "os-primary" }],
    () => ctx.send("copy", { folder: item.name, title: ctx.typed.get("copy") ?? "" }));
}

function askReset(ctx) {
  const { t } = ctx;
  return ask(ctx, t.reset, h("p", {}, t.reset_help), [{ value: "reset", label: t.reset_do, kind: "os-danger" }], () => ctx.send("reset_example"));
}

/** The archive package of each document, before anything is taken away. */
function packages(ctx, item) {
  const { t } = ctx;
  if (!item.drafts.length) return null;
  const id = newId("k");
  const news = h("p", { role: "status" });
  const select = h("select", { id }, item.drafts.map((draft) => h("option", { value: draft.type }, draft.label)));
  const fetchPackage = async (event) => {
    const { target } = event;
    target.disabled = true;
    news.textContent = t.package_working;
    const answer = await ctx.send("download_package", { folder: item.name, type: select.value });
    news.textContent = answer.notice;
    target.disabled = false;
  };
  return h("fieldset", { className: "os-pathstep" }, h("legend", {}, t.package_title),
    h("p", { className: "os-hint" }, t.package_help),
    h("div", { className: "os-row os-end" }, h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.package_document), select),
      button(t.package_do, fetchPackage, { kind: "os-small" })), news);
}

async function askDelete(ctx, item) {
  const { t } = ctx;
  if ((await ctx.send("prepare_delete", { folder: item.name })).refused) return;
  ctx.typed.delete("typed");
  const gone = item.gone.length ? h("ul", { className: "os-plainlist" }, item.gone.map((line) => h("li", {}, line))) : h("p", {}, t.gone_nothing);
  await ask(ctx, `${t.remove}: ${item.title}`,
    [h("p", {}, t.remove_help), gone, packages(ctx, item), field(ctx, "typed", fill(t.remove_type, { title: item.title }), { autocomplete: "off" })],
    [{ value: "delete", label: t.remove_do, kind: "os-danger" }],
    () => ctx.send("delete", { folder: item.name, typed: ctx.typed.get("typed") ?? "" }));
}
