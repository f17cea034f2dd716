// Signs of themes: six shapes and five colours, so that thirty themes have each their own.
const THEME_SHAPES = [
  "M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z",
  "M-.9 -.9H.9V.9H-.9Z",
  "M0 -1.25L1.2 .9H-1.2Z",
  "M0 -1.3L1.3 0L0 1.3L-1.3 0Z",
  "M-.4 -1.2H.4V-.4H1.2V.4H.4V1.2H-.4V.4H-1.2V-.4H-.4Z",
  "M0 1.25L-1.2 -.9H1.2Z",
];
const N_COLOURS = 5;

const themeShape = (number) => THEME_SHAPES[Math.max(0, number) % THEME_SHAPES.length];
const themeColour = (number) => (number < 0 ? "none" : String(number % N_COLOURS));

/** The sign of a theme, to stand before its name. */
function themeSign(number) {
  const path = s("path", { d: themeShape(number), transform: "translate(8 8) scale(5.5)" });
  return s("svg", { class: `os-sign os-g${themeColour(number)}`, viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, path);
}
