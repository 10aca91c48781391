/** Above the steps: which unit and which cycle. */
import { h, replaceChildren, uniqueId } from '../lib/dom.js';
import { dayText } from '../workspace/values.js';

const EM = '\u2003';

function picker(label, changed) {
  const id = uniqueId('kickoff-picker');
  const control = h('select.select', { id });
  control.addEventListener('change', () => changed(control.value));
  return { control, element: h('span.bearings-kickoff-picker', null, h('label', { for: id }, label), control) };
}

function unitChoices(units) {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const depth = (id) => (parents.has(parents.get(id)) ? 1 + depth(parents.get(id)) : 0);
  return units.filter(({ archived }) => !archived).map(({ id, name }) => [String(id), EM.repeat(depth(id)) + name]);
}

const fill = (control, choices, value) => {
  replaceChildren(control, choices.map(([key, text]) => h('option', { value: key }, text)));
  control.value = value;
};

/** @param {{go: function(Object)}} page */
export function head(page) {
  let unitId = '';
  const unit = picker(AJS.I18n.getText('bearings.kickoff.unit'), (chosen) => page.go({ unit: chosen }));
  const cycle = picker(AJS.I18n.getText('bearings.kickoff.cycle'), (chosen) => page.go({ unit: unitId, cycle: chosen }));
  const days = h('p.bearings-page-lead');
  const workspace = h('a.aui-button', { href: '#' }, AJS.I18n.getText('bearings.kickoff.workspace'));
  const element = h(
    'div.bearings-page-header',
    null,
    h('div', null, h('h1', null, AJS.I18n.getText('bearings.kickoff.title')), days),
    h('div.bearings-kickoff-pickers', null, unit.element, cycle.element, workspace)
  );
  return {
    element,
    update({ work, cycle: chosen }) {
      unitId = work.unit ? String(work.unit.id) : '';
      fill(unit.control, unitChoices(work.units), unitId);
      fill(cycle.control, work.cycles.map(({ id, name }) => [String(id), name]), chosen ? String(chosen.id) : '');
      unit.element.hidden = work.units.length === 0;
      cycle.element.hidden = work.cycles.length === 0;
      days.textContent = chosen
        ? AJS.I18n.getText('bearings.kickoff.lead', work.unit.name, chosen.name, dayText(chosen.first), dayText(chosen.last))
        : AJS.I18n.getText('bearings.kickoff.question');
      const where = new URLSearchParams(chosen ? { unit: unitId, cycle: String(chosen.id) } : {});
      workspace.setAttribute('href', `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?${where}`);
    },
  };
}
