/* Saving what is shown: the server says what to draw, the browser makes the SVG or PNG with the font inside. */
(function () {
  "use strict";
  const detente = (window.detente = window.detente || {});
  const clientside = window.dash_clientside;
  const callbacks = clientside.detente;
  let asked = 0;

  /* A menu item was chosen: ask the server for the whole filtered view, as it would be printed. */
  const ask = (kind, scale) => (clicks) => {
    if (!clicks) return;
    asked += 1;
    clientside.set_props("wanted", {
      data: {
        kind, scale, asked,
        search: window.location.search,
        dark: document.documentElement.getAttribute("data-mantine-color-scheme") === "dark",
      },
    });
  };
  callbacks.png1 = ask("png", 1);
  callbacks.png2 = ask("png", 2);
  callbacks.png3 = ask("png", 3);
  callbacks.svg = ask("svg", 1);
  callbacks.csv = ask("csv", 1);
  callbacks.json = ask("json", 1);

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

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
        return `@font-face{font-family:"${font.family}";font-weight:${font.weight};src:url("${source}") format("woff2")}`;
      }),
    );
    rules = faces.join("");
    return rules;
  }

  /* Plotly's SVG, with the bundled font in it: a web font is not seen by an image otherwise. */
  async function drawSvg(figure, fonts) {
    const { width, height } = figure.layout;
    const url = await window.Plotly.toImage(figure, { format: "svg", width, height });
    const text = decodeURIComponent(url.slice(url.indexOf(",") + 1));
    const image = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
    style.textContent = await fontRules(fonts);
    image.insertBefore(style, image.firstChild);
    return { text: new XMLSerializer().serializeToString(image), width, height };
  }

  async function rasterise(svg, scale) {
    const url = URL.createObjectURL(new Blob([svg.text], { type: "image/svg+xml" }));
    try {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(svg.width * scale);
      canvas.height = Math.round(svg.height * scale);
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((resolve, reject) =>
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("canvas"))), "image/png"),
      );
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  callbacks.save = async function (made) {
    if (!made) return;
    try {
      if (made.text !== undefined) {
        save(new Blob([made.text], { type: made.mime }), made.name);
      } else {
        const svg = await drawSvg(made.figure, made.fonts);
        const png = made.kind === "png";
        save(png ? await rasterise(svg, made.scale) : new Blob([svg.text], { type: "image/svg+xml" }), made.name);
      }
      detente.say(made.done);
    } catch (fault) {
      detente.fail(made.failed);
    }
  };

  detente.fail = function (text) {
    const shown = document.getElementById("failure");
    if (!text && (!shown || shown.hidden)) return;
    clientside.set_props("failure", { children: text, hidden: !text });
  };

  /* A server that no longer answers is said on the page, not only in the console. */
  const plainFetch = window.fetch.bind(window);
  window.fetch = async function (...request) {
    try {
      const answer = await plainFetch(...request);
      if (String(request[0]).includes("_dash-update-component")) detente.fail("");
      return answer;
    } catch (fault) {
      if (String(request[0]).includes("_dash-update-component")) detente.fail(document.body.dataset.gone || "");
      throw fault;
    }
  };
})();
