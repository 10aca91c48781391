/** Where the items lead to. */
import { h } from '../lib/dom.js';

export { workspaceAddress } from '../lib/addresses.js';

/** The line on top of an item: what it is about, as a link to the whole of it. */
export const headLine = (href, ...text) => h('p.bearings-dashboard-project', { dir: 'auto' }, h('a', { href }, text));

/** The same numbers as in a picture, for whoever would rather read than look. */
export const asTable = (...table) => h('details.bearings-item-table', null, h('summary', null, AJS.I18n.getText('bearings.item.table')), h('div', { tabindex: '0', role: 'group', 'aria-label': AJS.I18n.getText('bearings.item.table') }, table));

/** Says that there is nothing, and what to do. */
export const nothing = (text) => h('p.bearings-hint', null, text);
