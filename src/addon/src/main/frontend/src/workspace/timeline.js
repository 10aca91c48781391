/** The linked work of a key result from day to day: a picture of scope and work done, and a table of what happened. */
import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { h, onAction, replaceChildren, uniqueId } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { dayText, isNumber, numberText } from './values.js';

echarts.use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const HEIGHT = 260;

/** Until the picture stands on the page. */
const WIDTH = 400;
const PARTS = ['done', 'reopened', 'added', 'removed', 'reestimated'];

/**
 * @param {{keyResult: Object}} subject
 * @returns {{element: Element, update: function(), stop: function()}}
 */
export function timelineView({ keyResult }) {
  const knownId = uniqueId('known');
  const known = h('input.checkbox', { type: 'checkbox', id: knownId });
  const summary = h('p.bearings-timeline-summary', { role: 'status' }, AJS.I18n.getText('bearings.loading'));
  const picture = h('div.bearings-timeline-picture', { 'aria-hidden': 'true' });
  const table = h('div');
  const element = h(
    'div.bearings-timeline',
    null,
    summary,
    picture,
    h('p', null, known, ' ', h('label', { for: knownId }, AJS.I18n.getText('bearings.timeline.asKnownThen'))),
    table
  );
  let chart = null;
  let stopped = false;
  let asked = 0;

  async function load() {
    asked += 1;
    const mine = asked;
    let answer;
    try {
      answer = await get(`key-results/${keyResult.id}/timeline`, { known: known.checked ? 'then' : '' });
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
    picture.hidden = !worked;
    replaceChildren(table, worked ? changeTable(days) : null);
    summary.textContent = worked ? summaryText(days) : AJS.I18n.getText('bearings.timeline.none');
    if (worked) {
      const size = { width: picture.clientWidth || WIDTH, height: HEIGHT };
      chart = chart || echarts.init(picture, null, { renderer: 'svg', ...size });
      chart.resize(size);
      chart.setOption(option(days, element), true);
    }
  }

  const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => chart && chart.resize({ height: HEIGHT }));
  if (sizes) {
    sizes.observe(element);
  }
  known.addEventListener('change', load);
  onAction(element, { again: load });
  load();
  return {
    element,
    update: load,
    stop() {
      stopped = true;
      if (sizes) {
        sizes.disconnect();
      }
      if (chart) {
        chart.dispose();
      }
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

/** The page's own colours, so that the picture follows its theme. */
function colour(element, token, otherwise) {
  return window.getComputedStyle(element).getPropertyValue(token).trim() || otherwise;
}

function option(days, element) {
  const text = colour(element, '--ds-text-subtle', '#44546f');
  const grid = colour(element, '--ds-border', '#dcdfe4');
  const scope = colour(element, '--ds-chart-neutral', '#8590a2');
  const done = colour(element, '--ds-chart-success-bold', '#1f845a');
  const line = (name, values, own) => ({ name, type: 'line', step: 'end', symbol: 'none', data: values, ...own });
  return {
    animation: false,
    textStyle: { color: text, fontFamily: 'inherit' },
    grid: { left: 8, right: 12, top: 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { trigger: 'axis', confine: true, renderMode: 'richText', formatter: ([{ dataIndex }]) => tooltip(days[dataIndex]) },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: days.map(({ on }) => dayText(on)),
      axisLine: { lineStyle: { color: grid } },
      axisLabel: { color: text },
    },
    yAxis: { type: 'value', min: 0, splitLine: { lineStyle: { color: grid } }, axisLabel: { color: text, formatter: (value) => numberText(value) } },
    series: [
      line(AJS.I18n.getText('bearings.timeline.scopeLine'), days.map(({ totalWeight }) => Number(totalWeight)), {
        lineStyle: { color: scope, width: 2, type: 'dashed' },
        itemStyle: { color: scope },
      }),
      line(AJS.I18n.getText('bearings.timeline.doneLine'), days.map(({ doneWeight }) => Number(doneWeight)), {
        lineStyle: { color: done, width: 2 },
        itemStyle: { color: done },
        areaStyle: { color: done, opacity: 0.25 },
      }),
    ],
  };
}

const tooltip = (day) =>
  [
    dayText(day.on),
    AJS.I18n.getText('bearings.timeline.ofScope', numberText(day.doneWeight), numberText(day.totalWeight), percent(day.ratio)),
    ...changesOf(day),
  ].join('\n');
