/** What the ways are called in which one objective can lean on another. */

/** @returns {Array<Array<string>>} each kind with its words, in the order in which they are offered */
export const alignmentChoices = () => [
  ['CONTRIBUTES', AJS.I18n.getText('bearings.align.contributes')],
  ['DEPENDS', AJS.I18n.getText('bearings.align.depends')],
  ['CONFLICTS', AJS.I18n.getText('bearings.align.conflicts')],
];

/** @param {string} kind of an alignment */
export const alignmentText = (kind) => new Map(alignmentChoices()).get(kind) || kind;
