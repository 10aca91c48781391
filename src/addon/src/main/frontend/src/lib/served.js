/**
 * The markup of what an issue serves. `templates/issue-panel.vm` writes the same on the server; a test holds both to
 * one file.
 */
import { h } from './dom.js';
import { progressOf } from './progress.js';
import { gainElement, shareElement } from './share.js';
import { standingElement, standingOf } from './status.js';

/** So many are shown before somebody asks for all; one more is not worth asking. */
const SHOWN = 5;

/** Where a key result, or something else of a unit, stands in the workspace. */
export const inWorkspace = ({ unitId }, key) => `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?unit=${unitId}#${key}`;

const href = (objective, key) =>
  objective.projectKey
    ? `${AJS.contextPath()}/projects/${encodeURIComponent(objective.projectKey)}?selectedItem=io.bearings:project-page-item#${key}`
    : inWorkspace(objective, key);

/** What the issue is in, of which only the kind is told to somebody who may not see it. */
function wayText({ kind, name }) {
  const told = name !== null;
  switch (kind) {
    case 'EPIC':
      return told ? AJS.I18n.getText('bearings.panel.through.epic', name) : AJS.I18n.getText('bearings.panel.through.epic.hidden');
    case 'SPRINT':
      return told ? AJS.I18n.getText('bearings.panel.through.sprint', name) : AJS.I18n.getText('bearings.panel.through.sprint.hidden');
    case 'VERSION':
      return told ? AJS.I18n.getText('bearings.panel.through.version', name) : AJS.I18n.getText('bearings.panel.through.version.hidden');
    default:
      return AJS.I18n.getText('bearings.panel.through.jql', name);
  }
}

/**
 * @param {Object} answer as `GET issues/KEY/key-results` gives it
 * @param {boolean} all whether somebody asked for all
 * @returns {(Element|null)[]} the list, and what leads to those that it folds
 */
export function servedList({ links }, all = false) {
  if (!links.length) {
    return [h('p.bearings-hint', null, AJS.I18n.getText('bearings.panel.none'))];
  }
  const shown = all || links.length <= SHOWN + 1 ? links.length : SHOWN;
  return [
    h('ul.bearings-served-list', null, links.map((link, index) => served(link, index >= shown))),
    shown < links.length &&
      h(
        'p',
        null,
        h(
          'button.aui-button.aui-button-link',
          { type: 'button', 'data-bearings-action': 'show-all' },
          AJS.I18n.getText('bearings.panel.showAll', links.length)
        )
      ),
  ];
}

function served({ linkId, mayDetach, through, keyResult, objective, share, sentences }, folded) {
  const titleId = `bearings-served-${linkId}`;
  return h(
    'li.bearings-served',
    { id: `bearings-served-item-${linkId}`, hidden: folded },
    h(
      'div.bearings-served-head',
      null,
      h(
        'a.bearings-key-result-title',
        { id: titleId, dir: 'auto', href: href(objective, keyResult.key) },
        keyResult.title
      ),
      mayDetach &&
        h(
          'button.aui-button.aui-button-subtle.bearings-detach',
          {
            type: 'button',
            'data-bearings-action': 'detach',
            'data-link-id': linkId,
            'data-key-result-id': keyResult.id,
            'data-key-result-key': keyResult.key,
          },
          AJS.I18n.getText('bearings.action.detach'),
          h('span.bearings-hidden', null, ` ${keyResult.key}`)
        )
    ),
    h(
      'p.bearings-served-objective',
      { title: objective.title },
      h('span.bearings-key', null, objective.key),
      h('span.bearings-served-objective-title', { dir: 'auto' }, objective.title)
    ),
    objective.why && h('p.bearings-served-why', { dir: 'auto', tabindex: '0' }, objective.why),
    standingElement(standingOf(keyResult, objective.inCycle)),
    through.length > 0 &&
      h(
        'ul.bearings-notes.bearings-served-through',
        null,
        through.map((way) => h('li', null, wayText(way))),
        h(
          'li',
          null,
          h(
            'a',
            { href: inWorkspace(objective, `${keyResult.key}.issues`) },
            AJS.I18n.getText('bearings.panel.work'),
            h('span.bearings-hidden', null, ` ${keyResult.key}`)
          )
        )
      ),
    progressOf(keyResult, titleId, null, gainElement(keyResult, share)),
    shareElement(keyResult, share, sentences)
  );
}

/** How many more key results the issue serves that this person may not see. */
export function hiddenServed(hidden) {
  if (hidden === 0) {
    return '';
  }
  return hidden === 1
    ? AJS.I18n.getText('bearings.panel.hidden.one')
    : AJS.I18n.getText('bearings.panel.hidden.many', hidden);
}
