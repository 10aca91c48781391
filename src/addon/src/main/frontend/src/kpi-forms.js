/** The forms of KPIs, which are loaded when somebody opens one. */
import { kpiPanel } from './kpi/panel.js';

define('bearings/kpi-forms', [], () => ({ view: kpiPanel }));
