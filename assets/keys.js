/* The keyboard: arrows move the selection in chart and table alike, Escape closes, Enter reads the evidence. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const clientside = window.dash_clientside;
  const callbacks = clientside.detente;
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  let order = [];
  let first = 0; // where the known events begin among all that are visible
  let cameFrom = null;

  const $ = (id) => document.getElementById(id);

  detente.say = function (text) {
    const live = $("live");
    if (live && text && live.textContent !== text) live.textContent = text;
  };

  /* The visible events in time order, each with what a screen reader should hear. */
  callbacks.order = function (drawn) {
    order = drawn ? drawn.events : [];
    first = drawn ? drawn.first : 0;
    if (drawn) {
      detente.drawn(drawn.search, drawn.revision);
      detente.listen();
      detente.knowSteps(drawn.steps);
      ofRows(drawn);
    }
    detente.announce();
  };
  detente.announce = function () {
    detente.showRow();
    const here = order.find((each) => each.id === detente.selected());
    if (here) detente.say(here.said);
  };
  callbacks.counted = (text) => {
    if (!detente.selected()) detente.say(text);
  };

  function move(step) {
    if (!order.length) return;
    const at = order.findIndex((each) => each.id === detente.selected());
    const next = at < 0 ? (step > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + step));
    detente.select(order[next].id, { replace: detente.selected() !== "" });
    detente.announce();
  }

  detente.close = function () {
    const inside = $("evidence") && $("evidence").contains(document.activeElement);
    detente.set({ event: null, show: null });
    if (inside) detente.comeBack();
  };

  /* To where the reader was before the panel or the dialog. */
  detente.comeBack = () => (cameFrom && document.contains(cameFrom) ? cameFrom : $("stage-focus") || document.body).focus();

  detente.cameFrom = (element) => {
    if (!$("evidence").contains(element)) cameFrom = element;
  };

  function readEvidence() {
    cameFrom = document.activeElement;
    const heading = $("evidence-heading");
    if (heading) heading.focus();
  }

  const typing = (target) => target.closest("input, textarea, select, [contenteditable], summary, [role=tablist]");

  document.addEventListener("keydown", (press) => {
    if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey) return;
    const target = press.target instanceof Element ? press.target : document.body;
    if (press.key === "Escape" && detente.dialogOpen()) return;
    if (press.key === "Escape") {
      if (detente.drawerOpen()) detente.rail(false);
      else if (document.body.dataset.panel === "open") detente.close();
      return;
    }
    const onChart = target.closest(".stage-focus");
    if (press.key === "Enter" && (onChart || target.closest("#table"))) {
      if (detente.selected()) {
        press.preventDefault();
        window.setTimeout(readEvidence);
      }
      return;
    }
    if (!onChart && (target !== document.body || typing(target))) return;
    if (press.key in STEPS) {
      press.preventDefault();
      move(STEPS[press.key]);
    } else if (press.key === "Home" || press.key === "End") {
      press.preventDefault();
      move(press.key === "Home" ? -order.length : order.length);
    } else if (press.key in detente.ZOOM_KEYS && document.body.dataset.tab === "timeline") {
      press.preventDefault();
      detente.zoomed(detente.ZOOM_KEYS[press.key]);
    }
  });

  callbacks.close = (clicks) => {
    if (clicks) detente.close();
  };
  callbacks.sources = (clicks) => {
    if (clicks) {
      cameFrom = $("sources-open");
      detente.set({ show: "sources", event: null });
    }
  };

  /* The grid: its focused row is the selected event. The row of an event that is open already says nothing new:
     it follows the address, and must not take away what the panel shows of that event. */
  callbacks.row = (rows) => {
    if (rows && rows.length && rows[0].id !== detente.selected()) detente.select(rows[0].id);
  };
  document.addEventListener(
    "keydown",
    (press) => {
      const step = press.key === "ArrowDown" || press.key === "ArrowUp";
      if (!step || !(press.target instanceof Element) || !press.target.closest("#table .ag-row")) return;
      window.setTimeout(() => {
        const row = document.activeElement.closest("#table .ag-row");
        const node = row && grid() && grid().getDisplayedRowAtIndex(Number(row.getAttribute("row-index")));
        if (!node || !node.data) return; // it is still under way
        node.setSelected(true, true);
        detente.select(node.data.id, { replace: true });
      });
    },
    true,
  );

  const grid = () => (window.dash_ag_grid && $("table") ? window.dash_ag_grid.getApi("table") : null);

  /* A selection made elsewhere is shown in the grid: a row that is not there yet is fetched by being scrolled to. */
  detente.showRow = function () {
    const api = grid();
    if (!api || !detente.selected()) return;
    const row = api.getRowNode(detente.selected());
    if (row) {
      if (!row.isSelected()) {
        row.setSelected(true, true);
        api.ensureNodeVisible(row);
      }
      return;
    }
    const at = order.findIndex((each) => each.id === detente.selected());
    const sorted = api.getColumnState().some((each) => each.sort);
    if (at >= 0 && !sorted && first + at < api.getDisplayedRowCount()) api.ensureIndexVisible(first + at);
  };

  /* Rows that arrive may hold the selected event; only the first of a table scroll to it. */
  const met = new WeakSet();
  const opened = new WeakSet();
  function arrived({ api }) {
    if (api.isDestroyed()) return; // what a grid tells may arrive after its tab was left
    if (api.getGridOption("datasource") !== source) {
      api.setGridOption("datasource", source); // the component brings its own whenever it is ready
      return;
    }
    const high = $("table").clientWidth < 600 ? 50 : 34; // two lines for a title that has no room on one
    if (api.getGridOption("rowHeight") !== high) {
      api.setGridOption("rowHeight", high);
      api.purgeInfiniteCache(); // rows that are there keep their places
      return;
    }
    if (!opened.has(api) && api.isLastRowIndexKnown()) {
      opened.add(api);
      detente.showRow();
    }
    const row = detente.selected() && api.getRowNode(detente.selected());
    if (row && !row.isSelected()) row.setSelected(true, true);
  }
  /* Beside an open panel the columns that matter least step back, rather than stand out of sight; a phone scrolls. */
  const STEP_BACK = ["sources", "review", "confidence", "place", "status", "type", "actors"];
  function fit({ api }) {
    const room = $("table") ? $("table").clientWidth : 0;
    if (!room || api.isDestroyed()) return;
    const title = room > 800 ? 280 : 220;
    const own = (column) => (column.getFlex() ? column.getMinWidth() : column.getActualWidth());
    const wide = (column) => (column.getColId() === "title" ? title : own(column));
    let taken = api.getColumns().reduce((sum, each) => sum + wide(each), 0);
    const focused = (api.getFocusedCell() || {}).column;
    const back = new Set();
    for (const name of window.innerWidth < 768 ? [] : STEP_BACK) {
      const column = api.getColumn(name);
      if (taken <= room || !column) break;
      if (column.getSort() || focused === column) continue; // the arrow keys go on from there
      back.add(name);
      taken -= wide(column);
    }
    for (const shown of [true, false]) {
      const turned = STEP_BACK.filter((name) => back.has(name) !== shown && api.getColumn(name).isVisible() !== shown);
      if (turned.length) api.setColumnsVisible(turned, shown);
    }
  }

  /* The grid's rows, asked for by ourselves: dash-ag-grid may lose an answer when two requests cross. */
  let shown = null;
  const source = {
    async getRows(asked) {
      const query = new URLSearchParams({ search: shown.search, language: detente.language(), first: asked.startRow, last: asked.endRow });
      for (const { colId, sort } of asked.sortModel) query.append("sort", `${colId}:${sort}`);
      try {
        const answer = await fetch(`${document.body.dataset.rows}?${query}`, { cache: "no-store" });
        if (!answer.ok) throw new Error(answer.statusText);
        const { rowData, rowCount } = await answer.json();
        asked.successCallback(rowData, rowCount);
      } catch {
        rowsOf = ""; // asked for again with the next drawing
        asked.failCallback();
        detente.gone();
      }
    },
  };
  let rowsOf = "";
  function ofRows(drawn) {
    shown = drawn;
    const now = JSON.stringify([contents(drawn.search), drawn.revision]);
    const changed = now !== rowsOf;
    rowsOf = now;
    if (document.body.dataset.tab !== "table" || !drawn.events.length) return; // there is no grid
    window.dash_ag_grid.getApiAsync("table").then((api) => {
      if (api.isDestroyed()) return;
      if (!met.has(api)) {
        met.add(api);
        api.addEventListener("modelUpdated", arrived);
        api.addEventListener("gridSizeChanged", fit);
        fit({ api });
        arrived({ api });
      } else if (changed) {
        if (api.getDisplayedRowCount()) api.ensureIndexVisible(0, "top");
        api.purgeInfiniteCache();
      }
    });
  }

  /* What of an address decides which rows there are. */
  function contents(search) {
    const params = new URLSearchParams(search);
    for (const key of ["event", "show", "seed", "theme"]) params.delete(key);
    return params.toString();
  }
})();
