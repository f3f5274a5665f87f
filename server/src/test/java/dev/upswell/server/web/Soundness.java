package dev.upswell.server.web;

import com.microsoft.playwright.Page;
import java.util.List;

/// What must hold of every page whatever it shows, looked for in the browser.
public final class Soundness {

    /// Waits until the charts stand, then names all that is wrong. What may be cut off says so with `data-cut`.
    private static final String FAULTS = """
        async () => {
          const faults = [];
          const shown = element => element.getClientRects().length > 0;
          const named = element => element.tagName.toLowerCase() + (element.className ? '.' + String(element.className).split(' ').join('.') : '') + ' “' + element.textContent.trim().slice(0, 40) + '”';
          for (let tries = 0; tries < 300 && [...document.querySelectorAll('[data-chart]')].some(chart => !chart.dataset.drawn); tries++) {
            await new Promise(then => setTimeout(then, 100));
          }

          // Charts follow a new width with the frame after it.
          await new Promise(then => requestAnimationFrame(() => requestAnimationFrame(then)));

          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) faults.push('the page is ' + (root.scrollWidth - root.clientWidth) + ' pixels wider than its window');
          if (!document.title.trim()) faults.push('no title');
          const headings = [...document.querySelectorAll('h1')].filter(shown);
          if (headings.length !== 1 || !headings[0].textContent.trim()) faults.push(headings.length + ' headings of the first order');

          const hidden = '.hidden, svg, [data-chart], [data-cut]';
          document.querySelectorAll('body *').forEach(element => {
            const texts = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
            if (!texts.length || !shown(element) || element.closest(hidden) || element.clientWidth === 1) return;
            const cut = getComputedStyle(element).overflowX;
            if ((cut === 'hidden' || cut === 'clip') && element.scrollWidth > element.clientWidth + 1) faults.push('cut off: ' + named(element));
            const box = element.closest('.scroll, .seg, .tall, pre, nav') ? null : element.closest('.panel, .card, main');
            if (!box) return;
            const range = document.createRange();
            range.selectNodeContents(element);
            if (range.getBoundingClientRect().right > box.getBoundingClientRect().right + 1) faults.push('sticks out of its box: ' + named(element));
          });

          document.querySelectorAll('[data-chart]').forEach(chart => {
            const canvas = chart.querySelector('canvas');
            const drawn = canvas && canvas.width && canvas.height && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(value => value);
            if (!drawn) faults.push('an empty chart: ' + chart.getAttribute('aria-label'));
          });
          document.querySelectorAll('img').forEach(image => { if (!image.naturalWidth) faults.push('an empty image: ' + image.src); });
          document.querySelectorAll('svg[role=img]').forEach(image => { if (!image.querySelector('rect, path, polyline, polygon, circle, line')) faults.push('an empty graphic: ' + image.getAttribute('aria-label')); });

          const spoken = document.querySelector('main').innerText;
          (spoken.match(/\\?\\?\\w*|##\\w*|\\bNaN\\b|\\bInfinity\\b|\\bnull\\b|\\bundefined\\b/g) || []).forEach(word => faults.push('no word for people: ' + word));
          (spoken.match(/(?<![\\d.,–:-])\\b1 (?!is|was|has|this|less|plus|its|as)[a-z]+s\\b/g) || []).forEach(word => faults.push('one of many: ' + word));
          return [...new Set(faults)];
        }""";

    private Soundness() {
    }

    /// All that is wrong with the page in this window, in words; empty when nothing is.
    public static List<String> faults(Page page) {
        return ((List<?>) page.evaluate(FAULTS)).stream().map(Object::toString).toList();
    }
}
