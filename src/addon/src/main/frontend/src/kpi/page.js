/** The page of one KPI: its number, how it went, what was done when it broke, what moved it, and its sheet. */
import { h, morph, onAction, replaceChildren } from '../lib/dom.js';
import { failed, undoable } from '../lib/flags.js';
import { percentText } from '../lib/figures.js';
import { poll } from '../lib/poll.js';
import { changing, get, post } from '../lib/rest.js';
import { lazyView } from '../workspace/lazy-view.js';
import { sidePanel } from '../workspace/panel.js';
import { isKpi, kpiForm } from '../workspace/kpi-panel.js';
import { dayText, isNumber, relativeDayText, today, valueText } from '../workspace/values.js';
import { annotations } from './annotations.js';
import { backfill } from './backfill.js';
import { breachList } from './breaches.js';
import { breachElement } from './board.js';
import { onChanged, tellChanged } from './changed.js';
import { aggregationChoices, automaticChoices, directionChoices, frequencyChoices, groundsChoices, partChoices, sourceChoices, wordOf } from './choices.js';
import { historyList, valueList } from './history.js';
import { kpiLozenge, shownPeriod } from './look.js';
import { movedBy } from './moved.js';
import { seriesTable } from './series-table.js';
import { categoryText, criticalText, driftText, levelText, periodText } from './words.js';

const EVERY = 8000;

const fact = (name, value) => (value ? [h('dt', null, name), h('dd', { dir: 'auto' }, value)] : null);

/** What of the address the page follows: which days, which part, which period is looked into. */
const NAMES = ['from', 'to', 'segment', 'period'];

export function kpiPage(root) {
  const id = root.getAttribute('data-kpi');
  const read = changing(`kpis/${id}`);
  let kpi = null;
  let cycle = null;
  let series = null;

  const stale = h('p.bearings-stale', { role: 'status', hidden: true });
  const top = h('header.bearings-kpi-head');
  const days = daysOf(go);
  const chart = lazyView('chart', 'workspace-timeline', { part: 'kpi' });
  const table = h('div');
  const said = h('div');
  const moved = movedBy(id);
  const breaches = breachList(id, changed);
  const past = backfill(id, changed);
  const sheet = h('div');
  const values = valueList(id);
  const history = historyList(id);
  const notes = h('div');
  const panel = sidePanel(() => goTo(''));
  const main = h(
    'div.bearings-workspace-main',
    null,
    h(
      'div.bearings-workspace-content.bearings-kpi-page-content',
      null,
      stale,
      h('section', { 'aria-label': AJS.I18n.getText('bearings.kpi.series') }, h('h2.bearings-kpi-heading', null, AJS.I18n.getText('bearings.kpi.series')), days.element, said, chart.element, table),
      h('section', null, h('h2.bearings-kpi-heading', null, AJS.I18n.getText('bearings.kpi.breaches')), breaches.element),
      moved.element,
      past.element,
      h('section', null, h('h2.bearings-kpi-heading', null, AJS.I18n.getText('bearings.kpi.sheet')), sheet),
      notes,
      values.element,
      history.element
    ),
    panel.element
  );

  async function refresh() {
    try {
      const news = await read();
      if (news) {
        const first = !kpi;
        kpi = news;
        if (first) {
          await begin();
        }
        draw();
        await readSeries();
        await Promise.all([breaches.refresh(kpi), moved.refresh(kpi, place().period), values.refresh(), history.refresh()]);
      }
      await past.refresh(kpi);
      tell('');
    } catch (refused) {
      if (kpi) {
        tell(AJS.I18n.getText('bearings.page.stale', refused.message));
      } else {
        failure(refused);
      }
      throw refused;
    }
  }

  async function begin() {
    root.removeAttribute('aria-busy');
    replaceChildren(root, top, main);
    // What happened outside explains this number, or all numbers of the unit.
    notes.append(annotations(`kpi:${id}`, kpi.mayMeasure, { changed: noted, unit: kpi.mayEdit ? kpi.unitId : null }).element);
    days.segments(kpi.dimensions);
    showPanel();
    // The cycle only counts weeks: without it the rest stands.
    cycle = await get('workspace', { unit: kpi.unitId }).then((answer) => answer.cycle, () => null);
  }

  /** Draws an event into picture and table; where that fails, the next look does. */
  const noted = () => readSeries().catch(() => undefined);

  async function readSeries() {
    const { from, to, segment } = place();
    const [dimension, name] = segment ? splitPart(segment) : [];
    series = await get(`kpis/${id}/series`, { from, to, dimension, segment: name });
    replaceChildren(said, sentences());
    chart.update({ kpi, series });
    replaceChildren(table, seriesTable(kpi, series, (period) => go({ period })));
    days.update(place(), series);
  }

  function tell(text) {
    if (stale.textContent !== text) {
      stale.textContent = text;
      stale.hidden = !text;
    }
  }

  function failure(refused) {
    root.removeAttribute('aria-busy');
    replaceChildren(
      root,
      h('div.aui-message.aui-message-error', { role: 'alert' }, h('p', null, refused.message)),
      h('p', null, h('a', { href: `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?view=kpis` }, AJS.I18n.getText('bearings.kpi.toBoard')))
    );
  }

  /** Something was saved here. */
  async function changed() {
    tellChanged();
    await refresher.now();
  }

  function draw() {
    morph(top, h('header.bearings-kpi-head', null, head()));
    morph(sheet, h('div', null, sheetFacts(kpi)));
    document.title = `${kpi.key} ${kpi.name}`;
  }

  function head() {
    const period = shownPeriod(kpi);
    const { breach, nextDue } = kpi.standing;
    return [
      h(
        'p.bearings-kpi-over',
        null,
        h('a', { href: `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?unit=${kpi.unitId}&view=kpis` }, kpi.unitName),
        ' \u00b7 ',
        h('span.bearings-key', null, kpi.key),
        ` \u00b7 ${categoryText(kpi.category, kpi.ownCategory)}`,
        kpi.archived && h('span.bearings-flag', null, AJS.I18n.getText('bearings.archived'))
      ),
      h('h1.bearings-kpi-title', { dir: 'auto' }, kpi.name),
      h(
        'p.bearings-kpi-now',
        null,
        h('span.bearings-kpi-value', null, period && isNumber(period.value) ? valueText(period.value, kpi.measure) : '\u2013'),
        ' ',
        kpiLozenge(period),
        kpi.standing.period && kpi.standing.period.status === 'STALE' && period !== kpi.standing.period && [' ', kpiLozenge(kpi.standing.period)]
      ),
      h(
        'p.bearings-facts',
        null,
        period && h('span', null, [periodText(period), period.provisional && AJS.I18n.getText('bearings.kpi.provisional')].filter(Boolean).join(', ')),
        kpi.target && h('span', null, AJS.I18n.getText('bearings.kpi.target', levelText(kpi.target, kpi.measure))),
        period && isNumber(period.attainment) && h('span', null, AJS.I18n.getText('bearings.kpi.attained', percentText(Number(period.attainment)))),
        kpi.owner && h('span', null, AJS.I18n.getText('bearings.objective.ownedBy', kpi.owner.name)),
        nextDue &&
          h(
            `span${nextDue < today() ? '.bearings-due' : ''}`,
            null,
            nextDue < today() ? AJS.I18n.getText('bearings.kpi.overdue', relativeDayText(nextDue)) : AJS.I18n.getText('bearings.kpi.due', relativeDayText(nextDue))
          )
      ),
      breach && h('div.bearings-kpi-alarms', null, breachElement(breach, cycle), kpi.action && h('p', { dir: 'auto' }, AJS.I18n.getText('bearings.kpi.agreed', kpi.action))),
      h('div.bearings-panel-actions', null, actions()),
    ];
  }

  function actions() {
    const entered = ['MANUAL', 'PUSHED'].includes(kpi.source);
    const link = (what, text, primary = false) => h(`a.aui-button${primary ? '.aui-button-primary' : ''}`, { href: `#${kpi.key}.${what}`, id: `bearings-kpi-do-${what}` }, text);
    const button = (what, text) => h('button.aui-button', { type: 'button', 'data-bearings-action': what, id: `bearings-kpi-do-${what}` }, text);
    if (kpi.archived) {
      return kpi.mayEdit ? [button('restore', AJS.I18n.getText('bearings.action.restore'))] : [];
    }
    return [
      kpi.mayMeasure && entered && link('value', AJS.I18n.getText('bearings.kpi.enter'), true),
      kpi.mayMeasure && entered && link('paste', AJS.I18n.getText('bearings.kpi.paste')),
      kpi.mayEdit && link('edit', AJS.I18n.getText('bearings.action.edit')),
      kpi.mayEdit && kpi.source === 'PUSHED' && link('tokens', AJS.I18n.getText('bearings.kpi.tokens')),
      h('a.aui-button', { href: `${AJS.contextPath()}/rest/bearings/1.0/kpis/${id}/measurements/export`, download: '' }, AJS.I18n.getText('bearings.kpi.export')),
      kpi.mayEdit && button('archive', AJS.I18n.getText('bearings.action.archive')),
    ];
  }

  /** What the series says before a threshold is crossed, and that it was begun anew. */
  function sentences() {
    const { signals, breaks } = series;
    return [
      signals.drift.length > 0 &&
        h(
          'div.aui-message.aui-message-warning',
          null,
          h('p', null, h('strong', null, AJS.I18n.getText('bearings.kpi.drift')), ' ', signals.drift.map(driftText).join(' '))
        ),
      signals.anomaly === true && h('div.aui-message.aui-message-warning', null, h('p', null, AJS.I18n.getText('bearings.kpi.anomaly.why', valueText(signals.median, kpi.measure)))),
      breaks.length > 0 &&
        h(
          'ul.bearings-kpi-breaks',
          null,
          breaks.map(({ on, by, reason }) =>
            h('li', { dir: 'auto' }, AJS.I18n.getText('bearings.kpi.break', dayText(on), by ? by.name : ''), reason && ` ${reason}`)
          )
        ),
    ];
  }

  async function archive(how) {
    try {
      const stored = await post(`kpis/${id}/${how}`, { version: kpi.version });
      await changed();
      if (how === 'archive') {
        undoable(AJS.I18n.getText('bearings.kpi.archived', kpi.key), () => {
          kpi = { ...kpi, version: stored.version };
          archive('restore');
        });
      }
    } catch (refused) {
      failed(refused.message);
    }
  }

  // Where the page is

  function place() {
    const query = new URLSearchParams(window.location.search);
    return Object.fromEntries(NAMES.map((name) => [name, query.get(name) || '']));
  }

  async function go(changes) {
    const query = new URLSearchParams(window.location.search);
    Object.entries(changes).forEach(([name, value]) => (value ? query.set(name, value) : query.delete(name)));
    window.history.pushState(null, '', `${window.location.pathname}?${query}${window.location.hash}`);
    await follow();
  }

  async function follow() {
    if (!kpi) {
      return;
    }
    showPanel();
    try {
      await Promise.all([readSeries(), moved.refresh(kpi, place().period)]);
    } catch (refused) {
      tell(refused.message);
    }
  }

  function goTo(name) {
    window.history.pushState(null, '', `${window.location.pathname}${window.location.search}${name ? `#${name}` : ''}`);
    showPanel();
  }

  function showPanel() {
    const name = decodeURIComponent(window.location.hash.slice(1));
    if (!isKpi(name)) {
      root.classList.remove('bearings-with-panel');
      panel.hide();
      return;
    }
    root.classList.add('bearings-with-panel');
    panel.show(name, () => kpiForm(name, { close: () => goTo(''), saved: panel.saved }, () => panel.update(kpi)));
  }

  onAction(root, { archive: () => archive('archive'), restore: () => archive('restore') });
  root.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#KPI-"]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      goTo(link.getAttribute('href').slice(1));
    }
  });
  window.addEventListener('popstate', follow);

  const refresher = poll(refresh, EVERY);
  const deaf = onChanged(() => refresher.now());
  return {
    ready: refresher.now(),
    refresh: () => refresher.now(),
    stop() {
      refresher.stop();
      deaf();
      chart.stop();
      window.removeEventListener('popstate', follow);
    },
  };
}

/** A dimension and one of its segments, as the address has them. */
const splitPart = (segment) => [segment.slice(0, segment.indexOf(':')), segment.slice(segment.indexOf(':') + 1)];

/** Which days are shown, and which part of it. */
function daysOf(go) {
  const input = (name, label) => {
    const control = h('input.text', { type: 'date', id: `bearings-kpi-${name}`, max: today() });
    control.addEventListener('change', () => go({ [name]: control.value }));
    return [control, h('span.bearings-filter', null, h('label.bearings-filter-name', { for: control.id }, label), ' ', control)];
  };
  const [from, fromElement] = input('from', AJS.I18n.getText('bearings.annotations.from'));
  const [to, toElement] = input('to', AJS.I18n.getText('bearings.annotations.to'));
  const segment = h('select.select', { id: 'bearings-kpi-segment' });
  segment.addEventListener('change', () => go({ segment: segment.value }));
  const part = h('span.bearings-filter', { hidden: true }, h('label.bearings-filter-name', { for: segment.id }, AJS.I18n.getText('bearings.kpi.segment')), ' ', segment);
  return {
    element: h('div.bearings-kpi-controls', { role: 'group', 'aria-label': AJS.I18n.getText('bearings.kpi.days') }, fromElement, toElement, part),
    segments(dimensions) {
      part.hidden = !dimensions.length;
      replaceChildren(
        segment,
        h('option', { value: '' }, AJS.I18n.getText('bearings.kpi.segment.total')),
        dimensions.map(({ name, segments }) => h('optgroup', { label: name }, segments.map((each) => h('option', { value: `${name}:${each}` }, each))))
      );
    },
    update(place, series) {
      from.value = place.from || series.from;
      to.value = place.to || series.to;
      segment.value = place.segment;
    },
  };
}

/** The sheet, for reading. */
function sheetFacts(kpi) {
  const words = (text) => text && h('span.bearings-kpi-text', null, text);
  return h(
    'dl.bearings-panel-facts',
    null,
    fact(AJS.I18n.getText('bearings.kpi.measures'), words(kpi.measures)),
    fact(AJS.I18n.getText('bearings.form.source'), wordOf(sourceChoices(), kpi.source)),
    fact(AJS.I18n.getText('bearings.kpi.formula'), (kpi.formula || kpi.metric) && h('code', null, kpi.formula || kpi.metric)),
    fact(AJS.I18n.getText('bearings.kpi.frequency'), [wordOf(frequencyChoices(), kpi.frequency), wordOf(aggregationChoices(), kpi.aggregation), kpi.accumulating && AJS.I18n.getText('bearings.kpi.accumulates')].filter(Boolean).join(', ')),
    fact(AJS.I18n.getText('bearings.kpi.direction'), wordOf(directionChoices(), kpi.direction)),
    fact(AJS.I18n.getText('bearings.kpi.level.target'), levelText(kpi.target, kpi.measure)),
    fact(AJS.I18n.getText('bearings.kpi.level.warning'), levelText(kpi.warning, kpi.measure)),
    fact(AJS.I18n.getText('bearings.kpi.level.critical'), criticalText(kpi.critical, kpi.direction, kpi.measure)),
    fact(AJS.I18n.getText('bearings.kpi.targets'), kpi.targets.length > 0 && h('ul.bearings-kpi-list', null, kpi.targets.map((each) => h('li', null, changeText(each, kpi))))),
    fact(AJS.I18n.getText('bearings.kpi.action'), words(kpi.action)),
    fact(AJS.I18n.getText('bearings.kpi.automatic'), kpi.automatic.length > 0 && h('ul.bearings-kpi-list', null, kpi.automatic.map((each) => h('li', null, automaticText(each))))),
    fact(AJS.I18n.getText('bearings.kpi.why'), words(kpi.why)),
    fact(AJS.I18n.getText('bearings.kpi.decision'), words(kpi.decision)),
    fact(AJS.I18n.getText('bearings.kpi.benchmark'), isNumber(kpi.benchmark) && [valueText(kpi.benchmark, kpi.measure), kpi.benchmarkSource].filter(Boolean).join(' \u00b7 ')),
    fact(AJS.I18n.getText('bearings.form.reviewOn'), kpi.reviewOn && dayText(kpi.reviewOn)),
    fact(AJS.I18n.getText('bearings.kpi.serves'), kpi.serves.length > 0 && h('ul.bearings-kpi-list', null, kpi.serves.map((each) => h('li', null, servedLink(each, kpi))))),
    fact(AJS.I18n.getText('bearings.kpi.grounds'), kpi.grounds && wordOf(groundsChoices(), kpi.grounds)),
    fact(AJS.I18n.getText('bearings.kpi.dimensions'), kpi.dimensions.map(({ name, segments }) => `${name}: ${segments.join(', ')}`).join('; '))
  );
}

const changeText = ({ from, target, warning, critical }, { measure, direction }) =>
  [
    AJS.I18n.getText('bearings.kpi.fromDay', dayText(from)),
    target && AJS.I18n.getText('bearings.kpi.target', levelText(target, measure)),
    warning && AJS.I18n.getText('bearings.kpi.warningIs', levelText(warning, measure)),
    critical && criticalText(critical, direction, measure),
  ]
    .filter(Boolean)
    .join(' \u00b7 ');

function automaticText({ kind, people, issueKey, projectKey, issueType, url }) {
  const about = { NOTIFY: (people || []).map(({ name }) => name).join(', '), COMMENT: issueKey, CREATE_ISSUE: [projectKey, issueType].filter(Boolean).join(' '), WEBHOOK: url }[kind];
  return [wordOf(automaticChoices(), kind), about].filter(Boolean).join(': ');
}

const servedLink = ({ key, title, part }, kpi) => [
  title === null
    ? AJS.I18n.getText('bearings.objective.private')
    : h('a', { href: `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?unit=${kpi.unitId}#${key}` }, `${key} ${title}`),
  ` (${wordOf(partChoices(), part)})`,
];

