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

  // Times are told in the zone of the browser: from the next page on, as the server knows it by this only.
  var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) document.cookie = 'zone=' + zone + '; path=/; max-age=31536000; SameSite=Lax';

  // Where a row of places is too long for the screen, the present one is brought into view.
  document.querySelectorAll('nav [aria-current]').forEach(function (here) {
    var row = here.closest('nav');
    if (row.scrollWidth > row.clientWidth) row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  });

  // A tab that changes to another tenant takes the others along: what they show and post would be of one, and go to the other.
  var here = document.getElementById('tenant');
  if (here) {
    var tenant = here.dataset.here;
    try { localStorage.setItem('upswell-tenant', tenant); } catch (blocked) { /* Each tab is for itself then. */ }
    window.addEventListener('storage', function (change) {
      if (change.key === 'upswell-tenant' && change.newValue && change.newValue !== tenant) location.assign('/');
    });
    window.addEventListener('pageshow', function (shown) {
      if (shown.persisted && localStorage.getItem('upswell-tenant') !== tenant) location.assign('/');
    });
  }

  function tell(reasons) {
    var place = document.getElementById('preview') || document.getElementById('refusal');
    if (place) place.replaceChildren(reasons);
  }

  function refusal(text) {
    var box = document.createElement('section');
    var line = document.createElement('p');
    box.className = 'panel';
    box.setAttribute('role', 'alert');
    line.textContent = text;
    box.appendChild(line);
    return box;
  }

  // A server that does not answer is told until it answers again; no answer brings a page that could explain it.
  var unreachable = document.getElementById('unreachable');
  ['htmx:sendError', 'htmx:timeout'].forEach(function (lost) {
    document.addEventListener(lost, function () { unreachable.hidden = false; });
  });
  document.addEventListener('htmx:beforeOnLoad', function () { unreachable.hidden = true; });

  // A partial update that fails shows the page that explains it, instead of nothing.
  document.addEventListener('htmx:responseError', function (event) {
    var detail = event.detail;
    if (detail.requestConfig.verb === 'get') {
      location.assign(detail.pathInfo.finalRequestPath);
    } else {
      var page = new DOMParser().parseFromString(detail.xhr.responseText, 'text/html');
      var reasons = page.querySelector('[data-reasons]');
      if (reasons) tell(document.importNode(reasons, true));
    }
  });

  // Sliders tell the share that each has of their sum while they are moved.
  var tenth = new Intl.NumberFormat(root.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  document.addEventListener('input', function (event) {
    var form = event.target.closest('.sliders');
    if (!form) return;
    var ranges = Array.from(form.querySelectorAll('input[type="range"]'));
    var sum = ranges.reduce(function (so, range) { return so + Number(range.value); }, 0);
    ranges.forEach(function (range) {
      range.parentElement.querySelector('output').textContent = sum ? tenth.format(100 * Number(range.value) / sum) + '\u00a0%' : '–';
    });
  });

  // A file that the server would refuse for its size is not sent at all.
  document.addEventListener('htmx:configRequest', function (event) {
    var input = event.detail.elt.querySelector('input[type="file"]');
    var file = input && input.files[0];
    if (file && file.size > Number(input.dataset.largest)) {
      event.preventDefault();
      tell(refusal(input.dataset.tooLarge));
    }
  });

  // While a file is being read the data page asks again: with the filters of its address, without touching a field that
  // the reader is in, and with everything open that was open.
  var opened = [];
  document.addEventListener('htmx:configRequest', function (event) {
    if (event.detail.elt.id === 'imports') event.detail.path = location.pathname + location.search;
  });
  document.addEventListener('htmx:oobBeforeSwap', function (event) {
    if (event.detail.target.querySelector('input:focus, select:focus')) event.detail.shouldSwap = false;
  });
  document.addEventListener('htmx:beforeSwap', function () {
    opened = Array.from(document.querySelectorAll('details[open][id]'), function (one) { return one.id; });
  });
  document.addEventListener('htmx:afterSwap', function () {
    opened.forEach(function (id) {
      var one = document.getElementById(id);
      if (one) one.open = true;
    });
  });

  // htmx pushes empty fields of a form into the address: leave them out, so that shared links stay short.
  document.addEventListener('htmx:configRequest', function (event) {
    if (event.detail.verb !== 'get') return;
    var parameters = event.detail.parameters;
    Object.keys(parameters).forEach(function (name) {
      if (parameters[name] === '') delete parameters[name];
    });
  });

  // How long a text was in view, told as it is left: at least half of it or of the window, in a tab that is seen; no reader is named.
  var looks = new Map();
  var eyes = 'IntersectionObserver' in window && navigator.sendBeacon && new IntersectionObserver(function (seen) {
    seen.forEach(function (one) {
      if (!looks.has(one.target)) return;
      pause(looks.get(one.target));
      looks.get(one.target).within = one.isIntersecting
        && (one.intersectionRatio >= 0.5 || one.intersectionRect.height >= innerHeight / 2);
      resume(looks.get(one.target));
    });
  }, { threshold: [0, 0.25, 0.5, 0.75, 1] });

  function pause(look) {
    if (look.since !== null) look.millis += performance.now() - look.since;
    look.since = null;
  }

  function resume(look) {
    if (look.within && document.visibilityState === 'visible') look.since = performance.now();
  }

  function leave() {
    looks.forEach(function (look, text) {
      pause(look);
      if (look.millis >= 1000 || look.acted) {
        navigator.sendBeacon(text.dataset.look, new URLSearchParams({ millis: Math.round(look.millis), acted: look.acted }));
      }
      look.millis = 0;
      look.acted = false;
    });
  }

  function watch() {
    if (!eyes) return;
    looks.forEach(function (look, text) { if (!text.isConnected) { eyes.unobserve(text); looks.delete(text); } });
    document.querySelectorAll('[data-look]').forEach(function (text) {
      if (looks.has(text)) return;
      looks.set(text, { millis: 0, since: null, within: false, acted: false });
      eyes.observe(text);
      text.addEventListener('click', function (event) {
        if (event.target.closest('a[href]') && looks.has(text)) looks.get(text).acted = true;
      });
    });
  }

  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden') leave();
    else looks.forEach(resume);
  });
  window.addEventListener('pagehide', leave);
  document.addEventListener('htmx:beforeSwap', leave);
  document.addEventListener('htmx:afterSettle', function () { watch(); looks.forEach(resume); });
  watch();
})();
