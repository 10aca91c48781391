import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, late, modules, page, requests, settle, visible } from './browser.mjs';
import { board, velocity } from './kpi-answer.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import '../src/workspace.js';
import '../src/workspace-kpis.js';
import '../src/kpi-forms.js';

const HERE = 'unit=3&cycle=7';

let stored;
let kpis;
let routes;
let live;

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const names = () => $$('.bearings-kpi-name').map(({ textContent }) => textContent);
const control = (label) => document.getElementById($$('.bearings-kpi-controls label').find(({ textContent }) => textContent === label).getAttribute('for'));
const choose = (select, value) => {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

async function open(query = 'view=kpis') {
  window.history.replaceState(null, '', `/jira/secure/BearingsWorkspace.jspa?${HERE}&${query}`);
  page('<div class="bearings-workspace" data-person-key="ann" aria-busy="true"></div>');
  live = modules['bearings/workspace'].workspace($('.bearings-workspace'));
  await live.ready;
  await settle(40);
}

beforeEach(() => {
  visible(true);
  late.missing.clear();
  stored = workspaceAnswer();
  kpis = board();
  routes = {
    [`GET workspace?${HERE}`]: () => stored,
    [`GET workspace/stamp?${HERE}`]: () => ({ stamp: stored.stamp }),
    'GET inbox': { items: [], unread: 0, next: null },
    'GET kpis?unit=3': () => kpis,
    'GET velocity?unit=3': () => velocity(),
  };
  answer(routes);
});

afterEach(() => live.stop());

test('a card says value, target, status in words, owner, what is due and the breach with its week', async () => {
  await open();
  const text = $('#bearings-card-KPI-7').textContent;
  assert.match(text, /KPI-7 Quality/);
  assert.match(text, /89 %/);
  assert.match(text, /Early warning/);
  assert.match(text, /Target 95 %.*provisional/);
  assert.match(text, /Breach.*week 8 of 14.*not acknowledged yet/);
  assert.match(text, /Ann Lead/);
  assert.match(text, /Next value tomorrow/);
  assert.match($('#bearings-card-KPI-8').textContent, /Healthy.*Drifting/);
  assert.match($('#bearings-card-KPI-9').textContent, /No data.*No value yet/);
});

test('the line of the last periods is broken where a value is missing, and hollow while a period runs', async () => {
  await open();
  const spark = $('#bearings-card-KPI-7 .bearings-kpi-spark');
  assert.equal(spark.querySelectorAll('polyline').length, 1);
  assert.equal(spark.querySelectorAll('.bearings-kpi-dot').length, 3);
  assert.equal(spark.querySelectorAll('.bearings-kpi-provisional').length, 1);
  assert.match(spark.getAttribute('aria-label'), /^3 values, from 96 %.*to 89 %.*provisional/);
});

test('a value can be entered where people enter it', async () => {
  await open();
  assert.equal($('#bearings-card-KPI-7 .bearings-kpi-actions a').getAttribute('href'), '#KPI-7.value');
  assert.equal($('#bearings-card-KPI-9 .bearings-kpi-actions'), null);
});

test('filters and order stand in the address', async () => {
  await open();
  assert.deepEqual(names(), ['Answered in time', 'Builds that pass', 'Cost of a ticket']);
  choose(control('Category'), 'COST');
  assert.deepEqual(names(), ['Cost of a ticket']);
  assert.match(window.location.search, /category=COST/);
  choose(control('Category'), '');
  choose(control('Status'), 'BREACH');
  assert.deepEqual(names(), ['Answered in time']);
  choose(control('Status'), 'GREEN');
  assert.deepEqual(names(), ['Builds that pass']);
  choose(control('Category'), 'COST');
  assert.match($('.bearings-kpis').textContent, /No KPI is like that/);
  $('[data-bearings-action=all-kpis]').click();
  choose(control('Order'), 'name');
  assert.deepEqual(names(), ['Answered in time', 'Builds that pass', 'Cost of a ticket']);
  assert.match(window.location.search, /sort=name/);
});

test('an address can open the board as it was sent', async () => {
  await open('view=kpis&owner=bob');
  assert.deepEqual(names(), ['Cost of a ticket']);
});

test('on a wall there is nothing but the board', async () => {
  await open('view=kpis&board=full');
  assert.ok($('.bearings-workspace').classList.contains('bearings-board-full'));
  assert.equal($('.bearings-kpi-actions'), null);
  assert.equal(requests.some(({ path }) => path.startsWith('velocity')), false);
  $$('.bearings-kpi-buttons button')[0].click();
  assert.equal($('.bearings-workspace').classList.contains('bearings-board-full'), false);
  assert.doesNotMatch(window.location.search, /board/);
});

test('an empty board says what a KPI is for, and how to begin', async () => {
  kpis = { kpis: [], mayCreate: true };
  await open();
  assert.match($('.bearings-empty').textContent, /No KPI here yet.*owner, a threshold, and an action/s);
  assert.deepEqual($$('.bearings-empty a').map((each) => each.getAttribute('href')), ['#KPI-propose', '#KPI-new']);
});

test('whoever may not add one is told who may', async () => {
  kpis = { kpis: [], mayCreate: false };
  await open();
  assert.match($('.bearings-empty').textContent, /Whoever leads the unit/);
  assert.equal($('.bearings-empty .aui-button-primary'), null);
});

test('velocity stands beside the objectives of the same team, with its table', async () => {
  await open();
  const text = $('.bearings-kpi-team').textContent;
  assert.match(text, /18 points a sprint on average, over 2 sprints\. Of what it says, it does 90 %\./);
  assert.match(text, /Sprint 1.*20.*18.*90 %|Sprint 2.*Not estimated/s);
  assert.match(text, /Make the first week with us feel effortless/);
  assert.match(text, /What Onboarding wants to move in Q4 2026/);
});

test('velocity is not 0 while the past of the team is being read', async () => {
  routes['GET velocity?unit=3'] = { ...velocity(), sprints: [], mean: null, sayDo: null, backfill: { state: 'RUNNING', done: 1, of: 9, text: null } };
  await open();
  assert.match($('.bearings-velocity-sentence').textContent, /^The past of this team is being read/);
  routes['GET velocity?unit=3'] = { ...velocity(), sprints: [], mean: null, sayDo: null, backfill: { state: 'FAILED', done: 1, of: 9, text: 'Jira did not answer.' } };
  live.stop();
  await open();
  assert.equal($('.bearings-velocity-sentence').textContent, 'Jira did not answer.');
});

test('a team without estimates has no velocity of 0', async () => {
  routes['GET velocity?unit=3'] = { ...velocity(), mean: null, sayDo: null };
  await open();
  assert.match($('.bearings-velocity-sentence').textContent, /^Not estimated/);
});

test('while a cycle is under way, KPIs lead the list', async () => {
  await open('');
  assert.deepEqual(names(), ['Answered in time', 'Builds that pass', 'Cost of a ticket']);
  const strip = $('.bearings-kpi-strip');
  assert.ok(strip.compareDocumentPosition($('.bearings-rows')) & Node.DOCUMENT_POSITION_FOLLOWING);
});

test('before it begins they do not', async () => {
  stored.cycle.state = 'PLANNING';
  await open('');
  assert.equal($('.bearings-kpi-strip'), null);
});

test('a list whose KPIs cannot be loaded is a list', async () => {
  late.missing.add('wr!io.bearings:workspace-kpis');
  await open('');
  assert.equal($('.bearings-kpi-strip'), null);
  assert.equal($('.bearings-workspace-content .aui-message'), null);
  assert.ok($('#bearings-row-O-12'));
});

test('a refusal is told, and what was there stays', async () => {
  await open();
  routes['GET kpis?unit=3'] = { status: 503, body: { errorMessages: ['Back soon.'], errors: {} } };
  document.dispatchEvent(new window.CustomEvent('bearings:kpis-changed'));
  await settle(20);
  assert.match($('.bearings-kpis .bearings-stale').textContent, /Back soon/);
  assert.equal(names().length, 3);
});
