/** Outside events of a KPI, in a list below its series. */
import { h, onAction } from '../lib/dom.js';
import { failed, undoable } from '../lib/flags.js';
import { get, post, put } from '../lib/rest.js';
import { bodyOf, choiceOf, dayOf, textOf } from '../workspace/inputs.js';
import { actionForm } from '../workspace/objective-form.js';
import { entry, nameOf, section, withoutEmpty } from '../workspace/sections.js';
import { dayText, today } from '../workspace/values.js';

/**
 * Outside events that say why a number moved. Whoever wrote one, and leads, may change it and take it away; all of it can be undone.
 *
 * @param {string} on such as `kpi:12`
 * @param {Object} more
 * @param {function(): Promise} more.changed called when an event came, changed or went
 * @param {?number} more.unit the unit at which an event can be noted instead
 */
export function annotations(on, mayWrite, { changed, unit }) {
  const known = new Map();
  const made = section({
    title: AJS.I18n.getText('bearings.annotations'),
    async load() {
      const all = (await get('annotations', { on })).annotations;
      known.clear();
      all.forEach((each) => known.set(`bearings-annotation-${each.id}`, each));
      return all;
    },
    empty: AJS.I18n.getText('bearings.annotations.none'),
    row: annotationRow,
    add: mayWrite && {
      label: AJS.I18n.getText('bearings.annotations.add'),
      inputs: () => [...annotationInputs({ from: today() }), ...(unit ? [placeInput()] : [])],
      async save({ place, ...body }, create) {
        const stored = await create(`annotations?on=${encodeURIComponent(place === 'unit' ? `unit:${unit}` : on)}`, withoutEmpty(body));
        undoable(AJS.I18n.getText('bearings.annotations.added'), () => attempt(() => post(`annotations/${stored.id}/remove`, { version: stored.version })));
        await changed();
        return stored;
      },
    },
  });

  async function attempt(work) {
    try {
      await work();
    } catch (refused) {
      failed(refused.message);
    }
    await Promise.all([made.refresh(), changed()]);
  }

  const idOf = (button) => button.closest('li').id;

  function edit(button) {
    const before = known.get(idOf(button));
    const inputs = annotationInputs(before);
    const shown = () => {
      button.hidden = false;
      button.focus();
    };
    button.hidden = true;
    actionForm(button.closest('li').querySelector('.bearings-annotation-form'), {
      title: AJS.I18n.getText('bearings.annotations.change'),
      submit: AJS.I18n.getText('bearings.action.save'),
      inputs,
      save: () => put(`annotations/${before.id}`, { version: before.version, ...withoutEmpty(bodyOf(inputs)) }),
      async saved({ version }) {
        shown();
        const { text, from, to } = before;
        undoable(AJS.I18n.getText('bearings.annotations.changed'), () => attempt(() => put(`annotations/${before.id}`, { version, ...withoutEmpty({ text, from, to }) })));
        await Promise.all([made.refresh(), changed()]);
      },
      cancelled: shown,
    });
  }

  onAction(made.element, {
    'annotation-edit': edit,
    'annotation-remove': (button) =>
      attempt(async () => {
        const { id, version } = known.get(idOf(button));
        const gone = await post(`annotations/${id}/remove`, { version });
        made.element.querySelector('summary').focus();
        undoable(AJS.I18n.getText('bearings.annotations.removed'), () => attempt(() => post(`annotations/${id}/restore`, { version: gone.version })));
      }),
  });
  return made;
}

const annotationInputs = (first) => [
  textOf({ name: 'text', label: AJS.I18n.getText('bearings.annotations.text'), required: true }, first),
  dayOf({ name: 'from', label: AJS.I18n.getText('bearings.annotations.from') }, first),
  dayOf({ name: 'to', label: AJS.I18n.getText('bearings.annotations.to') }, first),
];

const placeInput = () =>
  choiceOf({ name: 'place', label: AJS.I18n.getText('bearings.annotations.for') }, { place: 'kpi' }, [
    ['kpi', AJS.I18n.getText('bearings.annotations.ofKpi')],
    ['unit', AJS.I18n.getText('bearings.annotations.ofUnit')],
  ]);

function annotationRow({ id, text, from, to, by, mayChange }) {
  const button = (action, label) =>
    h('button.aui-button.aui-button-link', { type: 'button', 'data-bearings-action': action }, label, h('span.bearings-hidden', null, ` ${text}`));
  return entry(
    `bearings-annotation-${id}`,
    h('p', { dir: 'auto' }, text),
    h(
      'p.bearings-facts',
      null,
      h('span', null, to && to !== from ? AJS.I18n.getText('bearings.cycle.days', dayText(from), dayText(to)) : dayText(from)),
      by && h('span', null, nameOf(by)),
      mayChange && button('annotation-edit', AJS.I18n.getText('bearings.action.edit')),
      mayChange && button('annotation-remove', AJS.I18n.getText('bearings.action.remove'))
    ),
    h('div.bearings-annotation-form')
  );
}
