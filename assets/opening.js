/* The page as it opens, and again in another language: what the server made of it is shown, and heard of by all
   other scripts. Parts that most readers never open are made when they are opened for the first time. */
(function () {
  "use strict";
  const detente = window.detente;
  const clientside = window.dash_clientside;
  const callbacks = clientside.detente;
  let told = null; // of the page that is on its way to the screen
  let made = new Map(); // parts of the page on the screen

  /* What an answer says; where there is none, or a fault, the page says so. */
  async function heard(asking) {
    try {
      const answer = await asking;
      if (answer.ok) return await answer.json();
      detente.fail(await answer.text());
    } catch {
      detente.gone();
    }
    return null;
  }

  callbacks.open = async function (view) {
    const asking = detente.ahead || detente.askPage(view);
    detente.ahead = null;
    const table = detente.params().get("tab") === "table";
    const [answer, there] = await Promise.all([heard(asking), table ? detente.grid() : true]);
    if (!answer || !there) return;
    told = answer;
    made = new Map();
    clientside.set_props("tongue", { data: told.language });
    clientside.set_props("page", { children: told.page });
  };

  /* The page is in the document: nothing of it is asked for again, and no command of it was given yet. */
  callbacks.opened = function () {
    if (!told) return;
    const { title, facets, order } = told;
    told = null;
    detente.begin();
    callbacks.entitled(title);
    callbacks.facets(facets);
    callbacks.order(order);
    callbacks.evidence();
  };

  /* Resolves to whether the table's script is there; it comes when a table is opened, or is about to be. */
  let grid = null;
  detente.grid = function () {
    const there = (resolve) => {
      const script = document.createElement("script");
      script.src = document.body.dataset.grid;
      script.onload = () => resolve(true);
      script.onerror = () => {
        grid = null;
        detente.gone();
        resolve(false);
      };
      document.head.append(script);
    };
    grid = grid || new Promise(there);
    return grid;
  };
  for (const near of ["pointerover", "focusin"]) {
    document.addEventListener(near, (event) => {
      if (event.target instanceof Element && event.target.closest("[role=tab][id$=-tab-table]")) detente.grid();
    });
  }

  /* Resolves to whether a part of the page is there; it is asked for only once. */
  detente.part = function (name) {
    const room = name + "-room";
    if (!made.has(name)) {
      const here = made;
      const making = heard(fetch(`${document.body.dataset.part}/${name}?language=${detente.language()}`, { cache: "no-store" })).then((answer) => {
        if (!answer || here !== made) here.delete(name);
        else clientside.set_props(room, { children: answer });
        return Boolean(answer) && here === made;
      });
      made.set(name, making);
    }
    return made.get(name);
  };
})();
