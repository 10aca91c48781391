/** What the server answers about KPIs, for tests of their screens. */
import { ANN, BOB } from './workspace-answer.mjs';

export const dayFromNow = (days) => {
  const day = new Date(Date.now() + days * 86400000);
  const two = (number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

const at = (value) => ({ value, low: null, high: null });

export const period = (daysAgo, value, status, more = {}) => ({
  first: dayFromNow(-daysAgo), last: dayFromNow(-daysAgo), id: null, name: null, value, status, provisional: false, earlyWarning: false, closed: true,
  corrected: false, attainment: value === null ? null : value / 95, target: at(95), warning: null, critical: at(90), ...more,
});

export const breach = (more = {}) => ({
  id: 4, kpiId: 7, kpiKey: 'KPI-7', kpiName: 'Answered in time', unitId: 3,
  opened: { first: dayFromNow(-2), last: dayFromNow(-2), id: null, name: null }, closed: null,
  openedAt: '2026-11-21T00:00:00Z', closedAt: null, open: true, closing: null, acknowledged: null,
  action: { state: 'OPEN', person: null, result: '', by: null, at: null }, escalatedAt: null, mayAct: true, version: 1, ...more,
});

export function standing(more = {}) {
  const trend = [period(3, 96, 'GREEN'), period(2, 88, 'RED'), period(1, null, 'STALE'), period(0, 89, 'RED', { provisional: true, earlyWarning: true, closed: false })];
  return { period: trend[3], latest: trend[3], trend, drift: [], anomaly: null, nextDue: dayFromNow(1), breach: null, ...more };
}

export const card = (id, more = {}) => ({
  id, key: `KPI-${id}`, unitId: 3, unitName: 'Onboarding', name: `KPI number ${id}`, category: 'QUALITY', ownCategory: null, owner: ANN, source: 'MANUAL',
  frequency: 'DAILY', direction: 'HIGHER', measure: { kind: 'PERCENT', of: null, currency: null }, target: at(95), warning: null, critical: at(90),
  standing: standing(), archived: false, version: 3, mayEdit: true, mayMeasure: true, ...more,
});

export const sheet = (id, more = {}) => ({
  ...card(id),
  measures: '', formula: null, metric: null, aggregation: 'LAST', accumulating: false, graceDays: 0, targets: [], action: 'Call the lead', automatic: [],
  why: 'People wait', decision: '', benchmark: null, benchmarkSource: '', reviewOn: null, serves: [], grounds: null, dimensions: [], ...more,
});

/** Three KPIs: one with a breach, one healthy, one that another person has. */
export const board = () => ({
  kpis: [
    card(7, { name: 'Answered in time', standing: standing({ breach: breach() }) }),
    card(8, { name: 'Builds that pass', category: 'TIMELINE', standing: standing({ trend: [period(0, 97, 'GREEN')], latest: period(0, 97, 'GREEN'), period: period(0, 97, 'GREEN'), drift: ['TREND'] }) }),
    card(9, { name: 'Cost of a ticket', category: 'COST', owner: BOB, source: 'METRIC', mayMeasure: false, standing: standing({ trend: [], latest: null, period: period(0, null, 'NO_DATA'), nextDue: null }) }),
  ],
  mayCreate: true,
});

export const velocity = () => ({
  unitId: 3,
  sprints: [
    { id: 1, name: 'Sprint 1', first: dayFromNow(-28), last: dayFromNow(-15), committed: 20, completed: 18, sayDo: 0.9 },
    { id: 2, name: 'Sprint 2', first: dayFromNow(-14), last: dayFromNow(-1), committed: null, completed: null, sayDo: null },
  ],
  mean: 18, sayDo: 0.9, points: true, backfill: { state: 'DONE', done: 12, of: 12, text: null },
});

/** A year of a project: one proposal that is known each month but one, and one that is known each sprint. */
export const proposals = () => {
  const proposed = (id, name, values, more) => {
    const { name: unused, owner, unitId, unitName, key, id: unusedId, standing: unusedStanding, version, archived, mayEdit, mayMeasure, ...kpi } = sheet(1);
    return { id, kpi: { ...kpi, name, source: 'FORMULA', ...more }, values };
  };
  return {
    proposals: [
      proposed('ON_TIME_DELIVERY', 'On-time delivery rate', [80, null, 90, 95], { category: 'TIMELINE', frequency: 'MONTHLY', formula: 'on_time_delivery(project("DEMO"))' }),
      proposed('VELOCITY', 'Team velocity', [18, 21, 17, 24], {
        category: 'TEAM', frequency: 'PER_SPRINT', formula: 'velocity(project("DEMO"))', measure: { kind: 'POINTS', of: null, currency: null }, target: at(20), warning: at(18), critical: at(17),
      }),
    ],
    backfill: { state: 'DONE', done: 40, of: 40, text: null },
  };
};
