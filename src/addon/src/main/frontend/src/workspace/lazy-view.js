/** Views that few visits need come in scripts of their own, when they are opened; until then the view says so. */
import { h, replaceChildren } from '../lib/dom.js';

const PLUGIN = 'io.bearings';

/** Scripts on their way, by the key of the web resource. */
const loading = new Map();

/**
 * The script of a web resource. Views that open at once wait for the same one: whoever asks
 * for a script that is on its way could be told that it is there. It is asked for anew after a failure.
 *
 * @param {string} resource key of the web resource, which is also the name of its module
 */
function load(resource) {
  if (!loading.has(resource)) {
    const script = new Promise((resolve, reject) => {
      // Jira answers with jQuery's promise.
      WRM.require(`wr!${PLUGIN}:${resource}`).then(() => window.require([`bearings/${resource}`], resolve), reject);
    });
    const over = () => loading.delete(resource);
    script.then(over, over);
    loading.set(resource, script);
  }
  return loading.get(resource);
}

/**
 * A view of the workspace before its script is there, and after.
 *
 * @param {string} name of the view
 * @param {string} resource key of the web resource, whose module gives `view(page)`
 * @param {Object} page
 * @param {{quiet: boolean}} [how] `quiet`: says nothing while it is not there
 */
export function lazyView(name, resource, page, { quiet = false } = {}) {
  const element = h('div');
  let view = null;
  let latest = null;
  let stopped = false;

  async function begin() {
    replaceChildren(element, !quiet && h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.loading')));
    let module;
    try {
      module = await load(resource);
    } catch (unreachable) {
      if (!stopped) {
        replaceChildren(element, !quiet && failure());
      }
      return;
    }
    if (stopped) {
      return;
    }
    view = module.view(page);
    replaceChildren(element, view.element);
    if (latest) {
      view.update(...latest);
    }
  }

  function failure() {
    const again = h('button.aui-button', { type: 'button' }, AJS.I18n.getText('bearings.action.again'));
    again.addEventListener('click', begin);
    return h(
      'div',
      null,
      h('div.aui-message.aui-message-error', { role: 'alert' }, h('p', null, AJS.I18n.getText('bearings.view.notLoaded'))),
      h('p', null, again)
    );
  }

  begin();
  return {
    name,
    element,
    update(...now) {
      latest = now;
      if (view) {
        view.update(...now);
      }
    },
    stop() {
      stopped = true;
      if (view) {
        view.stop();
      }
    },
  };
}
