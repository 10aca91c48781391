/** What the marks of a key result mean and what to do about them, and work of it that counts twice. */
import { h, morph } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { flagText } from '../lib/status.js';
import { metricState } from './metric-state.js';

const SENTENCES = () => ({
  OVERDUE: AJS.I18n.getText('bearings.mark.overdue'),
  SILENT: AJS.I18n.getText('bearings.mark.silent'),
  OUTPUT_WITHOUT_OUTCOME: AJS.I18n.getText('bearings.mark.outputWithoutOutcome'),
  DIRECTION_WITHOUT_EXECUTION: AJS.I18n.getText('bearings.mark.directionWithoutExecution'),
  CONFIDENCE_MISMATCH: AJS.I18n.getText('bearings.mark.confidenceMismatch'),
  MOSTLY_NOT_ESTIMATED: AJS.I18n.getText('bearings.mark.mostlyNotEstimated'),
});

/**
 * @param {{keyResult: Object}} subject
 * @returns {{element: Element, update: function(Object), stop: function()}} `update` takes the key result as it is now
 */
export function marks({ keyResult }) {
  const list = h('div');
  const metric = keyResult.source === 'JQL' && metricState(keyResult.id);
  const element = h('div', null, metric && metric.element, list);
  let shown = keyResult;
  let doubles = [];
  let read = '';
  let stopped = false;

  /** What is shared changes with what is linked; where nothing is, nothing is asked. */
  async function readDoubles() {
    const now = JSON.stringify([shown.issues, shown.outOfScope]);
    if (now === read) {
      return;
    }
    read = now;
    try {
      doubles = shown.issues || shown.outOfScope ? (await get(`key-results/${keyResult.id}/double-counts`)).doubles : [];
    } catch (refused) {
      // The marks are worth showing without it; it is asked for again with the next change.
      read = '';
      doubles = [];
    }
    draw();
  }

  function draw() {
    const sentences = SENTENCES();
    const marked = [shown.status, ...(shown.flags || []), shown.mostlyNotEstimated && 'MOSTLY_NOT_ESTIMATED'].filter((mark) => sentences[mark]);
    if (stopped || !(marked.length || doubles.length || list.firstChild)) {
      return;
    }
    const rows = [
      ...[...new Set(marked)].map((mark) => h('li.bearings-entry', null, h('strong', null, flagText(mark)), h('p', null, sentences[mark]))),
      ...doubles.map(doubleRow),
    ];
    morph(list, h('div', null, rows.length > 0 && h('ul.bearings-entries.bearings-marks', { 'aria-label': AJS.I18n.getText('bearings.marks') }, rows)));
  }

  function update(now) {
    shown = now;
    if (metric) {
      metric.update();
    }
    draw();
    readDoubles();
  }

  update(keyResult);
  return {
    element,
    update,
    stop() {
      stopped = true;
      if (metric) {
        metric.stop();
      }
    },
  };
}

/** The same work under another key result that adds up with this one. */
function doubleRow({ relation, key, title, issues, named }) {
  const rest = issues - named.length;
  return h(
    'li.bearings-entry',
    null,
    h('strong', null, AJS.I18n.getText('bearings.double')),
    h('p', null, doubleText(relation, issues)),
    key ? h('p', null, h('a', { href: `#${key}`, dir: 'auto' }, `${key} ${title}`)) : h('p.bearings-hint', null, AJS.I18n.getText('bearings.double.hidden')),
    h(
      'p',
      null,
      named.map((issue, i) => [
        i > 0 && ', ',
        h('a', { href: `${AJS.contextPath()}/browse/${encodeURIComponent(issue.key)}`, title: issue.title }, issue.key),
      ]),
      rest > 0 && h('span.bearings-hint', null, ` ${AJS.I18n.getText('bearings.double.rest', rest)}`)
    )
  );
}

function doubleText(relation, issues) {
  switch (relation) {
    case 'PARENT':
      return AJS.I18n.getText('bearings.double.parent', issues);
    case 'CHILD':
      return AJS.I18n.getText('bearings.double.child', issues);
    default:
      return AJS.I18n.getText('bearings.double.sibling', issues);
  }
}
