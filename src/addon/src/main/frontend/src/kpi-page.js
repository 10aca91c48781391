/** The page of one KPI. */
import { kpiPage } from './kpi/page.js';

function start() {
  document.querySelectorAll('.bearings-kpi-page:not([data-bearings-started])').forEach((root) => {
    root.setAttribute('data-bearings-started', '');
    kpiPage(root);
  });
}

define('bearings/kpi-page', [], () => ({ start, kpiPage }));

AJS.toInit(start);
