/** Velocity of one team beside what it wants to move. Teams are never put beside each other. */
import { h } from '../lib/dom.js';
import { scoreOf } from '../lib/progress.js';
import { shownStatus, statusLozenge } from '../lib/status.js';
import { velocityElement } from '../lib/velocity.js';
import { unitField } from './choices.js';
import { headLine, nothing, workspaceAddress } from './places.js';

export const teamVelocity = () => ({
  name: AJS.I18n.getText('bearings.velocity.dashboard.title'),
  height: 420,
  fields: (preferences) => [unitField(preferences, AJS.I18n.getText('bearings.velocity.dashboard.unit'))],
  request: ({ unit }) => (unit ? { path: 'velocity', parameters: { unit, objectives: true } } : null),
  unconfigured: () => AJS.I18n.getText('bearings.velocity.dashboard.unconfigured'),
  denied: () => AJS.I18n.getText('bearings.velocity.dashboard.noPermission'),
  subject: ({ beside }) => beside.unit.name,
  draw,
});

function draw(velocity, { stem }) {
  const { unit, cycle, objectives } = velocity.beside;
  return [
    headLine(workspaceAddress(unit.id, { view: 'kpis' }), unit.name),
    velocityElement(velocity),
    cycle && h('p.bearings-dashboard-project', { dir: 'auto' }, AJS.I18n.getText('bearings.kpi.objectives', unit.name, cycle.name)),
    cycle &&
      (objectives.length
        ? h(
            'ul.bearings-kpi-objectives',
            null,
            objectives.map((objective) => line(objective, unit, stem))
          )
        : nothing(AJS.I18n.getText('bearings.kpi.noObjectives'))),
  ];
}

const line = (objective, unit, stem) =>
  h(
    'li',
    { id: `${stem}-${objective.key}` },
    scoreOf(objective),
    h(
      'span.bearings-kpi-objective',
      { dir: 'auto' },
      objective.titleHidden
        ? AJS.I18n.getText('bearings.objective.private')
        : h('a', { href: workspaceAddress(unit.id, { hash: objective.key }) }, objective.title)
    ),
    statusLozenge(shownStatus(objective))
  );
