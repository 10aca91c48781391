/** The cycle that the page of a project shows: which one stands in the address. */
import { failed } from '../lib/flags.js';
import { pageAsServed } from '../lib/rest.js';

const PARAMETER = 'cycle';

const asked = () => new URL(window.location.href).searchParams.get(PARAMETER) || '';

/**
 * Has the page of the chosen cycle drawn by the server and puts it in the place of the page that is shown. So the choice
 * costs no more than any look at the page, and the focus stays where it is, however fast somebody goes through the cycles.
 *
 * @param {Element} root the page
 * @param {function(Element)} replaced is called with the page that now stands in the place of the root
 * @returns {{stop: function()}}
 */
export function cyclePicker(root, replaced) {
  const select = root.querySelector('#bearings-page-cycle');
  if (!select) {
    return { stop() {} };
  }
  const here = asked();
  const shown = select.value;
  let latest = null;

  async function show(url) {
    latest = url;
    root.setAttribute('aria-busy', 'true');
    const page = await pageAsServed(url).finally(() => root.removeAttribute('aria-busy'));
    return latest === url ? page.querySelector('.bearings-project-page') : undefined;
  }

  function put(fresh) {
    const focused = document.activeElement === select;
    root.replaceWith(fresh);
    replaced(fresh);
    const next = fresh.querySelector('#bearings-page-cycle');
    if (focused && next) {
      next.focus();
    }
  }

  async function choose() {
    const url = new URL(window.location.href);
    url.searchParams.set(PARAMETER, select.value);
    // What the address pointed at is of the cycle that is left.
    url.hash = '';
    try {
      const fresh = await show(url.href);
      if (fresh) {
        window.history.pushState(null, '', url);
        put(fresh);
      } else if (fresh === null) {
        // Somebody took the cycle away meanwhile: the server says so.
        window.location.assign(url);
      }
    } catch (refused) {
      select.value = shown;
      failed(refused.message);
    }
  }

  /** Going back to another cycle shows that; the page as it is loaded anew says what is wrong where that fails. */
  async function follow() {
    if (asked() === here) {
      return;
    }
    try {
      const fresh = await show(window.location.href);
      if (fresh) {
        put(fresh);
      } else if (fresh === null) {
        window.location.reload();
      }
    } catch (refused) {
      window.location.reload();
    }
  }

  select.addEventListener('change', choose);
  window.addEventListener('popstate', follow);
  return { stop: () => window.removeEventListener('popstate', follow) };
}
