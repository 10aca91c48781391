/**
 * What all dashboard items have in common: Jira's frame, the states that an item can be in, one request that is
 * repeated while somebody looks, and the form that configures it. An item itself says which preferences it has, what
 * it asks for, and how the answer is drawn.
 */
import { h, morph, replaceChildren, uniqueId } from '../lib/dom.js';
import { poll } from '../lib/poll.js';
import { get } from '../lib/rest.js';
import { choiceField } from './choices.js';

// Jira asks for the configuration of an item that was never configured by this name.
const CONFIGURED = 'isConfigured';
const SECONDS = 'seconds';

const intervals = () => [
  ['10', AJS.I18n.getText('bearings.dashboard.refresh.10s')],
  ['60', AJS.I18n.getText('bearings.dashboard.refresh.1m')],
  ['300', AJS.I18n.getText('bearings.dashboard.refresh.5m')],
  ['900', AJS.I18n.getText('bearings.dashboard.refresh.15m')],
  ['0', AJS.I18n.getText('bearings.dashboard.refresh.never')],
];

/**
 * An item.
 *
 * @typedef {Object} Definition
 * @property {string} name what the item is called while nothing is known about its subject
 * @property {number} height how many pixels are kept free for it until it is drawn
 * @property {string} [seconds] how often it is refreshed where nobody chose
 * @property {function(Object): Array} fields makes the fields of its form from its preferences, or promises of them;
 *     each has `element`, `control`, and `read()`, which gives its preferences, or null after it has said what is missing
 * @property {function(Object): ({path: string, parameters: Object}|null)} request what it asks for; null: not configured
 * @property {function(): string} unconfigured says what to do where nothing is chosen
 * @property {function(Object): string} denied says that there is no such thing, or that one may not see it
 * @property {function(Object, Object): (string|null)} [subject] what the answer, to these preferences, is about, for the title of the frame
 * @property {function(Object, {stem: string, preferences: Object}): Array} [draw] the answer, drawn; ids begin with the stem
 * @property {function({stem: string, preferences: Object}): {element: Element, update: function(Object), stop: function()}} [view] instead
 *     of `draw` where something of the drawing lives on, such as a chart
 *
 * @param {function(): Definition} define asked when the item is made, when texts are known
 * @returns {function} the constructor that Jira asks the item's module for
 */
export function dashboardItem(define) {
  return function DashboardItem(API) {
    const definition = define();
    let running = null;

    function stop() {
      if (running) {
        running.stop();
        running = null;
      }
    }

    /** The dashboard's frame grows with what stands in it; not every version has both calls. */
    function resize() {
      ['resize', 'forceLayoutRefresh'].filter((name) => typeof API[name] === 'function').forEach((name) => API[name]());
    }

    const title = (subject) => {
      if (typeof API.setTitle === 'function') {
        API.setTitle(subject ? AJS.I18n.getText('bearings.item.title', definition.name, subject) : definition.name);
      }
    };

    /** Draws the item. The dashboard calls this for an item that is configured, and again when it reloads it. */
    this.render = (context, preferences) => {
      stop();
      const frame = frameOf(definition);
      replaceChildren(elementOf(context), frame.root);
      const asked = definition.request(preferences);
      if (!asked) {
        frame.say('info', definition.unconfigured(), chooser(context, preferences));
        title(null);
        resize();
        return;
      }
      running = show(definition, { asked, preferences, frame, title, resize, choose: () => chooser(context, preferences) });
      if (typeof API.initRefresh === 'function') {
        // Whoever presses Refresh in the frame is served at once; the clock is our own, as it rests while nobody looks.
        API.initRefresh({ ...preferences, refresh: 'false' }, running.now);
      }
    };

    const editable = () => typeof API.isEditable !== 'function' || API.isEditable();

    /** A button that leads to the form, for who may change the item. */
    const chooser = (context, preferences) =>
      editable() && button(AJS.I18n.getText('bearings.item.choose'), () => this.renderEdit(context, preferences));

    /** Asks for what is to be shown and for how often to refresh. */
    this.renderEdit = async (context, preferences) => {
      stop();
      const element = elementOf(context);
      const fields = await Promise.all([
        ...definition.fields(preferences),
        choiceField({ name: SECONDS, label: AJS.I18n.getText('bearings.dashboard.refresh') }, preferences[SECONDS] || secondsOf(definition), intervals()),
      ]);
      const save = h('button.aui-button.aui-button-primary', { type: 'submit' }, AJS.I18n.getText('bearings.action.save'));
      const cancel = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
      const form = h(
        'form.aui.top-label.bearings-dashboard-form',
        { novalidate: true },
        fields.map((field) => field.element),
        h('div.buttons-container', null, h('div.buttons', null, save, cancel))
      );
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        const given = fields.filter(({ element: { hidden } }) => !hidden).map((field) => ({ field, read: field.read() }));
        const missing = given.find(({ read }) => !read);
        if (missing) {
          missing.field.control.focus();
        } else {
          API.savePreferences(Object.assign({}, ...given.map(({ read }) => read), { [CONFIGURED]: 'true' }));
        }
      });
      cancel.addEventListener('click', () => API.closeEdit());
      replaceChildren(element, h('div.bearings-dashboard', null, form));
      resize();
    };
  };
}

/** The dashboard hands over a jQuery object; tests and other callers may hand over the element. */
const elementOf = (context) => (context.jquery ? context.get(0) : context);

const secondsOf = ({ seconds = '60' }) => seconds;

function button(text, act) {
  const made = h('button.aui-button', { type: 'button' }, text);
  made.addEventListener('click', act);
  return made;
}

/** Where an item is drawn: a line that says when figures are old, and the figures. */
function frameOf({ height }) {
  const root = h('div.bearings-dashboard', { id: uniqueId('item') });
  const stale = h('p.bearings-stale', { role: 'status', hidden: true });
  const body = h(
    'div.bearings-dashboard-body',
    // Whatever stands below this item does not move when the figures come.
    { 'aria-busy': 'true', style: `min-height:${height}px` },
    h('span.bearings-hidden', { role: 'status' }, AJS.I18n.getText('bearings.loading')),
    h('div.bearings-item-skeleton', { 'aria-hidden': 'true' }, h('span'), h('span'), h('span'))
  );
  replaceChildren(root, stale, body);

  function fill(...children) {
    body.removeAttribute('aria-busy');
    body.removeAttribute('style');
    replaceChildren(body, ...children);
  }

  return {
    root,
    body,
    fill,
    say(type, text, action) {
      fill(h(`div.aui-message.aui-message-${type}`, { role: type === 'error' ? 'alert' : null }, h('p', null, text), action && h('p', null, action)));
    },
    old(text) {
      stale.textContent = text;
      stale.hidden = !text;
    },
  };
}

/** Asks, draws, and asks again. */
function show(definition, { asked, preferences, frame, title, resize, choose }) {
  const place = { stem: frame.root.id, preferences };
  const { root, body } = frame;
  let view = null;
  let shown = '';

  async function refresh() {
    if (!document.contains(root)) {
      stop();
      return;
    }
    try {
      draw(await get(asked.path, asked.parameters));
    } catch (refused) {
      fail(refused);
      resize();
      throw refused;
    }
    resize();
  }

  function draw(answer) {
    const now = JSON.stringify(answer);
    frame.old('');
    if (now === shown) {
      return;
    }
    const first = !shown;
    shown = now;
    title(definition.subject ? definition.subject(answer, preferences) : null);
    if (definition.view) {
      if (first) {
        view = definition.view(place);
        frame.fill(view.element);
      }
      view.update(answer);
    } else if (first) {
      frame.fill(definition.draw(answer, place));
    } else {
      morph(body, opened(h('div.bearings-dashboard-body', null, definition.draw(answer, place))));
    }
  }

  /** What somebody has unfolded stays so. */
  function opened(wanted) {
    const open = Array.from(body.querySelectorAll('details'), (details) => details.open);
    Array.from(wanted.querySelectorAll('details')).forEach((details, index) => {
      details.open = Boolean(open[index]);
    });
    return wanted;
  }

  function forget() {
    shown = '';
    if (view) {
      view.stop();
      view = null;
    }
    frame.old('');
  }

  function fail(refused) {
    if (refused.status === 404 || refused.status === 403) {
      forget();
      title(null);
      frame.say('warning', definition.denied(preferences), choose());
    } else if (shown) {
      frame.old(AJS.I18n.getText('bearings.page.stale', refused.message));
    } else {
      frame.say('error', refused.message || Object.values(refused.fields || {}).join(' '), button(AJS.I18n.getText('bearings.action.again'), () => refresher.now()));
    }
  }

  const seconds = Number(preferences[SECONDS] || secondsOf(definition));
  const refresher = poll(refresh, seconds > 0 ? seconds * 1000 : null);
  function stop() {
    refresher.stop();
    if (view) {
      view.stop();
      view = null;
    }
  }
  refresher.now();
  return { stop, now: refresher.now };
}
