import assert from 'node:assert/strict';
import test from 'node:test';
import { answer, flags, modules, page, requests, settle, submit, type } from './browser.mjs';
import { nextQuarter } from '../src/organisation/quarters.js';
import '../src/organisation.js';

const MANAGE = ['SEE', 'MANAGE_CYCLES', 'MANAGE_UNIT', 'MANAGE_ROLES'];

const unit = (id, name, more = {}) => ({
  id,
  name,
  level: 'TEAM',
  parentId: 1,
  lead: { key: 'ann', name: 'Ann' },
  deputy: null,
  group: null,
  projects: [{ id: 100, key: 'DEMO', name: 'Mobile app' }],
  boards: [],
  openness: 'MEMBERS',
  archived: false,
  version: 3,
  settings: {
    cadence: { every: 'WEEKLY', day: 'MONDAY', dayOfMonth: 1, hour: 9 },
    thresholds: null,
    advanced: false,
    capacity: { members: 6, hoursPerDay: 8, focusShare: 0.6 },
  },
  may: MANAGE,
  ...more,
});

const company = unit(1, 'Papermill', { level: 'COMPANY', parentId: null, projects: [], lead: null });

const cycle = (id, name, more = {}) => ({
  id,
  unitId: 2,
  name,
  first: '2026-10-01',
  last: '2026-12-31',
  state: 'ACTIVE',
  kind: 'CALENDAR',
  length: 'QUARTER',
  parentId: null,
  project: null,
  epicKey: null,
  fixVersion: null,
  version: 5,
  may: ['MANAGE_CYCLES'],
  ...more,
});

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const button = (text) => $$('button').find((each) => (each.getAttribute('aria-label') || each.textContent) === text);
const field = (label, within = document) => {
  const found = Array.from(within.querySelectorAll('label')).find((each) => each.textContent.trim() === label);
  return document.getElementById(found.getAttribute('for'));
};
const errorAt = (control) => document.getElementById(`${control.id}-error`).textContent;
const sent = (method, path) => requests.filter((each) => each.method === method && each.path === path).at(-1);

let routes;

async function openUnits(units) {
  routes = { 'GET units': () => ({ units }) };
  answer(routes);
  page('<div class="bearings-organisation" data-page="units" aria-busy="true"></div>');
  await modules['bearings/organisation'].unitsPage($('.bearings-organisation')).ready;
}

async function openUnit(cycles, more = {}) {
  const stored = unit(2, 'Mobile', more);
  routes = {
    'GET units': () => ({ units: [company, stored] }),
    'GET cycles?unit=2': () => ({ cycles }),
    'GET units/2/roles': () => ({
      version: 3,
      roles: [
        { role: 'LEAD', person: { key: 'ann', name: 'Ann' }, group: null },
        { role: 'VIEWER', person: null, group: 'devs' },
      ],
    }),
  };
  answer(routes);
  page('<div class="bearings-organisation" data-page="unit" data-unit="2" aria-busy="true"></div>');
  await modules['bearings/organisation'].unitPage($('.bearings-organisation')).ready;
}

test('units stand as a tree, each a link to its page', async () => {
  await openUnits([company, unit(2, '<b>Mobile</b>', { archived: true })]);
  assert.equal($('.bearings-tree .bearings-tree a').textContent, '<b>Mobile</b>');
  assert.equal($('.bearings-tree .bearings-tree a').getAttribute('href'), '/jira/secure/BearingsUnit.jspa?unit=2');
  assert.match($('.bearings-tree .bearings-tree').textContent, /archived.*Team · led by Ann · DEMO/);
  assert.equal($('.bearings-organisation').getAttribute('aria-busy'), 'false');
});

test('a site without units says what to do, and the first unit is a company', async () => {
  await openUnits([]);
  assert.match($('.bearings-empty').textContent, /There are no units yet/);
  button('Create unit').click();
  assert.equal(field('Level').value, 'COMPANY');
  routes['POST units'] = { status: 201, body: company };
  type(field('Name'), ' Papermill ');
  submit($('form'));
  await settle();
  assert.deepEqual(sent('POST', 'units').body, { name: 'Papermill', level: 'COMPANY', parentId: null, lead: null });
  assert.match(flags.at(-1).textContent, /Papermill was created/);
  assert.equal(document.activeElement.id, 'bearings-create-unit');
});

test('what is wrong with a new unit stands at its field, and what was typed stays', async () => {
  await openUnits([company]);
  button('Create unit').click();
  routes['POST units'] = { status: 400, body: { errorMessages: [], errors: { name: 'This is required.' } } };
  type(field('Lead'), 'Nobody in particular');
  submit($('form'));
  await settle();
  assert.match(errorAt(field('Lead')), /./);
  assert.equal(sent('POST', 'units'), undefined);
  type(field('Lead'), '');
  submit($('form'));
  await settle();
  assert.equal(errorAt(field('Name')), 'This is required.');
  assert.equal(document.activeElement, field('Name'));
  button('Cancel').click();
  assert.equal($('form'), null);
});

test('units that cannot be read are said', async () => {
  page('<div class="bearings-organisation" data-page="units" aria-busy="true"></div>');
  answer({ 'GET units': { status: 503, body: { errorMessages: ['The database does not answer.'], errors: {} } } });
  await modules['bearings/organisation'].unitsPage($('.bearings-organisation')).ready;
  assert.match($('.bearings-problem').textContent, /The database does not answer/);
});

test('a lead saves the settings of the unit, with what was not shown as it was', async () => {
  await openUnit([]);
  assert.equal($$('label').some((each) => each.textContent === 'Part of'), false);
  type(field('Name'), 'Mobile app');
  type(field('Jira projects'), 'demo, ops');
  type(field('On track from pace'), '0,8');
  type(field('At risk from pace'), '0.5');
  routes['PUT units/2'] = unit(2, 'Mobile app');
  submit(field('Name').form);
  await settle();
  const { body } = sent('PUT', 'units/2');
  assert.equal(body.version, 3);
  assert.equal(body.level, 'TEAM');
  assert.equal(body.parentId, 1);
  assert.deepEqual(body.lead, { key: 'ann' });
  assert.deepEqual(body.projects, [{ key: 'DEMO' }, { key: 'OPS' }]);
  assert.deepEqual(body.settings.thresholds, { onTrack: 0.8, atRisk: 0.5 });
  assert.deepEqual(body.settings.capacity, { members: 6, hoursPerDay: 8, focusShare: 0.6 });
  assert.match(flags.at(-1).textContent, /The unit is saved/);
});

test('boards of the unit are found by name and taken away, and left alone where nobody touched them', async () => {
  await openUnit([], { boards: [{ id: 7, name: 'Mobile <b>' }, { id: 9, name: null }] });
  const chips = () => $$('.bearings-chip').map((each) => each.textContent);
  assert.deepEqual(chips(), ['Mobile <b>', 'Board 9: gone, or not yours to see']);
  routes['PUT units/2'] = unit(2, 'Mobile');
  submit(field('Name').form);
  await settle();
  assert.equal('boards' in sent('PUT', 'units/2').body, false);

  await openUnit([], { boards: [{ id: 7, name: 'Mobile <b>' }, { id: 9, name: null }] });
  answer({ ...routes, 'GET boards?q=web': { software: true, boards: [{ id: 7, name: 'Mobile <b>' }, { id: 8, name: 'Web' }], total: 2 } });
  type(field('Boards'), 'web');
  await new Promise((resolve) => setTimeout(resolve, 250));
  await settle();
  const options = $$('.bearings-option');
  assert.deepEqual(options.map((each) => each.textContent), ['Web'], 'what is chosen is not offered again');
  options[0].click();
  button('Take Board 9: gone, or not yours to see away').click();
  assert.deepEqual(chips(), ['Mobile <b>', 'Web']);
  submit(field('Name').form);
  await settle();
  assert.deepEqual(sent('PUT', 'units/2').body.boards, [{ id: 7 }, { id: 8 }]);
});

test('boards that two chose at once stand side by side', async () => {
  await openUnit([], { boards: [{ id: 7, name: 'Mobile' }, { id: 8, name: 'Web' }] });
  button('Take Web away').click();
  answer({
    ...routes,
    'PUT units/2': {
      status: 409,
      body: { errorMessages: ['Bert changed Mobile.'], errors: {}, current: unit(2, 'Mobile', { version: 4, boards: [{ id: 5, name: 'Theirs' }] }) },
    },
  });
  submit(field('Name').form);
  await settle();
  assert.match($('.bearings-conflict').textContent, /Mobile.*Theirs/s);
});

test('without Jira Software no board is found, and it says why', async () => {
  await openUnit([]);
  answer({ ...routes, 'GET boards?q=web': { software: false, boards: [], total: 0 } });
  type(field('Boards'), 'web');
  await new Promise((resolve) => setTimeout(resolve, 250));
  await settle();
  assert.match($('.bearings-options-message:not([hidden])').textContent, /Jira Software is not installed/);
});

test('the day of the month is asked for where check-ins are monthly', async () => {
  await openUnit([]);
  const hidden = (label) => field(label).closest('.field-group').hidden;
  assert.deepEqual([hidden('Day of the week'), hidden('Day of the month')], [false, true]);
  field('Check-ins').value = 'MONTHLY';
  field('Check-ins').dispatchEvent(new window.Event('change'));
  assert.deepEqual([hidden('Day of the week'), hidden('Day of the month')], [true, false]);
});

test('whoever may move the unit chooses its place', async () => {
  await openUnit([], { may: [...MANAGE, 'CREATE_UNIT'] });
  assert.equal(field('Part of').value, '1');
  routes['POST units/2/archive'] = unit(2, 'Mobile', { archived: true });
  button('Archive').click();
  await settle();
  assert.deepEqual(sent('POST', 'units/2/archive').body, { version: 3 });
  routes['POST units/2/archive'] = { status: 400, body: { errorMessages: ['Archive the units below first: X.'], errors: {} } };
  button('Archive').click();
  await settle();
  assert.match($('.bearings-problem').textContent, /Archive the units below first/);
});

test('two who save at once choose between both versions', async () => {
  await openUnit([]);
  type(field('Name'), 'Mine');
  routes['PUT units/2'] = {
    status: 409,
    body: { errorMessages: ['Bert changed Mobile while you were editing it.'], errors: {}, current: unit(2, 'Theirs', { version: 4 }) },
  };
  submit(field('Name').form);
  await settle();
  assert.match($('.bearings-conflict').textContent, /Mine.*Theirs/s);
  routes['PUT units/2'] = unit(2, 'Mine');
  submit(field('Name').form);
  await settle();
  assert.equal(sent('PUT', 'units/2').body.version, 4);
  assert.equal(sent('PUT', 'units/2').body.name, 'Mine');
});

test('roles are added and removed', async () => {
  await openUnit([]);
  const table = $('.bearings-roles');
  assert.match(table.textContent, /Ann.*Lead.*Group devs.*Viewer/s);
  const saved = { version: 4, roles: [] };
  routes['PUT units/2/roles'] = saved;
  button('Remove the role of Ann').click();
  await settle();
  assert.deepEqual(sent('PUT', 'units/2/roles').body, { version: 3, roles: [{ role: 'VIEWER', person: null, group: 'devs' }] });

  type(field('Group'), 'board');
  field('Role').value = 'EXECUTIVE';
  routes['PUT units/2/roles'] = {
    status: 400,
    body: { errorMessages: [], errors: { 'roles[2].role': 'Only administrators name executives, who read all units.' } },
  };
  submit(field('Group').form);
  await settle();
  assert.deepEqual(sent('PUT', 'units/2/roles').body.roles.at(-1), { role: 'EXECUTIVE', person: null, group: 'board' });
  assert.match(errorAt(field('Role')), /Only administrators/);
  routes['PUT units/2/roles'] = { status: 400, body: { errorMessages: [], errors: { roles: 'Only champions may.' } } };
  button('Remove the role of Group devs').click();
  await settle();
  assert.match($$('.bearings-problem').map((each) => each.textContent).join(), /Only champions may/);
});

test('the cycles of a unit, its own and those above, with what can be done', async () => {
  const above = cycle(7, '2026', { unitId: 1, length: 'YEAR', may: [] });
  await openUnit([cycle(8, 'Q4 2026', { parentId: 7 }), above]);
  const [own, inherited] = $$('.bearings-cycle');
  assert.match(own.textContent, /Q4 2026ActiveOct 1(, 2026)? to Dec 31(, 2026)?Quarter · part of 2026/);
  assert.match(inherited.textContent, /Year · of Papermill/);
  assert.equal(inherited.querySelector('button'), null);
  routes['POST cycles/8/state'] = cycle(8, 'Q4 2026', { state: 'REVIEW' });
  button('Start review: Q4 2026').click();
  await settle();
  assert.deepEqual(sent('POST', 'cycles/8/state').body, { version: 5, state: 'REVIEW' });
  assert.match(flags.at(-1).textContent, /Q4 2026 is now: Review/);
});

test('closing is asked for once more, and a closed cycle is reopened by who may', async () => {
  await openUnit([cycle(8, 'Q4', { state: 'REVIEW' })]);
  button('Close: Q4').click();
  assert.equal(sent('POST', 'cycles/8/state'), undefined);
  assert.match($('[role=alertdialog]').textContent, /only an administrator can reopen it/);
  button('Cancel').click();
  button('Close: Q4').click();
  routes['POST cycles/8/state'] = { status: 409, body: { errorMessages: ['Bert changed Q4.'], errors: {}, current: {} } };
  button('Close').click();
  await settle();
  assert.match($$('.bearings-problem').map((each) => each.textContent).join(), /Bert changed Q4/);

  await openUnit([cycle(8, 'Q4', { state: 'CLOSED' })]);
  assert.equal($('.bearings-cycle button'), null);
  await openUnit([cycle(8, 'Q4', { state: 'CLOSED', may: ['MANAGE_CYCLES', 'REOPEN_CYCLE'] })]);
  assert.ok(button('Reopen: Q4'));
});

test('creates and edits a cycle', async () => {
  await openUnit([]);
  assert.match($('.bearings-empty').textContent, /No cycle serves this unit yet/);
  button('Create cycle').click();
  const form = $('.bearings-cycle-editor form');
  assert.match(field('First day', form).value, /^\d{4}-\d\d-01$/);
  type(field('Name', form), 'Release');
  type(field('First day', form), '2026-10-01');
  type(field('Last day', form), '2026-12-31');
  assert.equal(field('Project key', form).closest('.field-group').hidden, true);
  field('Follows', form).value = 'PROJECT';
  field('Follows', form).dispatchEvent(new window.Event('change'));
  assert.equal(field('Project key', form).closest('.field-group').hidden, false);
  type(field('Project key', form), 'demo');
  routes['POST cycles'] = { status: 400, body: { errorMessages: [], errors: { first: 'Another cycle of this unit and length covers some of these days.' } } };
  submit(form);
  await settle();
  assert.match(errorAt(field('First day', form)), /covers some of these days/);
  assert.deepEqual(sent('POST', 'cycles').body, {
    unitId: 2,
    name: 'Release',
    first: '2026-10-01',
    last: '2026-12-31',
    length: 'QUARTER',
    kind: 'PROJECT',
    parentId: null,
    project: { key: 'DEMO' },
    epicKey: null,
    fixVersion: null,
  });

  await openUnit([cycle(8, 'Q4')]);
  button('Edit Q4').click();
  routes['PUT cycles/8'] = cycle(8, 'Autumn');
  type(field('Name', $('.bearings-cycle-editor')), 'Autumn');
  submit($('.bearings-cycle-editor form'));
  await settle();
  assert.equal(sent('PUT', 'cycles/8').body.version, 5);
  assert.equal(sent('PUT', 'cycles/8').body.name, 'Autumn');
  assert.match(flags.at(-1).textContent, /The cycle is saved/);
});

test('the quarter of today is offered, or the first after those that are there', () => {
  const today = new Date('2026-11-22T10:00:00Z');
  const q4 = { name: 'Q4 2026', first: '2026-10-01', last: '2026-12-31' };
  assert.deepEqual(nextQuarter([], today), q4);
  assert.deepEqual(nextQuarter([cycle(7, '2026', { length: 'YEAR' })], today), q4);
  assert.deepEqual(nextQuarter([cycle(8, 'Q4')], today), { name: 'Q1 2027', first: '2027-01-01', last: '2027-03-31' });
});

const INPUTS = {
  unitId: 2, hourlyRate: [{ on: '2026-01-01', value: 85 }], budget: [{ on: '2026-01-01', value: 50000 }], phasing: [], spend: [], mayEdit: true, version: 4,
};

async function openInputs() {
  const stored = unit(2, 'Mobile', { may: [...MANAGE, 'STATE_INPUTS'] });
  routes = {
    'GET units': () => ({ units: [company, stored] }),
    'GET cycles?unit=2': () => ({ cycles: [] }),
    'GET units/2/roles': () => ({ version: 3, roles: [] }),
    'GET units/2/inputs': () => INPUTS,
  };
  answer(routes);
  page('<div class="bearings-organisation" data-page="unit" data-unit="2" aria-busy="true"></div>');
  await modules['bearings/organisation'].unitPage($('.bearings-organisation')).ready;
  await settle();
}

test('whoever may state what Jira does not know of a unit does it line by line', async () => {
  await openInputs();
  assert.equal(field('Hourly rate').value, '2026-01-01 85');
  type(field('Hourly rate'), '2026-01-01 85\n\n2027-01-01\t90,5');
  routes['PUT units/2/inputs'] = { ...INPUTS, version: 5 };
  submit(field('Hourly rate').closest('form'));
  await settle();
  assert.deepEqual(sent('PUT', 'units/2/inputs').body, {
    version: 4,
    hourlyRate: [{ on: '2026-01-01', value: 85 }, { on: '2027-01-01', value: 90.5 }],
    budget: [{ on: '2026-01-01', value: 50000 }],
    phasing: [],
    spend: [],
  });
  assert.match(flags.at(-1).textContent, /The inputs were saved/);
});

test('what is wrong with a line stands at its field', async () => {
  await openInputs();
  type(field('Budget'), '2026-01-01 50000\nmuch');
  submit(field('Budget').closest('form'));
  await settle();
  assert.match(errorAt(field('Budget')), /Line 2/);
  assert.equal(sent('PUT', 'units/2/inputs'), undefined);
  type(field('Budget'), '2026-01-01 -1');
  routes['PUT units/2/inputs'] = { status: 400, body: { errorMessages: [], errors: { 'budget[0].value': 'This is negative.' } } };
  submit(field('Budget').closest('form'));
  await settle();
  assert.equal(errorAt(field('Budget')), 'This is negative.');
});

test('somebody who may not state them sees nothing of them', async () => {
  await openUnit([]);
  assert.equal(requests.some(({ path }) => path === 'units/2/inputs'), false);
  assert.equal($('#bearings-inputs-title'), null);
});
