/** What all charts have in common: how they are drawn, sized and put away, and the colours of the page. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { h } from '../lib/dom.js';

echarts.use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const HEIGHT = 260;

/** Until the picture stands on the page. */
const WIDTH = 400;

/**
 * A picture that is as wide as its place. It is hidden from screen readers: a sentence and a table beside it tell the same.
 *
 * @returns {{element: Element, draw: function(Object|null), stop: function()}} `draw` takes ECharts' option; null hides it
 */
export function picture() {
  const element = h('div.bearings-timeline-picture', { 'aria-hidden': 'true' });
  let chart = null;
  // A chart that was once told its width keeps it until it is told another.
  const size = () => ({ width: element.clientWidth || WIDTH, height: HEIGHT });

  function fit() {
    const now = size();
    chart.resize(now);
    const svg = element.querySelector('svg');
    if (svg) {
      // On paper nobody is told of another width; the style sheet scales what was drawn for the screen.
      svg.setAttribute('viewBox', `0 0 ${now.width} ${now.height}`);
    }
  }

  const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => chart && fit());
  if (sizes) {
    sizes.observe(element);
  }
  return {
    element,
    draw(option) {
      element.hidden = !option;
      if (option) {
        chart = chart || echarts.init(element, null, { renderer: 'svg', ...size() });
        chart.setOption(option, true);
        fit();
      }
    },
    stop() {
      if (sizes) {
        sizes.disconnect();
      }
      if (chart) {
        chart.dispose();
      }
    },
  };
}

/** The page's own colours, so that a picture follows its theme. */
export function colours(element) {
  const colour = (token, otherwise) => window.getComputedStyle(element).getPropertyValue(token).trim() || otherwise;
  return {
    text: colour('--ds-text-subtle', '#44546f'),
    grid: colour('--ds-border', '#dcdfe4'),
    neutral: colour('--ds-chart-neutral', '#8590a2'),
    good: colour('--ds-chart-success-bold', '#1f845a'),
    other: colour('--ds-chart-information-bold', '#0c66e4'),
  };
}

/**
 * A chart over days or weeks.
 *
 * @param {Object} palette of `colours`
 * @param {{names: string[], tooltip: function(number): string, value: function(number): string, series: Object[]}} content
 */
export const overTime = (palette, { names, tooltip, value, series, max, gap = false }) => ({
  animation: false,
  textStyle: { color: palette.text, fontFamily: 'inherit' },
  grid: { left: 8, right: 12, top: 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
  tooltip: { trigger: 'axis', confine: true, renderMode: 'richText', formatter: ([{ dataIndex }]) => tooltip(dataIndex) },
  xAxis: {
    type: 'category',
    boundaryGap: gap,
    data: names,
    axisLine: { lineStyle: { color: palette.grid } },
    axisLabel: { color: palette.text },
  },
  yAxis: { type: 'value', min: 0, max, splitLine: { lineStyle: { color: palette.grid } }, axisLabel: { color: palette.text, formatter: value } },
  series,
});

/** A line that keeps its value until the next one. */
export const line = (name, data, style, own) => ({
  name,
  type: 'line',
  step: 'end',
  symbol: 'none',
  data,
  lineStyle: { width: 2, ...style },
  itemStyle: { color: style.color },
  ...own,
});
