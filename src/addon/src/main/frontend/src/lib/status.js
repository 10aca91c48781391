/** What a status is called and how it is drawn: a text with a shape of its own, and a colour beside them. */
import { h, svg } from './dom.js';

const SHAPES = {
  dot: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z',
  ring: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  triangle: 'M8 2l6.5 12h-13z',
  square: 'M3 3h10v10H3z',
  diamond: 'M8 1l7 7-7 7-7-7z',
  check: 'M6.2 13L1.6 8.4l1.7-1.7 2.9 2.9 6.5-6.5 1.7 1.7z',
  half: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 2v8a4 4 0 0 1 0-8z',
  cross: 'M3.5 2L8 6.5 12.5 2 14 3.5 9.5 8l4.5 4.5-1.5 1.5L8 9.5 3.5 14 2 12.5 6.5 8 2 3.5z',
  clock: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM7 4h2v3.6l2.4 1.4-1 1.7L7 8.8z',
  bar: 'M2 6.5h12v3H2z',
};

const words = () => ({
  ABANDONED: [AJS.I18n.getText('bearings.status.abandoned'), 'bar', 'quiet'],
  CLOSED: [AJS.I18n.getText('bearings.status.closed'), 'bar', 'quiet'],
  DRAFT: [AJS.I18n.getText('bearings.status.draft'), 'ring', 'quiet'],
  NO_DATA: [AJS.I18n.getText('bearings.status.noData'), 'ring', 'quiet'],
  ACHIEVED: [AJS.I18n.getText('bearings.status.achieved'), 'check', 'good'],
  PARTLY: [AJS.I18n.getText('bearings.status.partly'), 'half', 'warn'],
  MISSED: [AJS.I18n.getText('bearings.status.missed'), 'cross', 'bad'],
  OFF_TRACK: [AJS.I18n.getText('bearings.status.offTrack'), 'square', 'bad'],
  OVERDUE: [AJS.I18n.getText('bearings.status.overdue'), 'clock', 'bad'],
  GUARDRAIL_RED: [AJS.I18n.getText('bearings.status.guardrailRed'), 'diamond', 'bad'],
  SILENT: [AJS.I18n.getText('bearings.status.silent'), 'bar', 'warn'],
  OUTPUT_WITHOUT_OUTCOME: [AJS.I18n.getText('bearings.status.outputWithoutOutcome'), 'half', 'warn'],
  TOO_EARLY: [AJS.I18n.getText('bearings.status.tooEarly'), 'ring', 'quiet'],
  AT_RISK: [AJS.I18n.getText('bearings.status.atRisk'), 'triangle', 'warn'],
  ON_TRACK: [AJS.I18n.getText('bearings.status.onTrack'), 'dot', 'good'],
});

const flagWords = () => ({
  OVERDUE: AJS.I18n.getText('bearings.status.overdue'),
  GUARDRAIL_RED: AJS.I18n.getText('bearings.status.guardrailRed'),
  SILENT: AJS.I18n.getText('bearings.status.silent'),
  OUTPUT_WITHOUT_OUTCOME: AJS.I18n.getText('bearings.status.outputWithoutOutcome'),
  CONFIDENCE_MISMATCH: AJS.I18n.getText('bearings.flag.confidenceMismatch'),
  DIRECTION_WITHOUT_EXECUTION: AJS.I18n.getText('bearings.flag.directionWithoutExecution'),
  OUTCOME_NOT_MEASURED: AJS.I18n.getText('bearings.flag.outcomeNotMeasured'),
  MOSTLY_NOT_ESTIMATED: AJS.I18n.getText('bearings.progress.mostlyNotEstimated'),
});

/** Statuses that can be asked for, the most pressing first. */
export const STATUSES = [
  'OFF_TRACK', 'OVERDUE', 'AT_RISK', 'ON_TRACK', 'TOO_EARLY', 'NO_DATA', 'SILENT', 'OUTPUT_WITHOUT_OUTCOME', 'GUARDRAIL_RED',
  'ACHIEVED', 'PARTLY', 'MISSED', 'CLOSED', 'ABANDONED',
];

/** What is shown first of an objective or a key result: a draft has no status yet. */
export const shownStatus = (item) => (item.state === 'DRAFT' ? 'DRAFT' : item.status);

export const statusText = (status) => (words()[status] || [status])[0];

/** @returns {string} good, warn, bad or quiet */
export const statusTone = (status) => (words()[status] || [null, null, 'quiet'])[2];

/** The shape alone, for where the text stands elsewhere. */
export function statusShape(status) {
  const [, shape, tone] = words()[status] || [null, 'ring', 'quiet'];
  return svg(
    `svg.bearings-shape.bearings-shape-${tone}`,
    { viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: SHAPES[shape], 'fill-rule': 'evenodd' })
  );
}

export function statusLozenge(status) {
  return status
    ? h(`span.bearings-status.bearings-status-${statusTone(status)}`, null, statusShape(status), statusText(status))
    : null;
}

/** The words for what holds beside a status. */
export const flagText = (flag) => flagWords()[flag];

/** What else is to be known, beside the status that leads. */
export function flagsOf(item) {
  const known = flagWords();
  const flags = (item.flags || []).filter((flag) => flag !== item.status);
  if (item.outcomeNotMeasured && !flags.includes('OUTCOME_NOT_MEASURED')) {
    flags.push('OUTCOME_NOT_MEASURED');
  }
  return flags.filter((flag) => known[flag]).map((flag) => h('span.bearings-flag', null, known[flag]));
}

const DECIDED = ['DRAFT', 'CLOSED', 'ABANDONED'];

/**
 * What may be said of an objective or a key result. Without a cycle nothing can be judged, so nothing is claimed but
 * what somebody decided: that it is a draft, closed or given up.
 *
 * @param {Object} item as the REST resources give it
 * @param {boolean} inCycle whether its objective is in a cycle
 * @returns {{status: string|null, flags: Element[], expected: number|null}} `expected`: the share that was to be
 *     expected by now, where it is judged by that
 */
export function standingOf(item, inCycle) {
  const shown = shownStatus(item);
  const decided = DECIDED.includes(shown);
  const paced = inCycle && !decided && item.pace !== null && item.pace !== undefined;
  return {
    status: inCycle || decided ? shown : null,
    flags: inCycle ? flagsOf(item) : [],
    expected: paced ? item.expected : null,
  };
}

/** The line that says where something stands; nothing where nothing is claimed. */
export function standingElement({ status, flags }, ...more) {
  return status ? h('p.bearings-standing', null, statusLozenge(status), more, flags) : null;
}
