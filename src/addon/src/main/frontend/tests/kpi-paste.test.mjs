import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { page, settle } from './browser.mjs';
import { sheet } from './kpi-answer.mjs';
import { takeUploads } from './uploads.mjs';
import { pasteForm } from '../src/kpi/paste.js';

let uploads;
let saved;

const $ = (selector) => document.querySelector(selector);
const button = (text) => Array.from(document.querySelectorAll('button')).find((each) => each.textContent === text);
const said = () => $('[role="status"]').textContent;

async function check(text) {
  $('textarea').value = text;
  $('textarea').dispatchEvent(new Event('input'));
  button('Check').click();
  await settle(10);
}

const tried = (more = {}) => ({ dryRun: true, rows: 2, added: 2, same: 0, wrong: 0, shown: [], ...more });

beforeEach(() => {
  page('<div></div>');
  uploads = takeUploads();
  saved = null;
  const form = pasteForm(sheet(7), { saved: (answer) => (saved = answer), cancel() {} });
  document.body.append(form.element);
});

test('without anything to check it asks for it', async () => {
  await check(' ');
  assert.equal(uploads.length, 0);
  assert.equal(document.activeElement, $('textarea'));
});

test('values are tried first and then brought in, once', async () => {
  await check('date;value\n2026-10-31;91,5\n2026-11-30;93');
  assert.equal(uploads[0].url, '/jira/rest/bearings/1.0/kpis/7/measurements/import?dryRun=true');
  assert.equal(uploads[0].headers['Content-Type'], 'text/plain');
  assert.equal(button('Import').disabled, true);
  uploads[0].answer({ body: tried() });
  await settle(10);
  assert.equal(document.activeElement, button('Import'));
  button('Import').click();
  assert.match(uploads[1].url, /dryRun=false$/);
  assert.match(uploads[1].headers['Idempotency-Key'], /^[0-9a-f]{32}$/);
  uploads[1].answer({ body: tried({ dryRun: false }) });
  await settle(10);
  assert.equal(saved.dryRun, false);
});

test('a wrong row is named with its column, and nothing can be brought in', async () => {
  await check('date;value\n2026-13-40;91');
  uploads[0].answer({ body: tried({ rows: 1, added: 0, wrong: 1, shown: [{ row: 2, errors: { date: 'This is no day.' } }] }) });
  await settle(10);
  assert.match(said(), /2date This is no day\./);
  assert.equal(button('Import').disabled, true);
});

test('a wrong header names its columns', async () => {
  await check('Datum;Wert\n2026-11-02;98,5');
  uploads[0].answer({ status: 400, body: { errorMessages: [], errors: { Datum: 'There is no such column.', date: 'This column is missing.' } } });
  await settle(10);
  assert.match(said(), /Datum There is no such column\.date This column is missing\./);
});

test('what is wrong with the file as a whole is said without a column', async () => {
  await check('x');
  uploads[0].answer({ status: 400, body: { errorMessages: [], errors: { file: 'The file is empty.' } } });
  await settle(10);
  assert.equal(said(), 'The file is empty.');
});
