/** What the linked work of a key result tells, which is loaded when somebody looks at one. */
import { forecast } from './workspace/forecast.js';
import { kpiChoice } from './workspace/kpi-choice.js';
import { marks } from './workspace/marks.js';
import { opening } from './workspace/opening.js';
import { serving } from './workspace/serving.js';
import { weights } from './workspace/weights.js';

const PARTS = { forecast, kpiChoice, marks, opening, serving, weights };

define('bearings/workspace-marks', [], () => ({ view: ({ part, ...subject }) => PARTS[part](subject) }));
