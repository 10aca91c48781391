import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, flags, key, modules, page, requests, settle, submit, type, visible } from './browser.mjs';
import { board, breach, dayFromNow, period, sheet, velocity } from './kpi-answer.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import { levelInput, readLevel } from '../src/kpi/levels.js';
import '../src/workspace.js';
import '../src/workspace-kpis.js';
import '../src/kpi-forms.js';

const HERE = 'unit=3&cycle=7';

let routes;
let live;
let findings;

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const panel = () => $('.bearings-panel');
const button = (text) => Array.from(panel().querySelectorAll('button')).find((each) => each.textContent.trim().startsWith(text));
const field = (label) => {
  const found = Array.from(panel().querySelectorAll('label')).find((each) => each.textContent === label);
  assert.ok(found, `No field ${label}`);
  return document.getElementById(found.getAttribute('for'));
};
const choose = (select, value) => {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const sent = (method, path) => requests.filter((each) => each.method === method && each.path === path).at(-1);
const form = () => Array.from(panel().querySelectorAll('form')).at(-1);

async function open(hash) {
  window.history.replaceState(null, '', `/jira/secure/BearingsWorkspace.jspa?${HERE}&view=kpis#${hash}`);
  page('<div class="bearings-workspace" data-person-key="ann" aria-busy="true"></div>');
  live = modules['bearings/workspace'].workspace($('.bearings-workspace'));
  await live.ready;
  await settle(60);
}

beforeEach(() => {
  visible(true);
  findings = [];
  routes = {
    [`GET workspace?${HERE}`]: () => workspaceAnswer(),
    'GET workspace?unit=3': () => workspaceAnswer(),
    [`GET workspace/stamp?${HERE}`]: () => ({ stamp: 'one' }),
    'GET inbox': { items: [], unread: 0, next: null },
    'GET kpis?unit=3': () => board(),
    'GET velocity?unit=3': () => velocity(),
    'GET kpis/7': () => sheet(7, { name: 'Answered in time' }),
    'GET kpi-templates': {
      templates: [
        {
          id: 'quality.answered-in-time',
          language: 'en',
          kpi: { ...sheet(1), name: 'Tickets answered in time', frequency: 'MONTHLY', target: { value: 98, low: null, high: null }, owner: undefined },
        },
      ],
    },
    'POST coach/kpi': () => ({ findings }),
    'POST formulas/check': { problems: [], tidied: null, quantity: 'points' },
    'POST formulas/complete': { from: 0, to: 3, candidates: [{ kind: 'METRIC', name: 'velocity', insert: 'velocity()', caret: 9, meaning: 'Completed points.' }] },
  };
  answer(routes);
});

afterEach(() => live && live.stop());

test('levels are numbers or bands, as people write them', () => {
  assert.deepEqual(readLevel(' 95,5 '), { value: 95.5 });
  assert.deepEqual(readLevel('10..20'), { low: 10, high: 20 });
  assert.deepEqual(readLevel('10 \u2013 20,5'), { low: 10, high: 20.5 });
  assert.deepEqual(readLevel('-5..-1'), { low: -5, high: -1 });
  assert.equal(readLevel(''), null);
  ['many', '1..', '..2', '1..2..3'].forEach((text) => assert.throws(() => readLevel(text), RangeError, text));
  assert.equal(levelInput({ value: null, low: 1, high: 2 }), '1..2');
  assert.equal(levelInput(null), '');
});

test('a new KPI is sent with all that was filled in', async () => {
  await open('KPI-new');
  assert.equal($('.bearings-panel-title').textContent, 'New KPI');
  assert.equal(document.activeElement, field('Name'));
  type(field('Name'), 'Answered in time');
  choose(field('How often'), 'DAILY');
  choose(field('Unit of measure'), 'PERCENT');
  type(field('Target'), '95');
  type(field('Critical'), '90,5');
  type(field('Action when it is past critical'), 'Call the lead');
  button('Create an issue').click();
  type(field('Key of the project'), 'APP');
  type(field('Issue type'), 'Task');
  type(field('Summary'), 'Find out why');
  button('Add an objective').click();
  choose($('.bearings-kpi-served select'), '12');
  button('Add a day').click();
  const [from, target] = $$('.bearings-kpi-targets input');
  type(from, '2027-01-01');
  type(target, '97');
  type(field('Divided by'), 'channel: phone, mail');
  routes['POST kpis'] = { status: 201, body: sheet(20) };
  submit(form());
  await settle(20);
  const { body } = sent('POST', 'kpis');
  assert.equal(body.unitId, 3);
  assert.deepEqual(body.owner, { key: 'ann' });
  assert.deepEqual(body.measure, { kind: 'PERCENT' });
  assert.deepEqual(body.target, { value: 95 });
  assert.deepEqual(body.critical, { value: 90.5 });
  assert.equal(body.warning, null);
  assert.deepEqual(body.automatic, [{ kind: 'CREATE_ISSUE', projectKey: 'APP', issueType: 'Task', summary: 'Find out why', description: '' }]);
  assert.deepEqual(body.serves, [{ objectiveId: 12, part: 'DRIVER' }]);
  assert.deepEqual(body.targets, [{ from: '2027-01-01', target: { value: 97 }, warning: null, critical: null }]);
  assert.deepEqual(body.dimensions, [{ name: 'channel', segments: ['phone', 'mail'] }]);
  assert.equal('formula' in body, false);
  assert.equal(window.location.hash, '');
  assert.match(flags.at(-1).textContent, /KPI-20/);
});

test('a template fills in the sheet, and the owner stays', async () => {
  await open('KPI-new');
  choose(field('Begin with'), 'quality.answered-in-time');
  assert.equal(field('Name').value, 'Tickets answered in time');
  assert.equal(field('Target').value, '98');
  assert.equal(field('How often').value, 'MONTHLY');
});

test('what cannot be read is said at its field, and nothing is sent', async () => {
  await open('KPI-new');
  type(field('Name'), 'X');
  type(field('Target'), 'many');
  type(field('Divided by'), 'channel');
  submit(form());
  await settle(10);
  assert.equal(sent('POST', 'kpis'), undefined);
  assert.match(panel().textContent, /Write a number, or for a band its two ends/);
  assert.match(panel().textContent, /Not readable: channel/);
});

test('what the server refuses in a row stands at the rows', async () => {
  await open('KPI-new');
  button('Create an issue').click();
  routes['POST kpis'] = { status: 400, body: { errorMessages: [], errors: { 'automatic[0].projectKey': 'There is no such project.' } } };
  submit(form());
  await settle(10);
  const told = Array.from(panel().querySelectorAll('.error')).find(({ textContent }) => textContent);
  assert.equal(told.textContent, 'There is no such project.');
});

test('the Coach reads along, each finding at its field', async () => {
  await open('KPI-new');
  findings = [{ rule: 'kpi-no-action', severity: 'WARNING', reason: 'Nobody has agreed what happens.', better: null, usable: false, action: null, start: null, end: null }];
  type(field('Name'), 'Answered in time');
  await settle(450);
  assert.equal(sent('POST', 'coach/kpi').body.name, 'Answered in time');
  assert.match(field('Action when it is past critical').closest('.field-group').textContent, /Nobody has agreed/);
});

test('a formula is completed and checked at its place', async () => {
  await open('KPI-new');
  choose(field('Where its value comes from'), 'FORMULA');
  const formula = field('Formula');
  assert.equal(formula.closest('.field-group').hidden, false);
  formula.focus();
  type(formula, 'vel');
  formula.setSelectionRange(3, 3);
  await settle(300);
  assert.match(formula.closest('.bearings-combobox').textContent, /velocity.*Completed points/);
  key(formula, 'Enter');
  assert.equal(formula.value, 'velocity()');
  assert.equal(formula.selectionStart, 9);
  routes['POST formulas/check'] = { problems: [{ from: 8, to: 9, text: 'Not expected here.', expected: 'Expected: a number.' }], tidied: null, quantity: null };
  type(formula, 'velocity)');
  await settle(300);
  assert.equal(formula.getAttribute('aria-invalid'), 'true');
  assert.match($('.bearings-kpi-problems').textContent, /At 9:velocity\) Not expected here\. Expected: a number\./);
  $('.bearings-kpi-problem-place').click();
  assert.deepEqual([formula.selectionStart, formula.selectionEnd], [8, 9]);
});

test('a sheet is changed with its version, and says what changed meanwhile', async () => {
  await open('KPI-7.edit');
  assert.equal(field('Name').value, 'Answered in time');
  type(field('Target'), '96');
  routes['PUT kpis/7'] = { status: 409, body: { errorMessages: ['Somebody saved meanwhile.'], errors: {}, changed: ['target'], current: sheet(7, { name: 'Answered in time', version: 4, target: { value: 97, low: null, high: null } }) } };
  submit(form());
  await settle(10);
  assert.equal(sent('PUT', 'kpis/7').body.version, 3);
  assert.match(panel().textContent, /Somebody saved meanwhile.*96.*97/s);
  routes['PUT kpis/7'] = sheet(7, { version: 5 });
  submit(form());
  await settle(10);
  assert.equal(sent('PUT', 'kpis/7').body.version, 4);
  assert.deepEqual(sent('PUT', 'kpis/7').body.target, { value: 96 });
});

test('a value takes a number and Enter', async () => {
  await open('KPI-7.value');
  assert.equal(document.activeElement, field('Value'));
  type(field('Value'), '91,5');
  routes['POST kpis/7/measurements'] = {
    status: 201,
    body: { kpi: 'KPI-7', added: 1, period: period(0, 91.5, 'AMBER'), breach: breach(), revisions: [{}] },
  };
  submit(form());
  await settle(20);
  assert.deepEqual(sent('POST', 'kpis/7/measurements').body, { on: dayFromNow(0), value: 91.5 });
  assert.match(flags.at(-1).textContent, /KPI-7 is 91.5 %: Off target\. A breach is open\. 1 periods of the past/);
  assert.equal(window.location.hash, '');
});

test('an empty value is asked for', async () => {
  await open('KPI-7.value');
  submit(form());
  await settle(10);
  assert.match(panel().textContent, /Enter a value\./);
});

test('the value of a part, of a share', async () => {
  routes['GET kpis/7'] = sheet(7, { aggregation: 'SHARE', dimensions: [{ name: 'channel', segments: ['phone', 'mail'] }] });
  await open('KPI-7.value');
  type(field('Value'), '9');
  type(field('Of'), '10');
  choose(field('Part'), JSON.stringify({ dimension: 'channel', name: 'mail' }));
  routes['POST kpis/7/measurements'] = { status: 201, body: { kpi: 'KPI-7', added: 0, period: null, breach: null, revisions: [] } };
  submit(form());
  await settle(20);
  assert.deepEqual(sent('POST', 'kpis/7/measurements').body, { on: dayFromNow(0), value: 9, of: 10, segment: { dimension: 'channel', name: 'mail' } });
  assert.match(flags.at(-1).textContent, /had this value already/);
});

test('a token is shown once, and revoked', async () => {
  let tokens = [];
  routes['GET kpis/7/tokens'] = () => ({ tokens });
  routes['POST kpis/7/tokens'] = () => {
    tokens = [{ id: 1, name: 'CI', createdBy: null, createdAt: '2026-11-23T10:00:00Z', usedAt: null }];
    return { status: 201, body: { id: 1, name: 'CI', createdAt: '2026-11-23T10:00:00Z', secret: 'bpt_secret' } };
  };
  routes['DELETE kpis/7/tokens/1'] = () => {
    tokens = [];
    return { status: 204 };
  };
  await open('KPI-7.tokens');
  assert.match(panel().textContent, /No token is in force/);
  type(field('Name'), 'CI');
  submit(form());
  await settle(20);
  assert.equal($('input[readonly]').value, 'bpt_secret');
  assert.match(panel().textContent, /shown this once only.*never used/s);
  button('Revoke').click();
  await settle(20);
  assert.ok(sent('DELETE', 'kpis/7/tokens/1'));
  assert.match(panel().textContent, /No token is in force/);
});

test('what is not there is said in the panel', async () => {
  routes['GET kpis/7'] = { status: 404, body: { errorMessages: ['There is no KPI-7.'], errors: {} } };
  await open('KPI-7.edit');
  assert.match(panel().textContent, /There is no KPI-7\./);
});
