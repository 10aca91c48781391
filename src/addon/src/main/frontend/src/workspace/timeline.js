/** How work and scores went from day to day: pictures, a sentence, and a table of what happened. */
import { h, onAction, replaceChildren, uniqueId } from '../lib/dom.js';
import { coverageText } from '../lib/figures.js';
import { get } from '../lib/rest.js';
import { colours, line, overTime, picture } from './chart.js';
import { dayText, isNumber, numberText, scoreText } from './values.js';

const PARTS = ['done', 'reopened', 'added', 'removed', 'reestimated'];

/**
 * Days that are asked for, drawn and asked for again.
 *
 * @param {{path: string, parameters: (Object|undefined)}} question
 * @param {{above: Element, below: Element, draw: function(Object[]): string, stop: function()}} content `draw` returns the sentence
 * @returns {{element: Element, update: function(), stop: function()}}
 */
function timeline({ path, parameters = {} }, content) {
  const knownId = uniqueId('known');
  const known = h('input.checkbox', { type: 'checkbox', id: knownId });
  const summary = h('p.bearings-timeline-summary', { role: 'status' }, AJS.I18n.getText('bearings.loading'));
  const element = h(
    'div.bearings-timeline',
    null,
    summary,
    content.above,
    h('p', null, known, ' ', h('label', { for: knownId }, AJS.I18n.getText('bearings.timeline.asKnownThen'))),
    content.below
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
      summary.textContent = content.draw(answer.days);
    }
  }

  function showFailure(refused) {
    replaceChildren(
      summary,
      `${refused.message} `,
      h('button.aui-button.aui-button-link', { type: 'button', 'data-bearings-action': 'again' }, AJS.I18n.getText('bearings.action.again'))
    );
  }

  known.addEventListener('change', load);
  onAction(element, { again: load });
  load();
  return {
    element,
    update: load,
    stop() {
      stopped = true;
      content.stop();
    },
  };
}

/** What the lines of a picture are, for whoever looks at it. */
const key = (text) => h('p.bearings-hint.bearings-timeline-key', { 'aria-hidden': 'true' }, text);

const workKey = () => key(AJS.I18n.getText('bearings.timeline.workKey'));

const isWorkedOn = (days) => days.some(({ issues, outOfScope }) => issues || outOfScope);

/**
 * The linked work of a key result or a unit: scope and work done, and what happened on which day.
 *
 * @param {{path: string, parameters: (Object|undefined), none: string}} subject where its days are asked for, and what to say
 *   where no issue was ever linked
 */
export function workTimeline(subject) {
  const chart = picture();
  const table = h('div');
  return timeline(subject, {
    above: h('div', null, chart.element, workKey()),
    below: table,
    draw(days) {
      const worked = isWorkedOn(days);
      replaceChildren(table, worked ? changeTable(days) : null);
      chart.draw(worked ? workOption(days, table) : null);
      return worked ? summaryText(days) : subject.none;
    },
    stop: chart.stop,
  });
}

/** The score of an objective beside what was expected, and the linked work of all its key results. */
export function objectiveTimeline({ id }) {
  const scores = picture();
  const work = picture();
  const workTitle = h('h3.bearings-panel-section', null, AJS.I18n.getText('bearings.timeline.work'));
  const workSummary = h('p');
  const workPart = h('div', null, workTitle, workSummary, work.element, workKey());
  const table = h('div');
  return timeline(
    { path: `objectives/${id}/timeline` },
    {
      above: h('div', null, scores.element, key(AJS.I18n.getText('bearings.timeline.scoreKey')), workPart),
      below: table,
      draw(days) {
        const worked = isWorkedOn(days.map((day) => day.work));
        const scored = days.some(({ score }) => isNumber(score));
        scores.draw(scored ? scoreOption(days, table) : null);
        workPart.hidden = !worked;
        work.draw(worked ? workOption(days.map((day) => day.work), table) : null);
        workSummary.textContent = worked ? summaryText(days.map((day) => day.work)) : '';
        replaceChildren(table, scored || worked ? scoreTable(days) : null);
        return scored ? scoreSentence(days) : AJS.I18n.getText('bearings.timeline.noScore');
      },
      stop() {
        scores.stop();
        work.stop();
      },
    }
  );
}

/** "0.20 \u2192 0.45, where 0.50 was expected. Coverage 80 %." */
function scoreSentence(days) {
  const last = days[days.length - 1];
  const way = AJS.I18n.getText('bearings.timeline.way', scoreText(days[0].score), scoreText(last.score));
  return [
    isNumber(last.expected) ? AJS.I18n.getText('bearings.timeline.expected', way, scoreText(last.expected)) : AJS.I18n.getText('bearings.timeline.plain', way),
    coverageText(last) && AJS.I18n.getText('bearings.timeline.coverage', coverageText(last)),
  ]
    .filter(Boolean)
    .join(' ');
}

const movedText = ({ key, from, to }) =>
  AJS.I18n.getText('bearings.timeline.moved', key, AJS.I18n.getText('bearings.timeline.way', scoreText(from), scoreText(to)));

/** The days on which a key result moved or something happened to linked work, the latest first. */
function scoreTable(days) {
  const happened = (day) => [...day.moved.map(movedText), ...changesOf(day.work)];
  return dayTable(
    AJS.I18n.getText('bearings.score'),
    days
      .filter((day) => happened(day).length)
      .reverse()
      .map((day) => [dayText(day.on), happened(day).join(', '), doneText(day.work), scoreText(day.score)])
  );
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

const doneText = ({ issues, doneWeight, totalWeight }) =>
  issues ? AJS.I18n.getText('bearings.timeline.of', numberText(doneWeight), numberText(totalWeight)) : '\u2013';

/** The days on which something happened, the latest first, for whoever would rather read than look. */
const changeTable = (days) =>
  dayTable(
    AJS.I18n.getText('bearings.timeline.share'),
    days
      .filter((day) => changesOf(day).length)
      .reverse()
      .map((day) => [dayText(day.on), changesOf(day).join(', '), doneText(day), percent(day.ratio)])
  );

const dayTable = (last, rows) =>
  h(
    'table.aui.bearings-timeline-table',
    null,
    h('caption', null, AJS.I18n.getText('bearings.timeline.table')),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        [AJS.I18n.getText('bearings.timeline.day'), AJS.I18n.getText('bearings.timeline.happened'), AJS.I18n.getText('bearings.timeline.weight'), last].map((text) =>
          h('th', { scope: 'col' }, text)
        )
      )
    ),
    h(
      'tbody',
      null,
      rows.map(([day, ...cells]) => h('tr', null, h('th', { scope: 'row' }, day), cells.map((text) => h('td', null, text))))
    )
  );

function scoreOption(days, element) {
  const palette = colours(element);
  const value = (number) => (isNumber(number) ? Number(number) : null);
  return overTime(palette, {
    names: days.map(({ on }) => dayText(on)),
    max: 1,
    tooltip: (index) => scoreTooltip(days[index]),
    value: numberText,
    series: [
      line(AJS.I18n.getText('bearings.timeline.expectedLine'), days.map(({ expected }) => value(expected)), { color: palette.neutral, type: 'dashed' }),
      line(AJS.I18n.getText('bearings.score'), days.map(({ score }) => value(score)), { color: palette.good }, { areaStyle: { color: palette.good, opacity: 0.25 } }),
    ],
  });
}

const scoreTooltip = (day) =>
  [
    dayText(day.on),
    isNumber(day.expected)
      ? AJS.I18n.getText('bearings.timeline.expected', scoreText(day.score), scoreText(day.expected))
      : AJS.I18n.getText('bearings.timeline.plain', scoreText(day.score)),
    ...day.moved.map(movedText),
    ...changesOf(day.work),
  ].join('\n');

function workOption(days, element) {
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
