/** Brings the Coach to the forms of the workspace. */
import { coach, MAKE_INITIATIVE } from '../lib/coach.js';

const control = ({ field }) => field.control;

/**
 * @param {function(string)} makeInitiative called with a text that is to become an issue
 * @returns {{objective: function(Object), keyResult: function(Object, Object)}} each watches the inputs of a form
 */
export function coaching(makeInitiative) {
  function watch(title, settings) {
    coach({ ...settings, title });
    title.addEventListener(MAKE_INITIATIVE, (event) => makeInitiative(event.detail.text));
  }

  return {
    objective({ title, why, kind }) {
      watch(control(title), {
        about: 'objective',
        why: control(why),
        others: [control(kind)],
        read: () => ({
          title: title.value(),
          kind: kind.value(),
          // Nobody is blamed for a field that they have not come to yet.
          ...(why.value() || seen.has(control(why)) ? { why: why.value() } : {}),
        }),
      });
      control(why).addEventListener('blur', () => seen.add(control(why)));
    },
    /** @param {Object} objective that it belongs to */
    keyResult({ title, source, kpi, nature, baseline, target }, objective) {
      watch(control(title), {
        about: 'key-result',
        others: [source, kpi, nature, baseline, target].map(control),
        read: () => ({
          title: title.value(),
          source: source.value(),
          nature: nature.value(),
          ...given('baseline', baseline.value()),
          ...given('target', target.value()),
          ...(source.value() === 'KPI' ? given('kpi', kpi.value()) : {}),
          kind: objective.kind,
          objective: objective.id,
        }),
      });
    },
  };
}

/** Fields that somebody has left once. */
const seen = new WeakSet();

const given = (name, value) => (value === null ? {} : { [name]: value });
