/** Creating something so that a lost answer does not create it twice. */
import { post } from './rest.js';

/** A key that makes a write and its repetition one. */
export function newKey() {
  const bytes = new Uint8Array(16);
  window.crypto.getRandomValues(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * @returns {function(string, Object): Promise<Object>} posts; the same body sent again while no answer came is the
 *     same request to the server
 */
export function creator() {
  let unanswered = '';
  let key = '';
  return async (path, body) => {
    const request = `${path} ${JSON.stringify(body)}`;
    if (request !== unanswered) {
      unanswered = request;
      key = newKey();
    }
    try {
      const created = await post(path, body, { 'Idempotency-Key': key });
      unanswered = '';
      return created;
    } catch (refused) {
      unanswered = refused.status === 0 ? unanswered : '';
      throw refused;
    }
  };
}
