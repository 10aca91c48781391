/** One key result as a guided sentence: what is measured, where it stands now, where it is to arrive. */
import { coach } from '../lib/coach.js';
import { h } from '../lib/dom.js';
import { choiceOf, numberOf, textOf } from '../workspace/inputs.js';
import { isNumber, valueText } from '../workspace/values.js';

const HIGHEST_RATING = 5;

const measureChoices = () => [
  ['NUMBER', AJS.I18n.getText('bearings.measure.number')],
  ['PERCENT', AJS.I18n.getText('bearings.measure.percent')],
  ['DURATION', AJS.I18n.getText('bearings.measure.duration')],
  ['POINTS', AJS.I18n.getText('bearings.measure.points')],
  ['RATING', AJS.I18n.getText('bearings.measure.rating')],
];

const plain = (control) => Number(control.value.trim().replace(',', '.'));

/** A number as it may stand in a text, not as a part of a longer one. */
const numberIn = (typed) => {
  const literal = typed.trim().replace(/[.,]/, '[.,]');
  return new RegExp(`(?<![\\d.,])${literal}(?![\\d]|[.,]\\d)`);
};

/**
 * @param {Object} given title, measure, baseline, target and source to begin with; all may be missing
 * @param {function(): string} prefix of the server's names of these fields
 * @param {function(): string} kindOfObjective what the Coach judges ambition by
 */
export function keyResultRow(given, prefix, kindOfObjective) {
  const source = given.source || 'MANUAL';
  const title = textOf(
    {
      name: 'title',
      label: AJS.I18n.getText('bearings.write.metric'),
      description: AJS.I18n.getText('bearings.write.metric.text'),
      required: true,
    },
    given
  );
  const kind = choiceOf({ name: 'measure.kind', label: AJS.I18n.getText('bearings.form.measure') }, given, measureChoices(), {
    stored: (item) => (item.measure ? item.measure.kind : 'NUMBER'),
  });
  const baseline = numberOf({ name: 'baseline', label: AJS.I18n.getText('bearings.write.now') }, given);
  const target = numberOf({ name: 'target', label: AJS.I18n.getText('bearings.form.target') }, given);
  const of = numberOf(
    { name: 'measure.of', label: AJS.I18n.getText('bearings.form.of') },
    { of: (given.measure && given.measure.of) || HIGHEST_RATING },
    { stored: (item) => String(item.of) }
  );
  const sentence = h('p.bearings-sentence', { dir: 'auto' });
  const inputs = { title, kind, baseline, target, of };
  const all = Object.values(inputs);
  const control = (input) => input.field.control;

  const measure = () => ({
    kind: control(kind).value,
    of: control(kind).value === 'RATING' ? plain(control(of)) : null,
  });

  /** A text that names numbers already is a whole sentence; else the sentence is made of the fields. */
  function written() {
    const text = control(title).value.trim();
    const numbers = [control(baseline), control(target)].map((each) => (each.value.trim() ? plain(each) : NaN));
    return !text || /\d/.test(text) || !numbers.every(isNumber)
      ? text
      : AJS.I18n.getText('bearings.write.sentence', text, ...numbers.map((each) => valueText(each, measure())));
  }

  function show() {
    of.element.hidden = control(kind).value !== 'RATING';
    const reads = written();
    sentence.textContent = reads === control(title).value.trim() ? '' : AJS.I18n.getText('bearings.write.reads', reads);
  }

  /** Numbers in the sentence of a template follow the fields, so that both say the same. */
  [baseline, target].forEach((input) => {
    let before = control(input).value;
    control(input).addEventListener('change', () => {
      const now = control(input).value.trim();
      if (before.trim() && now) {
        control(title).value = control(title).value.replace(numberIn(before), now);
      }
      before = now;
      show();
    });
  });
  all.forEach((input) => ['input', 'change'].forEach((event) => control(input).addEventListener(event, show)));
  show();
  const coached = coach({
    about: 'key-result',
    title: control(title),
    others: [baseline, target, kind].map(control),
    read: () => ({ title: written(), source, baseline: baseline.value(), target: target.value(), kind: kindOfObjective() }),
  });

  return {
    title,
    /** Lets the Coach read what was filled in without typing. */
    ask: coached.ask,
    remove: coached.stop,
    isEmpty: () => !control(title).value.trim() && !control(baseline).value.trim() && !control(target).value.trim(),
    fields: () => all.map((input) => named(input.field, prefix)),
    /** @throws {RangeError} never: what is no number is told by `problems` */
    value: () => ({
      title: written(),
      source,
      ...(source === 'MANUAL' ? { measure: measure() } : {}),
      baseline: baseline.value(),
      target: target.value(),
    }),
    /** What cannot be read, by the server's names. */
    problems: () =>
      Object.fromEntries(
        [baseline, target, of]
          .filter((input) => !readable(input))
          .map((input) => [`${prefix()}${input.name}`, AJS.I18n.getText('bearings.form.notANumber')])
      ),
    element: h(
      'div.bearings-write-row',
      null,
      title.element,
      h('div.bearings-write-numbers', null, baseline.element, target.element, kind.element, of.element),
      sentence
    ),
  };
}

const readable = (input) => {
  try {
    input.value();
    return true;
  } catch (notANumber) {
    return false;
  }
};

/** The same field under the name that it has in the request; the rest of it stays one object. */
const named = (field, prefix) => Object.create(field, { name: { get: () => `${prefix()}${field.name}` } });
