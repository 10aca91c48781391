/**
 * The markup of what an issue serves. `templates/issue-panel.vm` writes the same on the server; a test holds both to
 * one file.
 */
import { h } from './dom.js';
import { progressOf } from './progress.js';

const inWorkspace = ({ unitId }, key) => `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?unit=${unitId}#${key}`;

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

export function servedList({ links }) {
  if (!links.length) {
    return h('p.bearings-hint', null, AJS.I18n.getText('bearings.panel.none'));
  }
  return h('ul.bearings-served-list', null, links.map(served));
}

function served({ linkId, mayDetach, through, keyResult, objective }) {
  const titleId = `bearings-served-${linkId}`;
  return h(
    'li.bearings-served',
    { id: `bearings-served-item-${linkId}` },
    h(
      'div.bearings-served-head',
      null,
      h(
        'a.bearings-key-result-title',
        { id: titleId, href: href(objective, keyResult.key) },
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
      null,
      h('span.bearings-key', null, objective.key),
      h('span.bearings-served-objective-title', null, objective.title),
      objective.why && h('span.bearings-served-why', null, objective.why)
    ),
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
    progressOf(keyResult, titleId)
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
