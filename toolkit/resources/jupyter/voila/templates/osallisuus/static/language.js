// The language of the page is known from its address before anything is drawn.
(() => {
  const asked = new URLSearchParams(location.search).get("kieli");
  if (["sv", "en"].includes(asked)) document.documentElement.lang = asked;
})();
