/** Linking many issues in one go: the server does it, and the page shows how far it is. */
import { done, failed } from '../lib/flags.js';
import { h, replaceChildren, uniqueId } from '../lib/dom.js';
import { get, post, remove } from '../lib/rest.js';
import { numberText } from './values.js';

const PAUSE = 400;

/**
 * @param {Object} keyResult
 * @param {function(): Promise} changed called when issues were linked
 * @returns {{element: Element, start: function(string): Promise, stop: function()}}
 */
export function bulkLinking(keyResult, changed) {
  const path = `key-results/${keyResult.id}/work/bulk`;
  const element = h('div', { 'aria-live': 'polite' });
  let timer = null;
  let stopped = false;

  /** Shows how far it is until it has ended; a page that was loaded anew goes on showing it. */
  async function follow() {
    let job;
    try {
      job = await get(path);
    } catch (refused) {
      failed(refused.message);
      return;
    }
    if (stopped) {
      return;
    }
    if (job.state === 'RUNNING') {
      draw(job);
      timer = setTimeout(follow, PAUSE);
      return;
    }
    const shown = Boolean(element.firstChild);
    replaceChildren(element);
    if (shown) {
      say(job);
      await changed();
    }
  }

  function draw({ done: linked, total }) {
    const bar = element.querySelector('progress');
    const text = AJS.I18n.getText('bearings.bulk.progress', numberText(linked), numberText(total));
    if (bar) {
      bar.max = total;
      bar.value = linked;
      element.querySelector('.bearings-bulk-text').textContent = text;
      return;
    }
    const id = uniqueId('bulk');
    const cancel = h('button.aui-button.aui-button-subtle', { type: 'button' }, AJS.I18n.getText('bearings.bulk.cancel'));
    cancel.addEventListener('click', async () => {
      cancel.disabled = true;
      try {
        await remove(path);
      } catch (refused) {
        failed(refused.message);
      }
    });
    replaceChildren(
      element,
      h('div.bearings-bulk', null, h('label', { for: id }, AJS.I18n.getText('bearings.bulk.title', keyResult.key)), h('progress', { id, max: total, value: linked }), h('span.bearings-bulk-text', null, text), cancel)
    );
  }

  function say({ state, attached, already }) {
    const counts = AJS.I18n.getText('bearings.bulk.counts', numberText(attached), numberText(already));
    if (state === 'DONE') {
      done(counts);
    } else if (state === 'CANCELLED') {
      done(AJS.I18n.getText('bearings.bulk.cancelled', counts));
    } else {
      failed(AJS.I18n.getText('bearings.bulk.failed', counts));
    }
  }

  follow();
  return {
    element,
    async start(query) {
      draw(await post(path, { query }));
      clearTimeout(timer);
      timer = setTimeout(follow, PAUSE);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
