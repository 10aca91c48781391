import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, late, modules, page, requests, settle, visible } from './browser.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import '../src/workspace.js';
import '../src/workspace-kpis.js';
import '../src/workspace-marks.js';
import '../src/workspace-metric.js';

const HERE = 'unit=3&cycle=7';
const OPENING = 'GET key-results/34/check-ins/opening';

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const button = (text) => $$('button').find((each) => each.textContent === text);
const area = (label) => {
  const found = $$('label').find(({ textContent }) => textContent === label);
  return document.getElementById(found.getAttribute('for'));
};
const happening = (kind, number) => ({ kind, issueKey: `DEMO-${number}`, title: `Issue ${number}`, at: '2026-11-18T10:00:00Z' });

let routes;
let stored;
let live;

async function open(more = {}) {
  stored.objectives.forEach(({ keyResults }) =>
    (keyResults || []).filter(({ key }) => key === 'KR-34').forEach((keyResult) => Object.assign(keyResult, more))
  );
  window.history.replaceState(null, '', `/jira/secure/BearingsWorkspace.jspa?${HERE}#KR-34`);
  page('<div class="bearings-workspace" data-person-key="ann" aria-busy="true"></div>');
  live = modules['bearings/workspace'].workspace($('.bearings-workspace'));
  await live.ready;
  await settle(40);
}

async function checkIn() {
  button('Check in').click();
  await settle(40);
}

beforeEach(() => {
  visible(true);
  late.missing.clear();
  stored = workspaceAnswer();
  routes = {
    [`GET workspace?${HERE}`]: () => stored,
    [`GET workspace/stamp?${HERE}`]: () => ({ stamp: stored.stamp }),
    'GET inbox': { items: [], unread: 0, next: null },
    'GET key-results/34/forecast': { projection: null, why: 'TOO_FEW_VALUES' },
    [OPENING]: { since: '2026-11-13T10:00:00Z', happenings: [happening('DONE', 3), happening('ADDED', 9), happening('BLOCKED', 7)], hidden: 2, earlier: 0 },
  };
  answer(routes);
});

afterEach(() => live.stop());

test('parts that open at once wait for one script', async () => {
  late.asked.length = 0;
  await open();
  assert.equal(late.asked.filter((resource) => resource.endsWith('workspace-marks')).length, 1);
});

test('each mark says what it means and what to do', async () => {
  await open({ status: 'SILENT', flags: ['OUTPUT_WITHOUT_OUTCOME', 'DIRECTION_WITHOUT_EXECUTION'], mostlyNotEstimated: true });
  const said = $$('.bearings-marks li').map(({ textContent }) => textContent);
  assert.equal(said.length, 4);
  assert.match(said[0], /^Silent.*no linked issue has come into another status for ten working days/);
  assert.match(said[1], /Most of the linked work is done, and the number has hardly moved/);
  assert.match(said[2], /^No work under way.*Link the issues/);
  assert.match(said[3], /no estimate/);
});

test('where nothing is to be pointed out, nothing is', async () => {
  await open({ status: 'ON_TRACK', flags: [] });
  assert.equal($('.bearings-marks'), null);
});

test('the work that is done stands beside the number of an outcome', async () => {
  await open({ nature: 'OUTCOME', issues: 10, done: 7, doneWeight: 7, totalWeight: 10 });
  assert.match($('.bearings-panel-facts').textContent, /Output70 % of the linked work is done \(7 of 10 issues\)/);
});

test('work that counts twice is named with both ends, and the rest is counted', async () => {
  routes['GET key-results/34/double-counts'] = {
    doubles: [
      { relation: 'SIBLING', key: 'KR-35', title: 'Fewer questions', objectiveKey: 'O-12', objectiveTitle: 'O', issues: 3, named: [{ key: 'DEMO-3', title: 'Issue 3' }] },
      { relation: 'PARENT', key: null, title: null, objectiveKey: null, objectiveTitle: null, issues: 1, named: [] },
    ],
  };
  await open({ status: 'ON_TRACK', flags: [], issues: 4 });
  const [one, other] = $$('.bearings-marks li');
  assert.match(one.textContent, /^Counted twice.*another key result of the same objective.*KR-35 Fewer questions.*DEMO-3.*and 2 more/s);
  assert.equal(one.querySelector('a').getAttribute('href'), '#KR-35');
  assert.match(other.textContent, /A key result that you may not read/);
});

test('marks stand without what counts twice when that cannot be read', async () => {
  routes['GET key-results/34/double-counts'] = { status: 503, body: { errorMessages: ['No'], errors: {} } };
  await open({ status: 'SILENT', flags: [], issues: 4 });
  assert.equal($$('.bearings-marks li').length, 1);
});

const editing = async (weightBy) => {
  await open({ source: 'ISSUES', weightBy });
  button('Edit').click();
  await settle(40);
  return area('Progress counts');
};
const chosen = (select) => select.selectedOptions[0].textContent;

test('issues can weigh by any number field of Jira, which comes with its name', async () => {
  routes['GET number-fields'] = { fields: [{ id: 'customfield_10010', name: 'Benefit' }, { id: 'customfield_10011', name: 'Risk' }] };
  const select = await editing('customfield_10010');
  assert.equal(chosen(select), 'Benefit');
  assert.deepEqual(Array.from(select.options, ({ textContent }) => textContent), ['Issues', 'Story points', 'Original estimate', 'Benefit', 'Risk']);
  assert.equal(select.querySelector('optgroup').label, 'Number fields of Jira');
  select.value = 'customfield_10011';
  routes['PUT key-results/34'] = (body) => ({ ...stored.objectives[0].keyResults[0], ...body, version: 4 });
  select.form.dispatchEvent(new window.Event('submit', { bubbles: true, cancelable: true }));
  await settle(10);
  assert.equal(requests.find(({ method }) => method === 'PUT').body.weightBy, 'customfield_10011');
});

test('a field that is gone stays chosen and says so', async () => {
  routes['GET number-fields'] = { fields: [] };
  const select = await editing('customfield_9');
  assert.equal(chosen(select), 'A number field that is not there any more');
  assert.equal(select.value, 'customfield_9');
  assert.equal(select.querySelector('optgroup'), null);
});

test('without the number fields the others can be chosen', async () => {
  routes['GET number-fields'] = { status: 503, body: { errorMessages: ['Not now.'], errors: {} } };
  const select = await editing('customfield_10010');
  assert.equal(chosen(select), 'A number field');
  assert.match($('.bearings-panel').textContent, /number fields of Jira could not be read. Not now\./);
});

const SIMULATED = {
  remaining: 4.0,
  due: '2026-12-31',
  early: '2026-12-02',
  likely: '2026-12-09',
  late: '2027-01-06',
  probability: 0.82,
  past: [2, 0, 5, 1, 3, 2].map((finished, i) => ({ monday: `2026-10-${10 + i}`, finished })),
  ends: [{ by: '2026-12-02', share: 0.1 }, { by: '2026-12-30', share: 0.82 }, { by: '2027-01-06', share: 0.9 }],
  why: null,
};

test('what issues feed is forecast from what the team finishes: sentence, picture and numbers', async () => {
  routes['GET key-results/34/work-forecast'] = SIMULATED;
  await open({ source: 'ISSUES', issues: 0 });
  const text = $('.bearings-panel').textContent;
  assert.match(text, /the chance of success by .* is 82 %/);
  assert.match(text, /draws past weeks of this team until the 4 issues.*6 whole weeks, in which it finished 0 to 5/);
  assert.deepEqual($$('.bearings-chances rect').map((bar) => bar.getAttribute('fill') === 'none'), [false, false, true]);
  assert.equal($$('.bearings-panel table tbody tr').length, 3);
});

test('too little to go by is said', async () => {
  routes['GET key-results/34/work-forecast'] = { ...SIMULATED, past: [], ends: [], why: 'TOO_FEW_WEEKS' };
  await open({ source: 'ISSUES', issues: 0 });
  assert.match($('.bearings-panel').textContent, /too little to go by.*six whole weeks/);
});

test('the forecast stands in the check-in as well', async () => {
  routes['GET key-results/34/work-forecast'] = SIMULATED;
  await open({ source: 'ISSUES', issues: 0, state: 'ACTIVE' });
  await checkIn();
  assert.match($('.bearings-check-in').textContent, /is 82 %/);
});

test('what objectives feed is forecast as a share of the way, what is entered in its own measure', async () => {
  routes['GET key-results/34/forecast'] = { projection: 0.5672, low: 0.5326, high: 0.606, probability: 0.0035, why: null };
  await open({ source: 'ALIGNED' });
  assert.match($('.bearings-panel').textContent, /On its present course: 57 % on the due date.*between 53 % and 61 %.*reaching it is 0 %/);
  live.stop();
  await open({ source: 'MANUAL' });
  assert.match($('.bearings-panel').textContent, /On its present course: 0\.567 % on the due date/);
});

test('the forecast by values stands in the check-in, but not why there is none', async () => {
  await open({ state: 'ACTIVE' });
  await checkIn();
  assert.doesNotMatch($('.bearings-check-in').textContent, /six days|On its present course/);
  live.stop();
  routes['GET key-results/34/forecast'] = { projection: 12, low: 11, high: 14, probability: 0.9, why: null };
  await open({ state: 'ACTIVE' });
  await checkIn();
  assert.match($('.bearings-check-in').textContent, /On its present course: 12.*reaching it is 90 %/);
});

test('a check-in opens with what happened since the last one, and saves nothing by itself', async () => {
  await open();
  await checkIn();
  const list = $('.bearings-opening');
  assert.match(list.textContent, /What happened to the linked issues since/);
  assert.deepEqual(
    Array.from(list.querySelectorAll('a'), (link) => link.getAttribute('href')),
    ['/jira/browse/DEMO-3', '/jira/browse/DEMO-9', '/jira/browse/DEMO-7']
  );
  assert.match(list.textContent, /2 more, of issues that you may not browse/);
  assert.equal(area('Progress').value, 'Done: DEMO-3.\nAdded: DEMO-9.');
  assert.equal(area('Problems').value, 'Blocked: DEMO-7.');
  assert.equal(area('Progress').closest('details').open, true, 'what will be saved is out of sight');
  assert.equal(requests.filter(({ method }) => method !== 'GET').length, 0);
});

test('titles are in the list alone: who reads the check-in may not be allowed to know them', async () => {
  await open();
  await checkIn();
  assert.doesNotMatch(area('Progress').value, /Issue/);
  assert.match($('.bearings-opening').textContent, /Issue 3/);
});

test('of many issues the first are named and the others counted', async () => {
  routes[OPENING] = { since: null, happenings: Array.from({ length: 9 }, (unused, i) => happening('DONE', i + 1)), hidden: 0, earlier: 4 };
  await open();
  await checkIn();
  assert.equal(area('Progress').value, 'Done: DEMO-1, DEMO-2, DEMO-3, DEMO-4, DEMO-5, DEMO-6 and 3 more.');
  assert.match($('.bearings-opening').textContent, /so far/);
  assert.match($('.bearings-opening summary').textContent, /3 more/);
  assert.match($('.bearings-opening').textContent, /4 earlier ones are not listed/);
});

test('what somebody has written meanwhile stays', async () => {
  let tell;
  routes[OPENING] = () =>
    new Promise((resolve) => {
      tell = () => resolve({ since: null, happenings: [happening('DONE', 3)], hidden: 0, earlier: 0 });
    });
  await open();
  await checkIn();
  area('Progress').value = 'My own words';
  tell();
  await settle(40);
  assert.equal(area('Progress').value, 'My own words');
});

test('one can check in when the history does not answer', async () => {
  routes[OPENING] = { status: 503, body: { errorMessages: ['The search does not answer'], errors: {} } };
  await open();
  await checkIn();
  assert.match($('.bearings-opening').textContent, /not known now.*The search does not answer/);
  assert.ok(button('Save check-in'));
});

test('a key result reads a KPI of the unit or of those above it', async () => {
  routes['GET kpi-choices?unit=3'] = {
    kpis: [
      { id: 7, key: 'KPI-7', name: 'Lead time', unit: { id: 3, name: 'Team' } },
      { id: 9, key: 'KPI-9', name: 'Revenue', unit: { id: 1, name: 'Company' } },
    ],
  };
  routes['POST objectives/12/key-results'] = { status: 400, body: { errorMessages: [], errors: {} } };
  await open();
  window.location.hash = '#O-12.new';
  await settle(40);
  const panel = $('.bearings-panel');
  const kpi = () => area('KPI');
  assert.ok(kpi().closest('[hidden]'));
  const source = area('Where its value comes from');
  source.value = 'KPI';
  source.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(40);
  assert.ok(!kpi().closest('[hidden]'));
  assert.deepEqual(
    Array.from(kpi().querySelectorAll('optgroup')).map(({ label, textContent }) => [label, textContent]),
    [
      ['Team', 'Lead time (KPI-7)'],
      ['Company', 'Revenue (KPI-9)'],
    ]
  );
  area('Key result').value = 'Lead time falls';
  kpi().value = '7';
  panel.querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle(40);
  const { body } = requests.find(({ method, path }) => method === 'POST' && path === 'objectives/12/key-results');
  assert.equal(body.source, 'KPI');
  assert.equal(body.kpi, 7);
});

test('a key result reads a metric, whose problems are shown while it is written', async () => {
  routes['POST formulas/check'] = {
    problems: [{ from: 0, to: 5, text: 'There is no cuont.', expected: 'Try count.' }],
    tidied: null,
    quantity: null,
  };
  routes['POST objectives/12/key-results'] = { status: 400, body: { errorMessages: [], errors: { metric: 'There is no cuont.' } } };
  await open();
  window.location.hash = '#O-12.new';
  await settle(40);
  const panel = $('.bearings-panel');
  assert.ok(area('Metric').closest('[hidden]'));
  const source = area('Where its value comes from');
  source.value = 'JQL';
  source.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(40);
  const metric = area('Metric');
  assert.ok(!metric.closest('[hidden]'));
  metric.value = 'cuont("type = Bug")';
  metric.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(400);
  const asked = requests.filter(({ method, path }) => method === 'POST' && path === 'formulas/check').pop();
  assert.equal(asked.body.text, 'cuont("type = Bug")');
  assert.equal(asked.body.measure.kind, 'NUMBER');
  assert.match(panel.querySelector('.bearings-kpi-problems').textContent, /no cuont.*Try count/);
  area('Key result').value = 'Fewer bugs';
  area('Baseline').value = '40';
  area('Target').value = '5';
  panel.querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle(40);
  const { body } = requests.find(({ method, path }) => method === 'POST' && path === 'objectives/12/key-results');
  assert.equal(body.source, 'JQL');
  assert.equal(body.metric, 'cuont("type = Bug")');
  assert.equal(body.baseline, 40);
  assert.equal(body.kpi, undefined);
  assert.match(metric.closest('.field-group').textContent, /There is no cuont/);
});

test('a metric says how far its past is read, and then what is missing', async () => {
  const reading = { metric: 'cost("type = Bug", rolling("30d"))', backfill: { state: 'RUNNING', done: 3, of: 20, text: null }, noDataBecause: ['The past is still being read.'] };
  routes['GET key-results/34/metric'] = reading;
  await open({ source: 'JQL', metric: reading.metric });
  const said = () => $('.bearings-panel').textContent;
  assert.match(said(), /cost\("type = Bug", rolling\("30d"\)\)/);
  assert.equal($('.bearings-panel progress').getAttribute('value'), '3');
  routes['GET key-results/34/metric'] = { ...reading, backfill: { state: 'DONE', done: 20, of: 20, text: null }, noDataBecause: ['No hourly rate is stated.'] };
  await settle(1700);
  assert.equal($('.bearings-panel progress'), null);
  assert.match(said(), /No hourly rate is stated/);
});

test('an objective shows what drives it and what it must not break', async () => {
  const period = { first: '2026-11-16', last: '2026-11-22', value: 4, status: 'GREEN' };
  routes['GET objectives/12/kpis'] = {
    kpis: [
      { id: 7, key: 'KPI-7', name: 'Lead time', part: 'DRIVER', measure: { kind: 'NUMBER' }, period, red: false },
      { id: 8, key: 'KPI-8', name: 'Defects', part: 'GUARDRAIL', measure: { kind: 'NUMBER' }, period, red: true },
      { id: 9, key: 'KPI-9', name: 'Morale', part: 'GUARDRAIL', measure: { kind: 'NUMBER' }, period: null, red: false },
    ],
  };
  await open();
  window.location.hash = '#O-12';
  await settle(40);
  const text = (key) => $(`#bearings-serving-${key}`).textContent;
  assert.ok(/Healthy/.test(text('KPI-7')) && /Past critical/.test(text('KPI-8')) && /No data/.test(text('KPI-9')));
  assert.equal($('#bearings-serving-KPI-8 a').getAttribute('href'), '/jira/secure/BearingsKpi.jspa?kpi=KPI-8');
});
