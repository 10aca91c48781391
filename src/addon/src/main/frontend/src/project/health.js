/** The KPIs of a project's unit as tiles, and what needs attention there. */
import { morph } from '../lib/dom.js';
import { poll } from '../lib/poll.js';
import { pageAsServed } from '../lib/rest.js';
import { boardElement } from '../kpi/board.js';

/** KPIs change by the day rather than by the minute. */
const EVERY = 60000;

/**
 * Draws the tiles from what the page brought along, and reads the page again from time to time: it is answered in few
 * statements, and nothing has to be drawn in two places.
 *
 * @param {Element} root the page
 * @returns {{stop: function()}}
 */
export function projectHealth(root) {
  const place = root.querySelector('.bearings-kpis');
  if (!place) {
    return { stop() {} };
  }
  const first = root.getAttribute('data-cycle-first');
  const cycle = first ? { first, last: root.getAttribute('data-cycle-last') } : null;

  function draw() {
    const { kpis } = JSON.parse(place.getAttribute('data-kpis'));
    const board = place.querySelector('.bearings-kpi-board');
    if (board && kpis.length) {
      morph(board, boardElement(kpis, cycle, { full: true }));
    }
  }

  async function refresh() {
    const page = await pageAsServed();
    const fresh = page.querySelector('.bearings-kpis');
    if (fresh && fresh.getAttribute('data-kpis') !== place.getAttribute('data-kpis')) {
      morph(place, fresh);
      draw();
    }
    const attention = root.querySelector('.bearings-attention');
    const now = page.querySelector('.bearings-attention');
    if (attention && now) {
      morph(attention, now);
    }
  }

  draw();
  return { stop: poll(refresh, EVERY).stop };
}
