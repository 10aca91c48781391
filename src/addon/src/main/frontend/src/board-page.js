/** The page of one board: velocity and KPIs beside the team's key results, and what the active sprint serves. */
import { boardPage } from './board/page.js';

function start() {
  document.querySelectorAll('.bearings-board-page:not([data-bearings-started])').forEach((root) => {
    root.setAttribute('data-bearings-started', '');
    boardPage(root);
  });
}

define('bearings/board-page', [], () => ({ start, boardPage }));

AJS.toInit(start);
