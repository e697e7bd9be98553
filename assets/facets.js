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
      sort.setAttribute("aria-pressed", String(sort.getAttribute("aria-pressed") !== "true"));
      ask(sort.dataset.sort);
    }
  });

  /* What is looked for in the lists, and which are in order of name: the server looks through all of their values. */
  detente.lists = function () {
    const all = {};
    for (const field of document.querySelectorAll("#rail [data-find]")) {
      const sort = document.querySelector(`#rail [data-sort="${field.dataset.find}"]`);
      const byName = Boolean(sort) && sort.getAttribute("aria-pressed") === "true";
      if (field.value.trim() || byName) all[field.dataset.find] = { find: field.value.trim(), byName };
    }
    return all;
  };
  const ask = (facet) => window.dash_clientside.set_props("lists", { data: { now: facet, all: detente.lists() } });
  let waiting = 0;
  document.addEventListener("input", (input) => {
    const facet = input.target.dataset && input.target.dataset.find;
    if (!facet) return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => ask(facet), 150);
  });
})();
