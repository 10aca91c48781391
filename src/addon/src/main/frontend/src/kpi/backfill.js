/** Reading the past of a computed KPI: asked for once, done in the background, watched here. */
import { h, replaceChildren } from '../lib/dom.js';
import { failed } from '../lib/flags.js';
import { get, post } from '../lib/rest.js';
import { dayText } from '../workspace/values.js';

const EVERY = 1500;

/** @param {function(): Promise} changed called when the past has been read */
export function backfill(id, changed) {
  const content = h('div', { role: 'status' });
  const button = h('button.aui-button', { type: 'button' }, AJS.I18n.getText('bearings.kpi.backfill.start'));
  const all = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.kpi.backfill.all'));
  const buttons = h('p.bearings-panel-actions', null, button, all);
  const element = h('section', { hidden: true }, h('h2.bearings-kpi-heading', null, AJS.I18n.getText('bearings.kpi.backfill')), content, buttons);
  let timer = null;
  let running = false;

  function show({ state, done, of, from, text }) {
    const was = running;
    running = state === 'WAITING' || state === 'RUNNING';
    buttons.hidden = running;
    replaceChildren(
      content,
      state === 'NONE' && h('p.bearings-hint', null, AJS.I18n.getText('bearings.kpi.backfill.none')),
      running && [
        h('p', null, from ? AJS.I18n.getText('bearings.kpi.backfill.since', dayText(from)) : AJS.I18n.getText('bearings.kpi.backfill.running')),
        h('progress.bearings-import-progress', { 'aria-label': AJS.I18n.getText('bearings.kpi.backfill'), ...(of > 0 ? { max: of, value: done } : {}) }),
        of > 0 && h('span', null, ` ${AJS.I18n.getText('bearings.kpi.backfill.part', done, of)}`),
      ],
      state === 'DONE' && h('p.bearings-hint', null, from ? AJS.I18n.getText('bearings.kpi.backfill.done', dayText(from)) : AJS.I18n.getText('bearings.kpi.backfill.doneAll')),
      state === 'FAILED' && h('div.aui-message.aui-message-error', null, h('p', null, text || AJS.I18n.getText('bearings.kpi.backfill.failed')))
    );
    clearTimeout(timer);
    if (running) {
      timer = setTimeout(() => document.contains(element) && load(), EVERY);
    } else if (was) {
      changed();
    }
  }

  async function load() {
    try {
      show(await get(`kpis/${id}/backfill`));
    } catch (refused) {
      replaceChildren(content, h('p.bearings-hint', null, refused.message));
    }
  }

  async function start(from) {
    try {
      show(await post(`kpis/${id}/backfill`, { from }));
    } catch (refused) {
      failed(refused.message);
    }
  }

  button.addEventListener('click', () => start(null));
  all.addEventListener('click', () => start('1970-01-01'));
  return {
    element,
    async refresh(kpi) {
      element.hidden = !kpi || !kpi.mayEdit || !['FORMULA', 'METRIC'].includes(kpi.source);
      if (!element.hidden && !running) {
        await load();
      }
    },
  };
}
