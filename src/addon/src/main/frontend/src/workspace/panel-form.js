/** A saving form inside the side panel, with its buttons below. */
import { h } from '../lib/dom.js';
import { savingForm } from '../lib/saving-form.js';

/**
 * @param {Object} form what `savingForm` takes, and:
 * @param {string} form.submit text of the button
 * @param {function()} form.cancel
 * @returns {{element: Element, submit: Element, isDirty: function(): boolean}} dirty as soon as something was typed
 */
export function panelForm(form) {
  const submit = h('button.aui-button.aui-button-primary', { type: 'submit' }, form.submit);
  const cancel = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
  let dirty = false;
  const element = savingForm({
    ...form,
    submit,
    content: [form.content, h('div.buttons-container', null, h('div.buttons', null, submit, cancel))],
    saved(stored) {
      dirty = false;
      form.saved(stored);
    },
  });
  ['input', 'change'].forEach((kind) =>
    element.addEventListener(kind, () => {
      dirty = true;
    })
  );
  cancel.addEventListener('click', () => {
    dirty = false;
    form.cancel();
  });
  return { element, submit, isDirty: () => dirty };
}
