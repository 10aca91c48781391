/** KPIs of a unit as tiles: the value, whether it is well, and the last periods. */
import { boardElement } from '../kpi/board.js';
import { checkField, choiceField, unitField } from './choices.js';
import { h } from '../lib/dom.js';
import { shownStatus } from '../kpi/look.js';
import { headLine, nothing, workspaceAddress } from './places.js';

const PRESSING = ['RED', 'AMBER', 'STALE'];

export const kpiTiles = () => ({
  name: AJS.I18n.getText('bearings.item.kpis.title'),
  height: 320,
  seconds: '300',
  fields: (preferences) => [
    unitField(preferences),
    checkField({ name: 'below', label: AJS.I18n.getText('bearings.item.below') }, preferences.below),
    choiceField({ name: 'which', label: AJS.I18n.getText('bearings.item.which') }, preferences.which || 'all', [
      ['all', AJS.I18n.getText('bearings.item.which.all')],
      ['pressing', AJS.I18n.getText('bearings.item.which.pressing')],
    ]),
  ],
  request: ({ unit, below }) => (unit ? { path: 'kpis', parameters: { unit, below: below === 'true' } } : null),
  unconfigured: () => AJS.I18n.getText('bearings.item.unit.unconfigured'),
  denied: () => AJS.I18n.getText('bearings.velocity.dashboard.noPermission'),
  subject: ({ unit }) => unit.name,
  draw,
});

const isPressing = (kpi) => Boolean(kpi.standing.breach) || PRESSING.includes(shownStatus(kpi));

function draw({ unit, kpis }, { stem, preferences }) {
  const shown = preferences.which === 'pressing' ? kpis.filter(isPressing) : kpis;
  return [
    headLine(workspaceAddress(unit.id, { view: 'kpis' }), unit.name),
    shown.length
      ? h('div.bearings-item-tiles', null, boardElement(shown, null, { full: true, stem }))
      : nothing(kpis.length ? AJS.I18n.getText('bearings.item.kpis.allWell') : AJS.I18n.getText('bearings.kpi.empty')),
  ];
}
