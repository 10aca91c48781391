/** A field for several things that are found by typing: what was chosen stands below, each with a way to take it back. */
import { combobox } from './combobox.js';
import { threeWay } from './differences.js';
import { h, replaceChildren } from './dom.js';
import { field, textInput } from './fields.js';
import { Unreadable } from './saving-form.js';

/**
 * @typedef {{id: string, label: string, hint?: string}} Choice
 * @param {{name: string, label: string, description?: string}} about
 * @param {Object} item
 * @param {Object} how
 * @param {function(Object): Choice[]} how.stored what an answer says is chosen
 * @param {function(string): *} how.value of an id, for the request
 * @param {function(string): Promise<Choice[]>} how.search what fits what was typed
 * @param {string} how.placeholder
 * @returns {Object} the field, its `value()` for the request, and `differs(current)` as `threeWay` says
 */
export function severalOf(about, item, { stored, value, search, placeholder }) {
  let chosen = stored(item);
  const known = new Map();
  const list = h('ul.bearings-chosen', { 'aria-label': about.label });
  const input = textInput('', { placeholder, spellcheck: 'false' });
  const box = combobox(input, {
    label: about.label,
    async search(query) {
      const found = await search(query);
      const taken = new Set(chosen.map(({ id }) => id));
      return {
        groups: [{ options: found.filter(({ id }) => !taken.has(id)) }],
        empty: query ? AJS.I18n.getText('bearings.form.several.none', query) : AJS.I18n.getText('bearings.form.several.nothing'),
      };
    },
    choose(option) {
      input.value = '';
      set([...chosen, option]);
      changed();
    },
  });
  const made = field(about, input, h('div', null, box.element, list));
  const keyOf = (choices) => choices.map(({ id }) => id).join('\n');
  let before = keyOf(chosen);
  const compare = threeWay(
    made,
    {
      read: () => keyOf(chosen),
      write: (ids) => set(ids ? ids.split('\n').map((id) => known.get(id)) : []),
      show: (ids) => (ids ? ids.split('\n').map((id) => known.get(id).label).join(', ') : ''),
    },
    before
  );

  /** Choosing is a change like typing. */
  const changed = () => list.dispatchEvent(new Event('input', { bubbles: true }));

  function set(choices) {
    chosen = choices;
    chosen.forEach((choice) => known.set(choice.id, choice));
    replaceChildren(
      list,
      chosen.map((choice, index) => {
        const takeAway = h(
          'button.aui-button.aui-button-subtle',
          { type: 'button', 'aria-label': AJS.I18n.getText('bearings.form.several.remove', choice.label) },
          h('span.aui-icon.aui-icon-small.aui-iconfont-cross', { 'aria-hidden': 'true' })
        );
        takeAway.addEventListener('click', () => {
          set(chosen.filter(({ id }) => id !== choice.id));
          changed();
          const next = list.querySelectorAll('button')[Math.min(index, chosen.length - 1)];
          (next || input).focus();
        });
        return h('li.bearings-chip', { dir: 'auto' }, choice.label, takeAway);
      })
    );
    list.hidden = !chosen.length;
  }

  set(chosen);
  return {
    name: about.name,
    field: made,
    element: made.element,
    /**
     * What nobody touched is not sent: there may be more of it than this person may see.
     *
     * @throws {Unreadable} while something stands in the field that was not chosen
     */
    value() {
      if (input.value.trim()) {
        throw new Unreadable({ [about.name]: AJS.I18n.getText('bearings.form.several.choose') });
      }
      return keyOf(chosen) === before ? undefined : chosen.map(({ id }) => value(id));
    },
    differs(current) {
      const theirs = stored(current);
      [...chosen, ...theirs].forEach((choice) => known.set(choice.id, choice));
      before = keyOf(theirs);
      return compare(before);
    },
  };
}
