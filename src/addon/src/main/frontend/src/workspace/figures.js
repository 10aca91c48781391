/** The small drawings of a key result: how far it has come beside how far it should be, and its last values. */
import { h, svg } from '../lib/dom.js';
import { dayText, isNumber, scoreText, valueText } from './values.js';

const WIDTH = 96;
const HEIGHT = 24;
const EDGE = 3;

const clamp = (number) => Math.min(Math.max(number, 0), 1);

/** "0.45 of expected 0.52"; only the score where nothing is expected yet. */
export function paceText(item) {
  if (!isNumber(item.score)) {
    return AJS.I18n.getText('bearings.progress.noData');
  }
  return isNumber(item.expected) && Number(item.expected) > 0
    ? AJS.I18n.getText('bearings.pace', scoreText(item.score), scoreText(item.expected))
    : scoreText(item.score);
}

/** "12 → 20", or what is there of it. */
export function wayText({ current, target, baseline, measure, source, bounds }) {
  if (source === 'MAINTAIN' && bounds) {
    const within = boundsText(bounds, measure);
    return isNumber(current) ? AJS.I18n.getText('bearings.way.within', valueText(current, measure), within) : within;
  }
  const from = isNumber(current) ? current : baseline;
  return isNumber(target)
    ? AJS.I18n.getText('bearings.way', valueText(from, measure), valueText(target, measure))
    : valueText(from, measure);
}

export function boundsText({ low, high }, measure) {
  if (isNumber(low) && isNumber(high)) {
    return AJS.I18n.getText('bearings.bounds.both', valueText(low, measure), valueText(high, measure));
  }
  return isNumber(low)
    ? AJS.I18n.getText('bearings.bounds.low', valueText(low, measure))
    : AJS.I18n.getText('bearings.bounds.high', valueText(high, measure));
}

/** A bar with a mark where the key result should be by now. */
export function paceBar(keyResult) {
  const { score, expected } = keyResult;
  const known = isNumber(score);
  return svg(
    `svg.bearings-pace${known ? '' : '.bearings-no-data'}`,
    { viewBox: '0 0 200 10', preserveAspectRatio: 'none', role: 'img', 'aria-label': paceText(keyResult), focusable: 'false' },
    svg('rect.bearings-pace-track', { x: 0, y: 2, width: 200, height: 6, rx: 3 }),
    known &&
      Number(score) > 0 &&
      svg('rect.bearings-pace-value', { x: 0, y: 2, width: 200 * clamp(Number(score)), height: 6, rx: 3 }),
    isNumber(expected) &&
      Number(expected) > 0 &&
      svg('rect.bearings-pace-mark', { x: Math.min(200 * clamp(Number(expected)), 198), y: 0, width: 2, height: 10 })
  );
}

/** The last values as a line; what it says stands in its name. */
export function sparkline(keyResult) {
  const values = (keyResult.spark || []).filter(({ value }) => isNumber(value));
  if (!values.length) {
    return h('span.bearings-spark-empty', null, AJS.I18n.getText('bearings.spark.none'));
  }
  const { measure } = keyResult;
  const last = values.at(-1);
  const name =
    values.length === 1
      ? AJS.I18n.getText('bearings.spark.one', valueText(last.value, measure), dayText(last.on))
      : AJS.I18n.getText(
          'bearings.spark.many',
          values.length,
          valueText(values[0].value, measure),
          dayText(values[0].on),
          valueText(last.value, measure),
          dayText(last.on)
        );
  const points = placed(values);
  const [x, y] = points.at(-1);
  return svg(
    'svg.bearings-spark',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': name, focusable: 'false' },
    points.length > 1 && svg('polyline', { points: points.map((point) => point.join(',')).join(' ') }),
    svg('circle', { cx: x, cy: y, r: 2.5 })
  );
}

function placed(values) {
  const numbers = values.map(({ value }) => Number(value));
  const low = Math.min(...numbers);
  const range = Math.max(...numbers) - low;
  const first = Date.parse(values[0].on);
  const span = Date.parse(values.at(-1).on) - first;
  const round = (number) => Math.round(number * 10) / 10;
  return values.map(({ on }, index) => [
    round(EDGE + (span ? (Date.parse(on) - first) / span : 0.5) * (WIDTH - 2 * EDGE)),
    round(HEIGHT - EDGE - (range ? (numbers[index] - low) / range : 0.5) * (HEIGHT - 2 * EDGE)),
  ]);
}
