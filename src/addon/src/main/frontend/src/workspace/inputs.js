/** Fields that know how their value stands in a request and in an answer. */
import { h } from '../lib/dom.js';
import { difference } from '../lib/differences.js';
import { field, parseNumber, select, textArea, textInput } from '../lib/fields.js';
import { ownerField } from '../lib/owner-field.js';
import { Unreadable } from '../lib/saving-form.js';

/**
 * @typedef {Object} Input
 * @property {string} name of the request's field
 * @property {Object} field as `lib/fields.js` makes it
 * @property {Element} element
 * @property {function(): *} value for the request; throws RangeError when it cannot be read
 * @property {function(Object): Object|null} differs from what is stored now
 */

function input(about, control, { value, stored, show, frame }) {
  const made = field(about, control, frame);
  return {
    name: about.name,
    field: made,
    element: made.element,
    value: () => value(control.value),
    differs: (current) => difference(made, stored(current), show),
    set: (text) => {
      control.value = text;
    },
  };
}

const plain = (name) => (item) => (item[name] === null || item[name] === undefined ? '' : String(item[name]));

export const textOf = (about, item, { stored = plain(about.name), ...attributes } = {}) =>
  input(about, textInput(stored(item), { dir: 'auto', ...attributes }), { value: (typed) => typed, stored });

export const longTextOf = (about, item, attributes) =>
  input(about, textArea(plain(about.name)(item), { dir: 'auto', rows: '3', ...attributes }), {
    value: (typed) => typed,
    stored: plain(about.name),
  });

/** @param {function(Object): string} [stored] the choice that an answer stands for */
export function choiceOf(about, item, choices, { stored = plain(about.name), value = (chosen) => chosen || null } = {}) {
  const names = new Map(choices);
  return input(about, select(stored(item), choices), { value, stored, show: (key) => names.get(key) || key });
}

export const dayOf = (about, item) =>
  input(about, h('input.text.medium-field', { type: 'date', value: plain(about.name)(item) }), {
    value: (typed) => typed || null,
    stored: plain(about.name),
  });

/** A number as people write it, with a point or a comma. */
export function numberOf(about, item, { stored = plain(about.name), unit } = {}) {
  const control = textInput(stored(item), { inputmode: 'decimal' });
  control.classList.replace('long-field', 'short-field');
  const frame = unit ? h('span.bearings-with-unit', null, control, h('span.bearings-unit', null, unit)) : control;
  const made = input(about, control, {
    value: (typed) => {
      const number = parseNumber(typed);
      return number === undefined ? null : number;
    },
    stored,
    frame,
  });
  const { differs } = made;
  made.differs = (current) => {
    const theirs = stored(current);
    const same = theirs !== '' && Number(theirs) === Number(control.value.replace(',', '.')) && control.value.trim() !== '';
    return same ? null : differs(current);
  };
  return made;
}

/** Labels with commas between them. */
export const labelsOf = (about, item) =>
  input(about, textInput((item.labels || []).join(', '), { dir: 'auto' }), {
    value: (typed) => [...new Set(typed.split(',').map((label) => label.trim()).filter(Boolean))],
    stored: (current) => (current.labels || []).join(', '),
  });

/** The one person who answers for it. */
export function ownerOf(owner) {
  const made = ownerField(owner);
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
    differs(current) {
      const mine = made.person();
      return mine && current.owner && mine.key !== current.owner.key
        ? { field: made, mine: mine.name, theirs: current.owner.name, take: () => made.set(current.owner), keep: () => made.set(mine) }
        : null;
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
