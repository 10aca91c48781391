/**
 * The markup of what an issue serves. `templates/issue-panel.vm` writes the same on the server; a test holds both to
 * one file.
 */
import { h } from './dom.js';
import { progressOf } from './progress.js';

const href = (projectKey, key) =>
  `${AJS.contextPath()}/projects/${encodeURIComponent(projectKey)}?selectedItem=io.bearings:project-page-item#${key}`;

export function servedList({ links }) {
  if (!links.length) {
    return h('p.bearings-hint', null, AJS.I18n.getText('bearings.panel.none'));
  }
  return h('ul.bearings-served-list', null, links.map(served));
}

function served({ linkId, mayDetach, keyResult, objective }) {
  const titleId = `bearings-served-${linkId}`;
  return h(
    'li.bearings-served',
    { id: `bearings-served-item-${linkId}` },
    h(
      'div.bearings-served-head',
      null,
      h(
        'a.bearings-key-result-title',
        { id: titleId, href: href(objective.projectKey, keyResult.key) },
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
