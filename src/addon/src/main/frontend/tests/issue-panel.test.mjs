import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { answer, flags, golden, key, modules, page, requests, settle, type } from './browser.mjs';
import '../src/issue-panel.js';

const SERVED = 'GET issues/ABC-7/key-results';
const AROUND = 'GET issues/ABC-7/places';
const SEARCH = 'GET key-results?issue=ABC-7&limit=20';

let issue;
let routes;
let root;

const $ = (selector) => document.querySelector(selector);
const found = (id, more = {}) => ({
  id,
  key: `KR-${id}`,
  title: `Result ${id}`,
  objectiveKey: 'O-12',
  objectiveTitle: 'Feel',
  ownerName: 'Ann',
  unitName: 'Team',
  projectKey: 'ABC',
  projectName: 'Alpha',
  attached: false,
  why: 'YOUR_TEAM',
  ...more,
});

beforeEach(() => {
  issue = JSON.parse(golden('issue.json'));
  routes = { [SERVED]: () => issue, [AROUND]: { places: [{ kind: 'ISSUE', key: 'ABC-7', name: 'Seven' }] } };
  answer(routes);
  page(golden('issue-panel.html'));
  modules['bearings/issue-panel'].start();
  root = $('.bearings-issue-panel');
});

async function openPicker(keyResults) {
  routes[SEARCH] = { keyResults };
  $('[data-bearings-action=attach]').click();
  await settle(5);
  return root.querySelector('[role=combobox]');
}

test('starts each panel once', () => {
  modules['bearings/issue-panel'].start();
  assert.ok(root.hasAttribute('data-bearings-started'));
});

test('a panel that a board puts beside its cards comes to life by itself', async () => {
  page('<div id="ghx-detail-view"></div>');
  await settle(40);
  $('#ghx-detail-view').innerHTML = golden('issue-panel.html');
  await settle(60);
  root = $('.bearings-issue-panel');
  assert.ok(root.hasAttribute('data-bearings-started'));
  await openPicker([found(2)]);
  assert.equal(root.querySelectorAll('[role=combobox]').length, 1);
});

test('offers key results under what speaks for them, those attached already marked', async () => {
  const input = await openPicker([
    found(1, { attached: true, why: 'SAME_EPIC' }),
    found(2, { why: 'SAME_EPIC' }),
    found(9, { objectiveKey: 'O-30', objectiveTitle: 'Far', projectName: 'Other', why: 'USED_LATELY' }),
  ]);
  assert.equal(document.activeElement, input);
  assert.equal(input.getAttribute('aria-label'), 'Key result');
  assert.deepEqual(Array.from(root.querySelectorAll('.bearings-option-group-label'), (each) => each.textContent), [
    'Same epic',
    'You used it lately',
  ]);
  const options = Array.from(root.querySelectorAll('[role=option]'));
  assert.deepEqual(options.map((option) => option.getAttribute('aria-disabled')), ['true', null, null]);
  assert.match(options[0].textContent, /KR-1, attached already \u00b7 O-12 Feel \u00b7 Ann \u00b7 Team/);
  assert.equal(input.getAttribute('aria-activedescendant'), options[1].id);
});

test('an issue that is in something linked says in what, and leads to it', async () => {
  issue.links[0].through = [{ kind: 'VERSION', name: 'Spring' }, { kind: 'SPRINT', name: null }];
  issue.links[1].objective = { ...issue.links[1].objective, projectKey: null };
  await modules['bearings/issue-panel'].issuePanel(root).refresh();
  const [itself, other] = Array.from(root.querySelectorAll('.bearings-served'));
  assert.deepEqual(Array.from(itself.querySelectorAll('.bearings-served-through li'), (each) => each.textContent), [
    'Through its version: Spring',
    'Through a sprint that you may not see',
    'Linked work KR-34',
  ]);
  assert.ok(itself.querySelector('.bearings-detach'), 'it is linked itself as well');
  assert.equal(other.querySelector('.bearings-detach'), null);
  const address = '/jira/secure/BearingsWorkspace.jspa?unit=10000#KR-36';
  assert.equal(other.querySelector('.bearings-served-through a').getAttribute('href'), `${address}.issues`);
  assert.equal(other.querySelector('.bearings-key-result-title').getAttribute('href'), address);
});

test('attaches what is chosen', async () => {
  const input = await openPicker([found(2)]);
  let sent;
  routes['POST key-results/2/links'] = (body) => {
    sent = body;
    issue.links.push({ ...issue.links[1], linkId: 99 });
    return { attached: [{ linkId: 99, issueKey: 'ABC-7' }], already: [] };
  };
  key(input, 'Enter');
  await settle(5);
  assert.deepEqual(sent, { issueKeys: ['ABC-7'] });
  assert.ok($('#bearings-served-item-99'));
  assert.equal(flags.at(-1).options.title, 'ABC-7 is attached to KR-2');
  assert.equal(document.activeElement, $('[data-bearings-action=attach]'));
});

test('what cannot be attached is said', async () => {
  const input = await openPicker([found(2)]);
  routes['POST key-results/2/links'] = { status: 404, body: { errorMessages: ['KR-2 does not exist.'], errors: {} } };
  key(input, 'Enter');
  await settle(5);
  assert.equal(root.querySelector('.bearings-problem').textContent, 'KR-2 does not exist.');
});

test('says why there is nothing to choose', async () => {
  const input = await openPicker([]);
  assert.match(root.querySelector('.bearings-options-message').textContent, /There is no key result that you may attach issues to/);
  routes['GET key-results?query=speed&issue=ABC-7&limit=20'] = { keyResults: [] };
  type(input, 'speed');
  await settle(260);
  assert.equal(root.querySelector('.bearings-options-message').textContent, 'No key result matches \u201cspeed\u201d.');
});

test('Escape closes first the list, then the field', async () => {
  const input = await openPicker([found(2)]);
  key(input, 'Escape');
  assert.ok(root.querySelector('[role=combobox]'));
  key(input, 'Escape');
  assert.equal(root.querySelector('[role=combobox]'), null);
  assert.equal(document.activeElement, $('[data-bearings-action=attach]'));
});

test('Cancel closes the field', async () => {
  await openPicker([found(2)]);
  Array.from(root.querySelectorAll('button')).find((button) => button.textContent === 'Cancel').click();
  assert.equal(root.querySelector('[role=combobox]'), null);
  assert.equal($('[data-bearings-action=attach]').hidden, false);
});

test('detaches with undo', async () => {
  const taken = issue.links[0];
  routes['DELETE key-results/34/links/51'] = () => {
    issue.links.shift();
    return { status: 204 };
  };
  routes['POST key-results/34/links'] = () => {
    issue.links.unshift({ ...taken, linkId: 60 });
    return { attached: [{ linkId: 60, issueKey: 'ABC-7' }], already: [] };
  };
  $('#bearings-served-item-51 .bearings-detach').click();
  await settle(5);
  assert.equal($('#bearings-served-item-51'), null);
  assert.equal(flags.at(-1).options.title, 'ABC-7 was detached from KR-34');
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle(5);
  assert.ok($('#bearings-served-item-60'));
  assert.equal(requests.filter(({ method }) => method === 'POST').length, 1);
});

test('closing the offer to undo moves the focus on', async () => {
  routes['DELETE key-results/34/links/51'] = () => {
    issue.links = [];
    issue.hidden = 0;
    return { status: 204 };
  };
  $('#bearings-served-item-51 .bearings-detach').click();
  await settle(5);
  assert.match(root.textContent, /serves no key result/);
  assert.equal(root.querySelector('.bearings-served-hidden').hidden, true);
  document.activeElement.blur();
  flags.at(-1).close();
  assert.equal(document.activeElement, $('[data-bearings-action=attach]'));
});

test('a panel that cannot be read again says so', async () => {
  routes['DELETE key-results/34/links/51'] = { status: 204 };
  routes[SERVED] = { status: 401, body: { errorMessages: ['Log in first.'], errors: {} } };
  $('#bearings-served-item-51 .bearings-detach').click();
  await settle(5);
  assert.equal(root.querySelector('.bearings-problem').textContent, 'Log in first.');
});

test('links everything in the issue\'s sprint', async () => {
  routes[AROUND] = {
    places: [
      { kind: 'ISSUE', key: 'ABC-7', name: 'Seven' },
      { kind: 'EPIC', key: 'ABC-1', name: 'Sign-up' },
      { kind: 'SPRINT', key: '12', name: 'Sprint 12' },
    ],
  };
  const input = await openPicker([found(2)]);
  const what = root.querySelector('select');
  assert.deepEqual(Array.from(what.options, (each) => each.textContent), [
    'This issue alone',
    'Everything in its epic Sign-up',
    'Everything in Sprint 12',
  ]);
  what.value = '2';
  let sent;
  routes['POST key-results/2/work'] = (body) => {
    sent = body;
    return { id: 3, isNew: true };
  };
  key(input, 'Enter');
  await settle(5);
  assert.deepEqual(sent, { kind: 'SPRINT', target: '12' });
  assert.equal(flags.at(-1).options.title, 'Sprint 12 is linked to KR-2');
});

test('an issue that is in nothing is linked alone, without a question', async () => {
  await openPicker([found(2)]);
  assert.ok(root.querySelector('.bearings-panel-what').hidden);
});

test('of many key results the first are shown, and all when somebody asks', async () => {
  issue.links = Array.from({ length: 60 }, (unused, index) => ({ ...issue.links[0], linkId: 100 + index }));
  await modules['bearings/issue-panel'].issuePanel(root).refresh();
  const shown = () => Array.from(root.querySelectorAll('.bearings-served')).filter((each) => !each.hidden);
  assert.equal(shown().length, 5);
  const button = root.querySelector('[data-bearings-action=show-all]');
  assert.equal(button.textContent, 'Show all 60 key results');
  button.click();
  assert.equal(shown().length, 60);
  assert.equal(document.activeElement, root.querySelector('#bearings-served-105'));
  assert.equal(root.querySelector('[data-bearings-action=show-all]'), null);
});

test('an answer that comes late does not replace a newer one, and a pause in typing asks once', async () => {
  const input = await openPicker([found(2)]);
  let slow;
  routes['GET key-results?query=a&issue=ABC-7&limit=20'] = () => new Promise((resolve) => { slow = resolve; });
  routes['GET key-results?query=abc&issue=ABC-7&limit=20'] = { keyResults: [found(3)] };
  type(input, 'a');
  await settle(260);
  const asked = requests.length;
  type(input, 'ab');
  type(input, 'abc');
  await settle(260);
  assert.equal(requests.length, asked + 1);
  slow({ keyResults: [found(4)] });
  await settle(5);
  assert.match(root.querySelector('[role=option]').textContent, /Result 3/);
});
