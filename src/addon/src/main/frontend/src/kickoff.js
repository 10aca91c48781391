/** The kickoff of a unit: from a why to a start that everybody understands the same. */
import { get, post } from './lib/rest.js';
import { h, onAction, replaceChildren } from './lib/dom.js';
import { done, failed } from './lib/flags.js';
import { capacity } from './kickoff/capacity.js';
import { coverage } from './kickoff/coverage.js';
import { head } from './kickoff/head.js';
import { learnings } from './kickoff/learnings.js';
import { litmus } from './kickoff/litmus.js';
import { readiness } from './kickoff/readiness.js';
import { restate } from './kickoff/restate.js';
import { stepFrame } from './kickoff/step.js';
import { write } from './kickoff/write.js';

/** Brings the frame that the server drew to life. */
export function kickoff(root) {
  const query = new URLSearchParams(window.location.search);
  const wanted = { unit: query.get('unit') || '', cycle: query.get('cycle') || '' };
  const me = root.getAttribute('data-person-key');
  let shown = null;

  async function read() {
    const work = await get('workspace', wanted);
    const cycle = cycleOf(work);
    if (!work.unit || !cycle) {
      return { work, cycle: null };
    }
    const at = { unit: work.unit.id, cycle: cycle.id };
    const [now, own] = await Promise.all([
      get('kickoff', at),
      work.cycle && work.cycle.id === cycle.id ? work : get('workspace', at),
    ]);
    return { work: own, cycle, now };
  }

  /** Without an address it is the cycle that is being planned, else the one that runs. */
  function cycleOf(work) {
    const planned = work.cycles.find(({ state }) => state === 'PLANNING');
    return (wanted.cycle ? work.cycle : planned || work.cycle) || null;
  }

  const page = {
    me,
    /** Reads everything again; what is being typed stays. */
    async reload(text) {
      const state = await read();
      shown.update(state);
      if (text) {
        done(text);
      }
    },
    go: ({ unit, cycle }) => {
      const next = new URLSearchParams(Object.entries({ unit, cycle }).filter(([, value]) => value));
      window.location.search = next.toString();
    },
    async mark(step, to) {
      const { now } = shown.state();
      try {
        await post(`kickoff/steps/${step}`, { unitId: now.unit.id, cycleId: now.cycle.id, state: to });
        await page.reload();
      } catch (refused) {
        failed(refused.fields && refused.fields.state ? refused.fields.state : refused.message);
      }
    },
  };

  async function start() {
    let state;
    try {
      state = await read();
    } catch (refused) {
      replaceChildren(root, h('div.aui-message.aui-message-error', { role: 'alert' }, h('p', null, refused.message)));
      return;
    } finally {
      root.removeAttribute('aria-busy');
    }
    shown = state.cycle ? path(page, state) : nothing(page, state);
    replaceChildren(root, shown.element);
    showHash();
  }

  function showHash() {
    const target = /^#[a-z]+$/.test(window.location.hash) && root.querySelector(`.bearings-step${window.location.hash}`);
    if (target) {
      target.scrollIntoView({ block: 'start' });
      target.querySelector('h2').focus({ preventScroll: true });
    }
  }

  onAction(root, {
    mark: (button) => page.mark(button.getAttribute('data-step'), button.getAttribute('data-state')),
    print: () => window.print(),
  });
  return start();
}

/** The steps one below the other. */
function path(page, first) {
  let state = first;
  const top = head(page);
  // Before the first retrospective there is nothing to learn from.
  const learns = first.now.steps.some(({ step }) => step === 'LEARNINGS');
  const steps = [
    ...(learns ? [stepFrame('LEARNINGS', 'learnings', learnings(page))] : []),
    stepFrame('WRITE', 'write', write(page, first)),
    stepFrame('RESTATE', 'restate', restate(page)),
    stepFrame('LITMUS', 'litmus', litmus(page, first)),
    stepFrame('READINESS', 'readiness', readiness()),
  ];
  const sides = [capacity(), coverage()];
  const all = [top, ...steps, ...sides];
  const element = h(
    'div',
    null,
    top.element,
    h('ol.bearings-steps', null, steps.map((each) => each.element)),
    sides.map((each) => each.element)
  );
  const update = (next) => {
    state = next;
    all.forEach((each) => each.update(next));
  };
  update(first);
  return { element, update, state: () => state };
}

/** There is no unit or no cycle: what to do about it. */
function nothing(page, { work }) {
  const top = head(page);
  top.update({ work });
  const text = work.unit ? AJS.I18n.getText('bearings.kickoff.noCycle', work.unit.name) : AJS.I18n.getText('bearings.kickoff.noUnit');
  return {
    element: h(
      'div',
      null,
      top.element,
      h('div.bearings-empty', null, h('h2', null, AJS.I18n.getText('bearings.kickoff.nothing')), h('p', null, text))
    ),
    update() {},
    state: () => ({ work }),
  };
}

function start() {
  document.querySelectorAll('.bearings-kickoff:not([data-bearings-started])').forEach((root) => {
    root.setAttribute('data-bearings-started', '');
    kickoff(root);
  });
}

define('bearings/kickoff', [], () => ({ start, kickoff }));

AJS.toInit(start);
