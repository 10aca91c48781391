/** The charts of the workspace, which are loaded when somebody opens one. */
import { effortView } from './workspace/effort.js';
import { workTimeline } from './workspace/timeline.js';

const keyResultTimeline = ({ id }) => workTimeline({ path: `key-results/${id}/timeline`, none: AJS.I18n.getText('bearings.timeline.none') });

/** The work of a key result through time, or where the work of a unit went. */
const view = (subject) => (subject.keyResult ? keyResultTimeline(subject.keyResult) : effortView(subject));

define('bearings/workspace-timeline', [], () => ({ view }));
