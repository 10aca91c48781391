/** Levels as people write them: a number, or for a band its two ends with two dots between them. */
import { h, replaceChildren, uniqueId } from '../lib/dom.js';
import { field, parseNumber, textInput } from '../lib/fields.js';
import { Unreadable } from '../lib/saving-form.js';
import { threeWay } from '../lib/differences.js';
import { isDay, isNumber } from '../workspace/values.js';

const BAND = /^(.+?)\s*(?:\.\.+|\u2026|\u2013)\s*(.+)$/;

/** What stands in the field of a level; empty where there is none. */
export function levelInput(level) {
  if (!level) {
    return '';
  }
  return isNumber(level.value) ? String(level.value) : `${level.low}..${level.high}`;
}

/**
 * @returns {{value: number}|{low: number, high: number}|null} null for an empty field
 * @throws {RangeError} for anything else than a number or a band
 */
export function readLevel(text) {
  const band = BAND.exec(text.trim());
  if (band) {
    const [low, high] = [band[1], band[2]].map(parseNumber);
    return { low, high };
  }
  const value = parseNumber(text);
  return value === undefined ? null : { value };
}

const sameLevel = (a, b) => {
  try {
    return JSON.stringify(readLevel(a)) === JSON.stringify(readLevel(b));
  } catch (unreadable) {
    return a.trim() === b.trim();
  }
};

const control = (text) => {
  const made = textInput(text, { inputmode: 'text' });
  made.classList.replace('long-field', 'short-field');
  return made;
};

/** The field of a level that holds for all periods, as `inputs.js` describes inputs. */
export function levelOf(about, item) {
  const stored = (current) => levelInput(current[about.name]);
  const made = field(about, control(stored(item)));
  const write = (text) => {
    made.control.value = text;
  };
  const compare = threeWay(made, { read: () => made.control.value, write, same: sameLevel }, stored(item));
  return {
    name: about.name,
    field: made,
    element: made.element,
    value() {
      try {
        return readLevel(made.control.value);
      } catch (unreadable) {
        throw new Unreadable({ [about.name]: AJS.I18n.getText('bearings.kpi.level.unreadable') });
      }
    },
    differs: (current) => compare(stored(current)),
  };
}

const LEVELS = ['target', 'warning', 'critical'];

/** Other levels from a day on: a row for each day. */
export function changesOf(item) {
  const rows = h('tbody');
  const error = h('div.error', { id: uniqueId('changes-error') });
  const add = h('button.aui-button.aui-button-subtle', { type: 'button' }, AJS.I18n.getText('bearings.kpi.targets.add'));
  const table = h(
    'table.bearings-kpi-targets',
    null,
    h('caption.bearings-hidden', null, AJS.I18n.getText('bearings.kpi.targets')),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        [
          AJS.I18n.getText('bearings.kpi.targets.from'),
          AJS.I18n.getText('bearings.kpi.level.target'),
          AJS.I18n.getText('bearings.kpi.level.warning'),
          AJS.I18n.getText('bearings.kpi.level.critical'),
        ].map((text) => h('th', { scope: 'col' }, text)),
        h('td')
      )
    ),
    rows
  );
  const element = h(
    'div.field-group',
    { 'aria-describedby': error.id, role: 'group', 'aria-label': AJS.I18n.getText('bearings.kpi.targets') },
    h('span.bearings-group-label', null, AJS.I18n.getText('bearings.kpi.targets')),
    h('div.description', null, AJS.I18n.getText('bearings.kpi.targets.description')),
    table,
    error,
    add
  );
  const stored = (current) => JSON.stringify((current.targets || []).map(({ from, ...levels }) => [from, ...LEVELS.map((each) => levelInput(levels[each]))]));
  const read = () => JSON.stringify(Array.from(rows.rows, (row) => Array.from(row.querySelectorAll('input'), ({ value }) => value)));

  function write(text) {
    replaceChildren(rows, JSON.parse(text).map(rowOf));
    table.hidden = !rows.rows.length;
  }

  function rowOf(values) {
    const labels = [
      AJS.I18n.getText('bearings.kpi.targets.from'),
      AJS.I18n.getText('bearings.kpi.level.target'),
      AJS.I18n.getText('bearings.kpi.level.warning'),
      AJS.I18n.getText('bearings.kpi.level.critical'),
    ];
    const takeAway = h(
      'button.aui-button.aui-button-subtle',
      { type: 'button', 'aria-label': AJS.I18n.getText('bearings.kpi.targets.remove') },
      h('span.aui-icon.aui-icon-small.aui-iconfont-cross', { 'aria-hidden': 'true' })
    );
    const row = h(
      'tr',
      null,
      values.map((value, index) =>
        h(
          'td',
          null,
          index === 0
            ? h('input.text', { type: 'date', value, 'aria-label': labels[0] })
            : Object.assign(control(value), { ariaLabel: labels[index] })
        )
      ),
      h('td', null, takeAway)
    );
    row.querySelectorAll('input').forEach((input, index) => input.setAttribute('aria-label', labels[index]));
    takeAway.addEventListener('click', () => {
      row.remove();
      table.hidden = !rows.rows.length;
      changed();
      add.focus();
    });
    return row;
  }

  const changed = () => element.dispatchEvent(new Event('input', { bubbles: true }));

  add.addEventListener('click', () => {
    const row = rowOf(['', '', '', '']);
    rows.append(row);
    table.hidden = false;
    row.querySelector('input').focus();
    changed();
  });

  write(stored(item));
  const made = {
    name: 'targets',
    label: AJS.I18n.getText('bearings.kpi.targets'),
    get control() {
      return rows.querySelector('input') || add;
    },
    element,
    error(text) {
      error.textContent = text;
    },
  };
  const compare = threeWay(made, { read, write, show: (text) => JSON.parse(text).map((row) => row.filter(Boolean).join(' ')).join('; ') }, stored(item));
  return {
    name: 'targets',
    field: made,
    element,
    value: () =>
      JSON.parse(read())
        .filter((row) => row.some((text) => text.trim()))
        .map(([from, ...levels]) => {
          if (!isDay(from)) {
            throw new Unreadable({ targets: AJS.I18n.getText('bearings.kpi.targets.noDay') });
          }
          try {
            return { from, ...Object.fromEntries(LEVELS.map((each, index) => [each, readLevel(levels[index])])) };
          } catch (unreadable) {
            throw new Unreadable({ targets: AJS.I18n.getText('bearings.kpi.level.unreadable') });
          }
        }),
    differs: (current) => compare(stored(current)),
  };
}
