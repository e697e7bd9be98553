/* The other views of a published page: each draws the events that the filters leave, from its plan. */
function otherViews(page) {
  "use strict";
  const { views, events, says, svg, words, lane, chosen } = page;
  const side = (numbers) => Math.sign(numbers.reduce((sum, at) => sum + views.sides[at], 0));
  const SIDES = { 1: "cooperation", 0: "neither", "-1": "conflict" };
  const canvas = (size) => svg("svg", { viewBox: `0 0 ${size[0]} ${size[1]}`, "aria-hidden": "true", focusable: "false" });
  const group = (parent, numbers, name) => svg("g", { class: "many " + name + (numbers.includes(chosen()) ? " chosen" : ""), "data-events": numbers.join(" ") }, parent);
  const said = (parent, numbers) => {
    svg("title", {}, parent).textContent = numbers.slice(0, 6).map((at) => events[at].said).join("\n") + (numbers.length > 6 ? "\n… " + numbers.length : "");
  };

  function network(left) {
    const plan = views.network;
    const picture = canvas(plan.size);
    for (const [one, other, all] of plan.ties) {
      const numbers = left(all);
      if (!numbers.length) continue;
      const [a, b] = [plan.nodes[one], plan.nodes[other]];
      const tie = group(picture, numbers, "tie " + SIDES[side(numbers)]);
      svg("path", { class: "stroke", d: `M${a[0]} ${a[1]}L${b[0]} ${b[1]}`, "stroke-width": Math.min(9, 1.2 + 1.3 * Math.pow(numbers.length - 1, 0.6)) }, tie);
      svg("path", { class: "reach", d: `M${a[0]} ${a[1]}L${b[0]} ${b[1]}` }, tie);
      if (numbers.length > 1) words(tie, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 4, [String(numbers.length)], { class: "tick middle count" });
      said(tie, numbers);
    }
    const most = Math.max(1, ...plan.nodes.map((node) => left(node[4]).length));
    for (const [x, y, rank, name, all] of plan.nodes) {
      const numbers = left(all);
      if (!numbers.length) continue;
      const radius = 9 + 15 * Math.sqrt(numbers.length / most);
      const node = group(picture, numbers, lane(rank, rank < 0));
      svg("circle", { class: "ink disc", cx: x, cy: y, r: radius }, node);
      words(node, x, y + radius + 15, name, { class: "name middle" });
      said(node, numbers);
    }
    return picture;
  }

  function matrix(left) {
    const plan = views.matrix;
    const picture = canvas(plan.size);
    for (const [rank, name, top] of plan.rows) {
      svg("rect", { class: "band", x: plan.left, y: top + 1, width: plan.right - plan.left, height: plan.high - 2 }, picture);
      words(picture, plan.left - 10, top + plan.high / 2 + 5 - ((name.length - 1) * 17) / 2, name, { class: "name end " + lane(rank, 0) });
    }
    const foot = plan.rows.length * plan.high;
    for (const [x, right, label, era, gap] of plan.columns) {
      if (gap) svg("path", { class: "leader dashed", d: `M${x - 6} -2V${foot + 4}` }, picture);
      words(picture, (x + right) / 2, foot + 16, [label], { class: "tick middle" });
      if (era) words(picture, (x + right) / 2, foot + 32, [era], { class: "tick era middle" });
    }
    for (const [row, column, all] of plan.cells) {
      const numbers = left(all);
      if (!numbers.length) continue;
      const mean = numbers.reduce((sum, at) => sum + views.scores[at], 0) / numbers.length;
      const [x, right] = plan.columns[column];
      const top = plan.rows[row][2];
      const sign = mean >= 1 ? 1 : mean <= -1 ? -1 : 0;
      const cell = group(picture, numbers, "cell " + SIDES[sign]);
      svg("rect", { class: "fill", x: x + 1, y: top + 1, width: right - x - 2, height: plan.high - 2, opacity: 0.2 + 0.4 * Math.min(1, Math.abs(mean) / 8) }, cell);
      words(cell, (x + right) / 2, top + plan.high / 2 + 5, [numbers.length + [" −", "", " +"][sign + 1]], { class: "middle" });
      said(cell, numbers);
    }
    return picture;
  }

  function map(left) {
    const plan = views.map;
    const picture = canvas(plan.size);
    svg("rect", { class: "band", width: plan.size[0], height: plan.size[1] }, picture);
    svg("path", { class: "land", d: plan.land }, picture);
    for (const [line, all] of plan.bonds) {
      const numbers = left(all);
      if (!numbers.length) continue;
      const bond = group(picture, numbers, "tie " + SIDES[side(numbers)]);
      svg("path", { class: "stroke", d: line, "stroke-width": Math.min(6, 1.2 + 0.8 * (numbers.length - 1)) }, bond);
      svg("path", { class: "reach", d: line }, bond);
      said(bond, numbers);
    }
    const most = Math.max(4, ...plan.sites.map((site) => left(site[2]).length));
    plan.sites.forEach(([x, y, all], at) => {
      const numbers = left(all);
      if (!numbers.length) return;
      const site = group(picture, numbers, "site");
      svg("circle", { class: "disc", cx: x, cy: y, r: 5 + 17 * Math.sqrt(numbers.length / most) }, site);
      said(site, numbers);
      for (const [of, text, from, middle] of plan.names) if (of === at) words(site, from, middle + 4, [text], { class: "name" });
    });
    return picture;
  }

  let order = { column: 0, down: 1 };
  function table(left) {
    const list = document.createElement("table");
    const head = list.createTHead().insertRow();
    says.columns.forEach((name, column) => {
      const cell = document.createElement("th");
      const button = document.createElement("button");
      cell.scope = "col";
      cell.setAttribute("aria-sort", order.column !== column ? "none" : order.down > 0 ? "ascending" : "descending");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => {
        order = { column, down: order.column === column ? -order.down : 1 };
        page.draw();
        document.querySelectorAll("#view th button")[column].focus();
      });
      cell.append(button);
      head.append(cell);
    });
    const key = (at) => (order.column ? events[at].row[order.column] : "");
    const sorted = left(events.map((_, at) => at)).sort((a, b) => order.down * (key(a).localeCompare(key(b), document.documentElement.lang) || a - b));
    const body = list.createTBody();
    for (const at of sorted) {
      const row = body.insertRow();
      row.className = at === chosen() ? "chosen" : "";
      events[at].row.forEach((text, column) => {
        const cell = row.insertCell();
        if (column !== 1) return (cell.textContent = text);
        const open = document.createElement("button");
        open.type = "button";
        open.className = "open";
        open.dataset.event = at;
        open.textContent = text;
        cell.append(open);
      });
    }
    return list;
  }
  return { network, matrix, map, table };
}
