/** The charts of the workspace, which are loaded when somebody opens one. */
import { effortView } from './workspace/effort.js';
import { objectiveTimeline, workTimeline } from './workspace/timeline.js';

const keyResultTimeline = ({ id }) => workTimeline({ path: `key-results/${id}/timeline`, none: AJS.I18n.getText('bearings.timeline.none') });

/** A key result or an objective through time, or where the work of a unit went. */
function view(subject) {
  if (subject.keyResult) {
    return keyResultTimeline(subject.keyResult);
  }
  return subject.objective ? objectiveTimeline(subject.objective) : effortView(subject);
}

define('bearings/workspace-timeline', [], () => ({ view }));
