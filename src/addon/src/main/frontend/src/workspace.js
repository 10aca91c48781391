/** The workspace: the objectives of a unit in a cycle, what people use every day. */
import { get } from './lib/rest.js';
import { h, morph, onAction, replaceChildren } from './lib/dom.js';
import { done } from './lib/flags.js';
import { poll } from './lib/poll.js';
import { coaching } from './workspace/coaching.js';
import { openCheckIn } from './workspace/check-in.js';
import { keyResultView, objectiveView } from './workspace/details.js';
import { gridView } from './workspace/grid.js';
import { header } from './workspace/header.js';
import { inbox, unreadCount } from './workspace/inbox.js';
import { isKpi, kpiForm } from './workspace/kpi-panel.js';
import { lazyView } from './workspace/lazy-view.js';
import { checkInId, emptyList, isDue, listElement, may, phaseOf, rowId } from './workspace/list.js';
import { filtered, isFiltered, modelOf } from './workspace/model.js';
import { editKeyResult, newKeyResult } from './workspace/key-result-form.js';
import { newInitiative } from './workspace/initiative.js';
import { editObjective, newObjective } from './workspace/objective-form.js';
import { sidePanel } from './workspace/panel.js';
import { places } from './workspace/place.js';

const EVERY = 8000;

/** What of the address the server has to know. */
const ASKED = ['unit', 'cycle', 'archived', 'asOf', 'known'];
const isOther = (place, other) => ASKED.some((name) => place[name] !== other[name]);
const SUBJECT = /^((?:O|KR)-\d+)(?:\.(edit|new|issues|check-in))?$/;

/** Brings the frame that the server drew to life. */
export function workspace(root) {
  const me = root.getAttribute('data-person-key');
  const folded = new Set();
  let model = null;
  let stamp = null;
  let outdated = true;
  let checking = null;
  let view = null;
  let initiative = '';

  const place = places(moved);
  const page = {
    me,
    place: place.now,
    go: place.go,
    model: () => model,
    open: (panel) => place.go({ panel }),
    close: () => place.go({ panel: '' }),
    reload,
    /** Goes on with a text that turned out to be something to finish. */
    makeInitiative(text) {
      initiative = text;
      place.go({ panel: 'initiative' });
    },
    /** Shows what was just saved. */
    async saved(key, text) {
      const from = place.now().panel;
      panel.saved();
      await reload();
      done(text);
      if (place.now().panel !== from) {
        // They went on to something else meanwhile.
        return;
      }
      if (from === key) {
        panel.hide();
        showPanel();
      } else {
        place.go({ panel: key });
      }
    },
    async checkedIn(key) {
      await reload();
      done(AJS.I18n.getText('bearings.checkIn.saved', key));
    },
    unread: (number) => head.unread(number),
    readUnread,
  };
  page.coach = coaching(page.makeInitiative);
  const head = header(page);
  const panel = sidePanel(page.close);
  const stale = h('p.bearings-stale', { role: 'status', hidden: true });
  const content = h('div.bearings-workspace-content');

  async function load() {
    const asked = place.now();
    const { unit, cycle } = asked;
    let answer;
    try {
      answer = await get('workspace', Object.fromEntries(ASKED.map((name) => [name, asked[name]])));
    } catch (refused) {
      outdated = true;
      showStale(refused);
      throw refused;
    }
    if (isOther(place.now(), asked)) {
      outdated = true;
      return;
    }
    if (!answer.unit) {
      showNothing();
      return;
    }
    model = asked.asOf ? modelOf({ ...answer, unit: { ...answer.unit, may: [] } }, '') : modelOf(answer, me);
    stamp = answer.stamp;
    showStale(null);
    const here = { unit: String(model.unit.id), cycle: model.cycle ? String(model.cycle.id) : 'backlog' };
    if (!unit || !cycle) {
      place.go(here, { replace: true });
    }
    draw();
  }

  /** Reads everything again, after what may be under way. */
  function reload() {
    outdated = true;
    return refresher.now();
  }

  /** Asks whether anything changed, and reads it if so. */
  async function refresh() {
    if (outdated) {
      outdated = false;
      await load();
      return;
    }
    let answer;
    try {
      answer = await get('workspace/stamp', { unit: model.unit.id, cycle: model.cycle ? model.cycle.id : 'backlog' });
    } catch (refused) {
      showStale(refused);
      throw refused;
    }
    if (answer.stamp === stamp) {
      showStale(null);
    } else {
      await Promise.all([load(), readUnread()]);
    }
  }

  async function readUnread() {
    const number = await unreadCount();
    if (number !== null) {
      head.unread(number);
    }
  }

  /** Nothing can be shown to somebody who sees no unit. */
  function showNothing() {
    outdated = true;
    root.removeAttribute('aria-busy');
    const text = AJS.I18n.getText('bearings.empty.noUnit');
    replaceChildren(root, h('div.bearings-empty', null, h('h2', null, AJS.I18n.getText('bearings.empty.title')), h('p', null, text)));
  }

  /** Old figures are better than none, as long as they say that they are old. */
  function showStale(refused) {
    if (refused && !model) {
      root.removeAttribute('aria-busy');
      replaceChildren(
        root,
        h('div.aui-message.aui-message-error', { role: 'alert' }, h('p', null, refused.message)),
        h('p', null, h('button.aui-button', { type: 'button', 'data-bearings-action': 'again' }, AJS.I18n.getText('bearings.action.again')))
      );
      return;
    }
    const text = refused ? AJS.I18n.getText('bearings.page.stale', refused.message) : '';
    if (stale.textContent !== text) {
      stale.textContent = text;
      stale.hidden = !text;
    }
  }

  function draw() {
    if (!root.contains(head.element)) {
      root.removeAttribute('aria-busy');
      replaceChildren(root, head.element, stale, h('div.bearings-workspace-main', null, content, panel.element));
    }
    head.update(model);
    drawContent();
    panel.update(model);
    showPanel();
  }

  function drawContent() {
    const wanted = place.now().view || 'list';
    if (!view || view.name !== wanted) {
      if (view) {
        view.stop();
      }
      view = {
        list: listView,
        grid: () => gridView(page),
        kpis: () => lazyView('kpis', 'workspace-kpis', page),
        map: () => lazyView('map', 'workspace-map', page),
        health: () => lazyView('health', 'workspace-health', page),
        effort: () => lazyView('effort', 'workspace-timeline', page),
        import: () => lazyView('import', 'workspace-import', page),
      }[wanted]();
      replaceChildren(content, view.element);
    }
    view.update(model, filtered(model.objectives, place.now()));
  }

  function listView() {
    const rows = h('div.bearings-rows');
    const element = h('div', null, rows);
    let health = null;
    return {
      name: 'list',
      element,
      stop() {
        if (health) {
          health.stop();
        }
      },
      update(now, objectives) {
        // While a cycle is under way, health leads.
        const leads = phaseOf(now.cycle) === 'execution' && !place.now().asOf;
        if (leads && !health) {
          health = lazyView('kpis', 'workspace-kpis', { part: 'strip' }, { quiet: true });
          element.prepend(health.element);
        }
        if (health) {
          health.element.hidden = !leads;
          health.update(now);
        }
        const state = { phase: phaseOf(now.cycle), folded, target: subjectOf(place.now().panel).key };
        morph(
          rows,
          objectives.length
            ? listElement(objectives, state)
            : h('div.bearings-rows', null, emptyList({ filtered: isFiltered(place.now()), mayCreate: may(now.unit, 'CREATE_OBJECTIVE') }))
        );
      },
    };
  }

  function moved(now, before) {
    if (!model) {
      return;
    }
    if (isOther(now, before)) {
      const same = now.unit === String(model.unit.id) && now.cycle === (model.cycle ? String(model.cycle.id) : 'backlog');
      if (!same || ['archived', 'asOf', 'known'].some((name) => now[name] !== before[name])) {
        reload();
      }
      return;
    }
    head.update(model);
    drawContent();
    showPanel();
  }

  /** Who looks at the page; their name where it is known here. */
  const person = () => model.owners().find(({ key }) => key === me) || { key: me, name: '' };

  const subjectOf = (name) => {
    const [, key = '', what = ''] = SUBJECT.exec(name) || [];
    return { key, what };
  };

  function showPanel() {
    const name = place.now().panel;
    if (!name) {
      panel.hide();
      root.classList.remove('bearings-with-panel');
      return;
    }
    const { key, what } = subjectOf(name);
    if (what === 'check-in' && model.byKey.has(key)) {
      // Where somebody is asked for a check-in, the link leads to its form and not only to the key result.
      place.go({ panel: '' }, { replace: true });
      checkIn(key);
      return;
    }
    const make = viewNamed(name);
    if (make) {
      root.classList.add('bearings-with-panel');
      panel.show(name, make);
    } else {
      elsewhere(name);
    }
  }

  function viewNamed(name) {
    if (name === 'inbox') {
      return () => inbox(page);
    }
    if (name === 'initiative') {
      return () => newInitiative(page, initiative);
    }
    if (name === 'new') {
      return () => newObjective(page);
    }
    if (isKpi(name)) {
      const { unit, units } = model;
      return () => kpiForm(name, { of: { unitId: unit.id, unitName: unit.name, units, me: person() }, close: page.close, saved: panel.saved }, () => panel.update(model));
    }
    const { key, what } = subjectOf(name);
    const item = model.byKey.get(key);
    if (!item || (item.titleHidden && what)) {
      return null;
    }
    if (item.keyResults) {
      return { edit: () => editObjective(page, item), new: () => newKeyResult(page, item), '': () => objectiveView(page, item) }[what];
    }
    return { edit: () => editKeyResult(page, item), issues: () => keyResultView(page, item, 'issues'), '': () => keyResultView(page, item) }[what] || null;
  }

  /** A link may name something of another unit or cycle: then the page goes there. */
  async function elsewhere(name) {
    const { key } = subjectOf(name);
    try {
      const objective = await objectiveOf(key);
      if (objective && place.now().panel === name) {
        const there = { unit: String(objective.unit.id), cycle: objective.cycle ? String(objective.cycle.id) : 'backlog' };
        const archived = objective.archived ? 'true' : place.now().archived;
        if (there.unit !== String(model.unit.id) || there.cycle !== (model.cycle ? String(model.cycle.id) : 'backlog') || archived !== place.now().archived) {
          place.go({ ...there, archived }, { replace: true });
          return;
        }
      }
    } catch (refused) {
      showStale(refused);
    }
    if (place.now().panel === name) {
      panel.hide();
    }
  }

  function checkIn(key) {
    const item = model.byKey.get(key);
    const at = document.getElementById(checkInId(key));
    if (!item || !at) {
      place.go({ panel: key });
      return;
    }
    if (checking && checking.key !== key && !checking.isDirty()) {
      checking.close();
    }
    checking = Object.assign(
      openCheckIn(at, item, {
        async saved() {
          checking = null;
          await page.checkedIn(key);
          focusAfter(key);
        },
        closed() {
          checking = null;
          focusAfter(key);
        },
      }),
      { key }
    );
    at.scrollIntoView({ block: 'nearest' });
  }

  function focusAfter(key) {
    const next = document.getElementById(`${rowId(key)}-check-in`);
    if (next) {
      next.focus();
    }
  }

  /** The next key result that waits for this person: their own first, the longest overdue first. */
  function nextDue() {
    const due = model
      .keyResults()
      .filter((keyResult) => isDue(keyResult) && may(keyResult, 'CHECK_IN'))
      .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || (a.nextCheckIn || '').localeCompare(b.nextCheckIn || ''));
    const at = due.findIndex(({ key }) => checking && checking.key === key);
    const next = due[(at + 1) % due.length];
    if (next) {
      folded.delete(next.objective.key);
      if ((place.now().view || 'list') !== 'list' || isFiltered(place.now())) {
        place.go({ view: '', label: '', owner: '', status: '', q: '' });
      }
      drawContent();
      checkIn(next.key);
    }
  }

  const isOwn = ({ owner }) => Boolean(owner && owner.key === me);

  onAction(root, {
    again: reload,
    view: (button) => place.go({ view: button.getAttribute('data-view') === 'list' ? '' : button.getAttribute('data-view'), sort: '', only: '', health: '', category: '' }),
    'clear-filters': () => place.go({ label: '', owner: '', status: '', q: '' }),
    today: () => place.go({ asOf: '', known: '' }),
    'only-status'(button) {
      const status = button.getAttribute('data-status');
      place.go({ status: place.now().status === status ? '' : status });
    },
    'create-objective': () => place.go({ panel: 'new' }),
    'add-key-result': (button) => place.go({ panel: `${button.getAttribute('data-key')}.new` }),
    'check-in': (button) => checkIn(button.getAttribute('data-key')),
    'next-due': nextDue,
    fold(button) {
      const key = button.getAttribute('data-key');
      if (!folded.delete(key)) {
        folded.add(key);
      }
      drawContent();
    },
  });

  // Links to what the panel shows change the address without the browser jumping about.
  root.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      place.go({ panel: decodeURIComponent(link.getAttribute('href').slice(1)) });
    }
  });

  const refresher = poll(refresh, EVERY);
  const ready = refresher.now().then(() => model && readUnread());
  return {
    ready,
    refresh: () => refresher.now(),
    stop() {
      refresher.stop();
      place.stop();
      if (view) {
        view.stop();
      }
    },
  };
}

async function objectiveOf(key) {
  const id = key.replace(/^\D+/, '');
  if (key.startsWith('O-')) {
    return get(`objectives/${id}`);
  }
  const keyResult = await get(`key-results/${id}`);
  return get(`objectives/${keyResult.objectiveId}`);
}

function start() {
  document.querySelectorAll('.bearings-workspace:not([data-bearings-started])').forEach((root) => {
    root.setAttribute('data-bearings-started', '');
    workspace(root);
  });
}

define('bearings/workspace', [], () => ({ start, workspace }));

AJS.toInit(start);
