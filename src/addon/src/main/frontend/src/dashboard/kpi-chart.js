/** One KPI from period to period, with its target and its thresholds. */
import { h, morph } from '../lib/dom.js';
import { kpiLozenge } from '../kpi/look.js';
import { seriesTable } from '../kpi/series-table.js';
import { periodText, targetOfPeriod } from '../kpi/words.js';
import { kpiAddress } from '../workspace/kpi-address.js';
import { isNumber, valueText } from '../workspace/values.js';
import { choiceField, kpiField } from './choices.js';
import { lazyPicture } from './lazy-picture.js';
import { asTable, headLine, nothing } from './places.js';

const DAY = 86400000;

export const kpiChartItem = () => ({
  name: AJS.I18n.getText('bearings.item.kpi.title'),
  height: 400,
  seconds: '300',
  fields: (preferences) => [
    kpiField(preferences),
    choiceField({ name: 'days', label: AJS.I18n.getText('bearings.item.days') }, preferences.days || '', [
      ['', AJS.I18n.getText('bearings.item.days.usual')],
      ['92', AJS.I18n.getText('bearings.item.days.quarter')],
      ['366', AJS.I18n.getText('bearings.item.days.year')],
      ['1096', AJS.I18n.getText('bearings.item.days.years')],
    ]),
  ],
  request: ({ kpi, days }) => (kpi ? { path: `kpis/${encodeURIComponent(kpi)}/picture`, parameters: { from: firstDay(days) } } : null),
  unconfigured: () => AJS.I18n.getText('bearings.item.kpi.unconfigured'),
  denied: () => AJS.I18n.getText('bearings.item.kpi.noPermission'),
  subject: ({ kpi }) => kpi.name,
  view,
});

const firstDay = (days) => (Number(days) > 0 ? new Date(Date.now() - Number(days) * DAY).toISOString().slice(0, 10) : null);

function view({ stem }) {
  const top = h('div');
  const picture = lazyPicture('kpi');
  const table = h('div');
  return {
    element: h('div', null, top, picture.element, table),
    update(answer) {
      const { kpi, series } = answer;
      const known = series.periods.some(({ value }) => isNumber(value));
      morph(top, h('div', null, head(kpi, series)));
      picture.element.hidden = !known;
      picture.update(answer);
      const wanted = h('div', null, known ? asTable(seriesTable(kpi, series)) : nothing(AJS.I18n.getText('bearings.kpi.noValues')));
      const [before] = table.querySelectorAll('details');
      if (before && before.open && wanted.querySelector('details')) {
        wanted.querySelector('details').open = true;
      }
      table.replaceChildren(...wanted.childNodes);
      table.id = `${stem}-table`;
    },
    stop: picture.stop,
  };
}

/** "Availability · 99.2 % on track · Target 99 %". */
function head(kpi, { periods }) {
  const latest = [...periods].reverse().find(({ value }) => isNumber(value)) || null;
  const target = latest && targetOfPeriod(latest, kpi.measure);
  return [
    headLine(kpiAddress(kpi.key), kpi.name),
    h(
      'p.bearings-kpi-now',
      null,
      h('span.bearings-kpi-value', null, latest ? valueText(latest.value, kpi.measure) : '\u2013'),
      ' ',
      kpiLozenge(latest)
    ),
    h(
      'p.bearings-kpi-against',
      { dir: 'auto' },
      [latest && periodText(latest), target && AJS.I18n.getText('bearings.kpi.target', target), kpi.unit.name, AJS.I18n.getText('bearings.objective.ownedBy', kpi.owner.name)].filter(Boolean).join(' \u00b7 ')
    ),
  ];
}
