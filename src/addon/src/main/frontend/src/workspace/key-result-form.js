/** Creating a key result and changing one, in the side panel. What is asked depends on where its value comes from. */
import { threeWay } from '../lib/differences.js';
import { h, uniqueId } from '../lib/dom.js';
import { creator } from '../lib/once.js';
import { put } from '../lib/rest.js';
import { field, textArea } from '../lib/fields.js';
import { chooser } from './chooser.js';
import { measureChoices, sourceText } from './choices.js';
import { bodyOf, choiceOf, dayOf, differencesOf, flagOf, longTextOf, numberOf, ownerOf, textOf } from './inputs.js';
import { lazyView } from './lazy-view.js';
import { panelForm } from './panel-form.js';
import { isDay } from './values.js';

/** The sources that can be chosen, and which of the fields each needs. */
const NEEDS = {
  MANUAL: ['measure', 'way', 'nature', 'checkpoints', 'lag', 'marks'],
  ISSUES: ['weightBy', 'count', 'checkpoints'],
  KPI: ['kpi', 'measure', 'way', 'nature', 'checkpoints', 'lag', 'marks'],
  JQL: ['metric', 'measure', 'way', 'nature', 'checkpoints', 'lag', 'marks'],
  BINARY: [],
  MAINTAIN: ['measure', 'bounds'],
  EVIDENCE: ['way', 'checkpoints', 'lag'],
  ALIGNED: ['share', 'checkpoints'],
};

const inner = (group, name) => (item) => {
  const value = item[group] && item[group][name];
  return value === null || value === undefined ? '' : String(value);
};

function inputsOf(keyResult) {
  const source = choiceOf(
    { name: 'source', label: AJS.I18n.getText('bearings.form.source') },
    keyResult,
    Object.keys(NEEDS)
      .concat(keyResult.source in NEEDS ? [] : [keyResult.source])
      .map((each) => [each, sourceText(each)])
  );
  return {
    title: textOf(
      {
        name: 'title',
        label: AJS.I18n.getText('bearings.form.keyResult'),
        description: AJS.I18n.getText('bearings.form.keyResult.description'),
        required: true,
      },
      keyResult
    ),
    owner: ownerOf(keyResult.owner || null),
    source,
    kpi: choiceOf(
      { name: 'kpi', label: AJS.I18n.getText('bearings.kind.kpi'), description: AJS.I18n.getText('bearings.form.kpi.description'), required: true },
      keyResult,
      [['', AJS.I18n.getText('bearings.form.kpi.choose')], ...(keyResult.kpi ? [[String(keyResult.kpi), `KPI-${keyResult.kpi}`]] : [])],
      { value: (chosen) => Number(chosen) || null }
    ),
    metric: longTextOf(
      { name: 'metric', label: AJS.I18n.getText('bearings.kpi.metric'), description: AJS.I18n.getText('bearings.form.metric.description'), required: true },
      keyResult,
      { rows: '2' }
    ),
    nature: choiceOf({ name: 'nature', label: AJS.I18n.getText('bearings.form.nature') }, keyResult, [
      ['OUTCOME', AJS.I18n.getText('bearings.nature.outcome')],
      ['OUTPUT', AJS.I18n.getText('bearings.nature.output')],
    ]),
    kind: choiceOf({ name: 'measure.kind', label: AJS.I18n.getText('bearings.form.measure') }, keyResult, measureChoices(), {
      stored: (item) => (item.measure ? item.measure.kind : 'NUMBER'),
    }),
    currency: textOf({ name: 'measure.currency', label: AJS.I18n.getText('bearings.form.currency') }, keyResult, {
      stored: inner('measure', 'currency'),
      size: '4',
      maxlength: '3',
      placeholder: 'EUR',
    }),
    of: numberOf({ name: 'measure.of', label: AJS.I18n.getText('bearings.form.of') }, keyResult, { stored: inner('measure', 'of') }),
    count: numberOf(
      { name: 'target', label: AJS.I18n.getText('bearings.form.count'), description: AJS.I18n.getText('bearings.form.count.description') },
      keyResult
    ),
    baseline: numberOf({ name: 'baseline', label: AJS.I18n.getText('bearings.form.baseline') }, keyResult),
    target: numberOf({ name: 'target', label: AJS.I18n.getText('bearings.form.target') }, keyResult),
    low: numberOf({ name: 'bounds.low', label: AJS.I18n.getText('bearings.form.low') }, keyResult, { stored: inner('bounds', 'low') }),
    high: numberOf({ name: 'bounds.high', label: AJS.I18n.getText('bearings.form.high') }, keyResult, { stored: inner('bounds', 'high') }),
    weightBy: choiceOf({ name: 'weightBy', label: AJS.I18n.getText('bearings.form.weightBy') }, keyResult, [
      ['ISSUES', AJS.I18n.getText('bearings.weightBy.issues')],
      ['POINTS', AJS.I18n.getText('bearings.weightBy.points')],
      ['ESTIMATE', AJS.I18n.getText('bearings.weightBy.estimate')],
      ...(/_/.test(keyResult.weightBy) ? [[keyResult.weightBy, AJS.I18n.getText('bearings.loading')]] : []),
    ]),
    due: dayOf(
      { name: 'due', label: AJS.I18n.getText('bearings.form.due'), description: AJS.I18n.getText('bearings.form.due.description') },
      keyResult
    ),
    weight: numberOf(
      { name: 'weight', label: AJS.I18n.getText('bearings.form.weight'), description: AJS.I18n.getText('bearings.form.weight.description') },
      keyResult
    ),
    lagWeeks: numberOf(
      { name: 'lagWeeks', label: AJS.I18n.getText('bearings.form.lag'), description: AJS.I18n.getText('bearings.form.lag.description') },
      keyResult
    ),
    commit: numberOf({ name: 'marks.commit', label: AJS.I18n.getText('bearings.form.commit') }, keyResult, { stored: inner('marks', 'commit') }),
    stretch: numberOf({ name: 'marks.stretch', label: AJS.I18n.getText('bearings.form.stretch') }, keyResult, { stored: inner('marks', 'stretch') }),
    alignedShare: flagOf(
      {
        name: 'alignedShare',
        label: AJS.I18n.getText('bearings.form.alignedShare'),
        description: AJS.I18n.getText('bearings.form.alignedShare.description'),
      },
      keyResult,
      { usual: true, words: { yes: AJS.I18n.getText('bearings.form.switchedOn'), no: AJS.I18n.getText('bearings.form.switchedOff') } }
    ),
    checkpoints: checkpointsOf(keyResult),
  };
}

/** One line for each: the day and the value that should be reached by then. */
function checkpointsOf(keyResult) {
  const written = (item) => (item.checkpoints || []).map(({ on, value }) => `${on} ${value}`).join('\n');
  const control = textArea(written(keyResult), { rows: '3', placeholder: '2026-11-15 40' });
  const made = field(
    {
      name: 'checkpoints',
      label: AJS.I18n.getText('bearings.form.checkpoints'),
      description: AJS.I18n.getText('bearings.form.checkpoints.description'),
    },
    control
  );
  const write = (text) => {
    control.value = text;
  };
  const compare = threeWay(made, { read: () => control.value, write }, written(keyResult));
  return {
    name: 'checkpoints',
    field: made,
    element: made.element,
    value: () =>
      control.value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line) => {
          const [on, value] = line.split(/\s+/);
          const number = Number((value || '').replace(',', '.'));
          if (!isDay(on) || !value || Number.isNaN(number)) {
            throw new RangeError(line);
          }
          return { on, value: number };
        }),
    differs: (current) => compare(written(current)),
  };
}

const plus = (inputs, names) => names.map((name) => inputs[name]);

/** The fields of one key result: their elements, and their request. */
function keyResultFields(keyResult, isNew, objective) {
  const inputs = inputsOf(keyResult);
  const reason = isNew
    ? null
    : longTextOf(
        { name: 'reason', label: AJS.I18n.getText('bearings.form.reason'), description: AJS.I18n.getText('bearings.form.reason.description') },
        {},
        { rows: '2' }
      );
  let more;
  let kpis;
  let help;
  const side = (...names) => h('div.bearings-side-by-side', null, plus(inputs, names).map(({ element }) => element));
  const parts = {
    kpi: inputs.kpi.element,
    metric: inputs.metric.element,
    nature: inputs.nature.element,
    measure: side('kind', 'currency', 'of'),
    way: side('baseline', 'target'),
    bounds: side('low', 'high'),
    weightBy: inputs.weightBy.element,
    count: inputs.count.element,
    lag: inputs.lagWeeks.element,
    marks: side('commit', 'stretch'),
    share: inputs.alignedShare.element,
    checkpoints: inputs.checkpoints.element,
  };
  const kind = () => inputs.kind.field.control.value;
  const measure = () => ({ kind: kind(), of: null, currency: kind() === 'CURRENCY' ? inputs.currency.value() : null });
  const source = () => inputs.source.field.control.value;
  const needs = () => NEEDS[source()] || ['way', 'measure'];

  function arrange() {
    Object.entries(parts).forEach(([name, element]) => {
      element.hidden = !needs().includes(name);
    });
    inputs.currency.element.hidden = kind() !== 'CURRENCY';
    inputs.of.element.hidden = kind() !== 'RATING';
    if (!more && !parts.weightBy.hidden) {
      more = lazyView('weights', 'workspace-marks', { part: 'weights', control: inputs.weightBy.field.control });
      parts.weightBy.append(more.element);
    }
    if (!kpis && !parts.kpi.hidden) {
      kpis = lazyView('kpis', 'workspace-marks', { part: 'kpiChoice', control: inputs.kpi.field.control, unitId: objective.unit && objective.unit.id });
      parts.kpi.append(kpis.element);
    }
    if (!help && !parts.metric.hidden) {
      help = lazyView('metric', 'workspace-metric', { control: inputs.metric.field.control, measure });
      parts.metric.append(help.element);
    } else if (help) {
      help.update();
    }
  }
  [inputs.source, inputs.kind].forEach((each) => each.field.control.addEventListener('change', arrange));
  arrange();

  /** Only what the source needs is read: what is hidden may hold anything. */
  function asked() {
    const of = {
      measure: ['kind', ...(kind() === 'CURRENCY' ? ['currency'] : []), ...(kind() === 'RATING' ? ['of'] : [])],
      way: ['baseline', 'target'],
      bounds: ['low', 'high'],
      lag: ['lagWeeks'],
      marks: ['commit', 'stretch'],
      share: ['alignedShare'],
    };
    return plus(inputs, ['title', 'owner', 'source', 'due', 'weight', ...needs().flatMap((need) => of[need] || need)]);
  }

  return {
    inputs,
    elements: [
      inputs.title.element,
      inputs.source.element,
      parts.kpi,
      parts.metric,
      parts.measure,
      parts.way,
      parts.bounds,
      parts.weightBy,
      parts.count,
      parts.share,
      parts.nature,
      side('due'),
      inputs.owner.element,
      h(
        'details.bearings-advanced',
        null,
        h('summary', null, AJS.I18n.getText('bearings.form.advanced')),
        inputs.weight.element,
        parts.lag,
        parts.marks,
        parts.checkpoints
      ),
      reason && reason.element,
    ],
    fields: () => [...asked(), ...(reason ? [reason] : [])].map((each) => each.field),
    differences: (current) => differencesOf(asked(), current),
    /** @throws {Unreadable} naming every field that cannot be read */
    body() {
      const body = {};
      Object.entries(bodyOf(asked())).forEach(([name, value]) => {
        const [group, member] = name.split('.');
        body[group] = member ? { ...body[group], [member]: value } : value;
      });
      if (reason && reason.value().trim()) {
        body.reason = reason.value();
      }
      return body;
    },
  };
}

/** The view of a new key result. */
export function newKeyResult(page, objective) {
  const fields = keyResultFields({ source: 'MANUAL', nature: 'OUTCOME', weightBy: 'ISSUES' }, true, objective);
  const create = creator();
  const form = panelForm({
    submit: AJS.I18n.getText('bearings.action.add'),
    content: fields.elements,
    fields: fields.fields,
    save: async () => create(`objectives/${objective.id}/key-results`, fields.body()),
    saved: (created) => page.saved(created.key, AJS.I18n.getText('bearings.page.created', created.key)),
    cancel: () => page.open(objective.key),
  });
  page.coach.keyResult(fields.inputs, objective);
  const place = h('div', null, form.element);
  return {
    title: AJS.I18n.getText('bearings.dialog.addKeyResult', objective.key),
    kicker: objective.title,
    element: h(
      'div',
      { id: uniqueId('new-key-result') },
      chooser((right) => {
        place.hidden = !right;
      }),
      place
    ),
    isDirty: form.isDirty,
    shown() {
      fields.inputs.title.field.control.focus();
      return true;
    },
  };
}

/** The view of a key result that is being changed. */
export function editKeyResult(page, keyResult) {
  const fields = keyResultFields(keyResult, false, keyResult.objective);
  let { version } = keyResult;
  const form = panelForm({
    submit: AJS.I18n.getText('bearings.action.save'),
    content: fields.elements,
    fields: fields.fields,
    save: async () => put(`key-results/${keyResult.id}`, { version, ...fields.body() }),
    differences(current) {
      version = current.version;
      return fields.differences(current);
    },
    saved: () => page.saved(keyResult.key, AJS.I18n.getText('bearings.page.saved', keyResult.key)),
    cancel: () => page.open(keyResult.key),
  });
  page.coach.keyResult(fields.inputs, keyResult.objective);
  return {
    title: AJS.I18n.getText('bearings.dialog.editKeyResult', keyResult.key),
    kicker: keyResult.objective.title || '',
    element: form.element,
    isDirty: form.isDirty,
    shown() {
      fields.inputs.title.field.control.focus();
      return true;
    },
  };
}
