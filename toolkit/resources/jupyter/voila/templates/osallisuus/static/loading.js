// What Voilà's own page does with inline scripts, so that the page can forbid inline scripts.
(() => {
  const nothing = () => {};
  window.voila_heartbeat = nothing;
  window.update_loading_text = nothing;
  window.voila_process = nothing;

  const show = () => {
    if (!window.themeLoaded) {
      window.cellLoaded = true; // Voilà calls again when its own styles are there
      return;
    }
    // What says that the page is opening goes when the page has something to show.
    const cells = document.getElementById("rendered_cells");
    if (cells) cells.style.display = "";
  };
  window.display_cells = show;
  window.voila_finish = show;
  document.addEventListener("DOMContentLoaded", show);
})();
