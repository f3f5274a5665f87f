// Runs before the first paint: applies the theme that the reader chose on this device, if any.
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('scripted');
  try {
    var chosen = localStorage.getItem('upswell-theme');
    if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;
  } catch (blocked) { /* Storage may be switched off: the system's theme holds. */ }
})();
