import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, late, modules, page, requests, settle, visible } from './browser.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import { cycleBefore, daysOf } from '../src/workspace/effort.js';
import { percents } from '../src/workspace/effort-words.js';
import { today } from '../src/workspace/values.js';
import '../src/workspace.js';
import '../src/workspace-kpis.js';
import '../src/workspace-timeline.js';

const HERE = 'unit=3&cycle=7';
const part = (issues, weight, share) => ({ issues, weight, share });
const week = (first, last, objective, neither, kpi = part(0, 0, 0)) => ({ first, last, objective, kpi, neither });

const report = (more = {}) => ({
  unit: { id: 3, name: 'Onboarding' },
  from: '2026-10-05',
  to: '2026-10-18',
  weightBy: 'ISSUES',
  mayWeigh: true,
  projects: [{ key: 'DEMO', name: 'Mobile app' }],
  hiddenProjects: 0,
  issues: 8,
  weight: 8,
  objective: part(5, 5, 0.625),
  kpi: part(0, 0, 0),
  neither: part(3, 3, 0.375),
  imputed: 0,
  mostlyNotEstimated: false,
  undated: 0,
  unlinkedJql: 'project in ("DEMO") AND resolved >= "2026-10-05"',
  weeks: [week('2026-10-05', '2026-10-11', part(5, 5, 1), part(0, 0, 0)), week('2026-10-12', '2026-10-18', part(0, 0, 0), part(3, 3, 1))],
  ...more,
});

const issue = (key) => ({ key, title: `Title of ${key}`, status: 'Done', resolved: '2026-10-13', weight: 1, imputed: false });

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const asked = () => requests.filter(({ path }) => path.includes('effort')).map(({ path }) => path);
const query = () => new URLSearchParams(window.location.search);

let routes;
let live;

async function open(more = '') {
  window.history.replaceState(null, '', `/jira/secure/BearingsWorkspace.jspa?${HERE}&view=effort&period=days&from=2026-10-05&to=2026-10-18${more}`);
  page('<div class="bearings-workspace" data-person-key="ann" aria-busy="true"></div>');
  live = modules['bearings/workspace'].workspace($('.bearings-workspace'));
  await live.ready;
  await settle(40);
}

beforeEach(() => {
  visible(true);
  const stored = workspaceAnswer();
  const days = 'from=2026-10-05&to=2026-10-18';
  routes = {
    [`GET workspace?${HERE}`]: stored,
    [`GET workspace/stamp?${HERE}`]: { stamp: stored.stamp },
    'GET inbox': { items: [], unread: 0, next: null },
    [`GET units/3/effort?${days}`]: report(),
    [`GET units/3/effort?${days}&weight=points`]: report({
      weightBy: 'POINTS',
      imputed: 3,
      mostlyNotEstimated: true,
      weeks: [week('2026-10-05', '2026-10-11', part(1, 5, 1), part(2, 3, 0.3))],
    }),
    [`GET units/3/effort/unlinked?${days}`]: { issues: [issue('DEMO-7'), issue('DEMO-8')], hidden: 1, total: 5, next: 3 },
    [`GET units/3/effort/unlinked?${days}&skip=3`]: { issues: [issue('DEMO-9')], hidden: 1, total: 5, next: null },
    [`GET units/3/effort/unlinked?${days}&week=2026-10-12`]: { issues: [issue('DEMO-8')], hidden: 0, total: 1, next: null },
    [`GET units/3/effort/unlinked?${days}&weight=points`]: { issues: [{ ...issue('DEMO-7'), imputed: true }], hidden: 0, total: 1, next: null },
  };
  answer(routes);
});

afterEach(() => live && live.stop());

test('the shares come as a sentence, a picture and a table by week', async () => {
  await open();
  assert.ok(late.asked.some((resource) => resource.endsWith('workspace-timeline')));
  assert.equal($('.bearings-effort-sentence').textContent, '63 % of what was finished served an objective; 37 % nothing that is written down.');
  assert.match($('.bearings-effort-summary').textContent, /5 issues for objectives and 0 for KPIs, of 8,.*Counted is the project DEMO\./);
  assert.ok($('.bearings-timeline-picture svg'));
  assert.equal($('.bearings-timeline-picture').getAttribute('aria-hidden'), 'true');
  const rows = $$('.bearings-effort-weeks tbody tr').map((row) => Array.from(row.children, ({ textContent }) => textContent).slice(1));
  assert.deepEqual(rows, [
    ['5', '0', '0', '100 %'],
    ['0', '0', '3', '0 %'],
  ]);
});

test('what restored a KPI is a part of its own in sentence, legend, picture and table', async () => {
  routes['GET units/3/effort?from=2026-10-05&to=2026-10-18'] = report({
    objective: part(4, 4, 0.5),
    kpi: part(1, 1, 0.125),
    weeks: [week('2026-10-05', '2026-10-18', part(4, 4, 0.5), part(3, 3, 0.375), part(1, 1, 0.125))],
  });
  answer(routes);
  await open();
  assert.equal($('.bearings-effort-sentence').textContent, '50 % of what was finished served an objective, 13 % restored a KPI; 37 % nothing that is written down.');
  assert.match($('.bearings-effort-summary').textContent, /4 issues for objectives and 1 for KPIs, of 8,/);
  assert.match($('.bearings-effort-legend').textContent, /Served an objective.*Restored a KPI.*Nothing that is written down/);
  assert.deepEqual(
    $$('.bearings-effort-weeks thead th').map(({ textContent }) => textContent),
    ['Week', 'Served an objective', 'Restored a KPI', 'Nothing that is written down', 'Share for objectives']
  );
  assert.deepEqual(
    Array.from($('.bearings-effort-weeks tbody tr').children, ({ textContent }) => textContent).slice(1),
    ['4', '1', '3', '50 %']
  );
});

test('percentages add up, and none is 0 that is anything', () => {
  assert.deepEqual(percents([0.625, 0, 0.375]), [63, 0, 37]);
  assert.deepEqual(percents([0.996, 0, 0.004]), [99, 0, 1]);
  assert.deepEqual(percents([0.002, 0.002, 0.996]), [1, 1, 98]);
  assert.deepEqual(percents([1 / 3, 1 / 3, 1 / 3]), [34, 33, 33]);
  assert.deepEqual(percents([1, 0, 0]), [100, 0, 0]);
});

test('what served nothing is listed with a count of what one may not browse, and leads to Jira', async () => {
  await open();
  assert.equal($('.bearings-effort-unlinked h3').textContent, 'Finished for nothing that is written down: 5');
  assert.deepEqual($$('.bearings-effort-unlinked .bearings-issue-key').map(({ textContent }) => textContent), ['DEMO-7', 'DEMO-8']);
  assert.match($('.bearings-effort-unlinked').textContent, /And one issue that you may not browse\./);
  const link = $$('.bearings-effort-unlinked a').pop();
  assert.equal(link.getAttribute('href'), `/jira/issues/?jql=${encodeURIComponent('project in ("DEMO") AND resolved >= "2026-10-05"')}`);
  $$('.bearings-effort-unlinked button')
    .find(({ textContent }) => textContent === 'Show more')
    .click();
  await settle(40);
  assert.equal($$('.bearings-effort-unlinked li').length, 3);
  assert.equal(document.activeElement.textContent, 'DEMO-9');
  assert.match($('.bearings-effort-unlinked').textContent, /And 2 issues that you may not browse\./);
});

test('a week of the table limits the list, and stands in the address', async () => {
  await open();
  $('[data-bearings-action="effort-week"]').click();
  await settle(40);
  assert.equal(query().get('week'), '2026-10-12');
  assert.match($('.bearings-effort-unlinked h3').textContent, /in the week of .*: 1$/);
  assert.equal(document.activeElement, $('.bearings-effort-unlinked h3'));
  $('[data-bearings-action="effort-all-weeks"]').click();
  await settle(40);
  assert.equal(query().get('week'), null);
  assert.equal($$('.bearings-effort-unlinked li').length, 2);
});

test('a week that is not among the days is not asked for', async () => {
  await open('&week=2026-01-05');
  assert.ok(!asked().some((path) => path.includes('week')));
});

test('work can be weighed by story points, and says where it is guessed', async () => {
  await open();
  const weight = $$('.bearings-effort-choice select')[1];
  weight.value = 'points';
  weight.dispatchEvent(new Event('change'));
  await settle(40);
  assert.equal(query().get('weight'), 'points');
  assert.match($('.bearings-effort-summary').textContent, /Mostly not estimated: 3 of 8 issues/);
  assert.match($('.bearings-effort-weeks').textContent, /5 \(1 issue\)03 \(2 issues\)/);
  assert.match($('.bearings-effort-unlinked').textContent, /about 1 points/);
});

test('an issue is linked to a key result from the list', async () => {
  routes['GET key-results?issue=DEMO-7&limit=20'] = {
    keyResults: [{ id: 34, key: 'KR-34', title: 'Faster', objectiveKey: 'O-12', objectiveTitle: 'Speed', likely: true, attached: false }],
  };
  routes['POST key-results/34/links'] = { attached: ['DEMO-7'], already: [] };
  answer(routes);
  await open();
  $('[data-bearings-action="effort-link"]').click();
  await settle(300);
  $('[role="option"]').click();
  await settle(80);
  const sent = requests.find(({ method }) => method === 'POST');
  assert.equal(sent.path, 'key-results/34/links');
  assert.deepEqual(sent.body, { issueKeys: ['DEMO-7'] });
  assert.equal(asked().filter((path) => path.startsWith('units/3/effort?')).length, 2);
});

test('the linked work of the unit is asked for when it is opened, and again where the weight is another', async () => {
  const nothing = { issues: 0, weight: 0 };
  const change = { done: { issues: 3, weight: 3 }, reopened: nothing, added: nothing, removed: nothing, reestimated: nothing };
  const days = [
    { on: '2026-10-19', ratio: 0.5, issues: 4, outOfScope: 0, doneWeight: 2, totalWeight: 4, change: { ...change, done: nothing } },
    { on: '2026-10-20', ratio: 1, issues: 4, outOfScope: 0, doneWeight: 4, totalWeight: 4, change },
  ];
  routes['GET units/3/timeline?cycle=7'] = { days };
  routes['GET units/3/timeline?cycle=7&weight=points'] = { days: days.slice(0, 1) };
  answer(routes);
  await open();
  assert.ok(!requests.some(({ path }) => path.includes('timeline')));
  const details = $('.bearings-effort-through');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await settle(40);
  assert.equal($('.bearings-timeline-summary').textContent, '50 % \u2192 100 %: 3 done.');
  const weight = $$('.bearings-effort-choice select')[1];
  weight.value = 'points';
  weight.dispatchEvent(new Event('change'));
  await settle(60);
  assert.equal($('.bearings-timeline-summary').textContent, '50 % \u2192 50 %: nothing changed.');
});

test('nothing finished, and no project, say what to do', async () => {
  const none = { issues: 0, weight: 0, objective: part(0, 0, null), kpi: part(0, 0, null), neither: part(0, 0, null), weeks: [] };
  routes['GET units/3/effort?from=2026-10-05&to=2026-10-18'] = report({ ...none, undated: 2 });
  answer(routes);
  await open();
  assert.match($('.bearings-effort-summary').textContent, /Nothing was finished.*Choose other days.*2 issues that changed since are Done without a resolution/);
  assert.ok($('.bearings-timeline-picture').hidden);
  assert.ok($('.bearings-effort-unlinked').hidden);
  live.stop();
  routes['GET units/3/effort?from=2026-10-05&to=2026-10-18'] = report({ ...none, projects: [], unlinkedJql: null });
  answer(routes);
  await open();
  assert.match($('.bearings-effort-summary').textContent, /No Jira project is bound to this unit.*Its lead can bind/);
});

test('a refusal is shown by its field, and asked again', async () => {
  routes['GET units/3/effort?from=2026-10-05&to=2026-10-18'] = { status: 400, body: { errorMessages: [], errors: { from: 'Choose fewer days.' } } };
  answer(routes);
  await open();
  assert.match($('.bearings-effort-summary').textContent, /Choose fewer days\./);
  routes['GET units/3/effort?from=2026-10-05&to=2026-10-18'] = report();
  answer(routes);
  $('[data-bearings-action="effort-again"]').click();
  await settle(40);
  assert.ok($('.bearings-effort-sentence'));
});

test('the period is this cycle, the one before, four weeks or other days', () => {
  const now = today();
  const year = Number(now.slice(0, 4));
  const cycle = { id: 7, unitId: 1, length: 'YEAR', first: `${year}-01-01`, last: `${year}-12-31` };
  const before = { id: 6, unitId: 1, length: 'YEAR', first: `${year - 1}-01-01`, last: `${year - 1}-12-31` };
  const other = { id: 5, unitId: 1, length: 'HALF', first: `${year - 1}-07-01`, last: `${year - 1}-12-31` };
  const model = { cycle, cycles: [other, before, cycle] };
  assert.equal(cycleBefore(model), before);
  assert.deepEqual(daysOf({ period: '' }, model), { period: '', from: cycle.first, to: now });
  assert.deepEqual(daysOf({ period: 'last' }, model), { period: 'last', from: before.first, to: before.last });
  assert.equal(daysOf({ period: 'weeks' }, model).to, now);
  assert.deepEqual(daysOf({ period: 'days', from: '2026-01-01', to: '2026-01-02' }, model), { period: 'days', from: '2026-01-01', to: '2026-01-02' });
  assert.equal(daysOf({ period: 'days', from: 'soon', to: '' }, model).period, '');
  assert.equal(daysOf({ period: '' }, { cycle: null, cycles: [] }).period, 'weeks');
});
