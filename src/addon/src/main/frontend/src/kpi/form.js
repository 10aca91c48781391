/** Creating the sheet of a KPI and changing one: first what everybody needs, the rest folded away. */
import { coach } from '../lib/coach.js';
import { h, replaceChildren, uniqueId } from '../lib/dom.js';
import { field, select } from '../lib/fields.js';
import { creator } from '../lib/once.js';
import { get, put, Refused } from '../lib/rest.js';
import { Unreadable } from '../lib/saving-form.js';
import { bodyOf, choiceOf, dayOf, differencesOf, flagOf, longTextOf, numberOf, ownerOf, textOf } from '../workspace/inputs.js';
import { panelForm } from '../workspace/panel-form.js';
import { automaticOf, dimensionsOf, servesOf } from './automatic.js';
import {
  aggregationChoices, directionChoices, frequencyChoices, groundsChoices, measureChoices, sourceChoices,
} from './choices.js';
import { formulaOf } from './formula-field.js';
import { changesOf, levelOf } from './levels.js';
import { CATEGORIES, categoryText } from './words.js';

/** What a sheet begins with. */
const BLANK = {
  category: 'QUALITY', source: 'MANUAL', frequency: 'WEEKLY', aggregation: 'LAST', direction: 'HIGHER', measure: { kind: 'NUMBER' }, graceDays: 0,
};

const inner = (group, name) => (item) => {
  const value = item[group] && item[group][name];
  return value === null || value === undefined ? '' : String(value);
};

/** The owner as KPIs have it: as a person, and under that name. */
function personOf(owner) {
  const made = ownerOf(owner);
  made.field.name = 'owner';
  return {
    ...made,
    name: 'owner',
    value() {
      try {
        const key = made.value();
        return key ? { key } : undefined;
      } catch (problem) {
        throw problem instanceof Unreadable ? new Unreadable({ owner: problem.fields.ownerKey }) : problem;
      }
    },
  };
}

function inputsOf(kpi, objectives) {
  const band = AJS.I18n.getText('bearings.kpi.level.band');
  const inputs = {
    name: textOf({ name: 'name', label: AJS.I18n.getText('bearings.kpi.name'), required: true }, kpi),
    measures: longTextOf({ name: 'measures', label: AJS.I18n.getText('bearings.kpi.measures'), description: AJS.I18n.getText('bearings.kpi.measures.description') }, kpi, { rows: '2' }),
    category: choiceOf({ name: 'category', label: AJS.I18n.getText('bearings.kpi.category') }, kpi, CATEGORIES.map((each) => [each, categoryText(each)])),
    ownCategory: textOf({ name: 'ownCategory', label: AJS.I18n.getText('bearings.kpi.ownCategory') }, kpi),
    owner: personOf(kpi.owner || null),
    source: choiceOf({ name: 'source', label: AJS.I18n.getText('bearings.form.source') }, kpi, sourceChoices()),
    frequency: choiceOf({ name: 'frequency', label: AJS.I18n.getText('bearings.kpi.frequency') }, kpi, frequencyChoices()),
    aggregation: choiceOf(
      { name: 'aggregation', label: AJS.I18n.getText('bearings.kpi.aggregation'), description: AJS.I18n.getText('bearings.kpi.aggregation.description') },
      kpi,
      aggregationChoices()
    ),
    accumulating: flagOf(
      { name: 'accumulating', label: AJS.I18n.getText('bearings.kpi.accumulating'), description: AJS.I18n.getText('bearings.kpi.accumulating.description') },
      kpi,
      { usual: false, words: { yes: AJS.I18n.getText('bearings.form.switchedOn'), no: AJS.I18n.getText('bearings.form.switchedOff') } }
    ),
    graceDays: numberOf({ name: 'graceDays', label: AJS.I18n.getText('bearings.kpi.grace'), description: AJS.I18n.getText('bearings.kpi.grace.description') }, kpi),
    direction: choiceOf({ name: 'direction', label: AJS.I18n.getText('bearings.kpi.direction') }, kpi, directionChoices()),
    kind: choiceOf({ name: 'measure.kind', label: AJS.I18n.getText('bearings.form.measure') }, kpi, measureChoices(), { stored: inner('measure', 'kind') }),
    currency: textOf({ name: 'measure.currency', label: AJS.I18n.getText('bearings.form.currency') }, kpi, {
      stored: inner('measure', 'currency'), size: '4', maxlength: '3', placeholder: 'EUR',
    }),
    of: numberOf({ name: 'measure.of', label: AJS.I18n.getText('bearings.form.of') }, kpi, { stored: inner('measure', 'of') }),
    target: levelOf({ name: 'target', label: AJS.I18n.getText('bearings.kpi.level.target') }, kpi),
    warning: levelOf({ name: 'warning', label: AJS.I18n.getText('bearings.kpi.level.warning'), description: AJS.I18n.getText('bearings.kpi.level.warning.description') }, kpi),
    critical: levelOf({ name: 'critical', label: AJS.I18n.getText('bearings.kpi.level.critical'), description: AJS.I18n.getText('bearings.kpi.level.critical.description') }, kpi),
    targets: changesOf(kpi),
    action: longTextOf({ name: 'action', label: AJS.I18n.getText('bearings.kpi.action'), description: AJS.I18n.getText('bearings.kpi.action.description') }, kpi, { rows: '2' }),
    automatic: automaticOf(kpi),
    why: longTextOf({ name: 'why', label: AJS.I18n.getText('bearings.kpi.why') }, kpi, { rows: '2' }),
    decision: longTextOf({ name: 'decision', label: AJS.I18n.getText('bearings.kpi.decision'), description: AJS.I18n.getText('bearings.kpi.decision.description') }, kpi, { rows: '2' }),
    benchmark: numberOf({ name: 'benchmark', label: AJS.I18n.getText('bearings.kpi.benchmark') }, kpi),
    benchmarkSource: textOf({ name: 'benchmarkSource', label: AJS.I18n.getText('bearings.kpi.benchmarkSource') }, kpi),
    reviewOn: dayOf({ name: 'reviewOn', label: AJS.I18n.getText('bearings.form.reviewOn') }, kpi),
    serves: servesOf(kpi, objectives),
    grounds: choiceOf({ name: 'grounds', label: AJS.I18n.getText('bearings.kpi.grounds'), description: AJS.I18n.getText('bearings.kpi.grounds.description') }, kpi, groundsChoices()),
    dimensions: dimensionsOf(kpi),
  };
  const measure = () => measureNow(inputs);
  const formulaAbout = (name) => ({
    name,
    label: name === 'metric' ? AJS.I18n.getText('bearings.kpi.metric') : AJS.I18n.getText('bearings.kpi.formula'),
    description: AJS.I18n.getText('bearings.kpi.formula.description'),
  });
  inputs.formula = formulaOf(formulaAbout('formula'), kpi, measure);
  inputs.metric = formulaOf(formulaAbout('metric'), kpi, measure);
  inputs.band = h('p.bearings-hint', { hidden: true }, band);
  return inputs;
}

/** In what is counted as the form stands; what cannot be read is left out. */
function measureNow({ kind, currency, of }) {
  const chosen = kind.field.control.value;
  let most = null;
  try {
    most = chosen === 'RATING' ? of.value() : null;
  } catch (unreadable) {
    most = null;
  }
  return { kind: chosen, of: most, currency: chosen === 'CURRENCY' ? currency.value() : null };
}

/** The fields of one sheet: their elements, and their request. */
function kpiFields(kpi, objectives, isNew) {
  const inputs = inputsOf(kpi, objectives);
  const reason = isNew
    ? null
    : longTextOf({ name: 'reason', label: AJS.I18n.getText('bearings.form.reason'), description: AJS.I18n.getText('bearings.kpi.reason.description') }, {}, { rows: '2' });
  const value = (name) => inputs[name].field.control.value;
  const side = (...names) => h('div.bearings-side-by-side', null, names.map((name) => inputs[name].element));

  function arrange() {
    inputs.ownCategory.element.hidden = value('category') !== 'OWN';
    inputs.currency.element.hidden = value('kind') !== 'CURRENCY';
    inputs.of.element.hidden = value('kind') !== 'RATING';
    inputs.formula.element.hidden = value('source') !== 'FORMULA';
    inputs.metric.element.hidden = value('source') !== 'METRIC';
    inputs.band.hidden = value('direction') !== 'BAND';
  }

  [inputs.category, inputs.kind, inputs.source, inputs.direction].forEach((each) => each.field.control.addEventListener('change', arrange));
  inputs.kind.field.control.addEventListener('change', () => [inputs.formula, inputs.metric].forEach((each) => each.check()));
  arrange();

  /** Only what is shown is read: what is hidden may hold anything. */
  const asked = () =>
    Object.entries(inputs)
      .filter(([name, each]) => name !== 'band' && !each.element.hidden)
      .map(([, each]) => each);

  function body() {
    const sent = {};
    Object.entries(bodyOf(asked())).forEach(([name, each]) => {
      const [group, member] = name.split('.');
      sent[group] = member ? { ...sent[group], [member]: each } : each;
    });
    if (sent.owner === undefined) {
      delete sent.owner;
    }
    return sent;
  }

  const folded = (title, ...content) => h('details.bearings-advanced', null, h('summary', null, title), content);
  return {
    inputs,
    elements: [
      inputs.name.element,
      side('category', 'ownCategory'),
      inputs.owner.element,
      side('source', 'frequency'),
      inputs.metric.element,
      inputs.formula.element,
      side('kind', 'currency', 'of', 'direction'),
      inputs.band,
      side('target', 'warning', 'critical'),
      inputs.action.element,
      folded(AJS.I18n.getText('bearings.kpi.automatic'), inputs.automatic.element),
      folded(AJS.I18n.getText('bearings.kpi.serves'), inputs.serves.element, inputs.grounds.element),
      folded(AJS.I18n.getText('bearings.kpi.form.why'), inputs.measures.element, inputs.why.element, inputs.decision.element, side('benchmark', 'benchmarkSource'), inputs.reviewOn.element),
      folded(
        AJS.I18n.getText('bearings.form.advanced'),
        inputs.targets.element,
        inputs.aggregation.element,
        inputs.accumulating.element,
        inputs.graceDays.element,
        inputs.dimensions.element
      ),
      reason && reason.element,
    ],
    fields: () => [...asked(), ...(reason ? [reason] : [])].map((each) => each.field).flatMap(alsoNamed),
    differences: (current) => differencesOf(asked(), current),
    /** @throws {Unreadable} naming every field that cannot be read */
    body() {
      const sent = body();
      return reason && reason.value().trim() ? { ...sent, reason: reason.value() } : sent;
    },
    draft: body,
  };
}

/** Errors of members, such as `targets[1].from`, stand at the field of the whole. */
const MEMBERS = { automatic: 10, targets: 20, serves: 20, dimensions: 10 };
const MEMBER_NAMES = {
  automatic: ['', '.kind', '.people', '.issueKey', '.text', '.projectKey', '.issueType', '.summary', '.description', '.url'],
  targets: ['', '.from', '.target', '.warning', '.critical'],
  serves: ['', '.objectiveId', '.part'],
  dimensions: ['', '.name', '.segments'],
};

function alsoNamed(made) {
  if (!MEMBERS[made.name]) {
    return [made];
  }
  const members = Array.from({ length: MEMBERS[made.name] }, (unused, index) => MEMBER_NAMES[made.name].map((member) => `${made.name}[${index}]${member}`)).flat();
  return [
    made,
    ...members.map((name) => ({
      ...made,
      name,
      label: made.label,
      get control() {
        return made.control;
      },
      // Clearing the members must not clear what was said of the whole.
      error: (text) => text && made.error(text),
    })),
  ];
}

/** Lets the Coach read along; what it says stands at the field that it is about. */
function watch(inputs, draft) {
  const control = (name) => inputs[name].field.control;
  coach({
    about: 'kpi',
    title: control('name'),
    beside: [
      { control: control('owner'), rules: new Set(['kpi-no-owner']) },
      { control: control('critical'), rules: new Set(['kpi-no-threshold', 'never-met', 'always-met']) },
      { control: control('action'), rules: new Set(['kpi-no-action']) },
      { control: control('source'), rules: new Set(['kpi-no-source']) },
      { control: control('frequency'), rules: new Set(['kpi-no-frequency', 'too-fine', 'too-coarse']) },
      { control: control('grounds'), rules: new Set(['kpi-untied']) },
    ],
    others: [control('kind'), control('warning'), control('target')],
    read() {
      let sheet;
      try {
        sheet = draft();
      } catch (unreadable) {
        throw unreadable instanceof Unreadable ? new RangeError(unreadable.message) : unreadable;
      }
      const { why, decision, benchmark, benchmarkSource, reviewOn, ...judged } = sheet;
      return judged;
    },
  });
}

/** The objectives of the cycle that the unit is in, for what a KPI serves; none where they cannot be read. */
async function objectivesOf(unitId) {
  try {
    return (await get('workspace', { unit: unitId })).objectives;
  } catch (refused) {
    if (refused instanceof Refused) {
      return [];
    }
    throw refused;
  }
}

/**
 * The form of a new KPI.
 *
 * @param {{unitId: number, me: Object|null, saved: function(Object), cancel: function()}} how
 */
export async function newKpi({ unitId, me, saved, cancel }) {
  const objectives = await objectivesOf(unitId);
  const templates = await templatesOf();
  const place = h('div');
  const create = creator();
  let form = null;
  let fields = null;

  function begin(start) {
    fields = kpiFields({ ...BLANK, ...start, owner: me }, objectives, true);
    form = panelForm({
      submit: AJS.I18n.getText('bearings.kpi.create.submit'),
      content: fields.elements,
      fields: fields.fields,
      save: async () => create('kpis', { ...fields.body(), unitId }),
      saved,
      cancel,
    });
    replaceChildren(place, form.element);
    watch(fields.inputs, fields.draft);
    ['formula', 'metric'].forEach((name) => fields.inputs[name].check());
  }

  const element = h('div', { id: uniqueId('new-kpi') }, templates.length > 0 && templateField(templates, begin).element, place);
  begin({});
  return { element, isDirty: () => form.isDirty(), focus: () => fields.inputs.name.field.control.focus() };
}

/** The form of a sheet that is being changed. */
export async function editKpi(kpi, { saved, cancel }) {
  const fields = kpiFields(kpi, await objectivesOf(kpi.unitId), false);
  let { version } = kpi;
  const form = panelForm({
    submit: AJS.I18n.getText('bearings.action.save'),
    content: fields.elements,
    fields: fields.fields,
    save: async () => put(`kpis/${kpi.id}`, { version, ...fields.body() }),
    differences(current) {
      version = current.version;
      return fields.differences(current);
    },
    saved,
    cancel,
  });
  watch(fields.inputs, fields.draft);
  ['formula', 'metric'].forEach((name) => fields.inputs[name].check());
  return { element: form.element, isDirty: form.isDirty, focus: () => fields.inputs.name.field.control.focus() };
}

async function templatesOf() {
  try {
    return (await get('kpi-templates')).templates;
  } catch (refused) {
    if (refused instanceof Refused) {
      return [];
    }
    throw refused;
  }
}

/** Sheets to begin with, by category. */
function templateField(templates, begin) {
  const control = select('', [['', AJS.I18n.getText('bearings.kpi.template.blank')]]);
  CATEGORIES.forEach((category) => {
    const own = templates.filter(({ kpi }) => kpi.category === category);
    if (own.length) {
      control.append(h('optgroup', { label: categoryText(category) }, own.map(({ id, kpi }) => h('option', { value: id }, kpi.name))));
    }
  });
  control.addEventListener('change', () => {
    const found = templates.find(({ id }) => id === control.value);
    begin(found ? found.kpi : {});
  });
  const made = field({ name: 'template', label: AJS.I18n.getText('bearings.kpi.template'), description: AJS.I18n.getText('bearings.kpi.template.description') }, control);
  return { ...made, element: h('form.aui.top-label.bearings-form', { novalidate: true }, made.element) };
}
