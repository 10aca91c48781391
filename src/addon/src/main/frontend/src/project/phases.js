/** The phases of a cycle as tabs over one panel: which is chosen stands in the address. */

const PARAMETER = 'phase';

/**
 * @param {Element} root the page, whose `data-phase` names the phase that is shown
 * @param {function()} changed is called after another phase was chosen
 * @returns {{stop: function()}}
 */
export function phaseTabs(root, changed) {
  const tabs = Array.from(root.querySelectorAll('[role=tab]'));
  const named = (name) => tabs.find((tab) => tab.getAttribute('data-phase') === name);
  if (!tabs.length) {
    return { stop() {} };
  }

  function show(name) {
    if (root.getAttribute('data-phase') === name) {
      return;
    }
    root.setAttribute('data-phase', name);
    tabs.forEach((tab) => {
      const selected = tab === named(name);
      tab.setAttribute('aria-selected', String(selected));
      tab.setAttribute('tabindex', selected ? '0' : '-1');
    });
    root.querySelector('[role=tabpanel]').setAttribute('aria-labelledby', named(name).id);
    arrange(root.querySelector('.bearings-parts'), name);
    changed();
  }

  function choose(tab) {
    const name = tab.getAttribute('data-phase');
    tab.focus();
    if (root.getAttribute('data-phase') !== name) {
      const url = new URL(window.location.href);
      url.searchParams.set(PARAMETER, name.toLowerCase());
      window.history.pushState(null, '', url);
      show(name);
    }
  }

  /** What the address says; without a word of ours, the phase that the cycle is at. */
  function showAddress() {
    const asked = new URL(window.location.href).searchParams.get(PARAMETER) || '';
    const tab = named(asked.toUpperCase()) || named(root.getAttribute('data-current-phase'));
    show(tab.getAttribute('data-phase'));
  }

  const moves = {
    ArrowRight: (at) => tabs[(at + 1) % tabs.length],
    ArrowLeft: (at) => tabs[(at + tabs.length - 1) % tabs.length],
    Home: () => tabs[0],
    End: () => tabs.at(-1),
  };

  function onKey(event) {
    const move = moves[event.key];
    if (move && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const mirrored = window.getComputedStyle(root).direction === 'rtl' ? { ArrowRight: moves.ArrowLeft, ArrowLeft: moves.ArrowRight } : {};
      choose((mirrored[event.key] || move)(tabs.indexOf(event.currentTarget)));
    }
  }

  tabs.forEach((tab) => {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', onKey);
  });
  window.addEventListener('popstate', showAddress);
  showAddress();
  return { stop: () => window.removeEventListener('popstate', showAddress) };
}

/** Brings the parts into the order of a phase, which readers of the page follow too: what leads comes first. */
function arrange(parts, phase) {
  const health = parts.querySelector('.bearings-part-health');
  const objectives = parts.querySelector('.bearings-part-objectives');
  if (phase === 'EXECUTION') {
    parts.append(objectives);
  } else {
    parts.append(health);
  }
}
