/** What the side panel shows of a KPI: a form to create or change it, to enter a value, or to bring in many. */
import { h, replaceChildren } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { done } from '../lib/flags.js';
import { kpiAddress } from '../workspace/kpi-address.js';
import { tellChanged } from './changed.js';
import { editKpi, newKpi } from './form.js';
import { pasteForm } from './paste.js';
import { projectsOf, proposalsView } from './proposals.js';
import { tokensView } from './tokens.js';
import { measuredText, valueForm } from './value-form.js';

/**
 * @param {Object} subject
 * @param {string} subject.name such as `KPI-new`, `KPI-propose`, `KPI-12.value`, `KPI-12.edit`
 * @param {function(string, string)} subject.titled called with the title and what stands above it
 * @param {function(function(): boolean)} subject.watched called with what says whether something typed would be lost
 * @param {function()} subject.close
 * @param {function()} subject.saved called before it is closed, so that nothing typed is kept
 * @param {{unitId: number, unitName: string, units: Object[], me: Object|null}} [subject.of] where a new one belongs
 */
export function kpiPanel({ name, titled, watched, close, saved = () => {}, of }) {
  const place = h('div', null, h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.loading')));
  let form = null;
  let stopped = false;

  function over(text) {
    saved();
    close();
    tellChanged();
    done(text);
  }

  async function make() {
    if (name === 'KPI-new') {
      titled(AJS.I18n.getText('bearings.kpi.create'), of.unitName);
      return newKpi({
        unitId: of.unitId,
        me: of.me,
        saved: (created) => over(AJS.I18n.getText('bearings.page.created', created.key)),
        cancel: close,
      });
    }
    if (name === 'KPI-propose') {
      titled(AJS.I18n.getText('bearings.kpi.propose'), of.unitName);
      return proposalsView({ unitId: of.unitId, projects: projectsOf(of), me: of.me });
    }
    const [key, what] = name.split('.');
    const kpi = await get(`kpis/${key.replace(/^KPI-/, '')}`);
    const kicker = [kpi.key, kpi.unitName].join(' \u00b7 ');
    switch (what) {
      case 'edit':
        titled(AJS.I18n.getText('bearings.kpi.edit', kpi.key), kpi.name);
        return editKpi(kpi, { saved: () => over(AJS.I18n.getText('bearings.page.saved', kpi.key)), cancel: close });
      case 'paste':
        titled(AJS.I18n.getText('bearings.kpi.paste'), [kicker, kpi.name].join(' \u00b7 '));
        return pasteForm(kpi, { saved: (report) => over(AJS.I18n.getText('bearings.kpi.paste.done', kpi.key, report.added)), cancel: close });
      case 'tokens':
        titled(AJS.I18n.getText('bearings.kpi.tokens'), [kicker, kpi.name].join(' \u00b7 '));
        return tokensView(kpi);
      case 'value':
        titled(kpi.name, kicker);
        return valueForm(kpi, { saved: (measured) => over(measuredText(measured, kpi)), cancel: close });
      default:
        titled(kpi.name, kicker);
        return { element: h('p', null, h('a', { href: kpiAddress(kpi.key) }, AJS.I18n.getText('bearings.kpi.openPage', kpi.key))), isDirty: () => false, focus() {} };
    }
  }

  (async () => {
    try {
      form = await make();
    } catch (refused) {
      titled(name, '');
      form = { element: h('div.aui-message.aui-message-error', { role: 'alert' }, h('p', null, refused.message)), isDirty: () => false, focus() {} };
    }
    if (!stopped) {
      replaceChildren(place, form.element);
      form.focus();
    }
  })();

  watched(() => Boolean(form && form.isDirty()));
  return {
    element: place,
    update() {},
    stop() {
      stopped = true;
    },
  };
}
