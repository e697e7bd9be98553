/* Selected words of an article, and empty places in the chart: from both a new event can be made. */
(function () {
  "use strict";
  const detente = window.detente;
  const $ = (id) => document.getElementById(id);
  const coarse = window.matchMedia("(pointer: coarse)"); // a finger's handles hang under the words
  let offered = null; // what the button would begin with

  const letters = (text) => [...text].length; // the server counts characters, not halves of them

  /* The offset in the article's text of a place in the page; null outside every article. */
  function offset(node, at) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const block = element && element.closest("[data-at]");
    if (!block) return null;
    const before = document.createRange();
    before.selectNodeContents(block);
    before.setEnd(node, at);
    return { article: block.dataset.article, at: Number(block.dataset.at) + letters(before.toString()) };
  }

  function chosen() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!range.toString().trim()) return null;
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    if (!start || !end || start.article !== end.article || end.at <= start.at) return null;
    return { seed: start.article + ":" + start.at + "-" + end.at, box: range.getBoundingClientRect() };
  }

  function offer(go, said, left, top) {
    const button = $("make-event");
    if (!button) return;
    offered = go;
    button.textContent = said;
    button.hidden = false;
    const width = button.offsetWidth;
    button.style.left = Math.max(8, Math.min(left, window.innerWidth - width - 8)) + "px";
    button.style.top = Math.max(8, Math.min(top, window.innerHeight - 48)) + "px";
  }
  function withdraw() {
    const button = $("make-event");
    if (button && !button.hidden && document.activeElement !== button) {
      button.hidden = true;
      offered = null;
    }
  }

  let settling = 0;
  document.addEventListener("selectionchange", () => {
    window.clearTimeout(settling);
    settling = window.setTimeout(() => {
      const words = chosen();
      if (words && $("make-event")) {
        offer({ show: "new", event: null, seed: words.seed }, $("make-event").dataset.words, words.box.left, words.box.bottom + (coarse.matches ? 34 : 6));
      } else if (offered && !offered.place) withdraw();
    }, 150);
  });

  document.addEventListener("click", (click) => {
    if (!click.target.closest("#make-event") || !offered) return;
    const go = offered;
    $("make-event").hidden = true;
    offered = null;
    document.getSelection().removeAllRanges();
    detente.set({ show: go.show, event: go.event, seed: go.seed });
  });

  /* By keyboard: a caret comes into the article; arrows move it, Shift and arrows select, Enter offers. */
  function caret(scroller) {
    const block = [...scroller.querySelectorAll("[data-at]")].find((each) => each.getBoundingClientRect().bottom > scroller.getBoundingClientRect().top + 8);
    if (!block) return;
    const selection = document.getSelection();
    selection.selectAllChildren(block);
    selection.collapseToStart();
    selection.modify("extend", "forward", "word");
  }
  document.addEventListener(
    "keydown",
    (press) => {
      const scroller = press.target instanceof Element && press.target.matches(".article-scroll, .scroller.alone") ? press.target : null;
      if (!scroller || press.altKey) return;
      const selection = document.getSelection();
      if (press.key === "w" && !press.ctrlKey && !press.metaKey) {
        press.preventDefault();
        caret(scroller);
      } else if (chosen() && press.key === "Enter") {
        press.preventDefault();
        $("make-event").focus();
      } else if (chosen() && (press.key === "ArrowRight" || press.key === "ArrowLeft")) {
        press.preventDefault();
        const way = press.key === "ArrowRight" ? "forward" : "backward";
        if (press.shiftKey) selection.modify("extend", way, "word");
        else {
          selection[way === "forward" ? "collapseToEnd" : "collapseToStart"]();
          selection.modify("move", way, "word");
          selection.modify("extend", way, "word");
        }
      } else if (chosen() && press.shiftKey && (press.key === "ArrowDown" || press.key === "ArrowUp")) {
        press.preventDefault();
        selection.modify("extend", press.key === "ArrowDown" ? "forward" : "backward", "sentence");
      }
    },
    true,
  );

  /* The day at an x, as fine as the pointer can mean it: a day, a month or a year. */
  function dayAt(x, axis) {
    const piece = axis.find(([, , left, right]) => x >= left && x <= right);
    if (!piece) return "";
    const [start, end, left, right] = piece;
    const scale = (right - left) / (end - start);
    const ordinal = start + (x - left) / scale;
    return detente.dayOf(Math.floor(ordinal)).slice(0, scale >= 6 ? 10 : scale * 30 >= 6 ? 7 : 4);
  }

  /* A name that was escaped for the drawing, as it is. */
  const plain = (said) => new DOMParser().parseFromString(said, "text/html").documentElement.textContent;

  /* A click where nothing is drawn in a lane offers an event there; one on a mark is never taken for it, whether it
     is told of before this click or after, and whether or not a pointer hovered over it first. */
  document.addEventListener("pointerdown", () => (detente.struck = false), true);
  document.addEventListener("click", (click) => {
    const graph = click.target.closest("#chart .js-plotly-plot");
    if (!graph || click.target.closest(".annotation-text-g, .modebar")) {
      if (offered && offered.place && !click.target.closest("#make-event")) withdraw();
      return;
    }
    const meta = graph.layout && graph.layout.meta;
    if (!meta || !meta.axis || graph.querySelector(".hoverlayer .hovertext")) return;
    if (detente.struck) {
      if (offered && offered.place) withdraw();
      return;
    }
    const box = graph.querySelector(".nsewdrag").getBoundingClientRect();
    const axes = graph._fullLayout;
    const x = axes.xaxis.p2d(((click.clientX - box.left) / box.width) * axes.xaxis._length);
    const y = axes.yaxis.p2d(((click.clientY - box.top) / box.height) * axes.yaxis._length);
    const lane = meta.lanes.find(([top, bottom]) => y >= top && y <= bottom);
    const day = lane ? dayAt(x, meta.axis) : "";
    if (!day) {
      if (offered && offered.place) withdraw();
      return;
    }
    const said = $("make-event").dataset.place.replace("{day}", day).replace("{lane}", plain(lane[3]));
    window.setTimeout(() => {
      if (detente.struck) return; // the click chose an event
      offer({ show: "new", event: null, seed: day + "@" + lane[2], place: true }, said, click.clientX + 8, click.clientY + 8);
    }, 60);
  });
  document.addEventListener("keydown", (press) => {
    if (press.key === "Escape" && offered) {
      const button = $("make-event");
      if (document.activeElement === button) button.blur();
      withdraw();
    }
  });
})();
