/* Telling: the step that the address names is brought out in the chart, with its words in a card under it. */
(function () {
  "use strict";
  const detente = window.detente;
  const callbacks = window.dash_clientside.detente;
  const $ = (id) => document.getElementById(id);
  const NEAR = 24; // pixels about a mark
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let steps = [];
  let cameFrom = null;
  let refocus = "";
  let pending = 0; // the step to tell once the page knows it

  const number = () => {
    const at = Number(detente.params().get("story"));
    return Number.isInteger(at) && at >= 1 && at <= steps.length ? at : 0;
  };
  const said = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function fill(at) {
    const step = steps[at - 1];
    const card = $("story-player");
    const texts = { number: said(card.dataset.number, { number: at, total: steps.length }), heading: step.title, when: step.when, caption: step.caption, quote: step.quote };
    for (const [name, text] of Object.entries(texts)) {
      const place = $("story-" + name);
      place.textContent = text;
      place.hidden = !text;
    }
    $("story-progress").style.inlineSize = (100 * at) / steps.length + "%";
    $("story-previous").disabled = at === 1;
    $("story-next").disabled = at === steps.length;
    $("story-full").hidden = !document.fullscreenEnabled;
    detente.say([texts.number, step.title, step.when, step.caption].filter(Boolean).join(". "));
  }

  function show() {
    const card = $("story-player");
    if (!card) return;
    const at = number();
    card.hidden = !at;
    if (at) {
      document.body.dataset.telling = "yes";
      fill(at);
      window.requestAnimationFrame(detente.bringStep);
      if (detente.selected() !== steps[at - 1].event) detente.set({ event: steps[at - 1].event, show: null }, { replace: true });
    } else {
      delete document.body.dataset.telling;
    }
  }

  /* From the highest to the lowest of an event's marks, on the screen. */
  detente.marksOf = function (event) {
    const graph = document.querySelector("#chart .js-plotly-plot");
    const plot = graph && graph.querySelector(".nsewdrag");
    if (!plot || !graph.layout.yaxis.range) return null;
    const { top, height } = plot.getBoundingClientRect();
    const [low, high] = graph.layout.yaxis.range;
    const found = graph.data.flatMap(({ customdata, y }) =>
      [...(customdata || [])].flatMap((each, at) => (each === event ? [top + ((high - y[at]) / (high - low)) * height] : [])),
    );
    return found.length ? { top: Math.min(...found) - NEAR, bottom: Math.max(...found) + NEAR } : null;
  };

  /* The step's event stands in sight above the card, however high the chart is. */
  detente.bringStep = function () {
    const at = number();
    const card = $("story-player");
    const marks = at && card && !card.hidden ? detente.marksOf(steps[at - 1].event) : null;
    if (!marks) return;
    const scrolls = window.getComputedStyle($("stage")).overflowY !== "visible";
    const scroller = scrolls ? $("stage") : document.scrollingElement;
    const top = scrolls ? scroller.getBoundingClientRect().top : 0;
    const room = card.getBoundingClientRect().top - top;
    if (marks.top >= top && marks.bottom <= top + room) return;
    const middle = Math.max(0, room - (marks.bottom - marks.top)) / 2;
    scroller.scrollBy({ top: marks.top - top - middle, behavior: calm.matches ? "auto" : "smooth" });
  };

  function tell(at) {
    pending = at > steps.length ? at : 0;
    go(at);
  }

  function go(at) {
    if (at < 1 || at > steps.length) return;
    const begun = number() > 0;
    if (!begun) cameFrom = $("story-open");
    detente.set({ story: at, event: steps[at - 1].event, show: null }, { replace: begun });
    show();
    if (!begun) $("story-heading").focus({ preventScroll: true });
  }

  function leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    detente.set({ story: null, event: null });
    show();
    (cameFrom && document.contains(cameFrom) ? cameFrom : $("stage-focus")).focus();
  }

  /* What was drawn: with the story's steps, where they may be others than the page knows. */
  detente.knowSteps = function (told) {
    steps = told || steps;
    if (pending && pending <= steps.length) tell(pending);
    else show();
  };
  callbacks.storyOpen = (clicks) => {
    if (clicks) detente.set({ show: "story", event: null });
  };
  window.addEventListener("popstate", () => window.setTimeout(show));

  const BUTTONS = {
    "story-next": () => go(number() + 1),
    "story-previous": () => go(number() - 1),
    "story-leave": leave,
    "story-full": () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
  };
  document.addEventListener("click", (click) => {
    const button = click.target instanceof Element && click.target.closest("button");
    if (!button) return;
    if (button.id in BUTTONS) BUTTONS[button.id]();
    if (button.dataset.tell) tell(Number(button.dataset.tell));
    if (button.dataset.story) refocus = button.dataset.story;
  });

  let turned = 0;
  document.addEventListener("change", ({ target }) => {
    if (target.id !== "annotation-today") return;
    turned += 1;
    window.dash_clientside.set_props("today-wanted", { data: { on: target.checked, at: turned } });
  });

  /* While a story is told, the arrows and the page keys turn its pages. */
  document.addEventListener(
    "keydown",
    (press) => {
      const at = number();
      if (!at || press.ctrlKey || press.metaKey || press.altKey) return;
      if (["ArrowRight", "ArrowDown", "PageDown"].includes(press.key)) go(at + 1);
      else if (["ArrowLeft", "ArrowUp", "PageUp"].includes(press.key)) go(at - 1);
      else if (press.key === "Home") go(1);
      else if (press.key === "End") go(steps.length);
      else if (press.key === "Escape") leave();
      else return;
      press.preventDefault();
      press.stopImmediatePropagation();
    },
    true,
  );

  /* The panel is drawn anew after each act: whoever moved a step with the keyboard stays at that button, and
     whoever went on meanwhile stays where they went. */
  let held = null;
  document.addEventListener("focusin", ({ target }) => {
    held = target.id && target.closest(".story-steps, #story-play, .story-drawn, .story-form") ? target : null;
  });
  new MutationObserver(() => {
    const gone = held && !held.isConnected && document.activeElement === document.body && !refocus;
    const again = gone && document.getElementById(held.id);
    if (again) again.focus({ preventScroll: true });
    if (!refocus || (document.activeElement && document.activeElement !== document.body)) return;
    const all = [...document.querySelectorAll("[data-story]")];
    const same = all.find((each) => each.dataset.story === refocus && !each.disabled);
    const other = all.find((each) => each.dataset.story.endsWith(refocus.slice(refocus.indexOf(":"))) && !each.disabled);
    const target = same || other || $("evidence-heading");
    refocus = "";
    if (target) target.focus({ preventScroll: true });
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
