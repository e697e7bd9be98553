/* Zoom about a place of the chart: ctrl or ⌘ and the wheel, two fingers, buttons, keys. It moves the range of dates. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const $ = (id) => document.getElementById(id);
  const STEP = 1.6; // of a button or a key
  const WHEEL = 40; // pixels of a wheel's turn that count at most
  const WAIT = 90; // milliseconds for which turns are gathered
  const STEPS_KEPT = 60; // ranges that zooming set, to know them again after going back
  const GESTURE = 1500; // milliseconds between turns that are one step back
  let axis = null; // of the figure on which `factor` counts
  let factor = 1;
  let asked = 1; // the part of `factor` that was sent already
  let middle = 0;
  let waiting = 0;
  let last = 0;

  const graph = () => document.querySelector("#chart .js-plotly-plot");
  const drawn = () => {
    const meta = graph() && graph().layout && graph().layout.meta;
    return meta && meta.time && meta.time.length ? meta : null;
  };

  /* The day at an x: between the pieces of the axis straight on, and on at the same scale beyond its ends. */
  function day(pieces, x) {
    const piece = pieces.find((each) => x < each[3]) || pieces[pieces.length - 1];
    const [start, end, left, right] = piece;
    return start + ((x - left) / Math.max(1, right - left)) * (end - start);
  }

  const iso = (ordinal) => detente.dayOf(Math.min(3652059, Math.max(1, ordinal))); // within the years that dates have

  /* Where events stand, and the x of the selected one if it is among them. */
  function places() {
    const found = [];
    let chosen = null;
    for (const trace of graph().data) {
      (trace.customdata || []).forEach((data, at) => {
        found.push(trace.x[at]);
        if (data === detente.selected()) chosen = trace.x[at];
      });
    }
    return { found, chosen };
  }

  /* A range of x about the middle; never between events, where there would be nothing to see. */
  function stretch(pieces) {
    const left = pieces[0][2];
    const right = pieces[pieces.length - 1][3];
    let low = middle - (middle - left) * factor;
    let high = middle + (right - middle) * factor;
    if (factor < 1) {
      const near = places().found.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
      if (near !== undefined && near < low) low = near - 2;
      if (near !== undefined && near > high) high = near + 2;
    }
    return [day(pieces, low), day(pieces, high)];
  }

  /* The reader's own range, from before zooming began: known for as long as the address has a range that zooming set. */
  const KEPT = "detente-before-zoom";
  const WHOLE = { from: null, to: null };
  const range = () => ({ from: detente.params().get("from"), to: detente.params().get("to") });
  const same = (one, other) => one.from === other.from && one.to === other.to;
  let kept = null;
  try {
    kept = JSON.parse(window.sessionStorage.getItem(KEPT));
  } catch {
    kept = null; // nothing can be kept here: what this page itself did is known
  }
  const begun = () => (kept && kept.set.some((each) => same(each, range())) ? kept : null);

  detente.zoomTo = function (next, options) {
    const known = begun() || { before: range(), set: [] };
    // The whole time is no zoom: whoever goes out so far begins anew.
    kept = next.from === null ? null : { before: known.before, set: [...known.set, { from: next.from, to: next.to }].slice(-STEPS_KEPT) };
    try {
      window.sessionStorage.setItem(KEPT, JSON.stringify(kept));
    } catch { /* as above */ }
    detente.set(next, options);
  };

  function apply() {
    waiting = 0;
    const meta = drawn();
    if (!meta) return;
    const [start, end] = stretch(meta.time);
    asked = factor;
    const within = start > meta.span[0] || end < meta.span[1];
    let first = Math.floor(start);
    let until = Math.max(first, Math.ceil(end) - 1);
    if (factor > 1 && detente.params().get("from") === iso(first) && detente.params().get("to") === iso(until)) {
      first -= 1;
      until += 1;
    }
    const next = within ? { from: iso(first), to: iso(until) } : WHOLE;
    const now = Date.now();
    detente.zoomTo(next, { by: "zoom", replace: now - last < GESTURE });
    last = now;
  }

  /* The range becomes so many times as wide about an x; what comes before the next figure is counted together. */
  detente.zoom = function (times, x) {
    const meta = drawn();
    if (!meta) return;
    if (meta !== axis) {
      factor = axis && waiting ? factor / asked : 1;
      asked = 1;
      axis = meta;
    }
    factor *= times;
    middle = x;
    waiting = waiting || window.setTimeout(apply, WAIT);
  };

  /* About the selected event, or the middle. */
  const ZOOMS = {
    in: () => step(1 / STEP),
    out: () => step(STEP),
    fit: () => detente.set(begun() ? begun().before : WHOLE),
  };
  function step(times) {
    const meta = drawn();
    if (!meta) return;
    const pieces = meta.time;
    const { chosen } = places();
    detente.zoom(times, chosen === null ? (pieces[0][2] + pieces[pieces.length - 1][3]) / 2 : chosen);
  }
  detente.ZOOM_KEYS = { "+": "in", "=": "in", "-": "out", "_": "out", "0": "fit" };
  detente.zoomed = (way) => ZOOMS[way]();

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-zoom]");
    if (button && button.getAttribute("aria-disabled") !== "true") ZOOMS[button.dataset.zoom]();
  });

  detente.dressZoom = function () {
    const fit = document.querySelector('[data-zoom="fit"]');
    const whole = !detente.params().get("from") && !detente.params().get("to");
    if (fit) fit.setAttribute("aria-disabled", String(whole));
    const out = document.querySelector('[data-zoom="out"]');
    if (out) out.setAttribute("aria-disabled", String(whole));
  };

  const here = (x) => x - graph().getBoundingClientRect().left;

  /* Without a key the wheel scrolls the page, as everywhere. */
  document.addEventListener(
    "wheel",
    (turn) => {
      if (!(turn.ctrlKey || turn.metaKey) || !(turn.target instanceof Element) || !turn.target.closest("#chart")) return;
      turn.preventDefault();
      const pixels = turn.deltaMode === 1 ? turn.deltaY * 16 : turn.deltaY;
      detente.zoom(Math.exp(Math.max(-WHEEL, Math.min(WHEEL, pixels)) / 100), here(turn.clientX));
    },
    { passive: false, capture: true },
  );

  /* Two fingers. The marks under them are drawn anew meanwhile: those keep the touch, so they are listened to. */
  let apart = 0;
  let pinched = 0;
  detente.pinching = () => apart > 0 && Date.now() - pinched < GESTURE; // a finger that lifts is no click
  /* By where it is: once a finger is down, a cover of the chart's library lies over the page. */
  const onChart = (touch) => {
    const box = graph() && graph().getBoundingClientRect();
    return box && touch.clientX >= box.left && touch.clientX <= box.right && touch.clientY >= box.top && touch.clientY <= box.bottom;
  };
  const spread = (touches) => Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY);
  function pinch(move) {
    if (move.touches.length !== 2 || !apart) return;
    move.preventDefault();
    pinched = Date.now();
    const now = spread(move.touches);
    if (Math.abs(now - apart) < 6) return;
    detente.zoom(apart / Math.max(1, now), here((move.touches[0].clientX + move.touches[1].clientX) / 2));
    apart = now;
  }
  document.addEventListener(
    "touchstart",
    (start) => {
      apart = 0;
      const touches = [...start.touches];
      if (touches.length !== 2 || !touches.every(onChart)) return;
      start.preventDefault();
      apart = spread(touches);
      pinched = Date.now();
      for (const each of touches) each.target.addEventListener("touchmove", pinch, { passive: false });
    },
    { passive: false, capture: true },
  );

  /* What lies under the overview is told: a shadow, and a button that leads there. */
  detente.watchBelow = function () {
    const stage = $("stage");
    const tell = () => {
      const scrolls = window.getComputedStyle(stage).overflowY !== "visible";
      const left = stage.scrollHeight - stage.clientHeight - stage.scrollTop;
      const room = $("overview-room");
      if (room) room.dataset.below = scrolls && left > 8 ? "more" : "none";
    };
    stage.addEventListener("scroll", tell, { passive: true });
    new ResizeObserver(tell).observe(stage);
    if ($("tab")) new ResizeObserver(tell).observe($("tab"));
    tell();
  };
  document.addEventListener("click", (click) => {
    if (click.target.closest("#more-below")) $("stage").scrollTo({ top: $("stage").scrollHeight });
  });
})();
