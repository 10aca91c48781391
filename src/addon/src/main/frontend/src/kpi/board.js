/** KPIs as cards that can be read across a room: what leads is the number and whether it is well. */
import { h } from '../lib/dom.js';
import { percentText } from '../lib/figures.js';
import { dayText, daysBetween, isNumber, relativeDayText, today, valueText } from '../workspace/values.js';
import { kpiAddress } from '../workspace/kpi-address.js';
import { kpiLozenge, kpiSpark, shownPeriod, shownStatus, toneOf } from './look.js';
import { actionStateText, categoryText, KPI_STATUSES, levelText, periodText } from './words.js';

export const cardId = (key, stem = 'bearings-card') => `${stem}-${key}`;

/**
 * @param {Object[]} kpis as `GET kpis` gives them
 * @param {Object|null} cycle whose weeks are counted
 * @param {{full: boolean, stem: (string|undefined)}} how `full` is for a wall, where nobody can press anything; ids begin with `stem`
 */
export function boardElement(kpis, cycle, { full = false, stem } = {}) {
  const several = new Set(kpis.map(({ unitId }) => unitId)).size > 1;
  return h('ul.bearings-kpi-board', { 'aria-label': AJS.I18n.getText('bearings.kpi.board') }, kpis.map((kpi) => card(kpi, cycle, { full, several, stem })));
}

function card(kpi, cycle, { full, several, stem }) {
  const { key, standing, measure } = kpi;
  const period = shownPeriod(kpi);
  const { breach } = standing;
  return h(
    // As long as a breach is open, one value that is well again does not make the KPI well.
    `li.bearings-kpi-card.bearings-kpi-${breach ? 'bad' : toneOf(shownStatus(kpi))}`,
    { id: cardId(key, stem) },
    h('p.bearings-kpi-over', null, h('span.bearings-key', null, key), ' ', categoryText(kpi.category, kpi.ownCategory)),
    h('h2.bearings-kpi-name', null, h('a', { href: kpiAddress(key), dir: 'auto' }, kpi.name)),
    h(
      'p.bearings-kpi-now',
      null,
      h('span.bearings-kpi-value', null, period && isNumber(period.value) ? valueText(period.value, measure) : '\u2013'),
      ' ',
      kpiLozenge(shownStatus(kpi) === 'STALE' ? standing.period : period)
    ),
    h('p.bearings-kpi-against', null, against(kpi, period)),
    kpiSpark(kpi),
    (breach || isDrifting(kpi)) && h('div.bearings-kpi-alarms', null, breach && breachElement(breach, cycle), warnings(kpi)),
    h('p.bearings-facts', null, facts(kpi, several)),
    !full && kpi.mayMeasure && ['MANUAL', 'PUSHED'].includes(kpi.source) && !kpi.archived && valueButton(key)
  );
}

const valueButton = (key) =>
  h(
    'p.bearings-kpi-actions',
    null,
    h('a.aui-button', { href: `#${key}.value` }, AJS.I18n.getText('bearings.kpi.enter'), h('span.bearings-hidden', null, ` ${key}`))
  );

/** "Target 95 % · 96 % of it · October". */
function against({ target, measure }, period) {
  const parts = [
    target ? AJS.I18n.getText('bearings.kpi.target', levelText(target, measure)) : AJS.I18n.getText('bearings.kpi.noTarget'),
    period && isNumber(period.attainment) && AJS.I18n.getText('bearings.kpi.attained', percentText(Number(period.attainment))),
    period && periodText(period),
    period && period.provisional && AJS.I18n.getText('bearings.kpi.provisional'),
  ];
  return parts.filter(Boolean).join(' \u00b7 ');
}

/** "Breach · week 3 of 13": in which week of the cycle one is, and what is done about it. */
export function breachElement(breach, cycle) {
  const week = weekText(cycle, today());
  const { acknowledged, action } = breach;
  return h(
    'p.bearings-kpi-breach',
    null,
    h('strong', null, AJS.I18n.getText('bearings.kpi.breach')),
    [
      week,
      AJS.I18n.getText('bearings.kpi.breach.since', dayText(breach.opened.last)),
      acknowledged ? AJS.I18n.getText('bearings.kpi.breach.knownTo', acknowledged.by.name) : AJS.I18n.getText('bearings.kpi.breach.unknown'),
      action.state !== 'OPEN' || action.person
        ? [action.person && action.person.name, actionStateText(action.state)].filter(Boolean).join(': ')
        : '',
    ]
      .filter(Boolean)
      .map((text) => ` \u00b7 ${text}`)
      .join('')
  );
}

/** "Week 3 of 13"; empty on a day outside the cycle. */
export function weekText(cycle, day) {
  if (!cycle || day < cycle.first || day > cycle.last) {
    return '';
  }
  const week = (on) => Math.floor(daysBetween(cycle.first, on) / 7) + 1;
  return AJS.I18n.getText('bearings.cycle.week', week(day), week(cycle.last));
}

const isDrifting = ({ standing }) => standing.drift.length > 0 || standing.anomaly === true;

const warnings = ({ standing }) => [
  standing.drift.length > 0 && h('span.bearings-flag', null, AJS.I18n.getText('bearings.kpi.drift')),
  standing.anomaly === true && h('span.bearings-flag', null, AJS.I18n.getText('bearings.kpi.anomaly')),
];

function facts({ owner, standing, unitName, archived }, several) {
  const { nextDue } = standing;
  const late = nextDue && nextDue < today();
  return [
    owner && h('span', null, AJS.I18n.getText('bearings.objective.ownedBy', owner.name)),
    several && h('span', null, unitName),
    nextDue &&
      h(
        `span${late ? '.bearings-due' : ''}`,
        null,
        late
          ? AJS.I18n.getText('bearings.kpi.overdue', relativeDayText(nextDue))
          : AJS.I18n.getText('bearings.kpi.due', relativeDayText(nextDue))
      ),
    archived && h('span.bearings-flag', null, AJS.I18n.getText('bearings.archived')),
  ];
}

const ORDERS = {
  name: (a, b) => a.name.localeCompare(b.name),
  status: (a, b) => KPI_STATUSES.indexOf(shownStatus(a)) - KPI_STATUSES.indexOf(shownStatus(b)),
  due: (a, b) => (a.standing.nextDue || '9999').localeCompare(b.standing.nextDue || '9999'),
};

/** Those that the filters leave, in the order that was asked for; without one, as the server has them. */
export function chosen(kpis, { category, health, owner, q, sort }) {
  const wanted = (q || '').trim().toLocaleLowerCase();
  const left = kpis.filter(
    (kpi) =>
      (!category || kpi.category === category) &&
      (!health || (health === 'BREACH' ? Boolean(kpi.standing.breach) : shownStatus(kpi) === health)) &&
      (!owner || (kpi.owner && kpi.owner.key === owner)) &&
      (!wanted || `${kpi.key} ${kpi.name} ${kpi.unitName}`.toLocaleLowerCase().includes(wanted))
  );
  return ORDERS[sort] ? left.sort(ORDERS[sort]) : left;
}
