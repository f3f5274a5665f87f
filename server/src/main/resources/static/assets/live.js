'use strict';
// Sections that are marked with data-live show what is new by themselves: the server tells by a stream which of them changed, and they are
// fetched again. Nothing is taken from whoever is reading: what they type, mark or have opened stays, and so does where they are.
(function () {
  var stream = null;
  var waiting = new Set();
  var fetching = false;
  var timer = 0;
  var lastSaid = 0;
  var lastFetched = 0;
  var broken = false;
  var BETWEEN = 4000;
  var BETWEEN_WORDS = 30000;
  var AGAIN = 60000;

  function marked() {
    return Array.from(document.querySelectorAll('[data-live]'));
  }

  var address = document.body.dataset.stream;
  if (!address || !window.EventSource || !window.htmx || !marked().length) return;

  function tab() {
    var name = 'upswell-tab';
    try {
      var known = sessionStorage.getItem(name);
      if (!known) {
        known = Math.random().toString(36).slice(2) + Date.now().toString(36);
        sessionStorage.setItem(name, known);
      }
      return known;
    } catch (blocked) {
      return Math.random().toString(36).slice(2);
    }
  }

  function open() {
    if (stream || document.hidden) return;
    var opened = new EventSource(address + '?tab=' + encodeURIComponent(tab()));
    stream = opened;
    opened.addEventListener('open', function () {
      root().dataset.live = 'on';
      // What happened while there was no stream was told to nobody.
      if (broken) all();
      broken = false;
    });
    opened.addEventListener('changed', function (event) { changed(event.data.split(' ')); });
    opened.addEventListener('end', close);
    // A stream that was refused is tried again much later; one that broke the browser opens again by itself.
    opened.addEventListener('error', function () {
      broken = true;
      if (opened.readyState !== EventSource.CLOSED || stream !== opened) return;
      close();
      setTimeout(open, AGAIN);
    });
  }

  function all() {
    marked().forEach(function (section) { waiting.add(section.id); });
    soon(300);
  }

  function root() {
    return document.documentElement;
  }

  function close() {
    if (stream) stream.close();
    stream = null;
    delete root().dataset.live;
  }

  function changed(names) {
    marked().forEach(function (section) {
      if (section.dataset.live.split(' ').some(function (name) { return names.indexOf(name) >= 0; })) waiting.add(section.id);
    });
    if (waiting.size) soon(Math.max(300, BETWEEN - (Date.now() - lastFetched)));
  }

  function soon(wait) {
    if (!timer) timer = setTimeout(function () { timer = 0; refresh(); }, wait);
  }

  // Whoever types, chose something, marked text or looks at something opened is not disturbed.
  function busy(section) {
    var active = document.activeElement;
    if (active && section.contains(active) && active.matches('input, select, textarea')) return true;
    var chosen = window.getSelection();
    if (chosen && !chosen.isCollapsed && section.contains(chosen.anchorNode)) return true;
    return Array.from(section.querySelectorAll('input, textarea, select')).some(function (field) {
      if (field.type === 'hidden' || field.type === 'submit') return false;
      if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
      if (field.tagName === 'SELECT') {
        var stated = Array.from(field.options).some(function (option) { return option.defaultSelected; });
        return Array.from(field.options).some(function (option, place) {
          return option.selected !== (stated ? option.defaultSelected : place === 0) && !field.multiple;
        });
      }
      return field.value !== field.defaultValue;
    });
  }

  // A section whose reader is busy waits; the others do not wait for it.
  function refresh() {
    if (fetching || document.hidden) return;
    var byAddress = new Map();
    Array.from(waiting).forEach(function (id) {
      var section = document.getElementById(id);
      if (section && busy(section)) return;
      waiting.delete(id);
      if (!section) return;
      var from = section.dataset.from || location.pathname + location.search;
      byAddress.set(from, (byAddress.get(from) || []).concat(id));
    });
    fetching = true;
    Promise.all(Array.from(byAddress, function (one) { return bring(one[0], one[1]); })).catch(function () {
      // Whoever looks keeps what they have; it is tried again.
    }).then(function () {
      fetching = false;
      lastFetched = Date.now();
      if (waiting.size) soon(BETWEEN);
    });
  }

  function bring(address, ids) {
    return fetch(address, { headers: { Accept: 'text/html' }, credentials: 'same-origin', redirect: 'error', cache: 'no-store' })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
      .then(function (text) {
        var page = new DOMParser().parseFromString(text, 'text/html');
        ids.forEach(function (id) {
          var before = document.getElementById(id);
          var after = page.getElementById(id);
          if (before && after && busy(before)) waiting.add(id);
          else if (before && after) put(before, after);
        });
      }, function (failure) {
        if ([401, 403, 404].indexOf(failure) < 0) ids.forEach(function (id) { waiting.add(id); });
        return Promise.reject(failure);
      });
  }

  var shown = new Map();

  function put(before, after) {
    var html = after.outerHTML;
    if ((shown.get(before.id) || before.outerHTML) === html) return;
    shown.set(before.id, html);
    var id = before.id;
    var kept = keep(before);
    htmx.swap(before, html, { swapStyle: 'outerHTML', swapDelay: 0, settleDelay: 0 });
    var section = document.getElementById(id);
    if (!section) return;
    kept(section);
    section.classList.add('refreshed');
    document.dispatchEvent(new CustomEvent('refreshed', { detail: section }));
    say(section.dataset.said);
  }

  var HOLDING = 'a, button, summary, [tabindex]';

  // What the reader opened, how far they scrolled, and where their focus is.
  function keep(section) {
    var page = [window.scrollX, window.scrollY];
    var open = Array.from(section.querySelectorAll('details[open][id]'), function (one) { return one.id; });
    var places = Array.from(section.querySelectorAll('.scroll'), function (one) { return [one.scrollLeft, one.scrollTop]; });
    var active = document.activeElement;
    var place = section.contains(active) ? Array.from(section.querySelectorAll(HOLDING)).indexOf(active) : -1;
    var name = place >= 0 ? active.getAttribute('href') || active.textContent : '';
    return function (fresh) {
      open.forEach(function (id) {
        var one = document.getElementById(id);
        if (one) one.open = true;
      });
      Array.from(fresh.querySelectorAll('.scroll')).forEach(function (one, i) {
        if (places[i]) { one.scrollLeft = places[i][0]; one.scrollTop = places[i][1]; }
      });
      if (place >= 0) {
        var all = Array.from(fresh.querySelectorAll(HOLDING));
        var same = all.filter(function (one) { return (one.getAttribute('href') || one.textContent) === name; })[0] || all[place];
        if (same) same.focus({ preventScroll: true });
      }
      window.scrollTo(page[0], page[1]);
    };
  }

  // Readers who listen are told in a short sentence, and at most twice a minute.
  function say(words) {
    var place = document.getElementById('live-said');
    var now = Date.now();
    if (!words || !place || now - lastSaid < BETWEEN_WORDS) return;
    lastSaid = now;
    place.textContent = words;
  }

  document.addEventListener('visibilitychange', function () {
    if (document.hidden) {
      close();
    } else {
      open();
      all();
    }
  });
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', function (event) {
    if (!event.persisted) return;
    open();
    all();
  });
  open();
})();
