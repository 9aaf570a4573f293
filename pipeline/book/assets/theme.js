"use strict";
// Before the page is drawn: the colours that were chosen last time.
(function () {
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  } catch { /* storage is closed to this page: the system's colours hold */ }
})();
