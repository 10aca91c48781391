/** Choosing the one person who owns an objective, by Jira's own search for people. */
import { h } from './dom.js';
import { combobox } from './combobox.js';
import { field, textInput } from './fields.js';
import { people } from './people.js';

/**
 * @param {{key: string, name: string}|null} owner null leaves the choice to the server: whoever creates it
 * @returns {Object} a field whose `person()` is who was chosen, null for nobody
 */
export function ownerField(owner) {
  let person = owner;
  const input = textInput(owner ? owner.name : '', {
    placeholder: AJS.I18n.getText('bearings.form.owner.me'),
    spellcheck: 'false',
  });
  const label = AJS.I18n.getText('bearings.form.owner');
  const box = combobox(input, {
    label,
    search: people,
    choose(option) {
      set({ key: option.id, name: option.label });
    },
  });
  const about = {
    name: 'ownerKey',
    label,
    description: AJS.I18n.getText('bearings.form.owner.description'),
  };
  const result = field(about, input, box.element);

  function set(chosen) {
    person = chosen;
    input.value = chosen ? chosen.name : '';
  }

  return Object.assign(result, {
    set,
    person: () => person,
    /** What was typed but names nobody; empty when all is well. */
    unknown() {
      const typed = input.value.trim();
      if (!typed && !owner) {
        person = null;
        return '';
      }
      return person && typed === person.name ? '' : AJS.I18n.getText('bearings.form.owner.choose');
    },
  });
}
