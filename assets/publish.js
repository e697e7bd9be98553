/* Publishing: the server says what to draw, the browser makes the SVG, PNG or PDF with the font inside; files
   are saved, texts and pictures copied, and a file that is dropped is handed to the server. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const clientside = window.dash_clientside;
  const callbacks = clientside.detente;
  const ASSETS = new URL(".", document.currentScript.src);
  const NAMES = ["preset", "theme", "title", "note", "include", "what", "author", "url"];
  const control = (name) => (["what", "author", "url"].includes(name) ? "cite-" : "publish-") + name;
  const $ = (id) => document.getElementById(id);
  let choices = {};
  let made = null;
  let asked = 0;
  let address = null; // of the preview's picture

  const open = () => $("publish-tab") && $("publish-tab").getClientRects().length > 0;
  const request = (more) => ({ ...choices, ...more, search: window.location.search, asked: (asked += 1) });
  const ask = () => clientside.set_props("wanted", { data: request() });

  detente.openPublishing = async function (tab) {
    if (!(await detente.part("publishing"))) return;
    clientside.set_props("publishing", { opened: true });
    if (tab) clientside.set_props("publish-tab", { value: tab });
    // a page in another language has new controls, which say what was chosen in the old ones
    for (const name of NAMES) if (choices[name] !== undefined) clientside.set_props(control(name), { value: choices[name] });
    ask();
  };
  callbacks.publish = (clicks) => {
    if (clicks) detente.openPublishing();
  };
  callbacks.choose = (...values) => {
    const next = Object.fromEntries(NAMES.map((name, at) => [name, values[at]]));
    if (JSON.stringify(next) === JSON.stringify(choices)) return;
    choices = next;
    if (open()) ask();
  };

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    detente.say(words("saved"));
  }

  const words = (name) => $("publish-words").dataset[name];
  const asDataUrl = (blob) =>
    new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });

  let rules = null;
  async function fontRules(fonts) {
    if (rules) return rules;
    const faces = await Promise.all(
      fonts.map(async (font) => {
        const answer = await fetch(font.url);
        if (!answer.ok) throw new Error("font " + answer.status);
        const data = await asDataUrl(await answer.blob());
        const source = data.replace(/^data:[^;,]*/, "data:font/woff2");
        const only = font.range ? `unicode-range:${font.range};` : "";
        return `@font-face{font-family:"${font.family}";font-weight:${font.weight};${only}src:url("${source}") format("woff2")}`;
      }),
    );
    rules = faces.join("");
    return rules;
  }

  /* Plotly's SVG at the size that was asked for, with the alternative text in it. */
  async function drawSvg(picture) {
    const { width, height } = picture.figure.layout;
    const url = await window.Plotly.toImage(picture.figure, { format: "svg", width, height });
    const text = decodeURIComponent(url.slice(url.indexOf(",") + 1));
    const image = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const fields = { width: picture.width, height: picture.height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": picture.alt };
    for (const [name, value] of Object.entries(fields)) image.setAttribute(name, String(value));
    const said = document.createElementNS("http://www.w3.org/2000/svg", "desc");
    said.textContent = picture.alt;
    image.insertBefore(said, image.firstChild);
    return image;
  }

  /* The same with the bundled font in it: a web font is not seen by an image otherwise. */
  async function withFont(picture) {
    const image = await drawSvg(picture);
    const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
    style.textContent = "text,tspan{unicode-bidi:plaintext}" + (await fontRules(picture.fonts)); // each line runs as its letters do
    image.insertBefore(style, image.firstChild);
    return new Blob([new XMLSerializer().serializeToString(image)], { type: "image/svg+xml" });
  }

  async function rasterise(picture, scale) {
    const url = URL.createObjectURL(await withFont(picture));
    try {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((resolve, reject) =>
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("canvas"))), "image/png"),
      );
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  const loaded = {};
  const load = (path) =>
    (loaded[path] =
      loaded[path] ||
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(path, ASSETS).href;
        script.onload = resolve;
        script.onerror = () => {
          delete loaded[path];
          reject(new Error(path));
        };
        document.head.append(script);
      }));

  /* A PDF's gradients know no opacity: their colours are mixed with the ground, so that a fade stays a fade. */
  function opaque(image, ground) {
    const parts = (colour) => (colour.startsWith("#") ? [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) : colour.match(/[\d.]+/g).slice(0, 3).map(Number));
    const under = parts(ground);
    for (const stop of image.querySelectorAll("stop")) {
      const opacity = Number(stop.getAttribute("stop-opacity") ?? 1);
      const mixed = parts(stop.getAttribute("stop-color")).map((value, at) => Math.round(value * opacity + under[at] * (1 - opacity)));
      stop.setAttribute("stop-color", `rgb(${mixed.join(",")})`);
      stop.setAttribute("stop-opacity", "1");
    }
  }

  const ARABIC = /[\u0600-\u06ff]/;
  const FROM_THE_RIGHT = /^\u200f|^[^\p{L}]*[\u0600-\u06ff]/u; // the first letter tells which way a line runs
  const UNSEEN = /[\u200e\u200f\u2066-\u2069]/g; // what orders a line, for which the font has no sign
  const VOWELS = /[\u064b-\u0652]/g; // small signs over letters, which a PDF would set beside them
  const TURNED = { isInputVisual: false, isInputRtl: true, isOutputVisual: true, isOutputRtl: false };

  /* A PDF's lines of Arabic: without vowel signs, from right to left. */
  function turnLines(page) {
    const plain = page.text.bind(page);
    page.text = (words, x, y, options) => {
      const said = Array.isArray(words) ? words.join(" ") : String(words);
      return FROM_THE_RIGHT.test(said) ? plain(said.replace(VOWELS, "").replace(UNSEEN, ""), x, y, { ...options, ...TURNED }) : plain(words, x, y, options);
    };
  }

  /* The libraries and the fonts for a PDF come only now: nobody else waits for them. */
  async function asPdf(picture) {
    await load("vendor/jspdf-4.2.1.min.js");
    await load("vendor/svg2pdf-2.8.1.min.js");
    const [width, height] = picture.paper || [picture.width * 0.75, picture.height * 0.75];
    const options = { unit: picture.paper ? "mm" : "pt", format: [width, height], orientation: width > height ? "landscape" : "portrait", compress: true };
    const page = new window.jspdf.jsPDF(options);
    page.setProperties({ title: picture.title, subject: picture.alt, creator: "Détente" });
    page.setLanguage(document.documentElement.lang);
    const image = await drawSvg(picture);
    const kind = ARABIC.test(image.textContent) ? "inter-arabic" : "inter"; // a PDF has one font for a text
    for (const [weight, style] of [[400, "normal"], [700, "bold"]]) {
      const file = `${kind}-${weight}.ttf`;
      const answer = await fetch(new URL(`fonts/${file}`, ASSETS));
      if (!answer.ok) throw new Error(file);
      page.addFileToVFS(file, (await asDataUrl(await answer.blob())).split(",")[1]);
      page.addFont(file, "Inter", style);
    }
    if (kind !== "inter") turnLines(page);
    opaque(image, picture.ground);
    const room = document.createElement("div");
    room.className = "unseen";
    room.append(document.adoptNode(image));
    document.body.append(room);
    try {
      await window.svg2pdf.svg2pdf(image, page, { x: 0, y: 0, width, height });
    } finally {
      room.remove();
    }
    return page.output("blob");
  }

  callbacks.previewed = async function (data) {
    if (!data) return;
    made = data;
    try {
      const blob = await withFont(data);
      if (made !== data) return;
      if (address) URL.revokeObjectURL(address);
      address = URL.createObjectURL(blob);
      clientside.set_props("publish-picture", { src: address, alt: data.alt });
      clientside.set_props("publish-size", { children: `${data.width} × ${data.height}` });
    } catch (fault) {
      detente.fail(words("failed"));
    }
  };

  async function copyText(id) {
    const field = $(id);
    field.select();
    await navigator.clipboard.writeText(field.value);
    detente.say(words("copied"));
  }

  const scale = () => Number(window.dash_component_api.getLayout("publish-scale").props.value);
  /* Pictures of several sizes lie beside one another in a folder. */
  const named = (times) => `${made.name}-${Math.round(made.width * times)}x${Math.round(made.height * times)}`;
  const IMAGES = {
    "image-png": async () => save(await rasterise(made, scale()), named(scale()) + ".png"),
    "image-svg": async () => save(await withFont(made), named(1) + ".svg"),
    "image-pdf": async () => save(await asPdf(made), named(1) + ".pdf"),
    "image-copy": async () => {
      await navigator.clipboard.write([new window.ClipboardItem({ "image/png": rasterise(made, scale()) })]);
      detente.say(words("copied"));
    },
  };
  const COPIES = { "alt-copy": "publish-alt", "embed-copy": "publish-embed", "cite-apa-copy": "cite-apa", "cite-chicago-copy": "cite-chicago", "cite-bibtex-copy": "cite-bibtex" };
  document.addEventListener("click", async (click) => {
    const button = click.target instanceof Element && click.target.closest("button[id^='do-']");
    if (!button) return;
    const name = button.id.slice(3);
    button.setAttribute("aria-busy", "true");
    try {
      if (name in IMAGES && made) await IMAGES[name]();
      else if (name in COPIES) await copyText(COPIES[name]);
      else if (name.startsWith("file-")) clientside.set_props("file-wanted", { data: request({ kind: name.slice(5) }) });
    } catch (fault) {
      detente.fail(words("failed"));
    } finally {
      button.removeAttribute("aria-busy");
    }
  });

  callbacks.deliver = function (file) {
    if (!file) return;
    const bytes = Uint8Array.from(window.atob(file.content), (letter) => letter.charCodeAt(0));
    save(new Blob([bytes], { type: file.mime }), file.name);
  };

  /* A file that is chosen or dropped: the server says what it would add. */
  async function take(file) {
    if (!file) return;
    const content = (await asDataUrl(file)).split(",")[1] || "";
    clientside.set_props("incoming", { data: { name: file.name, content, asked: (asked += 1) } });
  }
  document.addEventListener("click", (click) => {
    if (!(click.target instanceof Element) || !click.target.closest("#import-choose")) return;
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,.csv,.xlsx,.ics,.tsv,.txt";
    input.addEventListener("change", () => take(input.files[0]));
    input.click();
  });
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (drag) => {
      const room = drag.target instanceof Element && drag.target.closest("#import-drop");
      if (!room) return;
      drag.preventDefault();
      room.classList.toggle("over", kind === "dragover");
      if (kind === "drop") take(drag.dataTransfer.files[0]);
    });
  }
  document.addEventListener("dragleave", (drag) => {
    const room = drag.target instanceof Element && drag.target.closest("#import-drop");
    if (room) room.classList.remove("over");
  });
  callbacks.addImport = (clicks) => {
    if (clicks) clientside.set_props("taken", { data: (asked += 1) });
  };
})();
