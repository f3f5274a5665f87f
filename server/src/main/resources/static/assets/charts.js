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
  var compact = { format: function (value) { return short.format(value).replace(/(\d)([A-Z])$/, '$1\u00a0$2'); } };
  var minute = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  var day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  var clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  var percent = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  var mark = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
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
      legend: { textStyle: { color: colours.text, lineHeight: 16 }, top: 0, left: 0, itemWidth: 18, itemHeight: 10, inactiveColor: colours.muted }
    };
  }

  function axis(colours, name, more) {
    var label = { color: colours.muted, hideOverlap: true };
    if (more.type === 'value') label.formatter = function (value) { return mark.format(value); };
    return Object.assign({
      name: name, nameTextStyle: { color: colours.muted }, axisLabel: label,
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
      type: 'time', min: left, max: right, minInterval: brief ? 3600000 : 86400000, splitNumber: narrow ? 3 : 7, splitLine: { show: false },
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
    if (model.marks && model.marks.length) {
      drawn[0].markLine = {
        silent: true, symbol: 'none', lineStyle: { color: colours.muted, type: 'dotted', width: 1.4 }, label: { color: colours.text, fontSize: 11, formatter: function (point) { return point.data.name; } },
        data: model.marks.map(function (one) { return { name: one.number, xAxis: one.at }; })
      };
    }
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
  function calibration(model, colours, tight) {
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
      grid: { left: 8, right: 18, top: tight ? 92 : 62, bottom: 44, containLabel: true },
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

  // Lines over days, values in the unit of the axis; a level that does not change goes across.
  function lines(model, colours, tight) {
    var texts = model.texts;
    var hues = ['chart-1', 'chart-2', 'chart-5', 'chart-3', 'chart-4'];
    var drawn = model.lines.map(function (line, at) {
      var colour = colours[line.dashed ? 'chart-5' : hues[at]];
      return {
        name: line.name, type: 'line', z: 2, data: line.points, connectNulls: false, symbol: ['circle', 'rect', 'diamond'][at % 3], symbolSize: line.dashed ? 0 : 7,
        showAllSymbol: true, lineStyle: { color: colour, width: 1.8, type: line.dashed ? 'dashed' : 'solid' }, itemStyle: { color: colour }
      };
    });
    if (model.reference) {
      drawn[0].markLine = { silent: true, symbol: 'none', lineStyle: { color: colours.muted, type: 'dotted' }, label: { color: colours.muted, formatter: model.reference.name, position: 'insideEndTop' }, data: [{ yAxis: model.reference.value }] };
    }
    return Object.assign(frame(colours), {
      legend: Object.assign(frame(colours).legend, { type: model.lines.length > 3 ? 'scroll' : 'plain', top: model.lines.length > 3 ? 4 : 0, right: 0, data: model.lines.map(function (line) { return line.name; }) }),
      grid: { left: 8, right: 36, top: tight && model.lines.length < 4 ? 86 : 62, bottom: 30, containLabel: true }, // half a date beyond the last day
      xAxis: axis(colours, texts.day, { type: 'time', minInterval: 86400000, splitNumber: tight ? 3 : 5, splitLine: { show: false }, nameLocation: 'middle', nameGap: 26, axisLabel: { color: colours.muted, hideOverlap: true, showMaxLabel: true, formatter: function (value) { return day.format(value); } } }),
      yAxis: axis(colours, texts.axis, { type: 'value', min: 0, max: model.reference ? 100 : null, nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -24] } }),
      tooltip: Object.assign(frame(colours).tooltip, {
        trigger: 'axis', formatter: function (points) {
          return tip(day.format(points[0].value[0]), points.map(function (point) {
            var value = point.value[1];
            return point.seriesName + ': ' + (value === null || value === undefined ? texts.missing : percent.format(value) + '\u00a0' + texts.unit);
          }));
        }
      }),
      series: drawn
    });
  }

  // How many fell between two values.
  function histogram(model, colours) {
    var texts = model.texts;
    var names = model.bins.map(function (bin) { return percent.format(bin.from) + '–' + percent.format(bin.to); });
    return Object.assign(frame(colours), {
      grid: { left: 8, right: 18, top: 36, bottom: 34, containLabel: true },
      xAxis: axis(colours, texts.x, { type: 'category', data: names, nameLocation: 'middle', nameGap: 28, splitLine: { show: false } }),
      yAxis: axis(colours, texts.y, { type: 'value', min: 0, minInterval: 1, nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -16] } }),
      tooltip: Object.assign(frame(colours).tooltip, { trigger: 'item', formatter: function (point) { return tip(texts.x + ' ' + point.name, [texts.y + ': ' + whole.format(point.value)]); } }),
      series: [{ type: 'bar', barCategoryGap: '8%', itemStyle: { color: colours['chart-1'] }, data: model.bins.map(function (bin) { return bin.count; }) }]
    });
  }

  // One bar per name, the longest first.
  function bars(model, colours, tight) {
    var rows = model.bars.slice().reverse();
    return Object.assign(frame(colours), {
      grid: { left: tight ? 158 : 260, right: 24, top: 8, bottom: 44 },
      xAxis: axis(colours, model.texts.axis, { type: 'value', min: 0, nameLocation: 'middle', nameGap: 26 }),
      yAxis: axis(colours, '', { type: 'category', data: rows.map(function (row) { return row.name; }), splitLine: { show: false }, axisLabel: { color: colours.text, interval: 0, lineHeight: 13, width: tight ? 148 : 248, overflow: 'break' } }),
      tooltip: Object.assign(frame(colours).tooltip, { trigger: 'item', formatter: function (point) { return tip(point.name, [model.texts.axis + ': ' + score.format(point.value)]); } }),
      series: [{ type: 'bar', barMaxWidth: 12, itemStyle: { color: colours['chart-1'] }, data: rows.map(function (row) { return row.value; }) }]
    });
  }

  // Percent of views that still watch at each mark, beside the middle half of other videos; a mark that was not told is a gap.
  function retention(model, colours) {
    var texts = model.texts;
    var blue = colours['chart-1'];
    var grey = colours['chart-5'];
    var said = function (value) { return value === null ? texts.missing : percent.format(value) + '\u00a0%'; };
    var known = model.low.map(function (low, at) { return low === null ? -1 : at; }).filter(function (at) { return at >= 0; });
    return Object.assign(frame(colours), {
      legend: Object.assign(frame(colours).legend, { data: [texts.own, texts.median] }),
      grid: { left: 8, right: 18, top: 58, bottom: 8, containLabel: true },
      xAxis: axis(colours, '', { type: 'category', data: model.marks, boundaryGap: false, splitLine: { show: false } }),
      yAxis: axis(colours, texts.axis, { type: 'value', min: 0, max: 100, nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -24] } }),
      tooltip: Object.assign(frame(colours).tooltip, { trigger: 'axis', formatter: function (points) {
        var at = points[0].dataIndex;
        return tip(model.marks[at], [texts.own + ': ' + said(model.own[at]), texts.median + ': ' + said(model.median[at])]
          .concat(model.low[at] === null ? [] : [texts.band + ': ' + percent.format(model.low[at]) + '–' + said(model.high[at])]));
      } }),
      series: [
        {
          type: 'custom', silent: true, data: known.length ? [[0, 0, 100]] : [], encode: { x: 0, y: [1, 2] },
          renderItem: function (parameters, api) {
            var line = function (values) { return known.map(function (at) { return api.coord([at, values[at]]); }); };
            return { type: 'polygon', shape: { points: line(model.low).concat(line(model.high).reverse()) }, style: { fill: grey, opacity: .2 } };
          }
        },
        { name: texts.median, type: 'line', z: 2, zlevel: 0, data: model.median, connectNulls: false, symbolSize: 4, lineStyle: { color: grey, width: 1.4, type: 'dashed' }, itemStyle: { color: grey } },
        { name: texts.own, type: 'line', z: 3, zlevel: 0, data: model.own, connectNulls: false, symbolSize: 7, lineStyle: { color: blue, width: 2 }, itemStyle: { color: blue } }
      ]
    });
  }

  // A curve of effect over a feature, with its band and marks below for where the data lie.
  function dependence(model, colours) {
    var texts = model.texts;
    var figure = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
    var far = function (value) { return Math.abs(value) >= 10000 ? compact.format(value) : figure.format(value); };
    var blue = colours['chart-1'];
    return Object.assign(frame(colours), {
      grid: { left: 8, right: 18, top: 30, bottom: 34, containLabel: true },
      xAxis: axis(colours, texts.x, { type: model.wide ? 'log' : 'value', scale: true, min: model.points[0][0], max: model.points[model.points.length - 1][0], nameLocation: 'middle', nameGap: 26, splitNumber: 4, splitLine: { show: false }, axisLabel: { color: colours.muted, hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: far } }),
      yAxis: axis(colours, texts.y, { type: 'value', min: 0, splitNumber: 3, axisLine: { onZero: false, lineStyle: { color: colours.line } }, nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -24] } }),
      tooltip: Object.assign(frame(colours).tooltip, { trigger: 'axis', formatter: function (points) {
        var at = points[0].value;
        return tip(texts.x + ' ' + far(at[0]), [texts.mean + ': ' + figure.format(at[1]) + '\u00a0%', texts.band + ': ' + figure.format(Math.max(0, at[2])) + '–' + figure.format(at[3]) + '\u00a0%']);
      } }),
      series: [
        {
          type: 'custom', silent: true, data: model.points, encode: { x: 0, y: [2, 3] },
          renderItem: function (parameters, api) {
            if (parameters.dataIndex > 0) return null;
            var line = function (column) { return model.points.map(function (point) { return api.coord([point[0], Math.max(0, point[column])]); }); };
            return { type: 'polygon', shape: { points: line(2).concat(line(3).reverse()) }, style: { fill: blue, opacity: .16 } };
          }
        },
        { type: 'line', z: 2, zlevel: 0, data: model.points.map(function (point) { return [point[0], point[1], point[2], point[3]]; }), encode: { x: 0, y: 1 }, symbolSize: 5, lineStyle: { color: blue, width: 1.8 }, itemStyle: { color: blue } },
        {
          type: 'custom', silent: true, data: model.rug.map(function (value) { return [value, 0]; }), encode: { x: 0, y: -1 },
          renderItem: function (parameters, api) {
            var x = api.coord([api.value(0), 0])[0];
            var from = parameters.coordSys.x;
            var floor = parameters.coordSys.y + parameters.coordSys.height;
            return x < from || x > from + parameters.coordSys.width ? null : { type: 'line', shape: { x1: x, y1: floor - 9, x2: x, y2: floor }, style: { stroke: colours['chart-2'], lineWidth: 1.5, opacity: .8 } };
          }
        }
      ]
    });
  }

  // Several series over one time.
  function compared(model, colours, tight) {
    var texts = model.texts;
    var dashes = ['solid', 'dashed', 'dotted', 'solid', 'dashed', 'dotted'];
    var hues = ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'text'];
    return Object.assign(frame(colours), {
      legend: Object.assign(frame(colours).legend, { type: 'scroll', right: 0 }),
      grid: { left: 62, right: 20, top: 62, bottom: 44 },
      xAxis: axis(colours, texts.time, { type: 'time', splitNumber: tight ? 3 : 6, splitLine: { show: false }, nameLocation: 'middle', nameGap: 26, axisLabel: { color: colours.muted, hideOverlap: true, formatter: function (value) { return day.format(value); } } }),
      yAxis: axis(colours, texts.axis, { type: 'value', scale: true, splitNumber: 4, nameGap: 14, nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -50] }, axisLabel: { color: colours.muted, formatter: function (value) { return compact.format(value); } } }),
      tooltip: Object.assign(frame(colours).tooltip, {
        trigger: 'axis', formatter: function (points) {
          return tip(texts.moment.replace('{0}', minute.format(points[0].value[0])), points.map(function (point) {
            var value = point.value[1];
            return point.seriesName + ': ' + (value === null || value === undefined ? texts.missing : percent.format(value));
          }));
        }
      }),
      series: model.lines.map(function (line, at) {
        return { name: line.name, type: 'line', z: 2, zlevel: 0, showSymbol: false, data: line.points, connectNulls: false, lineStyle: { width: 1.8, type: dashes[at], color: colours[hues[at]] }, itemStyle: { color: colours[hues[at]] } };
      })
    });
  }

  var kinds = { series: series, intervals: intervals, calibration: calibration, lines: lines, histogram: histogram, bars: bars, dependence: dependence, retention: retention, compared: compared };
  var charts = [];

  function draw(entry) {
    var option = kinds[entry.kind](entry.model, palette(), entry.element.clientWidth < (entry.kind === 'series' || entry.kind === 'compared' ? NARROW : TIGHT));
    entry.chart.setOption(option, true);
  }

  function begin(element) {
    var entry = { element: element, kind: element.dataset.chart, model: JSON.parse(element.dataset.model), chart: echarts.init(element) };
    try {
      draw(entry);
    } catch (failure) {
      entry.chart.dispose();
      element.textContent = element.dataset.failed || String(failure);
      return;
    }
    charts.push(entry);
    element.dataset.drawn = 'true';
    new ResizeObserver(function () { entry.chart.resize(); draw(entry); }).observe(element);
  }

  document.querySelectorAll('[data-chart]').forEach(begin);

  // Charts of a section that was refreshed are drawn anew, and those that are gone are let go.
  document.addEventListener('refreshed', function (event) {
    charts = charts.filter(function (entry) {
      var stays = document.contains(entry.element);
      if (!stays) entry.chart.dispose();
      return stays;
    });
    event.detail.querySelectorAll('[data-chart]').forEach(begin);
  });

  document.addEventListener('themechange', function () { charts.forEach(draw); });
})();
