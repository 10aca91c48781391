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
        groups: byReason(keyResults),
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

const reasonText = (why) =>
  ({
    SAME_EPIC: AJS.I18n.getText('bearings.picker.why.epic'),
    SAME_PARENT: AJS.I18n.getText('bearings.picker.why.parent'),
    SAME_SPRINT: AJS.I18n.getText('bearings.picker.why.sprint'),
    SAME_VERSION: AJS.I18n.getText('bearings.picker.why.version'),
    USED_LATELY: AJS.I18n.getText('bearings.picker.why.lately'),
    YOURS: AJS.I18n.getText('bearings.picker.why.yours'),
    YOUR_TEAM: AJS.I18n.getText('bearings.picker.why.team'),
  })[why] || AJS.I18n.getText('bearings.picker.why.elsewhere');

/** The server puts likely ones first; here they only gather under what speaks for them, in that order. */
function byReason(keyResults) {
  const groups = new Map();
  keyResults.forEach((keyResult) => {
    const { why, key, title, objectiveKey, objectiveTitle, ownerName, unitName, attached } = keyResult;
    if (!groups.has(why)) {
      groups.set(why, { label: reasonText(why), options: [] });
    }
    groups.get(why).options.push({
      id: String(keyResult.id),
      label: title,
      hint: [
        attached ? AJS.I18n.getText('bearings.picker.attached', key) : key,
        AJS.I18n.getText('bearings.picker.group', objectiveKey, objectiveTitle),
        ownerName,
        unitName,
      ].join(' \u00b7 '),
      disabled: attached,
    });
  });
  return Array.from(groups.values());
}
