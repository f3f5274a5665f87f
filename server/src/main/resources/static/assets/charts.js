'use strict';
// Draws the charts of a page from the data in their elements. Colours come from the style sheet, texts from the page.
(function () {
  var NARROW = 560;
  var TIGHT = 400;
  var probe = document.createElement('span');
  probe.hidden = true;
  document.body.appendChild(probe);

  /** The value of a colour token in the present theme. */
  function token(name) {
    probe.style.color = 'var(--' + name + ')';
    return getComputedStyle(probe).color;
  }

  function palette() {
    return ['text', 'muted', 'line', 'surface', 'band', 'chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'rise', 'fall']
      .reduce(function (all, name) { all[name] = token(name); return all; }, {});
  }

  var language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
  var whole = new Intl.NumberFormat(language);
  var short = new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact', maximumFractionDigits: 1 });
  var compact = { format: function (value) { return short.format(value).replace(/([A-Z])$/, '\u00a0$1'); } };
  var minute = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  var day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  var clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  var percent = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  var score = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });

  /** A tooltip as elements: markup with style attributes would break the content-security policy. */
  function tip(head, lines) {
    var box = document.createElement('div');
    box.className = 'tip';
    var title = document.createElement('b');
    title.textContent = head;
    box.appendChild(title);
    lines.forEach(function (line) {
      var row = document.createElement('div');
      row.textContent = line;
      box.appendChild(row);
    });
    return box;
  }

  function frame(colours) {
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colours.text, fontSize: 12 },
      tooltip: {
        backgroundColor: colours.surface, borderColor: colours.line, padding: [6, 10], confine: true,
        textStyle: { color: colours.text, fontSize: 13 }
      },
      legend: { textStyle: { color: colours.text }, top: 0, left: 0, itemWidth: 18, itemHeight: 10, inactiveColor: colours.muted }
    };
  }

  function axis(colours, name, more) {
    return Object.assign({
      name: name, nameTextStyle: { color: colours.muted }, axisLabel: { color: colours.muted, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } }, axisTick: { lineStyle: { color: colours.line } },
      splitLine: { lineStyle: { color: colours.line } }
    }, more);
  }

  // Level and gains over time, in two panes with one time axis.
  function series(model, colours, narrow) {
    var texts = model.texts;
    var last = model.level.filter(function (pair) { return pair[1] !== null; }).pop();
    var ahead = model.outlook.length && last ? model.outlook : null;
    var right = ahead ? ahead[0] : (last ? last[0] : null);
    var left = model.level.length ? model.level[0][0] : null;
    if (model.gains.length && left !== null) left = Math.min(left, model.gains[0][0] - model.gainMillis);
    var brief = right - left < 3 * 86400000;
    var gains = model.gains.map(function (pair) { return [pair[0] - model.gainMillis / 2, pair[1], pair[0]]; });
    var time = {
      type: 'time', min: left, max: right, splitNumber: narrow ? 3 : 7, splitLine: { show: false },
      axisLabel: { color: colours.muted, hideOverlap: true, formatter: function (value) { return brief && value % 86400000 ? clock.format(value) : day.format(value); } },
      axisLine: { lineStyle: { color: colours.line } }, axisTick: { lineStyle: { color: colours.line } },
      axisPointer: { label: { formatter: function (point) { return minute.format(point.value); } } }
    };
    var side = { nameLocation: 'end', nameGap: 16, scale: true, axisLabel: { color: colours.muted, formatter: function (value) { return compact.format(value); } } };
    var grid = { left: narrow ? 46 : 60, right: narrow ? 18 : 26 };
    // Lines name their layer: this release of the library fails to, for the mark under the pointer.
    var drawn = [
      { name: texts.level, type: 'line', z: 2, zlevel: 0, showSymbol: false, data: model.level, connectNulls: false, lineStyle: { width: 1.8, color: colours['chart-1'] }, itemStyle: { color: colours['chart-1'] } },
      { name: texts.gains, type: 'bar', xAxisIndex: 1, yAxisIndex: 1, data: gains, barMaxWidth: 18, itemStyle: { color: colours['chart-3'] } }
    ];
    if (ahead) {
      drawn.push({ name: texts.outlook, type: 'line', z: 2, zlevel: 0, symbol: 'none', data: [last, [ahead[0], ahead[2]]], lineStyle: { type: 'dashed', width: 1.8, color: colours['chart-1'] }, itemStyle: { color: colours['chart-1'] } });
      drawn.push(band(texts.band, last, ahead, colours));
    }
    return Object.assign(frame(colours), {
      legend: Object.assign(frame(colours).legend, { type: 'scroll', right: 0 }),
      grid: [Object.assign({ top: 62, height: narrow ? 130 : 165 }, grid), Object.assign({ top: narrow ? 244 : 285, bottom: 40 }, grid)],
      axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: colours.muted } },
      xAxis: [Object.assign({ gridIndex: 0 }, time, { axisLabel: { show: false } }), Object.assign({ gridIndex: 1, name: narrow ? '' : texts.time, nameLocation: 'middle', nameGap: 22, nameTextStyle: { color: colours.muted } }, time)],
      yAxis: [axis(colours, texts.levelAxis, Object.assign({ gridIndex: 0, splitNumber: 4, nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, narrow ? -38 : -50] } }, side)),
        axis(colours, texts.gainsAxis, Object.assign({ gridIndex: 1, splitNumber: 2, nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, narrow ? -38 : -50] } }, side, { scale: false, min: 0 }))],
      tooltip: Object.assign(frame(colours).tooltip, { trigger: 'axis', formatter: function (points) { return reading(points, model); } }),
      series: drawn
    });
  }

  function band(name, last, ahead, colours) {
    return {
      name: name, type: 'custom', silent: true, itemStyle: { color: colours['chart-1'], opacity: .2 }, data: [[ahead[0], ahead[3], ahead[1]]],
      encode: { x: 0, y: [1, 2] },
      renderItem: function (parameters, api) {
        return { type: 'polygon', shape: { points: [api.coord(last), api.coord([ahead[0], ahead[3]]), api.coord([ahead[0], ahead[1]])] }, style: { fill: colours['chart-1'], opacity: .2 } };
      }
    };
  }

  function reading(points, model) {
    var texts = model.texts;
    var lines = [];
    var bar = points.filter(function (point) { return point.seriesName === texts.gains; })[0];
    points.forEach(function (point) {
      if (point.seriesName === texts.level && !bar) lines.push(texts.level + ': ' + number(point.value[1], texts));
    });
    var end = bar && model.level.filter(function (pair) { return pair[0] === bar.value[2]; })[0];
    if (end) lines.push(texts.level + ': ' + number(end[1], texts));
    if (bar) lines.push(texts.gains + ': ' + number(bar.value[1], texts));
    var ahead = points.filter(function (point) { return point.seriesName === texts.outlook; })[0];
    if (ahead && model.outlook.length && ahead.value[0] === model.outlook[0]) {
      lines = [texts.outlook + ': ' + whole.format(Math.round(model.outlook[2])), texts.band + ': ' + whole.format(Math.round(model.outlook[1])) + ' – ' + whole.format(Math.round(model.outlook[3]))];
    }
    var at = bar ? bar.value[2] : points[0].value[0];
    return tip(texts.moment.replace('{0}', minute.format(at)), lines);
  }

  function number(value, texts) {
    return value === null || value === undefined ? texts.missing : whole.format(value) + ' ' + texts.views;
  }

  // One dot with its interval per model; the line of guessing across.
  function intervals(model, colours, tight) {
    var bars = model.bars.slice().reverse();
    var texts = model.texts;
    return Object.assign(frame(colours), {
      legend: { show: false },
      grid: { left: tight ? 108 : 176, right: 24, top: 24, bottom: 44 },
      xAxis: axis(colours, texts.axis, { type: 'value', min: 0, nameLocation: 'middle', nameGap: 26 }),
      yAxis: axis(colours, '', { type: 'category', data: bars.map(function (bar) { return bar.name; }), splitLine: { show: false }, axisLabel: { color: colours.text, lineHeight: 13, interval: 0, width: tight ? 96 : 166, overflow: 'break' } }),
      tooltip: Object.assign(frame(colours).tooltip, {
        trigger: 'item', formatter: function (point) {
          var bar = bars[point.dataIndex];
          return bar ? tip(bar.name, [texts.axis + ' ' + score.format(bar.value), texts.interval + ': ' + score.format(bar.low) + '–' + score.format(bar.high)]) : '';
        }
      }),
      series: [{
        type: 'custom', data: bars.map(function (bar, at) { return [bar.value, at, bar.low, bar.high, bar.baseline ? 1 : 0]; }), encode: { x: [0, 2, 3], y: 1 },
        renderItem: function (parameters, api) {
          var low = api.coord([api.value(2), api.value(1)]);
          var high = api.coord([api.value(3), api.value(1)]);
          var middle = api.coord([api.value(0), api.value(1)]);
          var colour = api.value(4) ? colours['chart-5'] : colours['chart-1'];
          return {
            type: 'group', children: [
              { type: 'line', shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style: { stroke: colour, lineWidth: 3, opacity: .45 } },
              { type: 'circle', shape: { cx: middle[0], cy: middle[1], r: 5 }, style: { fill: colour } }
            ]
          };
        },
        markLine: { silent: true, symbol: 'none', lineStyle: { color: colours.muted, type: 'dashed' }, label: { color: colours.muted, formatter: texts.guessing, position: 'end' }, data: [{ xAxis: model.prevalence }] }
      }]
    });
  }

  // Observed share against stated probability, with intervals; the diagonal is perfect calibration.
  function calibration(model, colours) {
    var texts = model.texts;
    var hues = ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5'].map(function (name) { return colours[name]; });
    var top = Math.min(100, Math.ceil(5 * Math.max.apply(null, [.1].concat(model.curves.flatMap(function (curve) {
      return curve.bins.flatMap(function (bin) { return [bin[0], bin[3]]; });
    })))) * 20);
    var drawn = [{ name: texts.perfect, type: 'line', symbol: 'none', silent: true, data: [[0, 0], [top, top]], lineStyle: { type: 'dashed', color: colours.muted, width: 1 }, itemStyle: { color: colours.muted } }];
    model.curves.forEach(function (curve, at) {
      var colour = hues[at % hues.length];
      var bins = curve.bins.map(function (bin) { return [100 * bin[0], 100 * bin[1], 100 * bin[2], 100 * bin[3], bin[4]]; });
      drawn.push({ name: curve.name, type: 'custom', silent: true, data: bins, encode: { x: 0, y: [1, 2, 3] }, itemStyle: { color: colour }, renderItem: function (parameters, api) {
        var low = api.coord([api.value(0), api.value(2)]);
        var high = api.coord([api.value(0), api.value(3)]);
        return { type: 'line', shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style: { stroke: colour, lineWidth: 1.5, opacity: .5 } };
      } });
      drawn.push({ name: curve.name, type: 'line', data: bins, encode: { x: 0, y: 1 }, symbol: ['circle', 'rect', 'triangle', 'diamond'][at % 4], symbolSize: 7, lineStyle: { color: colour, width: 1.6 }, itemStyle: { color: colour } });
    });
    return Object.assign(frame(colours), {
      legend: Object.assign(frame(colours).legend, { data: model.curves.map(function (curve) { return curve.name; }).concat(texts.perfect) }),
      grid: { left: 8, right: 18, top: 62, bottom: 44, containLabel: true },
      xAxis: axis(colours, texts.stated, { type: 'value', min: 0, max: top, nameLocation: 'middle', nameGap: 26 }),
      yAxis: axis(colours, texts.observed, { type: 'value', min: 0, max: top, nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -24] } }),
      tooltip: Object.assign(frame(colours).tooltip, {
        trigger: 'item', formatter: function (point) {
          if (!point.value || point.value.length < 5) return '';
          return tip(point.seriesName, [texts.stated + ': ' + percent.format(point.value[0]), texts.observed + ': ' + percent.format(point.value[1]) + ' (' + percent.format(point.value[2]) + '–' + percent.format(point.value[3]) + ')', whole.format(point.value[4]) + ' ' + texts.cases]);
        }
      }),
      series: drawn
    });
  }

  var kinds = { series: series, intervals: intervals, calibration: calibration };
  var charts = [];

  function draw(entry) {
    var option = kinds[entry.kind](entry.model, palette(), entry.element.clientWidth < (entry.kind === 'series' ? NARROW : TIGHT));
    entry.chart.setOption(option, true);
  }

  document.querySelectorAll('[data-chart]').forEach(function (element) {
    var entry = { element: element, kind: element.dataset.chart, model: JSON.parse(element.dataset.model), chart: echarts.init(element) };
    charts.push(entry);
    draw(entry);
    element.dataset.drawn = 'true';
    new ResizeObserver(function () { entry.chart.resize(); draw(entry); }).observe(element);
  });

  document.addEventListener('themechange', function () { charts.forEach(draw); });
})();
