/** Writing an objective step by step: why, objective, key results, alignment, confidence. */
import { coach, MAKE_INITIATIVE } from '../lib/coach.js';
import { h, replaceChildren } from '../lib/dom.js';
import { done, failed } from '../lib/flags.js';
import { creator } from '../lib/once.js';
import { post } from '../lib/rest.js';
import { savingForm, Unreadable } from '../lib/saving-form.js';
import { chooser } from '../workspace/chooser.js';
import { newInitiative } from '../workspace/initiative.js';
import { kindChoices } from '../workspace/choices.js';
import { choiceOf, longTextOf, ownerOf, textOf } from '../workspace/inputs.js';
import { parentField } from '../workspace/objective-form.js';
import { confidenceField, part } from './confidence.js';
import { keyResultRow } from './key-result-row.js';
import { templates } from './templates.js';
import { publish } from './write.js';

const FEWEST = 2;

/** What is to be finished is written in the workspace, beside the key results that it serves. */
const initiative = (at) => `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?${new URLSearchParams(at)}#initiative`;

/**
 * @param {{work: Object, now: Object}} first what was read when the page opened
 * @param {{done: function()}} on called when the objective is saved, or nobody wants it any more
 */
export function writer(page, { work, now }, on) {
  const why = longTextOf(
    { name: 'why', label: AJS.I18n.getText('bearings.form.why'), description: AJS.I18n.getText('bearings.form.why.description') },
    {}
  );
  const title = textOf(
    {
      name: 'title',
      label: AJS.I18n.getText('bearings.form.objective'),
      description: AJS.I18n.getText('bearings.write.objective.text'),
      required: true,
    },
    {}
  );
  const kind = choiceOf(
    { name: 'kind', label: AJS.I18n.getText('bearings.form.kind'), description: AJS.I18n.getText('bearings.form.kind.description') },
    { kind: 'ASPIRATIONAL' },
    kindChoices()
  );
  const owner = ownerOf(null);
  const parent = parentField(null);
  const confidence = confidenceField();
  const rows = [];
  const list = h('div.bearings-write-rows');
  const more = h('button.aui-button', { type: 'button' }, AJS.I18n.getText('bearings.action.addAnother'));
  const submit = h('button.aui-button.aui-button-primary', { type: 'submit' }, AJS.I18n.getText('bearings.write.publish'));
  const draft = h('button.aui-button', { type: 'button' }, AJS.I18n.getText('bearings.write.saveDraft'));
  const cancel = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
  const create = creator();
  let publishes = true;

  function addRow(given) {
    const row = keyResultRow(given, () => `keyResults[${filled().indexOf(row)}].`, () => kind.value());
    const remove = h(
      'button.aui-button.aui-button-subtle',
      { type: 'button' },
      AJS.I18n.getText('bearings.action.remove'),
      h('span.bearings-hidden', null, ` ${AJS.I18n.getText('bearings.form.keyResult')}`)
    );
    row.frame = h('div.bearings-write-frame', null, row.element, remove);
    remove.addEventListener('click', () => {
      rows.splice(rows.indexOf(row), 1);
      row.remove();
      row.frame.remove();
      more.focus();
    });
    rows.push(row);
    list.append(row.frame);
    return row;
  }

  const filled = () => rows.filter((row) => !row.isEmpty());

  /** Fills the form with a template; its numbers are to be replaced by the team's own. */
  function use(template) {
    why.field.control.value = template.objective.why;
    title.field.control.value = template.objective.title;
    rows.splice(0).forEach((row) => {
      row.remove();
      row.frame.remove();
    });
    template.keyResults.forEach((given) => addRow(given).ask());
    coached.ask();
    why.field.control.focus();
  }

  Array.from({ length: FEWEST }, () => addRow({}));
  more.addEventListener('click', () => addRow({}).title.field.control.focus());

  const form = savingForm({
    submit,
    content: [
      part(AJS.I18n.getText('bearings.write.part.why')),
      why.element,
      part(AJS.I18n.getText('bearings.write.part.objective')),
      title.element,
      h('div.bearings-side-by-side', null, kind.element, owner.element),
      part(AJS.I18n.getText('bearings.write.part.keyResults')),
      h('p.bearings-hint', null, AJS.I18n.getText('bearings.write.keyResults.text')),
      list,
      more,
      part(AJS.I18n.getText('bearings.write.part.align')),
      parent.element,
      part(AJS.I18n.getText('bearings.write.part.confidence')),
      confidence.element,
      h('div.buttons-container', null, h('div.buttons', null, submit, draft, cancel)),
    ],
    fields: () => [why.field, title.field, kind.field, owner.field, ...filled().flatMap((row) => row.fields()), parent.field, confidence],
    save,
    saved,
  });
  const coached = coach({
    about: 'objective',
    title: title.field.control,
    why: why.field.control,
    others: [kind.field.control],
    read: () => ({ title: title.value(), kind: kind.value(), ...(why.value().trim() ? { why: why.value() } : {}) }),
  });
  draft.addEventListener('click', () => {
    publishes = false;
    form.requestSubmit(submit);
  });
  submit.addEventListener('click', () => {
    publishes = true;
  });
  cancel.addEventListener('click', on.done);

  /** Everything that can be known without asking the server is said at once. */
  function check() {
    const problems = Object.assign({}, ...filled().map((row) => row.problems()));
    const unknown = parent.unknown();
    if (publishes && !why.value().trim()) {
      problems.why = AJS.I18n.getText('bearings.write.why.required');
    }
    if (publishes && confidence.number() === null) {
      problems.confidence = AJS.I18n.getText('bearings.write.confidence.required');
    }
    Object.assign(problems, unknown ? unknown.fields : {});
    if (Object.keys(problems).length) {
      throw new Unreadable(problems);
    }
  }

  async function save() {
    check();
    const created = await create('objectives', {
      unitId: now.unit.id,
      cycleId: now.cycle.id,
      why: why.value(),
      title: title.value(),
      kind: kind.value(),
      ownerKey: owner.value(),
      keyResults: filled().map((row) => row.value()),
    });
    return { created, problem: await follow(created) };
  }

  /** What comes after the draft is there: when it fails, the draft stays, and the person is told. */
  async function follow(created) {
    try {
      if (parent.chosen()) {
        await post(`objectives/${created.id}/alignments`, parent.body());
      }
      if (publishes) {
        await publish(created.id, confidence);
      }
      return null;
    } catch (refused) {
      return [refused.message, ...Object.values(refused.fields || {})].filter(Boolean).join(' ');
    }
  }

  async function saved({ created, problem }) {
    const { key } = created;
    on.done();
    if (problem) {
      failed(AJS.I18n.getText('bearings.write.draftKept', key, problem));
      await page.reload();
    } else {
      await page.reload(
        publishes ? AJS.I18n.getText('bearings.write.isPublished', key) : AJS.I18n.getText('bearings.write.isDraft', key)
      );
    }
  }

  const content = h('div', null, templates(use), form);
  const aside = h('div.bearings-writer-aside');

  /** What turned out to be something to finish becomes an issue; the objective waits meanwhile. */
  function makeInitiative(text) {
    const back = () => {
      replaceChildren(aside);
      content.hidden = false;
      why.field.control.focus();
    };
    const view = newInitiative(
      {
        model: () => ({ unit: work.unit, keyResults: () => work.objectives.flatMap(({ keyResults }) => keyResults || []) }),
        saved(none, message) {
          back();
          done(message);
        },
        close: back,
      },
      text
    );
    content.hidden = true;
    replaceChildren(aside, part(view.title), view.element);
    view.shown();
  }

  content.addEventListener(MAKE_INITIATIVE, ({ detail }) => makeInitiative(detail.text));

  return {
    element: h(
      'div.bearings-writer',
      null,
      chooser(
        (right) => {
          content.hidden = !right;
        },
        initiative({ unit: now.unit.id, cycle: now.cycle.id }),
        `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?unit=${now.unit.id}&view=kpis#KPI-new`
      ),
      aside,
      content
    ),
    focus: () => why.field.control.focus(),
  };
}
