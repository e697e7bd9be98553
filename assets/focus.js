/* The focus is never lost: where what had it is drawn anew or taken away, it goes to the same control, to the heading
   of the panel, or back to where the reader came from. Without this a reader by keyboard begins at the top of the
   page after every save. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const $ = (id) => document.getElementById(id);
  let last = null;
  let place = ""; // where it stood: nothing can be asked of it once it is gone
  let waiting = false;

  document.addEventListener("focusin", (focus) => {
    last = focus.target;
    place = last.closest("#evidence") ? "panel" : last.closest("[role=dialog]") ? "dialog" : "";
  });
  /* Who points somewhere else means to leave it. */
  document.addEventListener("pointerdown", (press) => {
    if (last && !last.contains(press.target) && !press.target.closest("button, a, input, textarea")) last = null;
  });

  const held = (element) => element.isConnected && !element.disabled && element.getClientRects().length;
  const lost = () => last && (document.activeElement === document.body || !document.activeElement) && !held(last);

  /* A button without a name of its own is the one that looks and reads the same. */
  const twin = (gone) =>
    gone.localName === "button" &&
    [...document.querySelectorAll("button")].find((each) => each.className === gone.className && each.textContent === gone.textContent && held(each));

  function restore() {
    waiting = false;
    if (!lost() || detente.dialogOpen()) return;
    const same = last.id ? $(last.id) : place ? null : twin(last);
    const heading = document.body.dataset.panel === "open" && $("evidence-heading");
    const from = place;
    last = null;
    if (same && held(same)) same.focus();
    else if (from && heading) heading.focus({ preventScroll: true });
    else if (from) detente.comeBack();
  }

  /* A panel that was asked for by keyboard is read from its heading. */
  let asked = null;
  document.addEventListener(
    "click",
    (click) => {
      const way = click.detail === 0 && click.target instanceof Element && click.target.closest("[data-go], #sources-open");
      asked = way ? { way, heading: $("evidence-heading") } : null;
    },
    true,
  );
  function arrived() {
    const heading = asked && document.body.dataset.panel === "open" && $("evidence-heading");
    if (!heading || heading === asked.heading) return;
    const stayed = document.activeElement === asked.way || document.activeElement === document.body;
    asked = null;
    if (stayed) heading.focus({ preventScroll: true });
  }

  new MutationObserver(() => {
    arrived();
    if (waiting || !lost()) return;
    waiting = true;
    window.setTimeout(restore, 80); // whoever has a better place for it comes first
  }).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["disabled", "hidden"] });
})();
