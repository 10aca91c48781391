/** Which metric of the work in Jira a key result reads, how far its past is read, and why it has no value. */
import { h, morph } from '../lib/dom.js';
import { get } from '../lib/rest.js';

const EVERY = 1500;

/** @returns {{element: Element, update: function(), stop: function()}} */
export function metricState(id) {
  const element = h('div');
  let timer = null;
  let stopped = false;

  async function update() {
    clearTimeout(timer);
    let state;
    try {
      state = await get(`key-results/${id}/metric`);
    } catch (refused) {
      morph(element, h('div', null, h('p.bearings-hint', { role: 'status' }, refused.message)));
      return;
    }
    if (stopped) {
      return;
    }
    morph(element, h('div', null, rows(state)));
    if (isReading(state)) {
      timer = setTimeout(update, EVERY);
    }
  }

  return {
    element,
    update,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

const isReading = ({ backfill }) => backfill.state === 'WAITING' || backfill.state === 'RUNNING';

function rows({ metric, backfill, noDataBecause }) {
  const { state, done, of } = backfill;
  return [
    h('p', null, AJS.I18n.getText('bearings.kpi.metric'), ': ', h('code', { dir: 'ltr' }, metric)),
    isReading({ backfill }) &&
      h(
        'p',
        { role: 'status' },
        `${AJS.I18n.getText('bearings.kpi.backfill.running')} `,
        h('progress', { 'aria-label': AJS.I18n.getText('bearings.kpi.backfill'), ...(of > 0 ? { max: of, value: done } : {}) }),
        of > 0 && ` ${AJS.I18n.getText('bearings.kpi.backfill.part', done, of)}`
      ),
    !isReading({ backfill }) && noDataBecause.map((text) => h('p.bearings-hint', null, text)),
  ];
}
