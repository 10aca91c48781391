/** The KPIs of the workspace, which are loaded when somebody opens them, or a cycle is under way. */
import { kpisView, kpiStrip } from './kpi/view.js';

define('bearings/workspace-kpis', [], () => ({ view: (subject) => (subject.part === 'strip' ? kpiStrip(subject) : kpisView(subject)) }));
