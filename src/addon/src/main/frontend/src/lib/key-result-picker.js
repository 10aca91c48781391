/** Choosing a key result for an issue. */
import { h } from './dom.js';
import { combobox } from './combobox.js';
import { get } from './rest.js';
import { textInput } from './fields.js';

const MOST = 20;

/**
 * @param {string} issueKey
 * @param {function(Object): void} choose gets the key result that was chosen
 * @param {function()} cancel
 */
export function keyResultPicker(issueKey, choose, cancel) {
  const input = textInput('', {
    'aria-label': AJS.I18n.getText('bearings.picker.label'),
    placeholder: AJS.I18n.getText('bearings.picker.placeholder'),
    spellcheck: 'false',
  });
  const found = new Map();
  const box = combobox(input, {
    label: AJS.I18n.getText('bearings.picker.label'),
    async search(query) {
      const { keyResults } = await get('key-results', { query, issue: issueKey, limit: MOST });
      keyResults.forEach((keyResult) => found.set(String(keyResult.id), keyResult));
      return {
        groups: byObjective(keyResults),
        empty: query ? AJS.I18n.getText('bearings.picker.noMatch', query) : AJS.I18n.getText('bearings.picker.nothing'),
      };
    },
    choose: (option) => choose(found.get(option.id)),
  });
  const close = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
  close.addEventListener('click', cancel);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      cancel();
    }
  });
  const form = h('form.aui.bearings-picker', { novalidate: true }, box.element, close);
  form.addEventListener('submit', (event) => event.preventDefault());
  return {
    element: form,
    open() {
      input.focus();
      box.open();
    },
    busy(now) {
      input.readOnly = now;
    },
  };
}

/** The server puts likely ones first; here they only gather under their objectives, in that order. */
function byObjective(keyResults) {
  const groups = new Map();
  keyResults.forEach((keyResult) => {
    const objective = keyResult.objectiveKey;
    if (!groups.has(objective)) {
      groups.set(objective, {
        label: keyResult.likely
          ? AJS.I18n.getText('bearings.picker.group', objective, keyResult.objectiveTitle)
          : AJS.I18n.getText('bearings.picker.groupElsewhere', objective, keyResult.objectiveTitle, keyResult.projectName),
        options: [],
      });
    }
    groups.get(objective).options.push({
      id: String(keyResult.id),
      label: keyResult.title,
      hint: keyResult.attached ? AJS.I18n.getText('bearings.picker.attached', keyResult.key) : keyResult.key,
      disabled: keyResult.attached,
    });
  });
  return Array.from(groups.values());
}
