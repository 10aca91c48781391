/** What units and cycles are called on their pages. */

export const levels = () => [
  ['COMPANY', AJS.I18n.getText('bearings.unit.level.company')],
  ['AREA', AJS.I18n.getText('bearings.unit.level.area')],
  ['TEAM', AJS.I18n.getText('bearings.unit.level.team')],
];

export const openness = () => [
  ['EVERYONE', AJS.I18n.getText('bearings.unit.openness.everyone')],
  ['MEMBERS', AJS.I18n.getText('bearings.unit.openness.members')],
];

export const roles = () => [
  ['VIEWER', AJS.I18n.getText('bearings.role.viewer')],
  ['CONTRIBUTOR', AJS.I18n.getText('bearings.role.contributor')],
  ['LEAD', AJS.I18n.getText('bearings.role.lead')],
  ['CHAMPION', AJS.I18n.getText('bearings.role.champion')],
  ['EXECUTIVE', AJS.I18n.getText('bearings.role.executive')],
];

export const every = () => [
  ['WEEKLY', AJS.I18n.getText('bearings.cadence.weekly')],
  ['EVERY_TWO_WEEKS', AJS.I18n.getText('bearings.cadence.twoWeeks')],
  ['EVERY_THREE_WEEKS', AJS.I18n.getText('bearings.cadence.threeWeeks')],
  ['MONTHLY', AJS.I18n.getText('bearings.cadence.monthly')],
];

export const weekdays = () => [
  ['MONDAY', AJS.I18n.getText('bearings.day.monday')],
  ['TUESDAY', AJS.I18n.getText('bearings.day.tuesday')],
  ['WEDNESDAY', AJS.I18n.getText('bearings.day.wednesday')],
  ['THURSDAY', AJS.I18n.getText('bearings.day.thursday')],
  ['FRIDAY', AJS.I18n.getText('bearings.day.friday')],
  ['SATURDAY', AJS.I18n.getText('bearings.day.saturday')],
  ['SUNDAY', AJS.I18n.getText('bearings.day.sunday')],
];

export const lengths = () => [
  ['QUARTER', AJS.I18n.getText('bearings.cycles.length.quarter')],
  ['HALF', AJS.I18n.getText('bearings.cycles.length.half')],
  ['YEAR', AJS.I18n.getText('bearings.cycles.length.year')],
  ['CUSTOM', AJS.I18n.getText('bearings.cycles.length.custom')],
];

export const kinds = () => [
  ['CALENDAR', AJS.I18n.getText('bearings.cycles.kind.calendar')],
  ['PROJECT', AJS.I18n.getText('bearings.cycles.kind.project')],
];

export const states = () => [
  ['PLANNING', AJS.I18n.getText('bearings.cycles.state.planning')],
  ['ACTIVE', AJS.I18n.getText('bearings.cycles.state.active')],
  ['REVIEW', AJS.I18n.getText('bearings.cycles.state.review')],
  ['CLOSED', AJS.I18n.getText('bearings.cycles.state.closed')],
];

/** The text of a value. */
export const word = (words, value) => Object.fromEntries(words)[value] || value;
