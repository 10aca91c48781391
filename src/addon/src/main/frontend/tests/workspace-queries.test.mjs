import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, flags, modules, page, requests, settle, visible } from './browser.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import '../src/workspace.js';
import '../src/workspace-marks.js';
import '../src/workspace-queries.js';

const HERE = 'unit=3&cycle=7';
const WORK = 'key-results/34/work';
const link = (id, more = {}) => ({ id, kind: 'JQL', query: 'project = DEMO', sentence: null, checkedAt: null, problem: null, ...more });

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const button = (text) => $$('button').find((each) => each.textContent.trim().startsWith(text));
const sent = (method, path) => requests.filter((each) => each.method === method && each.path === path).at(-1);

let routes;
let live;
let links;

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
  const details = $$('details').find((each) => each.textContent.includes('Found by a query'));
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await settle(40);
}

beforeEach(() => {
  visible(true);
  const stored = workspaceAnswer();
  links = [];
  routes = {
    [`GET workspace?${HERE}`]: stored,
    [`GET workspace/stamp?${HERE}`]: { stamp: stored.stamp },
    'GET inbox': { items: [], unread: 0, next: null },
    'GET key-results/34/links': { keyResult: { key: 'KR-34' }, links: [], hidden: 0 },
    [`GET ${WORK}`]: () => ({ mayLink: true, links }),
    [`GET ${WORK}/preview?query=project%20%3D%20DEMO`]: { total: 12, issues: [{ key: 'DEMO-1' }, { key: 'DEMO-2' }] },
    [`GET ${WORK}/preview?query=projekt`]: { status: 400, body: { errorMessages: [], errors: { query: 'No field projekt.' } } },
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

test('a query is tried before it is linked', async () => {
  await openIssues();
  button('Link what a query finds').click();
  const query = $('textarea[name="query"], textarea');
  query.value = 'projekt';
  query.dispatchEvent(new Event('change'));
  await settle(40);
  assert.match(document.body.textContent, /No field projekt\./);
  query.value = 'project = DEMO';
  query.dispatchEvent(new Event('change'));
  await settle(40);
  assert.match(document.body.textContent, /Finds 12 issues, first DEMO-1, DEMO-2\./);
  query.closest('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
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
