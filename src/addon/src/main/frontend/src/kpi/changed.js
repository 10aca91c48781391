/** Parts of a page tell each other that something about KPIs was saved. */
const CHANGED = 'bearings:kpis-changed';

/** Tells that it was. */
export const tellChanged = () => document.dispatchEvent(new window.CustomEvent(CHANGED));

/**
 * @param {function()} listener
 * @returns {function()} ends it
 */
export function onChanged(listener) {
  document.addEventListener(CHANGED, listener);
  return () => document.removeEventListener(CHANGED, listener);
}
