"use strict";
// Filters of the first page. What is chosen stands in the address, so that it can be sent on.
(function () {
  const form = document.getElementById("filters");
  const body = document.getElementById("rows");
  const shown = document.getElementById("shown");
  const rows = Array.from(body.children).map((row, place) => ({ row, place, ...row.dataset }));
  const orders = {
    y: (a, b) => Number(b.y || 0) - Number(a.y || 0) || a.place - b.place,
    c: (a, b) => Number(b.n) - Number(a.n) || a.place - b.place,
    x: (a, b) => Number(b.x) - Number(a.x) || a.place - b.place,
    "": (a, b) => a.place - b.place,
  };
  let order = "";

  function chosen() {
    const wanted = {};
    for (const [name, value] of new FormData(form)) if (value) wanted[name] = value;
    return wanted;
  }

  function fits(entry, wanted) {
    return (!wanted.country || entry.c === wanted.country) && (!wanted.kind || entry.k === wanted.kind) &&
      (!wanted.from || Number(entry.z || entry.y || 0) >= Number(wanted.from)) && (!wanted.to || (entry.y && Number(entry.y) <= Number(wanted.to))) &&
      (!wanted.rating || entry.r.includes(wanted.rating)) && (!wanted.findings || entry.f.includes(wanted.findings));
  }

  function apply() {
    const wanted = chosen();
    let count = 0;
    for (const entry of rows) {
      const fit = fits(entry, wanted);
      entry.row.hidden = !fit;
      count += fit;
    }
    if ((wanted.order || "") !== order) {
      order = wanted.order || "";
      body.append(...rows.slice().sort(orders[order]).map((entry) => entry.row));
    }
    shown.textContent = count === rows.length ? `All ${count} reports. Each tile is a commitment: its rating, or the shares of its milestones' ratings.`
      : count ? `${count} of ${rows.length} reports.` : `None of ${rows.length} reports fits. Clear the filters to see them all.`;
    const query = new URLSearchParams(wanted).toString();
    try { history.replaceState(null, "", query ? "#" + query : location.pathname); } catch { /* the address stays as it is */ }
  }

  function recall() {
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) if (form.elements[name]) form.elements[name].value = value;
    if (location.hash.includes("=")) apply();
  }

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  addEventListener("hashchange", recall);
  recall();
})();
