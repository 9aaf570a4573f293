"use strict";
// Words → numbers of texts → texts. Only the files that a question needs are loaded.
(async function () {
  const form = document.getElementById("ask");
  const found = document.getElementById("found");
  const hits = document.getElementById("hits");
  const more = document.getElementById("more");
  const STEP = 25;
  const overview = await book.load("search", "data/search.js");
  if (!overview) { found.textContent = "The index isn't here: make the book again."; return; }
  let asked = 0;
  let numbers = [];
  let at = 0;
  let words = [];

  function split(text) {
    const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.match(/[\p{L}\p{N}]+/gu) || [];
  }

  function shard(word) {
    let number = 0;
    for (const character of Array.from(word).slice(0, 2)) number = (number * 31 + character.codePointAt(0)) % 65521;
    return number % overview.shards;
  }

  async function numbersOf(word, isBeginning) {
    const n = shard(word);
    const table = await book.load("words-" + n, `data/search/words-${n}.js`);
    const all = new Set();
    for (const [key, steps] of Object.entries(table || {})) {
      if (key !== word && !(isBeginning && word.length > 1 && key.startsWith(word))) continue;
      let number = 0;
      for (const step of steps) all.add(number += step);
    }
    return all;
  }

  function range(kind) {
    let start = 0;
    for (const [name, count] of overview.kinds) {
      if (name === kind) return [start, start + count];
      start += count;
    }
    return [0, overview.count];
  }

  async function ask() {
    const turn = ++asked;
    words = split(form.elements.q.value);
    if (!words.length) { numbers = []; hits.replaceChildren(); more.hidden = true; found.textContent = "Every word must occur; the last one may be a beginning."; return; }
    const sets = await Promise.all(words.map((word, n) => numbersOf(word, n === words.length - 1)));
    if (turn !== asked) return;
    sets.sort((a, b) => a.size - b.size);
    const [first, end] = range(form.elements.in.value);
    numbers = Array.from(sets[0]).filter((n) => n >= first && n < end && sets.every((set) => set.has(n))).sort((a, b) => a - b);
    at = 0;
    hits.replaceChildren();
    found.textContent = numbers.length === 1 ? "1 text." : numbers.length ? `${numbers.length} texts.` : "Nothing holds all of these words.";
    await show(turn);
    try { history.replaceState(null, "", "?" + new URLSearchParams(new FormData(form))); } catch { /* the address stays as it is */ }
  }

  function marked(text) {
    const place = document.createDocumentFragment();
    let last = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const plain = split(match[0]).join("");
      if (!words.some((word, n) => plain === word || (n === words.length - 1 && word.length > 1 && plain.startsWith(word)))) continue;
      place.append(text.slice(last, match.index), book.element("mark", {}, match[0]));
      last = match.index + match[0].length;
    }
    place.append(text.slice(last));
    return place;
  }

  async function show(turn) {
    const next = numbers.slice(at, at + STEP);
    const chunks = Array.from(new Set(next.map((n) => Math.floor(n / overview.chunk))));
    const texts = new Map(await Promise.all(chunks.map(async (c) => [c, await book.load("texts-" + c, `data/search/texts-${c}.js`)])));
    if (turn !== asked) return;
    for (const n of next) {
      const text = (texts.get(Math.floor(n / overview.chunk)) || [])[n % overview.chunk];
      if (!text) continue;
      const [kind, href, title, body] = text;
      hits.append(book.element("li", {}, book.element("a", { href }, marked(title)),
        book.element("span", { class: "tag" }, overview.kinds[kind][0]), book.element("p", { dir: "auto" }, marked(body))));
    }
    at += next.length;
    more.hidden = at >= numbers.length;
  }

  let timer = 0;
  form.addEventListener("submit", function (event) { event.preventDefault(); ask(); });
  form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(ask, 120); });
  more.addEventListener("click", () => show(asked));
  const query = new URLSearchParams(location.search);
  for (const name of ["q", "in"]) if (query.get(name)) form.elements[name].value = query.get(name);
  form.elements.q.focus();
  if (form.elements.q.value) ask();
})();
