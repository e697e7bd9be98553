/* The chart and its overview: measure the room, turn clicks and brushes into the address, keep both in step. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const PATIENCE = 1200; // frames in which a graph is awaited
  let observer = null;
  let waiting = 0;

  /* What stands around the chart: tabs and filters above, the overview under it, and the space between. */
  const beside = (stage) => [...stage.querySelectorAll(".stage-head, #overview-room, #ignored")];
  function around(stage, style) {
    const parts = beside(stage).reduce((sum, each) => sum + each.offsetHeight, 0);
    return parts + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom) + 2;
  }

  detente.watch = function () {
    const stage = document.getElementById("stage");
    if (!stage) return;
    if (observer) observer.disconnect();
    observer = new ResizeObserver(() => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        const panel = [...stage.querySelectorAll(".panel")].find((each) => each.offsetParent);
        if (!panel) return;
        const style = window.getComputedStyle(panel);
        const wide = panel.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const scrolls = window.getComputedStyle(stage).overflowY !== "visible";
        detente.widen(wide, scrolls ? stage.clientHeight - around(stage, style) : 0);
      }, 120);
    });
    // the overview is drawn after the chart: what it takes is known only then
    for (const each of [stage, ...beside(stage)]) observer.observe(each);
    detente.watchBelow();
    if (detente.watchFound) detente.watchFound();
  };

  /* A step by keyboard replaces the address, so that back leaves the event and not one arrow press. */
  detente.select = function (event, options) {
    if (event) detente.set({ event, show: null }, options);
  };

  const first = (data) => (Array.isArray(data) ? data[0] : data);

  /* Where something on a figure leads: to an event, or to other filters; the same again takes them back. */
  detente.aim = function (target) {
    const aim = first(target);
    if (typeof aim === "string") return detente.select(aim);
    const before = window.location.search;
    if ("from" in aim) detente.zoomTo(aim);
    else detente.set(aim);
    if (window.location.search !== before || !(aim.actor || aim.place)) return;
    const none = {};
    for (const key of Object.keys(aim)) none[key] = null;
    detente.set(none);
  };
  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-aim]");
    if (button) detente.aim(JSON.parse(button.dataset.aim));
  });

  /* A redraw takes away the label under the pointer, and with it the event that would hide its card. */
  function unhover(graph) {
    if (window.Plotly && window.Plotly.Fx) window.Plotly.Fx.unhover(graph);
    graph.querySelectorAll(".hoverlayer .hovertext").forEach((card) => card.remove());
  }

  /* The event behind a click: of a mark by its customdata, of a label by its name. */
  function bindChart(graph) {
    graph.on("plotly_click", (data) => {
      const point = data.points.find((each) => each.customdata !== undefined && each.customdata !== null);
      detente.struck = true;
      unhover(graph);
      if (detente.pinching()) return;
      if (point) detente.aim(point.customdata);
    });
    graph.on("plotly_clickannotation", (data) => {
      detente.struck = true;
      unhover(graph);
      if (data.annotation.name) detente.select(data.annotation.name);
    });
    graph.on("plotly_afterplot", () => {
      unhover(graph);
      detente.dressZoom();
      detente.bringStep();
    });
    detente.dressZoom(); // the first drawing may be over
    detente.bringStep();
  }

  /* Days of a brushed stretch. Plotly also reports a selection that the server drew: only a hand's counts. */
  function bindOverview(graph) {
    let held = false;
    graph.addEventListener("pointerdown", () => (held = true), true);
    graph.on("plotly_selected", (data) => {
      if (held && data && data.range && data.range.x) detente.brush(data.range.x);
      held = false;
    });
    graph.on("plotly_deselect", () => {
      if (held) detente.set({ from: null, to: null });
      held = false;
    });
    graph.on("plotly_click", (data) => {
      const point = data.points.find((each) => each.customdata);
      if (point) detente.select(first(point.customdata));
    });
  }

  const moment = (x) => (typeof x === "number" ? x : Date.parse(String(x).replace(" ", "T") + "Z"));
  const day = (time) => new Date(time).toISOString().slice(0, 10);
  detente.dayOf = (ordinal) => day((ordinal - 719163) * 86400000); // of a day counted from the year 1

  /* From the day in which the stretch begins to the one in which it ends, which midnight does not open. */
  detente.brush = function (range) {
    const [start, end] = range.map(moment).sort((a, b) => a - b);
    detente.set({ from: day(start), to: day(Math.max(start, end - 60000)) });
  };

  /* Plotly arrives after the page; a frame later there is a graph to listen to. */
  function whenDrawn(id, bind, tries) {
    const graph = document.querySelector("#" + id + " .js-plotly-plot");
    if (graph && graph.on) {
      if (!graph.dataset.bound) {
        graph.dataset.bound = "yes";
        bind(graph);
        graph.on("plotly_afterplot", () => (graph.dataset.drawn = String(Number(graph.dataset.drawn || 0) + 1)));
        graph.dataset.drawn = "1";
        const room = graph.closest("[data-room]");
        if (room) room.style.minHeight = ""; // it was kept for what stands there now
      }
    } else if (tries > 0) {
      window.requestAnimationFrame(() => whenDrawn(id, bind, tries - 1));
    }
  }

  /* After every drawing: a tab that is opened for the first time has a graph that nobody listens to yet. */
  detente.listen = function () {
    whenDrawn("chart", bindChart, PATIENCE);
    whenDrawn("overview", bindOverview, PATIENCE);
    for (const view of ["network", "matrix", "map"]) {
      if (document.body.dataset.tab === view) whenDrawn(view, bindChart, PATIENCE);
    }
  };
})();
