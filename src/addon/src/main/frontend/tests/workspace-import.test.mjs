import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, modules, page, requests, settle, texts, visible } from './browser.mjs';
import { takeUploads } from './uploads.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import { template } from '../src/workspace/import-columns.js';
import '../src/workspace.js';
import '../src/workspace-kpis.js';
import '../src/workspace-marks.js';
import '../src/workspace-import.js';

const HERE = 'unit=3&cycle=7';

let stored;
let routes;
let live;
let uploads;
let reply;

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const button = (text) => $$('.bearings-import button').find((each) => each.textContent.trim().startsWith(text));
const said = () => $('.bearings-import').textContent;

const row = (number, type, title, errors = {}) => ({ row: number, type, title, errors });
const report = (...rows) => ({
  dryRun: true,
  objectives: rows.filter(({ type }) => type === 'OBJECTIVE').length,
  keyResults: rows.filter(({ type }) => type === 'KEY_RESULT').length,
  checkIns: 0,
  wrong: rows.filter(({ errors }) => Object.keys(errors).length).length,
  rows,
});

async function open(query = HERE) {
  window.history.replaceState(null, '', `/jira/secure/BearingsWorkspace.jspa?${query}&view=import`);
  page('<div class="bearings-workspace" data-person-key="ann" aria-busy="true"></div>');
  live = modules['bearings/workspace'].workspace($('.bearings-workspace'));
  await live.ready;
  await settle(20);
}

async function choose(name, kind = 'change') {
  const file = new window.File(['type,title'], name);
  if (kind === 'drop') {
    $('.bearings-import-drop').dispatchEvent(Object.assign(new window.Event('drop', { cancelable: true }), { dataTransfer: { files: [file] } }));
  } else {
    const input = $('.bearings-import input[type="file"]');
    Object.defineProperty(input, 'files', { configurable: true, value: [file] });
    input.dispatchEvent(new window.Event('change'));
  }
  await settle(10);
}

beforeEach(() => {
  visible(true);
  reply = null;
  uploads = takeUploads((request) => reply && reply(request));
  globalThis.URL.createObjectURL = () => 'blob:template';
  stored = workspaceAnswer();
  routes = {
    [`GET workspace?${HERE}`]: () => stored,
    [`GET workspace/stamp?${HERE}`]: () => ({ stamp: stored.stamp }),
    'GET inbox': { items: [], unread: 0, next: null },
  };
  answer(routes);
});

afterEach(() => live && live.stop());

test('at first the page says which columns there are and offers a file to begin with', async () => {
  await open();
  assert.match(said(), /Import into Onboarding, Q4 2026/);
  assert.match(said(), /type \(required\)OBJECTIVE, KEY_RESULT or CHECK_IN/);
  assert.equal($('.bearings-import a[download]').getAttribute('href'), 'blob:template');
  assert.match(template(), /^\ufefftype,title,why/);
  assert.equal(template().split('\r\n')[1].match(/OBJECTIVE,Make the first week/).length, 1);
});

test('a file is tried first, then imported, and what it brought is linked', async () => {
  await open();
  await choose('plan.csv');
  const [tried] = uploads;
  assert.equal(tried.url, '/jira/rest/bearings/1.0/import?unit=3&cycle=7&dryRun=true');
  assert.equal(tried.headers['Content-Type'], 'text/csv');
  assert.equal(tried.headers['X-Atlassian-Token'], 'no-check');
  tried.gone(0.4);
  assert.equal($('progress').getAttribute('value'), '0.4');
  tried.gone(1);
  assert.equal($('progress').hasAttribute('value'), false);
  tried.answer({ body: report(row(2, 'OBJECTIVE', 'New'), row(3, 'KEY_RESULT', 'From 1 to 2')) });
  await settle();
  assert.match(said(), /plan\.csv can be imported\. Objectives: 1, key results: 1/);
  assert.equal($$('.bearings-import-rows tbody tr').length, 2);
  assert.equal(document.activeElement, $('.bearings-import h2'));

  reply = () => {
    stored = workspaceAnswer();
    stored.stamp = 'after';
    stored.objectives.push({ ...stored.objectives[0], id: 90, key: 'O-90', title: 'New', version: 1, keyResults: [] });
    stored.objectives.push({ ...stored.objectives[0], id: 91, key: 'O-91', title: 'Of somebody else', version: 1, keyResults: [] });
    return { body: report(row(2, 'OBJECTIVE', 'New')) };
  };
  button('Import').click();
  await settle(20);
  assert.match(uploads[1].url, /dryRun=false$/);
  assert.match(uploads[1].headers['Idempotency-Key'], /^[0-9a-f]{32}$/);
  assert.match(said(), /The file is imported\. Objectives: 1, key results: 1/);
  assert.deepEqual($$('.bearings-import-created a').map((each) => each.getAttribute('href')), ['#O-90']);

  routes['POST objectives/90/archive'] = { id: 90, version: 2 };
  button('Take it back').click();
  await settle(20);
  assert.deepEqual(requests.find(({ path }) => path === 'objectives/90/archive').body, { version: 1 });
  assert.match(said(), /Taken back\. Objectives put into the archive: 1/);
});

test('errors stand at their column, and nothing can be imported until they are mended', async () => {
  await open();
  reply = () => ({
    body: report(row(2, 'OBJECTIVE', 'New'), row(3, 'KEY_RESULT', 'From 1', { target: 'This is required.' }), row(4, '', '', { type: 'This is required.' })),
  });
  await choose('plan.xlsx', 'drop');
  assert.equal(uploads[0].headers['Content-Type'], 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  assert.match(said(), /Rows with something wrong: 2 of 3/);
  assert.equal(button('Import').disabled, true);
  assert.deepEqual(
    $$('.bearings-import-rows tbody tr').map(({ textContent }) => textContent),
    ['3Key resultFrom 1target This is required.', '4\u2013\u2013type This is required.']
  );
  $('#bearings-import-only').click();
  assert.equal($$('.bearings-import-rows tbody tr').length, 3);
  button('Choose another file').click();
  assert.equal(document.activeElement, $('.bearings-import input[type="file"]'));
});

test('many rows come in portions', async () => {
  await open();
  reply = () => ({ body: report(...Array.from({ length: 250 }, (unused, index) => row(index + 2, 'OBJECTIVE', `O ${index}`))) });
  await choose('plan.csv');
  assert.equal($$('.bearings-import-rows tbody tr').length, 100);
  button('Show more').click();
  button('Show more').click();
  assert.equal($$('.bearings-import-rows tbody tr').length, 250);
  assert.equal(button('Show more').hidden, true);
});

test('a file that cannot be read says why, naming the column', async () => {
  await open();
  reply = () => ({ status: 400, body: { errorMessages: [], errors: { colour: 'There is no such column.' } } });
  await choose('plan.csv');
  assert.match($('.bearings-import [role="alert"]').textContent, /colour: There is no such column\./);
  reply = () => ({ status: 502, body: '<html>' });
  await choose('plan.txt');
  assert.equal(uploads[1].headers['Content-Type'], 'application/octet-stream');
  assert.match($('.bearings-import [role="alert"]').textContent, /502/);
  reply = (request) => {
    request.dispatchEvent(new window.Event('error'));
    return { status: 200, body: '{}' };
  };
  await choose('plan.csv');
  assert.match($('.bearings-import [role="alert"]').textContent, new RegExp(texts['bearings.client.unreachable'].slice(0, 20)));
});

test('what has become wrong since it was tried stands at its row', async () => {
  await open();
  reply = () => ({ body: report(row(2, 'OBJECTIVE', 'New')) });
  await choose('plan.csv');
  reply = () => ({ status: 400, body: { errorMessages: [], errors: { 'rows[2].owner': 'There is no such person.' } } });
  button('Import').click();
  await settle(10);
  assert.match($('.bearings-import-rows').textContent, /owner There is no such person\./);
  assert.equal(button('Import').disabled, true);
});

test('what could not be taken back is named', async () => {
  await open();
  reply = () => ({ body: report(row(2, 'OBJECTIVE', 'New')) });
  await choose('plan.csv');
  reply = () => {
    stored = workspaceAnswer();
    stored.objectives.push({ ...stored.objectives[0], id: 90, key: 'O-90', title: 'New', version: 1, keyResults: [] });
    return { body: report(row(2, 'OBJECTIVE', 'New')) };
  };
  button('Import').click();
  await settle(20);
  routes['POST objectives/90/archive'] = { status: 409, body: { errorMessages: ['Bob changed it.'], errors: {} } };
  button('Take it back').click();
  await settle(20);
  assert.match($('.bearings-import [role="alert"]').textContent, /O-90: Bob changed it\./);
});

test('an empty file, a closed cycle and somebody who may not create are told so', async () => {
  await open();
  reply = () => ({ body: report() });
  await choose('plan.csv');
  assert.match(said(), /plan\.csv has no row below its header/);
  assert.equal(button('Import').disabled, true);
  live.stop();
  stored = { ...workspaceAnswer(), cycle: { ...stored.cycle, state: 'CLOSED' } };
  await open();
  assert.match(said(), /This cycle is closed/);
  live.stop();
  stored = workspaceAnswer();
  stored.unit.may = ['SEE'];
  await open();
  assert.match(said(), /You may not create objectives/);
});

test('what is under way is forgotten when one goes to another cycle', async () => {
  await open();
  await choose('plan.csv');
  routes['GET workspace?unit=3&cycle=8'] = { ...workspaceAnswer(), cycle: stored.cycles[1], objectives: [] };
  const select = $('.bearings-picker-cycle select');
  select.value = '8';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(20);
  assert.match(said(), /Q1 2027/);
  uploads[0].answer({ body: report(row(2, 'OBJECTIVE', 'New')) });
  await settle(10);
  assert.equal($('.bearings-import-rows'), null);
});
