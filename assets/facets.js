/* The facets of the rail: open as they were left; only this, without this; find and sort inside a long list. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const CLOSED = "detente.facets"; // what was opened and closed, by address key
  const kept = () => JSON.parse(window.localStorage.getItem(CLOSED) || "{}");
  const rail = () => document.getElementById("rail");

  /* Which options are left out stands in the address; the rail shows it. */
  detente.dressFacets = function () {
    if (!rail()) return;
    const params = detente.params();
    for (const button of rail().querySelectorAll("[data-not]")) {
      const [key, value] = JSON.parse(button.dataset.not);
      const out = params.getAll("-" + key).includes(value);
      button.setAttribute("aria-pressed", String(out));
      button.closest(".option-row").classList.toggle("left-out", out);
    }
  };

  detente.prepareFacets = function () {
    const states = kept();
    for (const group of rail().querySelectorAll(".facet")) {
      if (group.dataset.facet in states) group.open = states[group.dataset.facet];
      group.addEventListener("toggle", () => {
        const now = kept();
        now[group.dataset.facet] = group.open;
        window.localStorage.setItem(CLOSED, JSON.stringify(now));
      });
      const options = group.querySelector(".options");
      if (options) new MutationObserver(detente.dressFacets).observe(options, { childList: true });
    }
    detente.dressFacets();
  };

  document.addEventListener("click", (click) => {
    const only = click.target.closest("[data-only]");
    const not = click.target.closest("[data-not]");
    const sort = click.target.closest("[data-sort]");
    if (click.target.closest(".saved-delete")) document.querySelector("#saved > summary").focus(); // its line goes away
    if (only) {
      const [key, value] = JSON.parse(only.dataset.only);
      detente.set({ [key]: value, ["-" + key]: null });
    } else if (not) {
      const [key, value] = JSON.parse(not.dataset.not);
      const params = detente.params();
      const out = params.getAll("-" + key);
      detente.set({
        [key]: params.getAll(key).filter((each) => each !== value),
        ["-" + key]: out.includes(value) ? out.filter((each) => each !== value) : [...out, value],
      });
    } else if (sort) {
      const byName = sort.getAttribute("aria-pressed") !== "true";
      sort.setAttribute("aria-pressed", String(byName));
      const rows = [...document.querySelectorAll("#" + sort.dataset.sort + "-options .option-row")];
      const sorted = byName ? [...rows].sort((a, b) => a.dataset.name.localeCompare(b.dataset.name)) : rows;
      sorted.forEach((row, at) => (row.style.order = byName ? String(at + 1) : ""));
    }
  });

  document.addEventListener("input", (input) => {
    const facet = input.target.dataset && input.target.dataset.find;
    if (!facet) return;
    const wanted = input.target.value.trim().toLocaleLowerCase();
    for (const row of document.querySelectorAll("#" + facet + "-options .option-row")) {
      row.hidden = !row.dataset.name.includes(wanted);
    }
  });
})();
