/** The objectives and KPIs of a project: what the server drew, kept fresh and made editable. */
import { changing } from './lib/rest.js';
import { h, morph, onAction } from './lib/dom.js';
import { newsOf } from './lib/news.js';
import { poll } from './lib/poll.js';
import { emptyElement, objectiveElements } from './lib/objective.js';
import { projectHealth } from './project/health.js';
import { phaseTabs } from './project/phases.js';
import { done } from './lib/flags.js';
import { linkedIssues } from './lib/linked-issues.js';
import { addKeyResult, createObjective, editKeyResult, editObjective } from './lib/objective-dialogs.js';

/** Figures follow an issue 1.5 s later at most; nobody should wait longer than five seconds for both. */
const EVERY = 2500;

/** Brings a page that the server drew to life. */
export function projectPage(root) {
  const projectKey = root.getAttribute('data-project-key');
  const mayEdit = root.getAttribute('data-may-edit') === 'true';
  const cycleId = Number(root.getAttribute('data-cycle-id')) || null;
  const objectives = root.querySelector('.bearings-objectives');
  const opened = new Map();
  /** Objectives that somebody opened or closed, whatever the phase does with the others. */
  const chosen = new Map();
  /** Objectives whose key results are written: those that are or were open. */
  const unfolded = new Set();
  const isOpen = (id) => (chosen.has(id) ? chosen.get(id) : root.getAttribute('data-phase') === 'KICKOFF');
  const read = changing('objectives', { project: projectKey, cycle: 'open' });
  let shown = null;
  let saving = false;

  async function refresh() {
    let overview;
    try {
      overview = await read();
    } catch (refused) {
      showStale(refused);
      throw refused;
    }
    showStale(null);
    if (overview) {
      const before = shown;
      shown = overview.objectives;
      draw(shown);
      if (before) {
        await Promise.all([tell(newsOf(before, shown)), refreshOpened(before)]);
      }
    }
  }

  /** What somebody saved here themselves is told by a flag. */
  function tell({ text, keys }) {
    if (!saving) {
      news.textContent = text;
      keys.forEach((key) => elementOf(key).classList.add('bearings-moved'));
    }
  }

  const ownerOf = (key) => shown.find(({ keyResults }) => keyResults.some((each) => each.key === key));

  /** What shows an objective or a key result: of one that is not written, its objective. */
  const elementOf = (key) => document.getElementById(key) || document.getElementById(ownerOf(key).key);

  function draw(list) {
    list.filter(({ id }) => isOpen(id)).forEach(({ id }) => unfolded.add(id));
    const state = { opened: new Set(opened.keys()), isOpen, isUnfolded: (id) => unfolded.has(id) };
    morph(
      objectives,
      h(
        'div.bearings-objectives',
        null,
        list.length ? objectiveElements(list, cycleId, state) : emptyElement(mayEdit)
      )
    );
  }

  /** An opened list is read again only when the figures of its key result moved. */
  function refreshOpened(before) {
    const textsOf = (objectives) =>
      new Map(objectives.flatMap(({ keyResults }) => keyResults).map((each) => [each.id, JSON.stringify(each)]));
    const old = textsOf(before);
    const now = textsOf(shown);
    return Promise.all(
      Array.from(opened, ([id, list]) => (old.has(id) && now.has(id) && old.get(id) !== now.get(id) ? list.refresh() : null))
    );
  }

  const stale = h('p.bearings-stale', { hidden: true });
  const news = h('p.bearings-news', { role: 'status' });
  objectives.before(news, stale);

  /** Old figures are better than none, as long as they say that they are old. */
  function showStale(refused) {
    const text = refused ? AJS.I18n.getText('bearings.page.stale', refused.message) : '';
    if (stale.textContent !== text) {
      stale.textContent = text;
      stale.hidden = !text;
    }
  }

  const refresher = poll(refresh, EVERY);

  async function toggle(button) {
    const id = Number(button.getAttribute('data-key-result-id'));
    const container = document.getElementById(button.getAttribute('aria-controls'));
    const open = !opened.has(id);
    button.setAttribute('aria-expanded', String(open));
    container.hidden = !open;
    if (open) {
      const mayLink = button.closest('.bearings-objective').getAttribute('data-may-link') === 'true';
      const list = linkedIssues(container, id, { mayEdit: mayLink, changed: refresher.now });
      opened.set(id, list);
      await list.refresh();
    } else {
      opened.delete(id);
      container.textContent = '';
    }
  }

  /** Opens or closes objectives, and writes those key results that have not been wanted before. */
  function showOpened() {
    let missing = false;
    objectives.querySelectorAll('.bearings-objective').forEach((section) => {
      const id = Number(section.getAttribute('data-objective-id'));
      const open = String(isOpen(id));
      missing = missing || (isOpen(id) && !unfolded.has(id));
      section.setAttribute('data-open', open);
      section.querySelectorAll('.bearings-open').forEach((button) => button.setAttribute('aria-expanded', open));
    });
    if (!missing) {
      return Promise.resolve();
    }
    if (!shown) {
      return refresher.now();
    }
    draw(shown);
    return Promise.resolve();
  }

  const idOf = (element, name) => element.closest(`[data-${name}-id]`).getAttribute(`data-${name}-id`);

  async function afterDialog(dialog, textOf) {
    const saved = await dialog;
    if (saved) {
      saving = true;
      await refresher.now().finally(() => {
        saving = false;
      });
      done(textOf(saved.key));
    }
    return saved;
  }

  const savedText = (key) => AJS.I18n.getText('bearings.page.saved', key);
  const createdText = (key) => AJS.I18n.getText('bearings.page.created', key);

  onAction(root, {
    'toggle-links': toggle,
    'open-objective'(button) {
      const id = Number(idOf(button, 'objective'));
      chosen.set(id, !isOpen(id));
      return showOpened();
    },
    async 'create-objective'() {
      const created = await afterDialog(createObjective(projectKey), createdText);
      if (created) {
        showTarget(created.key);
      }
    },
    'edit-objective': (button) => afterDialog(editObjective(idOf(button, 'objective')), savedText),
    'add-key-result'(button) {
      const id = idOf(button, 'objective');
      return afterDialog(addKeyResult(id, `O-${id}`), createdText);
    },
    'edit-key-result': (button) => afterDialog(editKeyResult(idOf(button, 'key-result')), savedText),
  });

  const showHash = () => showTarget(decodeURIComponent(window.location.hash.slice(1)));

  /** Shows a key result that is folded away, if the page has it. */
  async function unfold(key) {
    if (!shown) {
      await refresher.now();
    }
    const owner = shown && ownerOf(key);
    if (owner) {
      chosen.set(owner.id, true);
      await showOpened();
      showTarget(key);
    }
  }

  /** Shows the objective or the key result that the address names. */
  function showTarget(key) {
    const target = /^(O|KR)-\d+$/.test(key) && document.getElementById(key);
    if (!target && /^KR-\d+$/.test(key)) {
      unfold(key);
    }
    if (!target || !objectives.contains(target)) {
      return;
    }
    const whole = target.closest('.bearings-objective');
    if (whole !== target) {
      chosen.set(Number(whole.getAttribute('data-objective-id')), true);
      showOpened();
    }
    objectives.querySelectorAll('.bearings-target').forEach((old) => old.classList.remove('bearings-target'));
    target.classList.add('bearings-target');
    target.scrollIntoView({ block: 'start' });
    const focus = target.querySelector('.bearings-objective-title, .bearings-toggle');
    focus.focus({ preventScroll: true });
  }

  const tabs = phaseTabs(root, () => {
    // In another phase all objectives are as that phase has them.
    chosen.clear();
    showOpened();
  });
  const health = projectHealth(root);

  // The server writes the key results of objectives that are open.
  objectives.querySelectorAll('.bearings-key-result').forEach((row) => {
    unfolded.add(Number(row.closest('.bearings-objective').getAttribute('data-objective-id')));
  });
  window.addEventListener('hashchange', showHash);
  showHash();
  return {
    refresh: refresher.now,
    toggle,
    stop() {
      refresher.stop();
      health.stop();
      tabs.stop();
      window.removeEventListener('hashchange', showHash);
    },
  };
}

function start() {
  document.querySelectorAll('.bearings-project-page:not([data-bearings-started])').forEach((root) => {
    root.setAttribute('data-bearings-started', '');
    projectPage(root);
  });
}

define('bearings/project-page', [], () => ({ start, projectPage }));

AJS.toInit(start);
