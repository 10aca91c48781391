/** A form of units and cycles that saves over REST. */
import { h } from '../lib/dom.js';
import { difference } from '../lib/differences.js';
import { savingForm, Unreadable } from '../lib/saving-form.js';

/**
 * @param {Object} form
 * @param {Object<string, Object>} form.fields by any name, in their order
 * @param {string} form.submit text of the button
 * @param {function(Object<string, *>): Promise<Object>} form.save takes the values by the same names
 * @param {function(Object)} form.saved
 * @param {function()} [form.cancel] without it there is no button for it
 * @param {function(Object): Object<string, *>} [form.stored] the values of what is stored now, after a conflict
 */
export function form({ fields, submit, save, saved, cancel, stored }) {
  const all = Object.values(fields);
  const button = h('button.aui-button.aui-button-primary', { type: 'submit' }, submit);
  const away =
    cancel && h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
  if (away) {
    away.addEventListener('click', cancel);
  }
  return savingForm({
    content: [
      all.map((each) => each.element),
      h('div.buttons-container', null, h('div.buttons', null, button, away)),
    ],
    submit: button,
    fields: () => all,
    save: async () => save(values(fields)),
    saved,
    differences: stored && ((current) => differences(fields, stored(current), current)),
  });
}

/** What all fields hold; every field that cannot be read is named at once. */
function values(fields) {
  const read = {};
  const wrong = {};
  Object.entries(fields).forEach(([name, field]) => {
    try {
      read[name] = field.value();
    } catch (unreadable) {
      if (!(unreadable instanceof Unreadable)) {
        throw unreadable;
      }
      Object.assign(wrong, unreadable.fields);
    }
  });
  if (Object.keys(wrong).length) {
    throw new Unreadable(wrong);
  }
  return read;
}

/** A field that knows by itself what it opened with says how it differs; the others are compared as text. */
function differences(fields, stored, current) {
  return Object.entries(fields)
    .map(([name, field]) => {
      if (field.differs) {
        return field.differs(current);
      }
      return field.theirs && name in stored ? difference(field, field.theirs(stored[name]), field.show) : null;
    })
    .filter(Boolean);
}
