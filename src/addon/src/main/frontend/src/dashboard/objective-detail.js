/** One objective: why, its score, and each key result with where it is and where it should be. */
import { h } from '../lib/dom.js';
import { titleText } from '../lib/objective.js';
import { coverageOf, scoreOf } from '../lib/progress.js';
import { flagsOf, standingElement, standingOf } from '../lib/status.js';
import { paceBar, paceText, wayText } from '../workspace/figures.js';
import { isNumber } from '../workspace/values.js';
import { objectiveField } from './choices.js';
import { nothing, workspaceAddress } from './places.js';

export const objectiveDetail = () => ({
  name: AJS.I18n.getText('bearings.item.objective.title'),
  height: 260,
  fields: (preferences) => [objectiveField(preferences)],
  request: ({ objective }) => (objective ? { path: `objectives/${encodeURIComponent(objective)}` } : null),
  unconfigured: () => AJS.I18n.getText('bearings.item.objective.unconfigured'),
  denied: () => AJS.I18n.getText('bearings.item.objective.noPermission'),
  subject: ({ key }) => key,
  draw,
});

function draw(objective, { stem }) {
  const { key, unit, cycle, owner, keyResults, why, confidence } = objective;
  const at = (hash) => workspaceAddress(unit.id, { cycle: cycle ? cycle.id : 'backlog', hash });
  return [
    h(
      'div.bearings-card-head',
      null,
      scoreOf(objective),
      h(
        'div',
        null,
        h('a.bearings-card-title', { href: at(key), dir: 'auto' }, titleText(objective)),
        standingElement(standingOf(objective, Boolean(cycle))),
        h(
          'p.bearings-facts',
          null,
          h('span.bearings-key', null, key),
          owner && h('span.bearings-owner', null, AJS.I18n.getText('bearings.objective.ownedBy', owner.name)),
          h('span', { dir: 'auto' }, [unit.name, cycle && cycle.name].filter(Boolean).join(', ')),
          isNumber(confidence) && h('span', null, AJS.I18n.getText('bearings.confidence.of', confidence)),
          coverageOf(objective)
        )
      )
    ),
    why && h('p.bearings-item-why', { dir: 'auto' }, why),
    keyResults.length
      ? h(
          'ul.bearings-item-rows',
          { 'aria-label': AJS.I18n.getText('bearings.objective.keyResults', key) },
          keyResults.map((keyResult) => row(keyResult, Boolean(cycle), at, stem))
        )
      : nothing(AJS.I18n.getText('bearings.objective.noKeyResults')),
  ];
}

const row = (keyResult, inCycle, at, stem) =>
  h(
    'li',
    { id: `${stem}-${keyResult.key}` },
    h('div.bearings-item-row-name', null, h('a', { href: at(keyResult.key), dir: 'auto' }, keyResult.title), h('span.bearings-key', null, ` ${keyResult.key}`)),
    h(
      'div.bearings-item-row-pace',
      null,
      paceBar(keyResult),
      h('p.bearings-figures', null, h('span', null, wayText(keyResult)), h('span.bearings-dot', { 'aria-hidden': 'true' }, '\u00b7'), h('span', null, paceText(keyResult)))
    ),
    standingElement({ ...standingOf(keyResult, inCycle), flags: inCycle ? flagsOf(keyResult) : [] })
  );
