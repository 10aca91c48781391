/**
 * The panel at the side: shows one thing beside the list, which stays usable. What was typed and not saved is kept
 * while the panel shows something else.
 */
import { h, replaceChildren } from '../lib/dom.js';

/**
 * @typedef {Object} View
 * @property {string} title
 * @property {string} [kicker] stands above the title
 * @property {Element} element
 * @property {function(Object)} [update] called with the model after each refresh
 * @property {function(): boolean} [isDirty] whether something typed would be lost
 * @property {function()} [shown] called when it is on the page; may set the focus and returns true if so
 *
 * @param {function()} close called when the person wants it closed
 */
export function sidePanel(close) {
  const kicker = h('p.bearings-panel-kicker');
  const title = h('h2.bearings-panel-title', { id: 'bearings-panel-title', tabindex: '-1', dir: 'auto' });
  const closeButton = h(
    'button.aui-button.aui-button-subtle.bearings-panel-close',
    { type: 'button', 'aria-label': AJS.I18n.getText('bearings.action.close') },
    h('span.aui-icon.aui-icon-small.aui-iconfont-cross', { 'aria-hidden': 'true' })
  );
  const body = h('div.bearings-panel-body');
  const element = h(
    'aside.bearings-panel',
    { 'aria-labelledby': 'bearings-panel-title', hidden: true },
    h('div.bearings-panel-head', null, h('div.bearings-panel-heading', null, kicker, title), closeButton),
    body
  );
  const unsaved = new Map();
  let name = '';
  let view = null;
  let opener = null;

  closeButton.addEventListener('click', close);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      close();
    }
  });

  function leave() {
    if (view && view.isDirty && view.isDirty()) {
      unsaved.set(name, view);
    } else {
      unsaved.delete(name);
    }
  }

  function heading() {
    kicker.textContent = view.kicker || '';
    title.textContent = view.title;
  }

  return {
    element,
    name: () => name,
    /**
     * @param {string} next names the view
     * @param {function(): View} make called where nothing unsaved is kept under that name
     */
    show(next, make) {
      if (next === name) {
        return;
      }
      if (!name) {
        opener = document.activeElement;
      }
      leave();
      name = next;
      view = unsaved.get(next) || make();
      heading();
      replaceChildren(body, view.element);
      element.hidden = false;
      body.scrollTop = 0;
      if (!(view.shown && view.shown())) {
        title.focus({ preventScroll: true });
      }
    },
    /** Forgets what was typed in the view that shows, because it is saved. */
    saved() {
      unsaved.delete(name);
      view = null;
    },
    hide() {
      if (!name) {
        return;
      }
      leave();
      const had = element.contains(document.activeElement);
      name = '';
      view = null;
      element.hidden = true;
      replaceChildren(body);
      if (had && opener && document.contains(opener)) {
        opener.focus({ preventScroll: true });
      }
    },
    update(model) {
      if (view && view.update) {
        view.update(model);
        heading();
      }
    },
  };
}
