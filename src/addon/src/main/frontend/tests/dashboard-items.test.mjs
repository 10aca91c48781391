import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, late, modules, page, requests, settle, submit, type, visible } from './browser.mjs';
import { board, period, sheet } from './kpi-answer.mjs';
import { mapAnswer, workspaceAnswer } from './workspace-answer.mjs';
import '../src/dashboard-items.js';
import '../src/workspace-timeline.js';

const HOSTILE = `<script>alert(1)</script>${'wide'.repeat(120)}`;
const RIGHT_TO_LEFT = '\u05e9\u05dc\u05d5\u05dd <b>\u05e2\u05d5\u05dc\u05dd</b>';
const UNIT = { id: 3, name: 'Onboarding' };
const REFUSED = { status: 404, body: { errorMessages: ['x'], errors: {} } };

let routes;
let element;
let api;
let items;

beforeEach(() => {
  visible(true);
  routes = { 'GET workspace': workspaceAnswer() };
  answer(routes);
  late.asked.length = 0;
  late.missing.clear();
  element = page('<div id="item"></div>').firstChild;
  items = [];
  api = {
    title: null,
    saved: null,
    edits: 0,
    refresh: null,
    setTitle(title) {
      this.title = title;
    },
    savePreferences(preferences) {
      this.saved = preferences;
    },
    closeEdit() {
      this.edits -= 1;
    },
    initRefresh(preferences, now) {
      this.refresh = { preferences, now };
    },
  };
});

afterEach(() => items.forEach((item) => item.render(document.createElement('div'), {})));

function make(name) {
  const item = new modules[`bearings/dashboard/${name}`](api);
  items.push(item);
  return item;
}

async function shown(name, preferences) {
  const item = make(name);
  item.render(element, preferences);
  await settle(10);
  return item;
}

/** A map as the server gives it: a unit by its name. */
const map = (count) => ({ ...mapAnswer(count), nodes: mapAnswer(count).nodes.map((node) => ({ ...node, unit: node.unit.name })) });

const attention = (more = {}) => ({
  unit: UNIT,
  cycle: { id: 7, name: 'Q4 2026', phase: 'ACTIVE' },
  total: 2,
  items: [
    { kind: 'BREACH', severity: 'act', text: 'Past critical, not acknowledged', subject: 'KPI', id: 7, key: 'KPI-7', title: 'Answered in time', unit: UNIT, owner: { key: 'ann', name: 'Ann Lead' }, since: '2026-11-01', days: 22, others: 0, waitsFor: '', href: '/secure/BearingsKpi.jspa?kpi=KPI-7' },
    { kind: 'AT_RISK', severity: 'watch', text: 'At risk', subject: 'OBJECTIVE', id: 12, key: 'O-12', title: null, unit: { id: 4, name: 'Below' }, owner: null, since: null, days: null, others: 2, waitsFor: 'a decision', href: '/secure/BearingsWorkspace.jspa?unit=4#O-12' },
  ],
  ...more,
});

const due = (id, more = {}) => ({
  keyResult: { id, key: `KR-${id}`, title: `Key result ${id}` }, objective: { id: 12, key: 'O-12', title: 'Effortless' }, unit: UNIT, cycle: { id: 7, name: 'Q4' },
  owner: { key: 'ann', name: 'Ann Lead' }, due: '2026-11-16', days: 7, overdue: true, mayCheckIn: true, ...more,
});

const effort = (more = {}) => ({
  unit: UNIT, from: '2026-10-27', to: '2026-11-23', weightBy: 'ISSUES', mayWeigh: true, projects: [{ key: 'DEMO', name: 'Mobile' }], hiddenProjects: 0, issues: 4, weight: 4,
  objective: { issues: 2, weight: 2, share: 0.5 }, kpi: { issues: 1, weight: 1, share: 0.25 }, neither: { issues: 1, weight: 1, share: 0.25 },
  imputed: 0, mostlyNotEstimated: false, undated: 0, unlinkedJql: null,
  weeks: [{ first: '2026-11-17', last: '2026-11-23', objective: { issues: 2, weight: 2, share: 0.5 }, kpi: { issues: 1, weight: 1, share: 0.25 }, neither: { issues: 1, weight: 1, share: 0.25 } }],
  ...more,
});

const pictured = (more = {}) => ({
  kpi: { id: 7, key: 'KPI-7', name: 'Answered in time', unit: UNIT, owner: { key: 'ann', name: 'Ann Lead' }, direction: 'HIGHER', measure: { kind: 'PERCENT', of: null, currency: null }, archived: false },
  series: { kpiId: 7, periods: [period(2, 96, 'GREEN'), period(1, 88, 'RED')], breaches: [], breaks: [], annotations: [], forecast: null, ...more },
});

/** Every item with an answer that fills it, what it asks for and what its words must hold. */
const CASES = [
  ['objective-detail', { objective: '12' }, 'GET objectives/12', () => workspaceAnswer().objectives[0], /Make the first week.*KR-35/s, 'One objective: O-12'],
  ['kpi-tiles', { unit: '3', below: 'true' }, 'GET kpis?unit=3&below=true', () => ({ ...board(), unit: UNIT }), /Answered in time.*Builds that pass/s, 'KPI tiles: Onboarding'],
  ['kpi-chart', { kpi: '7' }, 'GET kpis/7/picture', pictured, /Answered in time.*88 %/s, 'KPI chart: Answered in time'],
  ['alignment-map', { unit: '3' }, 'GET map?unit=3', () => map(10), /Objective 1 that says/, 'Alignment map: Onboarding'],
  ['check-ins-due', { unit: '3', whose: 'unit' }, 'GET check-ins-due?unit=3', () => ({ unit: UNIT, total: 2, overdue: 1, checkIns: [due(34), due(35, { overdue: false, mayCheckIn: false })] }), /2 due, of which 1 overdue.*Overdue/s, 'Check-ins due: Onboarding'],
  ['attention', { unit: '3', below: 'true' }, 'GET attention?unit=3&below=true&limit=10', attention, /Past critical, not acknowledged.*and 2 more/s, 'What needs attention: Onboarding'],
  ['effort', { unit: '3' }, 'GET units/3/effort', effort, /50 % of what was finished served an objective/, 'Effort alignment: Onboarding'],
];

for (const [name, preferences, route, make1, words, title] of CASES) {
  test(`${name}: one request fills it, and its table stays open when figures move`, async () => {
    routes[route] = make1();
    await shown(name, preferences);
    assert.match(element.textContent, words);
    assert.equal(api.title, title);
    assert.deepEqual(requests.map(({ method, path }) => `${method} ${path}`), [route]);
    assert.equal(element.querySelector('[aria-busy]'), null);
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, 'an id stands twice');
    const details = element.querySelector('details');
    if (details) {
      details.open = true;
      routes[route] = { ...make1(), moved: true };
      await api.refresh.now();
      assert.equal(element.querySelector('details').open, true);
    }
  });

  test(`${name}: what may not be seen is not shown, and it says where to choose`, async () => {
    routes[route] = make1();
    await shown(name, preferences);
    routes[route] = REFUSED;
    await api.refresh.now();
    assert.match(element.textContent, /^There is no such .*, or you may not see it\.Configure$/);
    assert.ok(!api.title.includes(':'), api.title);
    assert.ok(!words.test(element.textContent));
  });

  test(`${name}: without a choice it says what to do and asks for nothing`, async () => {
    await shown(name, {});
    assert.match(element.textContent, /[Cc]hoose/);
    assert.equal(requests.length, 0);
  });

  test(`${name}: what cannot be read can be tried again`, async () => {
    routes[route] = { status: 503, body: { errorMessages: ['Not now.'], errors: {} } };
    await shown(name, preferences);
    assert.match(element.querySelector('[role=alert]').textContent, /Not now\./);
    routes[route] = make1();
    element.querySelector('button').click();
    await settle(10);
    assert.match(element.textContent, words);
    routes[route] = { status: 503, body: { errorMessages: ['Not now.'], errors: {} } };
    await api.refresh.now();
    assert.match(element.textContent, /These figures are not up to date\. Not now\./);
    assert.match(element.textContent, words);
  });
}

test('the dashboard calls, and has no clock of its own beside ours', async () => {
  routes['GET units/3/effort'] = effort();
  await shown('effort', { unit: '3' });
  assert.equal(api.refresh.preferences.refresh, 'false', 'Jira runs no second clock');
});

test('names are text, whatever they hold', async () => {
  for (const name of [HOSTILE, RIGHT_TO_LEFT]) {
    routes['GET attention?unit=3&below=false&limit=10'] = attention({ unit: { id: 3, name }, items: attention().items.map((item) => ({ ...item, title: name, waitsFor: name, owner: { key: 'x', name } })) });
    await shown('attention', { unit: '3' });
    assert.equal(element.querySelectorAll('script, b').length, 0);
    assert.ok(element.textContent.includes(name));
    assert.equal(element.querySelector('li a').getAttribute('dir'), 'auto');
  }
});

test('a check-in is one press away for who may make it', async () => {
  routes['GET check-ins-due?mine=true'] = { unit: null, total: 130, overdue: 0, checkIns: [due(34, { overdue: false }), due(35, { mayCheckIn: false })] };
  await shown('check-ins-due', { whose: 'mine' });
  const buttons = element.querySelectorAll('a.aui-button');
  assert.equal(buttons.length, 1);
  assert.equal(buttons[0].getAttribute('href'), '/jira/secure/BearingsWorkspace.jspa?unit=3&cycle=7#KR-34.check-in');
  assert.match(element.textContent, /128 more are not listed here/);
  assert.ok(!/Owner: /.test(element.textContent), 'one knows oneself');
});

test('whose check-ins are shown decides whether a unit is asked for', async () => {
  const item = make('check-ins-due');
  await item.renderEdit(element, {});
  const [whose, unit] = element.querySelectorAll('select');
  assert.equal(unit.closest('.field-group').hidden, true);
  submit(element.querySelector('form'));
  assert.deepEqual(api.saved, { whose: 'mine', seconds: '300', isConfigured: 'true' });
  whose.value = 'unit';
  whose.dispatchEvent(new window.Event('change'));
  api.saved = null;
  submit(element.querySelector('form'));
  assert.equal(api.saved, null);
  unit.value = '2';
  submit(element.querySelector('form'));
  assert.deepEqual(api.saved, { whose: 'unit', unit: '2', seconds: '300', isConfigured: 'true' });
});

test('an objective is searched, and only its id is kept', async () => {
  const found = workspaceAnswer().objectives;
  routes['GET objectives?q=first&limit=20'] = { objectives: found };
  const item = make('objective-detail');
  await item.renderEdit(element, {});
  const input = element.querySelector('input');
  type(input, 'first');
  await settle(260);
  const options = element.querySelectorAll('[role=option]');
  assert.equal(options.length, 3, 'a private one is not offered');
  submit(element.querySelector('form'));
  assert.equal(api.saved, null);
  assert.match(element.textContent, /Choose an objective from the list\./);
  options[0].click();
  submit(element.querySelector('form'));
  assert.deepEqual(api.saved, { objective: '12', seconds: '60', isConfigured: 'true' });
});

test('the objective that is chosen stands in the form; one that is gone does not', async () => {
  [routes['GET objectives/12']] = workspaceAnswer().objectives;
  const item = make('objective-detail');
  await item.renderEdit(element, { objective: '12' });
  assert.equal(element.querySelector('input').value, 'O-12 Make the first week with us feel effortless');
  routes['GET objectives/12'] = REFUSED;
  await item.renderEdit(element, { objective: '12' });
  assert.equal(element.querySelector('input').value, '');
});

test('a KPI is searched among those of all units that one may see', async () => {
  routes['GET kpis?unit=1&below=true'] = { ...board(), unit: { id: 1, name: 'Company' } };
  routes['GET kpis/9'] = sheet(9, { name: 'Cost of a ticket' });
  const item = make('kpi-chart');
  await item.renderEdit(element, { kpi: '9' });
  const input = element.querySelector('input');
  assert.equal(input.value, 'KPI-9 Cost of a ticket');
  type(input, 'builds');
  await settle(260);
  element.querySelector('[role=option]').click();
  submit(element.querySelector('form'));
  assert.deepEqual(api.saved, { kpi: '8', days: '', seconds: '300', isConfigured: 'true' });
});

test('many units are searched; few are a list', async () => {
  const units = Array.from({ length: 30 }, (unused, index) => ({ id: index + 1, name: `Unit ${index + 1}`, parentId: null }));
  routes['GET workspace'] = { ...workspaceAnswer(), units };
  const item = make('kpi-tiles');
  await item.renderEdit(element, { unit: '3' });
  const input = element.querySelector('input[role=combobox]');
  assert.equal(input.value, 'Unit 3');
  element.querySelector('input[type=checkbox]').checked = true;
  submit(element.querySelector('form'));
  assert.deepEqual(api.saved, { unit: '3', below: 'true', which: 'all', seconds: '300', isConfigured: 'true' });
});

test('only KPIs that need attention, where one wants no others', async () => {
  routes['GET kpis?unit=3&below=false'] = { ...board(), unit: UNIT };
  await shown('kpi-tiles', { unit: '3', which: 'pressing' });
  assert.match(element.textContent, /Answered in time/);
  assert.ok(!/Builds that pass/.test(element.textContent));
});

test('charts come with a script of their own, and the table is there without it', async () => {
  late.missing.add('wr!io.bearings:workspace-timeline');
  routes['GET kpis/7/picture'] = pictured();
  await shown('kpi-chart', { kpi: '7' });
  assert.deepEqual(late.asked, ['wr!io.bearings:workspace-timeline']);
  assert.match(element.textContent, /Show as a table/);
  assert.equal(element.querySelectorAll('tbody tr').length, 2);
});

test('a unit whose work nobody could find says what to do', async () => {
  routes['GET units/3/effort'] = effort({ issues: 0, projects: [], objective: { issues: 0, weight: 0, share: null } });
  await shown('effort', { unit: '3' });
  assert.equal(element.querySelector('.bearings-item-picture').hidden, true);
  assert.match(element.textContent, /project/);
});

test('a map of very many is a list', async () => {
  routes['GET map?unit=3'] = map(300);
  await shown('alignment-map', { unit: '3' });
  assert.equal(element.querySelector('.bearings-item-map'), null);
  assert.match(element.textContent, /100 more are not listed here/);
});

test('a map without objectives says so', async () => {
  routes['GET map?unit=3'] = { nodes: [], edges: [] };
  await shown('alignment-map', { unit: '3' });
  assert.match(element.textContent, /No objective to draw/);
});

test('nothing needs attention, nothing is due: that is said', async () => {
  routes['GET attention?unit=3&below=false&limit=10'] = attention({ items: [], total: 0 });
  await shown('attention', { unit: '3' });
  assert.match(element.textContent, /Nothing needs attention now/);
  routes['GET check-ins-due?mine=true'] = { unit: null, total: 0, overdue: 0, checkIns: [] };
  await shown('check-ins-due', { whose: 'mine' });
  assert.match(element.textContent, /No check-in is due/);
});
