import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, golden, modules, page, requests, settle, submit, visible } from './browser.mjs';
import '../src/dashboard-items.js';

const OVERVIEW = 'GET objectives?project=ABC&cycle=open';

let routes;
let element;
let api;
let item;

beforeEach(() => {
  visible(true);
  routes = { [OVERVIEW]: JSON.parse(golden('overview.json')) };
  answer(routes);
  element = page('<div id="item"></div>').firstChild;
  api = {
    resized: 0,
    saved: null,
    closed: 0,
    resize() {
      this.resized += 1;
    },
    savePreferences(preferences) {
      this.saved = preferences;
    },
    closeEdit() {
      this.closed += 1;
    },
  };
  const OkrProgress = modules['bearings/dashboard/okr-progress'];
  item = new OkrProgress(api);
});

afterEach(() => item.render(element, {}));

async function render(preferences) {
  item.render(element, preferences);
  await settle(5);
}

test('shows the objectives of a project with scores and key results', async () => {
  await render({ project: 'ABC', seconds: '60' });
  assert.match(element.textContent, /^Alpha & Beta17 %Score/);
  assert.match(element.textContent, /1 of 3 issues done·33 %/);
  assert.match(element.textContent, /Nothing attachedNo issue attached·No data/);
  const link = element.querySelector('.bearings-card-title');
  assert.equal(link.getAttribute('href'), '/jira/projects/ABC?selectedItem=io.bearings:project-page-item#O-12');
  assert.ok(api.resized > 0);
});

test('takes the jQuery object that Jira hands over', async () => {
  item.render({ jquery: '3', get: () => element }, { project: 'ABC' });
  await settle(5);
  assert.match(element.textContent, /Alpha & Beta/);
});

test('two items with the same project share no id', async () => {
  await render({ project: 'ABC' });
  const other = document.createElement('div');
  document.body.append(other);
  const second = new modules['bearings/dashboard/okr-progress'](api);
  second.render(other, { project: 'ABC' });
  await settle(5);
  const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  second.render(other, {});
});

test('without a project it says what to do', async () => {
  await render({});
  assert.match(element.textContent, /No project is chosen yet/);
  assert.equal(requests.length, 0);
});

test('a project without objectives says so', async () => {
  routes[OVERVIEW] = { projectKey: 'ABC', projectName: 'Alpha', mayEdit: false, objectives: [] };
  await render({ project: 'ABC' });
  assert.match(element.textContent, /no objectives yet/);
});

test('a project that one may not see is not told from one that is not there', async () => {
  routes[OVERVIEW] = { status: 404, body: { errorMessages: ['x'], errors: {} } };
  await render({ project: 'ABC' });
  assert.equal(element.querySelector('.aui-message p').textContent, 'There is no project ABC, or you may not see it.');
});

test('what cannot be read is said; old figures stay and say that they are old', async () => {
  const overview = routes[OVERVIEW];
  routes[OVERVIEW] = { status: 503, body: { errorMessages: ['Not now.'], errors: {} } };
  await render({ project: 'ABC' });
  assert.match(element.querySelector('.aui-message-error').textContent, /Not now\./);
  routes[OVERVIEW] = overview;
  visible(false);
  visible(true);
  await settle(5);
  assert.match(element.textContent, /33 %/);
  routes[OVERVIEW] = { status: 503, body: { errorMessages: ['Not now.'], errors: {} } };
  visible(false);
  visible(true);
  await settle(5);
  assert.match(element.textContent, /These figures are not up to date\. Not now\./);
  assert.match(element.textContent, /33 %/);
});

test('an item that was taken off the dashboard asks no more', async () => {
  await render({ project: 'ABC' });
  const before = requests.length;
  element.textContent = '';
  visible(false);
  visible(true);
  await settle(5);
  visible(false);
  visible(true);
  await settle(5);
  assert.equal(requests.length, before);
});

function projects(reply) {
  const inner = globalThis.fetch;
  globalThis.fetch = async (url, options) =>
    String(url).endsWith('/rest/api/2/project')
      ? { ok: reply.status < 400, status: reply.status, text: async () => JSON.stringify(reply.body) }
      : inner(url, options);
}

test('is configured by choosing from the projects that one may see', async () => {
  projects({ status: 200, body: [{ key: 'ABC', name: 'Alpha' }, { key: 'XYZ', name: 'Omega' }] });
  await item.renderEdit(element, {});
  const [project, refresh] = element.querySelectorAll('select');
  submit(element.querySelector('form'));
  assert.equal(api.saved, null);
  assert.equal(element.querySelector('.error').textContent, 'Choose a project.');
  assert.deepEqual(Array.from(project.options, ({ text }) => text), ['Choose a project', 'Alpha (ABC)', 'Omega (XYZ)']);
  project.value = 'XYZ';
  refresh.value = '10';
  submit(element.querySelector('form'));
  assert.deepEqual(api.saved, { project: 'XYZ', seconds: '10', isConfigured: 'true' });
});

test('shows what is configured, and can be left as it is', async () => {
  projects({ status: 200, body: [{ key: 'ABC', name: 'Alpha' }] });
  await item.renderEdit(element, { project: 'ABC', seconds: '300' });
  assert.deepEqual(Array.from(element.querySelectorAll('select'), ({ value }) => value), ['ABC', '300']);
  Array.from(element.querySelectorAll('button')).find((button) => button.textContent === 'Cancel').click();
  assert.equal(api.closed, 1);
});

test('where Jira gives no list of projects, one types the key', async () => {
  projects({ status: 500, body: {} });
  await item.renderEdit(element, { project: 'ABC' });
  const input = element.querySelector('input');
  assert.equal(input.value, 'ABC');
  input.value = ' xyz ';
  submit(element.querySelector('form'));
  assert.equal(api.saved.project, 'XYZ');
});

test('is refreshed only on loading when so configured', async () => {
  await render({ project: 'ABC', seconds: '0' });
  const before = requests.length;
  visible(false);
  visible(true);
  await settle(5);
  assert.equal(requests.length, before);
});
