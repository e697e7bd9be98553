/* Bringing articles: choose, drop, paste or name them; each is sent on its own, and the dialog follows. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const clientside = (window.dash_clientside = window.dash_clientside || {});
  const callbacks = (clientside.detente = clientside.detente || {});
  const ACCEPTED = ".txt,.md,.html,.htm,.xhtml,.pdf,.docx,text/plain,text/html,application/pdf";
  const $ = (id) => document.getElementById(id);
  let batch = "";
  let asked = 0;

  function newBatch() {
    const bytes = window.crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
  }

  /* `way` is how they come: "paste" and "address" begin in that field, "files" with the choice of files. */
  const FIELDS = { paste: "intake-text", address: "intake-address" };
  let wanted = "";
  detente.bringArticles = function (way) {
    if (!$("intake-open")) return;
    if (!batch) batch = newBatch();
    wanted = FIELDS[way] || "";
    clientside.set_props("intake-batch", { data: batch });
    clientside.set_props("intake", { opened: true });
    follow();
    if (way === "files") choose();
  };
  /* A dialog begins on its heading, once or more; where a field was asked for, the focus goes on to it. */
  document.addEventListener("focusin", (focus) => {
    const field = wanted && $(wanted);
    if (field && focus.target !== field && field.closest("[role=dialog]").contains(focus.target)) field.focus();
  });
  for (const act of ["keydown", "pointerdown"]) document.addEventListener(act, () => (wanted = ""), true);

  function follow() {
    asked += 1;
    clientside.set_props("intake-asked", { data: asked });
    clientside.set_props("intake-tick", { disabled: false });
  }

  function fail(text) {
    clientside.set_props("failure", { children: text, hidden: false });
  }

  async function send(kind, name, body) {
    const query = new URLSearchParams({ batch, kind, name, language: detente.language() });
    try {
      const answer = await fetch(document.body.dataset.intake + "?" + query, {
        method: "POST",
        body,
        headers: { "Content-Type": "application/octet-stream" },
      });
      if (!answer.ok) fail(`${name ? name + ": " : ""}${await answer.text()}`);
      return answer.ok;
    } catch {
      fail(document.body.dataset.gone);
      return false;
    } finally {
      follow();
    }
  }

  async function sendFiles(files) {
    for (const file of files) await send("file", file.name, file);
  }

  function closeMenu(from) {
    const menu = from.closest("details.menu");
    if (menu) menu.open = false;
  }
  document.addEventListener("click", (click) => {
    const from = click.target instanceof Element && click.target.closest("[data-bring], [data-rename], .menu-item");
    if (!from) return;
    closeMenu(from);
    if (from.dataset.bring !== undefined) detente.bringArticles(from.dataset.bring);
    if (from.dataset.rename !== undefined && $("title")) {
      $("title").focus();
      $("title").select();
    }
  });

  function choose() {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = ACCEPTED;
    input.addEventListener("change", () => sendFiles([...input.files]));
    input.click();
  }
  callbacks.intakeChoose = (clicks) => {
    if (clicks) choose();
  };
  callbacks.intakePaste = async (clicks) => {
    const text = $("intake-text") && $("intake-text").value;
    if (!clicks || !text || !text.trim()) return;
    if (await send("text", "", new Blob([text]))) callbacks.emptied({ "intake-text": text });
  };
  callbacks.intakeFetch = async (clicks) => {
    const typed = $("intake-address") ? $("intake-address").value : "";
    const address = typed.trim();
    if (!clicks || !address) return;
    if (await send("address", address, new Blob([address]))) callbacks.emptied({ "intake-address": typed });
  };

  /* What is pasted anywhere in the dialog but in a field is an article, or files. */
  document.addEventListener("paste", (paste) => {
    if (!$("intake-text") || typing(paste.target)) return;
    const files = [...paste.clipboardData.files];
    const text = paste.clipboardData.getData("text/plain");
    if (!files.length && !text) return;
    paste.preventDefault();
    if (files.length) sendFiles(files);
    else clientside.set_props("intake-text", { value: text });
  });

  /* The page's own title follows the timeline's, and so does the field, unless somebody is writing another into it. */
  callbacks.entitled = (title) => {
    if (!title) return;
    document.title = title + " · Détente";
    const { value } = window.dash_component_api.getLayout("title").props;
    if (value !== title && $("title").value === (value || "")) clientside.set_props("title", { value: title });
  };

  /* Files may be dropped anywhere while the dialog is open; elsewhere a drop must not leave the page. */
  const holdsFiles = (drag) => drag.dataTransfer && [...drag.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (drag) => {
    if (!holdsFiles(drag)) return;
    drag.preventDefault();
    if ($("intake-drop")) $("intake-drop").classList.add("over");
    else if (dialogOpen()) drag.dataTransfer.dropEffect = "none";
  });
  document.addEventListener("dragleave", () => $("intake-drop") && $("intake-drop").classList.remove("over"));
  document.addEventListener("drop", (drop) => {
    if (!holdsFiles(drop)) return;
    drop.preventDefault();
    if (!$("intake-drop") && dialogOpen()) return;
    if (!$("intake-drop")) detente.bringArticles();
    else $("intake-drop").classList.remove("over");
    if (batch) sendFiles([...drop.dataTransfer.files]);
  });

  const dialogOpen = () => [...document.querySelectorAll("[role=dialog][aria-modal=true]")].some((each) => each.getClientRects().length);
  const typing = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  const KEYS = { a: () => detente.bringArticles() };
  document.addEventListener("keydown", (press) => {
    if (press.defaultPrevented || press.ctrlKey || press.metaKey || press.altKey || typing(press.target)) return;
    if (dialogOpen() || !KEYS[press.key]) return;
    press.preventDefault();
    KEYS[press.key]();
  });
  document.addEventListener("keydown", (press) => {
    if (press.key !== "Enter" || !(press.target instanceof Element) || press.target.id !== "intake-address") return;
    press.preventDefault();
    $("intake-fetch").click();
  });
})();
