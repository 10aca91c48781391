/** The workspace's health report, which is loaded when somebody opens it. */
import { healthView } from './workspace/health.js';

define('bearings/workspace-health', [], () => ({ view: healthView }));
