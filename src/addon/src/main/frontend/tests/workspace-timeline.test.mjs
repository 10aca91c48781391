import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, late, modules, page, requests, settle, visible } from './browser.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import '../src/workspace.js';
import '../src/workspace-kpis.js';
import '../src/workspace-marks.js';
import '../src/workspace-timeline.js';

const HERE = 'unit=3&cycle=7';
const nothing = { issues: 0, weight: 0 };
const day = (on, ratio, issues, change = {}) => ({
  on,
  ratio,
  issues,
  toDo: 0,
  inProgress: 0,
  done: 0,
  outOfScope: 0,
  doneWeight: ratio * issues,
  totalWeight: issues,
  change: { done: nothing, reopened: nothing, added: nothing, removed: nothing, reestimated: nothing, ...change },
});

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const asked = () => requests.filter(({ path }) => path.includes('timeline') || path.startsWith('workspace?')).map(({ path }) => path);

let routes;
let live;

async function open(query, hash) {
  window.history.replaceState(null, '', `/jira/secure/BearingsWorkspace.jspa?${HERE}&${query}#${hash}`);
  page('<div class="bearings-workspace" data-person-key="ann" aria-busy="true"></div>');
  live = modules['bearings/workspace'].workspace($('.bearings-workspace'));
  await live.ready;
  await settle(40);
}

async function openTimeline(key = 'KR-34') {
  await open('', key);
  $$('[role="tab"]')
    .find(({ textContent }) => textContent === 'Progress')
    .click();
  await settle(40);
}

beforeEach(() => {
  visible(true);
  const stored = workspaceAnswer();
  // The server says that nothing may be done with what is past.
  const past = {
    ...stored,
    objectives: stored.objectives.map((objective) => ({
      ...objective,
      may: [],
      keyResults: (objective.keyResults || []).map((keyResult) => ({ ...keyResult, may: undefined })),
    })),
  };
  routes = {
    [`GET workspace?${HERE}`]: stored,
    [`GET workspace/stamp?${HERE}`]: { stamp: stored.stamp },
    [`GET workspace?${HERE}&asOf=2026-10-20`]: past,
    [`GET workspace?${HERE}&asOf=2026-10-20&known=then`]: past,
    'GET inbox': { items: [], unread: 0, next: null },
    'GET key-results/34/timeline': {
      days: [
        day('2026-10-19', 0.6, 10),
        day('2026-10-20', 0.5, 12, { added: { issues: 2, weight: 2 } }),
        day('2026-10-21', 0.75, 12, { done: { issues: 3, weight: 3 }, reestimated: { issues: 1, weight: -1 } }),
      ],
    },
    'GET key-results/34/timeline?known=then': { days: [day('2026-10-19', null, 0)] },
  };
  answer(routes);
});

afterEach(() => live && live.stop());

test('the work of each day comes as a sentence, a picture and a table', async () => {
  await openTimeline();
  assert.ok(late.asked.some((resource) => resource.endsWith('workspace-timeline')));
  assert.equal($('.bearings-timeline-summary').textContent, '60 % \u2192 75 %: 3 done, 2 added, 1 re-estimated.');
  assert.ok($('.bearings-timeline-picture svg'));
  assert.equal($('.bearings-timeline-picture').getAttribute('aria-hidden'), 'true');
  const rows = $$('.bearings-timeline-table tbody tr').map((row) => Array.from(row.children, ({ textContent }) => textContent));
  assert.equal(rows.length, 2);
  assert.deepEqual(rows[0].slice(1), ['3 done, 1 re-estimated', '9 of 12', '75 %']);
  assert.deepEqual(rows[1].slice(1), ['2 added', '6 of 12', '50 %']);
});

test('only what was known then can be asked for', async () => {
  await openTimeline();
  $('.bearings-timeline input[type="checkbox"]').click();
  await settle(40);
  assert.match($('.bearings-timeline-summary').textContent, /No issue has been linked yet/);
  assert.ok($('.bearings-timeline-picture').hidden);
  assert.equal($('.bearings-timeline-table'), null);
});

test('a refusal is shown, and asked again', async () => {
  routes['GET key-results/34/timeline'] = { status: 503, body: { errorMessages: ['Not now.'], errors: {} } };
  answer(routes);
  await openTimeline();
  assert.match($('.bearings-timeline-summary').textContent, /Not now\./);
  routes['GET key-results/34/timeline'] = { days: [day('2026-10-19', 0.5, 2)] };
  answer(routes);
  $('.bearings-timeline-summary button').click();
  await settle(40);
  assert.equal($('.bearings-timeline-summary').textContent, '50 % \u2192 50 %: nothing changed.');
});

test('an objective shows its score of each day, what moved it, and its work', async () => {
  const scored = (on, score, moved, work) => ({ on, score, coverage: 0.6, expected: 0.5, status: 'ON_TRACK', moved, work });
  const still = day('2026-10-19', 0.5, 4);
  routes['GET objectives/12/timeline'] = {
    days: [
      scored('2026-10-19', null, [], still),
      scored('2026-10-20', 0.2, [{ key: 'KR-34', title: 'Faster', from: null, to: 0.2 }], day('2026-10-20', 0.25, 8, { added: { issues: 4, weight: 4 } })),
      scored('2026-10-21', 0.4, [{ key: 'KR-34', title: 'Faster', from: 0.2, to: 0.4 }], day('2026-10-21', 0.25, 8)),
    ],
  };
  answer(routes);
  await openTimeline('O-12');
  assert.equal($('.bearings-timeline-summary').textContent, 'No data \u2192 0.40, where 0.50 was expected. Rests on 60 % of the weight; the rest has no data.');
  assert.match($('.bearings-timeline').textContent, /50 % \u2192 25 %: 4 added\./);
  assert.equal($$('.bearings-timeline-picture svg').length, 2);
  const rows = $$('.bearings-timeline-table tbody tr').map((row) => Array.from(row.children, ({ textContent }) => textContent).slice(1));
  assert.deepEqual(rows[0], ['KR-34 0.20 \u2192 0.40', '2 of 8', '0.40']);
  assert.match(rows[1][0], /KR-34 .* \u2192 0\.20, 4 added$/);
});

test('an objective without any data says so', async () => {
  routes['GET objectives/12/timeline'] = {
    days: [{ on: '2026-10-19', score: null, coverage: 0, expected: null, status: 'NO_DATA', moved: [], work: day('2026-10-19', null, 0) }],
  };
  answer(routes);
  await openTimeline('O-12');
  assert.match($('.bearings-timeline-summary').textContent, /No key result has had data yet/);
  assert.equal($('.bearings-timeline-table'), null);
  assert.ok($$('.bearings-timeline-picture').every((picture) => picture.hidden || picture.closest('[hidden]')));
});

test('a past day stands in the address, and the page says that it is past', async () => {
  await open('asOf=2026-10-20', '');
  assert.ok(asked().includes(`workspace?${HERE}&asOf=2026-10-20`));
  assert.ok(!$('.bearings-past').hidden);
  assert.equal($('[data-bearings-action="check-in"]'), null);
  assert.ok($('[data-bearings-action="create-objective"]').hidden);
  assert.match($('.bearings-past').textContent, /how it stood when .*20.* was over/);
  $('.bearings-past input').click();
  await settle(40);
  assert.equal(new URLSearchParams(window.location.search).get('known'), 'then');
  assert.ok(asked().includes(`workspace?${HERE}&asOf=2026-10-20&known=then`));
  $('.bearings-past button').click();
  await settle(40);
  assert.equal(new URLSearchParams(window.location.search).get('asOf'), null);
  assert.ok($('.bearings-past').hidden);
});

test('a day is chosen where the filters are; today and days to come are now', async () => {
  await open('', '');
  const field = $('.bearings-filter-as-of input');
  field.value = '2026-10-20';
  field.dispatchEvent(new Event('change'));
  await settle(40);
  assert.equal(new URLSearchParams(window.location.search).get('asOf'), '2026-10-20');
  field.value = '2999-01-01';
  field.dispatchEvent(new Event('change'));
  await settle(40);
  assert.equal(new URLSearchParams(window.location.search).get('asOf'), null);
});

test('an address with nonsense for a day shows today', async () => {
  await open('asOf=soon&known=then', '');
  assert.ok($('.bearings-past').hidden);
  assert.ok(asked().includes(`workspace?${HERE}`));
});
