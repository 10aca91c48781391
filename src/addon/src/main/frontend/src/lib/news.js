/** What happened to objectives while somebody looked at them, in the words that a screen reader says. */
import { doneText, percentText } from './figures.js';
import { standingOf, statusText } from './status.js';

/** So many changes are told one by one: more than that nobody listens to. */
const TOLD = 3;

/**
 * What is another thing now. Figures of an objective follow from those of its key results, so only these are told.
 *
 * @param {Object[]} before objectives as the REST resources give them
 * @param {Object[]} after the same, read later
 * @returns {{text: string, keys: string[]}} `text` is empty where nothing worth a word changed; `keys` names the key
 *     results whose figures or status moved
 */
export function newsOf(before, after) {
  const old = itemsOf(before);
  const now = itemsOf(after);
  const moves = [];
  const others = [];
  now.forEach((item, key) => {
    if (!old.has(key)) {
      others.push(AJS.I18n.getText('bearings.news.new', key));
      return;
    }
    const move = moveOf(old.get(key), item);
    if (move) {
      moves.push([key, move]);
    } else if (old.get(key).version !== item.version) {
      others.push(AJS.I18n.getText('bearings.news.changed', key));
    }
  });
  old.forEach((item, key) => {
    if (!now.has(key)) {
      others.push(AJS.I18n.getText('bearings.news.gone', key));
    }
  });
  return { text: sentence([...moves.map(([, move]) => move), ...others]), keys: moves.map(([key]) => key) };
}

function sentence(all) {
  const told = all.slice(0, TOLD);
  if (all.length > TOLD) {
    told.push(AJS.I18n.getText('bearings.news.more', all.length - TOLD));
  }
  return told.join(' ');
}

/** Objectives and key results by key, in their order on the page. */
const itemsOf = (objectives) =>
  new Map(
    objectives.flatMap((objective) => [
      [objective.key, { version: objective.version }],
      ...objective.keyResults.map((keyResult) => [keyResult.key, looksOf(keyResult, objective)]),
    ])
  );

function looksOf(keyResult, objective) {
  const { status } = standingOf(keyResult, Boolean(objective.cycle));
  return {
    key: keyResult.key,
    version: keyResult.version,
    done: keyResult.issues > 0 ? doneText(keyResult) : '',
    percent: percentText(keyResult.ratio),
    status: status ? statusText(status) : '',
  };
}

/** The sentence on a key result whose figures or status moved; null where they did not. */
function moveOf(before, { key, done, percent, status }) {
  const figures = before.done !== done || before.percent !== percent;
  const parts = [...(figures ? [done, percent] : []), before.status === status ? '' : status].filter(Boolean).join(', ');
  if (!parts) {
    return null;
  }
  return before.percent === percent
    ? AJS.I18n.getText('bearings.news.moved', key, parts)
    : AJS.I18n.getText('bearings.news.movedFrom', key, parts, before.percent);
}
