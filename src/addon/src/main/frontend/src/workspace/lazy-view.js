/** Views that few visits need come in scripts of their own, when they are opened; until then the view says so. */
import { h, replaceChildren } from '../lib/dom.js';

const PLUGIN = 'io.bearings';

/**
 * The script of a web resource. It is asked for anew after a failure.
 *
 * @param {string} resource key of the web resource, which is also the name of its module
 */
function load(resource) {
  return new Promise((resolve, reject) => {
    // Jira answers with jQuery's promise.
    WRM.require(`wr!${PLUGIN}:${resource}`).then(() => window.require([`bearings/${resource}`], resolve), reject);
  });
}

/**
 * A view of the workspace before its script is there, and after.
 *
 * @param {string} name of the view
 * @param {string} resource key of the web resource, whose module gives `view(page)`
 * @param {Object} page
 */
export function lazyView(name, resource, page) {
  const element = h('div');
  let view = null;
  let latest = null;
  let stopped = false;

  async function begin() {
    replaceChildren(element, h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.loading')));
    let module;
    try {
      module = await load(resource);
    } catch (unreachable) {
      if (!stopped) {
        replaceChildren(element, failure());
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
