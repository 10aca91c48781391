/** How much a contribution counts beside the others: a number that is changed where it stands. */
import { h, uniqueId } from '../lib/dom.js';
import { parseNumber } from '../lib/fields.js';
import { done } from '../lib/flags.js';
import { put } from '../lib/rest.js';

/** What a contribution counts that nobody weighed. */
const USUAL = 1;

const written = (weight) => String(Number(weight));

/**
 * Whether an arrow carries a score, so that a weight means something: only contributions to a key result do.
 *
 * @param {Object} arrow as an objective names it among its parents
 */
export const isWeighed = ({ kind, keyResultId }) => kind === 'CONTRIBUTES' && Boolean(keyResultId);

/**
 * Once another weight is typed, a reason can be given beside it. Enter and leaving both fields save, Escape takes back
 * what was typed.
 *
 * @param {{reload: function(): Promise}} page
 * @param {Object} arrow as an objective names it among its parents
 * @returns {{element: Element, update: function(Object)}}
 */
export function arrowWeight(page, { alignmentId, keyResultKey: to, weight }) {
  const id = uniqueId('arrow-weight');
  const error = h('span.bearings-grid-error', { id: `${id}-error`, role: 'alert' });
  const input = h('input.text.bearings-arrow-weight', {
    type: 'text',
    id,
    inputmode: 'decimal',
    autocomplete: 'off',
    'aria-describedby': error.id,
  });
  const label = h('label', { for: id }, AJS.I18n.getText('bearings.form.weight'), h('span.bearings-hidden', null, ` ${to}`));
  const reason = h('input.text.bearings-arrow-reason', {
    type: 'text',
    id: `${id}-reason`,
    autocomplete: 'off',
    'aria-describedby': `${id}-reason-error ${id}-hint`,
  });
  const reasonError = h('span.bearings-grid-error', { id: `${id}-reason-error`, role: 'alert' });
  const why = h(
    'span.bearings-arrow-why',
    { hidden: true },
    h('label', { for: reason.id }, AJS.I18n.getText('bearings.form.reason')),
    reason,
    reasonError,
    h('span.bearings-hint', { id: `${id}-hint` }, AJS.I18n.getText('bearings.form.reason.description'))
  );
  const element = h('span.bearings-arrow', null, label, input, error, why);
  let stored = written(weight);
  let refused = null;
  let busy = false;
  input.value = stored;

  function say(control, place, text) {
    place.textContent = text;
    if (text) {
      control.setAttribute('aria-invalid', 'true');
    } else {
      control.removeAttribute('aria-invalid');
    }
  }

  const typed = () => JSON.stringify([input.value, reason.value]);
  const isTouched = () => input.value !== stored || reason.value !== '';

  function complain(aboutWeight, aboutReason = '') {
    say(input, error, aboutWeight);
    say(reason, reasonError, aboutReason);
    refused = aboutWeight || aboutReason ? typed() : null;
  }

  function read() {
    const number = parseNumber(input.value);
    return number === undefined ? USUAL : number;
  }

  async function save() {
    let wanted;
    try {
      wanted = read();
    } catch (notANumber) {
      complain(AJS.I18n.getText('bearings.form.notANumber'));
      return;
    }
    if (written(wanted) === stored) {
      takeBack();
      return;
    }
    busy = true;
    input.readOnly = true;
    reason.readOnly = true;
    try {
      await put(`alignments/${alignmentId}`, { weight: wanted, ...(reason.value.trim() && { reason: reason.value.trim() }) });
      stored = written(wanted);
      takeBack();
      done(AJS.I18n.getText('bearings.align.weighed', to, stored));
    } catch (problem) {
      const fields = problem.fields || {};
      complain(fields.weight || (fields.reason ? '' : problem.message), fields.reason);
      return;
    } finally {
      busy = false;
      input.readOnly = false;
      reason.readOnly = false;
    }
    await page.reload();
  }

  function takeBack() {
    if (why.contains(document.activeElement)) {
      input.focus();
    }
    input.value = stored;
    reason.value = '';
    why.hidden = true;
    complain('');
  }

  input.addEventListener('input', () => {
    why.hidden = !isTouched();
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!busy) {
        save();
      }
    } else if (event.key === 'Escape' && !busy && (isTouched() || refused !== null)) {
      // Otherwise Escape closes the panel.
      event.preventDefault();
      takeBack();
    }
  });
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (!busy && !element.contains(relatedTarget) && isTouched() && typed() !== refused) {
      save();
    }
  });
  return {
    element,
    /** Shows what is stored now, unless somebody is just typing something else. */
    update(arrow) {
      const untouched = !isTouched() && !busy;
      stored = written(arrow.weight);
      if (untouched) {
        input.value = stored;
      }
    },
  };
}
