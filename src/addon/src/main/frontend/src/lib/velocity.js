/** Velocity of one team: what it said and what it did, sprint by sprint. Teams are never put beside each other. */
import { h, svg, uniqueId } from './dom.js';
import { percentText } from './figures.js';
import { dayText, isNumber, numberText } from '../workspace/values.js';

const HEIGHT = 140;
const SLOT = 48;
const BAR = 16;
/** So many sprints are as wide as the picture: fewer are not drawn larger. */
const MOST = 12;

const roundedText = (value) => (isNumber(value) ? numberText(Math.round(Number(value) * 10) / 10) : '\u2013');

const amount = (value, points) =>
  points ? AJS.I18n.getText('bearings.value.points', roundedText(value)) : AJS.I18n.getText('bearings.velocity.issues', roundedText(value));

/** Whether the past is still being read: until then there are no sprints. */
export const isBeingRead = ({ backfill }) => backfill.state === 'WAITING' || backfill.state === 'RUNNING';

/** The sentence that leads: what the team completes, and how much of what it says it does. */
export function velocityText({ sprints, mean, sayDo, points, backfill }) {
  if (isBeingRead({ backfill })) {
    return AJS.I18n.getText('bearings.velocity.reading');
  }
  if (backfill.state === 'FAILED') {
    return backfill.text || AJS.I18n.getText('bearings.kpi.backfill.failed');
  }
  if (!sprints.length) {
    return AJS.I18n.getText('bearings.velocity.none');
  }
  if (!isNumber(mean)) {
    return AJS.I18n.getText('bearings.velocity.notEstimated');
  }
  const said = AJS.I18n.getText('bearings.velocity.mean', amount(mean, points), sprints.length);
  return isNumber(sayDo) ? `${said} ${AJS.I18n.getText('bearings.velocity.sayDo', percentText(Number(sayDo)))}` : said;
}

/**
 * @param {Object} velocity as `GET velocity` gives it
 * @returns {Element} a sentence, bars, and a table of the same numbers
 */
export function velocityElement(velocity) {
  const { sprints, points } = velocity;
  return h(
    'div.bearings-velocity',
    null,
    h('p.bearings-velocity-sentence', null, velocityText(velocity)),
    sprints.length > 0 && !points && isNumber(velocity.mean) && h('p.bearings-hint', null, AJS.I18n.getText('bearings.velocity.inIssues')),
    sprints.length > 0 && [isDrawn(velocity) && [bars(velocity), key()], table(velocity)]
  );
}

const isDrawn = ({ sprints }) => sprints.some(({ committed, completed }) => Number(committed) > 0 || Number(completed) > 0);

function bars({ sprints, mean }) {
  const most = Math.max(1, ...sprints.flatMap(({ committed, completed }) => [committed, completed]).filter(isNumber).map(Number));
  const height = (value) => Math.round((Number(value) / most) * HEIGHT * 10) / 10;
  const width = Math.max(sprints.length, MOST) * SLOT;
  const hatch = uniqueId('hatch');
  const bar = (kind, value, x, fill) =>
    isNumber(value) && svg(`rect.bearings-velocity-${kind}`, { x, y: HEIGHT - height(value), width: BAR, height: height(value), fill });
  return svg(
    'svg.bearings-velocity-bars',
    { viewBox: `0 0 ${width} ${HEIGHT + 1}`, 'aria-hidden': 'true', focusable: 'false' },
    svg(
      'defs',
      null,
      svg(
        'pattern',
        { id: hatch, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
        svg('rect.bearings-velocity-ground', { width: 5, height: 5 }),
        svg('rect.bearings-velocity-stripe', { width: 2, height: 5 })
      )
    ),
    sprints.map(({ committed, completed }, index) => [
      bar('committed', committed, index * SLOT + 6, `url(#${hatch})`),
      bar('completed', completed, index * SLOT + 8 + BAR, null),
    ]),
    isNumber(mean) && svg('line.bearings-velocity-mean', { x1: 0, x2: width, y1: HEIGHT - height(mean), y2: HEIGHT - height(mean) }),
    svg('line.bearings-velocity-floor', { x1: 0, x2: width, y1: HEIGHT + 0.5, y2: HEIGHT + 0.5 })
  );
}

const key = () =>
  h(
    'p.bearings-velocity-key',
    { 'aria-hidden': 'true' },
    h('span', null, h('span.bearings-velocity-swatch.bearings-velocity-swatch-committed'), AJS.I18n.getText('bearings.velocity.committed')),
    h('span', null, h('span.bearings-velocity-swatch'), AJS.I18n.getText('bearings.velocity.completed')),
    h('span', null, h('span.bearings-velocity-swatch.bearings-velocity-swatch-mean'), AJS.I18n.getText('bearings.velocity.meanLine'))
  );

const table = ({ sprints }) =>
  h(
    'details.bearings-velocity-table',
    null,
    h('summary', null, AJS.I18n.getText('bearings.velocity.table')),
    h(
      'table.aui',
      null,
      h('caption.bearings-hidden', null, AJS.I18n.getText('bearings.velocity.table')),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          [
            AJS.I18n.getText('bearings.velocity.sprint'),
            AJS.I18n.getText('bearings.velocity.committed'),
            AJS.I18n.getText('bearings.velocity.completed'),
            AJS.I18n.getText('bearings.velocity.sayDoColumn'),
          ].map((text) => h('th', { scope: 'col' }, text))
        )
      ),
      h(
        'tbody',
        null,
        [...sprints].reverse().map(({ name, last, committed, completed, sayDo }) =>
          h(
            'tr',
            null,
            h('th', { scope: 'row', dir: 'auto' }, name, h('span.bearings-hint', null, ` ${dayText(last)}`)),
            [
              isNumber(committed) ? roundedText(committed) : AJS.I18n.getText('bearings.velocity.unestimated'),
              isNumber(completed) ? roundedText(completed) : AJS.I18n.getText('bearings.velocity.unestimated'),
              isNumber(sayDo) ? percentText(Number(sayDo)) : '\u2013',
            ].map((text) => h('td', null, text))
          )
        )
      )
    )
  );
