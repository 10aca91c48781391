import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, page, requests, settle } from './browser.mjs';

const { upkeep } = await import('../src/upkeep.js');

const RUNNING = { state: 'RUNNING', counted: 1200, total: 20000, changed: 0, started: '2026-11-22T10:00:00Z', ended: null };
const DONE = { ...RUNNING, state: 'DONE', counted: 20000, changed: 3, ended: '2026-11-22T10:01:00Z' };
const CHECK = { at: '2026-11-22T02:00:00Z', seed: 7, compared: 200, pending: false, differences: [] };
const QUIET = { followedUntil: '2026-11-22T09:59:00Z', rebuild: null, check: CHECK };

let started;
let section;

async function open(state, more = {}) {
  if (started) {
    started.stop();
  }
  section = page('<section class="bearings-upkeep"><div class="bearings-upkeep-state"></div></section>').querySelector(
    '.bearings-upkeep'
  );
  answer({ 'GET upkeep': state, ...more });
  started = upkeep(section);
  await settle();
}

const text = () => section.textContent;
const button = (name) => section.querySelector(`#bearings-upkeep-${name}`);

beforeEach(() => {
  requests.length = 0;
});

afterEach(() => started.stop());

test('says that all is well', async () => {
  await open(QUIET);
  assert.match(text(), /200 key results, no difference/);
  assert.match(text(), /followed until/);
  assert.equal(section.querySelector('progress'), null);
});

test('says what was not done yet', async () => {
  await open({ followedUntil: null, rebuild: null, check: null });
  assert.match(text(), /not looked for yet/);
  assert.match(text(), /No night/);
});

test('shows what differs as a table that the keyboard reaches', async () => {
  const sums = { rows: 5, issues: 4, done: 2, points: 8.5 };
  await open({ ...QUIET, check: { ...CHECK, differences: [{ key: 'KR-34', stored: sums, computed: { ...sums, done: 3 } }] } });
  const row = Array.from(section.querySelectorAll('tbody tr *'), (cell) => cell.textContent);
  assert.deepEqual(row, ['KR-34', '4 issues, 2 done, 8.5 points', '4 issues, 3 done, 8.5 points']);
  assert.equal(section.querySelector('[role=region]').getAttribute('tabindex'), '0');
  await open({ ...QUIET, check: { ...CHECK, pending: true } });
  assert.match(text(), /compared once more/);
});

test('starts a rebuild, shows how far it is, and cancels it', async () => {
  await open(QUIET, {
    'POST upkeep/rebuild': { ...QUIET, rebuild: RUNNING },
    'DELETE upkeep/rebuild': { ...QUIET, rebuild: { ...RUNNING, state: 'CANCELLED', ended: '2026-11-22T10:00:09Z' } },
  });
  button('rebuild').focus();
  button('rebuild').click();
  await settle();
  const bar = section.querySelector('progress');
  assert.equal(bar.getAttribute('value'), '1200');
  assert.equal(bar.getAttribute('max'), '20000');
  assert.ok(bar.getAttribute('aria-label'));
  assert.match(text(), /1,200 of 20,000 key results are counted/);
  assert.equal(document.activeElement, button('cancel'), 'focus stays on the page');
  assert.ok(section.querySelector('[role=status]').textContent);

  button('cancel').click();
  await settle();
  assert.match(text(), /after 1,200 of 20,000/);
  assert.match(section.querySelector('[role=status]').textContent, /Cancelled/);
  assert.equal(document.activeElement, button('rebuild'));
});

test('says how a rebuild ended', async () => {
  await open({ ...QUIET, rebuild: DONE });
  assert.match(text(), /20,000 key results, 3 entries corrected/);
});

test('says why it cannot say anything', async () => {
  await open({ status: 503, body: { errorMessages: ['The database does not answer.'], errors: {} } });
  assert.match(section.querySelector('[role=alert]').textContent, /The database does not answer/);
});
