/**
 * Suggestions for what somebody types at a place in a text area: arrows move, Enter and Tab take one, Escape closes the
 * list (and only the list), Ctrl+Space asks for them anywhere.
 */
import { h, replaceChildren, uniqueId } from './dom.js';

/**
 * @typedef {{content: Array, take: function()}} Suggestion what the list shows of it, and what puts it into the text
 * @param {HTMLTextAreaElement} control which is moved into the element
 * @param {Object} how
 * @param {string} how.label names the list
 * @param {number} how.pause how many milliseconds nobody types before something is looked for
 * @param {function(boolean): *} how.query what is looked for; null where nothing is to be offered. It is told whether somebody asked by the keys
 * @param {function(*): Promise<Suggestion[]|null>} how.search null where nothing can be said
 * @returns {{element: Element}} put `element` where the text area should stand
 */
export function completion(control, { label, pause, query, search }) {
  const listId = uniqueId('list');
  const list = h('div.bearings-options', { id: listId, role: 'listbox', 'aria-label': label, hidden: true });
  const element = h('div.bearings-combobox', null, control, h('div.bearings-popup', null, list));
  let options = [];
  let active = 0;
  let timer = null;
  let asked = 0;

  function close() {
    clearTimeout(timer);
    asked += 1;
    list.hidden = true;
    control.removeAttribute('aria-activedescendant');
  }

  async function open(byKeys) {
    const wanted = query(byKeys);
    if (wanted === null) {
      close();
    } else {
      asked += 1;
      const mine = asked;
      const found = await search(wanted);
      if (found && mine === asked) {
        show(found);
      }
    }
  }

  function show(suggestions) {
    options = suggestions;
    replaceChildren(
      list,
      options.map(({ content }, index) => {
        const node = h('div.bearings-option', { id: uniqueId('option'), role: 'option' }, content);
        // Before the field loses the focus and closes the list.
        node.addEventListener('mousedown', (event) => event.preventDefault());
        node.addEventListener('click', () => take(index));
        return node;
      })
    );
    list.hidden = !options.length;
    activate(0);
  }

  function activate(index) {
    active = index;
    [...list.children].forEach((node, each) => {
      node.setAttribute('aria-selected', String(each === index));
      if (each === index) {
        control.setAttribute('aria-activedescendant', node.id);
        node.scrollIntoView?.({ block: 'nearest' });
      }
    });
  }

  function take(index) {
    options[index].take();
    close();
    control.focus();
    // Whoever looks at the text learns of it, and nothing is offered for what was just chosen.
    control.dispatchEvent(new Event('input', { bubbles: true }));
    close();
  }

  control.setAttribute('aria-controls', listId);
  control.setAttribute('aria-autocomplete', 'list');
  control.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => open(false), pause);
  });
  control.addEventListener('blur', close);
  control.addEventListener('keydown', (event) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      open(true);
      return;
    }
    if (list.hidden) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      activate((active + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  return { element };
}

/** Puts a text in the place of a part of a text area, with the cursor behind it or so far into it. */
export function putInto(control, { from, to }, text, caret = text.length) {
  control.value = control.value.slice(0, from) + text + control.value.slice(to);
  control.setSelectionRange(from + caret, from + caret);
}
