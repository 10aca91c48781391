/** The periods of a KPI as a table, the latest first: the same numbers as in the picture. */
import { h } from '../lib/dom.js';
import { percentText } from '../lib/figures.js';
import { dayText, isNumber, valueText } from '../workspace/values.js';
import { kpiLozenge } from './look.js';
import { periodText, targetOfPeriod } from './words.js';

const AT_ONCE = 12;

/** @param {function(string)} [look] called with a day of the period that somebody wants to look into */
export function seriesTable(kpi, series, look) {
  if (!series.periods.some(({ value }) => isNumber(value))) {
    return h('p.bearings-hint', null, emptyText(kpi));
  }
  const periods = [...series.periods].reverse();
  const computed = Boolean(look) && ['FORMULA', 'METRIC'].includes(kpi.source);
  const noted = ({ first, last }) => series.annotations.filter(({ from, to }) => from <= last && (to || from) >= first);
  const rows = h('tbody', null, periods.slice(0, AT_ONCE).map(row));
  const more = h('button.aui-button.aui-button-subtle', { type: 'button', hidden: periods.length <= AT_ONCE }, AJS.I18n.getText('bearings.action.more'));
  more.addEventListener('click', () => {
    const first = rows.rows.length;
    rows.append(...periods.slice(AT_ONCE).map(row));
    more.hidden = true;
    rows.rows[first].querySelector('th').focus();
  });

  function row(period) {
    const open = computed && isNumber(period.value) && h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.kpi.moved.open'), h('span.bearings-hidden', null, ` ${periodText(period)}`));
    if (open) {
      open.addEventListener('click', () => look(period.last));
    }
    return h(
      'tr',
      null,
      h('th', { scope: 'row', tabindex: '-1', dir: 'auto' }, periodText(period)),
      h('td', null, isNumber(period.value) ? valueText(period.value, kpi.measure) : '\u2013', period.corrected && h('span.bearings-flag', null, AJS.I18n.getText('bearings.kpi.corrected'))),
      h('td', null, targetOfPeriod(period, kpi.measure) || '\u2013'),
      h('td', null, isNumber(period.attainment) ? percentText(Number(period.attainment)) : '\u2013'),
      h(
        'td',
        null,
        kpiLozenge(period),
        period.provisional && h('span.bearings-hint', null, ` ${AJS.I18n.getText('bearings.kpi.provisional')}`),
        noted(period).map(({ text, from }) => h('div.bearings-hint', { dir: 'auto' }, AJS.I18n.getText('bearings.annotations.inTable', dayText(from), text)))
      ),
      computed && h('td', null, open)
    );
  }

  return h(
    'div.bearings-kpi-table',
    { tabindex: '0', role: 'group', 'aria-label': AJS.I18n.getText('bearings.kpi.series.table') },
    h(
      'table.aui',
      null,
      h('caption.bearings-hidden', null, AJS.I18n.getText('bearings.kpi.series.table')),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          [
            AJS.I18n.getText('bearings.kpi.period'),
            AJS.I18n.getText('bearings.form.value'),
            AJS.I18n.getText('bearings.kpi.level.target'),
            AJS.I18n.getText('bearings.kpi.attainment'),
            AJS.I18n.getText('bearings.filter.status'),
          ].map((text) => h('th', { scope: 'col' }, text)),
          computed && h('th', { scope: 'col' }, AJS.I18n.getText('bearings.kpi.moved'))
        )
      ),
      rows
    ),
    more
  );
}

function emptyText({ source, mayMeasure }) {
  if (['MANUAL', 'PUSHED'].includes(source)) {
    return mayMeasure ? AJS.I18n.getText('bearings.kpi.series.enter') : AJS.I18n.getText('bearings.kpi.noValues');
  }
  return AJS.I18n.getText('bearings.kpi.series.computed');
}
