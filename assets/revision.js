/* The project's revision: ask for it while the page is seen, redraw when somebody changed something. */
(function () {
  "use strict";
  const detente = window.detente;
  const clientside = window.dash_clientside;
  const EVERY = 3000; // milliseconds
  let newest = 0; // the revision that was last heard of
  let timer = 0;

  detente.revision = 0; // the revision that the page shows

  /* What the server has just drawn. */
  detente.revisionDrawn = function (revision) {
    detente.revision = revision;
    newest = Math.max(newest, revision);
  };

  async function ask() {
    window.clearTimeout(timer);
    if (document.hidden) return;
    try {
      const answer = await fetch(document.body.dataset.revision, { cache: "no-store" });
      const told = answer.ok ? Number(await answer.text()) : 0;
      if (answer.ok) detente.answers();
      if (told > newest) clientside.set_props("revision", { data: told });
    } catch {
      /* the page says by itself when its server is gone */
    }
    timer = window.setTimeout(ask, EVERY);
  }

  clientside.detente.revised = function (revision) {
    if (!Number.isInteger(revision) || revision <= detente.revision) return;
    newest = Math.max(newest, revision);
    detente.redraw();
  };

  document.addEventListener("visibilitychange", ask);
  window.addEventListener("online", ask);
  window.addEventListener("load", () => (timer = window.setTimeout(ask, EVERY)));
})();
