/** Where the work of a unit went, week by week, as a picture. */
import { h } from '../lib/dom.js';
import { colours, overTime, picture } from './chart.js';
import { weekText } from './effort-words.js';
import { dayText, numberText } from './values.js';

/** What the colours and patterns mean; the table says the same. */
export const effortLegend = () =>
  h(
    'p.bearings-effort-legend',
    { 'aria-hidden': 'true' },
    h('span.bearings-effort-swatch.bearings-effort-served'),
    ` ${AJS.I18n.getText('bearings.effort.served')} `,
    h('span.bearings-effort-swatch.bearings-effort-kpi'),
    ` ${AJS.I18n.getText('bearings.effort.kpi')} `,
    h('span.bearings-effort-swatch.bearings-effort-neither'),
    ` ${AJS.I18n.getText('bearings.effort.neither')}`
  );

export function effortOption({ weeks }, element) {
  const palette = colours(element);
  const bar = (name, part, style) => ({
    name,
    type: 'bar',
    stack: 'effort',
    barMaxWidth: 48,
    data: weeks.map((week) => Number(week[part].weight)),
    itemStyle: style,
  });
  return overTime(palette, {
    gap: true,
    names: weeks.map(({ first }) => dayText(first)),
    tooltip: (index) => tooltip(weeks[index]),
    value: numberText,
    series: [
      bar(AJS.I18n.getText('bearings.effort.served'), 'objective', { color: palette.good }),
      bar(AJS.I18n.getText('bearings.effort.kpi'), 'kpi', {
        color: palette.other,
        decal: { symbol: 'circle', symbolSize: 0.6, color: 'rgba(255, 255, 255, 0.7)' },
      }),
      bar(AJS.I18n.getText('bearings.effort.neither'), 'neither', {
        color: palette.neutral,
        decal: { symbol: 'rect', color: 'rgba(255, 255, 255, 0.7)', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
      }),
    ],
  });
}

const tooltip = (week) =>
  [
    weekText(week),
    AJS.I18n.getText('bearings.effort.tooltip', AJS.I18n.getText('bearings.effort.served'), numberText(week.objective.weight)),
    AJS.I18n.getText('bearings.effort.tooltip', AJS.I18n.getText('bearings.effort.kpi'), numberText(week.kpi.weight)),
    AJS.I18n.getText('bearings.effort.tooltip', AJS.I18n.getText('bearings.effort.neither'), numberText(week.neither.weight)),
  ].join('\n');


/** The picture with its legend, for where the words stand elsewhere. */
export function effortChart() {
  const chart = picture();
  const element = h('div', null, effortLegend(), chart.element);
  return {
    element,
    update: (answer) => chart.draw(effortOption(answer, element)),
    stop: chart.stop,
  };
}
