/** Sends a file, and says how much of it has gone. */
import { address, Refused } from './rest.js';

/**
 * @param {string} path below the add-on's REST base
 * @param {Object} parameters of the address
 * @param {Blob} file
 * @param {Object} how
 * @param {string} how.type of the content
 * @param {string} [how.key] makes the same request twice to one
 * @param {function(number)} how.sent called with the share that has gone, 0 to 1
 * @returns {Promise<Object>} the answer's JSON
 * @throws {Refused} for every answer that is no success, and when none came
 */
export function upload(path, parameters, file, { type, key, sent }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address(path, parameters));
    const headers = {
      Accept: 'application/json',
      'Content-Type': type,
      'X-Atlassian-Token': 'no-check',
      'X-Bearings-Client': 'page',
      ...(key ? { 'Idempotency-Key': key } : {}),
    };
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', ({ loaded, total }) => total && sent(loaded / total));
    request.addEventListener('error', () => reject(new Refused(0, null)));
    request.addEventListener('load', () => {
      const answer = json(request.responseText);
      if (request.status >= 200 && request.status < 300) {
        resolve(answer);
      } else {
        reject(new Refused(request.status, answer));
      }
    });
    request.send(file);
  });
}

/** A proxy or a log-in page may answer with something else than JSON. */
function json(text) {
  try {
    return JSON.parse(text);
  } catch (notJson) {
    return null;
  }
}
