/** What the linked work of a key result tells, which is loaded when somebody looks at one. */
import { forecast } from './workspace/forecast.js';
import { marks } from './workspace/marks.js';
import { opening } from './workspace/opening.js';
import { weights } from './workspace/weights.js';

const PARTS = { forecast, marks, opening, weights };

define('bearings/workspace-marks', [], () => ({ view: ({ part, ...subject }) => PARTS[part](subject) }));
