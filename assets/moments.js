/* Moments are said in the reader's own zone, which is named; without this script they stand in UTC. */
(function () {
  "use strict";
  const TIME = { timeStyle: "short", numberingSystem: "latn" }; // digits as everywhere on the page
  const SHOWN = { ...TIME, dateStyle: "long" };

  const DAY_FIRST = { en: "en-GB" }; // as the page writes its dates

  function say(moment) {
    const at = new Date(moment.dateTime);
    if (Number.isNaN(at.getTime())) return;
    const language = document.documentElement.lang || "en";
    const locale = DAY_FIRST[language] || language;
    const zone = new Intl.DateTimeFormat(locale, { hour: "numeric", timeZoneName: "short" })
      .formatToParts(at)
      .find((each) => each.type === "timeZoneName");
    const said = new Intl.DateTimeFormat(locale, moment.dataset.shown === "time" ? TIME : SHOWN).format(at) + (zone ? " " + zone.value : "");
    if (moment.textContent !== said) moment.textContent = said;
    moment.title = Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches("time.moment")) say(node);
        node.querySelectorAll("time.moment").forEach(say);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
