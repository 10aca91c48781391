/** What was learned from each objective, and what is decided for it. */
import { difference } from '../lib/differences.js';
import { h, morph, onAction } from '../lib/dom.js';
import { field, select, textArea } from '../lib/fields.js';
import { failed, undoable } from '../lib/flags.js';
import { post, put } from '../lib/rest.js';
import { savingForm } from '../lib/saving-form.js';
import { decisionText, decisions } from './words.js';

const LENGTH = 2000;
const NOTHING = { decision: null, learning: '', by: null, version: 0 };

/**
 * @param {Object} whole the retrospective
 * @param {string} path of its meeting
 * @param {function(): Promise} reload reads the meeting again
 * @returns {{of: function(number): Element, update: function(Object)}} `of` gives what stands below an objective
 */
export function verdicts(whole, path, reload) {
  const blocks = new Map(whole.objectives.map((each) => [each.id, block(each, whole.cycle.state === 'CLOSED', path, reload)]));
  return {
    of: (id) => blocks.get(id).element,
    update(now) {
      blocks.forEach((each, id) => each.update(now.verdicts.find(({ objectiveId }) => objectiveId === id) || NOTHING, now.may.includes('RUN')));
    },
  };
}

function block({ id, key }, closed, path, reload) {
  const address = `${path}/verdicts/${id}`;
  const said = h('div');
  const place = h('div');
  const element = h('div.bearings-verdict', null, h('h3', { tabindex: '-1' }, AJS.I18n.getText('bearings.verdict.title')), said, place);
  let now = NOTHING;
  let may = false;
  let form = null;

  function draw() {
    morph(said, h('div', null, told(now), may && !form && buttons(now, key)));
  }

  function close() {
    if (form) {
      form.remove();
      form = null;
    }
    draw();
    element.querySelector('h3').focus();
  }

  async function attempt(work) {
    try {
      await work();
    } catch (refused) {
      failed(refused.message);
    }
    await reload();
  }

  /** Brings back what was said before, be it nothing. */
  function undo(before, stored) {
    return attempt(() =>
      before.version
        ? put(address, { version: stored.version, decision: before.decision, learning: before.learning })
        : post(`${address}/withdraw`, { version: stored.version })
    );
  }

  onAction(said, {
    'verdict-edit'() {
      const before = now;
      form = verdictForm(address, before, {
        saved(stored) {
          now = stored;
          close();
          undoable(AJS.I18n.getText('bearings.verdict.saved', key), () => undo(before, stored));
          reload();
        },
        cancel: close,
      });
      place.append(form);
      draw();
      form.querySelector('select').focus();
    },
    'verdict-withdraw': () =>
      attempt(async () => {
        const before = now;
        await post(`${address}/withdraw`, { version: before.version });
        element.querySelector('h3').focus();
        undoable(AJS.I18n.getText('bearings.verdict.withdrawn', key), () =>
          attempt(() => put(address, { version: 0, decision: before.decision, learning: before.learning }))
        );
      }),
  });

  return {
    element,
    update(next, run) {
      now = next;
      may = run && !closed;
      draw();
    },
  };
}

const told = ({ decision, learning, by }) =>
  decision
    ? [
        h('p.bearings-retro-facts', null, h('span.bearings-flag', null, decisionText(decision)), h('span.bearings-hint', null, AJS.I18n.getText('bearings.verdict.by', by.name))),
        h('p.bearings-meeting-words', { dir: 'auto' }, learning),
      ]
    : h('p.bearings-hint', null, AJS.I18n.getText('bearings.verdict.none'));

function buttons({ decision }, key) {
  const button = (action, text, kind) =>
    h(`button.aui-button${kind}`, { type: 'button', 'data-bearings-action': action }, text, h('span.bearings-hidden', null, ` ${key}`));
  return h(
    'div.bearings-meeting-buttons',
    null,
    button('verdict-edit', decision ? AJS.I18n.getText('bearings.action.edit') : AJS.I18n.getText('bearings.verdict.decide'), ''),
    decision && button('verdict-withdraw', AJS.I18n.getText('bearings.action.remove'), '.aui-button-link')
  );
}

function verdictForm(address, before, { saved, cancel }) {
  let { version } = before;
  const decision = field(
    { name: 'decision', label: AJS.I18n.getText('bearings.verdict.decision'), required: true },
    select(before.decision || 'CARRY', Object.entries(decisions()))
  );
  const learning = field(
    { name: 'learning', label: AJS.I18n.getText('bearings.verdict.learning'), description: AJS.I18n.getText('bearings.verdict.learning.text'), required: true },
    textArea(before.learning, { rows: '3', maxlength: LENGTH, dir: 'auto' })
  );
  const submit = h('button.aui-button.aui-button-primary', { type: 'submit' }, AJS.I18n.getText('bearings.action.save'));
  const leave = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
  leave.addEventListener('click', cancel);
  const fields = [decision, learning];
  return savingForm({
    content: [decision.element, learning.element, h('div.buttons-container', null, submit, leave)],
    submit,
    fields: () => fields,
    save: () => put(address, { version, decision: decision.control.value, learning: learning.control.value }),
    saved,
    differences(current) {
      version = current.version;
      return [difference(learning, current.learning), difference(decision, current.decision || decision.control.value, decisionText)].filter(Boolean);
    },
  });
}
