/** The KPIs that drive an objective and those that it must not break, with how they stand. */
import { h, replaceChildren } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { statusShape } from '../lib/status.js';
import { kpiAddress } from './kpi-address.js';
import { isNumber, valueText } from './values.js';

const LOOKS = () => ({
  GREEN: ['good', 'ON_TRACK', AJS.I18n.getText('bearings.kpi.status.green')],
  AMBER: ['warn', 'AT_RISK', AJS.I18n.getText('bearings.kpi.status.amber')],
  RED: ['bad', 'GUARDRAIL_RED', AJS.I18n.getText('bearings.kpi.status.red')],
  NOT_JUDGED: ['quiet', 'CLOSED', AJS.I18n.getText('bearings.kpi.status.notJudged')],
});

function lozenge(period) {
  const [tone, shape, text] = LOOKS()[period ? period.status : ''] || ['quiet', 'NO_DATA', AJS.I18n.getText('bearings.status.noData')];
  return h(`span.bearings-status.bearings-status-${tone}`, null, statusShape(shape), text);
}

const row = ({ key, name, measure, period, red }) =>
  h(
    'li.bearings-entry',
    { id: `bearings-serving-${key}` },
    h('a', { href: kpiAddress(key), dir: 'auto' }, name),
    h(
      'p.bearings-facts',
      null,
      h('span', null, key),
      period && isNumber(period.value) && h('span', null, valueText(period.value, measure)),
      // What is red now may have been so in the last period that is over.
      lozenge(red ? { ...period, status: 'RED' } : period)
    )
  );

const group = (title, kpis) => kpis.length > 0 && [h('h3.bearings-panel-section', null, title), h('ul.bearings-entries', null, kpis.map(row))];

/**
 * @param {{objective: Object}} subject
 * @returns {{element: Element, update: function(Object), stop: function()}} `update` takes the objective as it is now
 */
export function serving({ objective }) {
  const element = h('div');
  let read = '';
  let stopped = false;

  async function update(now) {
    const asked = JSON.stringify([now.status, now.flags, now.version]);
    if (asked === read) {
      return;
    }
    read = asked;
    let kpis;
    try {
      ({ kpis } = await get(`objectives/${objective.id}/kpis`));
    } catch (refused) {
      // The objective is worth showing without them; they are asked for again with the next change.
      read = '';
      return;
    }
    if (!stopped) {
      const of = (part) => kpis.filter((kpi) => kpi.part === part);
      replaceChildren(
        element,
        group(AJS.I18n.getText('bearings.serving.guardrails'), of('GUARDRAIL')),
        group(AJS.I18n.getText('bearings.serving.drivers'), of('DRIVER'))
      );
    }
  }

  update(objective);
  return {
    element,
    update,
    stop() {
      stopped = true;
    },
  };
}
