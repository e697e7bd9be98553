/* Help: the dialog behind "?", the keys that lead to places of the page, and the tour. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.detente = clientside.detente || {});
  const SEEN = "detente-tour";
  const $ = (id) => document.getElementById(id);
  let step = -1;
  let cameFrom = null;

  const open = async () => {
    if (await detente.part("help")) clientside.set_props("help", { opened: true });
  };
  callbacks.help = (clicks) => {
    if (clicks) open();
  };

  const typing = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  const KEYS = {
    "?": open,
    "/": () => $("search") && $("search").focus(),
    s: () => $("story-open") && $("story-open").click(),
    p: () => $("publish") && $("publish").click(),
    f: () => $("rail-toggle") && $("rail-toggle").click(),
  };
  document.addEventListener("keydown", (press) => {
    if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey || typing(press.target)) return;
    if ([...document.querySelectorAll("[role=dialog][aria-modal=true]")].some((each) => each.getClientRects().length)) return;
    const act = KEYS[press.key];
    if (!act) return;
    press.preventDefault();
    act();
  });

  function seen() {
    try {
      return window.localStorage.getItem(SEEN);
    } catch (fault) {
      return "yes"; // where nothing may be kept, nothing is offered
    }
  }
  function remember() {
    try {
      window.localStorage.setItem(SEEN, "yes");
    } catch (fault) {
      return;
    }
  }

  detente.offerTour = async function () {
    if (seen() || !(await detente.part("tour"))) return;
    if ($("tour-invitation")) $("tour-invitation").hidden = false;
  };
  function dismiss() {
    remember();
    if ($("tour-invitation")) $("tour-invitation").hidden = true;
  }
  callbacks.tourLater = (clicks) => {
    if (clicks) dismiss();
  };
  callbacks.tour = async (clicks) => {
    if (!clicks || !(await detente.part("tour"))) return;
    dismiss();
    cameFrom = $("help-open");
    if ($("tour-again")) clientside.set_props("help", { opened: false });
    window.requestAnimationFrame(() => show(0));
  };

  /* A menu behind a button closes when something else is clicked, or by Escape. */
  document.addEventListener("click", (click) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(click.target)) menu.open = false;
    });
  });
  document.addEventListener("keydown", (press) => {
    const menu = press.key === "Escape" && document.querySelector("details.menu[open]");
    if (!menu) return;
    press.stopImmediatePropagation();
    menu.open = false;
    menu.querySelector("summary").focus();
  }, true);

  const cards = () => [...document.querySelectorAll("#tour > .tour-card")];

  function show(next) {
    const all = cards();
    all.forEach((card) => (card.hidden = true));
    document.querySelectorAll(".tour-target").forEach((each) => each.classList.remove("tour-target"));
    step = next;
    if (next < 0 || next >= all.length) {
      step = -1;
      if (cameFrom) cameFrom.focus();
      return;
    }
    const card = all[next];
    const target = document.querySelector(card.dataset.target);
    card.hidden = false;
    if (target) target.classList.add("tour-target");
    place(card, target);
    card.querySelector("h2").focus({ preventScroll: true });
  }

  /* Under its target, or over it where there is no room; always inside the window. */
  function place(card, target) {
    const box = target ? target.getBoundingClientRect() : { left: 0, bottom: 0, top: 0, width: 0 };
    const gap = 12;
    const wide = document.documentElement.clientWidth;
    const high = window.innerHeight;
    const left = Math.min(Math.max(gap, box.left + box.width / 2 - card.offsetWidth / 2), wide - card.offsetWidth - gap);
    const below = box.bottom + gap;
    const top = below + card.offsetHeight < high ? below : Math.max(gap, Math.min(box.top, high) + gap);
    card.style.left = left + "px";
    card.style.top = Math.min(top, high - card.offsetHeight - gap) + "px";
  }

  document.addEventListener("click", (click) => {
    const button = click.target instanceof Element && click.target.closest("[data-step]");
    if (!button || step < 0) return;
    show({ next: step + 1, back: step - 1, end: -1 }[button.dataset.step]);
  });
  document.addEventListener(
    "keydown",
    (press) => {
      if (step < 0 || press.key !== "Escape") return;
      press.preventDefault();
      press.stopPropagation();
      show(-1);
    },
    true,
  );
  window.addEventListener("resize", () => {
    const card = step >= 0 && cards()[step];
    if (card) place(card, document.querySelector(card.dataset.target));
  });
})();
