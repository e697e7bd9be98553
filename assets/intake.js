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

  detente.bringArticles = function () {
    if (!$("intake-open")) return;
    if (!batch) batch = newBatch();
    clientside.set_props("intake-batch", { data: batch });
    clientside.set_props("intake", { opened: true });
    follow();
  };

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

  callbacks.intakeOpen = (clicks) => {
    if (clicks) detente.bringArticles();
  };
  callbacks.intakeChoose = (clicks) => {
    if (!clicks) return;
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = ACCEPTED;
    input.addEventListener("change", () => sendFiles([...input.files]));
    input.click();
  };
  callbacks.intakePaste = async (clicks) => {
    const text = $("intake-text") && $("intake-text").value;
    if (!clicks || !text || !text.trim()) return;
    if (await send("text", "", new Blob([text]))) clientside.set_props("intake-text", { value: "" });
  };
  callbacks.intakeFetch = async (clicks) => {
    const address = $("intake-address") && $("intake-address").value.trim();
    if (!clicks || !address) return;
    if (await send("address", address, new Blob([address]))) clientside.set_props("intake-address", { value: "" });
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
