/**
 * How numbers are written. The server writes the same figures in its templates (`io.bearings.web.Figures`): one file
 * of worked cases holds both to the same words. No data is never written as 0 %.
 */

const ISSUES = 'ISSUES';

/**
 * Whole percent of a ratio, rounded half up; but only everything is 100, and only nothing is 0.
 *
 * @param {number|null|undefined} ratio
 * @returns {number|null} null where there is no data
 */
export function percent(ratio) {
  if (ratio === null || ratio === undefined) {
    return null;
  }
  const rounded = Math.floor(ratio * 100 + 0.5 + 1e-9);
  if (rounded >= 100 && ratio < 1) {
    return 99;
  }
  if (rounded <= 0 && ratio > 0) {
    return 1;
  }
  return rounded;
}

/** Percent with its sign, or the words for no data. */
export function percentText(ratio) {
  const value = percent(ratio);
  return value === null
    ? AJS.I18n.getText('bearings.progress.noData')
    : AJS.I18n.getText('bearings.progress.percent', value);
}

/** "45 % expected by now". */
export const expectedText = (expected) => AJS.I18n.getText('bearings.progress.expected', percentText(expected));

/** A weight or a sum of weights without needless digits: at most two decimals. */
export function quantity(number) {
  return String(Math.floor(number * 100 + 0.5 + 1e-9) / 100);
}

/** What is done, in words: "1 of 3 issues done". */
export function doneText(keyResult) {
  const { issues } = keyResult;
  if (issues === 0) {
    return keyResult.outOfScope > 0
      ? AJS.I18n.getText('bearings.progress.allOutOfScope')
      : AJS.I18n.getText('bearings.progress.noIssues');
  }
  if (keyResult.weightBy !== ISSUES) {
    const sums = [quantity(keyResult.doneWeight), quantity(keyResult.totalWeight)];
    if (keyResult.weightBy === 'ESTIMATE') {
      return AJS.I18n.getText('bearings.progress.hours', ...sums);
    }
    return keyResult.weightBy === 'POINTS'
      ? AJS.I18n.getText('bearings.progress.points', ...sums)
      : AJS.I18n.getText('bearings.progress.amount', ...sums);
  }
  return issues === 1
    ? AJS.I18n.getText('bearings.progress.issues.one', keyResult.done)
    : AJS.I18n.getText('bearings.progress.issues.many', keyResult.done, issues);
}

/** What stands beside the progress: work under way, work out of scope, estimates that are missing. */
export function noteTexts(keyResult) {
  const notes = [];
  if (keyResult.inProgress > 0) {
    notes.push(AJS.I18n.getText('bearings.progress.inProgress', keyResult.inProgress));
  }
  if (keyResult.outOfScope > 0 && keyResult.issues > 0) {
    notes.push(AJS.I18n.getText('bearings.progress.outOfScope', keyResult.outOfScope));
  }
  if (keyResult.imputed > 0 && !keyResult.mostlyNotEstimated) {
    notes.push(AJS.I18n.getText('bearings.progress.imputed', keyResult.imputed));
  }
  return notes;
}

/**
 * How much of the objective's weight the score rests on; empty where it rests on all of it, or where nothing has data
 * yet.
 */
export function coverageText(objective) {
  const covered = percent(objective.coverage);
  if (covered === null || covered === 0 || covered >= 100) {
    return '';
  }
  return objective.score === null || objective.score === undefined
    ? AJS.I18n.getText('bearings.score.tooLittle', covered)
    : AJS.I18n.getText('bearings.score.coverage', covered);
}
