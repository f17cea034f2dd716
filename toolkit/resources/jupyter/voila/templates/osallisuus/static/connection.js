// Says so when the kernel or the server behind the page is gone, and comes back when it answers.
(() => {
  const GONE = new Set(["restarting", "autorestarting", "dead", "terminating"]);
  const PATIENCE = 3000; // a short break mends itself
  const ASK_EVERY = 10000; // a kernel ended for idleness says nothing over the socket
  const TRY_EVERY = 2000;
  const OPENS_WITHIN = 25000; // then the page is taken for one that cannot open
  const TRIES = "osallisuus.yritykset";
  const MOST_TRIES = 3; // reloads without a page that stays
  const STAYS = 60000;
  const CAME_BACK = "osallisuus.palasi";
  const root = () => document.body.dataset.baseUrl.replace(/voila\/$/, "");
  let lost = false; // this page cannot go on
  let timer = 0;
  let leaving = false;

  const remember = (key, value) => {
    try { sessionStorage.setItem(key, value); } catch { /* a browser that keeps nothing */ }
  };
  const recall = (key) => {
    try { return sessionStorage.getItem(key); } catch { return String(MOST_TRIES); }
  };

  const banner = (on) => {
    if (leaving) return;
    const tries = Number(recall(TRIES) ?? 0);
    document.getElementById("os-comes-back").hidden = tries >= MOST_TRIES;
    document.getElementById("os-stays-away").hidden = tries < MOST_TRIES;
    document.getElementById("os-lost").hidden = !(on || lost);
  };

  /** Return the status with which the server answers for a kernel, or 0 when it does not. */
  const ask = async (kernel) => {
    const token = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "";
    const reply = await fetch(`${root()}api/kernels/${kernel?.id ?? ""}`, { cache: "no-store", headers: { "X-XSRFToken": token } }).catch(() => null);
    return reply && reply.status < 500 ? reply.status : 0;
  };

  const comeBack = async () => {
    const tries = Number(recall(TRIES) ?? 0);
    if (leaving || tries >= MOST_TRIES) return banner(true);
    if (!await ask()) return setTimeout(comeBack, TRY_EVERY);
    remember(TRIES, String(tries + 1));
    remember(CAME_BACK, "1");
    location.reload();
  };

  const lose = () => {
    if (lost) return;
    lost = true;
    banner(true);
    setTimeout(comeBack, TRY_EVERY);
  };

  /** A standby kernel that died was started again, and has no widgets for the page to show. */
  const expectWidgets = async (kernel) => {
    const info = await kernel.requestCommInfo({ target_name: "jupyter.widget" });
    if (!Object.keys(info.content.comms ?? {}).length) lose();
  };

  const watch = (kernel) => {
    expectWidgets(kernel).catch(() => {}); // a lost connection is seen below
    // A kernel that was started again has none of the widgets of this page.
    kernel.statusChanged.connect((_, status) => GONE.has(status) && lose());
    kernel.connectionStatusChanged.connect((_, status) => {
      clearTimeout(timer);
      if (status === "connected") banner(false);
      else timer = setTimeout(() => banner(true), PATIENCE);
    });
    setInterval(async () => {
      if (lost) return;
      const status = await ask(kernel);
      if (status === 404) lose();
      // The kernel is there, but nobody tries any more to reach it.
      else if (status && kernel.connectionStatus === "disconnected") kernel.reconnect();
    }, ASK_EVERY);
    setTimeout(() => lost || remember(TRIES, "0"), STAYS);
  };

  const find = () => {
    const kernel = window.jupyterapp?.widgetManager?.kernel;
    if (kernel) watch(kernel);
    else setTimeout(find, 200);
  };
  window.addEventListener("pagehide", () => { leaving = true; });
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  window.addEventListener("load", () => {
    document.getElementById("os-reload").href = location.href;
    document.getElementById("os-reload").addEventListener("click", (event) => {
      event.preventDefault();
      remember(TRIES, "0");
      location.reload();
    });
    find();
    setTimeout(() => document.querySelector("main h1") || lose(), OPENS_WITHIN);
  });
})();
