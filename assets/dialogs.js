/* The page's dialogs: whether one is open. Mantine heads them with <header>, which would be heard as a second
   banner of the page. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  detente.dialogOpen = () => [...document.querySelectorAll("[role=dialog][aria-modal=true]")].some((each) => each.getClientRects().length);

  const HEADS = "header.mantine-Modal-header, header.mantine-Drawer-header";
  const quieten = (root) => root.querySelectorAll(HEADS).forEach((head) => head.setAttribute("role", "presentation"));
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) if (node instanceof Element) quieten(node);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
