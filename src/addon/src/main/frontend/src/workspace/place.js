/**
 * Where the page is: everything that one would want to send to somebody else stands in the address. The part after
 * the hash names what the side panel shows.
 */
import { isDay } from './values.js';

const NAMES = ['unit', 'cycle', 'view', 'label', 'owner', 'status', 'q', 'archived', 'asOf', 'known', 'sort', 'branch', 'only', 'period', 'from', 'to', 'weight', 'week', 'category', 'health', 'below', 'board'];

/** The views that one chooses among. */
export const VIEWS = ['list', 'kpis', 'map', 'grid', 'health', 'effort'];

/** A view that one is led to. */
const IMPORT = 'import';

/** @returns {Object<string, string>} each of the names above and `panel`; empty where the address says nothing */
export function readPlace(location = window.location) {
  const query = new URLSearchParams(location.search);
  const place = Object.fromEntries(NAMES.map((name) => [name, query.get(name) || '']));
  place.view = [...VIEWS, IMPORT].includes(place.view) ? place.view : '';
  place.asOf = isDay(place.asOf) ? place.asOf : '';
  place.known = place.asOf && place.known === 'then' ? 'then' : '';
  place.only = ['warning', 'hint'].includes(place.only) ? place.only : '';
  place.board = place.board === 'full' && place.view === 'kpis' ? 'full' : '';
  place.weight = place.weight === 'points' ? 'points' : '';
  place.panel = decodeURIComponent(location.hash.slice(1));
  return place;
}

/** The address of a place, below the page's own path. */
export function addressOf(place, location = window.location) {
  const query = new URLSearchParams();
  NAMES.filter((name) => place[name]).forEach((name) => query.set(name, place[name]));
  const asked = query.toString();
  return location.pathname + (asked ? `?${asked}` : '') + (place.panel ? `#${encodeURIComponent(place.panel)}` : '');
}

/**
 * Follows the address.
 *
 * @param {function(Object, Object)} changed called with the new place and the one before, whoever changed it
 * @returns {{now: function(): Object, go: function(Object, {replace: boolean}=), stop: function()}}
 */
export function places(changed) {
  let place = readPlace();

  function follow() {
    const before = place;
    place = readPlace();
    if (addressOf(before) !== addressOf(place)) {
      changed(place, before);
    }
  }

  window.addEventListener('popstate', follow);
  window.addEventListener('hashchange', follow);
  return {
    now: () => place,
    /** Goes on to a place that differs from this one in what is given. */
    go(changes, { replace = false } = {}) {
      const before = place;
      const next = { ...place, ...changes };
      if (addressOf(next) === addressOf(before)) {
        return;
      }
      place = next;
      window.history[replace ? 'replaceState' : 'pushState'](null, '', addressOf(next));
      changed(place, before);
    },
    stop() {
      window.removeEventListener('popstate', follow);
      window.removeEventListener('hashchange', follow);
    },
  };
}
