/** The fields of a company's own: a name and a value each, in rows that one adds and takes away. */
import { threeWay } from '../lib/differences.js';
import { h, uniqueId } from '../lib/dom.js';
import { textInput } from '../lib/fields.js';
import { Unreadable } from '../lib/saving-form.js';

const NAME = 'fields';

const pairsOf = (item) => Object.entries(item.fields || {});

/** One line for each field. */
const written = (pairs) => pairs.map(([name, value]) => `${name}: ${value}`).join('\n');

/** An input as `inputs.js` describes it; its problems stand in the row that they are about. */
export function customFieldsOf(item) {
  const rows = [];
  const list = h('ul.bearings-custom-fields');
  const add = h('button.aui-button', { type: 'button' }, AJS.I18n.getText('bearings.form.fields.add'));
  const group = groupOf(add, list);
  let before = written(pairsOf(item));
  const compare = threeWay(group, { read: () => written(filled()), write: (text) => fill(stored.get(text)) }, before);
  // What somebody else saved is remembered by how it is written in a comparison, from which it could not be read back.
  const stored = new Map();

  function addRow(name, value) {
    const names = textInput(name, { dir: 'auto', 'aria-label': AJS.I18n.getText('bearings.form.fields.name') });
    const values = textInput(value, { dir: 'auto', 'aria-label': AJS.I18n.getText('bearings.form.fields.value') });
    [names, values].forEach((control) => control.classList.replace('long-field', 'bearings-custom-field'));
    const error = h('div.error', { id: uniqueId('row-error') });
    const takeAway = h('button.aui-button.aui-button-subtle', { type: 'button' }, AJS.I18n.getText('bearings.action.remove'));
    names.setAttribute('aria-describedby', error.id);
    values.setAttribute('aria-describedby', error.id);
    const element = h('li.bearings-custom-row', null, names, values, takeAway, error);
    const row = {
      element,
      names,
      pair: () => [names.value.trim(), values.value.trim()],
      /** The row as one field of the form. */
      field: {
        get name() {
          return `${NAME}.${names.value.trim()}`;
        },
        get control() {
          return names.value.trim() ? values : names;
        },
        error(text) {
          error.textContent = text;
          [names, values].forEach((control) => control.removeAttribute('aria-invalid'));
          if (text) {
            this.control.setAttribute('aria-invalid', 'true');
          }
        },
      },
    };
    const naming = () =>
      takeAway.setAttribute('aria-label', AJS.I18n.getText('bearings.form.fields.remove', names.value.trim() || String(rows.indexOf(row) + 1)));
    names.addEventListener('input', naming);
    takeAway.addEventListener('click', () => {
      const at = rows.indexOf(row);
      rows.splice(at, 1);
      element.remove();
      changed();
      const next = rows[Math.min(at, rows.length - 1)];
      (next ? next.names : add).focus();
    });
    rows.push(row);
    list.append(element);
    naming();
    return row;
  }

  /** Taking a row away is a change like typing. */
  const changed = () => list.dispatchEvent(new Event('input', { bubbles: true }));

  const filled = () => rows.map((row) => row.pair()).filter(([name, value]) => name || value);

  function fill(pairs) {
    rows.splice(0).forEach(({ element }) => element.remove());
    pairs.forEach(([name, value]) => addRow(name, value));
  }

  add.addEventListener('click', () => addRow('', '').names.focus());
  fill(pairsOf(item));

  return {
    name: NAME,
    field: group,
    fields: () => [group, ...rows.map((row) => row.field)],
    element: group.element,
    /**
     * What nobody touched is not sent.
     *
     * @throws {Unreadable} where a value has no name, or two have the same
     */
    value() {
      const pairs = filled();
      if (written(pairs) === before) {
        return undefined;
      }
      const twice = pairs.map(([name]) => name).find((name, index, names) => name && names.indexOf(name) !== index);
      if (pairs.some(([name]) => !name)) {
        throw new Unreadable({ [`${NAME}.`]: AJS.I18n.getText('bearings.form.fields.noName') });
      }
      if (twice) {
        throw new Unreadable({ [`${NAME}.${twice}`]: AJS.I18n.getText('bearings.form.fields.twice', twice) });
      }
      return Object.fromEntries(pairs);
    },
    differs(current) {
      const theirs = pairsOf(current);
      [filled(), theirs].forEach((pairs) => stored.set(written(pairs), pairs));
      before = written(theirs);
      return compare(before);
    },
  };
}

/** The rows under one name. */
function groupOf(add, list) {
  const label = AJS.I18n.getText('bearings.form.fields');
  const labelId = uniqueId('group');
  const error = h('div.error', { id: `${labelId}-error` });
  const description = h('div.description', { id: `${labelId}-description` }, AJS.I18n.getText('bearings.form.fields.description'));
  return {
    name: NAME,
    label,
    control: add,
    element: h(
      'div.field-group',
      { role: 'group', 'aria-labelledby': labelId, 'aria-describedby': `${description.id} ${error.id}` },
      h('span.bearings-group-label', { id: labelId }, label),
      list,
      add,
      description,
      error
    ),
    error(text) {
      error.textContent = text;
    },
  };
}
