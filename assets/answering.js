/* A server that does not answer is said on the page, not only in the console; when it answers again, the page says
   nothing more and asks anew for what it did not get. */
(function () {
  "use strict";
  const detente = window.detente;
  let silent = false;

  detente.fail = function (text) {
    const shown = document.getElementById("failure");
    if (!text && (!shown || shown.hidden)) return;
    window.dash_clientside.set_props("failure", { children: text, hidden: !text });
  };
  detente.gone = function () {
    silent = true;
    detente.fail(document.body.dataset.gone || "");
  };
  /* Called by whoever has had an answer. */
  detente.answers = function () {
    if (!silent) return;
    silent = false;
    detente.fail("");
    detente.again();
  };

  const plainFetch = window.fetch.bind(window);
  window.fetch = async function (...sent) {
    const ours = String(sent[0]).includes("_dash-update-component");
    try {
      const answer = await plainFetch(...sent);
      if (ours && !silent) detente.fail("");
      return answer;
    } catch (fault) {
      if (ours) detente.gone();
      throw fault;
    }
  };
})();
