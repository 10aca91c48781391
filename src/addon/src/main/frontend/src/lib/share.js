/** What an issue contributes to a key result, and what changes once it is done. The server writes the same (`ShareFigures`). */
import { h, svg } from './dom.js';
import { quantity } from './figures.js';

/** Percent with one decimal, for what is a small part; what is there is never 0. */
export function shareText(ratio) {
  if (ratio === null || ratio === undefined) {
    return AJS.I18n.getText('bearings.progress.noData');
  }
  const rounded = Math.floor(ratio * 1000 + 0.5 + 1e-9) / 10;
  return AJS.I18n.getText('bearings.progress.percent', quantity(rounded === 0 && ratio > 0 ? 0.1 : rounded));
}

const byWork = ({ source }) => source === 'ISSUES';

function partText({ source, target, weightBy }, { weight, total }) {
  const sums = [quantity(weight), quantity(total)];
  if (source === 'ISSUES' && target !== null && target !== undefined) {
    return AJS.I18n.getText('bearings.share.part.fixed', ...sums);
  }
  switch (weightBy) {
    case 'ISSUES':
      return AJS.I18n.getText('bearings.share.part.issues', ...sums);
    case 'POINTS':
      return AJS.I18n.getText('bearings.share.part.points', ...sums);
    case 'ESTIMATE':
      return AJS.I18n.getText('bearings.share.part.hours', ...sums);
    default:
      return AJS.I18n.getText('bearings.share.part.amount', ...sums);
  }
}

function countsText(keyResult, share) {
  switch (share.standing) {
    case 'OUT_OF_SCOPE':
      return AJS.I18n.getText('bearings.share.outOfScope');
    case 'NOT_COUNTED':
      return AJS.I18n.getText('bearings.share.notCounted');
    case 'DONE':
      return AJS.I18n.getText('bearings.share.done', partText(keyResult, share), shareText(share.share));
    default:
      return AJS.I18n.getText('bearings.share.open', partText(keyResult, share), shareText(share.share));
  }
}

function thenText(keyResult, { now, then }) {
  const both = [shareText(now), shareText(then)];
  return byWork(keyResult) ? AJS.I18n.getText('bearings.share.then', ...both) : AJS.I18n.getText('bearings.share.thenWork', ...both);
}

const changes = ({ then }) => then !== null && then !== undefined;

/** The words for it, with what changes as somebody said it. */
export function shareElement(keyResult, share, sentences) {
  return h(
    'div.bearings-share',
    null,
    h('p.bearings-share-part', null, countsText(keyResult, share)),
    share.imputed && h('p.bearings-hint', null, AJS.I18n.getText('bearings.share.imputed')),
    changes(share) && h('p.bearings-share-then', null, thenText(keyResult, share)),
    sentences.map((sentence) => h('p.bearings-share-change', { dir: 'auto' }, sentence))
  );
}

/** The part of the bar that the issue would add; nothing where the bar shows something else than the work. */
export function gainElement(keyResult, share) {
  if (!byWork(keyResult) || !changes(share) || share.now === null) {
    return null;
  }
  const place = (ratio) => Math.max(0, Math.min(1, ratio)) * 100;
  const from = place(share.now);
  return svg(
    'svg.bearings-gain',
    { 'aria-hidden': 'true', focusable: 'false' },
    svg('rect.bearings-gain-part', {
      x: `${quantity(from)}%`,
      y: '0',
      width: `${quantity(Math.max(0, place(share.then) - from))}%`,
      height: '100%',
    })
  );
}
