/* The chart and its overview: measure the room, turn clicks and brushes into the address, keep both in step. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  let observer = null;
  let waiting = 0;

  detente.watch = function () {
    const room = document.getElementById("chart-room");
    if (!room) return;
    if (observer) observer.disconnect();
    observer = new ResizeObserver((entries) => {
      const measured = entries[entries.length - 1].contentRect.width;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => detente.widen(measured), 120);
    });
    observer.observe(room);
  };

  detente.select = function (event) {
    if (event) detente.set({ event, show: null });
  };

  const first = (data) => (Array.isArray(data) ? data[0] : data);

  /* The event behind a click: of a mark by its customdata, of a label by its name. */
  function bindChart(graph) {
    graph.on("plotly_click", (data) => {
      const point = data.points.find((each) => each.customdata !== undefined && each.customdata !== null);
      if (point) detente.select(first(point.customdata));
    });
    graph.on("plotly_clickannotation", (data) => detente.select(data.annotation.name));
  }

  /* Days of a brushed stretch; a click on an empty place of the overview clears the range. */
  function bindOverview(graph) {
    graph.on("plotly_selected", (data) => {
      if (data && data.range && data.range.x) detente.brush(data.range.x);
    });
    graph.on("plotly_deselect", () => detente.set({ from: null, to: null }));
    graph.on("plotly_doubleclick", () => detente.set({ from: null, to: null }));
    graph.on("plotly_click", (data) => {
      const point = data.points.find((each) => each.customdata);
      if (point) detente.select(first(point.customdata));
    });
  }

  const day = (x) => (typeof x === "number" ? new Date(x).toISOString() : String(x)).slice(0, 10);

  detente.brush = function (range) {
    const [from, to] = range.map(day).sort();
    detente.set({ from, to });
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
      }
    } else if (tries > 0) {
      window.requestAnimationFrame(() => whenDrawn(id, bind, tries - 1));
    }
  }

  detente.listen = function () {
    whenDrawn("chart", bindChart, 1200);
    whenDrawn("overview", bindOverview, 1200);
  };
})();
