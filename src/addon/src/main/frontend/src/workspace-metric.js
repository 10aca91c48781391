/** Writing the metric of a key result, which is loaded when somebody chooses that source. */
import { formulaHelp } from './kpi/formula-field.js';

/** @param {{control: HTMLTextAreaElement, measure: function(): Object}} subject */
function view({ control, measure }) {
  const parent = control.parentNode;
  const next = control.nextSibling;
  const { element, describe, check } = formulaHelp(control, measure, null);
  Object.entries({ spellcheck: 'false', autocomplete: 'off', dir: 'ltr' }).forEach(([name, value]) => control.setAttribute(name, value));
  parent.insertBefore(element, next);
  describe();
  check();
  return { element: document.createElement('div'), update: check, stop() {} };
}

define('bearings/workspace-metric', [], () => ({ view }));
