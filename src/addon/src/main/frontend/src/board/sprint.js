/** What of an active sprint serves which key result, how much serves none, and attaching that. */
import { attachUndoably } from '../lib/attachments.js';
import { h, morph, onAction, replaceChildren, uniqueId } from '../lib/dom.js';
import { percent, percentText, quantity } from '../lib/figures.js';
import { keyResultPicker } from '../lib/key-result-picker.js';
import { get, post } from '../lib/rest.js';
import { inWorkspace } from '../lib/served.js';
import { shareText } from '../lib/share.js';
import { dayText } from '../workspace/values.js';

/**
 * @param {Object} board as `GET boards/ID` gives it
 * @param {Object} first the sprint as it is in it
 * @param {function(): Promise<Object>} readBoard reads the board again
 * @param {function(Object)} changed gets the board as it was read again
 * @returns {{element: Element}}
 */
export function sprintSection(board, first, readBoard, changed) {
  let sprint = first;
  const titleId = uniqueId('sprint');
  const figures = h('div.bearings-sprint-figures');
  const list = h('div.bearings-unserved', { hidden: true });
  const items = h('ul.bearings-unserved-list');
  const rest = h('p.bearings-hint', { hidden: true });
  const problem = h('p.bearings-problem', { role: 'alert' });
  const more = h('button.aui-button.aui-button-link', { type: 'button', 'data-bearings-action': 'more', hidden: true }, AJS.I18n.getText('bearings.board.more'));
  let shown = [];
  let hidden = 0;
  let next = null;
  let opened = false;
  let unread = 0;

  const opener = h('button.aui-button', { type: 'button', 'data-bearings-action': 'unserved', 'aria-expanded': 'false' });
  list.append(items, rest, h('p', null, more));
  const element = h(
    'section.bearings-board-part.bearings-board-sprint',
    { 'aria-labelledby': titleId },
    h('h2', { id: titleId, dir: 'auto' }, AJS.I18n.getText('bearings.board.sprint', sprint.name)),
    figures,
    h('p', null, opener),
    list,
    problem
  );

  function draw() {
    morph(figures, h('div.bearings-sprint-figures', null, figuresOf({ ...sprint, unread })));
    opener.hidden = sprint.none.issues === 0;
    opener.textContent = AJS.I18n.getText('bearings.board.showUnserved', sprint.none.issues);
    list.hidden = !opened || opener.hidden;
  }

  /** Reads from the start as much as is shown, or one part more. */
  async function read(from = null) {
    problem.textContent = '';
    try {
      const answer = await get(`boards/${board.id}/sprints/${sprint.id}/unserved`, { skip: from || null });
      shown = from === null ? answer.issues : shown.concat(answer.issues);
      hidden = (from === null ? 0 : hidden) + answer.hidden;
      next = answer.next;
      replaceChildren(items, shown.map((issue) => row(issue, board.mayAttach)));
      rest.hidden = hidden === 0;
      rest.textContent = hidden === 1 ? AJS.I18n.getText('bearings.board.unservedHidden.one') : AJS.I18n.getText('bearings.board.unservedHidden.many', hidden);
      more.hidden = next === null;
    } catch (refused) {
      problem.textContent = refused.message;
    }
  }

  async function refresh() {
    try {
      const answer = await readBoard();
      changed(answer);
      sprint = answer.sprints.find(({ id }) => id === sprint.id) || sprint;
      draw();
      if (opened) {
        await read();
      }
    } catch (refused) {
      problem.textContent = refused.message;
    }
  }

  /** Has the server read what it does not know yet of the sprint, a part at a time, and shows what that changes. */
  async function readRest() {
    try {
      const reading = await post(`boards/${board.id}/sprints/${sprint.id}/reading`);
      unread = reading.unread;
      if (reading.read > 0) {
        await refresh();
        await (unread > 0 ? readRest() : null);
      } else {
        draw();
      }
    } catch (refused) {
      problem.textContent = refused.message;
    }
  }

  function focusList() {
    (items.querySelector('button') || opener).focus();
  }

  function openPicker(button) {
    const issueKey = button.getAttribute('data-issue');
    const place = button.closest('li').querySelector('.bearings-picker-place');
    const close = () => {
      replaceChildren(place);
      button.hidden = false;
      button.focus();
    };
    const picker = keyResultPicker(
      issueKey,
      async (keyResult) => {
        picker.busy(true);
        problem.textContent = '';
        try {
          await attachUndoably(keyResult, issueKey, refresh);
          await refresh();
          focusList();
        } catch (refused) {
          close();
          problem.textContent = refused.fields.issueKeys || refused.message;
        }
      },
      close
    );
    button.hidden = true;
    replaceChildren(place, picker.element);
    picker.open();
  }

  onAction(element, {
    unserved() {
      opened = !opened;
      opener.setAttribute('aria-expanded', String(opened));
      list.hidden = !opened;
      return opened ? read() : null;
    },
    more: () => read(next),
    attach: openPicker,
  });
  draw();
  readRest();
  return { element };
}

const row = ({ key, title, status }, mayAttach) =>
  h(
    'li.bearings-unserved-issue',
    null,
    h(
      'div.bearings-unserved-head',
      null,
      h('a.bearings-key', { href: `${AJS.contextPath()}/browse/${key}` }, key),
      h('span.bearings-unserved-title', { dir: 'auto' }, title),
      h('span.bearings-hint', null, status),
      mayAttach &&
        h(
          'button.aui-button.aui-button-subtle',
          { type: 'button', 'data-bearings-action': 'attach', 'data-issue': key },
          AJS.I18n.getText('bearings.board.attach'),
          h('span.bearings-hidden', null, ` ${key}`)
        )
    ),
    h('div.bearings-picker-place')
  );

function figuresOf(sprint) {
  const { name, end, whole, none, serves, hidden } = sprint;
  const facts = h(
    'p.bearings-hint',
    null,
    [partText(whole), pointsText(sprint, whole), end && AJS.I18n.getText('bearings.board.until', dayText(end.slice(0, 10)))].filter(Boolean).join(' \u00b7 ')
  );
  if (!whole.issues) {
    return [h('p.bearings-hint', null, AJS.I18n.getText('bearings.board.emptySprint', name)), notes(sprint)];
  }
  return [
    facts,
    leadElement(sprint),
    h(
      'ul.bearings-sprint-serves',
      null,
      serves.map((each) =>
        h(
          'li.bearings-sprint-row',
          null,
          h(
            'div',
            null,
            h('a', { href: inWorkspace(each, each.key), dir: 'auto' }, each.title),
            h('p.bearings-hint', null, h('span.bearings-key', null, `${each.objectiveKey} `), h('span', { dir: 'auto' }, each.objectiveTitle))
          ),
          amounts(sprint, each.part)
        )
      ),
      hidden > 0 &&
        h(
          'li.bearings-hint',
          null,
          hidden === 1 ? AJS.I18n.getText('bearings.board.hidden.one') : AJS.I18n.getText('bearings.board.hidden.many', hidden)
        ),
      none.issues > 0 &&
        h('li.bearings-sprint-row.bearings-sprint-none', null, h('div', null, h('strong', null, AJS.I18n.getText('bearings.board.none'))), amounts(sprint, none))
    ),
    notes(sprint),
  ];
}

/** How much of the sprint serves anything: a bar of two parts, and the same in words. */
function leadElement({ name, whole, none }) {
  const unserved = none.share === null ? none.issues / whole.issues : none.share;
  const served = percent(1 - unserved);
  if (none.issues === 0) {
    return h('p.bearings-sprint-lead', null, AJS.I18n.getText('bearings.board.allServe', name));
  }
  return h(
    'div',
    null,
    h(
      'p.bearings-sprint-lead',
      null,
      none.issues === whole.issues
        ? AJS.I18n.getText('bearings.board.nothingServes', name)
        : [
            h('span', null, `${AJS.I18n.getText('bearings.board.serves')} `, h('strong', null, percentText(1 - unserved))),
            h('span', null, `${AJS.I18n.getText('bearings.board.none')} `, h('strong', null, percentText(unserved))),
          ]
    ),
    h('div.bearings-sprint-bar', { 'aria-hidden': 'true' }, h('span.bearings-sprint-served', { style: `inline-size: ${served}%` }))
  );
}

const amounts = (sprint, part) =>
  h(
    'p.bearings-sprint-amounts',
    null,
    [partText(part), pointsText(sprint, part), part.share !== null && AJS.I18n.getText('bearings.board.share', shareText(part.share))]
      .filter(Boolean)
      .map((text) => h('span', null, text))
  );

const partText = ({ issues, done }) =>
  issues === 1 ? AJS.I18n.getText('bearings.board.part.one', issues, done) : AJS.I18n.getText('bearings.board.part.many', issues, done);

const pointsText = ({ notEstimated }, { points, donePoints }) =>
  notEstimated ? '' : AJS.I18n.getText('bearings.board.points', quantity(donePoints), quantity(points));

function notes({ notEstimated, whole, outOfScope, unread }) {
  const { unestimated } = whole;
  const texts = [
    notEstimated && whole.issues > 0 && AJS.I18n.getText('bearings.board.notEstimated'),
    !notEstimated &&
      unestimated > 0 &&
      (unestimated === 1 ? AJS.I18n.getText('bearings.board.unestimated.one', unestimated) : AJS.I18n.getText('bearings.board.unestimated.many', unestimated)),
    outOfScope > 0 &&
      (outOfScope === 1 ? AJS.I18n.getText('bearings.board.outOfScope.one', outOfScope) : AJS.I18n.getText('bearings.board.outOfScope.many', outOfScope)),
    unread > 0 && AJS.I18n.getText('bearings.board.unread', unread),
  ].filter(Boolean);
  return texts.length > 0 && h('ul.bearings-notes', null, texts.map((text) => h('li', null, text)));
}
