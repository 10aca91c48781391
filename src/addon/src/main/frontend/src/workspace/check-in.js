/** A check-in in under a minute: one small form below the key result. */
import { h, replaceChildren, uniqueId } from '../lib/dom.js';
import { field, parseNumber, select, textArea, textInput } from '../lib/fields.js';
import { creator } from '../lib/once.js';
import { savingForm, Unreadable } from '../lib/saving-form.js';
import { lazyView } from './lazy-view.js';
import { dayText, isNumber, today, valueText } from './values.js';

/** Sources whose value a person enters; the others are read, and the person says how sure they are. */
const ENTERED = ['MANUAL', 'BINARY', 'MAINTAIN'];

/** Sources whose values follow no line. */
const UNFORESEEN = ['BINARY', 'MAINTAIN'];

const HIGHEST = 10;

/**
 * @param {Object} keyResult
 * @param {{value: string, replaces: Object}} [start] what the form opens with, and the entry that it corrects
 * @param {{saved: function(Object), cancelled: function()}} then
 * @returns {{element: Element, focus: function(), isDirty: function(): boolean}}
 */
export function checkInForm(keyResult, then, start = {}) {
  const value = ENTERED.includes(keyResult.source) ? valueField(keyResult, start) : null;
  const confidence = confidenceField(start.replaces ? start.replaces.confidence : keyResult.confidence);
  const comment = longField('comment', AJS.I18n.getText('bearings.form.comment'), start.replaces);
  const ppp = [
    longField('progress', AJS.I18n.getText('bearings.form.progress'), start.replaces),
    longField('plans', AJS.I18n.getText('bearings.form.plans'), start.replaces),
    longField('problems', AJS.I18n.getText('bearings.form.problems'), start.replaces),
  ];
  const on = field(
    { name: 'on', label: AJS.I18n.getText('bearings.form.on') },
    h('input.text.medium-field', { type: 'date', value: start.replaces ? start.replaces.on : today() })
  );
  const submit = h('button.aui-button.aui-button-primary', { type: 'submit' }, AJS.I18n.getText('bearings.action.saveCheckIn'));
  const cancel = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
  const create = creator();
  const more = h('details.bearings-advanced', null, h('summary', null, AJS.I18n.getText('bearings.checkIn.more')), ppp.map((each) => each.element), on.element);
  const opening = start.replaces ? null : lazyView('opening', 'workspace-marks', { part: 'opening', keyResult, suggest });
  const ahead = start.replaces || UNFORESEEN.includes(keyResult.source) ? null : lazyView('forecast', 'workspace-marks', { part: 'forecast', keyResult, brief: true });
  const fields = [value, confidence, comment, ...ppp, on].filter(Boolean);
  let dirty = false;

  const element = savingForm({
    submit,
    content: [
      h('div.bearings-check-in-main', null, value && value.element, confidence.element),
      comment.element,
      opening && opening.element,
      ahead && ahead.element,
      more,
      h(
        'div.bearings-check-in-buttons',
        null,
        submit,
        cancel,
        h('span.bearings-hint', null, AJS.I18n.getText('bearings.checkIn.keys'))
      ),
    ],
    fields: () => fields,
    save: async () => create(`key-results/${keyResult.id}/check-ins`, body()),
    saved: then.saved,
  });
  element.classList.add('bearings-check-in');
  element.setAttribute('aria-label', AJS.I18n.getText('bearings.checkIn.of', keyResult.key));
  ['input', 'change'].forEach((kind) =>
    element.addEventListener(kind, () => {
      dirty = true;
    })
  );
  cancel.addEventListener('click', then.cancelled);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      then.cancelled();
    }
  });

  /** Fills in what nobody has written yet, where one sees that it will be saved. */
  function suggest(texts) {
    ppp
      .filter(({ name, control }) => texts[name] && !control.value)
      .forEach(({ name, control }) => {
        control.value = texts[name];
        more.open = true;
      });
  }

  function body() {
    const sure = confidence.value();
    if (sure === null) {
      throw new Unreadable({ confidence: AJS.I18n.getText('bearings.confidence.required') });
    }
    return {
      ...(value ? { value: value.value() } : {}),
      confidence: sure,
      on: on.control.value || today(),
      comment: comment.control.value,
      progress: ppp[0].control.value,
      plans: ppp[1].control.value,
      problems: ppp[2].control.value,
      ...(start.replaces ? { replaces: start.replaces.id } : {}),
    };
  }

  return {
    element,
    isDirty: () => dirty,
    focus() {
      (value ? value.control : confidence.control).focus();
      if (value && value.control.select) {
        value.control.select();
      }
    },
  };
}

function valueField(keyResult, start) {
  const { measure, current, currentOn, source } = keyResult;
  const before = isNumber(current)
    ? AJS.I18n.getText('bearings.checkIn.previous', valueText(current, measure), dayText(currentOn))
    : AJS.I18n.getText('bearings.checkIn.first');
  const about = { name: 'value', label: AJS.I18n.getText('bearings.form.value'), description: before, required: true };
  const given = start.replaces ? start.replaces.value : start.value;
  if (source === 'BINARY') {
    const choices = [
      ['0', AJS.I18n.getText('bearings.binary.no')],
      ['1', AJS.I18n.getText('bearings.binary.yes')],
    ];
    const made = field(about, select(isNumber(given) ? String(Number(given)) : String(Number(current || 0)), choices));
    return Object.assign(made, { value: () => Number(made.control.value) });
  }
  const control = textInput(isNumber(given) ? String(given) : '', { inputmode: 'decimal' });
  control.classList.replace('long-field', 'short-field');
  const made = field(about, control, h('span.bearings-with-unit', null, control, h('span.bearings-unit', null, unitText(measure))));
  return Object.assign(made, {
    value() {
      try {
        const number = parseNumber(control.value);
        if (number !== undefined) {
          return number;
        }
      } catch (notANumber) {
        throw new Unreadable({ value: AJS.I18n.getText('bearings.form.notANumber') });
      }
      throw new Unreadable({ value: AJS.I18n.getText('bearings.checkIn.valueRequired') });
    },
  });
}

export function unitText(measure) {
  const { kind, currency, of } = measure || {};
  switch (kind) {
    case 'PERCENT':
      return '%';
    case 'CURRENCY':
      return currency || '';
    case 'DURATION':
      return AJS.I18n.getText('bearings.measure.hours');
    case 'POINTS':
      return AJS.I18n.getText('bearings.measure.pointsUnit');
    case 'RATING':
      return isNumber(of) ? AJS.I18n.getText('bearings.measure.outOf', of) : '';
    default:
      return '';
  }
}

/** How sure the owner is, 0 to 10, one press each. */
export function confidenceField(chosen) {
  const name = uniqueId('confidence');
  const labelId = `${name}-label`;
  const error = h('div.error', { id: `${name}-error` });
  const radios = Array.from({ length: HIGHEST + 1 }, (unused, value) =>
    h('input.bearings-hidden', { type: 'radio', name, id: `${name}-${value}`, value, checked: isNumber(chosen) && Number(chosen) === value })
  );
  const group = h(
    'div.bearings-confidence',
    { role: 'radiogroup', 'aria-labelledby': labelId, 'aria-describedby': error.id },
    radios.map((radio, value) => h('span', null, radio, h('label', { for: radio.id }, String(value))))
  );
  return {
    name: 'confidence',
    label: AJS.I18n.getText('bearings.confidence'),
    /** Where the focus goes: the chosen one, as the arrows move on from there. */
    get control() {
      return radios.find(({ checked }) => checked) || radios[0];
    },
    element: h(
      'div.field-group',
      null,
      h('span.bearings-group-label', { id: labelId }, AJS.I18n.getText('bearings.confidence')),
      group,
      h('div.description', null, AJS.I18n.getText('bearings.confidence.description')),
      error
    ),
    value() {
      const taken = radios.find(({ checked }) => checked);
      return taken ? Number(taken.value) : null;
    },
    error(text) {
      error.textContent = text;
    },
  };
}

function longField(name, label, replaced) {
  return field({ name, label }, textArea((replaced && replaced[name]) || '', { rows: '2', dir: 'auto' }));
}

/** Opens the form in a place and closes it again. */
export function openCheckIn(place, keyResult, { saved, closed }, start) {
  const close = () => {
    replaceChildren(place);
    closed();
  };
  const form = checkInForm(
    keyResult,
    {
      saved(stored) {
        replaceChildren(place);
        saved(stored);
      },
      cancelled: close,
    },
    start
  );
  replaceChildren(place, form.element);
  form.focus();
  return { ...form, close };
}
