/** The columns of the grid: what a cell shows, what somebody edits, and what a change of it sends. */
import { parseNumber } from '../lib/fields.js';
import { post, put, send } from '../lib/rest.js';
import { may } from './list.js';
import { shownStatus, statusText } from '../lib/status.js';
import { dayText, isDay, isNumber, numberText, scoreText, today, valueText } from './values.js';

const LONGEST_TITLE = 255;

/** A text that a cell cannot take, with the reason in a person's words. */
export class Unfit extends Error {}

const isObjective = (item) => Boolean(item.keyResults);
const mayEdit = (item) => !item.titleHidden && !item.archived && may(item, 'EDIT_OBJECTIVE');
const raw = (value) => (value === null || value === undefined ? '' : String(value));

function number(text) {
  try {
    const parsed = parseNumber(text);
    return parsed === undefined ? null : parsed;
  } catch (notANumber) {
    throw new Unfit(AJS.I18n.getText('bearings.form.notANumber'));
  }
}

function day(text) {
  const typed = text.trim();
  if (typed && !isDay(typed)) {
    throw new Unfit(AJS.I18n.getText('bearings.grid.notADay'));
  }
  return typed || null;
}

/** Numbers of a key result that is not read from elsewhere. */
function numeric(id, label, { sources }) {
  return {
    id,
    label,
    type: 'number',
    edits: (item) => !isObjective(item) && mayEdit(item) && sources.includes(item.source),
    text: (item) => (isObjective(item) || !isNumber(item[id]) ? '' : valueText(item[id], item.measure)),
    raw: (item) => raw(item[id]),
    order: (item) => (isNumber(item[id]) ? Number(item[id]) : null),
    parse: number,
    change: (value) => ({ [id]: value }),
  };
}

/** @returns {Object[]} the columns in their order */
export function columns() {
  return [
    {
      id: 'key',
      label: AJS.I18n.getText('bearings.column.key'),
      edits: () => false,
      text: (item) => item.key,
      order: (item) => Number(item.key.replace(/^\D+/, '')),
    },
    {
      id: 'title',
      label: AJS.I18n.getText('bearings.column.title'),
      edits: mayEdit,
      text: (item) => (item.titleHidden ? AJS.I18n.getText('bearings.objective.private') : item.title),
      raw: (item) => item.title,
      order: (item) => item.title || '',
      parse(text) {
        const title = text.trim();
        if (!title) {
          throw new Unfit(AJS.I18n.getText('bearings.error.required'));
        }
        if (title.length > LONGEST_TITLE) {
          throw new Unfit(AJS.I18n.getText('bearings.error.tooLong', LONGEST_TITLE, title.length));
        }
        return title;
      },
      change: (title) => ({ title }),
    },
    {
      id: 'owner',
      label: AJS.I18n.getText('bearings.form.owner'),
      edits: mayEdit,
      text: (item) => (item.owner ? item.owner.name : ''),
      raw: (item) => (item.owner ? item.owner.name : ''),
      order: (item) => (item.owner ? item.owner.name : ''),
      parse: (text) => text.trim(),
      resolve: personNamed,
      change: ({ key }) => ({ ownerKey: key }),
    },
    {
      id: 'status',
      label: AJS.I18n.getText('bearings.filter.status'),
      edits: () => false,
      text: (item) => (shownStatus(item) ? statusText(shownStatus(item)) : ''),
      order: (item) => (shownStatus(item) ? statusText(shownStatus(item)) : ''),
    },
    numeric('baseline', AJS.I18n.getText('bearings.form.baseline'), { sources: ['MANUAL', 'EVIDENCE', 'JQL', 'KPI'] }),
    {
      id: 'current',
      label: AJS.I18n.getText('bearings.form.current'),
      type: 'number',
      edits: (item) =>
        !isObjective(item) &&
        !item.titleHidden &&
        !item.archived &&
        item.state === 'ACTIVE' &&
        may(item, 'CHECK_IN') &&
        ['MANUAL', 'BINARY', 'MAINTAIN'].includes(item.source),
      text: (item) => (isObjective(item) || !isNumber(item.current) ? '' : valueText(item.current, item.measure)),
      raw: (item) => raw(item.current),
      order: (item) => (isNumber(item.current) ? Number(item.current) : null),
      parse(text) {
        const value = number(text);
        if (value === null) {
          throw new Unfit(AJS.I18n.getText('bearings.checkIn.valueRequired'));
        }
        return value;
      },
      checksIn: true,
    },
    numeric('target', AJS.I18n.getText('bearings.form.target'), { sources: ['MANUAL', 'EVIDENCE', 'ISSUES', 'JQL', 'KPI'] }),
    {
      id: 'score',
      label: AJS.I18n.getText('bearings.score'),
      type: 'number',
      edits: () => false,
      text: (item) => (isNumber(item.score) ? scoreText(item.score) : ''),
      order: (item) => (isNumber(item.score) ? Number(item.score) : null),
    },
    {
      id: 'weight',
      label: AJS.I18n.getText('bearings.form.weight'),
      type: 'number',
      edits: (item) => !isObjective(item) && mayEdit(item),
      text: (item) => (isObjective(item) || !isNumber(item.weight) ? '' : numberText(item.weight)),
      raw: (item) => raw(item.weight),
      order: (item) => (isNumber(item.weight) ? Number(item.weight) : null),
      parse: number,
      change: (weight) => ({ weight: weight === null ? 1 : weight }),
    },
    {
      id: 'due',
      label: AJS.I18n.getText('bearings.form.due'),
      edits: (item) => !isObjective(item) && mayEdit(item),
      text: (item) => (!isObjective(item) && item.due ? dayText(item.due) : ''),
      raw: (item) => raw(item.due),
      order: (item) => item.due || '',
      hint: 'yyyy-mm-dd',
      parse: day,
      change: (due) => ({ due }),
    },
    {
      id: 'reviewOn',
      label: AJS.I18n.getText('bearings.form.reviewOn'),
      edits: (item) => isObjective(item) && mayEdit(item),
      text: (item) => (isObjective(item) && item.reviewOn ? dayText(item.reviewOn) : ''),
      raw: (item) => raw(item.reviewOn),
      order: (item) => item.reviewOn || '',
      hint: 'yyyy-mm-dd',
      parse: day,
      change: (reviewOn) => ({ reviewOn }),
    },
  ];
}

/** The one person of this name or user name, by Jira's own search. */
async function personNamed(name) {
  const wanted = name.toLocaleLowerCase();
  const found = await send('GET', `${AJS.contextPath()}/rest/api/2/user/picker?maxResults=20&query=${encodeURIComponent(name)}`);
  const same = ((found && found.users) || []).filter(
    (user) => user.displayName.toLocaleLowerCase() === wanted || user.name.toLocaleLowerCase() === wanted
  );
  if (same.length !== 1) {
    throw new Unfit(
      same.length ? AJS.I18n.getText('bearings.grid.several', name) : AJS.I18n.getText('bearings.form.owner.nobody', name)
    );
  }
  return { key: same[0].key, name: same[0].displayName };
}

/**
 * Saves changed cells of one row: at most one update and one check-in.
 *
 * @param {Object} item
 * @param {Array<{column: Object, value: *}>} cells
 * @throws {Refused} with `fields` named as the server names them
 */
export async function saveCells(item, cells) {
  const changed = cells.filter(({ column }) => !column.checksIn);
  if (changed.length) {
    const kind = isObjective(item) ? 'objectives' : 'key-results';
    const changes = changed.map(({ column, value }) => column.change(value));
    await put(`${kind}/${item.id}`, Object.assign({ version: item.version }, ...changes));
  }
  const value = cells.find(({ column }) => column.checksIn);
  if (value) {
    await post(`key-results/${item.id}/check-ins`, { value: value.value, confidence: item.confidence, on: today() });
  }
}

/**
 * Why a cell was not saved. After a conflict the row builds on what is stored now, so that saving once more keeps what
 * one typed; what the other wrote is shown.
 */
export function reasonOf(problem, item, column) {
  if (problem instanceof Unfit) {
    return problem.message;
  }
  if (problem.status === 409 && problem.current) {
    Object.assign(item, problem.current, { may: item.may, objective: item.objective, keyResults: item.keyResults });
    return AJS.I18n.getText('bearings.grid.conflict', column.text(item));
  }
  const fields = Object.values(problem.fields || {});
  return fields.length ? fields.join(' ') : problem.message;
}
