/** KPIs against results: the picture, and the same as a table. */
import { h } from '../lib/dom.js';
import { scoreText } from '../workspace/values.js';
import { causeText, healthText, quadrantText, resultText } from './words.js';

const HEALTHS = ['HEALTHY', 'NOT_HEALTHY', 'NOT_KNOWN'];
const COLUMNS = ['ACHIEVED', 'NOT_ACHIEVED', 'NOT_MEASURED'];

/** What was reached partly stands where what was missed does. */
const columnOf = ({ result }) => (result === 'ACHIEVED' || result === 'NOT_MEASURED' ? result : 'NOT_ACHIEVED');

const columnText = (column) =>
  ({
    ACHIEVED: AJS.I18n.getText('bearings.retro.column.ACHIEVED'),
    NOT_ACHIEVED: AJS.I18n.getText('bearings.retro.column.NOT_ACHIEVED'),
    NOT_MEASURED: AJS.I18n.getText('bearings.retro.column.NOT_MEASURED'),
  })[column];

const QUADRANTS = {
  'HEALTHY ACHIEVED': 'WORKED',
  'HEALTHY NOT_ACHIEVED': 'EXECUTED_WELL_ON_THE_WRONG_THINGS',
  'NOT_HEALTHY ACHIEVED': 'MOVED_AT_A_COST',
  'NOT_HEALTHY NOT_ACHIEVED': 'DID_NOT_EXECUTE',
};

/** A row or column of what is not known is drawn only where something stands in it. */
const needed = (objectives, all, last, of) => (objectives.some((each) => of(each) === last) ? all : all.slice(0, -1));

export function matrix({ objectives }) {
  const rows = needed(objectives, HEALTHS, 'NOT_KNOWN', ({ health }) => health);
  const columns = needed(objectives, COLUMNS, 'NOT_MEASURED', columnOf);
  return h(
    'section.bearings-retro-section',
    { 'aria-labelledby': 'bearings-retro-matrix' },
    h('h2', { id: 'bearings-retro-matrix' }, AJS.I18n.getText('bearings.retro.matrix')),
    h('p.bearings-hint', null, AJS.I18n.getText('bearings.retro.matrix.lead')),
    h('div.bearings-retro-both', null, picture(objectives, rows, columns), table(objectives))
  );
}

function picture(objectives, rows, columns) {
  return h(
    'table.bearings-retro-matrix',
    { 'aria-labelledby': 'bearings-retro-matrix' },
    h('thead', null, h('tr', null, h('td'), columns.map((each) => h('th', { scope: 'col' }, columnText(each))))),
    h(
      'tbody',
      null,
      rows.map((row) =>
        h(
          'tr',
          null,
          h('th', { scope: 'row' }, healthText(row)),
          columns.map((column) => cell(row, column, objectives.filter((each) => each.health === row && columnOf(each) === column)))
        )
      )
    )
  );
}

function cell(row, column, objectives) {
  const quadrant = QUADRANTS[`${row} ${column}`];
  return h(
    `td.bearings-retro-cell.bearings-retro-${quadrant || 'UNKNOWN'}`,
    null,
    h('p.bearings-retro-quadrant', null, quadrantText(quadrant)),
    objectives.length
      ? h('ul', null, objectives.map(chip))
      : h('p.bearings-retro-none', null, AJS.I18n.getText('bearings.retro.cell.empty'))
  );
}

const chip = ({ key, title }) => h('li', null, h('a', { href: `#${key}`, dir: 'auto' }, `${key} ${title}`));

function table(objectives) {
  return h(
    'div.bearings-retro-scroll',
    { tabindex: '0', role: 'region', 'aria-label': AJS.I18n.getText('bearings.retro.table') },
    h(
      'table.aui.bearings-retro-table',
      null,
      h('caption', null, AJS.I18n.getText('bearings.retro.table')),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          [
            AJS.I18n.getText('bearings.retro.th.objective'),
            AJS.I18n.getText('bearings.retro.th.kpis'),
            AJS.I18n.getText('bearings.retro.th.result'),
            AJS.I18n.getText('bearings.retro.th.score'),
            AJS.I18n.getText('bearings.retro.th.quadrant'),
            AJS.I18n.getText('bearings.retro.th.cause'),
          ].map((each) => h('th', { scope: 'col' }, each))
        )
      ),
      h('tbody', null, objectives.map(tableRow))
    )
  );
}

function tableRow(each) {
  return h(
    'tr',
    null,
    h('th', { scope: 'row', dir: 'auto' }, h('a', { href: `#${each.key}` }, `${each.key} ${each.title}`)),
    h('td', null, healthText(each.health)),
    h('td', null, resultText(each.result)),
    h('td', null, scoreText(each.score)),
    h('td', null, quadrantText(each.quadrant)),
    h('td', null, firstCause(each))
  );
}

function firstCause({ result, causes }) {
  if (result === 'ACHIEVED') {
    return '\u2013';
  }
  return causes.length ? causeText(causes[0].kind) : AJS.I18n.getText('bearings.retro.noCause');
}
