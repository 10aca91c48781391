/**
 * A page for tests: a DOM, Jira's globals as far as the scripts use them, and the texts of the add-on as Jira's
 * transformer puts them in.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';

const here = dirname(fileURLToPath(import.meta.url));
export const resources = join(here, '..', '..', 'resources');
export const golden = (name) => readFileSync(join(here, '..', '..', '..', 'test', 'resources', 'golden', name), 'utf8');

/** The add-on's English texts by key. */
export const texts = Object.fromEntries(
  readFileSync(join(resources, 'i18n', 'bearings.properties'), 'latin1')
    .split('\n')
    .map((line) => /^([^#\s][^\s=]*)\s*=\s*(.*)$/.exec(line))
    .filter(Boolean)
    .map(([, key, text]) => [key, text.replace(/\\u([0-9a-f]{4})/gi, (all, hex) => String.fromCharCode(parseInt(hex, 16)))])
);

const dom = new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
  url: 'http://localhost:2990/jira/projects/ABC',
  pretendToBeVisual: true,
});

/** Modules that scripts defined, by name. */
export const modules = {};

/** Flags that were shown, newest last. */
export const flags = [];

function getText(key, ...args) {
  if (!(key in texts)) {
    throw new Error(`No text for ${key}`);
  }
  return texts[key].replace(/\{(\d)\}/g, (all, index) => String(args[index]));
}

function flag(options) {
  const element = document.createElement('div');
  element.className = 'aui-flag';
  element.innerHTML = `<p>${options.title}</p>${options.body || ''}`;
  element.options = options;
  element.close = () => {
    element.remove();
    element.dispatchEvent(new dom.window.CustomEvent('aui-flag-close'));
  };
  document.body.append(element);
  flags.push(element);
  return element;
}

function dialog2(element) {
  const listeners = {};
  return {
    on(name, listener) {
      listeners[name] = listener;
    },
    show() {
      element.hidden = false;
    },
    hide() {
      element.remove();
      if (listeners.hide) {
        listeners.hide();
      }
    },
  };
}

dom.window.Element.prototype.scrollIntoView = () => {};
/** What jsdom lacks: nothing is printed here. */
dom.window.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} });
dom.window.HTMLCanvasElement.prototype.getContext = () => null;
// Newer Nodes have one of their own, which cannot be replaced.
if (!('navigator' in globalThis)) {
  globalThis.navigator = dom.window.navigator;
}
Object.assign(globalThis, {
  DOMParser: dom.window.DOMParser,
  window: dom.window,
  document: dom.window.document,
  MutationObserver: dom.window.MutationObserver,
  Node: dom.window.Node,
  Event: dom.window.Event,
  requestAnimationFrame: dom.window.requestAnimationFrame.bind(dom.window),
  cancelAnimationFrame: dom.window.cancelAnimationFrame.bind(dom.window),
  define: (name, dependencies, factory) => {
    modules[name] = factory();
  },
  AJS: {
    contextPath: () => '/jira',
    I18n: { getText },
    toInit: (callback) => callback(),
    $: () => ({ on() {} }),
    flag,
    dialog2,
  },
});

/** Web resources that were loaded late, in order; those named here cannot be had. */
export const late = { asked: [], missing: new Set() };

window.require = (names, callback) => callback(...names.map((name) => modules[name]));
globalThis.WRM = {
  async require(resource) {
    late.asked.push(resource);
    if (late.missing.has(resource)) {
      throw new Error(`No ${resource}`);
    }
  },
};

/** Empties the page and puts this on it. */
export function page(html) {
  document.body.innerHTML = html;
  flags.length = 0;
  return document.body;
}

/** Requests that were sent, oldest first. */
export const requests = [];

/**
 * Answers requests by `METHOD path`, the path without the REST base. A value is the JSON of a 200; `{status, body,
 * headers}` another answer; a function is asked with the request's body.
 */
export function answer(routes) {
  requests.length = 0;
  globalThis.fetch = async (url, options) => {
    const path = String(url).replace('/jira/rest/bearings/1.0/', '');
    const body = options.body === undefined ? undefined : JSON.parse(options.body);
    requests.push({ method: options.method, path, body, options });
    const route = routes[`${options.method} ${path}`];
    const given = await (typeof route === 'function' ? route(body, options.headers) : route);
    if (given === undefined) {
      throw new TypeError(`No answer to ${options.method} ${path}`);
    }
    const reply = given && typeof given.status === 'number' ? given : { status: 200, body: given };
    const text = typeof reply.body === 'string' ? reply.body : reply.body === undefined ? '' : JSON.stringify(reply.body);
    const headers = new Map(Object.entries(reply.headers || {}));
    return { ok: reply.status < 300, status: reply.status, headers, text: async () => text };
  };
}

/** Lets promises and short timers run. */
export const settle = (milliseconds = 0) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export function key(element, name) {
  const event = new dom.window.KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  element.dispatchEvent(event);
  return event;
}

export function type(element, value) {
  element.value = value;
  element.dispatchEvent(new dom.window.Event('input', { bubbles: true }));
}

export const submit = (form) => form.dispatchEvent(new dom.window.Event('submit', { bubbles: true, cancelable: true }));

export function visible(now) {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: now ? 'visible' : 'hidden' });
  document.dispatchEvent(new dom.window.Event('visibilitychange'));
}
