/** How sure the owner is, which publishing needs. */
import { h } from '../lib/dom.js';
import { field, select } from '../lib/fields.js';

const MOST = 10;

/** @returns {Object} a field whose `number()` is 0 to 10, null while nothing is chosen */
export function confidenceField() {
  const choices = [
    ['', AJS.I18n.getText('bearings.write.confidence.choose')],
    ...Array.from({ length: MOST + 1 }, (none, index) => [String(index), confidenceText(index)]),
  ];
  const made = field(
    {
      name: 'confidence',
      label: AJS.I18n.getText('bearings.write.confidence'),
      description: AJS.I18n.getText('bearings.write.confidence.text'),
    },
    select('', choices)
  );
  return Object.assign(made, { number: () => (made.control.value === '' ? null : Number(made.control.value)) });
}

function confidenceText(index) {
  switch (index) {
    case 0:
      return AJS.I18n.getText('bearings.write.confidence.none', index);
    case MOST / 2:
      return AJS.I18n.getText('bearings.write.confidence.even', index);
    case MOST:
      return AJS.I18n.getText('bearings.write.confidence.certain', index);
    default:
      return String(index);
  }
}

/** The group heading of one part of the writing. */
export const part = (text) => h('h3.bearings-write-part', null, text);
