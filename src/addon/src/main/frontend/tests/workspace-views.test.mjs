import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, key, late, modules, page, requests, settle, type, visible } from './browser.mjs';
import { mapAnswer, workspaceAnswer } from './workspace-answer.mjs';
import { LONGEST, MOST_ROWS, parseRange } from '../src/workspace/grid-paste.js';
import '../src/workspace.js';
import '../src/workspace-kpis.js';
import '../src/workspace-marks.js';
import '../src/workspace-health.js';
import '../src/workspace-map.js';

const HERE = 'unit=3&cycle=7';
const PEOPLE = '/jira/rest/api/2/user/picker?maxResults=20&query=';

let stored;
let routes;
let live;

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const cell = (item, column) => $(`#bearings-cell-${item}-${column}`);
const input = () => $('.bearings-grid-input');
const sent = (method, path) => requests.filter((each) => each.method === method && each.path === path).at(-1);
const button = (text) => $$('button').find((each) => each.textContent.trim().startsWith(text));

async function open(query) {
  window.history.replaceState(null, '', `/jira/secure/BearingsWorkspace.jspa?${HERE}&${query}`);
  page('<div class="bearings-workspace" data-person-key="ann" aria-busy="true"></div>');
  live = modules['bearings/workspace'].workspace($('.bearings-workspace'));
  await live.ready;
  await settle(40);
}

function paste(text) {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  event.clipboardData = { getData: () => text };
  document.activeElement.dispatchEvent(event);
}

beforeEach(() => {
  visible(true);
  stored = workspaceAnswer();
  routes = {
    [`GET workspace?${HERE}`]: () => stored,
    [`GET workspace/stamp?${HERE}`]: () => ({ stamp: stored.stamp }),
    'GET inbox': { items: [], unread: 0, next: null },
    'GET map?cycle=7&unit=3': () => mapAnswer(40),
    'GET map?cycle=7': () => mapAnswer(60),
  };
  answer(routes);
});

afterEach(() => live && live.stop());

test('the grid is walked with the arrows, and one cell has the focus', async () => {
  await open('view=grid');
  assert.equal($$('.bearings-grid [tabindex="0"]').length, 1);
  cell('O-12', 'title').focus();
  key(document.activeElement, 'ArrowDown');
  assert.equal(document.activeElement, cell('KR-34', 'title'));
  key(document.activeElement, 'ArrowRight');
  assert.equal(document.activeElement, cell('KR-34', 'owner'));
  key(document.activeElement, 'Home');
  assert.equal(document.activeElement, cell('KR-34', 'key'));
  key(document.activeElement, 'ArrowUp');
  key(document.activeElement, 'ArrowUp');
  assert.equal(document.activeElement, cell('O-12', 'key'));
  assert.equal($$('.bearings-grid [tabindex="0"]').length, 1);
});

test('Enter edits and saves, and goes on below', async () => {
  await open('view=grid');
  cell('KR-34', 'target').focus();
  key(document.activeElement, 'Enter');
  assert.equal(input().value, '82');
  type(input(), '85,5');
  routes['PUT key-results/34'] = (body) => ({ ...stored.objectives[0].keyResults[0], ...body });
  key(input(), 'Enter');
  await settle(10);
  assert.deepEqual(sent('PUT', 'key-results/34').body, { version: 3, target: 85.5 });
  assert.equal(document.activeElement, cell('KR-35', 'target'));
});

test('F2 edits, Escape leaves the cell as it was, typing replaces', async () => {
  await open('view=grid');
  cell('KR-34', 'title').focus();
  key(document.activeElement, 'F2');
  type(input(), 'Something else');
  key(input(), 'Escape');
  assert.equal(cell('KR-34', 'title').textContent, 'Share of sign-ups that finish onboarding goes from 60 % to 82 %');
  assert.equal(document.activeElement, cell('KR-34', 'title'));
  key(document.activeElement, 'N');
  assert.equal(input().value, 'N');
  key(input(), 'Escape');
  assert.equal(requests.filter(({ method }) => method === 'PUT').length, 0);
});

test('a value in the column Current is a check-in with the confidence that stands', async () => {
  await open('view=grid');
  cell('KR-34', 'current').focus();
  key(document.activeElement, 'Enter');
  type(input(), '75');
  routes['POST key-results/34/check-ins'] = { status: 201, body: { id: 3 } };
  key(input(), 'Tab');
  await settle(10);
  assert.deepEqual({ ...sent('POST', 'key-results/34/check-ins').body, on: '' }, { value: 75, confidence: 7, on: '' });
  assert.equal(document.activeElement, cell('KR-34', 'target'));
});

test('what cannot be saved stays in the cell with the reason', async () => {
  await open('view=grid');
  cell('KR-34', 'due').focus();
  key(document.activeElement, 'Enter');
  type(input(), 'tomorrow');
  key(input(), 'Enter');
  await settle();
  assert.match(cell('KR-34', 'due').textContent, /Type a date such as/);
  assert.equal(input().value, 'tomorrow');
  type(input(), '2026-12-01');
  routes['PUT key-results/34'] = { status: 400, body: { errorMessages: [], errors: { due: 'After the cycle.' } } };
  key(input(), 'Enter');
  await settle();
  assert.match(cell('KR-34', 'due').textContent, /After the cycle\./);
  key(input(), 'Escape');
  assert.equal(cell('KR-34', 'due').textContent, '');
});

test('a conflict in a cell shows theirs and keeps mine', async () => {
  await open('view=grid');
  cell('O-12', 'title').focus();
  key(document.activeElement, 'Enter');
  type(input(), 'Mine');
  const theirs = { ...workspaceAnswer().objectives[0], title: 'Theirs', why: 'Their why', version: 6 };
  routes['PUT objectives/12'] = (body) =>
    body.version === 5 ? { status: 409, body: { errorMessages: ['Changed.'], errors: {}, current: theirs } } : { ...theirs, title: body.title };
  key(input(), 'Enter');
  await settle();
  assert.match(cell('O-12', 'title').textContent, /saved \u201cTheirs\u201d meanwhile/);
  key(input(), 'Enter');
  await settle(10);
  assert.deepEqual(sent('PUT', 'objectives/12').body, { version: 6, title: 'Mine' });
});

test('an owner is found by name', async () => {
  await open('view=grid');
  routes[`GET ${PEOPLE}Bob%20Member`] = { users: [{ key: 'bob', name: 'bob', displayName: 'Bob Member' }] };
  routes[`GET ${PEOPLE}Nobody`] = { users: [] };
  routes['PUT objectives/12'] = (body) => ({ ...stored.objectives[0], ...body });
  cell('O-12', 'owner').focus();
  key(document.activeElement, 'Enter');
  type(input(), 'Nobody');
  key(input(), 'Enter');
  await settle(5);
  assert.match(cell('O-12', 'owner').textContent, /Nobody is found/);
  type(input(), 'Bob Member');
  key(input(), 'Enter');
  await settle(10);
  assert.equal(sent('PUT', 'objectives/12').body.ownerKey, 'bob');
});

test('cells that are computed cannot be edited and say so', async () => {
  await open('view=grid');
  cell('O-12', 'score').focus();
  key(document.activeElement, 'Enter');
  assert.equal(input(), null);
  assert.match($('.bearings-grid-message').textContent, /cannot be changed here/);
  assert.equal(cell('KR-41', 'title').getAttribute('aria-readonly'), 'true');
});

test('a cell that is being edited survives a refresh', async () => {
  await open('view=grid');
  cell('KR-34', 'title').focus();
  key(document.activeElement, 'Enter');
  type(input(), 'Half typed');
  stored = { ...workspaceAnswer(), stamp: 'two' };
  await live.refresh();
  assert.equal(input().value, 'Half typed');
  assert.equal(document.activeElement, input());
});

test('columns sort, and the address says so', async () => {
  await open('view=grid');
  button('Score').click();
  assert.match(window.location.search, /sort=score/);
  const order = () => $$('.bearings-grid tbody tr').map(({ id }) => id.replace('bearings-grid-', ''));
  assert.equal(order()[0], 'KR-36');
  assert.equal(order().at(-1), 'O-15');
  button('Score').click();
  assert.equal(order()[0], 'KR-41');
  assert.equal($('.bearings-grid th[aria-sort]').getAttribute('aria-sort'), 'descending');
});

test('a pasted range is shown before anything is saved', async () => {
  await open('view=grid');
  cell('KR-34', 'baseline').focus();
  paste('61\t75\t90\n9\tmuch\t3\n');
  await settle(30);
  const shown = $('.bearings-paste').textContent;
  assert.match(shown, /Cells that change: 5, in rows: 2. Cannot be taken: 1./);
  assert.match(shown, /muchType a number/);
  assert.equal(requests.filter(({ method }) => method !== 'GET').length, 0);
  routes['PUT key-results/34'] = (body) => ({ ...stored.objectives[0].keyResults[0], ...body });
  routes['PUT key-results/35'] = { status: 400, body: { errorMessages: [], errors: { target: 'No.' } } };
  routes['POST key-results/34/check-ins'] = { status: 201, body: {} };
  button('Save changes (5)').click();
  await settle(30);
  const { body } = sent('PUT', 'key-results/34');
  assert.deepEqual([body.baseline, body.target], [61, 90]);
  assert.equal(sent('POST', 'key-results/34/check-ins').body.value, 75);
  assert.match($('.bearings-paste').textContent, /Cells that change: 0, in rows: 0. Cannot be taken: 3./);
  assert.match($('.bearings-paste').textContent, /No\./);
  button('Cancel').click();
  assert.equal($('.bearings-paste'), null);
  assert.equal(document.activeElement, cell('KR-34', 'baseline'));
});

test('one pasted value opens its cell', async () => {
  await open('view=grid');
  cell('KR-34', 'target').focus();
  paste('99');
  assert.equal(input().value, '99');
  key(input(), 'Escape');
});

test('five thousand rows are taken in slices, more are refused, and so is too much text', async () => {
  await open('view=grid');
  cell('O-12', 'title').focus();
  paste('A title\n'.repeat(MOST_ROWS));
  for (let turns = 0; turns < 60 && !/cannot be taken/.test($('.bearings-paste').textContent); turns += 1) {
    await settle(20);
  }
  assert.match($('.bearings-paste').textContent, /Cells that change: 7, in rows: 7. Cannot be taken: 4993./);
  for (let turns = 0; turns < 60 && $$('.bearings-paste tbody tr').length < 1000; turns += 1) {
    await settle(20);
  }
  assert.match($('.bearings-paste').textContent, /and 4000 more/);
  button('Cancel').click();
  cell('O-12', 'title').focus();
  paste('A\n'.repeat(MOST_ROWS + 1));
  await settle(30);
  assert.match($('.bearings-paste').textContent, /5001 rows are more than fit/);
  button('Cancel').click();
  paste(`A\t${'x'.repeat(LONGEST)}`);
  await settle(10);
  assert.match($('.bearings-paste').textContent, /more text than fits/);
});

test('quoted cells hold line breaks, tabs and quotes', async () => {
  assert.deepEqual(await parseRange('a\t"b\nc ""d"""\r\n1\t2'), [['a', 'b\nc "d"'], ['1', '2']]);
});

test('the map draws what is in view and says the same in a table', async () => {
  await open('view=map');
  await settle(60);
  const nodes = $$('.bearings-map-node').length;
  assert.ok(nodes > 5 && nodes <= 40, `${nodes} nodes`);
  assert.ok($$('.bearings-map-line.bearings-map-contributes').length > 3);
  assert.equal($$('.bearings-map-table tbody tr').length, 40);
  assert.match($('.bearings-map-table').textContent, /depends on O-3/);
  assert.match($('[data-node="1"] .bearings-map-card').getAttribute('aria-label'), /^O-1 .*Onboarding.*On track/);
});

test('what is seen from afar is drawn at the scale at which it is seen', async () => {
  await open('view=map');
  // A browser draws what says that its transform will change at full size, and only then makes it small.
  const rule = /\.bearings-map-world \{[^}]*\}/.exec(readFileSync(new URL('../css/workspace.css', import.meta.url), 'utf8'))[0];
  assert.doesNotMatch(rule, /will-change/);
  assert.match($('.bearings-map-world').style.transform, /^translate3d\(.*\) scale\(.*\)$/);
});

test('the map is walked with the arrows, folds and drills down', async () => {
  await open('view=map');
  await settle(60);
  const at = () => document.activeElement.closest('[data-node]').getAttribute('data-node');
  $('[data-node="1"] .bearings-map-card').focus();
  key(document.activeElement, 'ArrowRight');
  assert.equal(at(), '2');
  key(document.activeElement, 'ArrowDown');
  assert.equal(at(), '3');
  key(document.activeElement, 'ArrowLeft');
  assert.equal(at(), '1');
  key(document.activeElement, ' ');
  assert.equal(at(), '1');
  await settle(40);
  assert.equal($('.bearings-map-node[data-node="2"]'), null);
  assert.equal($$('.bearings-map-table tbody tr').length, 31);
  key(document.activeElement, 'b');
  await settle(40);
  assert.match(window.location.search, /branch=O-1$/);
  assert.equal($$('.bearings-map-table tbody tr').length, 1);
});

test('the script of the map is loaded when the map is opened, and can be asked for again', async () => {
  late.asked.length = 0;
  await open('view=grid');
  assert.deepEqual(late.asked, []);
  live.stop();
  late.missing.add('wr!io.bearings:workspace-map');
  await open('view=map');
  assert.match($('[role="alert"]').textContent, /could not be loaded/);
  late.missing.clear();
  button('Try again').click();
  await settle(60);
  assert.deepEqual(late.asked, ['wr!io.bearings:workspace-map', 'wr!io.bearings:workspace-map']);
  assert.equal($('[role="alert"]'), null);
  assert.equal($$('.bearings-map-table tbody tr').length, 40);
});

test('a map that is left before its script is there does not come back', async () => {
  await open('view=grid');
  button('Map').click();
  button('Grid').click();
  await settle(60);
  assert.equal($('.bearings-map'), null);
  assert.ok($('.bearings-grid'));
});

test('the whole company is another map', async () => {
  await open('view=map');
  button('Whole company').click();
  await settle(60);
  assert.match(window.location.search, /branch=all/);
  assert.equal($$('.bearings-map-table tbody tr').length, 60);
});

test('an empty map says what to do, and one that cannot be read says why', async () => {
  routes['GET map?cycle=7&unit=3'] = { nodes: [], edges: [] };
  await open('view=map');
  assert.match($('.bearings-map').textContent, /No objective to draw/);
  live.stop();
  routes['GET map?cycle=7&unit=3'] = { status: 503, body: { errorMessages: ['No answer.'], errors: {} } };
  await open('view=map');
  assert.match($('.bearings-map').textContent, /No answer\./);
});

const finding = (severity, more) => ({
  finding: { rule: 'task', severity, reason: `A ${severity.toLowerCase()}.`, better: null, usable: false, action: null, start: null, end: null, ...more },
  objective: null,
  keyResult: null,
});

const health = (...findings) => ({
  unit: { id: 3, name: 'Onboarding' },
  cycle: { id: 7, name: 'Q4 2026' },
  warnings: 1,
  hints: 1,
  judged: 3,
  hidden: 1,
  findings,
  fine: ['Everything has an owner.'],
  doubles: [],
});

test('the health of what was written stands in groups, each finding with the way to its item', async () => {
  routes['GET coach/units/3?cycle=7'] = health(
    finding('HINT'),
    { ...finding('WARNING', { better: 'Partners sell on their own' }), objective: { id: 12, key: 'O-12', title: 'Launch it' }, keyResult: { id: 34, key: 'KR-34', title: 'Ship it' } }
  );
  await open('view=health');
  const text = $('.bearings-health').textContent;
  assert.match(text, /What the Coach says about Onboarding in Q4 2026/);
  assert.match(text, /One private objective is not judged/);
  assert.match(text, /Warnings \(1\).*Warning:KR-34 Ship itA warning\.Better: Partners sell on their own.*Hints \(1\).*All objectives together/s);
  assert.match(text, /What is as it should beEverything has an owner\./);
  assert.equal($('.bearings-health-warning a').getAttribute('href'), '#KR-34');
  button('Hints').click();
  assert.match(window.location.search, /only=hint/);
  assert.equal($$('.bearings-health-finding').length, 1);
  assert.equal(button('Hints').getAttribute('aria-pressed'), 'true');
  button('All').click();
  assert.equal($$('.bearings-health-finding').length, 2);
});

test('where the Coach has nothing to say the page praises plainly', async () => {
  routes['GET coach/units/3?cycle=7'] = { ...health(), hidden: 0 };
  await open('view=health');
  assert.match($('.bearings-health').textContent, /Nothing to object to.*All 3 objectives are clear/);
  assert.equal($('.bearings-health-filter'), null);
});

test('a filter that leaves nothing says so, a report that cannot be read says why', async () => {
  routes['GET coach/units/3?cycle=7'] = health(finding('WARNING'));
  await open('view=health&only=hint');
  assert.match($('.bearings-health').textContent, /There is none of these/);
  live.stop();
  routes['GET coach/units/3?cycle=7'] = { status: 503, body: { errorMessages: ['No answer.'], errors: {} } };
  await open('view=health&only=nonsense');
  assert.match($('.bearings-health [role="alert"]').textContent, /No answer\./);
});

test('the report names work that counts twice, with a way to both key results', async () => {
  routes['GET coach/units/3?cycle=7'] = {
    ...health(),
    doubles: [
      { keyResult: { id: 34, key: 'KR-34', title: 'One' }, relation: 'SIBLING', other: { id: 35, key: 'KR-35', title: 'Two' }, issues: 3 },
      { keyResult: { id: 34, key: 'KR-34', title: 'One' }, relation: 'PARENT', other: null, issues: 1 },
    ],
  };
  await open('view=health');
  assert.match($('.bearings-health').textContent, /Counted twice \(2\)/);
  assert.deepEqual(
    $$('.bearings-health-finding a').map((link) => link.getAttribute('href')),
    ['#KR-34', '#KR-35', '#KR-34']
  );
  assert.match($('.bearings-health').textContent, /both key results of one objective: 3.*A key result that you may not read/s);
});

test('the backlog has no report', async () => {
  routes['GET workspace?unit=3&cycle=backlog'] = () => ({ ...stored, cycle: null });
  window.history.replaceState(null, '', '/jira/secure/BearingsWorkspace.jspa?unit=3&cycle=backlog&view=health');
  page('<div class="bearings-workspace" data-person-key="ann" aria-busy="true"></div>');
  live = modules['bearings/workspace'].workspace($('.bearings-workspace'));
  await live.ready;
  await settle(40);
  assert.match($('.bearings-health').textContent, /The backlog is not judged/);
});
