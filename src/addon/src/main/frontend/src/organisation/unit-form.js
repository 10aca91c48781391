/** What a unit says of itself, and how it works. */
import { get, put } from '../lib/rest.js';
import { severalOf } from '../lib/several.js';
import { choiceField, flagField, numberField, onlyWhile, personField, textField } from './fields.js';
import { form } from './form.js';
import { every, levels, openness, weekdays } from './words.js';

/** @param {function()} saved called after the unit was saved */
export function settingsForm(unit, units, saved) {
  let { version } = unit;
  const fields = fieldsOf(unit, units);
  onlyWhile(fields.every, (every) => every !== 'MONTHLY', [fields.day]);
  onlyWhile(fields.every, (every) => every === 'MONTHLY', [fields.dayOfMonth]);
  return form({
    fields,
    submit: AJS.I18n.getText('bearings.action.save'),
    save: (values) => put(`units/${unit.id}`, { version, ...body(unit, values) }),
    saved,
    stored(current) {
      version = current.version;
      return stored(current);
    },
  });
}

const projectKeys = (unit) => unit.projects.map((project) => project.key).join(', ');

/** The values of a stored unit by the names of the fields; people are shown by the page itself. */
function stored(unit) {
  const { cadence, thresholds, capacity } = unit.settings;
  return {
    name: unit.name,
    level: unit.level,
    parentId: unit.parentId,
    group: unit.group,
    projects: projectKeys(unit),
    openness: unit.openness,
    every: cadence.every,
    day: cadence.day,
    dayOfMonth: cadence.dayOfMonth,
    hour: cadence.hour,
    onTrack: thresholds && thresholds.onTrack,
    atRisk: thresholds && thresholds.atRisk,
    members: capacity.members,
    hoursPerDay: capacity.hoursPerDay,
    focusShare: capacity.focusShare,
  };
}

function body(unit, values) {
  const own = values.onTrack !== undefined || values.atRisk !== undefined;
  return {
    name: values.name,
    level: values.level || unit.level,
    parentId: values.parentId === undefined ? unit.parentId : values.parentId && Number(values.parentId),
    lead: values.lead,
    deputy: values.deputy,
    group: values.group,
    projects: (values.projects || '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((key) => ({ key: key.toUpperCase() })),
    // Nothing is said of boards that nobody touched.
    boards: values.boards,
    openness: values.openness,
    settings: {
      cadence: {
        every: values.every,
        day: values.day,
        dayOfMonth: values.dayOfMonth,
        hour: values.hour,
      },
      thresholds: own ? { onTrack: values.onTrack, atRisk: values.atRisk } : null,
      advanced: values.advanced,
      capacity: { members: values.members, hoursPerDay: values.hoursPerDay, focusShare: values.focusShare },
    },
  };
}

function fieldsOf(unit, units) {
  const now = stored(unit);
  const { settings } = unit;
  return {
    name: textField({ name: 'name', label: AJS.I18n.getText('bearings.unit.name'), required: true }, now.name),
    ...placeFields(unit, units),
    lead: personField(
      {
        name: 'lead',
        label: AJS.I18n.getText('bearings.unit.lead'),
        description: AJS.I18n.getText('bearings.unit.lead.description'),
      },
      unit.lead
    ),
    deputy: personField({ name: 'deputy', label: AJS.I18n.getText('bearings.unit.deputy') }, unit.deputy),
    group: textField(
      {
        name: 'group',
        label: AJS.I18n.getText('bearings.unit.group'),
        description: AJS.I18n.getText('bearings.unit.group.description'),
      },
      now.group
    ),
    projects: textField(
      {
        name: 'projects',
        label: AJS.I18n.getText('bearings.unit.projects'),
        description: AJS.I18n.getText('bearings.unit.projects.description'),
      },
      now.projects
    ),
    boards: boardsField(unit),
    openness: choiceField(
      { name: 'openness', label: AJS.I18n.getText('bearings.unit.openness') },
      now.openness,
      openness()
    ),
    every: choiceField(
      { name: 'settings.cadence.every', label: AJS.I18n.getText('bearings.cadence.every') },
      now.every,
      every()
    ),
    day: choiceField(
      { name: 'settings.cadence.day', label: AJS.I18n.getText('bearings.cadence.day') },
      now.day,
      weekdays()
    ),
    dayOfMonth: numberField(
      {
        name: 'settings.cadence.dayOfMonth',
        label: AJS.I18n.getText('bearings.cadence.dayOfMonth'),
        description: AJS.I18n.getText('bearings.cadence.dayOfMonth.description'),
      },
      now.dayOfMonth
    ),
    hour: numberField({ name: 'settings.cadence.hour', label: AJS.I18n.getText('bearings.cadence.hour') }, now.hour),
    onTrack: numberField(
      {
        name: 'settings.thresholds.onTrack',
        label: AJS.I18n.getText('bearings.settings.onTrack'),
        description: AJS.I18n.getText('bearings.unit.thresholds.description'),
      },
      now.onTrack
    ),
    atRisk: numberField(
      { name: 'settings.thresholds.atRisk', label: AJS.I18n.getText('bearings.settings.atRisk') },
      now.atRisk
    ),
    members: numberField(
      { name: 'settings.capacity.members', label: AJS.I18n.getText('bearings.capacity.members') },
      now.members
    ),
    hoursPerDay: numberField(
      { name: 'settings.capacity.hoursPerDay', label: AJS.I18n.getText('bearings.capacity.hours') },
      now.hoursPerDay
    ),
    focusShare: numberField(
      {
        name: 'settings.capacity.focusShare',
        label: AJS.I18n.getText('bearings.capacity.focus'),
        description: AJS.I18n.getText('bearings.capacity.focus.description'),
      },
      now.focusShare
    ),
    advanced: flagField(
      {
        name: 'settings.advanced',
        label: AJS.I18n.getText('bearings.unit.advanced'),
        description: AJS.I18n.getText('bearings.unit.advanced.description'),
      },
      settings.advanced
    ),
  };
}

/** The boards that the unit names, also those that this person may not see: such a one can still be taken away. */
function boardsField(unit) {
  const { field, value, differs } = severalOf(
    { name: 'boards', label: AJS.I18n.getText('bearings.unit.boards'), description: AJS.I18n.getText('bearings.unit.boards.description') },
    unit,
    {
      stored: (item) => item.boards.map(boardChoice),
      value: (id) => ({ id: Number(id) }),
      async search(query) {
        const { software, boards } = await get('boards', { q: query });
        if (!software) {
          throw new Error(AJS.I18n.getText('bearings.error.unit.noSoftware'));
        }
        return boards.map(boardChoice);
      },
      placeholder: AJS.I18n.getText('bearings.unit.boards.search'),
    }
  );
  return Object.assign(field, { value, differs });
}

const boardChoice = ({ id, name }) => ({ id: String(id), label: name === null ? AJS.I18n.getText('bearings.unit.boards.gone', String(id)) : name });

/** Where the unit stands in the tree, for those who may move it. */
function placeFields(unit, units) {
  if (!unit.may.includes('CREATE_UNIT')) {
    return {};
  }
  const parents = units.filter(
    (each) => each.id !== unit.id && each.level !== 'TEAM' && (!each.archived || each.id === unit.parentId)
  );
  return {
    level: choiceField({ name: 'level', label: AJS.I18n.getText('bearings.unit.level') }, unit.level, levels()),
    parentId: choiceField(
      { name: 'parentId', label: AJS.I18n.getText('bearings.unit.parent') },
      unit.parentId,
      [['', AJS.I18n.getText('bearings.unit.parent.none')], ...parents.map((each) => [String(each.id), each.name])]
    ),
  };
}
