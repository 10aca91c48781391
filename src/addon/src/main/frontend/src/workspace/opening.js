/** What happened to the linked work since somebody last checked in: the check-in begins with it. */
import { h, replaceChildren } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { dayText } from './values.js';

/** How many are shown at once, and how many keys stand in a sentence. */
const FEW = 6;

const KINDS = ['DONE', 'ADDED', 'REOPENED', 'BLOCKED'];

/**
 * @param {{keyResult: Object, suggest: function({progress: string, problems: string})}} subject `suggest` is called with
 *     what the person could say about it; nothing is saved by that
 * @returns {{element: Element, update: function(), stop: function()}}
 */
export function opening({ keyResult, suggest }) {
  const element = h('div.bearings-opening', null, h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.loading')));
  let stopped = false;

  async function load() {
    try {
      const found = await get(`key-results/${keyResult.id}/check-ins/opening`);
      if (!stopped) {
        replaceChildren(element, content(found));
        suggest(suggestion(found.happenings));
      }
    } catch (refused) {
      if (!stopped) {
        replaceChildren(element, h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.opening.failed', refused.message)));
      }
    }
  }

  load();
  return {
    element,
    update() {},
    stop() {
      stopped = true;
    },
  };
}

function content({ since, happenings, hidden, earlier }) {
  if (!happenings.length && !hidden) {
    return null;
  }
  const heading = since ? AJS.I18n.getText('bearings.opening.since', dayText(since.slice(0, 10))) : AJS.I18n.getText('bearings.opening.first');
  const behind = happenings.slice(FEW);
  return [
    h('h3.bearings-panel-section', null, heading),
    h('ul.bearings-entries', null, happenings.slice(0, FEW).map(row)),
    behind.length > 0 &&
      h('details', null, h('summary', null, AJS.I18n.getText('bearings.opening.more', behind.length)), h('ul.bearings-entries', null, behind.map(row))),
    hidden > 0 && h('p.bearings-hint', null, hidden === 1 ? AJS.I18n.getText('bearings.opening.hidden.one') : AJS.I18n.getText('bearings.opening.hidden.many', hidden)),
    earlier > 0 && h('p.bearings-hint', null, AJS.I18n.getText('bearings.opening.earlier', earlier)),
  ];
}

const row = ({ kind, issueKey, title, at }) =>
  h(
    'li.bearings-entry',
    null,
    h('span.bearings-flag', null, kindText(kind)),
    ' ',
    h('a', { href: `${AJS.contextPath()}/browse/${encodeURIComponent(issueKey)}`, target: '_blank', rel: 'noopener' }, issueKey),
    ' ',
    h('span', { dir: 'auto' }, title),
    ' ',
    h('time.bearings-hint', { datetime: at }, dayText(at.slice(0, 10)))
  );

function kindText(kind) {
  switch (kind) {
    case 'DONE':
      return AJS.I18n.getText('bearings.opening.done');
    case 'ADDED':
      return AJS.I18n.getText('bearings.opening.added');
    case 'REOPENED':
      return AJS.I18n.getText('bearings.opening.reopened');
    default:
      return AJS.I18n.getText('bearings.opening.blocked');
  }
}

/** Keys alone: whoever reads the check-in may not be allowed to know what the issues are called. */
function suggestion(happenings) {
  const sentence = (kind) => {
    const keys = [...new Set(happenings.filter((each) => each.kind === kind).map(({ issueKey }) => issueKey))];
    const named = keys.slice(0, FEW).join(', ');
    if (!keys.length) {
      return '';
    }
    return keys.length > FEW
      ? AJS.I18n.getText('bearings.opening.sentence.more', kindText(kind), named, keys.length - FEW)
      : AJS.I18n.getText('bearings.opening.sentence', kindText(kind), named);
  };
  const said = (kinds) => kinds.map(sentence).filter(Boolean).join('\n');
  return { progress: said(KINDS.slice(0, 3)), problems: said(KINDS.slice(3)) };
}
