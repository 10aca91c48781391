/** How a KPI stands, drawn: its status as a word with a shape and a colour, and its last periods as a line. */
import { h, svg } from '../lib/dom.js';
import { statusShape } from '../lib/status.js';
import { isNumber, valueText } from '../workspace/values.js';
import { kpiStatusText, levelText, periodText } from './words.js';

const WIDTH = 240;
const HEIGHT = 56;
const EDGE = 5;

/** The shape of each status is that of a status of key results which means about the same. */
const SHAPES = { GREEN: 'ON_TRACK', AMBER: 'AT_RISK', RED: 'GUARDRAIL_RED', NO_DATA: 'NO_DATA', STALE: 'OVERDUE', NOT_JUDGED: 'CLOSED' };
const TONES = { GREEN: 'good', AMBER: 'warn', RED: 'bad', STALE: 'bad' };

/** @returns {string} good, warn, bad or quiet */
export const toneOf = (status) => TONES[status] || 'quiet';

export const kpiShape = (status) => statusShape(SHAPES[status] || 'NO_DATA');

/** The status of a period; one that still runs says so. */
export function kpiLozenge(period) {
  const status = period ? period.status : 'NO_DATA';
  const early = Boolean(period && period.earlyWarning);
  return h(
    `span.bearings-status.bearings-status-${toneOf(status)}`,
    null,
    kpiShape(status),
    early ? AJS.I18n.getText('bearings.kpi.earlyWarning') : kpiStatusText(status)
  );
}

/** What the board shows of a KPI: the newest period with a value, else the newest. */
export const shownPeriod = ({ standing }) => standing.latest || standing.period;

/** What a KPI is sorted and filtered by: a missing value is more pressing than the last one that there was. */
export const shownStatus = ({ standing }) =>
  standing.period && standing.period.status === 'STALE' ? 'STALE' : (shownPeriod({ standing }) || { status: 'NO_DATA' }).status;

/** The last periods as a line with a dot each; one that still runs is hollow, and what it says stands in its name. */
export function kpiSpark({ standing, measure, target }) {
  const { trend } = standing;
  const known = trend.filter(({ value }) => isNumber(value));
  if (!known.length) {
    return h('p.bearings-kpi-spark-empty', null, AJS.I18n.getText('bearings.kpi.noValues'));
  }
  const level = target && isNumber(target.value) ? Number(target.value) : null;
  const numbers = known.map(({ value }) => Number(value)).concat(level === null ? [] : [level]);
  const low = Math.min(...numbers);
  const range = Math.max(...numbers) - low;
  const round = (number) => Math.round(number * 10) / 10;
  const x = (index) => round(trend.length > 1 ? EDGE + (index / (trend.length - 1)) * (WIDTH - 2 * EDGE) : WIDTH / 2);
  const y = (value) => round(HEIGHT - EDGE - (range ? (value - low) / range : 0.5) * (HEIGHT - 2 * EDGE));
  return svg(
    'svg.bearings-kpi-spark',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': sparkText(known, measure, target), focusable: 'false' },
    level !== null && svg('line.bearings-kpi-spark-target', { x1: 0, x2: WIDTH, y1: y(level), y2: y(level) }),
    stretches(trend).map((stretch) =>
      svg('polyline', { points: stretch.map(({ index, value }) => `${x(index)},${y(Number(value))}`).join(' ') })
    ),
    trend.map(
      ({ value, provisional, status }, index) =>
        isNumber(value) &&
        svg(`circle.bearings-kpi-dot.bearings-kpi-dot-${toneOf(status)}${provisional ? '.bearings-kpi-provisional' : ''}`, {
          cx: x(index),
          cy: y(Number(value)),
          r: 3.5,
        })
    )
  );
}

/** Neighbours that have values; where one is missing, the line is broken. */
function stretches(trend) {
  const all = [[]];
  trend.forEach(({ value }, index) => {
    if (isNumber(value)) {
      all.at(-1).push({ index, value });
    } else {
      all.push([]);
    }
  });
  return all.filter((stretch) => stretch.length > 1);
}

function sparkText(known, measure, target) {
  const first = known[0];
  const last = known.at(-1);
  const text = AJS.I18n.getText(
    'bearings.kpi.spark',
    known.length,
    valueText(first.value, measure),
    periodText(first),
    valueText(last.value, measure),
    periodText(last)
  );
  return [text, target && AJS.I18n.getText('bearings.kpi.target', levelText(target, measure)), last.provisional && AJS.I18n.getText('bearings.kpi.lastProvisional')]
    .filter(Boolean)
    .join(' ');
}
