/** The charts of the workspace, which are loaded when somebody opens one. */
import { kpiChart } from './kpi/chart.js';
import { effortView } from './workspace/effort.js';
import { effortChart } from './workspace/effort-chart.js';
import { objectiveTimeline, workTimeline } from './workspace/timeline.js';

const keyResultTimeline = ({ id }) => workTimeline({ path: `key-results/${id}/timeline`, none: AJS.I18n.getText('bearings.timeline.none') });

/** A KPI, a key result or an objective through time, or where the work of a unit went. */
function view(subject) {
  if (subject.part === 'kpi') {
    return kpiChart();
  }
  if (subject.part === 'effort') {
    return effortChart();
  }
  if (subject.keyResult) {
    return keyResultTimeline(subject.keyResult);
  }
  return subject.objective ? objectiveTimeline(subject.objective) : effortView(subject);
}

define('bearings/workspace-timeline', [], () => ({ view }));
