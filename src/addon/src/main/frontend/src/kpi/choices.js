/** What can be chosen on a sheet, in the words of the person who fills it in. */

export { measureChoices } from '../workspace/choices.js';

export const sourceChoices = () => [
  ['MANUAL', AJS.I18n.getText('bearings.kpi.source.manual')],
  ['METRIC', AJS.I18n.getText('bearings.kpi.source.metric')],
  ['FORMULA', AJS.I18n.getText('bearings.kpi.source.formula')],
  ['PUSHED', AJS.I18n.getText('bearings.kpi.source.pushed')],
];

export const frequencyChoices = () => [
  ['DAILY', AJS.I18n.getText('bearings.kpi.frequency.daily')],
  ['WEEKLY', AJS.I18n.getText('bearings.kpi.frequency.weekly')],
  ['EVERY_TWO_WEEKS', AJS.I18n.getText('bearings.kpi.frequency.everyTwoWeeks')],
  ['PER_SPRINT', AJS.I18n.getText('bearings.kpi.frequency.perSprint')],
  ['PER_RELEASE', AJS.I18n.getText('bearings.kpi.frequency.perRelease')],
  ['MONTHLY', AJS.I18n.getText('bearings.kpi.frequency.monthly')],
  ['QUARTERLY', AJS.I18n.getText('bearings.kpi.frequency.quarterly')],
  ['YEARLY', AJS.I18n.getText('bearings.kpi.frequency.yearly')],
];

export const aggregationChoices = () => [
  ['LAST', AJS.I18n.getText('bearings.kpi.aggregation.last')],
  ['SUM', AJS.I18n.getText('bearings.kpi.aggregation.sum')],
  ['MEAN', AJS.I18n.getText('bearings.kpi.aggregation.mean')],
  ['MEDIAN', AJS.I18n.getText('bearings.kpi.aggregation.median')],
  ['MIN', AJS.I18n.getText('bearings.kpi.aggregation.min')],
  ['MAX', AJS.I18n.getText('bearings.kpi.aggregation.max')],
  ['SHARE', AJS.I18n.getText('bearings.kpi.aggregation.share')],
];

export const directionChoices = () => [
  ['HIGHER', AJS.I18n.getText('bearings.kpi.direction.higher')],
  ['LOWER', AJS.I18n.getText('bearings.kpi.direction.lower')],
  ['BAND', AJS.I18n.getText('bearings.kpi.direction.band')],
];

export const groundsChoices = () => [
  ['', AJS.I18n.getText('bearings.kpi.grounds.none')],
  ['CONTRACT', AJS.I18n.getText('bearings.kpi.grounds.contract')],
  ['COMPLIANCE', AJS.I18n.getText('bearings.kpi.grounds.compliance')],
  ['BASIC_HEALTH', AJS.I18n.getText('bearings.kpi.grounds.basicHealth')],
];

export const partChoices = () => [
  ['DRIVER', AJS.I18n.getText('bearings.kpi.part.driver')],
  ['GUARDRAIL', AJS.I18n.getText('bearings.kpi.part.guardrail')],
];

export const automaticChoices = () => [
  ['NOTIFY', AJS.I18n.getText('bearings.kpi.automatic.notify')],
  ['CREATE_ISSUE', AJS.I18n.getText('bearings.kpi.automatic.createIssue')],
  ['COMMENT', AJS.I18n.getText('bearings.kpi.automatic.comment')],
  ['WEBHOOK', AJS.I18n.getText('bearings.kpi.automatic.webhook')],
];

/** The words of one choice. */
export const wordOf = (choices, key) => (choices.find(([each]) => each === key) || [key, key])[1];
