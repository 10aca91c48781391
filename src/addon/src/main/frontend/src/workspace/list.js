/** The objectives with their key results, one calm line each. The phase of the cycle decides what leads. */
import { h } from '../lib/dom.js';
import { scoreOf } from '../lib/progress.js';
import { coverageText } from '../lib/figures.js';
import { flagsOf, shownStatus, statusLozenge } from '../lib/status.js';
import { dayText, isNumber, relativeDayText, scoreText, today } from './values.js';
import { paceBar, paceText, sparkline, wayText } from './figures.js';
import { createChoices } from './chooser.js';

export const rowId = (key) => `bearings-row-${key}`;
export const checkInId = (key) => `bearings-check-in-${key}`;

/** Kickoff, execution or retrospective; objectives without a cycle are still being thought about. */
export function phaseOf(cycle) {
  if (!cycle || cycle.state === 'PLANNING') {
    return 'kickoff';
  }
  return cycle.state === 'ACTIVE' ? 'execution' : 'retrospective';
}

/** Whether a key result waits for a check-in today. */
export const isDue = (keyResult) =>
  keyResult.state === 'ACTIVE' &&
  ((keyResult.flags || []).includes('OVERDUE') ||
    keyResult.status === 'OVERDUE' ||
    Boolean(keyResult.nextCheckIn && keyResult.nextCheckIn <= today()));

export const may = (item, operation) => (item.may || []).includes(operation);

/**
 * @param {Object[]} objectives those that the filters leave
 * @param {{phase: string, folded: Set<string>, target: string}} state `target` is the key that the side panel shows
 */
export function listElement(objectives, state) {
  return h(
    `div.bearings-rows.bearings-phase-${state.phase}`,
    null,
    objectives.map((objective) => objectiveRow(objective, state))
  );
}

function objectiveRow(objective, state) {
  const { key } = objective;
  const titleId = `${rowId(key)}-title`;
  const folded = state.folded.has(key);
  const listId = `${rowId(key)}-key-results`;
  return h(
    `section.bearings-row${state.target === key ? '.bearings-target' : ''}${objective.archived ? '.bearings-archived' : ''}`,
    { id: rowId(key), 'aria-labelledby': titleId },
    h(
      'div.bearings-row-head',
      null,
      scoreOf(objective, scoreText(objective.score)),
      h(
        'div.bearings-row-main',
        null,
        h('h2.bearings-row-title', { id: titleId }, titleOf(objective)),
        h(
          'p.bearings-row-standing',
          null,
          h('span.bearings-key', null, key),
          statusLozenge(shownStatus(objective)),
          objective.archived && h('span.bearings-flag', null, AJS.I18n.getText('bearings.archived')),
          flagsOf(objective)
        ),
        whyOf(objective, state.phase),
        h('p.bearings-facts', null, objectiveFacts(objective))
      ),
      objective.keyResults.length > 0 &&
        h(
          'button.bearings-fold',
          {
            type: 'button',
            'data-bearings-action': 'fold',
            'data-key': key,
            'aria-expanded': String(!folded),
            'aria-controls': listId,
          },
          h('span.bearings-toggle-icon.aui-icon.aui-icon-small.aui-iconfont-chevron-right', { 'aria-hidden': 'true' }),
          h('span.bearings-hidden', null, AJS.I18n.getText('bearings.objective.keyResults', key))
        )
    ),
    objective.keyResults.length
      ? h(
          'ul.bearings-row-key-results',
          { id: listId, 'aria-label': AJS.I18n.getText('bearings.objective.keyResults', key), hidden: folded },
          objective.keyResults.map((keyResult) => keyResultRow(keyResult, state))
        )
      : !objective.titleHidden && h('p.bearings-hint.bearings-row-hint', null, AJS.I18n.getText('bearings.objective.noKeyResults')),
    may(objective, 'EDIT_OBJECTIVE') &&
      !folded &&
      h(
        'p.bearings-row-add',
        null,
        h(
          'button.aui-button.aui-button-link',
          { type: 'button', 'data-bearings-action': 'add-key-result', 'data-key': key },
          AJS.I18n.getText('bearings.action.addKeyResult'),
          h('span.bearings-hidden', null, ` ${key}`)
        )
      )
  );
}

function titleOf(item) {
  return item.titleHidden
    ? h('span.bearings-title-hidden', null, AJS.I18n.getText('bearings.objective.private'))
    : h('a', { href: `#${item.key}`, dir: 'auto' }, item.title);
}

function whyOf(objective, phase) {
  if (objective.titleHidden) {
    return null;
  }
  if (!objective.why) {
    return phase === 'kickoff' ? h('p.bearings-hint', null, AJS.I18n.getText('bearings.objective.noWhy')) : null;
  }
  return h('p.bearings-row-why', { dir: 'auto', title: objective.why }, objective.why);
}

function objectiveFacts(objective) {
  const checkedIn = objective.keyResults.map(({ lastCheckIn }) => lastCheckIn && lastCheckIn.on).filter(Boolean).sort().at(-1);
  return [
    objective.owner && h('span', null, AJS.I18n.getText('bearings.objective.ownedBy', objective.owner.name)),
    isNumber(objective.score) && h('span.bearings-fact-pace', null, paceText(objective)),
    isNumber(objective.confidence) && h('span', null, AJS.I18n.getText('bearings.confidence.of', objective.confidence)),
    checkedIn && h('span', null, AJS.I18n.getText('bearings.checkIn.last', relativeDayText(checkedIn))),
    coverageText(objective) && h('span.bearings-coverage', null, coverageText(objective)),
    objective.reviewOn && h('span', null, AJS.I18n.getText('bearings.review.on', dayText(objective.reviewOn))),
    (objective.labels || []).map((label) => h('span.bearings-tag', { dir: 'auto' }, label)),
  ];
}

function keyResultRow(keyResult, state) {
  const { key } = keyResult;
  const titleId = `${rowId(key)}-title`;
  const due = isDue(keyResult);
  return h(
    `li.bearings-row-key-result${state.target === key ? '.bearings-target' : ''}`,
    { id: rowId(key) },
    h(
      'div.bearings-row-line',
      null,
      h(
        'div.bearings-row-name',
        null,
        h('span.bearings-key', null, key),
        h('span.bearings-row-key-result-title', { id: titleId }, titleOf(keyResult)),
        h('p.bearings-row-notes', null, keyResultNotes(keyResult))
      ),
      h(
        'div.bearings-row-pace',
        null,
        paceBar(keyResult),
        h(
          'p.bearings-figures',
          null,
          h('span', null, wayText(keyResult)),
          isNumber(keyResult.score) && h('span.bearings-row-pace-text', null, paceText(keyResult))
        )
      ),
      h('div.bearings-row-spark', null, sparkline(keyResult)),
      h('div.bearings-row-status', null, statusLozenge(shownStatus(keyResult)), flagsOf(keyResult)),
      h(
        'div.bearings-row-actions',
        null,
        may(keyResult, 'CHECK_IN') &&
          keyResult.state === 'ACTIVE' &&
          h(
            `button.aui-button${due ? '' : '.aui-button-subtle'}`,
            { type: 'button', id: `${rowId(key)}-check-in`, 'data-bearings-action': 'check-in', 'data-key': key },
            AJS.I18n.getText('bearings.action.checkIn'),
            h('span.bearings-hidden', null, ` ${key}`)
          )
      )
    ),
    h('div.bearings-check-in-place', { id: checkInId(key), 'data-bearings-keep': true })
  );
}

function keyResultNotes(keyResult) {
  const { lastCheckIn, nextCheckIn, owner, confidence } = keyResult;
  return [
    owner && h('span', null, owner.name),
    isNumber(confidence) && h('span', null, AJS.I18n.getText('bearings.confidence.of', confidence)),
    lastCheckIn && h('span', null, AJS.I18n.getText('bearings.checkIn.last', relativeDayText(lastCheckIn.on))),
    isDue(keyResult) && nextCheckIn && h('span.bearings-due', null, AJS.I18n.getText('bearings.checkIn.due', relativeDayText(nextCheckIn))),
    keyResult.issues > 0 && h('span', null, AJS.I18n.getText('bearings.progress.issues.many', keyResult.done, keyResult.issues)),
  ];
}

/** What stands where no objective is: what to do next. */
export function emptyList({ filtered, mayCreate }) {
  if (filtered) {
    return h(
      'div.bearings-empty',
      null,
      h('h2', null, AJS.I18n.getText('bearings.empty.filtered')),
      h(
        'p',
        null,
        h('button.aui-button', { type: 'button', 'data-bearings-action': 'clear-filters' }, AJS.I18n.getText('bearings.filter.clear'))
      )
    );
  }
  return h(
    'div.bearings-empty',
    null,
    h('h2', null, AJS.I18n.getText('bearings.empty.title')),
    h('p', null, mayCreate ? AJS.I18n.getText('bearings.empty.start') : AJS.I18n.getText('bearings.empty.waitUnit')),
    createChoices(),
    mayCreate &&
      h(
        'p',
        null,
        h(
          'button.aui-button.aui-button-primary',
          { type: 'button', 'data-bearings-action': 'create-objective' },
          AJS.I18n.getText('bearings.action.createObjective')
        )
      )
  );
}
