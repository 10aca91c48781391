/** Short messages at the edge of the page, in AUI's flags. */
import { h } from './dom.js';

let undoFlag = null;

/** Tells of something that failed and that has no place of its own on the page. */
export function failed(message) {
  AJS.flag({ type: 'error', title: message, close: 'manual', ariaLabel: message });
}

/** Tells that something was done. */
export function done(message) {
  AJS.flag({ type: 'success', title: message, close: 'auto', ariaLabel: message });
}

/**
 * Tells that something was done and offers to take it back. The flag stays until it is closed, undone, or followed by
 * another one: nobody has to be quick.
 *
 * @param {string} message
 * @param {function()} undo
 * @param {function()} [closed] called when the flag is gone without undo; for moving the focus on
 */
export function undoable(message, undo, closed = () => {}) {
  if (undoFlag) {
    undoFlag.close();
  }
  const button = h(
    'button.aui-button.aui-button-link.bearings-undo',
    { type: 'button' },
    AJS.I18n.getText('bearings.action.undo')
  );
  const flag = AJS.flag({
    type: 'success',
    title: message,
    close: 'manual',
    ariaLabel: message,
    body: h('p', null, button).outerHTML,
  });
  undoFlag = flag;
  let undone = false;
  flag.querySelector('.bearings-undo').addEventListener('click', () => {
    undone = true;
    flag.close();
    undo();
  });
  flag.addEventListener('aui-flag-close', () => {
    if (undoFlag === flag) {
      undoFlag = null;
      if (!undone) {
        closed();
      }
    }
  });
}
