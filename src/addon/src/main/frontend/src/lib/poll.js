/** Repeats a request while somebody looks at the page. */
import { Refused } from './rest.js';

const LONGEST_PAUSE = 60000;

/**
 * Calls `refresh` again and again: only while the page is visible, never twice at once, less often while it fails,
 * and at once when the page becomes visible again.
 *
 * @param {function(): Promise} refresh rejects when it was refused, having said so on the page
 * @param {number|null} every milliseconds from the end of one call to the start of the next; null: only when asked
 * @returns {{now: function(): Promise, stop: function()}}
 */
export function poll(refresh, every) {
  let timer = null;
  let running = null;
  let again = false;
  let failures = 0;
  let stopped = false;

  function plan() {
    clearTimeout(timer);
    if (!stopped && every !== null && document.visibilityState !== 'hidden') {
      timer = setTimeout(now, Math.min(every * 2 ** failures, Math.max(every, LONGEST_PAUSE)));
    }
  }

  function now() {
    clearTimeout(timer);
    if (stopped) {
      return Promise.resolve();
    }
    if (running) {
      // What is on its way may have been read before the change that the caller wants to see.
      again = true;
    } else {
      running = refresh()
        .then(
          () => {
            failures = 0;
          },
          (problem) => {
            failures = Math.min(failures + 1, 4);
            if (!(problem instanceof Refused)) {
              throw problem;
            }
          }
        )
        .finally(() => {
          running = null;
          if (again) {
            again = false;
            return now();
          }
          plan();
          return undefined;
        });
    }
    return running;
  }

  function onVisibility() {
    if (document.visibilityState === 'hidden') {
      clearTimeout(timer);
    } else if (every !== null) {
      now();
    }
  }

  document.addEventListener('visibilitychange', onVisibility);
  plan();
  return {
    now,
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
}
