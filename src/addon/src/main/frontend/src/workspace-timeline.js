/** The chart of a key result's work through time, which is loaded when somebody opens it. */
import { timelineView } from './workspace/timeline.js';

define('bearings/workspace-timeline', [], () => ({ view: timelineView }));
