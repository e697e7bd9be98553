/* Curating: ways between panels, the form that is not lost, keys, and what was done with the offer to undo it. */
(function () {
  "use strict";
  const detente = window.detente;
  const clientside = window.dash_clientside;
  const callbacks = clientside.detente;
  const $ = (id) => document.getElementById(id);
  const NOBODY = "reader"; // under which steps are kept until somebody gives a name
  const STAYS = detente.newsStays || 12000; // milliseconds that news of a step stays, unless somebody is at it

  /* The server has found what fits, by any name: the list shows all of it. */
  (window.dashMantineFunctions = window.dashMantineFunctions || {}).unfiltered = ({ options }) => options;

  /* What stands in the form, so that a change can be told from none. */
  function written() {
    const form = $("edit-form");
    if (!form) return "";
    const fields = [...form.querySelectorAll("input:not([type=hidden]), textarea")].map((each) => each.value);
    return JSON.stringify([fields, [...form.querySelectorAll(".person-name")].map((each) => each.textContent)]);
  }
  let begun = null;
  let form = null;
  detente.unsaved = () => form !== null && form === $("edit-form") && begun !== null && written() !== begun;

  /* A new form begins in its first field; what stands in it is remembered before the first touch. */
  new MutationObserver(() => {
    showName();
    const now = $("edit-form");
    if (now === form) return;
    form = now;
    begun = null;
    if (!now) return;
    const first = now.querySelector("input");
    if (first) window.requestAnimationFrame(() => first.focus());
    const remember = () => (begun = begun === null ? written() : begun);
    for (const touch of ["pointerdown", "keydown", "beforeinput"]) now.addEventListener(touch, remember, true);
  }).observe(document.documentElement, { childList: true, subtree: true });

  /* Leaving a form in which something was written: ask first. */
  let asked = null;
  let here = window.location.href;
  function ask(goOn) {
    asked = goOn;
    clientside.set_props("unsaved", { opened: true });
  }
  const plainSet = detente.set;
  detente.set = function (changes, options) {
    if (detente.unsaved() && ("event" in changes || "show" in changes || "lang" in changes)) {
      ask(() => detente.set(changes, options));
      return;
    }
    plainSet(changes, options);
    here = window.location.href;
  };
  callbacks.leave = function (leave, stay) {
    if (!leave && !stay) return;
    const goOn = asked;
    asked = null;
    clientside.set_props("unsaved", { opened: false });
    const left = clientside.callback_context.triggered_id === "unsaved-leave";
    if (left && goOn) {
      begun = null;
      goOn();
    } else if ($("edit-form")) {
      window.setTimeout(() => $("edit-form").querySelector("input").focus());
    }
  };
  callbacks.conflictBack = (clicks) => {
    if (clicks) clientside.set_props("conflict", { opened: false });
  };
  window.addEventListener("beforeunload", (leaving) => {
    if (detente.unsaved()) leaving.preventDefault();
  });
  detente.mayGoBack = function () {
    const there = window.location.href;
    if (!detente.unsaved()) {
      here = there;
      return true;
    }
    window.history.pushState(null, "", here);
    ask(() => {
      window.history.pushState(null, "", there);
      window.dispatchEvent(new PopStateEvent("popstate"));
    });
    return false;
  };

  /* After a step: the form is done with, and the reader goes on. */
  callbacks.goto = function (where) {
    if (!where) return;
    begun = null;
    detente.set(where);
  };

  let hiding = 0;
  function hide() {
    const bar = $("done-bar");
    const held = bar && (bar.matches(":hover") || bar.contains(document.activeElement) || detente.dialogOpen());
    if (held) hiding = window.setTimeout(hide, STAYS);
    else if (bar) bar.hidden = true;
  }
  callbacks.done = function (news) {
    if (!news) return;
    $("done-said").textContent = news.said;
    $("done-undo").textContent = news.undo;
    $("done-undo").hidden = !news.undo;
    $("done-close").setAttribute("aria-label", news.close);
    $("done-bar").hidden = false;
    window.clearTimeout(hiding);
    hiding = window.setTimeout(hide, STAYS);
  };

  document.addEventListener("click", (click) => {
    const way = click.target.closest("[data-go]");
    if (way) {
      detente.cameFrom(way);
      detente.set(JSON.parse(way.dataset.go));
    }
    if (click.target.closest("#done-close")) $("done-bar").hidden = true;
    if (click.target.closest("#done-undo")) {
      $("done-bar").hidden = true;
      $("undo").click();
    }
    document.querySelectorAll("details.more[open]").forEach((more) => {
      if (!more.contains(click.target) || click.target.closest(".popup .act")) more.open = false;
    });
  });

  /* The name under which this browser's steps are kept; the field in the history shows it. */
  callbacks.named = function (name) {
    if (typeof name === "string") clientside.set_props("who", { data: name.trim() || NOBODY });
  };
  let asking = null;
  function showName() {
    const field = $("who-name");
    if (field === asking) return;
    asking = field;
    const known = field && JSON.parse(localStorage.getItem("who") || '""');
    if (known && known !== NOBODY) clientside.set_props("who-name", { value: known });
  }

  /* Enter saves from a field of one line, as in any form; in a list it is a choice, and while a word is composed a letter. */
  const line = (press, target) => !press.isComposing && target.matches("input:not([aria-haspopup])") && target.type === "text";
  const saves = (press, target, control) => press.key === "Enter" && (control || line(press, target));
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

  /* Keys: save, cancel, undo and redo; in the review queue a letter for each decision. */
  document.addEventListener(
    "keydown",
    (press) => {
      const target = press.target instanceof Element ? press.target : document.body;
      const control = press.ctrlKey || press.metaKey;
      if (saves(press, target, control) && $("edit-form") && $("edit-form").contains(target)) {
        press.preventDefault();
        press.stopPropagation(); // an open list would take Enter for a choice
        $("form-save").click();
      } else if (control && press.key.toLowerCase() === "z" && !typing(target)) {
        const turn = $(press.shiftKey ? "redo" : "undo");
        press.preventDefault();
        if (turn && !turn.disabled) turn.click();
      } else if (!control && !press.altKey && $("review-bar") && !typing(target)) {
        const decision = $("review-bar").querySelector('[data-key="' + CSS.escape(press.key.toLowerCase()) + '"]');
        if (decision) {
          press.preventDefault();
          press.stopImmediatePropagation();
          decision.click();
        }
      } else if (press.key === "Escape" && $("edit-form") && !detente.dialogOpen()) {
        if (target.closest("[aria-expanded=true]")) return; // its list closes first
        press.preventDefault();
        press.stopImmediatePropagation();
        $("edit-form").querySelector("[data-cancel]").click();
      }
    },
    true,
  );
})();
