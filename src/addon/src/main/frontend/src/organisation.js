/** Units and cycles: the page of administrators with the whole tree, and the page of one unit for its leads. */
import { unitPage } from './organisation/unit-page.js';
import { unitsPage } from './organisation/units-page.js';

const PAGES = { units: unitsPage, unit: unitPage };

function start() {
  document.querySelectorAll('.bearings-organisation:not([data-bearings-started])').forEach((root) => {
    root.setAttribute('data-bearings-started', '');
    PAGES[root.getAttribute('data-page')](root);
  });
}

define('bearings/organisation', [], () => ({ start, unitPage, unitsPage }));

AJS.toInit(start);
