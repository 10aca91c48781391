/** How much a contribution counts beside the others: a number that is changed where it stands. */
import { h, uniqueId } from '../lib/dom.js';
import { parseNumber } from '../lib/fields.js';
import { done } from '../lib/flags.js';
import { put } from '../lib/rest.js';

/** What a contribution counts that nobody weighed. */
const USUAL = 1;

const written = (weight) => String(Number(weight));

/**
 * Enter and leaving the field save, Escape takes back what was typed.
 *
 * @param {{reload: function(): Promise}} page
 * @param {Object} arrow as an objective names it among its parents
 * @returns {{element: Element, update: function(Object)}}
 */
export function arrowWeight(page, { alignmentId, keyResultKey, objectiveKey, weight }) {
  const to = keyResultKey || objectiveKey;
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
  let stored = written(weight);
  let refused = null;
  let busy = false;
  input.value = stored;

  function complain(text) {
    error.textContent = text;
    if (text) {
      refused = input.value;
      input.setAttribute('aria-invalid', 'true');
    } else {
      refused = null;
      input.removeAttribute('aria-invalid');
    }
  }

  function read() {
    const typed = parseNumber(input.value);
    return typed === undefined ? USUAL : typed;
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
    try {
      await put(`alignments/${alignmentId}`, { weight: wanted });
      stored = written(wanted);
      takeBack();
      done(AJS.I18n.getText('bearings.align.weighed', to, stored));
    } catch (problem) {
      complain((problem.fields && problem.fields.weight) || problem.message);
      return;
    } finally {
      busy = false;
      input.readOnly = false;
    }
    await page.reload();
  }

  function takeBack() {
    input.value = stored;
    complain('');
  }

  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!busy) {
        save();
      }
    } else if (event.key === 'Escape' && !busy && (input.value !== stored || refused !== null)) {
      // Otherwise Escape closes the panel.
      event.preventDefault();
      takeBack();
    }
  });
  input.addEventListener('blur', () => {
    if (!busy && input.value !== stored && input.value !== refused) {
      save();
    }
  });
  return {
    element: h('span.bearings-arrow', null, label, input, error),
    /** Shows what is stored now, unless somebody is just typing something else. */
    update(arrow) {
      const untouched = input.value === stored && !busy;
      stored = written(arrow.weight);
      if (untouched) {
        input.value = stored;
      }
    },
  };
}
