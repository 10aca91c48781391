/**
 * The markup of an objective and its key results. `templates/project-page.vm` writes the same on the server; a test
 * holds both to one file, so that the first refresh changes nothing but numbers.
 */
import { h } from './dom.js';
import { expectedText } from './figures.js';
import { coverageOf, progressOf, scoreOf } from './progress.js';
import { standingElement, standingOf } from './status.js';

const may = (objective, operation) => (objective.may || []).includes(operation);

const isNumber = (value) => value !== null && value !== undefined;

const keyResultsId = (objective) => `${objective.key}-key-results`;

export const linksId = (keyResult) => `${keyResult.key}-links`;

/**
 * @param {Object} objective as the REST resources give it
 * @param {{opened: Set<number>, isOpen: function(number): boolean, isUnfolded: function(number): boolean}} state `opened`
 *   holds the ids of key results whose issues show, `isOpen` says whether the key results of an objective show, and
 *   `isUnfolded` whether they are written at all, as they are as soon as somebody wants to see them
 */
export function objectiveElement(objective, state) {
  const titleId = `${objective.key}-title`;
  const open = state.isOpen(objective.id);
  return h(
    'section.bearings-objective',
    {
      id: objective.key,
      'aria-labelledby': titleId,
      'data-objective-id': objective.id,
      'data-may-link': String(may(objective, 'LINK_ISSUES')),
      'data-open': String(open),
    },
    h(
      'div.bearings-objective-header',
      null,
      scoreOf(objective),
      h(
        'div.bearings-objective-main',
        null,
        h(
          'h3.bearings-objective-title',
          { id: titleId, tabindex: '-1', dir: 'auto' },
          titleText(objective)
        ),
        standingLine(objective),
        whyElement(objective),
        h(
          'p.bearings-facts',
          null,
          h(
            'a.bearings-key',
            { href: `#${objective.key}`, title: AJS.I18n.getText('bearings.objective.link', objective.key) },
            objective.key
          ),
          objective.owner &&
            h('span.bearings-owner', null, AJS.I18n.getText('bearings.objective.ownedBy', objective.owner.name)),
          isNumber(objective.confidence) &&
            h('span.bearings-confidence', null, AJS.I18n.getText('bearings.confidence.of', objective.confidence)),
          coverageOf(objective)
        )
      ),
      objective.keyResults.length > 0 && openButton(objective, open),
      may(objective, 'EDIT_OBJECTIVE') && objectiveActions(objective)
    ),
    objective.keyResults.length
      ? h(
          'ul.bearings-key-results',
          { id: keyResultsId(objective), 'aria-label': AJS.I18n.getText('bearings.objective.keyResults', objective.key) },
          state.isUnfolded(objective.id) && objective.keyResults.map((keyResult) => keyResultElement(keyResult, objective, state))
        )
      : !objective.titleHidden && h('p.bearings-hint', null, AJS.I18n.getText('bearings.objective.noKeyResults'))
  );
}

/** The title, or a word in place of one that this person may not read. */
export const titleText = ({ title, titleHidden }) => (titleHidden ? AJS.I18n.getText('bearings.objective.private') : title);

function standingLine(objective) {
  const standing = standingOf(objective, Boolean(objective.cycle));
  return standingElement(
    standing,
    standing.expected !== null && h('span.bearings-expected', null, expectedText(standing.expected))
  );
}

function whyElement({ why, titleHidden }) {
  if (titleHidden) {
    return null;
  }
  return why
    ? h('p.bearings-why', null, h('span.bearings-label', null, AJS.I18n.getText('bearings.objective.why')), ` ${why}`)
    : h('p.bearings-hint', null, AJS.I18n.getText('bearings.objective.noWhy'));
}

/** Shows the key results of an objective that is a line. */
function openButton(objective, open) {
  return h(
    'button.aui-button.aui-button-subtle.bearings-open',
    { type: 'button', 'data-bearings-action': 'open-objective', 'aria-expanded': String(open), 'aria-controls': keyResultsId(objective) },
    h('span.bearings-toggle-icon.aui-icon.aui-icon-small.aui-iconfont-chevron-right', { 'aria-hidden': 'true' }),
    h('span.bearings-hidden', null, AJS.I18n.getText('bearings.objective.keyResults', objective.key))
  );
}

function objectiveActions(objective) {
  return h(
    'div.bearings-actions',
    null,
    h(
      'button.aui-button.aui-button-subtle',
      { type: 'button', 'data-bearings-action': 'edit-objective', 'data-objective-id': objective.id },
      AJS.I18n.getText('bearings.action.edit'),
      h('span.bearings-hidden', null, ` ${objective.key}`)
    ),
    h(
      'button.aui-button.aui-button-subtle',
      { type: 'button', 'data-bearings-action': 'add-key-result', 'data-objective-id': objective.id },
      AJS.I18n.getText('bearings.action.addKeyResult'),
      h('span.bearings-hidden', null, ` ${objective.key}`)
    )
  );
}

function keyResultElement(keyResult, objective, state) {
  const titleId = `${keyResult.key}-title`;
  const standing = standingOf(keyResult, Boolean(objective.cycle));
  const opened = state.opened.has(keyResult.id);
  return h(
    'li.bearings-key-result',
    { id: keyResult.key, 'data-key-result-id': keyResult.id },
    h(
      'div.bearings-key-result-row',
      null,
      h(
        'button.bearings-toggle',
        {
          type: 'button',
          'data-bearings-action': 'toggle-links',
          'data-key-result-id': keyResult.id,
          'aria-expanded': String(opened),
          'aria-controls': linksId(keyResult),
        },
        h('span.bearings-toggle-icon.aui-icon.aui-icon-small.aui-iconfont-chevron-right', { 'aria-hidden': 'true' }),
        h('span.bearings-key', null, keyResult.key),
        h('span.bearings-key-result-title', { id: titleId }, keyResult.title)
      ),
      progressOf(keyResult, titleId, standing.expected),
      standingElement(standing),
      may(objective, 'EDIT_OBJECTIVE') &&
        h(
          'div.bearings-actions',
          null,
          h(
            'button.aui-button.aui-button-subtle',
            {
              type: 'button',
              'data-bearings-action': 'edit-key-result',
              'data-key-result-id': keyResult.id,
            },
            AJS.I18n.getText('bearings.action.edit'),
            h('span.bearings-hidden', null, ` ${keyResult.key}`)
          )
        )
    ),
    h('div.bearings-links', { id: linksId(keyResult), 'data-bearings-keep': true, hidden: !opened })
  );
}

/**
 * The objectives of a project: those of the cycle that is worked on, then the others.
 *
 * @param {Object[]} objectives as the REST resources give them
 * @param {number|null} cycleId null: all stand together
 * @param {Object} state as `objectiveElement` takes it
 */
export function objectiveElements(objectives, cycleId, state) {
  const isCurrent = ({ cycle }) => cycleId === null || Boolean(cycle && cycle.id === cycleId);
  const others = objectives.filter((each) => !isCurrent(each));
  const draw = (each) => objectiveElement(each, state);
  return [
    objectives.filter(isCurrent).map(draw),
    others.length > 0 && h('h3.bearings-others', null, AJS.I18n.getText('bearings.page.others')),
    others.map(draw),
  ];
}

/** What stands where no objective is: what to do, and what belongs here. */
export function emptyElement(mayEdit) {
  const kind = (term, text) => h('div', null, h('dt', null, term), h('dd', null, text));
  return h(
    'div.bearings-empty',
    null,
    h('h2', null, AJS.I18n.getText('bearings.empty.title')),
    h('p', null, mayEdit ? AJS.I18n.getText('bearings.empty.create') : AJS.I18n.getText('bearings.empty.wait')),
    h(
      'dl.bearings-kinds',
      null,
      kind(AJS.I18n.getText('bearings.kind.okr'), AJS.I18n.getText('bearings.kind.okr.text')),
      kind(AJS.I18n.getText('bearings.kind.kpi'), AJS.I18n.getText('bearings.kind.kpi.text')),
      kind(AJS.I18n.getText('bearings.kind.task'), AJS.I18n.getText('bearings.kind.task.text'))
    ),
    mayEdit &&
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
