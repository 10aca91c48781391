/** The editor of a formula: names are offered while one types, and what is wrong is shown at its place. */
import { completion, putInto } from '../lib/completion.js';
import { threeWay } from '../lib/differences.js';
import { h, replaceChildren, uniqueId } from '../lib/dom.js';
import { field, textArea } from '../lib/fields.js';
import { post, Refused } from '../lib/rest.js';

const PAUSE = 250;

/**
 * @param {{name: string, label: string, description: string}} about
 * @param {Object} item the sheet
 * @param {function(): Object} measure in what the KPI is counted now
 * @returns {Object} an input as `inputs.js` describes it; `check()` reads the formula again
 */
export function formulaOf(about, item, measure) {
  const stored = (current) => current[about.name] || '';
  const control = textArea(stored(item), { rows: '3', spellcheck: 'false', autocomplete: 'off', dir: 'ltr' });
  const { element, describe, check } = formulaHelp(control, measure, item.id || null);
  const made = field(about, control, element);
  describe();
  const write = (text) => {
    control.value = text;
    check();
  };
  const compare = threeWay(made, { read: () => control.value, write }, stored(item));
  return {
    name: about.name,
    field: made,
    element: made.element,
    value: () => control.value,
    differs: (current) => compare(stored(current)),
    check,
  };
}

/**
 * Names and problems for a text area in which a formula is written.
 *
 * @param {HTMLTextAreaElement} control which is moved into the element
 * @param {function(): Object} measure in what is counted now
 * @param {?number} kpiId the KPI whose formula it is
 * @returns {{element: Element, describe: function(), check: function()}} `describe` is to be called when the control has its description
 */
export function formulaHelp(control, measure, kpiId) {
  control.classList.add('bearings-kpi-formula');
  const offers = names(control);
  const said = h('div.bearings-kpi-formula-said', { role: 'status', id: uniqueId('formula-said') });
  const element = h('div', null, offers.element, said);
  let timer = null;
  let asked = 0;

  async function check() {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    const text = control.value;
    if (!text.trim()) {
      replaceChildren(said);
      control.removeAttribute('aria-invalid');
      return;
    }
    const answer = await post('formulas/check', { text, measure: measure(), kpiId }).catch(nothingWhereRefused);
    if (mine === asked) {
      show(text, answer || { problems: [] });
    }
  }

  function show(text, { problems, quantity }) {
    if (problems.length) {
      control.setAttribute('aria-invalid', 'true');
    } else {
      control.removeAttribute('aria-invalid');
    }
    replaceChildren(
      said,
      problems.length > 0 && h('ul.bearings-kpi-problems', null, problems.map((problem) => problemElement(text, problem, control))),
      !problems.length && quantity && h('p.bearings-hint', null, AJS.I18n.getText('bearings.kpi.formula.counts', quantity))
    );
  }

  control.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  });
  const describe = () => control.setAttribute('aria-describedby', `${control.getAttribute('aria-describedby')} ${said.id}`);
  return { element, describe, check };
}

/** What is wrong, with the place in its surroundings; pressing it goes there. */
function problemElement(text, { from, to, text: what, expected }, control) {
  const end = Math.max(to, from + 1);
  const button = h(
    'button.bearings-kpi-problem-place',
    { type: 'button' },
    h('span.bearings-hidden', null, AJS.I18n.getText('bearings.kpi.formula.at', from + 1)),
    h('code', null, text.slice(Math.max(0, from - 12), from), h('mark', null, text.slice(from, end) || '\u2038'), text.slice(end, end + 12))
  );
  button.addEventListener('click', () => {
    control.focus();
    control.setSelectionRange(from, Math.min(end, text.length));
  });
  return h('li', null, button, ' ', what, expected && ` ${expected}`);
}

const TYPED = /[A-Za-z_"-]$/;

function nothingWhereRefused(refused) {
  if (!(refused instanceof Refused)) {
    throw refused;
  }
  return null;
}

/** Names to choose among. */
const names = (control) =>
  completion(control, {
    label: AJS.I18n.getText('bearings.kpi.formula.names'),
    pause: PAUSE,
    query(byKeys) {
      const cursor = control.selectionStart;
      return byKeys || TYPED.test(control.value.slice(0, cursor)) ? { text: control.value, cursor } : null;
    },
    search: (place) =>
      post('formulas/complete', place).then(
        ({ from, to, candidates }) =>
          candidates.map(({ name, meaning, insert, caret }) => ({
            content: [h('span.bearings-option-label', null, h('code', null, name)), h('span.bearings-option-hint', null, meaning)],
            take: () => putInto(control, { from, to }, insert, caret),
          })),
        nothingWhereRefused
      ),
  });
