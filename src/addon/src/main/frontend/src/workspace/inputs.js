/** Fields that know how their value stands in a request and in an answer. */
import { alike, threeWay } from '../lib/differences.js';
import { h } from '../lib/dom.js';
import { field, parseNumber, select, textArea, textInput } from '../lib/fields.js';
import { ownerField } from '../lib/owner-field.js';
import { Unreadable } from '../lib/saving-form.js';

/**
 * @typedef {Object} Input
 * @property {string} name of the request's field
 * @property {Object} field as `lib/fields.js` makes it
 * @property {Element} element
 * @property {function(): *} value for the request; throws RangeError when it cannot be read
 * @property {function(Object): Object|null} differs compares with what is stored now, as `threeWay` says
 */

function input(about, control, { value, stored, show, frame, same }, item) {
  const made = field(about, control, frame);
  const write = (text) => {
    control.value = text;
  };
  const compare = threeWay(made, { read: () => control.value, write, show, same }, stored(item));
  return {
    name: about.name,
    field: made,
    element: made.element,
    value: () => value(control.value),
    differs: (current) => compare(stored(current)),
  };
}

const plain = (name) => (item) => (item[name] === null || item[name] === undefined ? '' : String(item[name]));

export const textOf = (about, item, { stored = plain(about.name), ...attributes } = {}) =>
  input(about, textInput(stored(item), { dir: 'auto', ...attributes }), { value: (typed) => typed, stored }, item);

export const longTextOf = (about, item, attributes) =>
  input(about, textArea(plain(about.name)(item), { dir: 'auto', rows: '3', ...attributes }), {
    value: (typed) => typed,
    stored: plain(about.name),
  }, item);

/** @param {function(Object): string} [stored] the choice that an answer stands for */
export function choiceOf(about, item, choices, { stored = plain(about.name), value = (chosen) => chosen || null } = {}) {
  const names = new Map(choices);
  return input(about, select(stored(item), choices), { value, stored, show: (key) => names.get(key) || key }, item);
}

export const dayOf = (about, item) =>
  input(about, h('input.text.medium-field', { type: 'date', value: plain(about.name)(item) }), {
    value: (typed) => typed || null,
    stored: plain(about.name),
  }, item);

/** A number as people write it, with a point or a comma. */
export function numberOf(about, item, { stored = plain(about.name), unit } = {}) {
  const control = textInput(stored(item), { inputmode: 'decimal' });
  control.classList.replace('long-field', 'short-field');
  const frame = unit ? h('span.bearings-with-unit', null, control, h('span.bearings-unit', null, unit)) : control;
  return input(
    about,
    control,
    {
      value: (typed) => {
        const number = parseNumber(typed);
        return number === undefined ? null : number;
      },
      stored,
      frame,
      same: sameNumber,
    },
    item
  );
}

const sameNumber = (a, b) => alike(a, b) || (a.trim() !== '' && b.trim() !== '' && Number(a.replace(',', '.')) === Number(b.replace(',', '.')));

/** Yes or no; `words` say what each is called where two versions stand side by side. */
export function flagOf(about, item, { usual, words }) {
  const stored = (current) => (current[about.name] === undefined ? usual : Boolean(current[about.name]));
  const control = h('input.checkbox', { type: 'checkbox', checked: stored(item) });
  const made = field(about, control);
  const compare = threeWay(
    made,
    {
      read: () => String(control.checked),
      write(text) {
        control.checked = text === 'true';
      },
      show: (text) => (text === 'true' ? words.yes : words.no),
    },
    String(stored(item))
  );
  return {
    name: about.name,
    field: made,
    element: made.element,
    value: () => control.checked,
    differs: (current) => compare(String(stored(current))),
  };
}

/** Labels with commas between them. */
export const labelsOf = (about, item) =>
  input(about, textInput((item.labels || []).join(', '), { dir: 'auto' }), {
    value: (typed) => [...new Set(typed.split(',').map((label) => label.trim()).filter(Boolean))],
    stored: (current) => (current.labels || []).join(', '),
  }, item);

/** The one person who answers for it. */
export function ownerOf(owner) {
  const made = ownerField(owner);
  const people = new Map(owner ? [[owner.key, owner]] : []);
  const compare = threeWay(
    made,
    {
      read: () => (made.person() ? made.person().key : ''),
      write: (key) => made.set(people.get(key) || null),
      show: (key) => (people.has(key) ? people.get(key).name : key),
    },
    owner ? owner.key : ''
  );
  return {
    name: 'ownerKey',
    field: made,
    element: made.element,
    value() {
      const unknown = made.unknown();
      if (unknown) {
        throw new Unreadable({ ownerKey: unknown });
      }
      return made.person() ? made.person().key : undefined;
    },
    differs: (current) => {
      if (current.owner) {
        people.set(current.owner.key, current.owner);
      }
      const mine = made.person();
      if (mine) {
        people.set(mine.key, mine);
      }
      return compare(current.owner ? current.owner.key : '');
    },
  };
}

/**
 * The request's fields of these inputs.
 *
 * @throws {Unreadable} naming every input that cannot be read
 */
export function bodyOf(inputs) {
  const unreadable = {};
  const body = {};
  inputs.forEach(({ name, value }) => {
    try {
      body[name] = value();
    } catch (problem) {
      Object.assign(
        unreadable,
        problem instanceof Unreadable ? problem.fields : { [name]: AJS.I18n.getText('bearings.form.notANumber') }
      );
    }
  });
  if (Object.keys(unreadable).length) {
    throw new Unreadable(unreadable);
  }
  return body;
}

export const differencesOf = (inputs, current) => inputs.map((each) => each.differs(current)).filter(Boolean);
