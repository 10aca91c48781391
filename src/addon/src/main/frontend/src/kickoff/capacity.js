/** How much the unit can work in the cycle, as a picture with its numbers beside, and the work that is linked so far. */
import { h, replaceChildren, svg } from '../lib/dom.js';
import { numberText } from '../workspace/values.js';

const WIDTH = 400;
const HEIGHT = 32;

/** The hours that each part of the bar stands for. */
function partsOf({ members, weekdays, holidays, hoursPerDay, allHours, hours }) {
  const whole = members * weekdays * hoursPerDay;
  const off = members * holidays * hoursPerDay;
  return { whole, parts: [['focus', hours], ['other', allHours - hours], ['off', off]] };
}

function picture(capacity) {
  const { whole, parts } = partsOf(capacity);
  let x = 0;
  const rectangles = parts.map(([kind, hours]) => {
    const width = whole ? (WIDTH * hours) / whole : 0;
    const rectangle = svg(`rect.bearings-capacity-${kind}`, { x, y: 0, width, height: HEIGHT });
    x += width;
    return rectangle;
  });
  return svg(
    'svg.bearings-capacity-bar',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      preserveAspectRatio: 'none',
      role: 'img',
      focusable: 'false',
      'aria-label': AJS.I18n.getText('bearings.kickoff.capacity.picture', ...parts.map(([, hours]) => numberText(rounded(hours)))),
    },
    rectangles
  );
}

const rounded = (hours) => Math.round(hours * 10) / 10;

const legend = () =>
  h(
    'ul.bearings-capacity-legend',
    { 'aria-hidden': 'true' },
    [
      ['focus', AJS.I18n.getText('bearings.kickoff.capacity.focus')],
      ['other', AJS.I18n.getText('bearings.kickoff.capacity.other')],
      ['off', AJS.I18n.getText('bearings.kickoff.capacity.off')],
    ].map(([kind, text]) => h('li', null, h(`span.bearings-capacity-swatch.bearings-capacity-${kind}`), text))
  );

function rows(capacity) {
  const { linked, hours } = capacity;
  const estimated = linked.issues - linked.notEstimated;
  const each = (divisor) => (divisor > 0 ? numberText(rounded(hours / divisor)) : '\u2013');
  return [
    [AJS.I18n.getText('bearings.kickoff.capacity.members'), numberText(capacity.members)],
    [AJS.I18n.getText('bearings.kickoff.capacity.weekdays'), numberText(capacity.weekdays)],
    [AJS.I18n.getText('bearings.kickoff.capacity.holidays'), numberText(capacity.holidays)],
    [AJS.I18n.getText('bearings.kickoff.capacity.workingDays'), numberText(capacity.workingDays)],
    [AJS.I18n.getText('bearings.kickoff.capacity.hoursPerDay'), numberText(capacity.hoursPerDay)],
    [AJS.I18n.getText('bearings.kickoff.capacity.focusShare'), AJS.I18n.getText('bearings.progress.percent', numberText(capacity.focusShare * 100))],
    [AJS.I18n.getText('bearings.kickoff.capacity.hours'), numberText(rounded(hours))],
    [AJS.I18n.getText('bearings.kickoff.capacity.issues'), numberText(linked.issues)],
    [AJS.I18n.getText('bearings.kickoff.capacity.points'), numberText(linked.points)],
    [AJS.I18n.getText('bearings.kickoff.capacity.notEstimated'), numberText(linked.notEstimated)],
    [AJS.I18n.getText('bearings.kickoff.capacity.perIssue'), each(linked.issues)],
    [AJS.I18n.getText('bearings.kickoff.capacity.perPoint'), estimated > 0 ? each(linked.points) : '\u2013'],
  ];
}

function known(capacity) {
  return h(
    'div.bearings-capacity-known',
    null,
    h('div.bearings-capacity-picture', null, picture(capacity), legend()),
    h(
      'table.aui.bearings-capacity-table',
      null,
      h('caption.bearings-hidden', null, AJS.I18n.getText('bearings.kickoff.capacity.title')),
      h(
        'tbody',
        null,
        rows(capacity).map(([name, value]) => h('tr', null, h('th', { scope: 'row' }, name), h('td', null, value)))
      )
    )
  );
}

function unknown({ unit, may }) {
  const settings = `${AJS.contextPath()}/secure/BearingsUnit.jspa?unit=${unit.id}`;
  return may.includes('MANAGE')
    ? h(
        'p',
        null,
        AJS.I18n.getText('bearings.kickoff.capacity.unknown'),
        ' ',
        h('a', { href: settings }, AJS.I18n.getText('bearings.kickoff.capacity.say'))
      )
    : h('p', null, AJS.I18n.getText('bearings.kickoff.capacity.unknown'), ' ', AJS.I18n.getText('bearings.kickoff.capacity.ask'));
}

export function capacity() {
  const content = h('div');
  return {
    element: h(
      'section.bearings-kickoff-side.bearings-capacity',
      { 'aria-labelledby': 'bearings-capacity-title' },
      h('h2', { id: 'bearings-capacity-title' }, AJS.I18n.getText('bearings.kickoff.capacity.title')),
      content
    ),
    update({ now }) {
      replaceChildren(content, now.capacity.hours === null ? unknown(now) : known(now.capacity));
    },
  };
}
