import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { answer, flags, key, modules, page, requests, settle } from './browser.mjs';
import { keyResult, objective, workspaceAnswer } from './workspace-answer.mjs';
import { card } from './kpi-answer.mjs';
import '../src/board-page.js';

const part = (issues, share, more = {}) => ({ issues, done: 1, points: issues * 2, donePoints: 2, unestimated: 0, share, ...more });

let board;
let routes;

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));

const velocity = (more = {}) => ({
  unitId: 3,
  sprints: [{ id: 1, name: 'Sprint <1>', first: '2026-10-01', last: '2026-10-14', committed: 20, completed: 18, sayDo: 0.9 }],
  mean: 18,
  sayDo: 0.9,
  points: true,
  backfill: { state: 'DONE', done: 1, of: 1, from: null, text: null },
  ...more,
});

beforeEach(() => {
  board = {
    id: 7,
    name: 'Team <board>',
    scrum: true,
    units: [{ id: 3, name: 'Onboarding', mayManage: false }],
    mayAttach: true,
    sprints: [
      {
        id: 12,
        name: 'Sprint 12',
        start: '2026-11-16T09:00:00Z',
        end: '2026-11-30T09:00:00Z',
        notEstimated: false,
        whole: part(10, 1),
        none: part(4, 0.4),
        serves: [{ id: 34, key: 'KR-34', title: '<i>Calm</i>', objectiveKey: 'O-1', objectiveTitle: 'Nights', unitId: 3, part: part(6, 0.6) }],
        hidden: 2,
        outOfScope: 1,
      },
    ],
  };
  const workspace = workspaceAnswer();
  workspace.objectives = [objective(1, { keyResults: [keyResult(34), keyResult(35, { score: null, status: 'NO_DATA', confidence: null })] })];
  routes = {
    'GET boards/7': () => structuredClone(board),
    'GET velocity?unit=3': velocity(),
    'GET kpis?unit=3': { kpis: [card(1, { frequency: 'PER_SPRINT', name: 'Say and do' }), card(2, { frequency: 'MONTHLY', name: 'Monthly' })], mayCreate: false },
    'GET workspace?unit=3': workspace,
    'POST boards/7/sprints/12/reading': { read: 0, unread: 0 },
    'GET boards/7/sprints/12/unserved': {
      issues: [{ key: 'DEMO-4', title: 'A <b>bold</b> one', status: 'To Do' }],
      hidden: 1,
      total: 4,
      next: 50,
    },
  };
  answer(routes);
});

async function open() {
  page('<div class="bearings-workspace bearings-board-page" data-board="7" aria-busy="true"></div>');
  await modules['bearings/board-page'].boardPage($('.bearings-board-page')).ready;
  await settle(5);
}

test('shows velocity, the KPIs per sprint and the key results of the team', async () => {
  await open();
  assert.equal($('h1').textContent, 'Team <board>: OKRs and KPIs');
  assert.match($('.bearings-board-velocity').textContent, /18/);
  assert.match($('.bearings-board-kpis').textContent, /Say and do/);
  assert.doesNotMatch($('.bearings-board-kpis').textContent, /Monthly/);
  const rows = $$('.bearings-board-key-result');
  assert.equal(rows.length, 2);
  assert.match(rows[0].textContent, /50 %.*Confidence 7 of 10/);
  assert.match(rows[1].textContent, /No data/);
  assert.doesNotMatch(rows[1].textContent, /Confidence/);
  assert.equal($('.bearings-board-page').hasAttribute('aria-busy'), false);
});

test('says what of the sprint serves what, and how much serves none', async () => {
  await open();
  const sprint = $('.bearings-board-sprint');
  assert.match(sprint.querySelector('h2').textContent, /What Sprint 12 serves/);
  assert.match(sprint.querySelector('.bearings-sprint-lead').textContent, /Serves a key result 60 %.*Serves none 40 %/);
  const rows = Array.from(sprint.querySelectorAll('.bearings-sprint-row'));
  assert.match(rows[0].textContent, /<i>Calm<\/i>.*6 issues, 1 done.*2 of 12 points done.*60 % of the work/);
  assert.match(rows.at(-1).textContent, /Serves none.*4 issues/);
  assert.match(sprint.textContent, /and 2 more key results that you may not see/);
  assert.match(sprint.textContent, /1 issue is out of scope/);
  assert.equal(sprint.querySelector('i'), null);
});

test('what serves none is listed, and attached with a way back', async () => {
  await open();
  $('[data-bearings-action=unserved]').click();
  await settle(5);
  assert.equal($('[data-bearings-action=unserved]').getAttribute('aria-expanded'), 'true');
  assert.match($('.bearings-unserved-issue').textContent, /A <b>bold<\/b> one/);
  assert.match($('.bearings-unserved').textContent, /and 1 more issue that you may not see/);
  routes['GET key-results?issue=DEMO-4&limit=20'] = {
    keyResults: [{ id: 34, key: 'KR-34', title: 'Calm', objectiveKey: 'O-1', objectiveTitle: 'Nights', ownerName: 'Ann', unitName: 'Team', attached: false, why: 'YOUR_TEAM' }],
  };
  $('[data-issue=DEMO-4]').click();
  await settle(5);
  routes['POST key-results/34/links'] = { attached: [{ linkId: 9, issueKey: 'DEMO-4' }], already: [] };
  routes['GET boards/7/sprints/12/unserved'] = { issues: [], hidden: 0, total: 0, next: null };
  board.sprints[0].none = part(0, 0);
  key($('[role=combobox]'), 'Enter');
  await settle(10);
  assert.equal(flags.at(-1).options.title, 'DEMO-4 is attached to KR-34');
  assert.match($('.bearings-sprint-lead').textContent, /Everything in Sprint 12 serves a key result/);
  assert.equal($('[data-bearings-action=unserved]').hidden, true);
  routes['DELETE key-results/34/links/9'] = { status: 204 };
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle(10);
  assert.ok(requests.some(({ method, path }) => method === 'DELETE' && path === 'key-results/34/links/9'));
});

test('more of what serves none is read on demand', async () => {
  await open();
  $('[data-bearings-action=unserved]').click();
  await settle(5);
  routes['GET boards/7/sprints/12/unserved?skip=50'] = { issues: [{ key: 'DEMO-9', title: 'Nine', status: 'Done' }], hidden: 1, total: 4, next: null };
  $('[data-bearings-action=more]').click();
  await settle(5);
  assert.equal($$('.bearings-unserved-issue').length, 2);
  assert.match($('.bearings-unserved').textContent, /and 2 more issues/);
  assert.equal($('[data-bearings-action=more]').hidden, true);
});

test('somebody who may not attach gets no button for it', async () => {
  board.mayAttach = false;
  await open();
  $('[data-bearings-action=unserved]').click();
  await settle(5);
  assert.equal($('[data-bearings-action=attach]'), null);
});

test('a board whose projects belong to no unit says what to do', async () => {
  board.units = [];
  await open();
  assert.match($('.bearings-board-parts').textContent, /No unit that you may see is bound/);
  assert.ok($('.bearings-board-parts a'));
  assert.ok($('.bearings-board-sprint'), 'the sprint is shown all the same');
});

test('without an active sprint, and where there are no sprints at all', async () => {
  board.sprints = [];
  await open();
  assert.match($('.bearings-board-sprints').textContent, /No sprint is active/);
  board.scrum = false;
  await open();
  assert.match($('.bearings-board-sprints').textContent, /does not work in sprints/);
});

test('an unknown board and a site without boards are told apart', async () => {
  routes['GET boards/7'] = { status: 404, body: { errorMessages: ['7 does not exist'], errors: {} } };
  await open();
  assert.match($('[role=alert]').textContent, /There is no such board/);
  routes['GET boards/7'] = { status: 400, body: { errorMessages: ['Jira Software is not installed'], errors: {} } };
  await open();
  assert.match($('[role=alert]').textContent, /Jira Software is not installed/);
});

test('a part that cannot be read says so, and the others stand', async () => {
  routes['GET velocity?unit=3'] = { status: 503, body: { errorMessages: ['Not now'], errors: {} } };
  await open();
  assert.match($('.bearings-board-velocity [role=alert]').textContent, /Not now/);
  assert.equal($$('.bearings-board-key-result').length, 2);
});

test('another unit of the board can be chosen', async () => {
  board.units.push({ id: 5, name: 'Support', mayManage: true });
  await open();
  routes['GET velocity?unit=5'] = velocity({ sprints: [] });
  routes['GET kpis?unit=5'] = { kpis: [], mayCreate: true };
  routes['GET workspace?unit=5'] = { ...workspaceAnswer(), cycle: null, objectives: [] };
  const select = $('.bearings-board-unit select');
  select.value = '5';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(10);
  assert.match($('.bearings-board-key-results').textContent, /Support has no cycle that runs today/);
  assert.match($('.bearings-board-kpis').textContent, /No KPI of Support is measured per sprint/);
});

test('nothing estimated, nothing served, nothing there', async () => {
  Object.assign(board.sprints[0], { notEstimated: true, whole: part(4, 1, { unestimated: 4 }), none: part(4, 1), serves: [], hidden: 0, outOfScope: 0 });
  routes['POST boards/7/sprints/12/reading'] = { read: 0, unread: 5 };
  await open();
  assert.match($('.bearings-board-sprint').textContent, /Nothing in Sprint 12 serves a key result yet/);
  assert.match($('.bearings-board-sprint').textContent, /Nothing is estimated/);
  assert.match($('.bearings-board-sprint').textContent, /5 issues are still being read/);
  assert.doesNotMatch($('.bearings-board-sprint').textContent, /points done/);
  Object.assign(board.sprints[0], { whole: part(0, null), none: part(0, null) });
  await open();
  assert.match($('.bearings-board-sprint').textContent, /Sprint 12 has no work yet/);
});

test('what is not known yet of the sprint is read part by part, and shown', async () => {
  const left = [{ read: 100, unread: 30 }, { read: 30, unread: 0 }];
  routes['POST boards/7/sprints/12/reading'] = () => {
    board.sprints[0].whole = part(20, 1);
    return left.shift();
  };
  await open();
  await settle(10);
  assert.equal(left.length, 0);
  assert.match($('.bearings-sprint-figures').textContent, /20 issues/);
  assert.doesNotMatch($('.bearings-sprint-figures').textContent, /still being read/);
});
