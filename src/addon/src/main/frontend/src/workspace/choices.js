/** What can be chosen for objectives and key results, in the words of the person who fills in a form. */

const sourceNames = () => ({
  MANUAL: AJS.I18n.getText('bearings.source.manual'),
  ISSUES: AJS.I18n.getText('bearings.source.issues'),
  BINARY: AJS.I18n.getText('bearings.source.binary'),
  MAINTAIN: AJS.I18n.getText('bearings.source.maintain'),
  EVIDENCE: AJS.I18n.getText('bearings.source.evidence'),
  ALIGNED: AJS.I18n.getText('bearings.source.aligned'),
  KPI: AJS.I18n.getText('bearings.source.kpi'),
  JQL: AJS.I18n.getText('bearings.source.jql'),
  CONNECTOR: AJS.I18n.getText('bearings.source.connector'),
});

export const sourceText = (source) => sourceNames()[source] || source;

export const measureChoices = () => [
  ['NUMBER', AJS.I18n.getText('bearings.measure.number')],
  ['PERCENT', AJS.I18n.getText('bearings.measure.percent')],
  ['CURRENCY', AJS.I18n.getText('bearings.measure.currency')],
  ['DURATION', AJS.I18n.getText('bearings.measure.duration')],
  ['POINTS', AJS.I18n.getText('bearings.measure.points')],
  ['RATING', AJS.I18n.getText('bearings.measure.rating')],
];

export const kindChoices = () => [
  ['ASPIRATIONAL', AJS.I18n.getText('bearings.kind.aspirational')],
  ['COMMITTED', AJS.I18n.getText('bearings.kind.committed')],
];
