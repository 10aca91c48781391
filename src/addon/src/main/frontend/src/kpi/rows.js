/** Fields that hold a list of small records, each with fields of its own: rows that can be added and taken away. */
import { h, replaceChildren, uniqueId } from '../lib/dom.js';
import { threeWay } from '../lib/differences.js';

/**
 * @typedef {{element: Element, read: function(): Object, first: HTMLElement}} Row `read` may throw `Unreadable`
 * @param {{name: string, label: string, description: string, remove: string}} about
 * @param {Object} item
 * @param {Object} how
 * @param {function(Object): Object[]} how.stored the records of an answer
 * @param {function(Object): Row} how.row draws a record
 * @param {Array<{label: string, record: function(): Object}>} how.add what can be added
 * @param {function(Object): string} how.show a record in words
 * @param {function(Object): *} [how.same] what of a record counts when two are compared
 * @returns {Object} an input as `inputs.js` describes it
 */
export function rowsOf(about, item, { stored, row, add, show, same = (record) => record }) {
  const list = h('ul.bearings-kpi-rows');
  const labelId = uniqueId('rows-label');
  const error = h('div.error', { id: uniqueId('rows-error') });
  const adders = add.map(({ label, record }) => {
    const button = h('button.aui-button', { type: 'button' }, label);
    button.addEventListener('click', () => {
      const made = append(record());
      made.first.focus();
      changed();
    });
    return button;
  });
  const element = h(
    'div.field-group',
    { role: 'group', 'aria-labelledby': labelId, 'aria-describedby': error.id },
    h('span.bearings-hidden', { id: labelId }, about.label),
    h('div.description', null, about.description),
    list,
    error,
    h('div.bearings-kpi-adders', null, adders)
  );
  let rows = [];

  const changed = () => element.dispatchEvent(new Event('input', { bubbles: true }));

  function append(record) {
    const made = row(record);
    const takeAway = h(
      'button.aui-button.aui-button-subtle.bearings-kpi-row-remove',
      { type: 'button', 'aria-label': about.remove },
      h('span.aui-icon.aui-icon-small.aui-iconfont-cross', { 'aria-hidden': 'true' })
    );
    const line = h('li.bearings-kpi-row', null, made.element, takeAway);
    takeAway.addEventListener('click', () => {
      line.remove();
      rows = rows.filter((each) => each !== made);
      changed();
      adders[0].focus();
    });
    rows.push(made);
    list.append(line);
    return made;
  }

  function write(records) {
    rows = [];
    replaceChildren(list);
    records.forEach(append);
  }

  /** Rows as they stand, those included that cannot be sent. */
  const draft = () => rows.map((each) => each.draft());

  write(stored(item));
  const made = {
    name: about.name,
    label: about.label,
    element,
    get control() {
      return rows.length ? rows[0].first : adders[0];
    },
    error(text) {
      error.textContent = text;
    },
  };
  const text = (records) => JSON.stringify(records.map(same));
  let known = stored(item);
  const compare = threeWay(
    made,
    {
      read: () => text(draft()),
      write: (wanted) => write(wanted === text(known) ? known : JSON.parse(wanted)),
      show: (wanted) => JSON.parse(wanted).map(show).join('; '),
    },
    text(known)
  );
  return {
    name: about.name,
    field: made,
    element,
    value: () => rows.map((each) => each.read()),
    differs(current) {
      known = stored(current);
      return compare(text(known));
    },
  };
}
