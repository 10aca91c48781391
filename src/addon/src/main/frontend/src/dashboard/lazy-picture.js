/** Pictures that come with the charts' own script, which is loaded when the first of them is drawn. */
import { h } from '../lib/dom.js';
import { lazyView } from '../workspace/lazy-view.js';

/**
 * @param {string} part which picture of `bearings/workspace-timeline`
 * @returns {{element: Element, update: function(*), stop: function()}} of a fixed height: nothing moves when it comes
 */
export function lazyPicture(part) {
  const view = lazyView(part, 'workspace-timeline', { part });
  return { ...view, element: h('div.bearings-item-picture', null, view.element) };
}
