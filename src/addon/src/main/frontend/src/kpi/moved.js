/** What moved a computed value since the period before: the issues that changed it most. */
import { h, replaceChildren } from '../lib/dom.js';
import { get, Refused } from '../lib/rest.js';
import { isNumber, numberText, valueText } from '../workspace/values.js';
import { shownPeriod } from './look.js';
import { periodText } from './words.js';

export function movedBy(id) {
  const content = h('div');
  const element = h('section', { hidden: true }, h('h2.bearings-kpi-heading', { tabindex: '-1' }, AJS.I18n.getText('bearings.kpi.moved')), content);
  let asked = '';

  return {
    element,
    /** @param {string} period a day in the period that is looked into; empty for the latest */
    async refresh(kpi, period) {
      element.hidden = !['FORMULA', 'METRIC'].includes(kpi.source);
      if (element.hidden) {
        return;
      }
      const before = asked;
      asked = period;
      const latest = shownPeriod(kpi);
      if (!period && !(latest && isNumber(latest.value))) {
        replaceChildren(content, h('p.bearings-hint', null, AJS.I18n.getText('bearings.kpi.noValues')));
        return;
      }
      try {
        replaceChildren(content, movedElement(await get(`kpis/${id}/moved`, { period: period || latest.last }), kpi));
      } catch (refused) {
        if (!(refused instanceof Refused)) {
          throw refused;
        }
        replaceChildren(content, h('p.bearings-hint', { role: 'status' }, refused.message));
      }
      if (period && period !== before) {
        element.scrollIntoView({ block: 'nearest' });
        element.querySelector('h2').focus({ preventScroll: true });
      }
    },
  };
}

function movedElement({ period, before, value, valueBefore, issues, hidden }, { measure }) {
  const way = before
    ? AJS.I18n.getText('bearings.kpi.moved.way', periodText(before), valueText(valueBefore, measure), periodText(period), valueText(value, measure))
    : AJS.I18n.getText('bearings.kpi.moved.first', periodText(period), valueText(value, measure));
  return [
    h('p', null, way, issues.length > 0 && ` ${AJS.I18n.getText('bearings.kpi.moved.most')}`),
    issues.length > 0 && h('ul.bearings-kpi-movers', null, issues.map((issue) => mover(issue))),
    !issues.length && !hidden && h('p.bearings-hint', null, AJS.I18n.getText('bearings.kpi.moved.none')),
    hidden > 0 && h('p.bearings-hint', null, hidden === 1 ? AJS.I18n.getText('bearings.kpi.moved.hidden.one') : AJS.I18n.getText('bearings.kpi.moved.hidden.many', hidden)),
  ];
}

const mover = ({ key, summary, change }) =>
  h(
    'li',
    null,
    h('span.bearings-kpi-change', null, isNumber(change) ? `${Number(change) > 0 ? '+' : ''}${numberText(change)}` : ''),
    ' ',
    h('a', { href: `${AJS.contextPath()}/browse/${encodeURIComponent(key)}`, dir: 'auto' }, `${key} ${summary}`)
  );
