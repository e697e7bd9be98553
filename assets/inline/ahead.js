/* In the document itself: asks for the page at once, by its address and the room for its chart, while all other
   scripts are still on their way. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const root = document.documentElement;
  const darkness = window.matchMedia("(prefers-color-scheme: dark)");
  const AROUND = 180; // pixels of the stage around the chart, before there is a page to measure
  const HEADER = 52;

  detente.params = () => new URLSearchParams(window.location.search);
  detente.dark = function () {
    const theme = detente.params().get("theme");
    return theme === "dark" || (theme !== "light" && darkness.matches);
  };

  /* The room that the chart will have; no height where the whole page scrolls. */
  detente.guess = function () {
    const full = root.clientWidth;
    const wide = full >= 1000;
    const open = detente.params().get("event") || detente.params().get("show");
    return {
      width: full - (wide ? 272 : 0) - (wide && open ? 400 : 0) - (wide ? 48 : 24),
      height: full < 768 ? 0 : Math.max(0, root.clientHeight - HEADER - AROUND),
    };
  };

  function who() {
    try {
      return JSON.parse(window.localStorage.getItem("who")) || "";
    } catch {
      return ""; // nothing can be kept here
    }
  }

  detente.askPage = function ({ search, width, height, dark }) {
    const query = new URLSearchParams({ search, width, height, dark, who: who() });
    return fetch(root.dataset.page + "?" + query, { cache: "no-store" });
  };

  detente.first = { search: window.location.search, ...detente.guess(), dark: detente.dark() };
  detente.ahead = detente.askPage(detente.first);
  detente.ahead.catch(() => {}); // whoever shows it says so
})();
