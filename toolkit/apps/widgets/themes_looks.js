// The ways to look at themes, and which of them the page shows.
const VISIT = "osallisuus.kayty";

function lookNav(ctx) {
  const { t, view } = ctx;
  const looks = [["", t.look_board], ["kartta", t.look_map], ["ryhmat", t.look_matrix], ["muutokset", t.look_changes], ["koodaus", t.look_coding]];
  return partNav(ctx, looks.map(([key, label]) => ({ key, label, place: { nakyma: key, jako: "" } })), view.look ?? "");
}

/** What to do when there is nothing to look at yet; nothing when there is. */
function emptyLook(ctx) {
  const { t, view, frame } = ctx;
  const working = isWorking(frame);
  if (!view.n_notes) return [h("p", { className: "os-empty" }, t.no_notes), h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[0].href }, t.go_import))];
  if (view.n_themes) return null;
  return [h("p", { className: "os-empty" }, working ? t.working : t.no_themes),
    working ? null : h("p", {}, button(t.find, () => ctx.send("find"), { key: "find", kind: "os-primary" }))];
}

function drawLook(ctx) {
  const looks = { kartta: noteMap, ryhmat: matrix, muutokset: changeList, koodaus: coding };
  return [lookNav(ctx), emptyLook(ctx) ?? looks[ctx.view.look](ctx)];
}

/** The last line of the log that was on this browser's screen before this visit; null at the first. */
function lastVisit(ctx) {
  const key = `${VISIT}.${new URL(location.href).searchParams.get("tyopaja")}`;
  try {
    // A reload is the same visit, and so is another step in the same tab.
    if (sessionStorage.getItem(key) === null) sessionStorage.setItem(key, localStorage.getItem(key) ?? "");
    localStorage.setItem(key, ctx.view.seq);
    const seen = sessionStorage.getItem(key);
    return seen === "" ? null : Number(seen);
  } catch { return null; /* a browser that keeps nothing */ }
}
