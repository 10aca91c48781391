import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, flags, modules, page, requests, settle, visible } from './browser.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import '../src/workspace.js';
import '../src/workspace-kpis.js';
import '../src/workspace-marks.js';
import '../src/workspace-work.js';

const HERE = 'unit=3&cycle=7';
const WORK = 'key-results/34/work';
const link = (id, more = {}) => ({ id, kind: 'JQL', query: 'project = DEMO', place: null, issues: 12, sentence: null, checkedAt: null, problem: null, ...more });
const sprint = (id, more = {}) => link(id, { kind: 'SPRINT', query: null, place: { key: '12', name: 'Sprint 12', where: 'Team board', closed: false }, issues: 1, ...more });

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const button = (text) => $$('button').find((each) => each.textContent.trim().startsWith(text));
const sent = (method, path) => requests.filter((each) => each.method === method && each.path === path).at(-1);

let routes;
let live;
let links;
let job;

async function openIssues() {
  window.history.replaceState(null, '', `/jira/secure/BearingsWorkspace.jspa?${HERE}#KR-34`);
  page('<div class="bearings-workspace" data-person-key="ann" aria-busy="true"></div>');
  live = modules['bearings/workspace'].workspace($('.bearings-workspace'));
  await live.ready;
  await settle(40);
  $$('[role="tab"]')
    .find(({ textContent }) => textContent === 'Issues')
    .click();
  await settle(40);
  const details = $$('details').find((each) => each.textContent.includes('Linked work'));
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await settle(40);
}

function choose(kind) {
  const chooser = $$('select').find((each) => Array.from(each.options).some(({ value }) => value === kind));
  chooser.value = kind;
  chooser.dispatchEvent(new Event('change'));
}

const submit = (control) => control.closest('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));

beforeEach(() => {
  visible(true);
  const stored = workspaceAnswer();
  links = [];
  job = { state: 'NONE' };
  routes = {
    [`GET workspace?${HERE}`]: stored,
    [`GET workspace/stamp?${HERE}`]: { stamp: stored.stamp },
    'GET inbox': { items: [], unread: 0, next: null },
    'GET key-results/34/links': { keyResult: { key: 'KR-34' }, links: [], hidden: 0 },
    [`GET ${WORK}`]: () => ({ mayLink: true, links, hidden: 2, more: 0 }),
    [`GET ${WORK}/bulk`]: () => job,
    [`GET ${WORK}/places?kind=SPRINT`]: { available: true, places: [{ key: '12', name: 'Sprint 12', where: 'Team board', closed: false }] },
    [`GET ${WORK}/places?kind=EPIC`]: { available: true, places: [] },
    [`GET ${WORK}/preview?kind=SPRINT&target=12`]: { total: 1, already: 0, issues: [] },
    [`GET ${WORK}/preview?kind=JQL&query=project%20%3D%20DEMO`]: {
      total: 12,
      already: 3,
      issues: [
        { key: 'DEMO-1', title: 'One' },
        { key: 'DEMO-2', title: 'Two' },
      ],
    },
    [`GET ${WORK}/preview?kind=JQL&query=projekt`]: { status: 400, body: { errorMessages: [], errors: { query: 'No field projekt.' } } },
    [`POST ${WORK}`]: () => {
      links = [link(3, { sentence: 'Fewer calls.' })];
      return { id: 3, isNew: true };
    },
    [`DELETE ${WORK}/3`]: () => {
      links = [];
      return { status: 204 };
    },
    [`POST ${WORK}/3/restore`]: () => {
      links = [link(3)];
      return { status: 204 };
    },
  };
  answer(routes);
});

afterEach(() => live && live.stop());

test('an address can name the linked work of a key result, which then lies open', async () => {
  links = [sprint(5)];
  window.history.replaceState(null, '', `/jira/secure/BearingsWorkspace.jspa?${HERE}#KR-34.issues`);
  page('<div class="bearings-workspace" data-person-key="ann" aria-busy="true"></div>');
  live = modules['bearings/workspace'].workspace($('.bearings-workspace'));
  await live.ready;
  await settle(80);
  assert.equal($('[role="tab"][aria-selected="true"]').textContent, 'Issues');
  const details = $$('details').find((each) => each.textContent.includes('Linked work'));
  assert.equal(details.open, true);
  await settle(40);
  assert.match(details.textContent, /Sprint 12/);
});

test('a query is tried before it is linked', async () => {
  await openIssues();
  button('Link work').click();
  choose('JQL');
  const query = $('textarea[name="query"], textarea');
  query.value = 'projekt';
  query.dispatchEvent(new Event('change'));
  await settle(40);
  assert.match(document.body.textContent, /No field projekt\./);
  query.value = 'project = DEMO';
  query.dispatchEvent(new Event('change'));
  await settle(40);
  assert.match(document.body.textContent, /This brings 12 issues\. 3 of them linked already\. First: DEMO-1 One; DEMO-2 Two/);
  submit(query);
  await settle(60);
  assert.equal(sent('POST', WORK).body.query, 'project = DEMO');
  assert.match($('#bearings-work-3').textContent, /project = DEMO.*Fewer calls\./);
});

test('a query that is removed can be taken back', async () => {
  links = [link(3)];
  await openIssues();
  button('Remove project = DEMO').click();
  await settle(60);
  assert.equal($('#bearings-work-3'), null);
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle(60);
  assert.ok($('#bearings-work-3'));
});

test('a query that cannot be looked at says why', async () => {
  links = [link(3, { problem: 'tooMany:20000' }), link(4, { problem: 'No project Gone.' })];
  await openIssues();
  assert.match($('#bearings-work-3').textContent, /it finds 20,000 issues, which are too many/);
  assert.match($('#bearings-work-4').textContent, /Jira cannot read it: No project Gone\./);
});

test('a query whose author is gone can be taken over', async () => {
  links = [link(3, { problem: 'nobodyAsks' })];
  routes[`POST ${WORK}/3/take-over`] = () => {
    links = [link(3)];
    return { status: 204 };
  };
  await openIssues();
  assert.match($('#bearings-work-3').textContent, /no longer an active user of Jira/);
  button('Take over project = DEMO').click();
  await settle(60);
  assert.ok(sent('POST', `${WORK}/3/take-over`));
  assert.equal(button('Take over'), undefined);
});

test('a sprint is found by its name, and says what it would bring', async () => {
  routes[`POST ${WORK}`] = () => {
    links = [sprint(5)];
    return { id: 5, isNew: true };
  };
  await openIssues();
  assert.match(document.body.textContent, /2 more that you may not see/);
  button('Link work').click();
  choose('SPRINT');
  const field = $$('input[role="combobox"]').at(-1);
  field.dispatchEvent(new Event('click'));
  await settle(40);
  $('[role="option"]').click();
  await settle(40);
  assert.match(document.body.textContent, /1 issue/);
  submit(field);
  await settle(60);
  assert.deepEqual(sent('POST', WORK).body, { kind: 'SPRINT', target: '12', sentence: '' });
  assert.match($('#bearings-work-5').textContent, /Sprint.*Sprint 12.*Team board.*1 issue/);
});

test('without Jira Software there are no sprints, and the form says so', async () => {
  routes[`GET ${WORK}/places?kind=SPRINT`] = { available: false, places: [] };
  await openIssues();
  button('Link work').click();
  choose('SPRINT');
  $$('input[role="combobox"]').at(-1).dispatchEvent(new Event('click'));
  await settle(40);
  assert.match(document.body.textContent, /This Jira has no sprints/);
});

test('what changes can be said later', async () => {
  links = [sprint(5)];
  routes[`PUT ${WORK}/5`] = () => {
    links = [sprint(5, { sentence: 'Fewer calls.' })];
    return { mayLink: true, links, hidden: 0, more: 0 };
  };
  await openIssues();
  button('Say what changes Sprint 12').click();
  const field = $('#bearings-work-5-form input');
  field.value = 'Fewer calls.';
  submit(field);
  await settle(60);
  assert.equal(sent('PUT', `${WORK}/5`).body.sentence, 'Fewer calls.');
  assert.match($('#bearings-work-5').textContent, /Fewer calls\./);
  button('Edit the sentence Sprint 12').click();
  assert.equal($('#bearings-work-5-form input').value, 'Fewer calls.');
});

test('many issues are linked with a bar that shows how far it is', async () => {
  await openIssues();
  button('Link work').click();
  choose('BULK');
  const query = $$('textarea').at(-1);
  query.value = 'project = DEMO';
  query.dispatchEvent(new Event('change'));
  routes[`POST ${WORK}/bulk`] = () => {
    job = { state: 'RUNNING', done: 200, total: 500, attached: 190, already: 10, problem: null };
    return job;
  };
  submit(query);
  await settle(60);
  assert.equal($('progress').value, 200);
  assert.match(document.body.textContent, /200 of 500/);
  job = { state: 'DONE', done: 500, total: 500, attached: 490, already: 10, problem: null };
  await settle(500);
  assert.equal($('progress'), null);
  assert.match(flags.at(-1).textContent || flags.at(-1).body || '', /490 issues linked, 10 were linked before/);
});
