/** What the last retrospective taught: each learning shapes the new objectives, or is set aside, with a reason. */
import { h, morph, onAction, replaceChildren } from '../lib/dom.js';
import { failed } from '../lib/flags.js';
import { field, textInput } from '../lib/fields.js';
import { post } from '../lib/rest.js';
import { savingForm } from '../lib/saving-form.js';
import { decisionText } from '../retrospective/words.js';

const REASON = 500;

export function learnings(page) {
  const shown = new Map();
  const list = h('ul.bearings-restated');
  return {
    element: list,
    update({ now }) {
      now.learnings.filter(({ id }) => !shown.has(id)).forEach((each) => shown.set(each.id, learning(page, each)));
      replaceChildren(list, now.learnings.map(({ id }) => shown.get(id).element));
      now.learnings.forEach((each) => shown.get(each.id).update(each, now));
    },
  };
}

function learning(page, { id }) {
  const said = h('div');
  const place = h('div');
  const element = h('li', null, said, place);
  let at = null;
  let form = null;

  const treat = (treatment) => post(`kickoff/learnings/${id}`, { ...at, ...treatment });

  onAction(element, {
    async 'learning-open'() {
      try {
        await treat({});
        await page.reload();
      } catch (refused) {
        failed(refused.message);
      }
    },
  });

  return {
    element,
    update(each, now) {
      at = { unitId: now.unit.id, cycleId: now.cycle.id };
      const run = now.may.includes('RUN');
      morph(said, h('div', null, told(each, run)));
      if (run && each.used === null && !form) {
        form = reasonForm(each, treat, () => page.reload());
        place.append(form);
      } else if ((!run || each.used !== null) && form) {
        form.remove();
        form = null;
      }
    },
  };
}

function told({ objectiveKey, decision, text, used, reason }, run) {
  return [
    h('h3.bearings-learning-head', null, h('span', null, objectiveKey), h('span.bearings-flag', null, decisionText(decision))),
    h('p.bearings-learning', { dir: 'auto' }, text),
    used === null
      ? null
      : h(
          'p.bearings-learning-head',
          null,
          h('span', { dir: 'auto' }, used ? AJS.I18n.getText('bearings.learning.used', reason) : AJS.I18n.getText('bearings.learning.aside', reason)),
          run &&
            h(
              'button.aui-button.aui-button-link',
              { type: 'button', 'data-bearings-action': 'learning-open' },
              AJS.I18n.getText('bearings.kickoff.open'),
              h('span.bearings-hidden', null, `: ${text}`)
            )
        ),
  ];
}

function reasonForm({ text }, treat, saved) {
  let used = true;
  const reason = field({ name: 'reason', label: AJS.I18n.getText('bearings.learning.reason'), required: true }, textInput('', { maxlength: REASON, dir: 'auto' }));
  const choice = (label, value, type) => {
    const button = h(`button.aui-button`, { type }, label, h('span.bearings-hidden', null, `: ${text}`));
    button.addEventListener('click', () => {
      used = value;
    });
    return button;
  };
  const use = choice(AJS.I18n.getText('bearings.learning.use'), true, 'submit');
  const aside = choice(AJS.I18n.getText('bearings.learning.setAside'), false, 'button');
  const form = savingForm({
    content: [reason.element, h('div.bearings-step-buttons', null, use, aside)],
    submit: use,
    fields: () => [reason],
    save: () => treat({ used, reason: reason.control.value }),
    saved,
  });
  aside.addEventListener('click', () => form.requestSubmit());
  return form;
}
