/* The address is the state: read it, change it, tell the server. Loaded first; others use window.detente. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.detente = clientside.detente || {});
  const darkness = window.matchMedia("(prefers-color-scheme: dark)");
  const { dark } = detente; // of the script in the document itself, which has asked for the page
  const FACETS = ["actor", "type", "status", "place", "country", "source", "written", "sure", "review"];
  const KEYS = [
    ...FACETS.flatMap((key) => [key, "-" + key]),
    "match", "from", "to", "in", "q", "event", "show", "seed", "story", "tab", "lanes", "scale", "theme", "lang",
  ];
  const DEFAULTS = { match: "any", in: "possibly", tab: "timeline", lanes: "actor", scale: "folded", theme: "auto" };
  let width = 0;
  let height = 0; // that the chart should fit in; 0 where the whole page scrolls
  let before = window.location.search; // the address that the page shows
  let sent = before; // the address that was last asked for
  let unsure = false; // an answer is under way: the page may already show parts of it
  let opened = false;

  detente.drawn = (search, revision) => {
    before = search;
    unsure = false;
    detente.revisionDrawn(revision);
  };

  detente.selected = () => detente.params().get("event") || "";
  detente.language = () => document.documentElement.lang || "en";

  function readable(params) {
    const parts = [];
    for (const key of KEYS) {
      for (const value of params.getAll(key)) {
        if (value && value !== DEFAULTS[key]) {
          parts.push(key + "=" + encodeURIComponent(value).replace(/%3A/g, ":").replace(/%2C/g, ","));
        }
      }
    }
    return parts.length ? "?" + parts.join("&") : "";
  }

  /* What the server needs to draw; `by` is the control that changed it, which keeps what was typed in it. */
  function view(by) {
    const there = ["network", "matrix", "map", "table"].filter((each) => document.getElementById(each));
    return {
      search: window.location.search, before, width, height, dark: dark(), by: by || "",
      revision: detente.revision, unsure, there, lists: detente.lists(),
    };
  }

  function dress() {
    const scheme = dark() ? "dark" : "light";
    document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
    clientside.set_props("mantine", { forceColorScheme: scheme });
  }

  function panel() {
    const params = detente.params();
    document.body.dataset.tab = params.get("tab") || "timeline";
    const open = params.get("event") || params.get("show");
    document.body.dataset.panel = open ? "open" : "closed";
    const written = ["edit", "new", "split", "merge"].includes(params.get("show")); // a form is not drawn anew by a search
    return JSON.stringify([params.get("event"), params.get("show"), params.get("seed"), open && !written ? params.get("q") : ""]);
  }

  /* What an address asks the chart for: everything but what the side panel shows. */
  function pictured(search) {
    const params = new URLSearchParams(search);
    params.delete("show");
    params.delete("seed");
    return params.toString();
  }

  /* The document's language, and the way it is written. */
  function speak(language) {
    const root = document.documentElement;
    root.lang = language;
    root.dir = root.dataset.rightToLeft.split(" ").includes(language) ? "rtl" : "ltr";
    clientside.set_props("direction", { direction: root.dir });
  }

  /* A table waits for its script, which comes when the first one is opened. */
  function draw(by) {
    const table = detente.params().get("tab") === "table";
    if (!table || window.dash_ag_grid) return clientside.set_props("view", { data: view(by) });
    detente.grid().then((there) => {
      if (there && detente.params().get("tab") === "table") draw(by);
    });
  }

  let shown = "";
  function send(by) {
    if (!opened) return;
    const old = new URLSearchParams(sent);
    const now = detente.params();
    dress();
    const wanted = panel();
    detente.dressFacets();
    if ((old.get("lang") || "") !== (now.get("lang") || "")) {
      shown = wanted;
      speak(now.get("lang") || detente.home);
      clientside.set_props("opening", { data: view("lang") });
    } else {
      const onlyPanel = sent !== window.location.search && pictured(sent) === pictured(window.location.search);
      if (!onlyPanel) draw(by);
      unsure = true;
      if (wanted !== shown) {
        shown = wanted;
        clientside.set_props("selected", { data: { search: window.location.search } });
      }
    }
    sent = window.location.search;
  }

  /* Go to an address with some keys changed: {actor: ["nato"], event: null}. */
  detente.set = function (changes, options) {
    const params = detente.params();
    for (const [key, value] of Object.entries(changes)) {
      params.delete(key);
      for (const each of Array.isArray(value) ? value : [value]) {
        if (each !== null && each !== undefined && each !== "") params.append(key, String(each));
      }
    }
    const next = readable(params);
    if (next === readable(detente.params())) return;
    const method = options && options.replace ? "replaceState" : "pushState";
    window.history[method](null, "", next || window.location.pathname);
    send((options && options.by) || "");
  };

  /* Draw the same address again: the project has changed. A panel in which somebody writes is left alone. */
  function afresh(by) {
    draw(by);
    const written = ["edit", "new", "split", "merge"].includes(detente.params().get("show")); // also on its way here
    if (written || document.querySelector("#evidence [data-busy]")) return;
    clientside.set_props("selected", { data: { search: window.location.search } });
  }
  detente.redraw = () => opened && afresh("revision");

  /* The server answers again: what was asked for meanwhile is lost. */
  detente.again = function () {
    if (!opened) return window.location.reload();
    unsure = true;
    afresh("");
  };

  const cleared = () => {
    const all = { match: null, from: null, to: null, in: null, q: null };
    for (const key of FACETS) all[key] = all["-" + key] = [];
    return all;
  };
  detente.clear = () => {
    for (const end of ["from", "to"]) clientside.set_props(end, { value: "", error: "" }); // also what was no date
    detente.set(cleared());
  };
  /* A date that was not understood can be cleared, though the address knows nothing of it. */
  callbacks.faulty = (...faults) => !faults.some(Boolean) && !Object.keys(cleared()).some((key) => detente.params().has(key));

  detente.widen = function (wide, high) {
    const rounded = Math.floor(wide);
    const fits = Math.max(0, Math.floor(high));
    const enough = fits - height < 24 && height - fits < 4; // a little more room is no reason to draw anew, a little less is
    if (rounded < 120 || (Math.abs(rounded - width) < 4 && enough)) return;
    width = rounded;
    height = fits;
    send("width");
  };

  /* Going back out of a form in which something was written waits for an answer. */
  detente.mayGoBack = () => true;
  window.addEventListener("popstate", () => {
    if (!detente.mayGoBack()) return;
    send("");
    asWritten();
  });
  /* A date that was refused is in no address: going back leaves it. */
  function asWritten() {
    for (const end of opened ? ["from", "to"] : []) {
      const field = window.dash_component_api.getLayout(end);
      if (field && field.props.error) clientside.set_props(end, { value: detente.params().get(end) || "", error: "" });
    }
  }
  darkness.addEventListener("change", () => send(""));

  callbacks.boot = function () {
    detente.home = document.documentElement.dataset.home || "en";
    speak(document.documentElement.lang);
    shown = panel();
    ({ width, height } = detente.first);
    dress();
    return { ...view("boot"), search: detente.first.search, dark: detente.first.dark };
  };

  /* The page stands: from now on the address is what changes it. */
  detente.begin = function () {
    opened = true;
    detente.watch();
    detente.prepare();
    detente.prepareFacets();
    detente.offerTour();
    if (window.location.search !== sent) send("");
  };

  /* One function per control: the address takes its value; the same value again changes nothing. */
  const control = (key, kept) => (value) => {
    if (opened && value !== undefined) detente.set({ [key]: value }, { by: kept });
  };
  callbacks.match = control("match");
  callbacks.certainty = control("in");
  callbacks.search = control("q", "search");
  callbacks.tab = control("tab");
  callbacks.viewLanes = control("lanes");
  callbacks.viewScale = control("scale");
  callbacks.theme = control("theme");
  callbacks.language = (value) => control("lang")(value === detente.home ? null : value);
  callbacks.range = (range) => {
    if (opened && range) detente.set({ from: range.after, to: range.before }, { by: "range" });
  };
  callbacks.clear = (...clicks) => {
    if (clicks.some(Boolean)) detente.clear();
  };
  callbacks.chip = (clicks) => {
    const chip = clientside.callback_context.triggered_id;
    if (!chip || !clicks || !clicks.some(Boolean)) return;
    if (chip.key === "range") detente.set({ from: null, to: null });
    else detente.set({ [chip.key]: detente.params().getAll(chip.key).filter((each) => chip.value && each !== chip.value) });
  };
})();
