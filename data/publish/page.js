/* A published timeline by itself: draws the chart from its plans, filters, shows evidence, tells the story.
   Every word reaches the page as text, never as markup. */
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const { plans, events, story, says } = data;
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;
  const NS = "http://www.w3.org/2000/svg";
  const LINE = 17;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let shown = events.map((_, at) => at);
  let selected = -1;
  let step = -1;
  let plan = plans[0];
  let view = "timeline";

  const said = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function svg(tag, fields, parent) {
    const made = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(fields || {})) made.setAttribute(name, value);
    if (parent) parent.append(made);
    return made;
  }
  function words(parent, x, y, lines, fields, gap) {
    const text = svg("text", { x, y, ...fields }, parent);
    lines.forEach((line, at) => {
      const piece = svg("tspan", { x, dy: at ? gap || LINE : 0 }, text);
      piece.textContent = line;
    });
    return text;
  }
  const lane = (rank, other) => (other ? "lane-other" : "lane-" + (rank % data.lanes));

  /* Labels that touch nothing and whose leaders cross none: the best of several orders, the same each time. */
  function placed(flags) {
    let seed = 7;
    const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const plain = (order, sides) => [...flags].sort(order).map((flag) => ({ flag, sides, from: 0 }));
    const orders = [
      plain((a, b) => b[6] - a[6] || a[1] - b[1], [1, -1]),
      plain((a, b) => b[1] - a[1], [1, -1]),
      plain((a, b) => a[1] - b[1], [-1, 1]),
    ];
    for (let more = Math.min(80, Math.floor(3000 / (flags.length + 1))); more > 0; more -= 1) {
      const mixed = flags.map((flag) => ({ flag, at: chance() - flag[6] / 10, sides: chance() < 0.5 ? [1, -1] : [-1, 1], from: Math.floor(chance() * 3) * 2 }));
      orders.push(mixed.sort((a, b) => a.at - b.at));
    }
    const high = (some) => Math.max(0, ...some.map((flag) => flag.high));
    return orders.map(arranged).reduce((best, next) => next.length > best.length || (next.length === best.length && high(next) < high(best)) ? next : best);
  }
  function arranged(order) {
    const most = plan.narrow ? 26 : 22;
    const taken = plan.folds.map((fold) => ({ left: fold[0] - 34, right: fold[0] + 34, low: 0, high: 2, x: -1 }));
    const crosses = (box, x, base) => x > box.left - 4 && x < box.right + 4 && base > box.low;
    const found = [];
    for (const { flag, sides, from } of order) {
      const [at, x, foot, wide, title, detail] = flag;
      const high = title.length + detail.length;
      let best = null;
      for (const side of sides) {
        const left = side > 0 ? x + 1 : x - wide - 14;
        const right = side > 0 ? x + wide + 14 : x - 1;
        if (left < plan.left - 20 && side < 0) continue;
        if (right > plan.right + 14 && side > 0) continue;
        for (let low = from; low + high <= most && (!best || low < best.low); low += 1) {
          const box = { at, x, foot, side, left, right, low, high: low + high, title, detail };
          const free = taken.every((other) =>
            !(box.left < other.right && other.left < box.right && box.low < other.high && other.low < box.high) &&
            !crosses(other, x, low + high) &&
            !(other.x >= 0 && crosses(box, other.x, other.high)) &&
            Math.abs(other.x - x) > 1);
          if (free) { best = box; break; }
        }
      }
      if (best) { taken.push(best); found.push(best); }
    }
    return found;
  }

  const SHAPES = {
    circle: (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
    square: (r) => `M${-r} ${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
    diamond: (r) => `M0 ${-r * 1.25}L${r * 1.25} 0L0 ${r * 1.25}L${-r * 1.25} 0z`,
    "triangle-up": (r) => `M0 ${-r * 1.15}L${r * 1.15} ${r * 0.9}H${-r * 1.15}z`,
    "triangle-down": (r) => `M0 ${r * 1.15}L${r * 1.15} ${-r * 0.9}H${-r * 1.15}z`,
    x: (r) => `M${-r} ${-r * 0.5}L${-r * 0.5} ${-r}L0 ${-r * 0.5}L${r * 0.5} ${-r}L${r} ${-r * 0.5}L${r * 0.5} 0L${r} ${r * 0.5}L${r * 0.5} ${r}L0 ${r * 0.5}L${-r * 0.5} ${r}L${-r} ${r * 0.5}L${-r * 0.5} 0z`,
  };

  const keys = keyMaker({ says, svg, words, shapes: SHAPES });

  /* What of the key a mark is an example of. */
  function noted(drawn, [at, , shape, symbol, , , , fadeLeft, fadeRight, arrowLeft, arrowRight, , , badge]) {
    if (shape === "dot") drawn.add(symbol);
    if (fadeLeft && fadeRight) drawn.add("soft");
    if (arrowLeft || arrowRight) drawn.add("arrow");
    drawn.add(events[at].status).add(badge);
  }

  function mark(parent, each) {
    const [at, rank, shape, symbol, left, right, y, fadeLeft, fadeRight, arrowLeft, arrowRight, light, other, badge] = each;
    const { hollow, status } = events[at];
    const group = svg("g", { class: ["mark", status, lane(rank, other), hollow ? "hollow" : "", light ? "light" : "", at === selected ? "chosen" : ""].join(" "), "data-event": at }, parent);
    svg("title", {}, group).textContent = events[at].said;
    const middle = (left + right) / 2;
    const second = !other && rank >= 0 && Math.floor(rank / data.lanes) % 2 === 1 && !hollow;
    const above = () => {
      if (status === "denied") keys.cross(group, middle, y, 3.5);
      if (second) svg("circle", { class: "core", cx: middle, cy: y, r: light ? 1.5 : 2.2 }, group);
      if (badge) keys.sign(group, badge, right + 4.5, y - 4.5);
    };
    if (shape === "dot") {
      const r = light ? 5 : 7;
      svg("path", { class: "halo", d: SHAPES.circle(r + 3.5), transform: `translate(${middle} ${y})` }, group);
      svg("path", { class: "ink", d: (SHAPES[symbol] || SHAPES.circle)(r), transform: `translate(${middle} ${y})` }, group);
      above();
      return;
    }
    const high = light ? 10 : 16;
    const [from, to] = [left + fadeLeft, right - fadeRight];
    const soft = fadeLeft || fadeRight;
    const strong = soft && hollow ? 0.32 : 1; // as in the picture: what is planned is pale where its days are not exact
    const box = (x, width, opacity) => svg("rect", { class: soft ? "ink fading" : "ink", x, y: y - high / 2, width, height: high, rx: soft ? 0 : 3, "fill-opacity": opacity }, group);
    if (to > from) box(from, to - from, strong);
    for (let part = 0; part < 12; part += 1) {
      const opacity = (strong * (part + 0.5)) / 12;
      if (fadeLeft) box(left + (fadeLeft * part) / 12, fadeLeft / 12, opacity);
      if (fadeRight) box(right - (fadeRight * (part + 1)) / 12, fadeRight / 12, opacity);
    }
    if (soft && hollow && to > from) svg("path", { class: "edge", d: `M${from} ${y - high / 2}H${to}M${from} ${y + high / 2}H${to}` }, group);
    if (arrowRight) svg("path", { class: "ink", d: `M${right} ${y - 8}L${right + 8} ${y}L${right} ${y + 8}z` }, group);
    if (arrowLeft) svg("path", { class: "ink", d: `M${left} ${y - 8}L${left - 8} ${y}L${left} ${y + 8}z` }, group);
    above();
  }

  /* Of several events those that the filters leave; a click on many of them walks through them. */
  let visible = new Set(shown);
  const left = (numbers) => numbers.filter((at) => visible.has(at));
  const others = otherViews({ views: data.views, events, says, svg, words, lane, chosen: () => selected, draw: () => draw() });

  function tally(labelled) {
    const fewer = labelled && labelled < shown.length ? " · " + said(says["{labelled} of {shown} events labelled"], { labelled, shown: shown.length }) : "";
    $("count").textContent = said(says["{shown} of {total} events"], { shown: shown.length, total: events.length }) + fewer;
    $("nothing").hidden = shown.length > 0;
  }

  function draw() {
    visible = new Set(shown);
    $("key").hidden = view !== "timeline";
    if (view === "timeline") return drawTimeline();
    $("view").replaceChildren(others[view](left));
    tally(0);
  }

  function drawTimeline() {
    const room = $("chart");
    const width = room.clientWidth || 1240;
    const apart = (each) => Math.abs(Math.log(each.width / width));
    plan = plans.reduce((best, each) => (apart(each) < apart(best) ? each : best));
    const flags = placed(plan.flags.filter((flag) => visible.has(flag[0])));
    const head = Math.max(36, ...flags.map((flag) => flag.high * LINE + 14));
    const rows = plan.notes.length ? (Math.max(...plan.notes.map((note) => note[3])) + 1) * 22 + 4 : 0;
    const height = head + plan.foot + rows + 18;
    const picture = svg("svg", { viewBox: `0 ${-head} ${plan.width} ${height}`, "aria-hidden": "true", focusable: "false" });
    for (const [, , top, bottom] of plan.boxes) svg("rect", { class: "band", x: plan.left, y: top, width: plan.right - plan.left, height: bottom - top }, picture);
    for (const [kind, left, right] of plan.notes) {
      if (kind === "period") svg("rect", { class: "period", x: left, y: -4, width: Math.max(1, right - left), height: plan.bottom + 10 }, picture);
      if (kind === "text") svg("path", { class: "pin", d: `M${left} -4V${plan.foot}` }, picture);
    }
    for (const [x] of plan.ticks) svg("path", { class: "grid", d: `M${x} ${-head + 4}V${plan.bottom + 5}` }, picture);
    for (const flag of flags) svg("path", { class: "leader" + (events[flag.at].hollow ? " dashed" : "") + (flag.at === selected ? " chosen" : ""), d: `M${flag.x} ${-flag.high * LINE - 4}V${flag.foot}` }, picture);
    for (const [at, x, top, bottom, lightTop, lightBottom] of plan.lines) {
      if (!visible.has(at)) continue;
      if (top !== bottom) svg("path", { class: "joint" + (at === selected ? " chosen" : ""), d: `M${x} ${top}V${bottom}` }, picture);
      if (lightTop < top || lightBottom > bottom) svg("path", { class: "joint thin", d: `M${x} ${lightTop}V${top}M${x} ${bottom}V${lightBottom}` }, picture);
    }
    const bins = plan.bins.map((bin) => [bin, left(bin[5])]).filter((bin) => bin[1].length);
    const most = Math.max(1, ...bins.map((bin) => bin[1].length));
    for (const [[rank, from, to, top, bottom], numbers] of bins) {
      const bin = svg("g", { class: "many bin " + lane(rank, 0), "data-events": numbers.join(" ") }, picture);
      svg("rect", { class: "ink", x: from, y: top + 6, width: to - from, height: bottom - top - 12, opacity: 0.25 + 0.75 * Math.sqrt(numbers.length / most) }, bin);
      svg("title", {}, bin).textContent = numbers.length > 1 ? String(numbers.length) : events[numbers[0]].said;
    }
    const drawn = new Set(bins.length ? ["density"] : []);
    for (const each of plan.marks) {
      if (!visible.has(each[0])) continue;
      mark(picture, each);
      noted(drawn, each);
    }
    for (const [rank, x, y, all] of plan.clusters) {
      const numbers = left(all);
      if (!numbers.length) continue;
      const cluster = svg("g", { class: "many cluster " + lane(rank, 0) + (numbers.includes(selected) ? " chosen" : ""), "data-events": numbers.join(" ") }, picture);
      svg("circle", { class: "ink disc", cx: x, cy: y, r: numbers.length > 1 ? 12 : 7 }, cluster);
      drawn.add("cluster");
      if (numbers.length > 1) words(cluster, x, y + 4, [String(numbers.length)], { class: "middle number" });
      svg("title", {}, cluster).textContent = numbers.slice(0, 6).map((at) => events[at].said).join("\n");
    }
    for (const [x, caption] of plan.folds) {
      svg("rect", { class: "fold", x: x - 5, y: -4, width: 10, height: plan.bottom + 8 }, picture);
      let jagged = "";
      for (const side of [-5, 5]) for (let y = -4, turn = 0; y <= plan.bottom + 4; y += 6, turn += 1) jagged += `${turn ? "L" : "M"}${x + side + (turn % 2 ? 3 : -3)} ${y}`;
      svg("path", { class: "jag", d: jagged }, picture);
      words(picture, x, -20, caption, { class: "tick middle" }, 13);
    }
    for (const [x, text, era] of plan.ticks) {
      words(picture, x, plan.bottom + 20, [text], { class: "tick middle" });
      if (era) words(picture, x, plan.bottom + 36, [era], { class: "tick era middle" });
    }
    for (const [rank, name, , , y] of plan.boxes) {
      const x = plan.narrow ? plan.left + 2 : plan.left - 16;
      words(picture, x, y + 5 - ((name.length - 1) * LINE) / 2, name, { class: `name ${lane(rank, 0)} ${plan.narrow ? "" : "end"}` });
    }
    for (const [kind, left, right, row, text, x] of plan.notes) {
      const y = plan.foot + row * 22 + 9;
      if (kind === "era" || kind === "period") svg("rect", { class: kind, x: left, y: y - 9, width: Math.max(1, right - left), height: 18 }, picture);
      if (kind === "bracket") svg("path", { class: "bracket", d: `M${left} ${y + 6}V${y - 7}H${right}V${y + 6}` }, picture);
      words(picture, x, y + 4, [text], { class: "note-text" + (kind === "era" ? " era" : "") });
    }
    for (const flag of flags) {
      const group = svg("g", { class: "flag" + (flag.at === selected ? " chosen" : ""), "data-event": flag.at }, picture);
      const x = flag.side > 0 ? flag.x + 5 : flag.x - 5;
      const top = -flag.high * LINE;
      const ends = flag.side > 0 ? "" : " end";
      svg("rect", { class: "under", x: flag.left + 2, y: top - 2, width: flag.right - flag.left - 8, height: (flag.high - flag.low) * LINE }, group);
      words(group, x, top + 11, flag.title, { class: "title" + ends });
      words(group, x, top + 11 + flag.title.length * LINE, flag.detail, { class: "detail" + ends });
      svg("title", {}, group).textContent = events[flag.at].said;
    }
    picture.style.maxWidth = plan.width * 1.3 + "px";
    room.replaceChildren(picture);
    $("key").replaceChildren(...keys.key(drawn));
    room.dataset.labelled = String(flags.length);
    tally(flags.length);
  }

  /* What is asked for; "overlaps" is how a range is meant. */
  function filter() {
    const form = new FormData($("filters"));
    const query = String(form.get("q") || "").trim().toLocaleLowerCase();
    const [from, to] = [form.get("from"), form.get("to")];
    const [actors, types, statuses] = ["actor", "type", "status"].map((name) => form.getAll(name));
    shown = events.flatMap((event, at) =>
      (!query || event.words.includes(query)) &&
      (!from || !event.last || event.last >= from) &&
      (!to || !event.first || event.first <= to) &&
      (!actors.length || actors.some((actor) => event.actors.includes(actor))) &&
      (!types.length || types.includes(event.type)) &&
      (!statuses.length || statuses.includes(event.status)) ? [at] : []);
    const remain = new Set(shown);
    events.forEach((_, at) => ($("event-" + at).hidden = !remain.has(at)));
    draw();
  }

  function show(at, focus) {
    selected = at;
    const panel = $("panel");
    panel.hidden = at < 0;
    document.body.classList.toggle("reading", at >= 0);
    if (at >= 0) {
      const item = $("event-" + at);
      const heading = document.createElement("h2");
      heading.textContent = events[at].title;
      const details = item.querySelector("details");
      const parts = [...details.children].slice(1).map((part) => part.cloneNode(true));
      $("reading").replaceChildren(heading, item.querySelector(".when").cloneNode(true), ...parts);
      $("live").textContent = events[at].said;
      if (focus) $("reading").focus();
    }
    document.querySelectorAll("#events li").forEach((item) => item.classList.toggle("chosen", item.id === "event-" + at));
    draw();
  }

  let before = null;
  function close() {
    const inside = $("panel").contains(document.activeElement);
    show(-1);
    if (inside) (before && document.contains(before) ? before : $("chart")).focus();
  }

  document.addEventListener("click", (press) => {
    const many = press.target.closest("[data-events]");
    if (many) {
      const numbers = many.getAttribute("data-events").split(" ").map(Number);
      before = document.activeElement;
      return show(numbers[(numbers.indexOf(selected) + 1) % numbers.length]);
    }
    const target = press.target.closest("[data-event]");
    if (!target) return;
    before = document.activeElement;
    show(Number(target.getAttribute("data-event")), target.tagName === "BUTTON");
  });
  $("close").addEventListener("click", close);
  $("filters").addEventListener("input", filter);
  $("filters").addEventListener("submit", (sent) => sent.preventDefault());
  $("filters").addEventListener("reset", () => window.setTimeout(filter));

  function move(by) {
    if (!shown.length) return;
    const at = shown.indexOf(selected);
    show(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by))]);
  }
  /* The views: tabs that arrow keys walk through. */
  const tabs = [...document.querySelectorAll("#tabs [role=tab]")];
  function turn(to) {
    view = to.dataset.view;
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === to));
      tab.tabIndex = tab === to ? 0 : -1;
    }
    $("stage").setAttribute("aria-labelledby", to.id);
    $("chart").hidden = view !== "timeline";
    $("view").hidden = view === "timeline";
    document.body.dataset.view = view;
    draw();
  }
  for (const tab of tabs) tab.addEventListener("click", () => turn(tab));
  $("tabs").addEventListener("keydown", (press) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[press.key];
    if (!by) return;
    const next = tabs[(tabs.indexOf(document.activeElement) + (root.dir === "rtl" ? -by : by) + tabs.length) % tabs.length];
    next.focus();
    turn(next);
    press.preventDefault();
  });

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  document.addEventListener("keydown", (press) => {
    if (press.ctrlKey || press.metaKey || press.altKey) return;
    if (press.key === "Escape") return step >= 0 ? leave() : close();
    if (step >= 0) {
      if (["ArrowRight", "PageDown"].includes(press.key)) tell(step + 1);
      else if (["ArrowLeft", "PageUp"].includes(press.key)) tell(step - 1);
      else return;
      return press.preventDefault();
    }
    if (!press.target.closest("#chart")) return;
    if (press.key in STEPS) move(STEPS[press.key]);
    else if (press.key === "Home" || press.key === "End") move(press.key === "Home" ? -events.length : events.length);
    else if (press.key === "Enter" && selected >= 0) { before = $("chart"); $("reading").focus(); }
    else return;
    press.preventDefault();
  });

  /* The story: one step at a time, its event brought out. */
  function tell(to) {
    if (to < 0 || to >= story.length) return;
    if (view !== "timeline") turn(tabs[0]);
    step = to;
    const [at, caption] = story[to];
    const item = $("event-" + at);
    $("filters").reset();
    document.body.classList.add("telling");
    $("story").hidden = false;
    $("step").textContent = said(says["Step {number} of {total}"], { number: to + 1, total: story.length });
    $("step-title").textContent = events[at].title;
    $("step-when").textContent = item.querySelector(".when").firstChild.textContent.trim();
    $("caption").textContent = caption;
    const quote = item.querySelector("mark, blockquote p");
    $("step-quote").textContent = quote ? quote.textContent : "";
    $("step-quote").hidden = !quote;
    $("progress").value = (to + 1) / story.length;
    $("previous").disabled = to === 0;
    $("next").disabled = to === story.length - 1;
    show(at);
    $("panel").hidden = true;
    const chosen = document.querySelector("#chart .mark.chosen");
    if (chosen) chosen.scrollIntoView({ block: "nearest", inline: "center", behavior: calm.matches ? "auto" : "smooth" });
    $("live").textContent = [$("step").textContent, events[at].said, caption].filter(Boolean).join(". ");
  }
  function leave() {
    step = -1;
    document.body.classList.remove("telling");
    $("story").hidden = true;
    if (document.fullscreenElement) document.exitFullscreen();
    show(-1);
    $("tell").focus();
  }
  const label = (id, text) => ($(id).textContent = says[text]);
  label("tell", "Story"); label("previous", "Previous"); label("next", "Next"); label("full", "Full screen"); label("leave", "Close (Escape)");
  $("tell").hidden = !story.length;
  $("tell").addEventListener("click", () => { tell(0); $("next").focus(); });
  $("previous").addEventListener("click", () => tell(step - 1));
  $("next").addEventListener("click", () => tell(step + 1));
  $("leave").addEventListener("click", leave);
  $("full").hidden = !document.fullscreenEnabled;
  $("full").addEventListener("click", () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());

  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  function dress() { $("theme").textContent = says[isDark() ? "Light" : "Dark"]; }
  $("theme").addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; dress(); });
  dress();
  document.body.classList.add("live");
  let waiting = 0;
  new ResizeObserver(() => { window.clearTimeout(waiting); waiting = window.setTimeout(draw, 80); }).observe($("chart"));
  filter();
})();
