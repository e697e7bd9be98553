/* The facets of the rail: their options drawn, open as they were left; only this, without this; find and sort in a list. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const callbacks = window.dash_clientside.detente;
  const CLOSED = "detente.facets"; // what was opened and closed, by address key
  const kept = () => JSON.parse(window.localStorage.getItem(CLOSED) || "{}");
  const rail = () => document.getElementById("rail");

  const make = (tag, className, parent) => {
    const made = document.createElement(tag);
    made.className = className;
    if (parent) parent.append(made);
    return made;
  };

  function row(value, key) {
    const made = make("div", "option-row");
    made.dataset.value = value;
    const label = make("label", "option", made);
    const box = make("input", "box", label);
    box.type = "checkbox";
    box.value = value;
    box.dataset.facet = key;
    const said = make("span", "option-label", label);
    make("span", "key", said);
    make("span", "option-name", said).dir = "auto";
    const count = make("span", "option-count", said);
    make("span", "", count).setAttribute("aria-hidden", "true");
    make("span", "unseen", count);
    for (const way of ["only", "not"]) {
      const button = make("button", "link option-do", made);
      button.type = "button";
      button.dataset[way] = JSON.stringify([key, value]);
    }
    return made;
  }

  const write = (node, words) => {
    if (node.textContent !== words) node.textContent = words;
  };

  function fill(made, option, words) {
    const [only, not] = made.querySelectorAll("button");
    const [seen, heard] = made.querySelector(".option-count").children;
    const key = made.querySelector(".key");
    const label = made.querySelector(".option");
    label.className = "option depth-" + option.depth;
    label.title = option.meaning;
    key.hidden = !option.colour;
    key.style.background = option.colour;
    write(made.querySelector(".option-name"), option.label);
    write(seen, option.count);
    seen.className = option.none ? "zero" : "";
    write(heard, " " + option.heard);
    write(only, words.only);
    write(not, words.not);
    only.setAttribute("aria-label", words.onlyName.replace("{name}", () => option.label));
    not.setAttribute("aria-label", words.notName.replace("{name}", () => option.label));
  }

  /* Lines stay while only their counts change, and with them the focus. */
  function list(room, { options, note }, words) {
    const key = room.closest(".facet").dataset.facet;
    const there = new Map([...room.querySelectorAll(".option-row")].map((each) => [each.dataset.value, each]));
    const rows = options.map((each) => there.get(each.value) || row(each.value, key));
    options.forEach((each, at) => fill(rows[at], each, words));
    const old = room.querySelector(".note");
    const below = note ? [old || make("p", "note")] : [];
    if (note) write(below[0], note);
    const wanted = [...rows, ...below];
    if (wanted.length !== room.children.length || wanted.some((each, at) => each !== room.children[at])) {
      const held = room.contains(document.activeElement) ? document.activeElement : null;
      room.replaceChildren(...wanted);
      if (held && held.isConnected) held.focus();
    }
  }

  callbacks.facets = function (told) {
    if (!told) return;
    for (const [name, each] of Object.entries(told.lists)) {
      const room = document.getElementById(name + "-options");
      if (room) list(room, each, told.words);
    }
    detente.dressFacets();
  };

  document.addEventListener("change", (change) => {
    const key = change.target.matches("#rail .option > .box") && change.target.dataset.facet;
    if (!key) return;
    const others = detente.params().getAll(key).filter((each) => each !== change.target.value);
    detente.set({ [key]: change.target.checked ? [...others, change.target.value] : others });
  });

  /* What is chosen and what is left out stands in the address; the rail shows it. */
  detente.dressFacets = function () {
    if (!rail()) return;
    const params = detente.params();
    for (const box of rail().querySelectorAll(".option > .box")) {
      box.checked = params.getAll(box.dataset.facet).includes(box.value);
    }
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
      ask();
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
  const ask = () => window.dash_clientside.set_props("lists", { data: detente.lists() });
  let waiting = 0;
  document.addEventListener("input", (input) => {
    if (!input.target.dataset || !input.target.dataset.find) return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(ask, 150);
  });
})();
