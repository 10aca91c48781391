/** Talks to the add-on's REST resources, and says in a person's words what went wrong. */

/** An answer that is not a success. `status` is 0 when no answer came at all. */
export class Refused extends Error {
  constructor(status, body) {
    const messages = (body && body.errorMessages) || [];
    const fields = (body && body.errors) || {};
    // What is wrong with a field is said by its name where no form shows it beside the field.
    const named = Object.entries(fields).map(([name, text]) => `${name}: ${text}`);
    super(messages.join(' ') || named.join(' ') || reasonFor(status));
    this.name = 'Refused';
    this.status = status;
    /** @type {Object<string, string>} what is wrong, by field */
    this.fields = fields;
    this.messages = messages;
    /** What is stored now, after a conflict. */
    this.current = (body && body.current) || null;
  }
}

function reasonFor(status) {
  switch (status) {
    case 0:
      return AJS.I18n.getText('bearings.client.unreachable');
    case 401:
      return AJS.I18n.getText('bearings.client.loggedOut');
    case 403:
      return AJS.I18n.getText('bearings.client.forbidden');
    case 404:
      return AJS.I18n.getText('bearings.client.notFound');
    case 409:
      return AJS.I18n.getText('bearings.client.conflict');
    default:
      return AJS.I18n.getText('bearings.client.unexpected', status);
  }
}

const base = () => `${AJS.contextPath()}/rest/bearings/1.0/`;

/** An address below the add-on's REST base; parameters without a value are left out. */
export function address(path, parameters = {}) {
  const query = Object.entries(parameters)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  return base() + path + (query ? `?${query}` : '');
}

/**
 * Sends one request.
 *
 * @param {string} method
 * @param {string} url
 * @param {Object} [body] sent as JSON
 * @param {Object<string, string>} [more] further headers
 * @returns {Promise<Object|null>} the answer's JSON; null where there is none
 * @throws {Refused} for every answer that is no success, and when none came
 */
export const send = async (method, url, body, more) => read(await exchange(method, url, body, more));

async function exchange(method, url, body, more = {}) {
  const headers = { Accept: 'application/json', ...more };
  if (method !== 'GET') {
    headers['X-Atlassian-Token'] = 'no-check';
    // Histories tell what a person did on a page from what a program sent.
    headers['X-Bearings-Client'] = 'page';
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  try {
    return await fetch(url, {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (unreachable) {
    throw new Refused(0, null);
  }
}

/**
 * A page as the server answers it now.
 *
 * @param {string} [url] without it the page that is open
 * @returns {Promise<Document>} detached; no script of it runs
 * @throws {Refused} for every answer that is no success, and when none came
 */
export async function pageAsServed(url = window.location.href) {
  const response = await exchange('GET', url, undefined, { Accept: 'text/html' });
  if (!response.ok) {
    throw new Refused(response.status, null);
  }
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

async function read(response) {
  const content = await json(response);
  if (!response.ok) {
    throw new Refused(response.status, content);
  }
  return content;
}

/** A proxy or a log-in page may answer with something else than JSON: then only the status speaks. */
async function json(response) {
  const text = await response.text();
  if (!text) {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch (notJson) {
    return null;
  }
}

export const get = (path, parameters) => send('GET', address(path, parameters));
export const post = (path, body, more) => send('POST', address(path), body, more);
export const put = (path, body) => send('PUT', address(path), body);
export const remove = (path) => send('DELETE', address(path));

/**
 * Reads again and again what may change, and has it sent only when it has changed.
 *
 * @returns {function(): Promise<Object|null>} gives null while it is what was read last
 */
export function changing(path, parameters) {
  let tag = null;
  return async () => {
    const response = await exchange('GET', address(path, parameters), undefined, tag ? { 'If-None-Match': tag } : {});
    if (response.status === 304) {
      return null;
    }
    const content = await read(response);
    tag = response.headers.get('ETag');
    return content;
  };
}
