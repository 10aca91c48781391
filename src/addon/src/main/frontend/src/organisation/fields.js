/** Form fields of units and cycles: each knows what it sends and how somebody else's value would look in it. */
import { combobox } from '../lib/combobox.js';
import { h } from '../lib/dom.js';
import { field, parseNumber, select, textInput } from '../lib/fields.js';
import { people } from '../lib/people.js';
import { Unreadable } from '../lib/saving-form.js';

/** One line of text. `value()` is null when it is empty. */
export function textField(about, value, attributes) {
  const result = field(about, textInput(value || '', attributes));
  return Object.assign(result, {
    value: () => result.control.value.trim() || null,
    theirs: (stored) => stored || '',
  });
}

/** A number, with a point or a comma; `value()` is undefined when it is empty. */
export function numberField(about, value) {
  const shown = (number) => (number === null || number === undefined ? '' : String(number));
  const result = field(about, textInput(shown(value), { inputmode: 'decimal', class: 'text short-field' }));
  return Object.assign(result, {
    value() {
      try {
        return parseNumber(result.control.value);
      } catch (notANumber) {
        throw new Unreadable({ [about.name]: AJS.I18n.getText('bearings.form.notANumber') });
      }
    },
    theirs: shown,
  });
}

/** A day, by the browser's own field. */
export function dayField(about, value) {
  const result = field(about, textInput(value || '', { type: 'date', class: 'text medium-field' }));
  return Object.assign(result, {
    value: () => result.control.value || null,
    theirs: (stored) => stored || '',
  });
}

/** One of some choices: pairs of a value and its text. An empty value is sent as null. */
export function choiceField(about, value, choices) {
  const result = field(about, select(value === null || value === undefined ? '' : String(value), choices));
  const names = Object.fromEntries(choices);
  return Object.assign(result, {
    value: () => result.control.value || null,
    theirs: (stored) => (stored === null || stored === undefined ? '' : String(stored)),
    show: (key) => names[key] || key,
  });
}

/** Yes or no. */
export function flagField(about, value) {
  const control = h('input.checkbox', { type: 'checkbox', checked: value });
  const result = field(about, control);
  return Object.assign(result, { value: () => control.checked });
}

/** A person, found by Jira's search; `value()` is null for nobody. */
export function personField(about, person) {
  let chosen = person;
  const input = textInput(person ? person.name : '', { spellcheck: 'false' });
  const box = combobox(input, {
    label: about.label,
    search: people,
    choose(option) {
      chosen = { key: option.id, name: option.label };
      input.value = option.label;
    },
  });
  return Object.assign(field(about, input, box.element), {
    value() {
      const typed = input.value.trim();
      if (!typed) {
        return null;
      }
      if (!chosen || typed !== chosen.name) {
        throw new Unreadable({ [about.name]: AJS.I18n.getText('bearings.form.owner.choose') });
      }
      return { key: chosen.key };
    },
  });
}

/** Shows fields only while a choice has a certain value. */
export function onlyWhile(choice, isSo, fields) {
  const update = () =>
    fields.forEach((each) => {
      each.element.hidden = !isSo(choice.control.value);
    });
  choice.control.addEventListener('change', update);
  update();
}
