/* Words that stand typed in a box with a list, without a choice: Enter takes what the list offers first, leaving the
   box takes what they mean, and what is still on its way goes along with Save. Nothing typed is dropped unseen. */
(function () {
  "use strict";
  const detente = window.detente;
  const clientside = window.dash_clientside;
  const callbacks = clientside.detente;
  const $ = (id) => document.getElementById(id);
  const ADD = "people-add";
  let standing = new Map(); // by box: what was typed, and as which question it was sent
  let picks = []; // actors that were asked for, until they are in the form
  let left = []; // boxes that were left while a pointer was down
  let saved = []; // boxes that were left by a press of Save
  let count = 0;
  let form = null;
  let down = false;

  const boxId = (box) => (box.id.startsWith("{") ? JSON.parse(box.id) : box.id);
  const isBox = (target) =>
    target instanceof Element && target.matches("#edit-form input[aria-haspopup=listbox]") && !target.readOnly;
  const listOf = (box) => $(box.getAttribute("aria-controls"));
  /* The last question that the server has answered: those before it went with it. */
  function answered(store) {
    try {
      return window.dash_component_api.getLayout(store).props.data || 0;
    } catch {
      return 0;
    }
  }
  const open = (store) => (each) => each.at > answered(store);

  function pick(wanted) {
    count += 1;
    picks = [...picks.filter(open("people-answered")), { ...wanted, at: count }];
    clientside.set_props("people-picked", { data: { picks, at: count } });
  }
  /* Somebody was chosen from the list, and the field is empty for the next. */
  callbacks.picked = function (key) {
    if (!key) return;
    pick({ key });
    clientside.set_props(ADD, { value: null });
  };

  function empty(box) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(box, "");
    box.dispatchEvent(new Event("input", { bubbles: true })); // the component hears of it by nothing else
  }

  /* What stands in boxes that were sent or not; without those that have been answered. */
  const others = () =>
    [...standing]
      .filter(([box, typed]) => box.isConnected && (!typed.at || open("form-answered")(typed)))
      .map(([box, typed]) => ({ box: boxId(box), ...typed }));

  function take(box, first) {
    const { text } = standing.get(box);
    if (box.id === ADD) {
      standing.delete(box);
      if (first) empty(box);
      pick({ text, first });
      return;
    }
    count += 1;
    standing.set(box, { text, first, at: count });
    clientside.set_props("form-entered", { data: { boxes: others().filter((each) => each.at), at: count } });
  }
  function leave() {
    const boxes = left;
    left = [];
    for (const box of boxes) {
      const typed = box.isConnected && box !== document.activeElement && standing.get(box);
      if (typed && !typed.at) take(box, false);
    }
  }

  document.addEventListener(
    "input",
    ({ target }) => {
      if (!isBox(target)) return;
      if (target.value.trim()) standing.set(target, { text: target.value });
      else standing.delete(target);
    },
    true,
  );
  document.addEventListener(
    "keydown",
    (press) => {
      const { target, key } = press;
      if (key !== "Enter" || press.ctrlKey || press.metaKey || press.isComposing || !isBox(target)) return;
      const list = listOf(target);
      const typed = standing.get(target);
      if (!typed || typed.at || (list && list.querySelector("[data-combobox-selected]"))) return;
      press.preventDefault();
      press.stopPropagation();
      take(target, true);
    },
    true,
  );
  document.addEventListener(
    "focusout",
    ({ target }) => {
      if (!isBox(target) || !standing.has(target)) return;
      left.push(target);
      if (!down) window.setTimeout(leave);
    },
    true,
  );
  /* Nothing moves under a pointer that is down. */
  document.addEventListener("pointerdown", () => (down = true), true);
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => {
      down = false;
      window.setTimeout(leave);
    }, true);
  }

  document.addEventListener(
    "click",
    ({ target }) => {
      if (!(target instanceof Element)) return;
      if (target.closest("#form-save")) {
        picks = picks.filter(open("people-answered"));
        clientside.set_props("form-standing", { data: [...picks.map((each) => ({ box: ADD, ...each })), ...others()] });
        saved = left;
        left = [];
        return;
      }
      const wrapper = target.closest("#edit-form .mantine-Input-wrapper button") && target.closest(".mantine-Input-wrapper");
      const here = isBox(document.activeElement) ? document.activeElement : left[left.length - 1]; // a finger may take the focus away
      const box = target.closest("[role=option]") ? here : wrapper && wrapper.querySelector("input");
      standing.delete(box); // chosen, or cleared
    },
    true,
  );

  new MutationObserver(() => {
    if (saved.length && $("form-fault") && $("form-fault").textContent) { // the form stays: its boxes show what was taken
      left = saved;
      saved = [];
      leave();
    }
    if ($("edit-form") === form) return;
    form = $("edit-form");
    standing = new Map();
    picks = [];
    left = saved = [];
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
