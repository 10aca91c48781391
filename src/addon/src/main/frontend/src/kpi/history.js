/** What is kept for good: which values were recorded, and who changed what on the sheet. */
import { h, replaceChildren } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { CATEGORIES, categoryText } from './words.js';
import {
  aggregationChoices,
  automaticChoices,
  directionChoices,
  frequencyChoices,
  groundsChoices,
  measureChoices,
  partChoices,
  sourceChoices,
  wordOf,
} from './choices.js';
import { dayText, instantText, isNumber, numberText } from '../workspace/values.js';

/** A section that is read when somebody opens it, and again when something changed while it is open. */
function pagedSection(title, empty, path, entriesOf, row) {
  const list = h('ul.bearings-entries');
  const hint = h('p.bearings-hint', { role: 'status' });
  const more = h('button.aui-button.aui-button-subtle', { type: 'button', hidden: true }, AJS.I18n.getText('bearings.action.more'));
  const element = h('details.bearings-section', null, h('summary', null, title), hint, list, more);
  let next = null;

  async function load(cursor) {
    try {
      const answer = await get(path, { cursor });
      const rows = entriesOf(answer).map(row);
      if (cursor) {
        list.append(...rows);
      } else {
        replaceChildren(list, rows);
      }
      next = answer.next;
      more.hidden = !next;
      hint.textContent = list.children.length ? '' : empty;
    } catch (refused) {
      hint.textContent = refused.message;
    }
  }

  element.addEventListener('toggle', () => element.open && load());
  more.addEventListener('click', () => load(next));
  return { element, refresh: () => (element.open ? load() : Promise.resolve()) };
}

/** Every value that was recorded, the latest entry first; those that were replaced say so. */
export const valueList = (id) =>
  pagedSection(
    AJS.I18n.getText('bearings.kpi.values'),
    AJS.I18n.getText('bearings.kpi.noValues'),
    `kpis/${id}/measurements`,
    ({ measurements }) => measurements,
    ({ on, value, of, segment, at, by, counts }) =>
      h(
        `li.bearings-entry${counts ? '' : '.bearings-resolved'}`,
        null,
        h(
          'p',
          { dir: 'auto' },
          [
            dayText(on),
            isNumber(value) ? numberText(value) : AJS.I18n.getText('bearings.status.noData'),
            isNumber(of) && AJS.I18n.getText('bearings.kpi.values.of', numberText(of)),
            segment && `${segment.dimension}: ${segment.name}`,
          ]
            .filter(Boolean)
            .join(' \u00b7 ')
        ),
        h('p.bearings-facts', null, by && h('span', null, by.name), h('span', null, instantText(at)), !counts && h('span', null, AJS.I18n.getText('bearings.kpi.values.replaced')))
      )
  );

/** What the form calls the fields of a sheet; one that it does not know keeps its name. */
const fieldText = (field) =>
  ({
    unitId: AJS.I18n.getText('bearings.kpi.field.unit'),
    name: AJS.I18n.getText('bearings.kpi.name'),
    measures: AJS.I18n.getText('bearings.kpi.measures'),
    category: AJS.I18n.getText('bearings.kpi.category'),
    ownCategory: AJS.I18n.getText('bearings.kpi.ownCategory'),
    owner: AJS.I18n.getText('bearings.form.owner'),
    source: AJS.I18n.getText('bearings.form.source'),
    formula: AJS.I18n.getText('bearings.kpi.formula'),
    metric: AJS.I18n.getText('bearings.kpi.metric'),
    frequency: AJS.I18n.getText('bearings.kpi.frequency'),
    aggregation: AJS.I18n.getText('bearings.kpi.aggregation'),
    accumulating: AJS.I18n.getText('bearings.kpi.accumulating'),
    graceDays: AJS.I18n.getText('bearings.kpi.grace'),
    direction: AJS.I18n.getText('bearings.kpi.direction'),
    measure: AJS.I18n.getText('bearings.form.measure'),
    target: AJS.I18n.getText('bearings.kpi.level.target'),
    warning: AJS.I18n.getText('bearings.kpi.level.warning'),
    critical: AJS.I18n.getText('bearings.kpi.level.critical'),
    targets: AJS.I18n.getText('bearings.kpi.targets'),
    action: AJS.I18n.getText('bearings.kpi.action'),
    automatic: AJS.I18n.getText('bearings.kpi.automatic'),
    why: AJS.I18n.getText('bearings.kpi.why'),
    decision: AJS.I18n.getText('bearings.kpi.decision'),
    benchmark: AJS.I18n.getText('bearings.kpi.benchmark'),
    benchmarkSource: AJS.I18n.getText('bearings.kpi.benchmarkSource'),
    reviewOn: AJS.I18n.getText('bearings.form.reviewOn'),
    serves: AJS.I18n.getText('bearings.kpi.serves'),
    grounds: AJS.I18n.getText('bearings.kpi.grounds'),
    dimensions: AJS.I18n.getText('bearings.kpi.dimensions'),
    archived: AJS.I18n.getText('bearings.kpi.field.archived'),
  })[field] || field;

const truth = () => [
  ['true', AJS.I18n.getText('bearings.kpi.history.yes')],
  ['', AJS.I18n.getText('bearings.kpi.history.no')],
];

/** What can be chosen in a field. */
const choicesOf = (field) =>
  ({
    category: CATEGORIES.map((each) => [each, categoryText(each)]),
    source: sourceChoices(),
    frequency: frequencyChoices(),
    aggregation: aggregationChoices(),
    direction: directionChoices(),
    grounds: groundsChoices(),
    accumulating: truth(),
    archived: truth(),
  })[field];

/** Lines that begin with the kind of what follows, such as "NOTIFY anna". */
const kindsIn = (field) => ({ measure: measureChoices(), automatic: automaticChoices(), serves: partChoices() })[field];

const NUMBERS = ['graceDays', 'target', 'warning', 'critical', 'benchmark'];

const wordsOfLine = (line, kinds) => {
  const kind = /^[A-Z_]+/.exec(line);
  return kind ? wordOf(kinds, kind[0]) + line.slice(kind[0].length).replace(/^ (\d+)$/, ' O-$1') : line;
};

/** A value of a field as its form would show it. */
function shownValue(field, value) {
  const choices = choicesOf(field);
  if (choices) {
    return choices.some(([key]) => key === (value || '')) ? wordOf(choices, value || '') : value || '\u2013';
  }
  if (!value) {
    return '\u2013';
  }
  if (NUMBERS.includes(field)) {
    return value.split(' \u2013 ').map((each) => (Number.isFinite(Number(each)) ? numberText(Number(each)) : each)).join(' \u2013 ');
  }
  if (field === 'reviewOn') {
    return dayText(value);
  }
  const kinds = kindsIn(field);
  return kinds ? value.split('\n').map((line) => wordsOfLine(line, kinds)).join('\n') : value;
}

/** The fields of the sheet that were changed. */
export const historyList = (id) =>
  pagedSection(
    AJS.I18n.getText('bearings.history'),
    AJS.I18n.getText('bearings.history.none'),
    `kpis/${id}/history`,
    ({ changes }) => changes,
    ({ field, from, to, reason, by, at }) =>
      h(
        'li.bearings-entry',
        null,
        h('p', { dir: 'auto' }, AJS.I18n.getText('bearings.history.change', fieldText(field), shownValue(field, from), shownValue(field, to))),
        reason && h('p.bearings-hint', { dir: 'auto' }, reason),
        h('p.bearings-facts', null, by && h('span', null, by.name), h('span', null, instantText(at)))
      )
  );
