/* The rail as a drawer, the evidence as a panel: open, close, scroll the marked words into view. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const callbacks = window.dash_clientside.detente;
  const $ = (id) => document.getElementById(id);
  const narrow = window.matchMedia("(max-width: 999px)");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

  /* On a wide screen the rail folds away; on a narrow one it is a drawer over the page. */
  detente.rail = function (open) {
    document.body.dataset.rail = open ? "open" : "closed";
    dressRail();
    if (!narrow.matches) return;
    if (open) {
      const first = $("rail").querySelector("button, input");
      if (first) first.focus();
    } else if ($("rail-toggle")) $("rail-toggle").focus();
  };

  detente.drawerOpen = () => narrow.matches && document.body.dataset.rail === "open";

  function dressRail() {
    const open = document.body.dataset.rail === "open" || (!narrow.matches && document.body.dataset.rail !== "closed");
    const toggle = $("rail-toggle");
    if (toggle) toggle.setAttribute("aria-expanded", String(open));
  }

  /* A title that is too long for its room can be read in full. */
  document.addEventListener("pointerover", (over) => {
    if (over.target.id === "title") over.target.title = over.target.value;
  });

  /* While the drawer is open, Tab stays inside it, and a click outside closes it. */
  document.addEventListener("keydown", (press) => {
    if (press.key !== "Tab" || !detente.drawerOpen()) return;
    const all = [...$("rail").querySelectorAll("button, input, summary")].filter((each) => !each.disabled && each.offsetParent);
    const ends = press.shiftKey ? [all[0], all[all.length - 1]] : [all[all.length - 1], all[0]];
    if (document.activeElement === ends[0] || !$("rail").contains(document.activeElement)) {
      press.preventDefault();
      ends[1].focus();
    }
  });
  document.addEventListener("click", (click) => {
    if (detente.drawerOpen() && click.target === document.body) detente.rail(false);
  });

  narrow.addEventListener("change", () => {
    document.body.dataset.rail = narrow.matches ? "closed" : "open";
    dressRail();
  });

  callbacks.rail = (clicks) => {
    if (clicks) detente.rail($("rail-toggle").getAttribute("aria-expanded") !== "true");
  };
  callbacks.railClose = (clicks) => {
    if (clicks) detente.rail(false);
  };

  function scrollTo(mark) {
    const box = mark && mark.closest(".scroller");
    if (!box) return;
    const at = mark.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({ top: Math.max(0, at - box.clientHeight / 3), behavior: calm.matches ? "auto" : "smooth" });
  }

  /* A panel about something else is read from its beginning; one that was only drawn anew stays where it was. */
  let read = "";
  callbacks.evidence = function (redrawn) {
    if (!redrawn) read = ""; // the whole page is new
    window.requestAnimationFrame(() => {
      const panel = document.querySelector("#evidence [data-subject]");
      const about = panel ? panel.dataset.subject : "";
      if (about === read) return;
      read = about;
      const top = $("evidence-body");
      if (top) top.scrollTop = 0;
      const mark = document.querySelector("#evidence .article-scroll mark:not(.found)");
      if (mark) scrollTo(mark);
    });
  };

  /* A quote leads to its words in the article under it. */
  document.addEventListener("click", (click) => {
    const quote = click.target.closest("[data-mark]");
    if (!quote) return;
    const mark = document.getElementById(quote.dataset.mark);
    if (!mark) return;
    const details = mark.closest("details");
    if (details) details.open = true;
    scrollTo(mark);
    mark.focus({ preventScroll: true });
  });

  detente.prepare = function () {
    document.body.dataset.rail = document.body.dataset.rail || (narrow.matches ? "closed" : "open");
    dressRail();
  };
})();
