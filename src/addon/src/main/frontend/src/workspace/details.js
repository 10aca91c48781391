/** The views of an objective and of a key result: what one wants to know, then what was said and done. */
import { h, morph, replaceChildren } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { linkedIssues } from '../lib/linked-issues.js';
import { coverageText } from '../lib/figures.js';
import { actionsOf, removeAlignment } from './actions.js';
import { alignmentText } from './alignment-words.js';
import { arrowWeight, isWeighed } from './arrow-weight.js';
import { openCheckIn } from './check-in.js';
import { boundsText, paceBar, paceText, sparkline, wayText } from './figures.js';
import { kindText, projectText, visibilityText } from './objective-form.js';
import { sourceText } from './choices.js';
import { annotations, blockers, decisions, evidence, history } from './sections.js';
import { kpiAddress } from './kpi-address.js';
import { lazyView } from './lazy-view.js';
import { flagsOf, shownStatus, statusLozenge } from '../lib/status.js';
import { tabs } from './tabs.js';
import { thread } from './talk.js';
import { may } from './list.js';
import { dayText, instantText, isNumber, numberText, scoreText, valueText } from './values.js';

const fact = (name, value) => (value ? [h('dt', null, name), h('dd', { dir: 'auto' }, value)] : null);

const facts = (...pairs) => h('dl.bearings-panel-facts', null, pairs);

/** The view of an objective. */
export function objectiveView(page, start) {
  let objective = start;
  const top = h('div');
  const place = h('div');
  const actions = actionBar(page, place);
  const overview = h('div');
  const serving = objective.titleHidden ? null : lazyView('serving', 'workspace-marks', { part: 'serving', objective }, { quiet: true });
  const weights = new Map();
  const mayWrite = may(objective, 'COMMENT');
  const below = objective.titleHidden
    ? null
    : h(
        'div.bearings-panel-sections',
        null,
        blockers({ objective }, mayWrite).element,
        decisions(objective, mayWrite).element,
        annotations(`objective:${objective.id}`, mayWrite).element
      );

  function draw() {
    morph(top, h('div', null, standing(objective)));
    actions.draw(objective);
    morph(overview, h('div', null, objectiveOverview(objective, page)));
    drawWeights();
    if (serving) {
      serving.update(objective);
    }
  }

  /** A weight that somebody is typing stays as it is while the rest is drawn anew. */
  function drawWeights() {
    (objective.parents || []).forEach((parent) => {
      const frame = overview.querySelector(`#${weightId(parent)}`);
      const known = weights.get(parent.alignmentId);
      if (frame && known && frame.contains(known.element)) {
        known.update(parent);
      } else if (frame) {
        const made = arrowWeight(page, parent);
        weights.set(parent.alignmentId, made);
        replaceChildren(frame, made.element);
      }
    });
  }

  const all = tabs(AJS.I18n.getText('bearings.panel.parts', objective.key), [
    { id: 'overview', name: AJS.I18n.getText('bearings.panel.overview'), make: () => h('div', null, overview, serving && serving.element, below) },
    ...(objective.titleHidden
      ? []
      : [
          { id: 'timeline', name: AJS.I18n.getText('bearings.timeline'), make: () => lazyView('timeline', 'workspace-timeline', { objective }).element },
          { id: 'talk', name: AJS.I18n.getText('bearings.talk'), make: () => thread('objective', objective.id, mayWrite).element },
          {
            id: 'history',
            name: AJS.I18n.getText('bearings.history'),
            make: () => history(`objectives/${objective.id}/history`, may(objective, 'CONSENT')),
          },
        ]),
  ]);
  draw();
  return {
    get title() {
      return objective.titleHidden ? AJS.I18n.getText('bearings.objective.private') : objective.title;
    },
    get kicker() {
      return [objective.key, objective.unit && objective.unit.name, objective.cycle && objective.cycle.name].filter(Boolean).join(' \u00b7 ');
    },
    element: h('div', null, top, actions.element, place, all.element),
    update(model) {
      objective = model.byKey.get(objective.key) || objective;
      draw();
    },
  };
}

/** The buttons of a view: drawn anew only when something changed that they depend on. */
function actionBar(page, place) {
  const element = h('div');
  let drawn = '';
  return {
    element,
    draw(item) {
      const now = JSON.stringify([item.version, item.state, item.archived, item.followed, item.may]);
      if (now !== drawn) {
        drawn = now;
        const focused = element.contains(document.activeElement) && document.activeElement.getAttribute('data-bearings-do');
        replaceChildren(element, actionsOf(page, item, place));
        const again = focused && element.querySelector(`[data-bearings-do="${focused}"]`);
        if (again) {
          again.focus();
        }
      }
    },
  };
}

const standing = (item) =>
  h('p.bearings-row-standing', null, statusLozenge(shownStatus(item)), flagsOf(item), item.stateReason && h('span.bearings-hint', null, item.stateReason));

function objectiveOverview(objective, page) {
  return [
    objective.why && h('p.bearings-panel-why', { dir: 'auto' }, objective.why),
    facts(
      fact(AJS.I18n.getText('bearings.score'), isNumber(objective.score) ? paceText(objective) : AJS.I18n.getText('bearings.progress.noData')),
      fact(AJS.I18n.getText('bearings.coverage'), coverageText(objective)),
      fact(AJS.I18n.getText('bearings.confidence'), isNumber(objective.confidence) && AJS.I18n.getText('bearings.confidence.ten', objective.confidence)),
      fact(AJS.I18n.getText('bearings.form.owner'), objective.owner && objective.owner.name),
      fact(AJS.I18n.getText('bearings.form.kind'), kindText(objective.kind)),
      fact(AJS.I18n.getText('bearings.form.visibility'), objective.visibility && visibilityText(objective.visibility)),
      fact(AJS.I18n.getText('bearings.form.reviewOn'), objective.reviewOn && dayText(objective.reviewOn)),
      fact(AJS.I18n.getText('bearings.form.labels'), (objective.labels || []).join(', ')),
      fact(AJS.I18n.getText('bearings.form.contributingUnits'), (objective.contributingUnits || []).map(({ name }) => name).join(', ')),
      fact(AJS.I18n.getText('bearings.form.projects'), (objective.projects || []).map(projectText).join(', ')),
      Object.entries(objective.fields || {}).map(([name, value]) => fact(name, value))
    ),
    (objective.parents || []).length > 0 && [
      h('h3.bearings-panel-section', null, AJS.I18n.getText('bearings.alignment')),
      h('ul.bearings-entries', null, objective.parents.map((parent) => parentRow(parent, objective, page))),
    ],
    h('h3.bearings-panel-section', null, AJS.I18n.getText('bearings.form.keyResults')),
    objective.keyResults.length
      ? h(
          'ul.bearings-entries',
          null,
          objective.keyResults.map((keyResult) =>
            h(
              'li.bearings-entry',
              { id: `bearings-panel-${keyResult.key}` },
              keyResult.titleHidden
                ? h('span', null, AJS.I18n.getText('bearings.objective.private'))
                : h('a', { href: `#${keyResult.key}`, dir: 'auto' }, keyResult.title),
              paceBar(keyResult),
              h('p.bearings-facts', null, h('span', null, keyResult.key), h('span', null, wayText(keyResult)), statusLozenge(shownStatus(keyResult)))
            )
          )
        )
      : !objective.titleHidden && h('p.bearings-hint', null, AJS.I18n.getText('bearings.objective.noKeyResults')),
  ];
}

const weightId = ({ alignmentId }) => `bearings-alignment-${alignmentId}-weight`;

const objectiveName = ({ objectiveKey, title }) => [objectiveKey, title].filter(Boolean).join(' ');

function parentRow(parent, objective, page) {
  const mayEdit = may(objective, 'EDIT_OBJECTIVE');
  return h(
    'li.bearings-entry',
    { id: `bearings-alignment-${parent.alignmentId}` },
    h('span.bearings-hint', null, `${alignmentText(parent.kind)} `),
    h(
      'a',
      { href: `#${parent.keyResultKey || parent.objectiveKey}`, dir: 'auto' },
      parent.keyResultKey ? AJS.I18n.getText('bearings.align.part', parent.keyResultKey, objectiveName(parent)) : objectiveName(parent)
    ),
    isWeighed(parent) &&
      (mayEdit
        ? h('span.bearings-arrow-place', { id: weightId(parent), 'data-bearings-keep': true })
        : h('span.bearings-hint', null, ` ${AJS.I18n.getText('bearings.align.weight', numberText(parent.weight))}`)),
    mayEdit && removeAlignment(page, parent)
  );
}

/** The view of a key result. */
export function keyResultView(page, start, tab) {
  let keyResult = start;
  const top = h('div');
  const place = h('div');
  const actions = actionBar(page, place);
  const overview = h('div');
  const marks = lazyView('marks', 'workspace-marks', { part: 'marks', keyResult });
  const forecast = lazyView('forecast', 'workspace-marks', { part: 'forecast', keyResult });
  const checkIns = checkInList(page, keyResult, (form) => {
    all.choose('overview');
    checkIn(form);
  });
  const checkInPlace = h('div');
  const mayWrite = may(keyResult, 'COMMENT');
  const issues = h('div');
  let attached = null;
  let checking = null;

  function checkIn(begin) {
    checking = openCheckIn(
      checkInPlace,
      keyResult,
      {
        async saved() {
          checking = null;
          await page.checkedIn(keyResult.key);
          forecast.update();
          await checkIns.refresh();
        },
        closed() {
          checking = null;
          button.focus();
        },
      },
      begin
    );
  }

  const button = h('button.aui-button.aui-button-primary', { type: 'button' }, AJS.I18n.getText('bearings.action.checkIn'));
  button.addEventListener('click', () => checkIn());

  function draw() {
    morph(top, h('div', null, standing(keyResult), h('div.bearings-panel-pace', null, paceBar(keyResult), h('p.bearings-figures', null, h('span', null, wayText(keyResult)), h('span', null, paceText(keyResult))))));
    actions.draw(keyResult);
    button.hidden = keyResult.state !== 'ACTIVE' || !may(keyResult, 'CHECK_IN');
    morph(overview, h('div', null, keyResultOverview(keyResult)));
    marks.update(keyResult);
  }

  const all = tabs(AJS.I18n.getText('bearings.panel.parts', keyResult.key), [
    {
      id: 'overview',
      name: AJS.I18n.getText('bearings.panel.overview'),
      make: () =>
        h(
          'div',
          null,
          h('p', null, button),
          checkInPlace,
          marks.element,
          overview,
          forecast.element,
          h(
            'div.bearings-panel-sections',
            null,
            keyResult.source === 'EVIDENCE' && evidence(keyResult, page.me, mayWrite, page.reload).element,
            blockers({ keyResult }, mayWrite).element,
            annotations(`key-result:${keyResult.id}`, mayWrite).element
          )
        ),
    },
    { id: 'check-ins', name: AJS.I18n.getText('bearings.checkIns'), make: () => checkIns.open() },
    {
      id: 'timeline',
      name: AJS.I18n.getText('bearings.timeline'),
      make: () => lazyView('timeline', 'workspace-timeline', { keyResult }).element,
    },
    { id: 'talk', name: AJS.I18n.getText('bearings.talk'), make: () => thread('key-result', keyResult.id, mayWrite).element },
    {
      id: 'issues',
      name: AJS.I18n.getText('bearings.issues'),
      make() {
        attached = linkedIssues(issues, keyResult.id, { mayEdit: may(keyResult, 'LINK_ISSUES'), changed: page.reload });
        attached.refresh();
        const changed = () => Promise.all([page.reload(), attached.refresh()]);
        const work = lazyView('work', 'workspace-work', { keyResult, mayEdit: may(keyResult, 'LINK_ISSUES'), changed });
        return h('div', null, work.element, issues);
      },
    },
    {
      id: 'history',
      name: AJS.I18n.getText('bearings.history'),
      make: () => history(`key-results/${keyResult.id}/history`, may(keyResult, 'CONSENT')),
    },
  ]);
  if (tab) {
    all.choose(tab);
  }
  draw();
  return {
    get title() {
      return keyResult.title;
    },
    get kicker() {
      return [keyResult.key, keyResult.objective.title].filter(Boolean).join(' \u00b7 ');
    },
    element: h('div', null, top, actions.element, place, all.element),
    isDirty: () => Boolean(checking && checking.isDirty()),
    update(model) {
      const before = keyResult.version;
      keyResult = model.byKey.get(keyResult.key) || keyResult;
      draw();
      if (keyResult.version !== before) {
        checkIns.refresh();
        forecast.update();
      }
    },
    checkIn,
  };
}

/** The work that is done, beside the number that it is to move. */
const outputText = ({ doneWeight, totalWeight, done, issues }) =>
  AJS.I18n.getText('bearings.output.of', totalWeight > 0 ? Math.floor((100 * doneWeight) / totalWeight) : 0, done, issues);

function keyResultOverview(keyResult) {
  const { measure } = keyResult;
  const marks = keyResult.marks || {};
  return [
    h('div.bearings-panel-spark', null, sparkline(keyResult)),
    facts(
      fact(AJS.I18n.getText('bearings.form.baseline'), isNumber(keyResult.baseline) && valueText(keyResult.baseline, measure)),
      fact(AJS.I18n.getText('bearings.form.current'), isNumber(keyResult.current) && AJS.I18n.getText('bearings.current.on', valueText(keyResult.current, measure), dayText(keyResult.currentOn))),
      fact(AJS.I18n.getText('bearings.form.target'), isNumber(keyResult.target) && valueText(keyResult.target, measure)),
      fact(AJS.I18n.getText('bearings.form.bounds'), keyResult.bounds && (isNumber(keyResult.bounds.low) || isNumber(keyResult.bounds.high)) && boundsText(keyResult.bounds, measure)),
      fact(AJS.I18n.getText('bearings.form.commit'), isNumber(marks.commit) && valueText(marks.commit, measure)),
      fact(AJS.I18n.getText('bearings.form.stretch'), isNumber(marks.stretch) && valueText(marks.stretch, measure)),
      fact(AJS.I18n.getText('bearings.score'), isNumber(keyResult.score) && scoreText(keyResult.score)),
      fact(AJS.I18n.getText('bearings.output'), keyResult.nature === 'OUTCOME' && keyResult.issues > 0 && outputText(keyResult)),
      fact(AJS.I18n.getText('bearings.confidence'), isNumber(keyResult.confidence) && AJS.I18n.getText('bearings.confidence.ten', keyResult.confidence)),
      fact(AJS.I18n.getText('bearings.form.owner'), keyResult.owner && keyResult.owner.name),
      fact(AJS.I18n.getText('bearings.form.source'), sourceText(keyResult.source)),
      fact(AJS.I18n.getText('bearings.kind.kpi'), keyResult.kpi && h('a', { href: kpiAddress(`KPI-${keyResult.kpi}`) }, `KPI-${keyResult.kpi}`)),
      fact(
        AJS.I18n.getText('bearings.form.alignedShare'),
        keyResult.source === 'ALIGNED' && (keyResult.alignedShare === false ? AJS.I18n.getText('bearings.form.switchedOff') : AJS.I18n.getText('bearings.form.switchedOn'))
      ),
      fact(AJS.I18n.getText('bearings.form.due'), keyResult.due && dayText(keyResult.due)),
      fact(AJS.I18n.getText('bearings.checkIn.next'), keyResult.nextCheckIn && dayText(keyResult.nextCheckIn)),
      fact(AJS.I18n.getText('bearings.form.weight'), isNumber(keyResult.weight) && Number(keyResult.weight) !== 1 && numberText(keyResult.weight)),
      fact(AJS.I18n.getText('bearings.form.lag'), isNumber(keyResult.lagWeeks) && Number(keyResult.lagWeeks) > 0 && numberText(keyResult.lagWeeks)),
      (keyResult.checkpoints || []).map(({ on, value }) => fact(AJS.I18n.getText('bearings.checkpoint', dayText(on)), valueText(value, measure)))
    ),
  ];
}

/** Every check-in, newest first; an entry is corrected by another that names it. */
function checkInList(page, keyResult, correct) {
  const list = h('ul.bearings-entries');
  const hint = h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.loading'));
  const more = h('button.aui-button.aui-button-subtle', { type: 'button', hidden: true }, AJS.I18n.getText('bearings.action.more'));
  const talks = new Set();
  let opened = false;
  let entries = [];
  let next = null;

  async function load(cursor) {
    try {
      const answer = await get(`key-results/${keyResult.id}/check-ins`, { cursor });
      entries = cursor ? [...entries, ...answer.checkIns] : answer.checkIns;
      next = answer.next;
      morph(list, h('ul.bearings-entries', null, entries.map(row)));
      hint.textContent = entries.length ? '' : AJS.I18n.getText('bearings.checkIns.none');
      more.hidden = !next;
    } catch (refused) {
      hint.textContent = refused.message;
    }
  }

  function row(entry) {
    return h(
      `li.bearings-entry${entry.replacedBy ? '.bearings-resolved' : ''}`,
      { id: `bearings-entry-${entry.id}` },
      h(
        'p',
        null,
        h('strong', null, isNumber(entry.value) ? valueText(entry.value, keyResult.measure) : '\u2013'),
        ' ',
        AJS.I18n.getText('bearings.confidence.of', entry.confidence),
        entry.replacedBy && h('span.bearings-flag', null, AJS.I18n.getText('bearings.checkIns.corrected'))
      ),
      [
        [entry.comment, ''],
        [entry.progress, AJS.I18n.getText('bearings.form.progress')],
        [entry.plans, AJS.I18n.getText('bearings.form.plans')],
        [entry.problems, AJS.I18n.getText('bearings.form.problems')],
      ]
        .filter(([text]) => text)
        .map(([text, name]) => h('p.bearings-remark-text', { dir: 'auto' }, name && h('span.bearings-label', null, name), text)),
      h(
        'p.bearings-facts',
        null,
        h('span', null, dayText(entry.on)),
        entry.by && h('span', null, entry.by.name),
        h('time', { datetime: entry.at }, instantText(entry.at))
      ),
      h(
        'button.aui-button.aui-button-subtle',
        { type: 'button', 'data-talk-id': entry.id, 'aria-expanded': String(talks.has(entry.id)) },
        AJS.I18n.getText('bearings.talk')
      ),
      !entry.replacedBy &&
        keyResult.state === 'ACTIVE' &&
        may(keyResult, 'CHECK_IN') &&
        h('button.aui-button.aui-button-subtle', { type: 'button', 'data-entry-id': entry.id }, AJS.I18n.getText('bearings.checkIns.correct')),
      h('div', { id: `bearings-entry-talk-${entry.id}`, 'data-bearings-keep': true })
    );
  }

  function talk(button, id) {
    const place = list.querySelector(`#bearings-entry-talk-${id}`);
    const open = !talks.delete(id);
    button.setAttribute('aria-expanded', String(open));
    replaceChildren(place, open && thread('check-in', id, may(keyResult, 'COMMENT')).element);
    if (open) {
      talks.add(id);
    }
  }

  list.addEventListener('click', (event) => {
    const talked = event.target.closest('[data-talk-id]');
    const pressed = event.target.closest('[data-entry-id]');
    if (talked) {
      talk(talked, Number(talked.getAttribute('data-talk-id')));
    } else if (pressed) {
      correct({ replaces: entries.find(({ id }) => String(id) === pressed.getAttribute('data-entry-id')) });
    }
  });
  more.addEventListener('click', () => load(next));
  return {
    open() {
      opened = true;
      load();
      return h('div', null, hint, list, more);
    },
    refresh: () => (opened ? load() : Promise.resolve()),
  };
}
