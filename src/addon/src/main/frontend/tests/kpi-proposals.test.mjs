import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, flags, modules, page, requests, settle, visible } from './browser.mjs';
import { board, proposals, sheet, velocity } from './kpi-answer.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import { projectsOf } from '../src/kpi/proposals.js';
import '../src/workspace.js';
import '../src/workspace-kpis.js';
import '../src/kpi-forms.js';

const HERE = 'unit=3&cycle=7';
const DEMO = { id: 1, key: 'DEMO', name: 'Mobile app' };
const OPS = { id: 2, key: 'OPS', name: 'Operations' };

let routes;
let live;
let projects;

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const panel = () => $('.bearings-panel');
const card = (id) => $(`[data-bearings-proposal=${id}]`);
const sent = (method, path) => requests.filter((each) => each.method === method && each.path === path);

function stored() {
  const workspace = workspaceAnswer();
  const bound = (unit) => (unit.id === 3 ? { ...unit, projects } : unit);
  return { ...workspace, unit: bound(workspace.unit), units: workspace.units.map(bound) };
}

async function open() {
  window.history.replaceState(null, '', `/jira/secure/BearingsWorkspace.jspa?${HERE}&view=kpis#KPI-propose`);
  page('<div class="bearings-workspace" data-person-key="ann" data-person-name="Ann" aria-busy="true"></div>');
  live = modules['bearings/workspace'].workspace($('.bearings-workspace'));
  await live.ready;
  await settle(60);
}

beforeEach(() => {
  visible(true);
  projects = [DEMO];
  routes = {
    [`GET workspace?${HERE}`]: () => stored(),
    [`GET workspace/stamp?${HERE}`]: () => ({ stamp: 'one' }),
    'GET inbox': { items: [], unread: 0, next: null },
    'GET kpis?unit=3': () => board(),
    'GET velocity?unit=3': () => velocity(),
    'GET kpi-proposals?project=DEMO&unit=3': () => proposals(),
    'GET kpi-proposals?project=OPS&unit=3': () => ({ ...proposals(), proposals: [] }),
    'POST kpis': () => ({ status: 201, body: sheet(12) }),
    'POST kpis/12/archive': () => sheet(12, { archived: true }),
  };
  answer(routes);
});

afterEach(() => live && live.stop());

test('a proposal shows its year, its levels, and why', async () => {
  await open();
  const text = card('VELOCITY').textContent;
  assert.match(text, /Team.*Each sprint|Team.*[Ss]print/);
  assert.match(text, /Team velocity.*Target.*20 points.*Critical.*17 points/s);
  assert.match(text, /how much it can promise/);
  assert.match(text, /Levels from 4 values/);
  assert.match(card('VELOCITY').querySelector('svg').getAttribute('aria-label'), /^4 values of the past year, from 17 points to 24 points, the last one 24 points\.$/);
  const broken = card('ON_TIME_DELIVERY');
  assert.equal(broken.querySelectorAll('polyline').length, 1);
  assert.equal(broken.querySelectorAll('circle').length, 3);
  assert.equal(panel().querySelector('select'), null);
});

test('one button takes it, as the owner who pressed it, and undo takes it back', async () => {
  await open();
  card('VELOCITY').querySelector('button').click();
  await settle(20);
  const [{ body }] = sent('POST', 'kpis');
  assert.equal(body.unitId, 3);
  assert.equal(body.formula, 'velocity(project("DEMO"))');
  assert.equal(body.owner.key, 'ann');
  assert.match(card('VELOCITY').textContent, /Taken: KPI-12/);
  assert.equal(card('VELOCITY').querySelector('a').getAttribute('href'), '/jira/secure/BearingsKpi.jspa?kpi=KPI-12');
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle(20);
  assert.deepEqual(sent('POST', 'kpis/12/archive')[0].body, { version: 3 });
  assert.doesNotMatch(card('VELOCITY').textContent, /Taken/);
  assert.equal(card('VELOCITY').querySelector('button').disabled, false);
});

test('a refusal stands at its proposal, which can be taken again', async () => {
  routes['POST kpis'] = { status: 400, body: { errorMessages: [], errors: { formula: 'There is no such project.' } } };
  await open();
  card('VELOCITY').querySelector('button').click();
  await settle(20);
  assert.match(card('VELOCITY').querySelector('[role=alert]').textContent, /There is no such project/);
  assert.equal(card('VELOCITY').querySelector('button').disabled, false);
});

test('while the past is read, it says how far that is', async () => {
  routes['GET kpi-proposals?project=DEMO&unit=3'] = { proposals: [], backfill: { state: 'RUNNING', done: 10, of: 40, text: null } };
  await open();
  assert.match(panel().textContent, /past year is being read.*10 of 40/s);
  assert.equal(panel().querySelector('progress').value, 10);
  assert.equal($('[data-bearings-proposal]'), null);
});

test('what went wrong with reading is told', async () => {
  routes['GET kpi-proposals?project=DEMO&unit=3'] = { proposals: [], backfill: { state: 'FAILED', done: 0, of: 0, text: 'Jira did not answer.' } };
  await open();
  assert.match(panel().textContent, /Jira did not answer\./);
});

test('where several projects are bound, one is chosen', async () => {
  projects = [DEMO, OPS];
  await open();
  const choice = panel().querySelector('select');
  choice.value = 'OPS';
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(20);
  assert.match(panel().textContent, /Too little has happened in OPS/);
});

test('a unit without projects says so, and one above teams has theirs', async () => {
  projects = [];
  await open();
  assert.match(panel().textContent, /bound to no project/);
  assert.equal(sent('GET', 'kpi-proposals?project=DEMO&unit=3').length, 0);
  const units = [
    { id: 1, parentId: null, projects: [] },
    { id: 2, parentId: 1, projects: [DEMO] },
    { id: 4, parentId: 1, projects: [DEMO, OPS] },
  ];
  assert.deepEqual(projectsOf({ unitId: 1, units }), [DEMO, OPS]);
});
