/* What was typed or picked reaches the page's store a moment after the key, later on a slow machine: a button that
   is pressed meanwhile waits for it, so that nobody saves what stood there before. */
(function () {
  "use strict";
  const PATIENCE = 50; // looks, some 30 ms apart, after which the store is told what the field shows
  let last = null; // the field that was touched last

  const labels = (data) => (data || []).flatMap((each) => each.items || [each]);

  const idOf = (field) => (field.id.startsWith("{") ? JSON.parse(field.id) : field.id);

  /* What the store knows of a field; undefined for one that is no component of the page's. */
  function propsOf(field) {
    try {
      return window.dash_component_api.getLayout(idOf(field)).props;
    } catch {
      return undefined;
    }
  }

  /* Whether the store still holds another value than the field shows. */
  function underWay() {
    if (!last || !last.isConnected || !last.id) return false;
    const props = propsOf(last);
    if (!props || !("value" in props)) return false;
    if (!("data" in props)) return String(props.value ?? "") !== last.value;
    const chosen = labels(props.data).find((each) => (each.value ?? each) === props.value);
    if (chosen === undefined) return !props.value && last.value !== ""; // picked, and not told yet
    return (chosen.label ?? chosen) !== last.value;
  }

  document.addEventListener(
    "input",
    ({ target }) => {
      const field = ["text", "search", "textarea"].includes(target.type);
      // what is typed into a list only searches it, until something is picked
      last = field && target.getAttribute("aria-haspopup") !== "listbox" ? target : null;
    },
    true,
  );

  /* A panel that was drawn anew meanwhile forgets what its fields show. */
  function tell(field) {
    if (!("data" in propsOf(field))) window.dash_clientside.set_props(idOf(field), { value: field.value });
  }

  /* Words that were taken in leave their fields; what was typed after them stays. */
  window.dash_clientside.detente.emptied = (sent) => {
    for (const [id, words] of Object.entries(sent || {})) {
      const field = document.getElementById(id);
      if (field && field.value === (words || "")) window.dash_clientside.set_props(id, { value: "" });
    }
  };

  let going = false;
  function press(button, looks) {
    if (looks > 0 && underWay()) {
      window.setTimeout(() => press(button, looks - 1), 30);
      return;
    }
    if (underWay()) tell(last);
    last = null;
    going = true;
    // a panel that was drawn anew meanwhile has the same button again
    (button.isConnected ? button : document.getElementById(button.id) || button).click();
    going = false;
  }
  document.addEventListener(
    "click",
    (click) => {
      const target = click.target instanceof Element ? click.target : null;
      if (going || !target) return;
      if (target.closest("[role=option]")) {
        const list = document.activeElement;
        last = list && list.getAttribute("aria-haspopup") === "listbox" ? list : null;
        return;
      }
      const button = target.closest("button");
      if (!button || !underWay()) return;
      click.preventDefault();
      click.stopImmediatePropagation();
      press(button, PATIENCE);
    },
    true,
  );
})();
