// The theme board. Everything a mouse can do, a keyboard can do too.
const SHOWN = 8;

function matches(ctx, note) {
  const wanted = (ctx.typed.get("filter") ?? "").trim().toLowerCase();
  return !wanted || `${note.ref} ${note.text} ${note.group}`.toLowerCase().includes(wanted);
}

function moveSelect(ctx, noteId, themeId) {
  const { t, view } = ctx;
  const id = newId("m");
  const note = view.notes[noteId];
  const key = `move-${noteId}`;
  // With the arrow keys a list passes every theme on the way: only Enter or leaving it decides.
  let browsing = false;
  let sent = false; // drawing the page again takes the focus from the list, too
  const commit = async (select) => {
    if (sent || select.value === themeId) return;
    sent = true;
    await ctx.decide("move", { note_id: noteId, theme_id: select.value });
    const there = ctx.root.querySelector(`[data-key="${key}"]`) ?? ctx.root.querySelector(`[data-key="rename-${themeId}"]`);
    there?.focus();
    sent = false;
  };
  return h("div", { className: "os-move" },
    h("label", { htmlFor: id }, t.theme, h("span", { className: "os-hidden" }, ` (${t.move}, ${note.ref})`)),
    h("select", {
      id, "data-key": key,
      onpointerdown: () => { browsing = false; },
      onkeydown: (event) => {
        if (event.key === "Enter") commit(event.target);
        else if (event.key === "Escape") event.target.value = themeId;
        else if (event.key !== "Tab") browsing = true;
      },
      onchange: (event) => browsing || commit(event.target),
      onblur: (event) => browsing && commit(event.target),
    },
    view.themes.map((theme) => h("option", { value: theme.id, selected: theme.id === themeId }, theme.label))));
}

async function setAside(ctx, noteId) {
  const { t, view } = ctx;
  const key = `why-${noteId}`;
  const choice = await ask(ctx, fill(t.aside_title, { ref: view.notes[noteId].ref }),
    [h("p", { className: "os-quote" }, view.notes[noteId].text), h("p", {}, t.aside_help), field(ctx, key, t.aside_reason, { maxLength: 200, required: true })],
    [{ value: "yes", label: t.aside, kind: "os-primary" }]);
  if (choice) await ctx.decide("set_aside", { note_id: noteId, reason: ctx.typed.get(key) ?? "" });
  ctx.typed.delete(key);
}

function noteItem(ctx, noteId, themeId) {
  const { t, view } = ctx;
  const note = view.notes[noteId];
  if (!note) return null;
  const where = [note.group, note.prompt].filter(Boolean).join(" · ");
  const item = h("li", { className: "os-notecard", draggable: true, "data-note": noteId },
    h("p", {}, h("span", { className: "os-ref" }, note.ref), " ", note.text),
    where ? h("p", { className: "os-hint os-oneline", title: where }, where) : null,
    h("div", { className: "os-row" }, moveSelect(ctx, noteId, themeId),
      button(`${t.aside_short} …`, () => setAside(ctx, noteId), { key: `aside-${noteId}`, kind: "os-small", "aria-label": `${t.aside} (${note.ref}) …` })));
  item.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("application/x-osallisuus-note", noteId);
    event.dataTransfer.effectAllowed = "move";
  });
  return item;
}

function renameForm(ctx, theme) {
  const { t } = ctx;
  const key = `label-${theme.id}`;
  const close = () => { ctx.ui.renaming = ""; ctx.typed.delete(key); ctx.redraw(); };
  const submit = async (event) => {
    event.preventDefault();
    const label = (ctx.typed.get(key) ?? theme.label).trim();
    if (label === theme.label) return close();
    const answer = await ctx.decide("rename", { theme_id: theme.id, label, seq: ctx.ui.renamingSeq });
    if (!answer.refused) {
      close();
      ctx.root.querySelector(`[data-key="rename-${theme.id}"]`)?.focus();
    }
  };
  return h("form", { className: "os-rename", onsubmit: submit, onkeydown: (event) => event.key === "Escape" && close() },
    field(ctx, key, t.name, { value: theme.label, maxLength: 120, required: true }),
    h("div", { className: "os-row" },
      h("button", { type: "submit", className: "os-button os-primary os-small", "data-key": `save-${theme.id}` }, t.save),
      button(t.cancel, close, { kind: "os-small" })));
}

async function merge(ctx, theme) {
  const { t, view } = ctx;
  const others = view.themes.filter((other) => other.id !== theme.id && !other.is_rest);
  const { seq } = view;
  const id = newId("into");
  const key = `merged-${theme.id}`;
  const select = h("select", { id }, others.map((other) => h("option", { value: other.id }, `${other.label} (${other.count})`)));
  const name = field(ctx, key, t.merged_name, { value: others[0].label, maxLength: 120, required: true });
  select.addEventListener("change", () => {
    if (!ctx.typed.has(key)) name.querySelector("input").value = others.find((other) => other.id === select.value).label;
  });
  const choice = await ask(ctx, fill(t.merge_title, { label: theme.label }),
    [h("p", {}, t.merge_help), h("div", { className: "os-field" }, h("label", { htmlFor: id }, t.merge_into), select), name],
    [{ value: "yes", label: t.merge, kind: "os-primary" }]);
  const label = name.querySelector("input").value;
  ctx.typed.delete(key);
  if (choice) await ctx.decide("merge", { theme_id: theme.id, into: select.value, label, seq });
}

function startRename(ctx, theme) {
  ctx.ui.renaming = theme.id;
  ctx.ui.renamingSeq = ctx.view.seq;
  ctx.redraw();
  const input = ctx.root.querySelector(`[data-key="label-${theme.id}"]`);
  input?.focus();
  input?.select();
}

function column(ctx, theme) {
  const { t, view, ui } = ctx;
  const heading = newId("t");
  const notes = theme.note_ids.filter((id) => view.notes[id] && matches(ctx, view.notes[id]));
  const all = ctx.open.has(`all-${theme.id}`);
  const shown = all ? notes : notes.slice(0, SHOWN);
  const filtered = Boolean((ctx.typed.get("filter") ?? "").trim());
  if (filtered && !notes.length) return null;
  const others = view.themes.filter((other) => other.id !== theme.id && !other.is_rest);
  const section = h("section", { className: `os-theme ${theme.is_rest ? "os-rest" : ""}`, "aria-labelledby": heading },
    ui.renaming === theme.id
      ? [h("h2", { id: heading, className: "os-hidden" }, theme.label), renameForm(ctx, theme)]
      : [h("h2", { id: heading }, theme.label),
         h("p", { className: "os-hint" }, [theme.count, filtered ? fill(t.found, { n: notes.length }) : "", theme.named_by ? fill(t.named_by, { name: theme.named_by }) : ""].filter(Boolean).join(" · ")),
         theme.is_rest ? h("p", { className: "os-hint" }, t.rest_help) : null,
         theme.keywords ? h("p", { className: "os-hint" }, `${t.keywords}: ${theme.keywords}`) : null,
         theme.is_rest ? null : h("div", { className: "os-row" },
           button(t.rename, () => startRename(ctx, theme), { key: `rename-${theme.id}`, kind: "os-small", "aria-label": `${t.rename}: ${theme.label}` }),
           others.length ? button(`${t.merge} …`, () => merge(ctx, theme), { key: `merge-${theme.id}`, kind: "os-small", "aria-label": `${t.merge}: ${theme.label} …` }) : null)],
    h("ul", { className: "os-notes" }, shown.map((id) => noteItem(ctx, id, theme.id))),
    notes.length > SHOWN ? button(all ? t.fewer : fill(t.all, { n: notes.length }), () => {
      if (all) ctx.open.delete(`all-${theme.id}`);
      else ctx.open.add(`all-${theme.id}`);
      ctx.redraw();
    }, { key: `all-${theme.id}`, kind: "os-small", "aria-expanded": String(all) }) : null);
  section.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("application/x-osallisuus-note")) return;
    event.preventDefault();
    section.classList.add("os-over");
  });
  section.addEventListener("dragleave", () => section.classList.remove("os-over"));
  section.addEventListener("drop", (event) => {
    event.preventDefault();
    section.classList.remove("os-over");
    const noteId = event.dataTransfer.getData("application/x-osallisuus-note");
    if (noteId && !theme.note_ids.includes(noteId)) ctx.decide("move", { note_id: noteId, theme_id: theme.id });
  });
  return section;
}

function asideList(ctx) {
  const { t, view } = ctx;
  if (!view.aside.length) return null;
  return disclosure(ctx, "aside", fill(t.aside_list, { n: view.aside.length }),
    h("ul", { className: "os-notes" }, view.aside.filter((item) => view.notes[item.id]).map((item) => h("li", { className: "os-notecard" },
      h("p", {}, h("span", { className: "os-ref" }, view.notes[item.id].ref), " ", view.notes[item.id].text),
      h("p", { className: "os-hint" }, `${t.reason}: ${item.reason}`),
      button(t.put_back, () => ctx.send("put_back", { note_id: item.id }), { key: `back-${item.id}`, kind: "os-small", "aria-label": `${t.put_back} (${view.notes[item.id].ref})` })))));
}

function draw(ctx) {
  const { t, view, frame } = ctx;
  const working = frame.jobs.some((job) => job.kind === "themes" || job.kind === "demo");
  const find = (label, kind) => button(label, () => ctx.send("find"), { key: "find", kind, disabled: working });
  if (!view.n_notes) {
    return [h("p", { className: "os-empty" }, t.no_notes), h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[0].href }, t.go_import))];
  }
  if (!view.themes.length) return [h("p", { className: "os-empty" }, working ? t.working : t.no_themes), working ? null : h("p", {}, find(t.find, "os-primary"))];
  return [
    view.loose ? h("div", { className: "os-notice os-wait" }, h("span", {}, view.loose_text), find(t.find_again, "os-primary")) : null,
    field(ctx, "filter", t.filter, { type: "search", oninput: (event) => { ctx.typed.set("filter", event.target.value); ctx.redraw(); } }),
    h("div", { className: "os-board" }, view.themes.map((theme) => column(ctx, theme))),
    asideList(ctx),
    h("p", {}, h("a", { className: "os-button os-primary", href: frame.steps[frame.steps[2].open ? 2 : 3].href },
      `${frame.steps[2].open ? t.next_groups : t.next} →`)),
  ];
}
