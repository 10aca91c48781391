/** Each objective in the words of the members; the lead says whether they mean the same. */
import { h, morph, replaceChildren, uniqueId } from '../lib/dom.js';
import { failed } from '../lib/flags.js';
import { field, textInput } from '../lib/fields.js';
import { post } from '../lib/rest.js';
import { savingForm } from '../lib/saving-form.js';

const LONGEST = 300;

const isRestated = ({ titleHidden, state, archived }) => !titleHidden && !archived && state !== 'ABANDONED';

export function restate(page) {
  const shown = new Map();
  const list = h('ul.bearings-restated');
  const none = h('p.bearings-hint', { hidden: true }, AJS.I18n.getText('bearings.restate.none'));
  return {
    element: h('div', null, none, list),
    update({ work, now }) {
      const objectives = work.objectives.filter(isRestated);
      none.hidden = objectives.length > 0;
      objectives
        .filter(({ id }) => !shown.has(id))
        .forEach((objective) => shown.set(objective.id, restatedObjective(page, objective)));
      replaceChildren(list, objectives.map(({ id }) => shown.get(id).element));
      objectives.forEach((objective) => shown.get(objective.id).update(objective, now));
    },
  };
}

function restatedObjective(page, { id }) {
  const titleId = uniqueId('restated');
  const title = h('h3', { id: titleId, dir: 'auto' });
  const words = h('ul.bearings-words', { 'aria-labelledby': titleId });
  const place = h('div');
  let form = null;
  words.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-verdict]');
    if (button) {
      await judge(page, button.getAttribute('data-restatement-id'), button.getAttribute('data-verdict'));
    }
  });
  return {
    element: h('li', null, title, words, place),
    update(objective, now) {
      const said = now.restatements.filter(({ objectiveId }) => objectiveId === id);
      const mine = said.find(({ by }) => by.key === page.me);
      replaceChildren(title, h('span.bearings-key', null, objective.key), ' ', objective.title);
      morph(
        words,
        h(
          'ul.bearings-words',
          { 'aria-labelledby': titleId },
          said.map((each) => wordsOf(each, now.may.includes('RUN')))
        )
      );
      if (!form && now.may.includes('RESTATE')) {
        form = ownWords(page, id, objective.key, mine);
        place.append(form);
      }
    },
  };
}

function wordsOf({ id, by, text, verdict, judgedBy }, mayJudge) {
  const choice = (value, label) =>
    h(
      'button.aui-button',
      { type: 'button', 'data-verdict': value, 'data-restatement-id': id, 'aria-pressed': String(verdict === value) },
      label,
      h('span.bearings-hidden', null, `: ${by.name}`)
    );
  const verdictText = () => {
    if (!verdict) {
      return AJS.I18n.getText('bearings.restate.notJudged');
    }
    return verdict === 'SAME'
      ? AJS.I18n.getText('bearings.restate.sameBy', judgedBy.name)
      : AJS.I18n.getText('bearings.restate.differentBy', judgedBy.name);
  };
  return h(
    'li.bearings-word',
    { id: `bearings-restatement-${id}` },
    h('blockquote', { dir: 'auto' }, text),
    h('p.bearings-hint', null, by.name, ' \u00b7 ', verdictText()),
    mayJudge &&
      h(
        'div.aui-buttons',
        null,
        choice('SAME', AJS.I18n.getText('bearings.restate.same')),
        choice('DIFFERENT', AJS.I18n.getText('bearings.restate.different'))
      )
  );
}

async function judge(page, id, verdict) {
  try {
    await post(`restatements/${id}/verdict`, { verdict });
    await page.reload();
  } catch (refused) {
    failed(refused.message);
  }
}

function ownWords(page, objectiveId, key, mine) {
  const text = field(
    { name: 'text', label: AJS.I18n.getText('bearings.restate.own', key) },
    textInput(mine ? mine.text : '', { dir: 'auto', maxlength: LONGEST })
  );
  const submit = h('button.aui-button', { type: 'submit' }, AJS.I18n.getText('bearings.restate.save'));
  return savingForm({
    submit,
    content: [h('div.bearings-own-words', null, text.element, submit)],
    fields: () => [text],
    save: () => post(`objectives/${objectiveId}/restatements`, { text: text.control.value }),
    saved: () => page.reload(AJS.I18n.getText('bearings.restate.saved', key)),
  });
}
