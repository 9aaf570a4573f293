"use strict";
// Two reports side by side; each one's rows are loaded when it is picked.
(async function () {
  const form = document.getElementById("pick");
  const sides = document.getElementById("sides");
  const compared = document.getElementById("compared");
  const reports = await book.load("reports", "data/reports.js") || [];
  const files = new Map(reports.map(([id, , file]) => [id, file]));

  function fill(select) {
    const groups = new Map();
    select.append(book.element("option", { value: "" }, "choose a report"));
    for (const [id, name, , country] of reports) {
      if (!groups.has(country)) groups.set(country, book.element("optgroup", { label: country || "Country unknown" }));
      groups.get(country).append(book.element("option", { value: id }, name));
    }
    select.append(...groups.values());
  }

  function side(report) {
    const facts = book.element("dl", { class: "facts" });
    for (const [name, value] of Object.entries(report.facts)) facts.append(book.element("div", {}, book.element("dt", {}, name), book.element("dd", {}, value)));
    const list = book.element("ol", { class: "matrix" });
    for (const c of report.commitments) {
      const tiles = book.element("span", { class: "tiles" });
      if (c.own && (c.own[1] !== "–" || !c.milestones.length)) tiles.append(book.tile(c.own[0] + " whole", c.own[1], "As a whole: " + c.own[2]));
      for (const [hue, sign, words, number, title, anchor, comments, contested] of c.milestones) {
        const text = `${number} ${title}: ${words}` + (comments ? `, ${comments} comments` : "") + (contested ? ", contested" : "");
        tiles.append(book.tile(hue + (contested ? " contested" : ""), sign, text, report.page + "#" + anchor));
      }
      list.append(book.element("li", {}, book.element("span", { class: "what" }, book.element("b", {}, c.number), " ", book.element("span", { dir: "auto" }, c.title)), tiles));
    }
    return book.element("section", { "aria-label": report.name }, book.element("h2", {}, book.element("a", { href: report.page }, report.name)), facts, list);
  }

  async function show() {
    const ids = [form.elements.left.value, form.elements.right.value];
    const found = await Promise.all(ids.map((id) => id ? book.load("report " + id, files.get(id)) : null));
    sides.replaceChildren(...found.map((report) => report ? side(report) : book.element("p", { class: "nothing" }, "No report picked.")));
    compared.textContent = found.every(Boolean) ? `${found[0].name} beside ${found[1].name}.` : "";
    try { history.replaceState(null, "", "#" + ids.join("+")); } catch { /* the address stays as it is */ }
  }

  function recall() {
    const [left, right] = decodeURIComponent(location.hash.slice(1)).split("+");
    if (files.has(left)) form.elements.left.value = left;
    if (files.has(right)) form.elements.right.value = right;
    if (files.has(left) || files.has(right)) show();
  }

  fill(form.elements.left);
  fill(form.elements.right);
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", recall);
  recall();
})();
