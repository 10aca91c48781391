/**
 * A form that saves. Errors stand at their fields, what was typed stays until it is saved, and when somebody else
 * saved meanwhile, both versions stand side by side and the person chooses field by field. Ctrl+Enter saves.
 */
import { h, replaceChildren, uniqueId } from './dom.js';

/** A field that was filled in such a way that it cannot even be sent. */
export class Unreadable extends Error {
  /** @param {Object<string, string>} fields what is wrong, by field */
  constructor(fields) {
    super('');
    this.name = 'Unreadable';
    this.fields = fields;
    this.messages = [];
  }
}

/**
 * @param {Object} form
 * @param {Array} form.content
 * @param {HTMLButtonElement} form.submit the button that saves; it may stand outside the form's element
 * @param {function(): Array} form.fields the fields now in the form, in their order
 * @param {function(): Promise<Object>} form.save gives what is stored now, or rejects with what was refused
 * @param {function(Object)} form.saved called with what `save` gave
 * @param {function(Object): Array<{field: Object, mine: string, theirs: string, take: function(), keep: function()}>} [form.differences]
 *     compares the form with what is stored now, and makes the next save build upon it; `merged` says of a field that
 *     nobody has to choose, because only the other changed it
 * @returns {HTMLFormElement}
 */
export function savingForm(form) {
  const formId = uniqueId('form');
  const problems = h('div.bearings-dialog-problems', { role: 'alert' });
  const choices = h('div.bearings-conflict');
  const { submit } = form;
  submit.setAttribute('form', formId);
  const element = h('form.aui.top-label.bearings-form', { id: formId, novalidate: true }, problems, choices, form.content);

  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (submit.disabled) {
      return;
    }
    clear();
    busy(true);
    try {
      form.saved(await form.save());
    } catch (refused) {
      busy(false);
      if (refused.status === 409 && refused.current && form.differences) {
        showConflict(refused);
      } else {
        showProblems(refused);
      }
      return;
    }
    busy(false);
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      element.requestSubmit(submit);
    }
  });

  function busy(now) {
    submit.disabled = now;
    submit.setAttribute('aria-disabled', String(now));
    submit.classList.toggle('bearings-busy', now);
  }

  function clear() {
    replaceChildren(problems);
    replaceChildren(choices);
    form.fields().forEach((each) => each.error(''));
  }

  function showProblems(refused) {
    const named = refused.fields || {};
    const fields = form.fields();
    const wrong = fields.filter((each) => named[each.name]);
    wrong.forEach((each) => each.error(named[each.name]));
    const known = new Set(fields.map((each) => each.name));
    const others = Object.keys(named).filter((name) => !known.has(name)).map((name) => named[name]);
    const unsaid = wrong.length || (others.length && !refused.messages?.length) ? [] : [refused.message];
    const general = [...others, ...unsaid].filter(Boolean);
    if (general.length) {
      replaceChildren(problems, message('error', general));
    }
    wrong.forEach(({ control }) => unfold(control));
    (wrong.length ? wrong[0].control : submit).focus();
  }

  /** What is folded away can neither be read nor have the focus. */
  function unfold(control) {
    for (let folded = control.closest('details:not([open])'); folded; folded = folded.closest('details:not([open])')) {
      folded.open = true;
    }
  }

  function showConflict(refused) {
    const differences = form.differences(refused.current);
    const open = differences.filter(({ merged }) => !merged);
    const taken = differences.filter(({ merged }) => merged);
    replaceChildren(problems, message('warning', [refused.message, whatToDo(open, taken)]));
    replaceChildren(choices, taken.length > 0 && h('ul.bearings-merged', null, taken.map(takenOver)), open.map(choice));
    const first = choices.querySelector('input');
    (first || submit).focus();
  }

  return element;
}

function message(type, texts) {
  return h(`div.aui-message.aui-message-${type}`, null, texts.map((text) => h('p', null, text)));
}

function whatToDo(open, taken) {
  if (open.length) {
    return AJS.I18n.getText('bearings.conflict.choose');
  }
  return taken.length ? AJS.I18n.getText('bearings.conflict.merged') : AJS.I18n.getText('bearings.conflict.same');
}

const takenOver = ({ field, theirs }) =>
  h('li', null, h('strong', null, field.label), ': ', theirs || AJS.I18n.getText('bearings.conflict.empty'));

function choice({ field, mine, theirs, take, keep }) {
  const name = uniqueId('choice');
  const option = (label, value, text, chosen, onChoose) => {
    const id = uniqueId('choice-option');
    const radio = h('input.radio', { type: 'radio', id, name, value, checked: chosen });
    radio.addEventListener('change', onChoose);
    return h(
      'div.bearings-version',
      null,
      h('div.radio', null, radio, h('label', { for: id }, label)),
      h('p.bearings-version-text', null, text || AJS.I18n.getText('bearings.conflict.empty'))
    );
  };
  const labelId = uniqueId('choice-label');
  return h(
    'div.bearings-versions',
    { role: 'radiogroup', 'aria-labelledby': labelId },
    h('p.bearings-group-label', { id: labelId }, field.label),
    option(AJS.I18n.getText('bearings.conflict.mine'), 'mine', mine, true, keep),
    option(AJS.I18n.getText('bearings.conflict.theirs'), 'theirs', theirs, false, take)
  );
}
