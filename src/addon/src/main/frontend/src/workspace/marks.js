/** What the marks of a key result mean and what to do about them. */
import { h, morph } from '../lib/dom.js';
import { flagText } from '../lib/status.js';

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
  const element = h('div');

  function update(now) {
    const sentences = SENTENCES();
    const marked = [now.status, ...(now.flags || []), now.mostlyNotEstimated && 'MOSTLY_NOT_ESTIMATED'].filter((mark) => sentences[mark]);
    morph(
      element,
      h(
        'div',
        null,
        marked.length > 0 &&
          h(
            'ul.bearings-entries.bearings-marks',
            { 'aria-label': AJS.I18n.getText('bearings.marks') },
            [...new Set(marked)].map((mark) => h('li.bearings-entry', null, h('strong', null, flagText(mark)), h('p', null, sentences[mark])))
          )
      )
    );
  }

  update(keyResult);
  return { element, update, stop() {} };
}
