/** The kickoff: what it shows, and the guided way from a why to a published objective. */
import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { answer, flags, page, requests, settle, submit, type } from './browser.mjs';

const { kickoff } = await import('../src/kickoff.js');
const { keyResultRow } = await import('../src/kickoff/key-result-row.js');

const lea = { key: 'lea', name: 'Lea' };
const unit = { id: 3, name: 'Mobile', parentId: 1, archived: false };
const cycle = { id: 7, name: 'Q4 2026', first: '2026-10-01', last: '2026-12-31', state: 'PLANNING' };

const draft = {
  id: 12,
  key: 'O-12',
  title: 'Make the first week with us feel effortless',
  state: 'DRAFT',
  archived: false,
  titleHidden: false,
  owner: lea,
  unit,
  cycle,
  confidence: null,
  parents: [{ kind: 'CONTRIBUTES', objectiveKey: 'O-1', keyResultKey: null }],
  keyResults: [{}, {}],
  may: ['PUBLISH'],
};

const workspace = (objectives = [draft]) => ({
  unit,
  cycle,
  units: [{ id: 1, name: 'Example', parentId: null, archived: false }, unit],
  cycles: [cycle],
  objectives,
});

const state = (changes = {}) => ({
  unit: { id: 3, name: 'Mobile', level: 'TEAM' },
  cycle,
  may: ['WRITE', 'RUN', 'RESTATE', 'MANAGE', 'READ_COVERAGE'],
  steps: ['WRITE', 'RESTATE', 'LITMUS', 'READINESS'].map((step) => ({
    step,
    state: 'OPEN',
    by: null,
    at: null,
    skippable: step !== 'READINESS',
  })),
  readiness: [
    { item: 'OBJECTIVES', state: 'YES', by: [], count: 1, total: 5, fix: { href: '/a', objectives: [] } },
    { item: 'INSPIRING', state: 'NO', by: [lea], count: 0, total: 1, fix: { href: '/secure/X.jspa?a=1#O-12', objectives: ['O-12'] } },
    { item: 'ALIGNED', state: 'YES', by: [], count: 0, total: 0, fix: { href: '/a', objectives: [] } },
    { item: 'CHECK_INS', state: 'YES', by: [], count: 13, total: 13, fix: { href: '/a', objectives: [] } },
    { item: 'KPIS_THRESHOLDS', state: 'NO', by: [lea], count: 1, total: 3, fix: { href: '/secure/X.jspa?a=1&view=kpis', objectives: [] } },
  ],
  capacity: {
    members: 5,
    weekdays: 66,
    holidays: 1,
    workingDays: 65,
    hoursPerDay: 8,
    focusShare: 0.5,
    allHours: 2600,
    hours: 1300,
    linked: { issues: 4, points: 10, notEstimated: 1 },
  },
  litmus: { whyItMatters: 'Because', stillLose: '', by: lea, at: '2026-10-01T08:00:00Z', version: 3 },
  restatements: [
    { id: 5, objectiveId: 12, by: { key: 'carl', name: 'Carl' }, at: '2026-10-01T08:00:00Z', text: 'Newcomers stay', verdict: null, judgedBy: null },
  ],
  learnings: [],
  ...changes,
});

const coverage = {
  units: [
    { id: 1, name: 'Example', level: 'COMPANY', parentId: null, objectives: 2, published: 1, aligned: 0, ready: 6, checks: 8 },
    { id: 3, name: 'Mobile', level: 'TEAM', parentId: 1, objectives: 1, published: 0, aligned: 1, ready: 5, checks: 8 },
  ],
};

const routes = (work, now, more = {}) => ({
  'GET workspace': work,
  'GET workspace?unit=3&cycle=7': work,
  'GET kickoff?unit=3&cycle=7': now,
  'GET coverage?cycle=7': coverage,
  ...more,
});

let root;

beforeEach(() => {
  root = page('<div class="bearings-kickoff" data-bearings-started data-person-key="lea" aria-busy="true"></div>').firstElementChild;
});

async function opened(work = workspace(), now = state(), more = {}) {
  answer(routes(work, now, more));
  await kickoff(root);
  await settle();
}

const byText = (selector, text) =>
  Array.from(root.querySelectorAll(selector)).find((element) => element.textContent.includes(text));

test('shows the steps one below the other', async () => {
  await opened();
  assert.deepEqual(
    Array.from(root.querySelectorAll('.bearings-step > h2'), (heading) => heading.textContent),
    ['Write objectives', 'Say it in your own words', 'Litmus', 'Readiness']
  );
  assert.equal(root.hasAttribute('aria-busy'), false);
  assert.match(root.querySelector('.bearings-page-lead').textContent, /Mobile in Q4 2026/);
  assert.match(root.querySelector('.bearings-planned').textContent, /Draft/);
  assert.match(root.querySelector('.bearings-planned').textContent, /2 key results · contributes to O-1/);
});

test('says what to do where there is no cycle, no unit, or no answer', async () => {
  await opened({ ...workspace(), cycle: null, cycles: [] });
  assert.match(root.textContent, /Mobile has no cycle yet/);
  await opened({ unit: null, cycle: null, units: [], cycles: [], objectives: [] });
  assert.match(root.textContent, /You see no unit yet/);
  answer({ 'GET workspace': { status: 503, body: { errorMessages: ['Not now.'], errors: {} } } });
  await kickoff(root);
  assert.equal(root.querySelector('[role=alert]').textContent, 'Not now.');
});

test('the check list says yes or no, who, and where', async () => {
  await opened();
  const rows = Array.from(root.querySelectorAll('.bearings-check'), (row) =>
    Array.from(row.children, (cell) => cell.textContent)
  );
  assert.deepEqual(rows[1], ['InspiringThe Coach warns of nothing in 0 of 1 objectives', 'No', 'Lea', 'Mend Inspiring']);
  assert.equal(root.querySelector('.bearings-check-no a').getAttribute('href'), '/jira/secure/X.jspa?a=1#O-12');
  assert.match(rows[2][0], /No unit above has objectives/);
  assert.match(rows[3][0], /13 in this cycle/);
  assert.deepEqual(rows[4].slice(0, 2), ['KPIs have thresholds1 of 3 KPIs', 'No']);
  assert.equal(root.querySelector('.bearings-readiness-summary').textContent, '3 of 5 checks are met');
});

test('capacity is a picture and a table of the same numbers', async () => {
  await opened();
  assert.equal(
    root.querySelector('.bearings-capacity-bar').getAttribute('aria-label'),
    '1,300 hours for objectives, 1,300 hours for other work, 40 hours of holidays'
  );
  const cells = new Map(
    Array.from(root.querySelectorAll('.bearings-capacity-table tr'), (row) => [row.cells[0].textContent, row.cells[1].textContent])
  );
  assert.equal(cells.get('Hours for objectives'), '1,300');
  assert.equal(cells.get('Focus share'), '50 %');
  assert.equal(cells.get('Hours for each issue'), '325');
  assert.equal(cells.get('Hours for each point'), '130');
});

test('a unit that has not said how many work in it is asked to', async () => {
  const unknown = { ...state().capacity, members: 0, hours: null, allHours: null };
  await opened(workspace(), state({ capacity: unknown }));
  assert.match(root.querySelector('.bearings-capacity a').getAttribute('href'), /BearingsUnit\.jspa\?unit=3/);
  await opened(workspace(), state({ capacity: unknown, may: [] }));
  assert.match(root.querySelector('.bearings-capacity').textContent, /Whoever leads it/);
});

test('the branch is shown to those who may see it', async () => {
  await opened();
  assert.equal(root.querySelectorAll('.bearings-coverage-table tbody tr').length, 2);
  assert.match(byText('.bearings-coverage-table tr', 'Mobile').textContent, /5 of 8/);
  await opened(workspace(), state({ may: [] }));
  assert.equal(root.querySelector('.bearings-coverage-of-units').hidden, true);
  assert.ok(!requests.some(({ path }) => path.startsWith('coverage')));
});

test('a step is skipped, and says by whom', async () => {
  const skipped = state();
  skipped.steps[2] = { ...skipped.steps[2], state: 'SKIPPED', by: lea, at: '2026-10-02T08:00:00Z' };
  let now = state();
  answer({
    ...routes(workspace(), null),
    'GET kickoff?unit=3&cycle=7': () => now,
    'POST kickoff/steps/LITMUS': (body) => {
      assert.deepEqual(body, { unitId: 3, cycleId: 7, state: 'SKIPPED' });
      now = skipped;
      return skipped;
    },
  });
  await kickoff(root);
  root.querySelector('#litmus [data-state=SKIPPED]').click();
  await settle(5);
  assert.match(root.querySelector('#litmus .bearings-step-mark').textContent, /^Skippedby Lea/);
  assert.match(root.querySelector('.bearings-skipped').textContent, /Litmus: by Lea/);
  assert.equal(root.querySelector('#readiness [data-state=SKIPPED]'), null);
});

test('why a step cannot be marked is told', async () => {
  await opened(workspace(), state(), {
    'POST kickoff/steps/RESTATE': { status: 400, body: { errorMessages: [], errors: { state: 'Nobody has said it.' } } },
  });
  root.querySelector('#restate [data-state=DONE]').click();
  await settle();
  assert.equal(flags.at(-1).options.title, 'Nobody has said it.');
});

test('who does not run the kickoff reads it', async () => {
  await opened(workspace(), state({ may: [] }));
  assert.equal(root.querySelector('[data-bearings-action=mark]'), null);
  assert.equal(root.querySelector('textarea'), null);
  assert.match(root.querySelector('.bearings-litmus').textContent, /Because.*No answer yet/s);
  assert.equal(root.querySelector('[data-verdict]'), null);
});

test('a member says it in their own words, and the lead compares', async () => {
  await opened(workspace(), state(), {
    'POST objectives/12/restatements': { id: 6 },
    'POST restatements/5/verdict': { id: 5 },
  });
  const form = root.querySelector('#restate form');
  type(form.querySelector('input'), 'People stay');
  submit(form);
  await settle(5);
  assert.deepEqual(requests.find(({ path }) => path === 'objectives/12/restatements').body, { text: 'People stay' });
  root.querySelector('[data-verdict=DIFFERENT]').click();
  await settle();
  assert.deepEqual(requests.find(({ path }) => path === 'restatements/5/verdict').body, { verdict: 'DIFFERENT' });
});

test('the answers keep what somebody else wrote meanwhile', async () => {
  await opened(workspace(), state(), {
    'PUT kickoff/litmus': {
      status: 409,
      body: { errorMessages: ['Bert saved.'], errors: {}, current: { whyItMatters: 'Theirs', stillLose: '', version: 4 } },
    },
  });
  const form = root.querySelector('#litmus form');
  submit(form);
  await settle();
  assert.equal(requests.find(({ path }) => path === 'kickoff/litmus').body.version, 3);
  assert.match(form.querySelector('.bearings-conflict').textContent, /Theirs/);
});

test('a draft is published with the confidence of its owner', async () => {
  await opened(workspace(), state(), {
    'GET objectives/12': { ...draft, version: 2 },
    'POST objectives/12/publish': { ...draft, state: 'ACTIVE' },
  });
  const form = root.querySelector('.bearings-publish-draft form');
  submit(form);
  await settle();
  assert.match(form.querySelector('.error').textContent, /publishing needs it/);
  form.querySelector('select').value = '6';
  submit(form);
  await settle(5);
  assert.deepEqual(requests.find(({ path }) => path === 'objectives/12/publish').body, { version: 2, confidence: 6 });
});

const template = {
  id: 'onboarding.first-week',
  theme: { id: 'onboarding', name: 'First steps' },
  language: 'en',
  objective: { title: 'Make the first week with us feel effortless', why: 'Newcomers leave.' },
  keyResults: [
    { title: 'Share of sign-ups goes from 60 % to 82 %', measure: { kind: 'PERCENT', of: null }, baseline: 60, target: 82, source: 'MANUAL' },
    { title: 'Rating goes from 3.6 to 4.4 of 5', measure: { kind: 'RATING', of: 5 }, baseline: 3.6, target: 4.4, source: 'MANUAL' },
  ],
};

const silent = { 'POST coach/objective': { findings: [] }, 'POST coach/key-result': { findings: [] } };

async function fromTemplate(more) {
  await opened(workspace([]), state(), { 'GET templates?language=en': { templates: [template] }, ...silent, ...more });
  const details = root.querySelector('.bearings-templates');
  details.open = true;
  details.dispatchEvent(new window.Event('toggle'));
  await settle();
  byText('.bearings-template button', 'Use this template').click();
  return root.querySelector('.bearings-writer form');
}

test('a template fills the form, and the objective is published', async () => {
  const form = await fromTemplate({
    'POST objectives': { id: 20, key: 'O-20', version: 1 },
    'GET objectives/20': { id: 20, version: 1 },
    'POST objectives/20/publish': { id: 20 },
  });
  assert.equal(form.querySelector('textarea').value, 'Newcomers leave.');
  Array.from(form.querySelectorAll('select')).at(-1).value = '5';
  submit(form);
  await settle(10);
  assert.deepEqual(requests.find(({ method, path }) => method === 'POST' && path === 'objectives').body, {
    unitId: 3,
    cycleId: 7,
    why: 'Newcomers leave.',
    title: 'Make the first week with us feel effortless',
    kind: 'ASPIRATIONAL',
    keyResults: [
      { title: 'Share of sign-ups goes from 60 % to 82 %', source: 'MANUAL', measure: { kind: 'PERCENT', of: null }, baseline: 60, target: 82 },
      { title: 'Rating goes from 3.6 to 4.4 of 5', source: 'MANUAL', measure: { kind: 'RATING', of: 5 }, baseline: 3.6, target: 4.4 },
    ],
  });
  assert.deepEqual(requests.find(({ path }) => path === 'objectives/20/publish').body, { version: 1, confidence: 5 });
  assert.equal(flags.at(-1).options.title, 'O-20 is published');
});

test('publishing asks for the why and the confidence; a draft needs neither', async () => {
  const form = await fromTemplate({ 'POST objectives': { id: 20, key: 'O-20', version: 1 } });
  type(form.querySelector('textarea'), '');
  submit(form);
  await settle();
  assert.match(form.querySelector('textarea').closest('.field-group').textContent, /Say why; publishing needs it/);
  assert.ok(!requests.some(({ method, path }) => method === 'POST' && path === 'objectives'));
  form.requestSubmit = () => submit(form);
  byText('.bearings-writer button', 'Save as draft').click();
  await settle(10);
  assert.equal(flags.at(-1).options.title, 'O-20 is saved as a draft');
  assert.ok(!requests.some(({ path }) => path.endsWith('publish')));
});

test('what cannot be published stays as a draft, and that is told', async () => {
  const form = await fromTemplate({
    'POST objectives': { id: 20, key: 'O-20', version: 1 },
    'GET objectives/20': { id: 20, version: 1 },
    'POST objectives/20/publish': { status: 403, body: { errorMessages: ['You may not.'], errors: {} } },
  });
  Array.from(form.querySelectorAll('select')).at(-1).value = '5';
  submit(form);
  await settle(10);
  assert.match(flags.at(-1).options.title, /O-20 is saved as a draft, but not all was done: You may not\./);
});

function rowOf(given) {
  answer(silent);
  const row = keyResultRow(given, () => 'keyResults[0].', () => 'ASPIRATIONAL');
  document.body.append(row.element);
  const [title, baseline, target] = row.element.querySelectorAll('input');
  return { row, title, baseline, target };
}

const change = (element, value) => {
  type(element, value);
  element.dispatchEvent(new window.Event('change', { bubbles: true }));
};

test('a metric with a now and a target becomes a sentence', () => {
  const { row, title, baseline, target } = rowOf({});
  assert.equal(row.isEmpty(), true);
  change(title, 'Net promoter score');
  change(baseline, '32');
  change(target, '50');
  assert.equal(row.element.querySelector('.bearings-sentence').textContent, 'Reads: Net promoter score will go from 32 to 50');
  assert.equal(row.value().title, 'Net promoter score will go from 32 to 50');
});

test('the numbers of a whole sentence follow its fields', () => {
  const { row, title, baseline, target } = rowOf({
    title: 'Share goes from 6 % to 60 %',
    measure: { kind: 'PERCENT', of: null },
    baseline: 6,
    target: 60,
  });
  change(target, '75');
  change(baseline, '5,5');
  assert.equal(title.value, 'Share goes from 5,5 % to 75 %');
  assert.equal(row.value().baseline, 5.5);
});

test('what is no number is said at its field', () => {
  const { row, title, baseline } = rowOf({});
  change(title, 'Score');
  change(baseline, 'few');
  assert.deepEqual(Object.keys(row.problems()), ['keyResults[0].baseline']);
  assert.equal(row.fields().find(({ name }) => name === 'keyResults[0].baseline').control, baseline);
});

const taught = (changes = {}) => ({ id: 4, objectiveKey: 'O-9', decision: 'DROP', text: 'Ask <b>first</b>', used: null, reason: null, ...changes });

const learned = (learning, may = ['RUN']) =>
  state({
    may,
    steps: ['LEARNINGS', 'WRITE', 'RESTATE', 'LITMUS', 'READINESS'].map((step) => ({ step, state: 'OPEN', by: null, at: null, skippable: true })),
    learnings: [learning],
  });

test('opens on what the last retrospective taught, which is used or set aside', async () => {
  let now = learned(taught());
  await opened(workspace(), now, {
    'GET kickoff?unit=3&cycle=7': () => now,
    'POST kickoff/learnings/4': ({ used, reason }) => {
      now = learned(taught(used === undefined ? {} : { used, reason }));
      return now;
    },
  });
  const step = root.querySelector('#learnings');
  assert.equal(root.querySelector('.bearings-step'), step);
  assert.match(step.textContent, /O-9Drop.*Ask <b>first<\/b>/);
  step.querySelector('input').value = 'We have none';
  Array.from(step.querySelectorAll('button')).find((each) => each.textContent.startsWith('Set it aside')).click();
  await settle();
  await settle();
  assert.deepEqual(requests.find(({ path }) => path === 'kickoff/learnings/4').body, { unitId: 3, cycleId: 7, used: false, reason: 'We have none' });
  assert.match(step.textContent, /Set aside: We have none/);
  assert.equal(step.querySelector('form'), null);
  Array.from(step.querySelectorAll('button')).find((each) => each.textContent.startsWith('Open again')).click();
  await settle();
  await settle();
  assert.ok(step.querySelector('form'));
});

test('those who do not run the kickoff read the learnings', async () => {
  await opened(workspace(), learned(taught({ used: true, reason: 'Two instead of six' }), []));
  const step = root.querySelector('#learnings');
  assert.match(step.textContent, /Used: Two instead of six/);
  assert.equal(step.querySelector('button, form'), null);
});
