/* What somebody is at stays when the room around it is drawn anew: words that are typed and not sent yet, the caret
   among them, what was unfolded, and the place to which a list or a text was read. */
(function () {
  "use strict";
  const ROOMS = "#evidence-content, #people-rows";
  const FIELDS = "input[id]:not([type=hidden], [type=checkbox], [type=radio]), textarea[id]";
  const SAVED_ON_LEAVING = "[id*=story-caption], #who-name";
  const began = new WeakMap(); // by field: what stood in it as it was drawn
  const sent = new WeakSet(); // fields whose words are on their way to the server
  const unfolded = new WeakSet(); // what somebody opened or closed by hand
  const places = new WeakMap(); // by what scrolls: how far
  let at = null; // the field in which somebody is

  const field = (target) => (target instanceof Element && target.matches(FIELDS) && target.closest(ROOMS) ? target : null);
  const begin = (target) => field(target) && !began.has(target) && began.set(target, target.value);

  document.addEventListener("beforeinput", ({ target }) => begin(target), true);
  document.addEventListener("focusin", ({ target }) => {
    begin(target);
    at = field(target);
  });
  document.addEventListener("input", ({ target }) => sent.delete(target), true);
  /* A field that is taken away is left, too: only one that is still there was left by somebody. */
  document.addEventListener("focusout", ({ target }) => {
    window.queueMicrotask(() => {
      if (!target.isConnected || document.activeElement === target) return;
      if (at === target) at = null;
      if (target.matches(SAVED_ON_LEAVING)) sent.add(target);
    });
  });
  const send = (from) => from && from.querySelectorAll(FIELDS).forEach((each) => sent.add(each));
  document.addEventListener("keydown", ({ key, target }) => key === "Enter" && field(target) && send(target.closest(".setter, .described")), true);
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest("button")) send(target.closest(".setter, .described"));
    const head = target.closest("summary");
    if (head && head.closest(ROOMS)) unfolded.add(head.parentElement);
  }, true);
  document.addEventListener("scroll", ({ target }) => target instanceof Element && target.closest(ROOMS) && places.set(target, target.scrollTop), true);

  const all = (nodes, what) => nodes.flatMap((each) => [...(each.matches(what) ? [each] : []), ...each.querySelectorAll(what)]);
  const called = (each) => each.getAttribute("aria-label") || "";

  /* The field of the new ones that an old one was: rows that have moved are told by what they are called. */
  const heir = (old, fresh) =>
    fresh.find((each) => each.id === old.id && called(each) === called(old)) || (called(old) && fresh.find((each) => called(each) === called(old)));

  function type(into, words) {
    begin(into);
    const kind = into instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(into, words);
    into.dispatchEvent(new Event("input", { bubbles: true })); // the component hears of it by nothing else
  }

  function keepFields(gone, fresh) {
    for (const old of gone) {
      const now = began.has(old) && heir(old, fresh);
      if (!now) continue;
      const untouched = now.value === began.get(old) && now.placeholder === old.placeholder;
      const typed = old.value !== began.get(old) && old.value !== now.value && (untouched || !sent.has(old));
      if (typed) type(now, old.value);
      if (typed && sent.has(old)) sent.add(now);
      if (at !== old) continue;
      now.focus({ preventScroll: true });
      if (old.selectionStart !== null) now.setSelectionRange(old.selectionStart, old.selectionEnd, old.selectionDirection);
    }
  }

  /* Told by what it says and by the first thing in it that has a name. */
  const named = (details) => {
    const inside = details.querySelector("[id], [data-article]");
    return [details.querySelector("summary").textContent, inside ? inside.id || inside.dataset.article : ""].join();
  };
  function keepFolds(gone, fresh) {
    for (const old of gone.filter((each) => unfolded.has(each))) {
      const now = fresh.find((each) => named(each) === named(old));
      if (!now) continue;
      now.open = old.open;
      unfolded.add(now);
    }
  }
  function keepPlaces(gone, fresh) {
    for (const old of gone) {
      const now = places.get(old) && fresh.find((each) => each.className === old.className);
      if (now) now.scrollTop = places.get(old);
    }
  }

  /* Of a panel about something else nothing is kept. */
  const subject = (nodes) => all(nodes, "[data-subject]").map((each) => each.dataset.subject)[0];
  const elements = (changes, kind, there) =>
    changes.flatMap((each) => [...each[kind]]).filter((each) => each instanceof Element && each.isConnected === there);
  new MutationObserver((changes) => {
    const inside = changes.filter(({ target }) => target instanceof Element && target.closest(ROOMS));
    const gone = elements(inside, "removedNodes", false);
    const fresh = elements(inside, "addedNodes", true);
    if (!gone.length || !fresh.length || subject(gone) !== subject(fresh)) return;
    keepFields(all(gone, FIELDS), all(fresh, FIELDS));
    keepFolds(all(gone, "details"), all(fresh, "details"));
    keepPlaces(all(gone, ".scroller"), all(fresh, ".scroller"));
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
