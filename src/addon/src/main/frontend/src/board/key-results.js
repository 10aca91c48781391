/** The key results of a team in the cycle that runs: each with its score, its status and its owner's confidence. */
import { h } from '../lib/dom.js';
import { percent, percentText } from '../lib/figures.js';
import { inWorkspace } from '../lib/served.js';
import { shownStatus, statusLozenge } from '../lib/status.js';
import { isNumber } from '../workspace/values.js';

const workspace = (unitId) => `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?unit=${unitId}`;

export function keyResultsElement(unit, { cycle, objectives }) {
  const all = h('p', null, h('a', { href: workspace(unit.id) }, AJS.I18n.getText('bearings.board.openWorkspace')));
  if (!cycle) {
    return [h('p.bearings-hint', null, AJS.I18n.getText('bearings.board.noCycle', unit.name)), all];
  }
  const shown = objectives.filter(({ keyResults }) => keyResults && keyResults.length);
  if (!shown.length) {
    return [h('p.bearings-hint', null, AJS.I18n.getText('bearings.board.noKeyResults', unit.name)), all];
  }
  return [
    h('p.bearings-hint', null, cycle.name),
    h(
      'ul.bearings-board-objectives',
      null,
      shown.map((objective) =>
        h(
          'li',
          null,
          h(
            'p.bearings-board-objective',
            null,
            h('span.bearings-key', null, objective.key),
            ' ',
            h('span', { dir: 'auto' }, objective.titleHidden ? AJS.I18n.getText('bearings.objective.private') : objective.title)
          ),
          h('ul', null, objective.keyResults.map((keyResult) => row(unit, keyResult)))
        )
      )
    ),
  ];
}

function row(unit, keyResult) {
  const titleId = `bearings-board-${keyResult.key}`;
  const value = percent(keyResult.score);
  return h(
    'li.bearings-board-key-result',
    null,
    h('a', { id: titleId, href: inWorkspace({ unitId: unit.id }, keyResult.key), dir: 'auto' }, keyResult.title),
    value === null
      ? h('span.bearings-bar.bearings-bar-empty', { 'aria-hidden': 'true' })
      : h('progress.bearings-bar', { max: '100', value: Math.min(value, 100), 'aria-labelledby': titleId }),
    h(
      'p.bearings-board-facts',
      null,
      h('span.bearings-percent', null, percentText(keyResult.score)),
      statusLozenge(shownStatus(keyResult)),
      isNumber(keyResult.confidence) &&
        h('span.bearings-hint', null, AJS.I18n.getText('bearings.board.confidence', keyResult.confidence))
    )
  );
}
