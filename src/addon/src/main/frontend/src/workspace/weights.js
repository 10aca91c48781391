/** The number fields of Jira among what the issues of a key result can weigh. */
import { h } from '../lib/dom.js';
import { get } from '../lib/rest.js';

/**
 * Adds the fields to the choice, under a heading of their own. The one that is chosen already gets its name.
 *
 * @param {{control: HTMLSelectElement}} subject
 * @returns {{element: Element, update: function(): Promise, stop: function()}} the element says what went wrong
 */
export function weights({ control }) {
  const element = h('div');
  const former = Array.from(control.options).find(({ value }) => /_/.test(value));
  let done = false;

  function add(fields) {
    const chosen = control.value;
    if (former && fields.some(({ id }) => id === former.value)) {
      former.remove();
    } else if (former) {
      former.textContent = AJS.I18n.getText('bearings.weightBy.gone');
    }
    if (fields.length) {
      const options = fields.map(({ id, name }) => h('option', { value: id }, name));
      control.append(h('optgroup', { label: AJS.I18n.getText('bearings.weightBy.fields') }, options));
    }
    control.value = chosen;
  }

  async function update() {
    if (done) {
      return;
    }
    done = true;
    try {
      add((await get('number-fields')).fields);
      element.replaceChildren();
    } catch (refused) {
      done = false;
      if (former) {
        former.textContent = AJS.I18n.getText('bearings.weightBy.field');
      }
      element.replaceChildren(h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.weightBy.unread', refused.message)));
    }
  }

  update();
  return { element, update, stop() {} };
}
