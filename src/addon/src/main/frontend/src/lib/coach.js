/**
 * The coach beside a form: while somebody types, what it says about the text stands below the field that it is about.
 * It never keeps anybody from saving, and is silent when it cannot be reached.
 */
import { h, replaceChildren, uniqueId } from './dom.js';
import { post, Refused } from './rest.js';

/** How long somebody pauses before the coach reads, in milliseconds. */
const PAUSE = 400;

/** Raised on the field whose text is to become an issue; bubbles, with the text in `detail.text`. */
export const MAKE_INITIATIVE = 'bearings:make-initiative';

/** Rules that are about another field than the title. */
const OF_WHY = new Set(['no-why']);
const OF_KEY_RESULTS = new Set(['key-result-count', 'few-key-results', 'outputs-only']);

/**
 * @typedef {{rule: string, severity: string, reason: string, better: ?string, usable: boolean, action: ?string, start: ?number, end: ?number}} Finding
 */

/**
 * Watches the fields of a form. Changes of any of them make the coach read again.
 *
 * @param {Object} form
 * @param {'objective'|'key-result'|'kpi'} form.about
 * @param {HTMLElement} form.title the field whose text is judged
 * @param {HTMLElement} [form.why] of an objective
 * @param {Element} [form.keyResults] what the number of key results is said beside; without it, beside the title
 * @param {Array<{control: HTMLElement, rules: Set<string>}>} [form.beside] other fields with the rules that are about them
 * @param {HTMLElement[]} [form.others] further fields that the judgement depends on
 * @param {function(): Object} form.read what is sent; a RangeError says that a field cannot be read yet
 * @returns {{ask: function(): Promise<void>, stop: function()}} `ask` reads at once, for changes that raise no event
 */
export function coach({ about, title, why, keyResults, beside = [], others = [], read }) {
  const isElsewhere = (rule) => beside.some(({ rules }) => rules.has(rule));
  const places = [
    place(title, ({ rule }) => !(why && OF_WHY.has(rule)) && !(keyResults && OF_KEY_RESULTS.has(rule)) && !isElsewhere(rule)),
    why && place(why, ({ rule }) => OF_WHY.has(rule)),
    keyResults && place(keyResults, ({ rule }) => OF_KEY_RESULTS.has(rule)),
    ...beside.map(({ control, rules }) => place(control, ({ rule }) => rules.has(rule))),
  ].filter(Boolean);
  const fields = [title, why, ...beside.map(({ control }) => control), ...others].filter(Boolean);
  let timer = null;
  let asked = 0;
  let last = null;

  function show(findings, text) {
    places.forEach((each) => each.show(findings.filter(each.takes), text));
  }

  async function ask() {
    clearTimeout(timer);
    const body = readable(read);
    const question = JSON.stringify(body);
    if (question === last) {
      return;
    }
    last = question;
    asked += 1;
    const mine = asked;
    const findings = body ? await answered(about, body) : [];
    if (mine === asked) {
      show(findings, body ? textOf(body) : '');
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  }

  fields.forEach((field) => {
    field.addEventListener('input', later);
    field.addEventListener('change', later);
  });

  return {
    ask,
    stop() {
      clearTimeout(timer);
      asked += 1;
      fields.forEach((field) => {
        field.removeEventListener('input', later);
        field.removeEventListener('change', later);
      });
      places.forEach((each) => each.remove());
    },
  };
}

/** The text that is judged: a title, or the name of a KPI. */
const textOf = ({ title, name }) => title || name || '';

/** What the form holds; null while a field cannot be read, or there is no text yet. */
function readable(read) {
  try {
    const body = read();
    return textOf(body).trim() || body.why !== undefined || body.keyResults !== undefined ? body : null;
  } catch (problem) {
    if (problem instanceof RangeError) {
      return null;
    }
    throw problem;
  }
}

/** What the coach says; nothing when it refuses, for the form itself says what is wrong when it is saved. */
async function answered(about, body) {
  try {
    return (await post(`coach/${about}`, body)).findings;
  } catch (problem) {
    if (problem instanceof Refused) {
      return [];
    }
    throw problem;
  }
}

/** The place below a field where its findings stand. */
function place(control, takes) {
  const id = uniqueId('coach');
  const element = h('div.bearings-coach', { id, 'aria-live': 'polite', 'data-bearings-keep': true });
  const group = control.closest('.field-group');
  if (group) {
    group.append(element);
  } else {
    control.after(element);
  }
  let shown = '[]';

  return {
    takes,
    show(findings, text) {
      const now = JSON.stringify(findings);
      if (now === shown) {
        return;
      }
      shown = now;
      describe(control, id, findings.length > 0);
      keepFocus(element, control, () =>
        replaceChildren(element, findings.length > 0 && list(findings, control, text))
      );
    },
    remove() {
      describe(control, id, false);
      element.remove();
    },
  };
}

function describe(control, id, described) {
  const ids = (control.getAttribute('aria-describedby') || '').split(/\s+/).filter((each) => each && each !== id);
  if (described) {
    ids.push(id);
  }
  if (ids.length) {
    control.setAttribute('aria-describedby', ids.join(' '));
  } else {
    control.removeAttribute('aria-describedby');
  }
}

/** A button that goes away must not take the focus along. */
function keepFocus(element, control, change) {
  const inside = element.contains(document.activeElement);
  change();
  if (inside) {
    control.focus();
  }
}

function list(findings, control, text) {
  return h(
    'ul.bearings-findings',
    { 'aria-label': AJS.I18n.getText('bearings.coach.findings') },
    findings.map((finding) => item(finding, control, text))
  );
}

function item(finding, control, text) {
  const warning = finding.severity === 'WARNING';
  const about = quoted(finding, text);
  return h(
    `li.bearings-finding.bearings-finding-${warning ? 'warning' : 'hint'}`,
    { 'data-bearings-rule': finding.rule },
    h(
      'p',
      null,
      h(
        'strong.bearings-finding-severity',
        null,
        warning ? AJS.I18n.getText('bearings.coach.warning') : AJS.I18n.getText('bearings.coach.hint')
      ),
      ' ',
      about && h('q.bearings-finding-about', null, about),
      about && ' ',
      finding.reason
    ),
    finding.better &&
      h(
        'p.bearings-finding-better',
        null,
        h('span', null, AJS.I18n.getText('bearings.coach.better')),
        ' ',
        h('em', null, finding.better)
      ),
    buttons(finding, control)
  );
}

/** The words of the title that a finding is about. */
const quoted = ({ start, end }, text) => (start === null ? '' : text.slice(start, end));

function buttons(finding, control) {
  const all = [
    finding.better && finding.usable && button(AJS.I18n.getText('bearings.coach.useWording'), () => use(finding, control)),
    finding.action === 'MAKE_INITIATIVE' &&
      button(AJS.I18n.getText('bearings.coach.makeInitiative'), () => makeInitiative(control)),
  ].filter(Boolean);
  return all.length > 0 && h('div.bearings-finding-actions', null, all);
}

function button(text, click) {
  const element = h('button.aui-button.aui-button-link', { type: 'button' }, text);
  element.addEventListener('click', click);
  return element;
}

function use(finding, control) {
  control.value = finding.better;
  control.focus();
  control.dispatchEvent(new window.Event('input', { bubbles: true }));
}

function makeInitiative(control) {
  control.dispatchEvent(
    new window.CustomEvent(MAKE_INITIATIVE, { bubbles: true, detail: { text: control.value.trim() } })
  );
}
