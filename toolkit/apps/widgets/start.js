// The front page: the workshops, a new one, the example.
function card(ctx, item) {
  return h("li", { className: "os-card" },
    h("h3", {}, h("a", { href: item.href }, item.title)),
    h("p", { className: "os-hint" }, [item.example ? ctx.t.invented : "", item.day, item.organiser].filter(Boolean).join(" · ")),
    h("p", {}, item.lines.join(" · ")));
}

function newWorkshop(ctx) {
  const { t } = ctx;
  const submit = (event) => {
    event.preventDefault();
    ctx.send("create", {
      title: ctx.typed.get("title") ?? "",
      day: ctx.typed.get("day") ?? ctx.view.today,
      organiser: ctx.typed.get("organiser") ?? "",
    });
  };
  return h("form", { className: "os-card", noValidate: true, onsubmit: submit },
    h("h2", {}, t.new),
    field(ctx, "title", t.title, { required: true, maxLength: 200, hint: t.title_hint }),
    h("div", { className: "os-columns" },
      field(ctx, "day", t.day, { type: "date", value: ctx.view.today }),
      field(ctx, "organiser", t.organiser, { maxLength: 200 })),
    h("button", { type: "submit", className: "os-button os-primary" }, t.create));
}

function draw(ctx) {
  const { t, view } = ctx;
  const example = button(t.example, () => ctx.send("try_example"), { key: "example" });
  return [
    h("section", {},
      h("h2", {}, t.workshops),
      view.workshops.length
        ? h("ul", { className: "os-cards" }, view.workshops.map((item) => card(ctx, item)))
        : h("p", { className: "os-empty" }, t.empty)),
    h("div", { className: "os-columns" },
      newWorkshop(ctx),
      h("section", { className: "os-card" }, h("h2", {}, t.example_title), h("p", {}, t.example_help), example)),
  ];
}
