// Says so when the kernel or the server behind the page is gone. Voilà itself stays silent.
(() => {
  const GONE = new Set(["restarting", "autorestarting", "dead", "terminating"]);
  const PATIENCE = 3000; // a short break mends itself
  const ASK_EVERY = 10000; // a kernel ended for idleness says nothing over the socket
  const OPENS_WITHIN = 25000; // a standby kernel that died gives an empty page
  let lost = false;
  let timer = 0;
  let leaving = false;

  const banner = (on) => {
    if (!leaving) document.getElementById("os-lost").hidden = !(on || lost);
  };
  const lose = () => {
    lost = true;
    banner(true);
  };

  const watch = (kernel) => {
    // A kernel that was started again has none of the widgets of this page.
    kernel.statusChanged.connect((_, status) => GONE.has(status) && lose());
    kernel.connectionStatusChanged.connect((_, status) => {
      clearTimeout(timer);
      if (status === "connected") banner(false);
      else timer = setTimeout(() => banner(true), PATIENCE);
    });
    const root = document.body.dataset.baseUrl.replace(/voila\/$/, "");
    setInterval(async () => {
      const token = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/)?.[1] ?? "";
      const reply = await fetch(`${root}api/kernels/${kernel.id}`, { headers: { "X-XSRFToken": token } }).catch(() => null);
      if (reply?.status === 404) lose();
    }, ASK_EVERY);
  };

  const find = () => {
    const kernel = window.jupyterapp?.widgetManager?.kernel;
    if (kernel) watch(kernel);
    else setTimeout(find, 200);
  };
  window.addEventListener("pagehide", () => { leaving = true; });
  window.addEventListener("load", () => {
    document.getElementById("os-reload").href = location.href;
    find();
    setTimeout(() => document.querySelector("main h1") || banner(true), OPENS_WITHIN);
  });
})();
