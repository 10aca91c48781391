/** The choice of a unit and of one of its cycles, above a page that is about both. */
import { h, replaceChildren, uniqueId } from './dom.js';

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

/**
 * @param {function(Object)} go takes the unit, and the cycle where one was chosen
 * @param {...Node} more what stands behind them
 */
export function pickers(go, ...more) {
  let unitId = '';
  const unit = picker(AJS.I18n.getText('bearings.kickoff.unit'), (chosen) => go({ unit: chosen }));
  const cycle = picker(AJS.I18n.getText('bearings.kickoff.cycle'), (chosen) => go({ unit: unitId, cycle: chosen }));
  return {
    element: h('div.bearings-kickoff-pickers', null, unit.element, cycle.element, ...more),
    update(work, chosen) {
      unitId = work.unit ? String(work.unit.id) : '';
      fill(unit.control, unitChoices(work.units), unitId);
      fill(cycle.control, work.cycles.map(({ id, name }) => [String(id), name]), chosen ? String(chosen.id) : '');
      unit.element.hidden = work.units.length === 0;
      cycle.element.hidden = work.cycles.length === 0;
    },
  };
}
