/** Key results that wait for a check-in: of the person who looks, or of a unit and the units below it. */
import { h } from '../lib/dom.js';
import { dayText, relativeDayText } from '../workspace/values.js';
import { statusLozenge } from '../lib/status.js';
import { choiceField, unitField } from './choices.js';
import { headLine, nothing, workspaceAddress } from './places.js';

const MINE = 'mine';

export const checkInsDue = () => ({
  name: AJS.I18n.getText('bearings.item.due.title'),
  height: 200,
  seconds: '300',
  fields,
  request: ({ whose, unit }) => (whose === MINE ? { path: 'check-ins-due', parameters: { mine: true } } : unit ? { path: 'check-ins-due', parameters: { unit } } : null),
  unconfigured: () => AJS.I18n.getText('bearings.item.due.unconfigured'),
  denied: () => AJS.I18n.getText('bearings.velocity.dashboard.noPermission'),
  subject: ({ unit }) => unit && unit.name,
  draw,
});

/** A unit is asked for only where it is that of a unit. */
function fields(preferences) {
  const whose = choiceField({ name: 'whose', label: AJS.I18n.getText('bearings.item.due.whose') }, preferences.whose || MINE, [
    [MINE, AJS.I18n.getText('bearings.item.due.mine')],
    ['unit', AJS.I18n.getText('bearings.item.due.ofUnit')],
  ]);
  const unit = unitField(preferences).then((made) => {
    const follow = () => {
      made.element.hidden = whose.control.value === MINE;
    };
    whose.control.addEventListener('change', follow);
    follow();
    return made;
  });
  return [whose, unit];
}

function draw({ unit, total, overdue, checkIns }, { stem }) {
  return [
    unit && headLine(workspaceAddress(unit.id), unit.name),
    total
      ? [
          h('p.bearings-item-sentence', null, AJS.I18n.getText('bearings.item.due.sentence', total, overdue)),
          h(
            'ul.bearings-item-rows',
            { 'aria-label': AJS.I18n.getText('bearings.item.due.title') },
            checkIns.map((due) => row(due, unit, stem))
          ),
          total > checkIns.length && nothing(AJS.I18n.getText('bearings.item.more', total - checkIns.length)),
        ]
      : nothing(AJS.I18n.getText('bearings.item.due.none')),
  ];
}

function row({ keyResult, objective, unit, cycle, owner, due, overdue, mayCheckIn }, ofUnit, stem) {
  const at = (hash) => workspaceAddress(unit.id, { cycle: cycle && cycle.id, hash });
  return h(
    'li',
    { id: `${stem}-${keyResult.key}` },
    h(
      'div.bearings-item-row-name',
      null,
      h('a', { href: at(keyResult.key), dir: 'auto' }, keyResult.title),
      h('p.bearings-facts', null, h('span.bearings-key', null, keyResult.key), h('span', { dir: 'auto' }, objective.title), ofUnit && h('span', null, AJS.I18n.getText('bearings.objective.ownedBy', owner.name)))
    ),
    h(
      'div.bearings-item-row-state',
      null,
      overdue && statusLozenge('OVERDUE'),
      h('span.bearings-item-when', { title: dayText(due) }, AJS.I18n.getText('bearings.item.due.on', relativeDayText(due)))
    ),
    mayCheckIn &&
      h(
        'div.bearings-item-row-act',
        null,
        h('a.aui-button', { href: at(`${keyResult.key}.check-in`) }, AJS.I18n.getText('bearings.action.checkIn'), h('span.bearings-hidden', null, ` ${keyResult.key}`))
      )
  );
}
