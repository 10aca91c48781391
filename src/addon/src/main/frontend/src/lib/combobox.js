/**
 * A text field with a list of suggestions, after the ARIA combobox pattern: arrows move, Enter chooses, Escape closes
 * the list (and only the list), and what the list says is announced.
 */
import { h, replaceChildren, uniqueId } from './dom.js';

const PAUSE = 200;

/**
 * @typedef {{id: string, label: string, hint?: string, disabled?: boolean}} Option
 * @typedef {{label?: string, options: Option[]}} Group
 * @param {HTMLInputElement} input
 * @param {Object} settings
 * @param {function(string): Promise<{groups: Group[], empty: string}>} settings.search `empty` says why nothing is found
 * @param {function(Option)} settings.choose
 * @param {string} settings.label names the list
 * @returns {{element: Element, open: function(), close: function()}} put `element` where the field should stand
 */
export function combobox(input, { search, choose, label }) {
  const listId = uniqueId('list');
  const list = h('div.bearings-options', { id: listId, role: 'listbox', 'aria-label': label, hidden: true });
  const message = h('p.bearings-options-message', { role: 'status', hidden: true });
  const element = h('div.bearings-combobox', null, input, h('div.bearings-popup', null, list, message));

  Object.entries({
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
  }).forEach(([name, value]) => input.setAttribute(name, value));

  let options = [];
  let active = -1;
  let timer = null;
  let asked = 0;

  const isOpen = () => !list.hidden || !message.hidden;

  function stopWaiting() {
    clearTimeout(timer);
    timer = null;
  }

  function close() {
    stopWaiting();
    asked += 1;
    list.hidden = true;
    message.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  }

  async function open() {
    stopWaiting();
    asked += 1;
    const mine = asked;
    let answer;
    try {
      answer = await search(input.value.trim());
    } catch (refused) {
      answer = { groups: [], empty: refused.message };
    }
    if (mine === asked) {
      show(answer);
    }
  }

  function show({ groups, empty }) {
    options = [];
    const filled = groups.filter((group) => group.options.length);
    replaceChildren(list, filled.map(groupElement));
    list.hidden = !filled.length;
    message.hidden = Boolean(filled.length);
    message.textContent = filled.length ? '' : empty;
    input.setAttribute('aria-expanded', String(!list.hidden));
    activate(options.findIndex(({ option }) => !option.disabled));
  }

  function groupElement(group) {
    if (!group.label) {
      return group.options.map(optionElement);
    }
    const id = uniqueId('group');
    return h(
      'div.bearings-option-group',
      { role: 'group', 'aria-labelledby': id },
      h('div.bearings-option-group-label', { id, role: 'presentation' }, group.label),
      group.options.map(optionElement)
    );
  }

  function optionElement(option) {
    const node = h(
      'div.bearings-option',
      { id: uniqueId('option'), role: 'option', 'aria-selected': 'false', 'aria-disabled': option.disabled ? 'true' : null },
      h('span.bearings-option-label', null, option.label),
      option.hint && h('span.bearings-option-hint', null, option.hint)
    );
    const index = options.push({ option, node }) - 1;
    node.addEventListener('mousemove', () => index !== active && activate(index));
    // Before the field loses the focus and closes the list.
    node.addEventListener('mousedown', (event) => event.preventDefault());
    node.addEventListener('click', () => take(index));
    return node;
  }

  function activate(index) {
    if (options[active]) {
      options[active].node.setAttribute('aria-selected', 'false');
    }
    active = index;
    const current = options[active];
    if (current && !list.hidden) {
      current.node.setAttribute('aria-selected', 'true');
      input.setAttribute('aria-activedescendant', current.node.id);
      if (current.node.scrollIntoView) {
        current.node.scrollIntoView({ block: 'nearest' });
      }
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function take(index) {
    const chosen = options[index];
    if (chosen && !chosen.option.disabled) {
      close();
      choose(chosen.option);
    }
  }

  function move(step) {
    if (list.hidden) {
      open();
    } else if (options.length) {
      activate((active + step + options.length) % options.length);
    }
  }

  input.addEventListener('input', () => {
    stopWaiting();
    timer = setTimeout(open, PAUSE);
  });
  input.addEventListener('click', () => !isOpen() && open());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && isOpen()) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Enter' && timer !== null) {
      // Whoever types fast wants the first suggestion, and not to send the form without it.
      event.preventDefault();
      open();
    } else if (event.key === 'Escape' && isOpen()) {
      // The dialog around the field would close as well.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  return { element, open, close };
}
