/** Where a key result is heading: by its values, or by what its team finishes where issues feed it. */
import { h, morph, svg } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { dayText, isNumber, numberText, valueText } from './values.js';

/** The picture, in the units of its own space. */
const WIDTH = 320;
const HEIGHT = 64;

const ALL = 100;

/**
 * @param {{keyResult: Object, brief: boolean}} subject `brief`: without a forecast there is nothing, instead of why
 * @returns {{element: Element, update: function(): Promise, stop: function()}} `update` asks again
 */
export function forecast({ keyResult, brief }) {
  const element = h('div');
  const work = keyResult.source === 'ISSUES';
  let stopped = false;
  let asked = 0;

  async function update() {
    asked += 1;
    const mine = asked;
    let content = null;
    try {
      const answer = await get(`key-results/${keyResult.id}/${work ? 'work-forecast' : 'forecast'}`);
      if (!brief || !answer.why) {
        content = work ? workElement(answer) : valuesElement(answer, keyResult);
      }
    } catch (refused) {
      content = brief || refused.status === 404 ? null : h('p.bearings-hint', null, refused.message);
    }
    if (mine === asked && !stopped) {
      morph(element, h('div', null, content && [h('h3.bearings-panel-section', null, AJS.I18n.getText('bearings.forecast')), content]));
    }
  }

  update();
  return {
    element,
    update,
    stop() {
      stopped = true;
    },
  };
}

const forecastReason = (why) =>
  why === 'SOURCE'
    ? AJS.I18n.getText('bearings.forecast.none.source')
    : why === 'SPAN_TOO_SHORT'
      ? AJS.I18n.getText('bearings.forecast.none.span')
      : AJS.I18n.getText('bearings.forecast.none');

/** A guess is not known to six decimals: three digits, or the whole number where it has more. */
const roughly = (value) => (Math.abs(Number(value)) < 1000 ? Number(Number(value).toPrecision(3)) : Math.round(Number(value)));

/** What the last values say about the end, or why they say nothing yet. */
function valuesElement({ projection, low, high, probability, why }, { source, measure }) {
  if (!isNumber(projection)) {
    return h('p.bearings-hint', null, forecastReason(why));
  }
  // Where objectives feed it, the values are scores, whatever its measure.
  const worded = (value) => (source === 'ALIGNED' ? AJS.I18n.getText('bearings.progress.percent', percent(value)) : valueText(roughly(value), measure));
  return [
    h('p', null, AJS.I18n.getText('bearings.forecast.projection', worded(projection))),
    isNumber(low) && isNumber(high) && h('p.bearings-hint', null, AJS.I18n.getText('bearings.forecast.interval', worded(low), worded(high))),
    isNumber(probability) && h('p.bearings-hint', null, AJS.I18n.getText('bearings.forecast.probability', Math.round(Number(probability) * 100))),
  ];
}

function workReason(why) {
  switch (why) {
    case 'NOTHING_LINKED':
      return AJS.I18n.getText('bearings.forecast.work.nothing');
    case 'REACHED':
      return AJS.I18n.getText('bearings.forecast.work.reached');
    case 'TOO_FEW_WEEKS':
      return AJS.I18n.getText('bearings.forecast.work.tooFew');
    default:
      return AJS.I18n.getText('bearings.forecast.none.source');
  }
}

const percent = (share) => Math.round(Number(share) * ALL);

/** What 10,000 runs over the past weeks of the team say: a sentence, a picture, and its numbers. */
function workElement({ why, remaining, due, early, likely, late, probability, past, ends }) {
  if (why) {
    return h('p.bearings-hint', null, workReason(why));
  }
  const finished = past.map((week) => week.finished);
  return [
    h('p', null, AJS.I18n.getText('bearings.forecast.work.probability', percent(probability), dayText(due))),
    h('p', null, AJS.I18n.getText('bearings.forecast.work.range', dayText(early), dayText(late), dayText(likely))),
    picture(ends, due),
    h(
      'p.bearings-hint',
      null,
      AJS.I18n.getText('bearings.forecast.work.basis', numberText(remaining), past.length, Math.min(...finished), Math.max(...finished))
    ),
    h(
      'details',
      null,
      h('summary', null, AJS.I18n.getText('bearings.forecast.work.numbers')),
      h(
        'table.aui',
        null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, AJS.I18n.getText('bearings.forecast.work.by')), h('th', { scope: 'col' }, AJS.I18n.getText('bearings.forecast.work.chance')))),
        h('tbody', null, ends.map(({ by, share }) => h('tr', null, h('th', { scope: 'row' }, dayText(by)), h('td', null, AJS.I18n.getText('bearings.progress.percent', percent(share))))))
      )
    ),
  ];
}

/** One bar a week, as high as it is likely that all is done by then; full bars are those in time. */
function picture(ends, due) {
  const step = WIDTH / ends.length;
  return svg(
    'svg.bearings-chances',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: '100%', height: HEIGHT, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' },
    ends.map(({ by, share }, i) => {
      const height = Math.max(1, Number(share) * (HEIGHT - 2));
      return svg('rect', {
        x: i * step + 1,
        y: HEIGHT - 1 - height,
        width: Math.max(1, step - 3),
        height: height,
        fill: by <= due ? 'var(--ds-chart-success-bold, #1f845a)' : 'none',
        stroke: by <= due ? 'var(--ds-chart-success-bold, #1f845a)' : 'var(--ds-text-subtle, #44546f)',
        'vector-effect': 'non-scaling-stroke',
      });
    })
  );
}
