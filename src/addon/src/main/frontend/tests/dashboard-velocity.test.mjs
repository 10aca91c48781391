import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, modules, page, settle, submit, visible } from './browser.mjs';
import { velocity } from './kpi-answer.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import '../src/dashboard-items.js';

const VELOCITY = 'GET velocity?unit=3&objectives=true';

let routes;
let element;
let api;
let item;

beforeEach(() => {
  visible(true);
  const { unit, cycle, objectives } = workspaceAnswer();
  routes = { [VELOCITY]: { ...velocity(), beside: { unit, cycle, objectives } }, 'GET workspace': workspaceAnswer() };
  answer(routes);
  element = page('<div id="item"></div>').firstChild;
  api = {
    saved: null,
    closed: 0,
    resize() {},
    savePreferences(preferences) {
      this.saved = preferences;
    },
    closeEdit() {
      this.closed += 1;
    },
  };
  item = new modules['bearings/dashboard/team-velocity'](api);
});

afterEach(() => item.render(element, {}));

async function render(preferences) {
  item.render(element, preferences);
  await settle(10);
}

test('velocity of a team and its objectives stand on one item', async () => {
  await render({ unit: '3' });
  assert.match(element.textContent, /^Onboarding18 points a sprint/);
  assert.match(element.textContent, /What Onboarding wants to move in Q4 2026.*Make the first week/s);
  assert.equal(element.querySelector('a').getAttribute('href'), '/jira/secure/BearingsWorkspace.jspa?unit=3&view=kpis');
});

test('without a team it says what to do', async () => {
  await render({});
  assert.match(element.textContent, /Choose the team/);
});

test('a team that one may not see is not shown', async () => {
  routes[VELOCITY] = { status: 404, body: { errorMessages: ['No'], errors: {} } };
  await render({ unit: '3' });
  assert.match(element.textContent, /no such unit/);
});

test('the team is chosen from those that one may see', async () => {
  await item.renderEdit(element, {});
  submit(element.querySelector('form'));
  assert.equal(api.saved, null);
  assert.match(element.textContent, /Choose a unit\./);
  element.querySelector('select').value = '3';
  submit(element.querySelector('form'));
  assert.deepEqual(api.saved, { unit: '3', seconds: '60', isConfigured: 'true' });
  Array.from(element.querySelectorAll('button')).at(-1).click();
  assert.equal(api.closed, 1);
});
