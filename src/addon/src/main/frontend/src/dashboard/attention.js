/** What needs attention in a unit: the most urgent first, each as one line that leads to it. */
import { h } from '../lib/dom.js';
import { statusShape } from '../lib/status.js';
import { dayText, relativeDayText } from '../workspace/values.js';
import { checkField, choiceField, unitField } from './choices.js';
import { headLine, nothing, workspaceAddress } from './places.js';

const MOST = '10';

export const attentionItem = () => ({
  name: AJS.I18n.getText('bearings.item.attention.title'),
  height: 300,
  fields: (preferences) => [
    unitField(preferences),
    checkField({ name: 'below', label: AJS.I18n.getText('bearings.item.below') }, preferences.below || 'true'),
    choiceField({ name: 'limit', label: AJS.I18n.getText('bearings.item.limit') }, preferences.limit || MOST, ['5', '10', '20', '50'].map((number) => [number, number])),
  ],
  request: ({ unit, below, limit }) => (unit ? { path: 'attention', parameters: { unit, below: below === 'true', limit: limit || MOST } } : null),
  unconfigured: () => AJS.I18n.getText('bearings.item.unit.unconfigured'),
  denied: () => AJS.I18n.getText('bearings.velocity.dashboard.noPermission'),
  subject: ({ unit }) => unit.name,
  draw,
});

function draw({ unit, cycle, items, total }, { stem }) {
  return [
    headLine(workspaceAddress(unit.id, { cycle: cycle && cycle.id }), unit.name, cycle && ` \u00b7 ${cycle.name}`),
    total
      ? [
          h(
            'ol.bearings-item-rows.bearings-item-attention',
            { 'aria-label': AJS.I18n.getText('bearings.item.attention.title') },
            items.map((item) => row(item, unit, stem))
          ),
          total > items.length && nothing(AJS.I18n.getText('bearings.item.more', total - items.length)),
        ]
      : nothing(AJS.I18n.getText('bearings.item.attention.none')),
  ];
}

/** What asks to act is a square, what asks to watch a triangle; the words beside them say which. */
const SHAPES = { act: 'OFF_TRACK', watch: 'AT_RISK' };

function row({ severity, text, subject, id, key, title, unit, owner, since, others, waitsFor, href }, own, stem) {
  return h(
    'li',
    { id: `${stem}-${subject}-${id}` },
    h(
      'div.bearings-item-row-name',
      null,
      h('a', { href: AJS.contextPath() + href, dir: 'auto' }, title === null ? AJS.I18n.getText('bearings.objective.private') : title),
      waitsFor && h('p.bearings-item-waits', { dir: 'auto' }, waitsFor),
      h(
        'p.bearings-facts',
        null,
        h('span.bearings-key', null, key),
        unit.id !== own.id && h('span', { dir: 'auto' }, unit.name),
        owner && h('span', null, AJS.I18n.getText('bearings.objective.ownedBy', owner.name)),
        others > 0 && h('span', null, AJS.I18n.getText('bearings.item.attention.others', others))
      )
    ),
    h(
      'div.bearings-item-row-state',
      null,
      h(`span.bearings-status.bearings-status-${severity === 'act' ? 'bad' : 'warn'}`, null, statusShape(SHAPES[severity]), text),
      since && h('span.bearings-item-when', { title: dayText(since) }, relativeDayText(since))
    )
  );
}
