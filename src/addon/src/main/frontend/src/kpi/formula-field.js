/** The editor of a formula: names are offered while one types, and what is wrong is shown at its place. */
import { h, replaceChildren, uniqueId } from '../lib/dom.js';
import { field, textArea } from '../lib/fields.js';
import { post, Refused } from '../lib/rest.js';
import { threeWay } from '../lib/differences.js';

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
  const offers = completion(control);
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
    let answer;
    try {
      answer = await post('formulas/check', { text, measure: measure(), kpiId });
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      answer = { problems: [], tidied: null, quantity: null };
    }
    if (mine === asked) {
      show(text, answer);
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

/** Names to choose among, after the same pattern as the mentions of people. */
function completion(control) {
  const listId = uniqueId('names');
  const list = h('div.bearings-options', { id: listId, role: 'listbox', 'aria-label': AJS.I18n.getText('bearings.kpi.formula.names'), hidden: true });
  const element = h('div.bearings-combobox', null, control, h('div.bearings-popup', null, list));
  let options = [];
  let active = 0;
  let place = null;
  let timer = null;
  let asked = 0;

  function close() {
    clearTimeout(timer);
    asked += 1;
    list.hidden = true;
    control.removeAttribute('aria-activedescendant');
  }

  async function open(anywhere) {
    const cursor = control.selectionStart;
    if (!anywhere && !TYPED.test(control.value.slice(0, cursor))) {
      close();
      return;
    }
    asked += 1;
    const mine = asked;
    let answer;
    try {
      answer = await post('formulas/complete', { text: control.value, cursor });
    } catch (refused) {
      if (!(refused instanceof Refused)) {
        throw refused;
      }
      return;
    }
    if (mine === asked && document.activeElement === control) {
      show(answer);
    }
  }

  function show({ from, to, candidates }) {
    place = { from, to };
    options = candidates.map((candidate, index) => {
      const node = h(
        'div.bearings-option',
        { id: uniqueId('name'), role: 'option', 'aria-selected': 'false' },
        h('span.bearings-option-label', null, h('code', null, candidate.name)),
        h('span.bearings-option-hint', null, candidate.meaning)
      );
      node.addEventListener('mousedown', (event) => event.preventDefault());
      node.addEventListener('click', () => take(index));
      return { candidate, node };
    });
    replaceChildren(list, options.map(({ node }) => node));
    list.hidden = !options.length;
    activate(0);
  }

  function activate(index) {
    active = index;
    options.forEach(({ node }, each) => node.setAttribute('aria-selected', String(each === index)));
    if (options[index]) {
      control.setAttribute('aria-activedescendant', options[index].node.id);
      if (options[index].node.scrollIntoView) {
        options[index].node.scrollIntoView({ block: 'nearest' });
      }
    }
  }

  function take(index) {
    const { insert, caret } = options[index].candidate;
    control.value = control.value.slice(0, place.from) + insert + control.value.slice(place.to);
    control.setSelectionRange(place.from + caret, place.from + caret);
    close();
    control.focus();
    control.dispatchEvent(new Event('input', { bubbles: true }));
    close();
  }

  control.setAttribute('aria-controls', listId);
  control.setAttribute('aria-autocomplete', 'list');
  control.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(open, PAUSE);
  });
  control.addEventListener('blur', close);
  control.addEventListener('keydown', (event) => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      open(true);
      return;
    }
    if (list.hidden) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      activate((active + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  return { element };
}
