/** The linked work of a key result from day to day: a picture of scope and work done, and a table of what happened. */
import { h, onAction, replaceChildren, uniqueId } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { colours, line, overTime, picture } from './chart.js';
import { dayText, isNumber, numberText } from './values.js';

const PARTS = ['done', 'reopened', 'added', 'removed', 'reestimated'];

/**
 * @param {{path: string, parameters: (Object|undefined), none: string}} subject where its days are asked for, and what to say
 *   where no issue was ever linked
 * @returns {{element: Element, update: function(), stop: function()}}
 */
export function workTimeline({ path, parameters = {}, none }) {
  const knownId = uniqueId('known');
  const known = h('input.checkbox', { type: 'checkbox', id: knownId });
  const summary = h('p.bearings-timeline-summary', { role: 'status' }, AJS.I18n.getText('bearings.loading'));
  const chart = picture();
  const table = h('div');
  const element = h(
    'div.bearings-timeline',
    null,
    summary,
    chart.element,
    h('p', null, known, ' ', h('label', { for: knownId }, AJS.I18n.getText('bearings.timeline.asKnownThen'))),
    table
  );
  let stopped = false;
  let asked = 0;

  async function load() {
    asked += 1;
    const mine = asked;
    let answer;
    try {
      answer = await get(path, { ...parameters, known: known.checked ? 'then' : '' });
    } catch (refused) {
      if (mine === asked && !stopped) {
        showFailure(refused);
      }
      return;
    }
    if (mine === asked && !stopped) {
      draw(answer.days);
    }
  }

  function showFailure(refused) {
    replaceChildren(
      summary,
      `${refused.message} `,
      h('button.aui-button.aui-button-link', { type: 'button', 'data-bearings-action': 'again' }, AJS.I18n.getText('bearings.action.again'))
    );
  }

  function draw(days) {
    const worked = days.some(({ issues, outOfScope }) => issues || outOfScope);
    replaceChildren(table, worked ? changeTable(days) : null);
    summary.textContent = worked ? summaryText(days) : none;
    chart.draw(worked ? option(days, element) : null);
  }

  known.addEventListener('change', load);
  onAction(element, { again: load });
  load();
  return {
    element,
    update: load,
    stop() {
      stopped = true;
      chart.stop();
    },
  };
}

const percent = (ratio) => (isNumber(ratio) ? AJS.I18n.getText('bearings.timeline.percent', Math.round(Number(ratio) * 100)) : AJS.I18n.getText('bearings.progress.noData'));

/** "60 % → 52 %: 4 done, 11 added, 2 removed, 3 re-estimated." */
function summaryText(days) {
  const sums = Object.fromEntries(PARTS.map((part) => [part, days.reduce((sum, { change }) => sum + change[part].issues, 0)]));
  const way = AJS.I18n.getText('bearings.timeline.way', percent(days[0].ratio), percent(days[days.length - 1].ratio));
  const parts = PARTS.filter((part) => sums[part]).map((part) => partText(part, sums[part]));
  return parts.length ? AJS.I18n.getText('bearings.timeline.summary', way, parts.join(', ')) : AJS.I18n.getText('bearings.timeline.still', way);
}

function partText(part, issues) {
  switch (part) {
    case 'done':
      return AJS.I18n.getText('bearings.timeline.done', issues);
    case 'reopened':
      return AJS.I18n.getText('bearings.timeline.reopened', issues);
    case 'added':
      return AJS.I18n.getText('bearings.timeline.added', issues);
    case 'removed':
      return AJS.I18n.getText('bearings.timeline.removed', issues);
    default:
      return AJS.I18n.getText('bearings.timeline.reestimated', issues);
  }
}

const changesOf = ({ change }) => PARTS.filter((part) => change[part].issues).map((part) => partText(part, change[part].issues));

/** The days on which something happened, the latest first, for whoever would rather read than look. */
function changeTable(days) {
  const moved = days.filter((day) => changesOf(day).length).reverse();
  return h(
    'table.aui.bearings-timeline-table',
    null,
    h('caption', null, AJS.I18n.getText('bearings.timeline.table')),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        [
          AJS.I18n.getText('bearings.timeline.day'),
          AJS.I18n.getText('bearings.timeline.happened'),
          AJS.I18n.getText('bearings.timeline.weight'),
          AJS.I18n.getText('bearings.timeline.share'),
        ].map((text) => h('th', { scope: 'col' }, text))
      )
    ),
    h(
      'tbody',
      null,
      moved.map((day) =>
        h(
          'tr',
          null,
          h('th', { scope: 'row' }, dayText(day.on)),
          h('td', null, changesOf(day).join(', ')),
          h('td', null, AJS.I18n.getText('bearings.timeline.of', numberText(day.doneWeight), numberText(day.totalWeight))),
          h('td', null, percent(day.ratio))
        )
      )
    )
  );
}

function option(days, element) {
  const palette = colours(element);
  return overTime(palette, {
    names: days.map(({ on }) => dayText(on)),
    tooltip: (index) => tooltip(days[index]),
    value: numberText,
    series: [
      line(AJS.I18n.getText('bearings.timeline.scopeLine'), days.map(({ totalWeight }) => Number(totalWeight)), { color: palette.neutral, type: 'dashed' }),
      line(
        AJS.I18n.getText('bearings.timeline.doneLine'),
        days.map(({ doneWeight }) => Number(doneWeight)),
        { color: palette.good },
        { areaStyle: { color: palette.good, opacity: 0.25 } }
      ),
    ],
  });
}

const tooltip = (day) =>
  [
    dayText(day.on),
    AJS.I18n.getText('bearings.timeline.ofScope', numberText(day.doneWeight), numberText(day.totalWeight), percent(day.ratio)),
    ...changesOf(day),
  ].join('\n');
