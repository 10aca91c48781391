/** What is done without anybody when a breach opens, what a KPI serves, and by what it is divided. */
import { combobox } from '../lib/combobox.js';
import { h, replaceChildren } from '../lib/dom.js';
import { field, select, textArea, textInput } from '../lib/fields.js';
import { people } from '../lib/people.js';
import { Unreadable } from '../lib/saving-form.js';
import { threeWay } from '../lib/differences.js';
import { automaticChoices, partChoices, wordOf } from './choices.js';
import { rowsOf } from './rows.js';

const FIELDS = {
  NOTIFY: [],
  COMMENT: ['issueKey', 'text'],
  CREATE_ISSUE: ['projectKey', 'issueType', 'summary', 'description'],
  WEBHOOK: ['url'],
};

const LONG = new Set(['text', 'description']);

const labels = () => ({
  issueKey: AJS.I18n.getText('bearings.kpi.automatic.issueKey'),
  text: AJS.I18n.getText('bearings.kpi.automatic.text'),
  projectKey: AJS.I18n.getText('bearings.kpi.automatic.projectKey'),
  issueType: AJS.I18n.getText('bearings.initiative.kind'),
  summary: AJS.I18n.getText('bearings.initiative.summary'),
  description: AJS.I18n.getText('bearings.kpi.automatic.description'),
  url: AJS.I18n.getText('bearings.kpi.automatic.url'),
});

export const automaticOf = (item) =>
  rowsOf(
    {
      name: 'automatic',
      label: AJS.I18n.getText('bearings.kpi.automatic'),
      description: AJS.I18n.getText('bearings.kpi.automatic.about'),
      remove: AJS.I18n.getText('bearings.kpi.automatic.remove'),
    },
    item,
    {
      stored: (current) => current.automatic || [],
      row: actionRow,
      add: automaticChoices().map(([kind, label]) => ({ label, record: () => ({ kind, people: [] }) })),
      show: ({ kind }) => wordOf(automaticChoices(), kind),
      same: ({ kind, people: told, ...rest }) => ({
        kind,
        ...(kind === 'NOTIFY' ? { people: told || [] } : Object.fromEntries(FIELDS[kind].map((name) => [name, rest[name] || '']))),
      }),
    }
  );

function actionRow(record) {
  const { kind } = record;
  const told = kind === 'NOTIFY' ? peopleField(record.people || []) : null;
  const fields = FIELDS[kind].map((name) =>
    field({ name, label: labels()[name] }, (LONG.has(name) ? textArea : textInput)(record[name] || '', LONG.has(name) ? { rows: '2', dir: 'auto' } : { dir: 'auto' }))
  );
  const values = () => Object.fromEntries(fields.map(({ name, control }) => [name, control.value.trim()]));
  return {
    element: h(
      'div.bearings-kpi-automatic',
      { role: 'group', 'aria-label': wordOf(automaticChoices(), kind) },
      h('strong', null, wordOf(automaticChoices(), kind)),
      told && told.element,
      fields.map((each) => each.element)
    ),
    first: told ? told.control : fields[0].control,
    draft: () => ({ kind, ...(told ? { people: told.people() } : values()) }),
    read() {
      if (told && told.typed()) {
        throw new Unreadable({ automatic: AJS.I18n.getText('bearings.form.owner.choose') });
      }
      return { kind, ...(told ? { people: told.people().map(({ key }) => ({ key })) } : values()) };
    },
  };
}

/** Several people, each found by typing. */
function peopleField(start) {
  let chosen = start;
  const input = textInput('', { spellcheck: 'false' });
  const label = AJS.I18n.getText('bearings.kpi.automatic.people');
  const list = h('ul.bearings-chosen', { 'aria-label': label });
  const box = combobox(input, {
    label,
    search: people,
    choose({ id, label: name }) {
      input.value = '';
      chosen = [...chosen.filter(({ key }) => key !== id), { key: id, name }];
      draw();
    },
  });
  const made = field({ name: 'people', label, description: AJS.I18n.getText('bearings.kpi.automatic.people.description') }, input, h('div', null, box.element, list));

  function draw() {
    replaceChildren(
      list,
      chosen.map((person) => {
        const takeAway = h(
          'button.aui-button.aui-button-subtle',
          { type: 'button', 'aria-label': AJS.I18n.getText('bearings.form.several.remove', person.name) },
          h('span.aui-icon.aui-icon-small.aui-iconfont-cross', { 'aria-hidden': 'true' })
        );
        takeAway.addEventListener('click', () => {
          chosen = chosen.filter(({ key }) => key !== person.key);
          draw();
          input.focus();
        });
        return h('li.bearings-chip', { dir: 'auto' }, person.name, takeAway);
      })
    );
    list.hidden = !chosen.length;
  }

  draw();
  return { element: made.element, control: input, people: () => chosen, typed: () => input.value.trim() };
}

/**
 * The objectives that a KPI drives or guards.
 *
 * @param {Object} item
 * @param {Object[]} objectives those that can be chosen
 */
export const servesOf = (item, objectives) =>
  rowsOf(
    {
      name: 'serves',
      label: AJS.I18n.getText('bearings.kpi.serves'),
      description: AJS.I18n.getText('bearings.kpi.serves.description'),
      remove: AJS.I18n.getText('bearings.kpi.serves.remove'),
    },
    item,
    {
      stored: (current) => current.serves || [],
      row: (record) => servedRow(record, objectives),
      add: [{ label: AJS.I18n.getText('bearings.kpi.serves.add'), record: () => ({ objectiveId: null, part: 'DRIVER' }) }],
      show: ({ objectiveId, part }) => `O-${objectiveId} ${wordOf(partChoices(), part)}`,
      same: ({ objectiveId, part }) => ({ objectiveId: Number(objectiveId) || null, part }),
    }
  );

function servedRow({ objectiveId, key, title, part }, objectives) {
  const known = objectives.some(({ id }) => id === objectiveId) || !objectiveId;
  const choices = [
    ['', AJS.I18n.getText('bearings.kpi.serves.choose')],
    ...(known ? [] : [[String(objectiveId), [key || `O-${objectiveId}`, title || AJS.I18n.getText('bearings.objective.private')].join(' ')]]),
    ...objectives.map((each) => [String(each.id), `${each.key} ${each.titleHidden ? AJS.I18n.getText('bearings.objective.private') : each.title}`]),
  ];
  const which = select(objectiveId ? String(objectiveId) : '', choices, { 'aria-label': AJS.I18n.getText('bearings.kpi.serves.objective') });
  const how = select(part, partChoices(), { 'aria-label': AJS.I18n.getText('bearings.kpi.serves.part') });
  const draft = () => ({ objectiveId: Number(which.value) || null, part: how.value });
  return {
    element: h('div.bearings-kpi-served', null, which, how),
    first: which,
    draft,
    read() {
      if (!which.value) {
        throw new Unreadable({ serves: AJS.I18n.getText('bearings.kpi.serves.missing') });
      }
      return draft();
    },
  };
}

/** By what a KPI is divided: one dimension a line, its segments behind a colon. */
export function dimensionsOf(item) {
  const stored = (current) => (current.dimensions || []).map(({ name, segments }) => `${name}: ${segments.join(', ')}`).join('\n');
  const made = field(
    { name: 'dimensions', label: AJS.I18n.getText('bearings.kpi.dimensions'), description: AJS.I18n.getText('bearings.kpi.dimensions.description') },
    textArea(stored(item), { rows: '2', dir: 'auto' })
  );
  const write = (text) => {
    made.control.value = text;
  };
  const compare = threeWay(made, { read: () => made.control.value, write }, stored(item));
  return {
    name: 'dimensions',
    field: made,
    element: made.element,
    value: () =>
      made.control.value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line) => {
          const [name, ...rest] = line.split(':');
          const segments = rest.join(':').split(',').map((each) => each.trim()).filter(Boolean);
          if (!name.trim() || !segments.length) {
            throw new Unreadable({ dimensions: AJS.I18n.getText('bearings.kpi.dimensions.unreadable', line) });
          }
          return { name: name.trim(), segments };
        }),
    differs: (current) => compare(stored(current)),
  };
}
