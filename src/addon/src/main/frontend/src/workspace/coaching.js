/** The place beside a text where the Coach speaks. */
import { h } from '../lib/dom.js';

/**
 * @returns {{objective: function(Object, function(): Object): Element, keyResult: function(Object, function(): Object): Element}}
 *     each makes the element that stands below a title, given the inputs of the form and what else is known
 */
export function coachOf() {
  const slot = (kind) => h('div.bearings-coach-place', { 'data-coach': kind, role: 'status' });
  return { objective: () => slot('objective'), keyResult: () => slot('key-result') };
}
