/** The part of the health page that tells whether stored figures are right, and rebuilds them. */
import { h, morph } from './lib/dom.js';
import { poll } from './lib/poll.js';
import { Refused, get, post, remove } from './lib/rest.js';

/** While a rebuild runs, and while none does. */
const SOON = 1000;
const SELDOM = 30000;

const number = (value) => new Intl.NumberFormat(document.documentElement.lang || 'en').format(value);

const moment = (instant) =>
  new Intl.DateTimeFormat(document.documentElement.lang || 'en', { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant)
  );

const isRunning = (state) => Boolean(state.rebuild && state.rebuild.state === 'RUNNING');

function rebuildText({ rebuild }) {
  if (!rebuild) {
    return '';
  }
  const counted = number(rebuild.counted);
  switch (rebuild.state) {
    case 'RUNNING':
      return AJS.I18n.getText('bearings.upkeep.rebuild.running', counted, number(rebuild.total));
    case 'DONE':
      return AJS.I18n.getText('bearings.upkeep.rebuild.done', moment(rebuild.ended), counted, number(rebuild.changed));
    default:
      return AJS.I18n.getText(
        'bearings.upkeep.rebuild.cancelled',
        moment(rebuild.ended),
        counted,
        number(rebuild.total),
        number(rebuild.changed)
      );
  }
}

/** Said aloud: that it started and how it ended, not each step. */
function spoken(state) {
  return isRunning(state) ? AJS.I18n.getText('bearings.upkeep.rebuild.progress') : rebuildText(state);
}

function checkText({ check }) {
  if (!check) {
    return AJS.I18n.getText('bearings.upkeep.check.never');
  }
  const at = moment(check.at);
  const compared = number(check.compared);
  if (check.pending) {
    return AJS.I18n.getText('bearings.upkeep.check.pending', at, compared);
  }
  return check.differences.length
    ? AJS.I18n.getText('bearings.upkeep.check.differs', at, compared)
    : AJS.I18n.getText('bearings.upkeep.check.equal', at, compared);
}

const sums = ({ issues, done, points }) =>
  AJS.I18n.getText('bearings.upkeep.check.sums', number(issues), number(done), number(points));

function differences({ check }) {
  if (!check || check.pending || !check.differences.length) {
    return null;
  }
  return h(
    'div.bearings-upkeep-differences',
    { tabindex: 0, role: 'region', 'aria-label': AJS.I18n.getText('bearings.upkeep.check.caption') },
    h(
      'table.aui',
      {},
      h('caption.bearings-hidden', {}, AJS.I18n.getText('bearings.upkeep.check.caption')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, AJS.I18n.getText('bearings.upkeep.check.keyResult')),
          h('th', { scope: 'col' }, AJS.I18n.getText('bearings.upkeep.check.stored')),
          h('th', { scope: 'col' }, AJS.I18n.getText('bearings.upkeep.check.computed'))
        )
      ),
      h(
        'tbody',
        {},
        check.differences.map((each) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, each.key),
            h('td', {}, sums(each.stored)),
            h('td', {}, sums(each.computed))
          )
        )
      )
    )
  );
}

function bar(state) {
  if (!isRunning(state)) {
    return h(
      'p',
      {},
      h('button.aui-button', { type: 'button', id: 'bearings-upkeep-rebuild' }, AJS.I18n.getText('bearings.upkeep.rebuild'))
    );
  }
  const { counted, total } = state.rebuild;
  return h(
    'p.bearings-upkeep-bar',
    {},
    h('progress', {
      value: Math.min(counted, total),
      max: Math.max(total, 1),
      'aria-label': AJS.I18n.getText('bearings.upkeep.rebuild.progress'),
    }),
    h('button.aui-button', { type: 'button', id: 'bearings-upkeep-cancel' }, AJS.I18n.getText('bearings.upkeep.rebuild.cancel'))
  );
}

function view(state) {
  return h(
    'div.bearings-upkeep-state',
    {},
    h(
      'p',
      {},
      state.followedUntil
        ? AJS.I18n.getText('bearings.upkeep.followed', moment(state.followedUntil))
        : AJS.I18n.getText('bearings.upkeep.followed.never')
    ),
    h('p', {}, checkText(state)),
    differences(state),
    h('p', {}, AJS.I18n.getText('bearings.upkeep.rebuild.text')),
    bar(state),
    h('p.bearings-upkeep-rebuilt', {}, rebuildText(state))
  );
}

/** Fills one section. Returns how to stop it. */
export function upkeep(section) {
  const live = section.querySelector('.bearings-upkeep-state');
  const says = h('p.bearings-hidden', { role: 'status' });
  const fails = h('div', { role: 'alert' });
  section.append(says, fails);
  let running = null;
  let polling = null;
  /** A button that waits for its answer cannot keep the focus. */
  let waiting = false;

  function show(state) {
    const hadFocus = waiting || live.contains(document.activeElement);
    waiting = false;
    fails.textContent = '';
    morph(live, view(state));
    if (hadFocus && !live.contains(document.activeElement)) {
      live.querySelector('button').focus();
    }
    if (running !== null && running !== isRunning(state)) {
      says.textContent = spoken(state);
    }
    if (running !== isRunning(state)) {
      running = isRunning(state);
      if (polling) {
        polling.stop();
      }
      polling = poll(refresh, running ? SOON : SELDOM);
    }
  }

  function fail(problem) {
    if (!(problem instanceof Refused)) {
      throw problem;
    }
    fails.textContent = AJS.I18n.getText('bearings.upkeep.failed', problem.message);
  }

  async function refresh() {
    try {
      show(await get('upkeep'));
    } catch (problem) {
      fail(problem);
      throw problem;
    }
  }

  live.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button || button.disabled) {
      return;
    }
    waiting = document.activeElement === button;
    button.disabled = true;
    const request = button.id === 'bearings-upkeep-cancel' ? remove('upkeep/rebuild') : post('upkeep/rebuild');
    request.then(show, fail).finally(() => {
      button.disabled = false;
    });
  });
  polling = poll(refresh, SELDOM);
  return { ready: polling.now(), stop: () => polling.stop() };
}

function start() {
  document.querySelectorAll('.bearings-upkeep:not([data-bearings-started])').forEach((section) => {
    section.setAttribute('data-bearings-started', '');
    upkeep(section);
  });
}

define('bearings/upkeep', [], () => ({ start, upkeep }));

AJS.toInit(start);
