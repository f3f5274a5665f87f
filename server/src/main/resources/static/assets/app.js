'use strict';
(function () {
  var root = document.documentElement;
  var dark = matchMedia('(prefers-color-scheme: dark)');

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches;
  }

  var toggle = document.getElementById('theme');

  function label() {
    if (toggle) toggle.querySelector('.label').textContent = isDark() ? toggle.dataset.light : toggle.dataset.dark;
  }

  function announce() {
    label();
    document.dispatchEvent(new CustomEvent('themechange'));
  }

  if (toggle) {
    toggle.hidden = false;
    toggle.addEventListener('click', function () {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      try { localStorage.setItem('upswell-theme', root.dataset.theme); } catch (blocked) { /* Holds for this page only. */ }
      announce();
    });
  }
  dark.addEventListener('change', announce);
  label();

  // A partial update that fails shows the page that explains it, instead of nothing.
  document.addEventListener('htmx:responseError', function (event) {
    var detail = event.detail;
    if (detail.requestConfig.verb === 'get') {
      location.assign(detail.pathInfo.finalRequestPath);
    } else {
      var page = new DOMParser().parseFromString(detail.xhr.responseText, 'text/html');
      var reasons = page.querySelector('[data-reasons]');
      var place = document.getElementById('preview');
      if (reasons && place) place.replaceChildren(document.importNode(reasons, true));
    }
  });

  // htmx pushes empty fields of a form into the address: leave them out, so that shared links stay short.
  document.addEventListener('htmx:configRequest', function (event) {
    if (event.detail.verb !== 'get') return;
    var parameters = event.detail.parameters;
    Object.keys(parameters).forEach(function (name) {
      if (parameters[name] === '') delete parameters[name];
    });
  });
})();
