/** OKR progress of a project. */
import { h } from '../lib/dom.js';
import { titleText } from '../lib/objective.js';
import { coverageOf, progressOf, scoreOf } from '../lib/progress.js';
import { projectField } from './choices.js';
import { headLine, nothing } from './places.js';

export const okrProgress = () => ({
  name: AJS.I18n.getText('bearings.dashboard.title'),
  height: 300,
  fields: (preferences) => [projectField(preferences)],
  request: ({ project }) => (project ? { path: 'objectives', parameters: { project, cycle: 'open' } } : null),
  unconfigured: () => AJS.I18n.getText('bearings.dashboard.unconfigured'),
  denied: ({ project }) => AJS.I18n.getText('bearings.dashboard.noPermission', project),
  subject: ({ projectName }) => projectName,
  draw,
});

function draw({ projectKey, projectName, objectives }, { stem }) {
  const url = `${AJS.contextPath()}/projects/${encodeURIComponent(projectKey)}?selectedItem=io.bearings:project-page-item`;
  return [
    headLine(url, projectName),
    objectives.length
      ? h(
          'ul.bearings-cards',
          null,
          objectives.map((objective) => card(objective, url, stem))
        )
      : nothing(AJS.I18n.getText('bearings.dashboard.empty')),
  ];
}

/** Ids carry the item's own stem: the same objective may stand on a dashboard twice. */
const card = (objective, url, stem) =>
  h(
    'li.bearings-card',
    { id: `${stem}-${objective.key}` },
    h(
      'div.bearings-card-head',
      null,
      scoreOf(objective),
      h(
        'div',
        null,
        h('a.bearings-card-title', { href: `${url}#${objective.key}`, dir: 'auto' }, titleText(objective)),
        h(
          'p.bearings-facts',
          null,
          h('span.bearings-key', null, objective.key),
          objective.owner && h('span.bearings-owner', null, AJS.I18n.getText('bearings.objective.ownedBy', objective.owner.name)),
          coverageOf(objective)
        )
      )
    ),
    objective.keyResults.length > 0 &&
      h(
        'ul.bearings-card-key-results',
        null,
        objective.keyResults.map((keyResult) => {
          const titleId = `${stem}-${keyResult.key}-title`;
          return h(
            'li',
            { id: `${stem}-${keyResult.key}` },
            h('span.bearings-key-result-title', { id: titleId, dir: 'auto' }, keyResult.title),
            progressOf(keyResult, titleId)
          );
        })
      )
  );
