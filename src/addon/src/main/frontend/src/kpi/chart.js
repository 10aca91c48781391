/** The series of a KPI as a picture: values, target, thresholds, breaches, annotations, breaks and the line of its drift. */
import { h, replaceChildren } from '../lib/dom.js';
import { colours, line, overTime, picture } from '../workspace/chart.js';
import { isNumber, valueText } from '../workspace/values.js';
import { criticalText, kpiStatusText, periodText, targetOfPeriod } from './words.js';

const number = (value) => (isNumber(value) ? Number(value) : null);

/** The number of a level, or one end of a band. */
const end = (level, name) => (level ? number(isNumber(level.value) ? level.value : level[name]) : null);

export function kpiChart() {
  const chart = picture();
  const key = h('ul.bearings-hint.bearings-timeline-key.bearings-chart-key', { 'aria-hidden': 'true' });
  const element = h('div', null, chart.element, key);
  return {
    element,
    update({ kpi, series }) {
      const known = series.periods.some(({ value }) => isNumber(value));
      chart.draw(known ? option(kpi, series, element) : null);
      replaceChildren(key, known && keyOf(kpi, series));
    },
    stop: chart.stop,
  };
}

/** What the signs mean, of those only that are in the picture. */
function keyOf(kpi, { periods, breaches, breaks, annotations, forecast }) {
  const has = (test) => periods.some(test);
  const level = (name) => has((period) => isNumber(end(period[name], 'low')));
  return [
    ['value', AJS.I18n.getText('bearings.form.value')],
    has(({ provisional }) => provisional) && ['provisional', AJS.I18n.getText('bearings.kpi.provisional')],
    has(({ status }) => status === 'AMBER') && ['amber', kpiStatusText('AMBER')],
    has(({ status }) => status === 'RED') && ['red', kpiStatusText('RED')],
    level('target') && ['target', AJS.I18n.getText('bearings.kpi.level.target')],
    level('critical') && ['critical', AJS.I18n.getText('bearings.kpi.level.critical')],
    kpi.direction !== 'BAND' && level('critical') && ['between', AJS.I18n.getText('bearings.kpi.chart.between')],
    has((period) => breaches.some((breach) => within(period, breach))) && ['breach', AJS.I18n.getText('bearings.kpi.breach')],
    forecast && forecast.points.length > 1 && ['drift', AJS.I18n.getText('bearings.kpi.chart.drift')],
    has((period) => annotations.some((each) => overlaps(period, each.from, each.to || each.from))) && ['annotation', AJS.I18n.getText('bearings.kpi.chart.annotation')],
    has((period) => breaks.some(({ on }) => overlaps(period, on, on))) && ['break', AJS.I18n.getText('bearings.kpi.breaks')],
  ]
    .filter(Boolean)
    .map(([sign, text]) => h('li', null, h(`span.bearings-sign.bearings-sign-${sign}`), text));
}

function option(kpi, { periods, breaches, breaks, annotations, forecast }, element) {
  const palette = { ...colours(element), ...alarms(element) };
  const slots = [...periods, ...ahead(periods, forecast)];
  const lines = [
    levelLine(AJS.I18n.getText('bearings.kpi.level.target'), slots, 'target', 'low', { color: palette.good, type: 'dashed' }),
    levelLine(AJS.I18n.getText('bearings.kpi.level.target'), slots, 'target', 'high', { color: palette.good, type: 'dashed' }, true),
    levelLine(AJS.I18n.getText('bearings.kpi.level.critical'), slots, 'critical', 'low', { color: palette.bad, type: 'dotted' }),
    levelLine(AJS.I18n.getText('bearings.kpi.level.critical'), slots, 'critical', 'high', { color: palette.bad, type: 'dotted' }, true),
  ];
  const base = overTime(palette, {
    names: slots.map(periodText),
    tooltip: (index) => tooltip(kpi, slots[index], { breaches, breaks, annotations }),
    value: (value) => valueText(value, kpi.measure),
    gap: true,
    series: [
      ...band(slots, kpi, palette),
      marks(AJS.I18n.getText('bearings.kpi.breach'), slots.map((slot) => (breaches.some((breach) => within(slot, breach)) ? 1 : null)), palette.bad, '99%', 0.12),
      marks(AJS.I18n.getText('bearings.annotations'), slots.map((slot) => (annotations.some((each) => overlaps(slot, each.from, each.to || each.from)) ? 1 : null)), palette.neutral, 3, 0.7),
      marks(AJS.I18n.getText('bearings.kpi.breaks'), slots.map((slot) => (breaks.some(({ on }) => overlaps(slot, on, on)) ? 1 : null)), palette.text, 1, 1),
      ...lines,
      ...drift(slots, forecast, palette),
      valueLine(slots, palette),
    ].filter(Boolean),
  });
  return {
    ...base,
    yAxis: [
      { ...base.yAxis, min: null, scale: true },
      { type: 'value', min: 0, max: 1, show: false },
    ],
  };
}

const alarms = (element) => {
  const colour = (token, otherwise) => window.getComputedStyle(element).getPropertyValue(token).trim() || otherwise;
  return { bad: colour('--ds-chart-danger-bold', '#c9372c'), warn: colour('--ds-chart-warning-bold', '#b38600'), surface: colour('--ds-surface', '#ffffff') };
};

const overlaps = ({ first, last }, from, to) => first <= to && from <= last;

/** Whether a breach was open in a period; what is only expected is in none. */
const within = (slot, { opened, closed }) => slot.status && slot.first >= opened.first && (!closed || slot.first < closed.first);

/** A level over all periods; nothing where no period has it. `ofBand` draws only the upper end of bands. */
function levelLine(name, slots, level, side, style, ofBand = false) {
  const data = slots.map((slot) => (ofBand && slot[level] && isNumber(slot[level].value) ? null : end(slot[level], side)));
  return data.some(isNumber) ? { ...line(name, data, style), step: 'middle', silent: true } : null;
}

/** The ground between the warning, or else the target, and the critical threshold; bands have none. */
function band(slots, kpi, palette) {
  if (kpi.direction === 'BAND') {
    return [];
  }
  const pairs = slots.map(({ target, warning, critical }) => [end(warning || target, 'low'), end(critical, 'low')]);
  if (!pairs.some((pair) => pair.every(isNumber))) {
    return [];
  }
  const area = (data, opacity) => ({
    type: 'line',
    step: 'middle',
    stack: 'band',
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    data,
    lineStyle: { width: 0 },
    areaStyle: { color: palette.warn, opacity, origin: 'start' },
  });
  return [
    area(pairs.map((pair) => (pair.every(isNumber) ? Math.min(...pair) : null)), 0),
    area(pairs.map((pair) => (pair.every(isNumber) ? Math.abs(pair[0] - pair[1]) : null)), 0.15),
  ];
}

/** Something that marks whole periods, over the full height. */
function marks(name, data, color, barWidth, opacity) {
  return data.some(isNumber)
    ? { name, type: 'bar', yAxisIndex: 1, data, barWidth, barGap: '-100%', silent: true, itemStyle: { color, opacity } }
    : null;
}

/** The values: red ones as diamonds, what still runs hollow. */
function valueLine(slots, palette) {
  return {
    ...line(
      AJS.I18n.getText('bearings.form.value'),
      slots.map(({ value, status, provisional }) => {
        const color = { RED: palette.bad, AMBER: palette.warn, GREEN: palette.good }[status] || palette.neutral;
        return {
          value: number(value),
          symbol: { RED: 'diamond', AMBER: 'triangle' }[status] || 'circle',
          itemStyle: provisional ? { color: palette.surface, borderColor: color, borderWidth: 2 } : { color },
        };
      }),
      { color: palette.neutral }
    ),
    step: false,
    symbolSize: 10,
    showAllSymbol: true,
    z: 5,
  };
}

/** Places behind the last period for the points of the line of drift that lie beyond it. */
function ahead(periods, forecast) {
  const last = periods.at(-1);
  return forecast && last ? forecast.points.filter(({ on }) => on > last.last).map(({ on }) => ({ first: on, last: on, name: null, value: null, status: null, target: last.target, critical: last.critical })) : [];
}

/** The straight line that the last values follow: known at two points, drawn between them. */
function drift(slots, forecast, palette) {
  if (!forecast || forecast.points.length < 2) {
    return [];
  }
  const [from, to] = [forecast.points[0], forecast.points.at(-1)];
  const at = (on) => slots.findIndex((slot) => overlaps(slot, on, on));
  const [first, last] = [at(from.on), at(to.on)];
  if (first < 0 || last <= first) {
    return [];
  }
  const step = (Number(to.value) - Number(from.value)) / (last - first);
  const data = slots.map((unused, index) => (index >= first && index <= last ? Number(from.value) + step * (index - first) : null));
  return [{ ...line(AJS.I18n.getText('bearings.kpi.chart.drift'), data, { color: palette.warn, type: [8, 4] }), step: false, silent: true }];
}

function tooltip(kpi, slot, { breaches, breaks, annotations }) {
  return [
    periodText(slot),
    slot.status && [isNumber(slot.value) ? valueText(slot.value, kpi.measure) : null, kpiStatusText(slot.status), slot.provisional && AJS.I18n.getText('bearings.kpi.provisional')].filter(Boolean).join(' \u00b7 '),
    slot.target && AJS.I18n.getText('bearings.kpi.target', targetOfPeriod(slot, kpi.measure)),
    slot.critical && criticalText(slot.critical, kpi.direction, kpi.measure),
    breaches.some((breach) => within(slot, breach)) && AJS.I18n.getText('bearings.kpi.breach'),
    ...breaks.filter(({ on }) => overlaps(slot, on, on)).map(({ reason }) => [AJS.I18n.getText('bearings.kpi.breaks'), reason].filter(Boolean).join(': ')),
    ...annotations.filter(({ from, to }) => overlaps(slot, from, to || from)).map(({ text }) => text),
  ]
    .filter(Boolean)
    .join('\n');
}
