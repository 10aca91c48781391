/** Tabs after the ARIA pattern; what a tab shows is made when it is first chosen. */
import { h, replaceChildren, uniqueId } from '../lib/dom.js';

/**
 * @param {string} label names the tabs
 * @param {Array<{id: string, name: string, make: function(): Element}>} all
 */
export function tabs(label, all) {
  const stem = uniqueId('tabs');
  const made = new Map();
  const panel = h('div.bearings-tab-panel', { role: 'tabpanel', id: `${stem}-panel`, tabindex: '0' });
  const buttons = all.map(({ id, name }) =>
    h(
      'button.bearings-tab',
      { type: 'button', role: 'tab', id: `${stem}-${id}`, 'aria-controls': `${stem}-panel`, 'aria-selected': 'false', tabindex: '-1' },
      name
    )
  );

  function choose(index) {
    buttons.forEach((button, each) => {
      button.setAttribute('aria-selected', String(each === index));
      button.tabIndex = each === index ? 0 : -1;
    });
    const { id, make } = all[index];
    if (!made.has(id)) {
      made.set(id, make());
    }
    panel.setAttribute('aria-labelledby', buttons[index].id);
    replaceChildren(panel, made.get(id));
  }

  buttons.forEach((button, index) => {
    button.addEventListener('click', () => choose(index));
    button.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        event.preventDefault();
        const next = (index + step + buttons.length) % buttons.length;
        choose(next);
        buttons[next].focus();
      }
    });
  });
  choose(0);
  return {
    element: h('div.bearings-tabs', null, h('div.bearings-tab-list', { role: 'tablist', 'aria-label': label }, buttons), panel),
    choose: (id) => choose(all.findIndex((each) => each.id === id)),
  };
}
