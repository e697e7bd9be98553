/* Signs of review beside marks, and the key under the chart: only what is on it. Called by the page's script. */
function keyMaker(page) {
  "use strict";
  const { says, svg, words, shapes } = page;
  const SIGNS = {
    accepted: "M-3.8 .2L-1.1 3L3.8 -3.4",
    corrected: "M-2.6 1.2L2.8 -4.2M-3.8 4H3.8",
  };

  function sign(parent, what, x, y) {
    svg("circle", { class: "halo", cx: x, cy: y, r: 5.5 }, parent);
    if (what === "doubtful") words(parent, x, y + 4, ["?"], { class: "middle sign" });
    else svg("path", { class: "sign", d: SIGNS[what], transform: `translate(${x} ${y})` }, parent);
  }

  const cross = (parent, x, y, r) => svg("path", { class: "cross", d: `M${x - r} ${y - r}l${2 * r} ${2 * r}M${x - r} ${y + r}l${2 * r} ${-2 * r}` }, parent);

  function sample(what) {
    const picture = svg("svg", { viewBox: "0 0 18 16", width: 18, height: 16, "aria-hidden": "true", focusable: "false", class: "sample" });
    const group = svg("g", { class: "mark " + what }, picture);
    const ring = (fields) => svg("circle", { cx: 9, cy: 8, r: 4.5, class: "ring", ...fields }, group);
    if (shapes[what]) svg("path", { class: "ink", d: shapes[what](4.5), transform: "translate(9 8)" }, group);
    else if (says.signs.includes(what)) sign(group, what, 9, 8);
    else if (what === "arrow") svg("path", { class: "ink", d: "M4 4L14 8L4 12z" }, group);
    else if (what === "soft") for (let at = 0; at < 7; at += 1) svg("rect", { class: "ink", x: 2 + 2 * at, y: 4, width: 2, height: 8, "fill-opacity": 1 - Math.abs(at - 3) / 4 }, group);
    else if (what === "density") for (let at = 0; at < 3; at += 1) svg("rect", { class: "ink", x: 2 + 5 * at, y: 3, width: 5, height: 10, "fill-opacity": 0.25 + 0.3 * at }, group);
    else {
      ring(what === "cluster" ? { r: 5.5 } : {});
      if (what === "denied") cross(group, 9, 8, 2);
    }
    return picture;
  }

  /* What is drawn, in the order of the key; nothing where all marks are plain dots. */
  function key(drawn) {
    const items = [];
    const many = Object.keys(shapes).filter((each) => drawn.has(each)).some((each) => each !== "circle");
    for (const [what, said] of says.key) {
      if (!drawn.has(what) || (what === "circle" && !many)) continue;
      const item = document.createElement("li");
      item.append(sample(what), said);
      items.push(item);
    }
    return items;
  }

  return { sign, cross, key };
}
