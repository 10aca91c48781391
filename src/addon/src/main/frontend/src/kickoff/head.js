/** Above the steps: which unit and which cycle. */
import { h } from '../lib/dom.js';
import { pickers } from '../lib/pickers.js';
import { dayText } from '../workspace/values.js';

/** @param {{go: function(Object)}} page */
export function head(page) {
  const days = h('p.bearings-page-lead');
  const workspace = h('a.aui-button', { href: '#' }, AJS.I18n.getText('bearings.kickoff.workspace'));
  const where = pickers((to) => page.go(to), workspace);
  const element = h(
    'div.bearings-page-header',
    null,
    h('div', null, h('h1', null, AJS.I18n.getText('bearings.kickoff.title')), days),
    where.element
  );
  return {
    element,
    update({ work, cycle: chosen }) {
      where.update(work, chosen);
      days.textContent = chosen
        ? AJS.I18n.getText('bearings.kickoff.lead', work.unit.name, chosen.name, dayText(chosen.first), dayText(chosen.last))
        : AJS.I18n.getText('bearings.kickoff.question');
      const query = new URLSearchParams(chosen ? { unit: String(work.unit.id), cycle: String(chosen.id) } : {});
      workspace.setAttribute('href', `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?${query}`);
    },
  };
}
