/** Short messages at the edge of the page, in AUI's flags. */
import { h } from './dom.js';

let undoFlag = null;

/** A flag in AUI's stack. The class lets a narrow page have the stack at its foot: at the top it covers what leads. */
function raise(options) {
  const flag = AJS.flag({ ...options, ariaLabel: options.title });
  flag.parentElement.classList.add('bearings-flags');
  return flag;
}

/** Tells of something that failed and that has no place of its own on the page. */
export function failed(message) {
  raise({ type: 'error', title: message, close: 'manual' });
}

/** Tells that something was done. */
export function done(message) {
  raise({ type: 'success', title: message, close: 'auto' });
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
  const flag = raise({
    type: 'success',
    title: message,
    close: 'manual',
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
