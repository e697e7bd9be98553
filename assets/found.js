/* The words of the search, marked in the table's cells: over the letters, so that the grid's own cells stay as they are. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  if (!window.CSS || !CSS.highlights || !window.Highlight) return;
  const LETTERS = { œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ı: "i", "’": "'", "‑": "-", "–": "-" };
  const CELLS = ["title", "actors", "place", "type"].map((each) => '#table .ag-cell[col-id="' + each + '"]').join();
  let seen = null;
  let waiting = 0;

  /* A letter without case, accent or ligature, as the server compares. */
  const plain = (letter) => {
    const low = letter.toLowerCase();
    return (LETTERS[low] || low).normalize("NFKD").replace(/\p{M}/gu, "");
  };

  function folded(text) {
    const origin = [];
    let said = "";
    [...text].reduce((at, letter) => {
      const one = plain(letter);
      said += one;
      for (let each = 0; each < one.length; each += 1) origin.push([at, at + letter.length]);
      return at + letter.length;
    }, 0);
    return { said, origin };
  }

  function ranges(node, words) {
    const { said, origin } = folded(node.data);
    const found = [];
    for (const word of words) {
      for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, origin[at][0]);
        range.setEnd(node, origin[at + word.length - 1][1]);
        found.push(range);
      }
    }
    return found;
  }

  function light() {
    waiting = 0;
    const words = folded(detente.params().get("q") || "").said.split(/\s+/).filter((each) => each.length > 1);
    const found = [];
    for (const cell of words.length ? document.querySelectorAll(CELLS) : []) {
      const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) found.push(...ranges(walk.currentNode, words));
    }
    if (found.length) CSS.highlights.set("found", new Highlight(...found));
    else CSS.highlights.delete("found");
    const room = document.getElementById("table-room");
    if (room) room.dataset.found = String(found.length);
  }

  /* Other words may leave the same rows. */
  const { drawn } = detente;
  detente.drawn = (...all) => {
    drawn(...all);
    light();
  };

  /* The grid makes and reuses cells as it scrolls. */
  detente.watchFound = function () {
    const room = document.getElementById("table-room");
    if (!room) return;
    if (seen) seen.disconnect();
    seen = new MutationObserver(() => (waiting = waiting || window.requestAnimationFrame(light)));
    seen.observe(room, { childList: true, subtree: true, characterData: true });
    light();
  };
})();
