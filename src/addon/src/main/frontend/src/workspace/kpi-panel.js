/** A form about KPIs in the side panel; it comes in a script of its own. */
import { lazyView } from './lazy-view.js';

/** What of a hash names something of KPIs. */
export const isKpi = (name) => /^KPI-(\d+|new|propose)(\.\w+)?$/.test(name);

/**
 * @param {string} name
 * @param {Object} subject what `kpi/panel.js` takes beside the name
 * @param {function()} changed called when its title is another one
 */
export function kpiForm(name, subject, changed) {
  const heading = { title: '', kicker: '' };
  let isDirty = () => false;
  const { element } = lazyView('kpi', 'kpi-forms', {
    ...subject,
    name,
    titled(title, kicker) {
      Object.assign(heading, { title, kicker });
      changed();
    },
    watched(asked) {
      isDirty = asked;
    },
  });
  return {
    get title() {
      return heading.title || AJS.I18n.getText('bearings.kind.kpi');
    },
    get kicker() {
      return heading.kicker;
    },
    element,
    isDirty: () => isDirty(),
    update() {},
  };
}
