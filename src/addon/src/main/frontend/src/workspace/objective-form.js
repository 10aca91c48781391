/** Creating an objective and changing one, in the side panel. */
import { h, replaceChildren } from '../lib/dom.js';
import { combobox } from '../lib/combobox.js';
import { field, textInput } from '../lib/fields.js';
import { creator } from '../lib/once.js';
import { projects } from '../lib/projects.js';
import { get, post, put } from '../lib/rest.js';
import { severalOf } from '../lib/several.js';
import { chooser } from './chooser.js';
import { customFieldsOf } from './custom-fields.js';
import { kindChoices } from './choices.js';
import { bodyOf, choiceOf, dayOf, differencesOf, labelsOf, longTextOf, ownerOf, textOf } from './inputs.js';
import { panelForm } from './panel-form.js';

const MOST_FOUND = 20;

const visibilityChoices = () => [
  ['UNIT_VIEWERS', AJS.I18n.getText('bearings.visibility.unitViewers')],
  ['UNIT_MEMBERS', AJS.I18n.getText('bearings.visibility.unitMembers')],
  ['PRIVATE', AJS.I18n.getText('bearings.visibility.private')],
];

export const kindText = (kind) => new Map(kindChoices()).get(kind) || '';
export const visibilityText = (visibility) => new Map(visibilityChoices()).get(visibility) || '';

/**
 * @param {Object} objective
 * @param {Object} model
 * @param {number} unitId of the objective's own unit, which does not contribute to itself
 */
function inputsOf(objective, model, unitId) {
  return {
    title: textOf(
      {
        name: 'title',
        label: AJS.I18n.getText('bearings.form.objective'),
        description: AJS.I18n.getText('bearings.form.objective.description'),
        required: true,
      },
      objective
    ),
    why: longTextOf(
      { name: 'why', label: AJS.I18n.getText('bearings.form.why'), description: AJS.I18n.getText('bearings.form.why.description') },
      objective
    ),
    owner: ownerOf(objective.owner || null),
    kind: choiceOf(
      { name: 'kind', label: AJS.I18n.getText('bearings.form.kind'), description: AJS.I18n.getText('bearings.form.kind.description') },
      objective,
      kindChoices()
    ),
    visibility: choiceOf({ name: 'visibility', label: AJS.I18n.getText('bearings.form.visibility') }, objective, visibilityChoices()),
    labels: labelsOf(
      { name: 'labels', label: AJS.I18n.getText('bearings.form.labels'), description: AJS.I18n.getText('bearings.form.labels.description') },
      objective
    ),
    reviewOn: dayOf({ name: 'reviewOn', label: AJS.I18n.getText('bearings.form.reviewOn') }, objective),
    projects: severalOf(
      {
        name: 'projects',
        label: AJS.I18n.getText('bearings.form.projects'),
        description: AJS.I18n.getText('bearings.form.projects.description'),
      },
      objective,
      {
        stored: (item) => (item.projects || []).map(({ key, name }) => ({ id: key, label: projectText({ key, name }) })),
        value: (key) => key,
        search: async (query) => (await projects(query)).map((each) => ({ id: each.key, label: projectText(each) })),
        placeholder: AJS.I18n.getText('bearings.form.projects.search'),
      }
    ),
    contributingUnits: severalOf(
      {
        name: 'contributingUnits',
        label: AJS.I18n.getText('bearings.form.contributingUnits'),
        description: AJS.I18n.getText('bearings.form.contributingUnits.description'),
      },
      objective,
      {
        stored: (item) => (item.contributingUnits || []).map(({ id, name }) => ({ id: String(id), label: name })),
        value: Number,
        search: async (query) =>
          model.units
            .filter(({ id, name, archived }) => id !== unitId && !archived && contains(name, query))
            .map(({ id, name }) => ({ id: String(id), label: name })),
        placeholder: AJS.I18n.getText('bearings.form.contributingUnits.search'),
      }
    ),
    fields: customFieldsOf(objective),
  };
}

export const projectText = ({ key, name }) => (name ? `${name} (${key})` : key);

const contains = (text, part) => text.toLocaleLowerCase().includes(part.toLocaleLowerCase());

/** The fields of a form, those of rows that come and go included. */
const fieldsOf = (inputs) => inputs.flatMap((each) => (each.fields ? each.fields() : [each.field]));

const elementsOf = (inputs, objective) => [
  inputs.title.element,
  inputs.why.element,
  inputs.owner.element,
  h('div.bearings-side-by-side', null, inputs.kind.element, inputs.reviewOn.element),
  inputs.labels.element,
  inputs.visibility.element,
  more(inputs, objective),
];

/** What few objectives need stands folded, unless something is in it. */
const more = ({ contributingUnits, projects: touched, fields }, objective) =>
  h(
    'details.bearings-advanced',
    { open: [objective.contributingUnits, objective.projects, Object.keys(objective.fields || {})].some((each) => each && each.length > 0) },
    h('summary', null, AJS.I18n.getText('bearings.form.more')),
    contributingUnits.element,
    touched.element,
    fields.element
  );

/**
 * The view of a new objective.
 *
 * @param {Object} page
 */
export function newObjective(page) {
  const model = page.model();
  const inputs = inputsOf({ kind: 'ASPIRATIONAL', visibility: 'UNIT_VIEWERS' }, model, model.unit.id);
  const cycle = choiceOf(
    { name: 'cycleId', label: AJS.I18n.getText('bearings.picker.cycle') },
    { cycleId: model.cycle ? String(model.cycle.id) : '' },
    [...openCycles(model).map(({ id, name }) => [String(id), name]), ['', AJS.I18n.getText('bearings.cycle.backlog')]],
    { value: (chosen) => (chosen ? Number(chosen) : null) }
  );
  const parent = parentField(null);
  const create = creator();
  const all = [...Object.values(inputs), cycle];
  const form = panelForm({
    submit: AJS.I18n.getText('bearings.action.create'),
    content: [elementsOf(inputs, {}), cycle.element, parent.element],
    fields: () => [...fieldsOf(all), parent.field],
    async save() {
      const unknown = parent.unknown();
      if (unknown) {
        throw unknown;
      }
      const created = await create('objectives', { unitId: model.unit.id, ...bodyOf(all) });
      if (parent.chosen()) {
        await post(`objectives/${created.id}/alignments`, parent.body());
      }
      return created;
    },
    saved: (created) => page.saved(created.key, AJS.I18n.getText('bearings.page.created', created.key)),
    cancel: page.close,
  });
  page.coach.objective(inputs);
  const place = h('div', null, form.element);
  return {
    title: AJS.I18n.getText('bearings.dialog.createObjective'),
    kicker: model.unit.name,
    element: h(
      'div',
      null,
      chooser((right) => {
        place.hidden = !right;
      }),
      place
    ),
    isDirty: form.isDirty,
    shown() {
      inputs.title.field.control.focus();
      return true;
    },
  };
}

/** Cycles into which somebody may still put an objective. */
export const openCycles = ({ cycles }) => cycles.filter(({ state }) => state !== 'CLOSED');

/** The view of an objective that is being changed. */
export function editObjective(page, objective) {
  const inputs = inputsOf(objective, page.model(), objective.unit && objective.unit.id);
  const all = Object.values(inputs);
  let { version } = objective;
  const form = panelForm({
    submit: AJS.I18n.getText('bearings.action.save'),
    content: elementsOf(inputs, objective),
    fields: () => fieldsOf(all),
    save: async () => put(`objectives/${objective.id}`, { version, ...bodyOf(all) }),
    differences(current) {
      version = current.version;
      return differencesOf(all, current);
    },
    saved: () => page.saved(objective.key, AJS.I18n.getText('bearings.page.saved', objective.key)),
    cancel: () => page.open(objective.key),
  });
  page.coach.objective(inputs);
  return {
    title: AJS.I18n.getText('bearings.dialog.editObjective', objective.key),
    kicker: objective.unit ? objective.unit.name : '',
    element: form.element,
    isDirty: form.isDirty,
    shown() {
      inputs.title.field.control.focus();
      return true;
    },
  };
}

/**
 * A search for the objective or key result that something contributes to.
 *
 * @param {number|null} own id of an objective that is not to be found
 * @param {function()} [changed] is called when something else is chosen or typed
 */
export function parentField(own, changed = () => undefined) {
  let chosen = null;
  const input = textInput('', { placeholder: AJS.I18n.getText('bearings.parent.search'), dir: 'auto' });
  const label = AJS.I18n.getText('bearings.parent');
  const box = combobox(input, {
    label,
    async search(query) {
      const { objectives } = await get('objectives', { q: query, limit: MOST_FOUND });
      return {
        groups: objectives
          .filter(({ id, titleHidden }) => id !== own && !titleHidden)
          .map((objective) => ({
            label: objective.unit ? objective.unit.name : '',
            options: [
              option(objective, { toObjectiveId: objective.id }),
              ...objective.keyResults.map((keyResult) => option(keyResult, { toObjectiveId: objective.id, toKeyResultId: keyResult.id })),
            ],
          })),
        empty: AJS.I18n.getText('bearings.parent.none', query),
      };
    },
    choose(taken) {
      chosen = taken;
      input.value = taken.label;
      changed();
    },
  });
  input.addEventListener('input', () => changed());
  const made = field(
    { name: 'toObjectiveId', label, description: AJS.I18n.getText('bearings.parent.description') },
    input,
    box.element
  );
  return {
    field: made,
    element: made.element,
    chosen: () => (input.value.trim() && chosen && input.value === chosen.label ? chosen : null),
    /** What is wrong with what was typed; null when all is well. */
    unknown() {
      return input.value.trim() && !this.chosen()
        ? Object.assign(new Error(''), { fields: { toObjectiveId: AJS.I18n.getText('bearings.parent.choose') } })
        : null;
    },
    body: (kind = 'CONTRIBUTES') => ({ kind, ...chosen.to }),
  };
}

const option = ({ id, key, title }, to) => ({ id: String(id), label: `${key} ${title}`, to });

/** A form of one or a few fields that an action asks for, inside a view. */
export function actionForm(place, { title, submit, inputs, extra, save, saved, cancelled }) {
  const done = () => replaceChildren(place);
  const form = panelForm({
    submit,
    content: [h('h3.bearings-panel-section', null, title), inputs.map((each) => each.element), extra],
    fields: () => inputs.map((each) => each.field),
    save,
    saved(stored) {
      done();
      saved(stored);
    },
    cancel() {
      done();
      cancelled();
    },
  });
  replaceChildren(place, h('div.bearings-action-form', null, form.element));
  const first = inputs.length ? inputs[0].field.control : form.submit;
  first.focus();
  return form;
}
