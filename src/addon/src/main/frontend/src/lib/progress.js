/** How progress is drawn: a bar for a key result, a ring for an objective. Colours come from the style sheet. */
import { svg, h } from './dom.js';
import { coverageText, doneText, expectedText, noteTexts, percent, percentText } from './figures.js';

/**
 * The bar, the figures and the notes of a key result.
 *
 * @param {Object} keyResult as the REST resources give it
 * @param {string} labelledBy id of the element that names the bar
 * @param {number|null} [expected] the share that was to be expected by now; null where it is not judged by that
 * @param {Element|null} [over] what lies over the bar; null where nothing does for once
 */
export function progressOf(keyResult, labelledBy, expected = null, over = undefined) {
  const value = percent(keyResult.ratio);
  const describedBy = expected === null ? null : `${keyResult.key}-expected`;
  return h(
    'div.bearings-progress',
    null,
    value === null || (expected === null && over === undefined)
      ? bar(value, labelledBy)
      : h('div.bearings-paced', null, bar(value, labelledBy, describedBy), expected !== null && markOf(expected), over),
    h(
      'p.bearings-figures',
      null,
      h('span.bearings-done', null, doneText(keyResult)),
      h('span.bearings-dot', { 'aria-hidden': 'true' }, '·'),
      h(value === null ? 'span.bearings-percent.bearings-no-data' : 'span.bearings-percent', null, percentText(keyResult.ratio)),
      expected !== null && [
        h('span.bearings-dot', { 'aria-hidden': 'true' }, '·'),
        h('span.bearings-expected', { id: describedBy }, expectedText(expected)),
      ]
    ),
    notesOf(keyResult)
  );
}

/** A bar without a value would be drawn as if something were under way: no data is an empty, dashed track. */
function bar(value, labelledBy, describedBy = null) {
  return value === null
    ? h('span.bearings-bar.bearings-bar-empty', { 'aria-hidden': 'true' })
    : h(value === 100 ? 'progress.bearings-bar.bearings-bar-full' : 'progress.bearings-bar', {
        max: '100',
        value: Math.min(value, 100),
        'aria-labelledby': labelledBy,
        'aria-describedby': describedBy,
      });
}

/** A mark across the bar where the key result should be by now; the figures say the same in words. */
const markOf = (expected) =>
  svg(
    'svg.bearings-expected-place',
    { 'aria-hidden': 'true', focusable: 'false' },
    svg('rect.bearings-pace-mark', { x: `${Math.min(percent(expected), 100)}%`, y: '0', width: '2', height: '12' })
  );

function notesOf(keyResult) {
  const notes = noteTexts(keyResult);
  if (!notes.length && !keyResult.mostlyNotEstimated) {
    return null;
  }
  return h(
    'ul.bearings-notes',
    null,
    notes.map((note) => h('li', null, note)),
    keyResult.mostlyNotEstimated &&
      h(
        'li',
        null,
        h('span.aui-lozenge.aui-lozenge-moved', null, AJS.I18n.getText('bearings.progress.mostlyNotEstimated'))
      )
  );
}

/**
 * The ring of an objective's score.
 *
 * @param {string} [text] the score as it is written in it
 */
export function scoreOf(objective, text = percentText(objective.score)) {
  const value = percent(objective.score);
  const circle = { cx: '20', cy: '20', r: '17', pathLength: '100' };
  return h(
    value === null ? 'div.bearings-score.bearings-no-data' : 'div.bearings-score',
    null,
    svg(
      'svg.bearings-ring',
      { viewBox: '0 0 40 40', 'aria-hidden': 'true', focusable: 'false' },
      svg('circle.bearings-ring-track', circle),
      value !== null &&
        value > 0 &&
        svg('circle.bearings-ring-value', { ...circle, 'stroke-dasharray': value < 100 ? `${value} 100` : null })
    ),
    h('span.bearings-score-value', null, text),
    h('span.bearings-score-label', null, AJS.I18n.getText('bearings.score'))
  );
}

/** What the score rests on, where it does not rest on everything. */
export function coverageOf(objective) {
  const text = coverageText(objective);
  return text ? h('span.bearings-coverage', null, text) : null;
}
