/** The KPIs that a key result can read, as a choice. */
import { h } from '../lib/dom.js';
import { get } from '../lib/rest.js';

/**
 * Fills the choice with the KPIs of a unit and of the units above it; one that is chosen already stays, be it among them or not.
 *
 * @param {{control: HTMLSelectElement, unitId: number}} subject
 * @returns {{element: Element, update: function(), stop: function()}} the element says what went wrong
 */
export function kpiChoice({ control, unitId }) {
  const element = h('div');
  const hint = (text) => element.replaceChildren(h('p.bearings-hint', { role: 'status' }, text));

  async function read() {
    let kpis;
    try {
      ({ kpis } = await get('kpi-choices', { unit: unitId }));
    } catch (refused) {
      hint(AJS.I18n.getText('bearings.form.kpi.unread', refused.message));
      return;
    }
    const chosen = control.value;
    const known = new Set(kpis.map(({ id }) => String(id)));
    Array.from(control.options)
      .filter(({ value }) => known.has(value))
      .forEach((option) => option.remove());
    const units = new Map();
    kpis.forEach((kpi) => units.set(kpi.unit.id, [...(units.get(kpi.unit.id) || []), kpi]));
    units.forEach((of) =>
      control.append(
        h(
          'optgroup',
          { label: of[0].unit.name },
          of.map(({ id, key, name }) => h('option', { value: String(id) }, `${name} (${key})`))
        )
      )
    );
    control.value = chosen;
    if (!kpis.length) {
      hint(AJS.I18n.getText('bearings.form.kpi.none'));
    }
  }

  read();
  return { element, update() {}, stop() {} };
}
