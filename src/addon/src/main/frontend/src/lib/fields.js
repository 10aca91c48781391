/** Form fields in AUI's markup, with their errors beside them. */
import { h, uniqueId } from './dom.js';

/**
 * A field with its label, its description and a place for what is wrong with it.
 *
 * @param {{name: string, label: string, description?: string, required?: boolean}} about `name` is the server's name of the field
 * @param {HTMLElement} control
 * @param {Element} [frame] what stands in the form if it is more than the control
 * @returns {{name: string, element: Element, control: HTMLElement, label: string, error: function(string)}}
 */
export function field(about, control, frame = control) {
  const id = control.id || uniqueId('field');
  const error = h('div.error', { id: `${id}-error` });
  const description = about.description && h('div.description', { id: `${id}-description` }, about.description);
  control.id = id;
  control.setAttribute('aria-describedby', [description && description.id, error.id].filter(Boolean).join(' '));
  if (about.required) {
    control.setAttribute('aria-required', 'true');
  }
  const label = h(
    'label',
    { for: id },
    about.label,
    about.required && h('span.aui-icon.icon-required', { 'aria-hidden': 'true' })
  );
  return {
    name: about.name,
    label: about.label,
    control,
    element: h('div.field-group', null, label, frame, description, error),
    error(text) {
      error.textContent = text;
      if (text) {
        control.setAttribute('aria-invalid', 'true');
      } else {
        control.removeAttribute('aria-invalid');
      }
    },
  };
}

export const textInput = (value, attributes) =>
  Object.assign(h('input.text.long-field', { type: 'text', autocomplete: 'off', ...attributes }), { value });

export const textArea = (value, attributes) =>
  Object.assign(h('textarea.textarea.long-field', { rows: '4', ...attributes }), { value });

export function select(value, choices, attributes) {
  const element = h(
    'select.select',
    attributes,
    choices.map(([key, text]) => h('option', { value: key }, text))
  );
  element.value = value;
  return element;
}

/**
 * Reads a number as people write it, with a point or a comma.
 *
 * @returns {number|undefined} undefined for an empty field
 * @throws {RangeError} for anything that is not a number
 */
export function parseNumber(text) {
  const trimmed = text.trim();
  if (!trimmed) {
    return undefined;
  }
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(trimmed)) {
    throw new RangeError(trimmed);
  }
  return Number(trimmed.replace(',', '.'));
}
