/**
 * Building and updating elements. Renderers return fresh elements; `morph` brings what is on the page into their
 * shape and leaves every node that did not change where it is, so that focus, selection and an opened list survive.
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element.
 *
 * @param {string} spec tag and classes, for instance `span.bearings-note`
 * @param {Object} [attributes] attributes; false, null and undefined leave the attribute out, true writes it empty
 * @param {...(Node|string|null|undefined|false|Array)} children text is always text, never markup
 * @returns {HTMLElement}
 */
export function h(spec, attributes, ...children) {
  const [tag, ...classes] = spec.split('.');
  return fill(document.createElement(tag), classes, attributes, children);
}

/** The same in the SVG namespace. */
export function svg(spec, attributes, ...children) {
  const [tag, ...classes] = spec.split('.');
  return fill(document.createElementNS(SVG, tag), classes, attributes, children);
}

function fill(element, classes, attributes, children) {
  if (classes.length) {
    element.setAttribute('class', classes.join(' '));
  }
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  });
  append(element, children);
  return element;
}

function append(element, children) {
  children.forEach((child) => {
    if (Array.isArray(child)) {
      append(element, child);
    } else if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  });
}

/** Replaces all children. */
export function replaceChildren(element, ...children) {
  element.textContent = '';
  append(element, children);
}

const isBlank = (node) => node.nodeType === Node.TEXT_NODE && !node.data.trim();

const keyOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node.id || null : null);

const sameKind = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && keyOf(a) === keyOf(b);

/**
 * Brings `live` into the shape of `wanted`. Children are matched by id, then by position and name. An element marked
 * `data-bearings-keep` belongs to whoever filled it: neither its attributes nor its children are touched.
 *
 * @param {Element} live on the page
 * @param {Element} wanted detached; it is consumed
 */
export function morph(live, wanted) {
  if (live.hasAttribute('data-bearings-keep') && wanted.hasAttribute('data-bearings-keep')) {
    return;
  }
  morphAttributes(live, wanted);
  morphChildren(live, wanted);
}

/** AUI marks so the elements that it has seen. */
const SEEN_BY_AUI = 'resolved';

function morphAttributes(live, wanted) {
  Array.from(live.attributes).forEach(({ name }) => {
    if (!wanted.hasAttribute(name) && name !== SEEN_BY_AUI) {
      live.removeAttribute(name);
    }
  });
  Array.from(wanted.attributes).forEach(({ name, value }) => {
    if (live.getAttribute(name) !== value) {
      live.setAttribute(name, value);
    }
  });
}

function morphChildren(live, wanted) {
  Array.from(live.childNodes).filter(isBlank).forEach((blank) => blank.remove());
  const byKey = new Map();
  Array.from(live.children).forEach((child) => child.id && byKey.set(child.id, child));
  const wantedKeys = new Set(Array.from(wanted.children, keyOf).filter(Boolean));

  let cursor = live.firstChild;
  Array.from(wanted.childNodes)
    .filter((node) => !isBlank(node))
    .forEach((next) => {
      const key = keyOf(next);
      while (cursor && keyOf(cursor) && !wantedKeys.has(keyOf(cursor))) {
        const gone = cursor;
        cursor = cursor.nextSibling;
        gone.remove();
      }
      const match = key ? byKey.get(key) : cursor && sameKind(cursor, next) ? cursor : null;
      if (!match || !sameKind(match, next)) {
        live.insertBefore(next, cursor);
        return;
      }
      if (match === cursor) {
        cursor = cursor.nextSibling;
      } else {
        live.insertBefore(match, cursor);
      }
      if (match.nodeType === Node.TEXT_NODE) {
        if (match.data !== next.data) {
          match.data = next.data;
        }
      } else {
        morph(match, next);
      }
    });
  while (cursor) {
    const gone = cursor;
    cursor = cursor.nextSibling;
    gone.remove();
  }
}

let lastId = 0;

/** @returns {string} an id that no other element of this page has */
export function uniqueId(stem) {
  lastId += 1;
  return `bearings-${stem}-${lastId}`;
}

/**
 * Listens on `root` for clicks on elements marked `data-bearings-action="name"`, those included that are drawn later.
 *
 * @param {Element} root
 * @param {Object<string, function(Element, Event)>} actions by name
 */
export function onAction(root, actions) {
  root.addEventListener('click', (event) => {
    const element = event.target.closest('[data-bearings-action]');
    const action = element && root.contains(element) && actions[element.getAttribute('data-bearings-action')];
    if (action) {
      event.preventDefault();
      action(element, event);
    }
  });
}
