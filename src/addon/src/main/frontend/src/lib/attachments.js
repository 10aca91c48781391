/** Attaching issues to key results and detaching them, from whichever page. */
import { post, remove } from './rest.js';
import { done, failed, undoable } from './flags.js';

/** @returns {Promise<Object>} what was attached and what already was */
export function attach(keyResultId, issueKeys) {
  return post(`key-results/${keyResultId}/links`, { issueKeys });
}

/**
 * Attaches an issue and offers to take it back.
 *
 * @param {{id: number, key: string}} keyResult
 * @param {function(): (Promise|void)} changed called when it was taken back, to read the page's figures again
 */
export async function attachUndoably(keyResult, issueKey, changed) {
  const { attached } = await attach(keyResult.id, [issueKey]);
  undoable(AJS.I18n.getText('bearings.panel.attached', issueKey, keyResult.key), async () => {
    try {
      await Promise.all(attached.map(({ linkId }) => remove(`key-results/${keyResult.id}/links/${linkId}`)));
    } catch (refused) {
      failed(refused.message);
    }
    await changed();
  });
}

/**
 * Detaches at once and offers to take it back.
 *
 * @param {{keyResultId: number, keyResultKey: string, linkId: number, issueKey: string}} link
 * @param {function(): (Promise|void)} changed called after each change, to read the page's figures again
 * @param {function()} settled called when the offer is gone; for moving the focus on
 */
export async function detach(link, changed, settled) {
  try {
    await remove(`key-results/${link.keyResultId}/links/${link.linkId}`);
  } catch (refused) {
    failed(refused.message);
    return;
  }
  undoable(
    AJS.I18n.getText('bearings.links.detached', link.issueKey, link.keyResultKey),
    async () => {
      try {
        await attach(link.keyResultId, [link.issueKey]);
        done(AJS.I18n.getText('bearings.links.attachedAgain', link.issueKey, link.keyResultKey));
      } catch (refused) {
        failed(refused.fields.issueKeys || refused.message);
      }
      await changed();
      settled();
    },
    settled
  );
  await changed();
}
