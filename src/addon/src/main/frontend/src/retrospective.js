/** The retrospective of a unit on a cycle: what its objectives came to, and why. */
import { get } from './lib/rest.js';
import { h, replaceChildren } from './lib/dom.js';
import { pickers } from './lib/pickers.js';
import { beside } from './retrospective/beside.js';
import { matrix } from './retrospective/matrix.js';
import { meeting } from './retrospective/meeting.js';
import { examined } from './retrospective/objective.js';
import { dayText } from './workspace/values.js';

/**
 * Brings the frame that the server drew to life.
 *
 * @returns {Promise<function()>} ends the reading of what others do
 */
export async function retrospective(root) {
  let stop = () => {};
  const query = new URLSearchParams(window.location.search);
  const wanted = { unit: query.get('unit') || '', cycle: query.get('cycle') || '' };
  try {
    const all = await read(wanted);
    const together = all.now ? meeting(all.whole, all.now) : null;
    stop = together ? together.stop : stop;
    replaceChildren(root, ...shown(all, together));
  } catch (refused) {
    const elsewhere = h('a', { href: window.location.pathname }, AJS.I18n.getText('bearings.retro.elsewhere'));
    replaceChildren(root, h('div.aui-message.aui-message-error', { role: 'alert' }, h('p', null, refused.message), h('p', null, elsewhere)));
  } finally {
    root.removeAttribute('aria-busy');
  }
  const target = window.location.hash && document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (target) {
    target.scrollIntoView({ block: 'start' });
  }
  return stop;
}

async function read(wanted) {
  const work = await get('workspace', wanted);
  // Without an address it is the cycle that is looked back at, else the one that runs.
  const reviewed = work.cycles.find(({ state }) => state === 'REVIEW');
  const cycle = (wanted.cycle ? work.cycle : reviewed || work.cycle) || null;
  if (!work.unit || !cycle) {
    return { work, cycle: null };
  }
  try {
    const [whole, now] = await Promise.all([get(`retrospectives/${work.unit.id}/${cycle.id}`), readMeeting(work.unit.id, cycle.id)]);
    return { work, cycle, whole, now };
  } catch (refused) {
    // A cycle that has not begun has a kickoff, and nothing to look back at.
    if (refused.status !== 400) {
      throw refused;
    }
    return { work, cycle, hint: refused.message };
  }
}

/** What came of the cycle can be read where the meeting cannot. */
const readMeeting = (unit, cycle) => get(`meetings/${unit}/${cycle}`).catch(() => null);

function shown({ work, cycle, whole, hint }, together) {
  const top = head(work, cycle);
  if (!whole) {
    return [top, h('p.bearings-hint', null, hint || AJS.I18n.getText('bearings.retro.noCycle'))];
  }
  return [
    top,
    whole.over ? null : h('p.bearings-retro-running', null, AJS.I18n.getText('bearings.retro.running', dayText(whole.cycle.last))),
    together && together.element,
    whole.objectives.length
      ? [matrix(whole), whole.objectives.map((each) => examined(each, whole.unit.id, together && together.verdictOf(each.id)))]
      : h('p.bearings-hint', null, AJS.I18n.getText('bearings.retro.empty')),
    beside(whole),
  ];
}

function head(work, cycle) {
  const query = new URLSearchParams(cycle ? { unit: String(work.unit.id), cycle: String(cycle.id) } : {});
  const workspace = h(
    'a.aui-button',
    { href: `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?${query}` },
    AJS.I18n.getText('bearings.retro.workspace')
  );
  const where = pickers(go, workspace);
  where.update(work, cycle);
  return h(
    'div.bearings-page-header',
    null,
    h(
      'div',
      null,
      h('h1', null, AJS.I18n.getText('bearings.retro.title')),
      h(
        'p.bearings-page-lead',
        null,
        cycle
          ? AJS.I18n.getText('bearings.retro.lead', work.unit.name, cycle.name, dayText(cycle.first), dayText(cycle.last))
          : AJS.I18n.getText('bearings.retro.question')
      )
    ),
    where.element
  );
}

function go({ unit, cycle }) {
  const next = new URLSearchParams(Object.entries({ unit, cycle }).filter(([, value]) => value));
  window.location.search = next.toString();
}

function start() {
  document.querySelectorAll('.bearings-retro:not([data-bearings-started])').forEach((root) => {
    root.setAttribute('data-bearings-started', '');
    retrospective(root);
  });
}

define('bearings/retrospective', [], () => ({ start, retrospective }));

AJS.toInit(start);
