"use strict";
// What every page shares. Data come as scripts, since a page on disk may load nothing else.
const book = (function () {
  const root = document.body.dataset.root || "";
  const values = new Map();
  const waiting = new Map();

  function put(key, value) {
    values.set(key, value);
    if (key === "snapshot") for (const place of document.querySelectorAll("[data-snapshot]")) place.textContent = "snapshot " + value;
    const settle = waiting.get(key);
    if (settle) settle(value);
  }

  function load(key, file) {
    if (values.has(key)) return Promise.resolve(values.get(key));
    return new Promise(function (resolve) {
      const before = waiting.get(key);
      waiting.set(key, function (value) { if (before) before(value); resolve(value); });
      if (before) return;
      const script = document.createElement("script");
      script.src = root + file;
      script.onerror = function () { waiting.get(key)(null); };
      document.head.append(script);
    });
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) if (value !== null && value !== undefined) made.setAttribute(key, value);
    made.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
    return made;
  }

  function tile(hue, sign, words, href) {
    return element(href ? "a" : "span", { class: "tile " + hue, href: href || null, title: words },
      element("span", { "aria-hidden": "true" }, sign), element("span", { class: "sr" }, words));
  }

  const button = document.getElementById("theme");
  const isDark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", function () {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    button.setAttribute("aria-pressed", String(theme === "dark"));
    try { localStorage.setItem("theme", theme); } catch { /* it holds for this page */ }
  });

  document.addEventListener("keydown", function (event) {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      document.getElementById("site-search").focus();
    }
  });

  function openTarget() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest("details");
    if (fold) fold.open = true;
  }
  addEventListener("hashchange", openTarget);
  openTarget();
  addEventListener("beforeprint", function () { for (const fold of document.querySelectorAll("details")) fold.open = true; });

  return { put, load, element, tile, root };
})();
