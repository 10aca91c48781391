import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, flags, key, modules, page, requests, settle, submit, type, visible } from './browser.mjs';
import { BOB, keyResult, workspaceAnswer } from './workspace-answer.mjs';
import '../src/workspace.js';
import '../src/workspace-kpis.js';
import '../src/workspace-marks.js';

const HERE = 'unit=3&cycle=7';

let stored;
let routes;
let live;
let root;

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const button = (text, within = root) =>
  Array.from(within.querySelectorAll('button')).find((each) => each.textContent.trim().startsWith(text));
const field = (label, within = root) => {
  const found = Array.from(within.querySelectorAll('label')).find((each) => each.textContent === label);
  return document.getElementById(found.getAttribute('for'));
};
const sent = (method, path) => requests.filter((each) => each.method === method && each.path === path).at(-1);

async function open(address = '/jira/secure/BearingsWorkspace.jspa') {
  window.history.replaceState(null, '', address);
  page('<div class="bearings-workspace" data-person-key="ann" aria-busy="true"><div class="bearings-skeleton"></div></div>');
  root = $('.bearings-workspace');
  live = modules['bearings/workspace'].workspace(root);
  await live.ready;
  await settle();
}

beforeEach(() => {
  visible(true);
  stored = workspaceAnswer();
  routes = {
    'GET workspace': () => stored,
    [`GET workspace?${HERE}`]: () => stored,
    [`GET workspace/stamp?${HERE}`]: () => ({ stamp: stored.stamp }),
    'GET inbox': { items: [], unread: 3, next: null },
    'GET key-results/34/forecast': { slopePerWeek: null, projection: null, low: null, high: null, probability: null, why: 'TOO_FEW_VALUES' },
    'GET key-results/35/forecast': { slopePerWeek: 1, projection: 1.5, low: 1, high: 3, probability: 0.8, why: null },
  };
  answer(routes);
});

afterEach(() => live.stop());

test('leads reach the settings of the unit', async () => {
  stored.unit.may = ['SEE', 'MANAGE_UNIT'];
  await open();
  assert.equal($('.bearings-unit-settings').hidden, false);
  assert.equal($('.bearings-unit-settings').getAttribute('href'), '/jira/secure/BearingsUnit.jspa?unit=3');
  live.stop();
  stored.unit.may = ['SEE'];
  await open();
  assert.equal($('.bearings-unit-settings').hidden, true);
});

test('shows each objective with its standing, and says no data where there is none', async () => {
  await open();
  const row = $('#bearings-row-O-12');
  assert.match(row.textContent, /Make the first week with us feel effortless/);
  assert.match(row.textContent, /0\.45 of expected 0\.52/);
  assert.equal(row.querySelector('.bearings-status').textContent, 'At risk');
  assert.ok(row.querySelector('.bearings-status svg'), 'the status has no shape beside its colour');
  assert.match(row.textContent, /Confidence 6/);
  assert.match($('#bearings-row-O-13').textContent, /No data/);
  assert.match($('#bearings-row-O-13').textContent, /Only 40 % of the weight has data/);
  assert.equal(root.hasAttribute('aria-busy'), false);
});

test('shows each key result with its way, its bar and its last values', async () => {
  await open();
  const row = $('#bearings-row-KR-34');
  assert.match(row.textContent, /70 % \u2192 82 %/);
  assert.equal(row.querySelector('.bearings-pace').getAttribute('aria-label'), '0.45 of expected 0.52');
  assert.match(row.querySelector('.bearings-spark').getAttribute('aria-label'), /^6 values, from 60 % on .* to 70 % on /);
  assert.match($('#bearings-row-KR-35').textContent, /Confidence and pace disagree/);
  assert.match($('#bearings-row-KR-40').textContent, /No value yet/);
});

test('a private objective has no title and no links', async () => {
  await open();
  const row = $('#bearings-row-O-14');
  assert.match(row.textContent, /Private/);
  assert.equal(row.querySelectorAll('a, .bearings-row-actions button').length, 0);
});

test('the address names the unit and the cycle that were chosen by the server', async () => {
  await open();
  assert.equal(window.location.search, `?${HERE}`);
  assert.equal($('.bearings-picker-unit select').value, '3');
  assert.deepEqual(
    Array.from($('.bearings-picker-unit select').options, ({ text }) => text),
    ['Company', '\u2003Product', '\u2003\u2003Onboarding']
  );
  assert.deepEqual(
    Array.from($('.bearings-picker-cycle select').options, ({ text }) => text),
    ['Q4 2026', 'Q1 2027 (planning)', 'Backlog']
  );
  assert.match($('.bearings-phase').textContent, /Execution.*week 8 of 14/);
});

test('another cycle is read when it is chosen', async () => {
  await open();
  const next = { ...workspaceAnswer(), cycle: stored.cycles[1], objectives: [] };
  routes['GET workspace?unit=3&cycle=8'] = next;
  const select = $('.bearings-picker-cycle select');
  select.value = '8';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(5);
  assert.match($('.bearings-phase').textContent, /Kickoff/);
  assert.match(root.textContent, /No objectives yet/);
  assert.match(root.textContent, /Keep something healthy/);
  assert.equal(window.location.search, '?unit=3&cycle=8');
});

test('filters stand in the address and leave what they mean', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}&owner=bob`);
  assert.deepEqual($$('.bearings-row').map(({ id }) => id), ['bearings-row-O-12']);
  button('Clear filters').click();
  assert.equal($$('.bearings-row').length, 4);
  assert.equal(window.location.search, `?${HERE}`);
  const search = field('Search titles, whys, keys');
  type(search, 'indispensable');
  await settle(260);
  assert.deepEqual($$('.bearings-row').map(({ id }) => id), ['bearings-row-O-13']);
  type(search, 'nothing like that');
  await settle(260);
  assert.match(root.textContent, /Nothing is like that/);
});

test('what needs somebody is counted above, and leads there', async () => {
  await open();
  const pressing = $$('.bearings-attention-button').map((each) => each.textContent);
  assert.deepEqual(pressing, ['1 Off track', '1 Overdue', '1 At risk', '1 No data']);
  button('1 Off track').click();
  assert.equal($$('.bearings-row').length, 1);
  assert.equal(button('1 Off track').getAttribute('aria-pressed'), 'true');
  button('1 Off track').click();
  assert.equal($$('.bearings-row').length, 4);
});

test('key results fold and stay folded over a refresh', async () => {
  await open();
  $('#bearings-row-O-12 .bearings-fold').click();
  assert.equal($('#bearings-row-O-12-key-results').hidden, true);
  stored = { ...workspaceAnswer(), stamp: 'two' };
  await live.refresh();
  assert.equal($('#bearings-row-O-12-key-results').hidden, true);
});

test('a change by somebody else is read, and nothing else', async () => {
  await open();
  const reads = () => requests.filter(({ path }) => path === `workspace?${HERE}`).length;
  const before = reads();
  await live.refresh();
  assert.equal(reads(), before);
  stored = workspaceAnswer();
  stored.stamp = 'two';
  stored.objectives[0].title = 'Another title';
  const element = $('#bearings-row-O-12');
  await live.refresh();
  assert.equal($('#bearings-row-O-12'), element);
  assert.match(element.textContent, /Another title/);
});

test('an address with a key opens it beside the list; Escape closes and goes back to where one was', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#O-12`);
  assert.equal($('.bearings-panel').hidden, false);
  assert.equal($('.bearings-panel-title').textContent, 'Make the first week with us feel effortless');
  assert.match($('.bearings-panel').textContent, /contributes to KR-21 of O-2 Customers recommend us/);
  key($('.bearings-panel-title'), 'Escape');
  assert.equal($('.bearings-panel').hidden, true);
  const link = $('#bearings-row-KR-35 a');
  link.focus();
  link.click();
  await settle();
  assert.equal(window.location.hash, '#KR-35');
  assert.match($('.bearings-panel').textContent, /On its present course: 1\.5 h/);
  key($('.bearings-panel-title'), 'Escape');
  assert.equal(document.activeElement, $('#bearings-row-KR-35 a'));
});

test('the back button goes back', async () => {
  await open();
  $('#bearings-row-O-13 a').click();
  assert.equal($('.bearings-panel').hidden, false);
  window.history.back();
  await settle(100);
  assert.equal($('.bearings-panel').hidden, true);
});

test('a link to something of another unit leads there', async () => {
  await open();
  routes['GET objectives/99'] = { id: 99, key: 'O-99', unit: { id: 2, name: 'Product' }, cycle: null, archived: false };
  const there = workspaceAnswer();
  there.unit = there.units[1];
  there.cycle = null;
  there.objectives = [{ ...there.objectives[1], id: 99, key: 'O-99', keyResults: [] }];
  routes['GET workspace?unit=2&cycle=backlog'] = there;
  window.location.hash = 'O-99';
  await settle(20);
  assert.equal(window.location.search, '?unit=2&cycle=backlog');
  assert.equal($('.bearings-panel').hidden, false);
  assert.equal($('.bearings-panel-kicker').textContent, 'O-99 \u00b7 Onboarding \u00b7 Q4 2026');
});

test('a check-in takes one small form, and Ctrl+Enter', async () => {
  await open();
  routes['POST key-results/34/check-ins'] = (body) => ({ status: 201, body: { id: 9, ...body } });
  $('#bearings-row-KR-34-check-in').click();
  const form = $('#bearings-check-in-KR-34 form');
  assert.equal(document.activeElement, field('Value', form));
  assert.match(form.textContent, /Before: 70 %/);
  assert.equal(form.querySelector('.bearings-confidence input:checked').value, '7');
  type(field('Value', form), '72,5');
  form.querySelector('.bearings-confidence input[value="8"]').click();
  type(field('Comment', form), 'Better mails');
  field('Value', form).dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
  await settle(10);
  const { body, options } = sent('POST', 'key-results/34/check-ins');
  assert.equal(body.value, 72.5);
  assert.equal(body.confidence, 8);
  assert.equal(body.comment, 'Better mails');
  assert.match(body.on, /^\d{4}-\d\d-\d\d$/);
  assert.equal(options.headers['X-Bearings-Client'], 'page');
  assert.match(options.headers['Idempotency-Key'], /^[0-9a-f]{32}$/);
  assert.equal($('#bearings-check-in-KR-34').textContent, '');
  assert.equal(flags.at(-1).options.title, 'KR-34 is checked in');
});

test('what cannot be sent is said at its field, and stays', async () => {
  await open();
  $('#bearings-row-KR-34-check-in').click();
  const form = $('#bearings-check-in-KR-34 form');
  submit(form);
  await settle();
  assert.match(form.textContent, /Type the value/);
  type(field('Value', form), 'many');
  submit(form);
  await settle();
  assert.match(form.textContent, /Type a number/);
  routes['POST key-results/34/check-ins'] = { status: 400, body: { errorMessages: [], errors: { on: 'The cycle is closed.' } } };
  type(field('Value', form), '71');
  submit(form);
  await settle();
  assert.match(form.textContent, /The cycle is closed\./);
  assert.equal(field('Value', form).value, '71');
});

test('a link may lead to the form of a check-in', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#KR-34.check-in`);
  await settle(5);
  assert.ok($('#bearings-check-in-KR-34 form'));
  assert.equal(window.location.hash, '', 'no panel beside it');
});

test('a lost answer does not make a second check-in', async () => {
  await open();
  $('#bearings-row-KR-34-check-in').click();
  const form = $('#bearings-check-in-KR-34 form');
  type(field('Value', form), '71');
  submit(form);
  await settle();
  const first = sent('POST', 'key-results/34/check-ins');
  routes['POST key-results/34/check-ins'] = { status: 201, body: { id: 9 } };
  submit(form);
  await settle(10);
  const second = sent('POST', 'key-results/34/check-ins');
  assert.notEqual(first, second);
  assert.equal(first.options.headers['Idempotency-Key'], second.options.headers['Idempotency-Key']);
});

test('the form of a check-in survives a refresh', async () => {
  await open();
  $('#bearings-row-KR-34-check-in').click();
  const value = field('Value', $('#bearings-check-in-KR-34 form'));
  type(value, '71');
  stored = { ...workspaceAnswer(), stamp: 'two' };
  await live.refresh();
  assert.equal(document.activeElement, value);
  assert.equal(value.value, '71');
});

test('next due goes to the key results that wait, one after the other', async () => {
  await open();
  assert.equal(button('Next due').textContent, 'Next due (2)');
  button('Next due').click();
  assert.ok($('#bearings-check-in-KR-36 form'), 'the own one comes first');
  assert.equal(document.activeElement.tagName, 'SELECT');
  button('Next due').click();
  assert.ok($('#bearings-check-in-KR-35 form'));
  assert.equal($('#bearings-check-in-KR-36 form'), null);
});

test('a new objective is asked for beside the list, with what it is not', async () => {
  await open();
  button('Create').click();
  const panel = $('.bearings-panel');
  assert.match(panel.textContent, /What do you want to do\?/);
  field('Keep something healthy', panel).click();
  assert.equal(panel.querySelector('.bearings-chooser a').getAttribute('href'), '#KPI-new');
  assert.equal(panel.querySelector('form').parentElement.hidden, true);
  field('Finish something', panel).click();
  assert.equal(panel.querySelector('.bearings-chooser a').getAttribute('href'), '#initiative');
  field('Change something', panel).click();
  assert.equal(panel.querySelector('form').parentElement.hidden, false);
  type(field('Objective', panel), 'Reach everybody');
  type(field('Why', panel), 'Not everybody has a mouse');
  type(field('Labels', panel), 'reach, people, reach');
  routes['POST objectives'] = { status: 201, body: { id: 20, key: 'O-20' } };
  stored = workspaceAnswer();
  stored.objectives.push({ ...stored.objectives[3], id: 20, key: 'O-20', title: 'Reach everybody' });
  submit(panel.querySelector('form'));
  await settle(10);
  assert.deepEqual(sent('POST', 'objectives').body, {
    unitId: 3,
    title: 'Reach everybody',
    why: 'Not everybody has a mouse',
    kind: 'ASPIRATIONAL',
    visibility: 'UNIT_VIEWERS',
    labels: ['reach', 'people'],
    reviewOn: null,
    cycleId: 7,
  });
  assert.equal(window.location.hash, '#O-20');
  assert.equal($('.bearings-panel-title').textContent, 'Reach everybody');
});

test('what was typed for a new objective is there again after a look elsewhere', async () => {
  await open();
  button('Create').click();
  type(field('Objective', $('.bearings-panel')), 'Half a thought');
  $('#bearings-row-O-13 a').click();
  assert.match($('.bearings-panel-title').textContent, /indispensable/);
  button('Create').click();
  assert.equal(field('Objective', $('.bearings-panel')).value, 'Half a thought');
});

test('a conflict shows what the other changed and keeps what one typed', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#O-12.edit`);
  const panel = $('.bearings-panel');
  type(field('Objective', panel), 'Mine');
  const theirs = { ...stored.objectives[0], title: 'Theirs', version: 6 };
  let accepted = null;
  routes['PUT objectives/12'] = (body) => {
    if (body.version === 5) {
      return { status: 409, body: { errorMessages: ['Bob changed O-12 while you were editing it.'], errors: {}, current: theirs } };
    }
    accepted = body;
    return { ...theirs, title: body.title };
  };
  submit(panel.querySelector('form'));
  await settle();
  assert.match(panel.textContent, /Bob changed O-12/);
  assert.match(panel.textContent, /Theirs/);
  assert.equal(field('Objective', panel).value, 'Mine');
  submit(panel.querySelector('form'));
  await settle(10);
  assert.equal(accepted.version, 6);
  assert.equal(accepted.title, 'Mine');
  assert.equal(window.location.hash, '#O-12');
});

test('what only the other changed is taken over, and both changes survive', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#KR-34.edit`);
  const panel = $('.bearings-panel');
  type(field('Target', panel), '90');
  const theirs = { ...stored.objectives[0].keyResults[0], title: 'Said better', version: 4 };
  routes['PUT key-results/34'] = (body) =>
    body.version === 3
      ? { status: 409, body: { errorMessages: ['Bob changed KR-34 while you were editing it.'], errors: {}, current: theirs } }
      : { ...theirs, target: body.target };
  submit(panel.querySelector('form'));
  await settle();
  assert.match(panel.textContent, /What you did not touch is taken over.*Key result: Said better/);
  assert.equal(panel.querySelectorAll('.bearings-version').length, 0);
  submit(panel.querySelector('form'));
  await settle(10);
  const { body } = sent('PUT', 'key-results/34');
  assert.deepEqual([body.version, body.title, body.target], [4, 'Said better', 90]);
});

test('an objective has fields of its own, projects and contributing units', async () => {
  stored.objectives[0].fields = { Theme: 'Growth' };
  stored.objectives[0].projects = [{ id: 1, key: 'APP', name: 'Mobile app' }];
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#O-12`);
  const panel = $('.bearings-panel');
  assert.match(panel.textContent, /Jira projectsMobile app \(APP\)/);
  assert.match(panel.textContent, /ThemeGrowth/);
  assert.match(panel.textContent, /Who may read it/);
  button('Edit', panel).click();
  await settle();

  assert.equal(panel.querySelector('details').open, true);
  const names = () => Array.from(panel.querySelectorAll('[aria-label="Name of the field"]'));
  const values = () => Array.from(panel.querySelectorAll('[aria-label="Value of the field"]'));
  assert.deepEqual([...names(), ...values()].map(({ value }) => value), ['Theme', 'Growth']);
  button('Add a field', panel).click();
  assert.equal(document.activeElement, names()[1]);
  type(values()[1], '40 days');
  submit(panel.querySelector('form'));
  await settle();
  assert.match(names()[1].closest('li').textContent, /Give the field a name/);
  assert.equal(names()[1].getAttribute('aria-invalid'), 'true');
  assert.equal(document.activeElement, names()[1]);
  type(names()[1], 'Theme');
  submit(panel.querySelector('form'));
  await settle();
  assert.match(panel.textContent, /There is another field called Theme/);
  type(names()[1], 'Budget');

  routes['GET /jira/rest/api/2/project'] = [
    { id: '1', key: 'APP', name: 'Mobile app' },
    { id: '2', key: 'OPS', name: 'Platform' },
  ];
  type(field('Jira projects', panel), 'ops');
  await settle(260);
  assert.equal(panel.querySelectorAll('.bearings-option').length, 1);
  key(field('Jira projects', panel), 'Enter');
  type(field('Contributing units', panel), 'o');
  await settle(260);
  assert.deepEqual(
    Array.from(panel.querySelectorAll('.bearings-option:not([hidden])'), ({ textContent }) => textContent).filter((text) => !/Platform/.test(text)),
    ['Company', 'Product'],
    'the objective\u2019s own unit is offered'
  );
  key(field('Contributing units', panel), 'ArrowDown');
  key(field('Contributing units', panel), 'Enter');
  panel.querySelector('[aria-label="Take Mobile app (APP) away"]').click();
  assert.deepEqual(Array.from(panel.querySelectorAll('.bearings-chip'), ({ textContent }) => textContent), ['Product', 'Platform (OPS)']);

  panel.querySelector('details').open = false;
  routes['PUT objectives/12'] = { status: 400, body: { errorMessages: [], errors: { 'fields.Budget': 'Too long.', projects: 'No such project.' } } };
  submit(panel.querySelector('form'));
  await settle();
  assert.equal(panel.querySelector('details').open, true, 'what is wrong is folded away');
  assert.match(names()[1].closest('li').textContent, /Too long\./);
  assert.equal(names()[0].closest('li').querySelector('.error').textContent, '');
  assert.match(field('Jira projects', panel).closest('.field-group').textContent, /No such project\./);

  panel.querySelector('[aria-label="Take the field Theme away"]').click();
  assert.equal(document.activeElement, names()[0]);
  routes['PUT objectives/12'] = (body) => ({ ...stored.objectives[0], ...body, version: 6 });
  submit(panel.querySelector('form'));
  await settle(10);
  const { body } = sent('PUT', 'objectives/12');
  assert.deepEqual([body.fields, body.projects, body.contributingUnits], [{ Budget: '40 days' }, ['OPS'], [2]]);
});

test('what nobody touched is not sent, and what the other added is taken over', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#O-12.edit`);
  const panel = $('.bearings-panel');
  const theirs = {
    ...stored.objectives[0],
    version: 6,
    fields: { Theme: 'Growth' },
    contributingUnits: [{ id: 2, name: 'Product' }],
  };
  routes['PUT objectives/12'] = (body) =>
    body.version === 5 ? { status: 409, body: { errorMessages: ['Bob changed O-12.'], errors: {}, current: theirs } } : { ...theirs, version: 7 };
  type(field('Objective', panel), 'Mine');
  submit(panel.querySelector('form'));
  await settle();
  assert.match(panel.textContent, /Contributing units: Product/);
  assert.match(panel.textContent, /Fields of your own: Theme: Growth/);
  submit(panel.querySelector('form'));
  await settle(10);
  const { body } = sent('PUT', 'objectives/12');
  assert.deepEqual([body.title, 'fields' in body, 'contributingUnits' in body, 'projects' in body], ['Mine', false, false, false]);
});

test('a key result that objectives feed can leave out the share of its window', async () => {
  const child = 'Multiply by the share of the window that the child\u2019s cycle covers';
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#O-12.new`);
  let panel = $('.bearings-panel');
  assert.equal(field(child, panel).closest('[hidden]') !== null, true);
  const source = field('Where its value comes from', panel);
  source.value = 'ALIGNED';
  source.dispatchEvent(new Event('change', { bubbles: true }));
  assert.equal(field(child, panel).closest('[hidden]'), null);
  assert.equal(field(child, panel).checked, true);
  live.stop();

  Object.assign(stored.objectives[0].keyResults[0], { source: 'ALIGNED', alignedShare: true });
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#KR-34`);
  assert.match($('.bearings-panel').textContent, /cycle coversOn/);
  button('Edit', $('.bearings-panel')).click();
  await settle();
  panel = $('.bearings-panel');
  field(child, panel).click();
  routes['PUT key-results/34'] = (body) => ({ ...stored.objectives[0].keyResults[0], ...body, version: 4 });
  submit(panel.querySelector('form'));
  await settle(10);
  assert.equal(sent('PUT', 'key-results/34').body.alignedShare, false);
});

test('publishing asks how sure one is', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#O-15`);
  const panel = $('.bearings-panel');
  button('Publish', panel).click();
  submit(panel.querySelector('.bearings-action-form form'));
  await settle();
  assert.match(panel.textContent, /Say how sure you are/);
  panel.querySelector('.bearings-confidence input[value="6"]').click();
  routes['POST objectives/15/publish'] = { status: 400, body: { errorMessages: [], errors: { why: 'Say why.' } } };
  submit(panel.querySelector('.bearings-action-form form'));
  await settle();
  assert.match(panel.textContent, /Say why\./);
  routes['POST objectives/15/publish'] = (body) => ({ ...body, id: 15, key: 'O-15' });
  submit(panel.querySelector('.bearings-action-form form'));
  await settle(10);
  assert.deepEqual(sent('POST', 'objectives/15/publish').body, { version: 5, confidence: 6 });
});

test('aligning asks for a reason where it moves the score of a key result', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#O-13`);
  const panel = $('.bearings-panel');
  const above = { id: 2, key: 'O-2', title: 'Customers recommend us', keyResults: [{ id: 21, key: 'KR-21', title: 'All below arrive' }] };
  routes['GET objectives?q=us&limit=20'] = { objectives: [above] };
  routes['POST objectives/13/alignments'] = { id: 5 };
  button('Align', panel).click();
  const form = panel.querySelector('.bearings-action-form form');
  const reason = field('Reason for the change', form);
  const isAsked = () => !reason.closest('.field-group').hidden;
  const choose = async (index) => {
    const search = form.querySelector('[role=combobox]');
    type(search, 'us');
    key(search, 'ArrowDown');
    await settle();
    form.querySelectorAll('[role=option]')[index].click();
  };
  await choose(0);
  assert.equal(isAsked(), false, 'of an objective as a whole');
  await choose(1);
  assert.equal(isAsked(), true);
  field('How', form).value = 'DEPENDS';
  field('How', form).dispatchEvent(new Event('change', { bubbles: true }));
  assert.equal(isAsked(), false, 'of a dependency');
  field('How', form).value = 'CONTRIBUTES';
  field('How', form).dispatchEvent(new Event('change', { bubbles: true }));
  type(reason, 'It is how we get there');
  submit(form);
  await settle(10);
  assert.deepEqual(sent('POST', 'objectives/13/alignments').body, {
    kind: 'CONTRIBUTES',
    toObjectiveId: 2,
    toKeyResultId: 21,
    reason: 'It is how we get there',
  });
});

test('archiving can be taken back', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#O-13`);
  routes['POST objectives/13/archive'] = { id: 13, version: 6 };
  routes['POST objectives/13/restore'] = { id: 13, version: 7 };
  button('Archive', $('.bearings-panel')).click();
  await settle(10);
  assert.equal($('.bearings-panel').hidden, true);
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle(10);
  assert.deepEqual(sent('POST', 'objectives/13/restore').body, { version: 6 });
  assert.equal($('.bearings-panel').hidden, false);
});

test('a key result asks for what its source needs', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#O-12.new`);
  const panel = $('.bearings-panel');
  const shown = (label) => {
    let element = field(label, panel);
    while (element !== panel) {
      if (element.hidden) {
        return false;
      }
      element = element.parentElement;
    }
    return true;
  };
  assert.ok(shown('Baseline') && shown('Target') && !shown('At least') && !shown('Currency'));
  const source = field('Where its value comes from', panel);
  source.value = 'MAINTAIN';
  source.dispatchEvent(new Event('change', { bubbles: true }));
  assert.ok(shown('At least') && !shown('Baseline'));
  type(field('Key result', panel), 'Availability stays');
  type(field('At least', panel), '99,9');
  const measure = field('Unit of measure', panel);
  measure.value = 'PERCENT';
  measure.dispatchEvent(new Event('change', { bubbles: true }));
  routes['POST objectives/12/key-results'] = { status: 201, body: { id: 50, key: 'KR-50' } };
  stored = workspaceAnswer();
  stored.objectives[0].keyResults.push(keyResult(50));
  routes['GET key-results/50/forecast'] = { projection: null };
  submit(panel.querySelector('form'));
  await settle(10);
  assert.deepEqual(sent('POST', 'objectives/12/key-results').body, {
    title: 'Availability stays',
    source: 'MAINTAIN',
    due: null,
    weight: null,
    measure: { kind: 'PERCENT' },
    bounds: { low: 99.9, high: null },
  });
  assert.equal(window.location.hash, '#KR-50');
});

test('numbers that are none are said at their fields', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#KR-34.edit`);
  const panel = $('.bearings-panel');
  type(field('Target', panel), 'a lot');
  type(field('Weight', panel), '1e308x');
  type(field('Checkpoints', panel), 'soon 3');
  submit(panel.querySelector('form'));
  await settle();
  const wrong = Array.from(panel.querySelectorAll('.error'), (each) => each.textContent).filter(Boolean);
  assert.equal(wrong.length, 3);
  assert.equal(requests.filter(({ method }) => method === 'PUT').length, 0);
});

test('who may only read gets nothing to press that would be refused', async () => {
  stored.unit = { ...stored.unit, may: ['SEE', 'FOLLOW'] };
  stored.objectives.forEach((each) => {
    each.may = ['SEE', 'FOLLOW'];
    each.keyResults.forEach((one) => {
      one.may = ['SEE'];
    });
  });
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#O-12`);
  assert.equal(button('Create').hidden, true);
  assert.equal($$('.bearings-row-actions button').length, 0);
  assert.deepEqual(
    Array.from($('.bearings-panel-actions').querySelectorAll('button'), (each) => each.textContent),
    ['Follow']
  );
});

test('a first load that is refused says so and can be tried again', async () => {
  routes['GET workspace'] = { status: 503, body: { errorMessages: ['The database does not answer.'], errors: {} } };
  await open();
  assert.match($('[role=alert]').textContent, /The database does not answer\./);
  routes['GET workspace'] = () => stored;
  button('Try again').click();
  await settle(10);
  assert.equal($$('.bearings-row').length, 4);
});

test('who sees no unit is told what is missing', async () => {
  stored = { unit: null, cycle: null, units: [], cycles: [], objectives: [], stamp: '' };
  await open();
  assert.match(root.textContent, /do not see any unit yet/);
  stored = workspaceAnswer();
  await live.refresh();
  assert.equal($$('.bearings-row').length, 4);
});

test('old figures say that they are old', async () => {
  await open();
  routes[`GET workspace/stamp?${HERE}`] = { status: 503, body: { errorMessages: ['No answer.'], errors: {} } };
  await live.refresh();
  assert.match($('.bearings-stale').textContent, /not up to date\. No answer\./);
  assert.equal($$('.bearings-row').length, 4);
});

test('the inbox counts what is unread, and reading it leads to where it was said', async () => {
  await open();
  assert.equal($('.bearings-count').textContent, '3');
  routes['GET inbox'] = {
    items: [
      {
        id: 5,
        kind: 'MENTION',
        by: BOB,
        at: '2026-11-20T09:00:00Z',
        subject: { kind: 'objective', id: 12, key: 'O-12', title: 'Make the first week' },
        text: 'Look, [~ann] <b>',
        mentions: [{ key: 'ann', name: 'Ann Lead' }],
        read: false,
      },
    ],
    unread: 1,
    next: null,
  };
  routes['POST inbox/5/read'] = { status: 204 };
  $('.bearings-inbox-button').click();
  await settle();
  const panel = $('.bearings-panel');
  assert.match(panel.textContent, /Bob Member.*mentioned you/);
  assert.match(panel.textContent, /Look, @Ann Lead <b>/);
  panel.querySelector('[data-inbox-id]').click();
  await settle();
  assert.ok(sent('POST', 'inbox/5/read'));
  assert.equal(window.location.hash, '#O-12');
});

test('a conversation sends the keys of people who are named', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#O-12`);
  routes['GET threads/objective/12'] = { remarks: [] };
  routes['GET /jira/rest/api/2/user/picker?maxResults=8&query=Bo'] = { users: [{ key: 'bob', name: 'bob', displayName: 'Bob Member' }] };
  const panel = $('.bearings-panel');
  Array.from(panel.querySelectorAll('[role=tab]')).find((each) => each.textContent === 'Conversation').click();
  await settle();
  assert.match(panel.textContent, /Nobody has written anything yet/);
  const text = field('Write a remark', panel);
  text.value = 'Look @Bo';
  text.setSelectionRange(8, 8);
  text.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(170);
  key(text, 'Enter');
  assert.equal(text.value, 'Look @Bob Member ');
  let remarks = [];
  routes['POST threads/objective/12'] = ({ text: written }) => {
    remarks = [{ id: 1, by: BOB, at: '2026-11-20T09:00:00Z', text: written, mentions: [{ key: 'bob', name: 'Bob Member' }] }];
    return { status: 201, body: remarks[0] };
  };
  routes['GET threads/objective/12'] = () => ({ remarks });
  submit(text.closest('form'));
  await settle(10);
  assert.equal(sent('POST', 'threads/objective/12').body.text, 'Look [~bob] ');
  assert.match(panel.querySelector('.bearings-remarks').textContent, /Look @Bob Member/);
});

test('something to finish becomes an issue that serves a key result', async () => {
  stored.unit = { ...stored.unit, projects: [{ id: 1, key: 'APP', name: 'App' }] };
  routes['GET /jira/rest/api/2/project'] = [{ key: 'OPS', name: 'Operations' }, { key: 'APP', name: 'App' }];
  routes['GET /jira/rest/api/2/issue/createmeta/APP/issuetypes'] = {
    values: [{ name: 'Story', subtask: false }, { name: 'Sub-task', subtask: true }],
  };
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#initiative`);
  await settle(10);
  const panel = $('.bearings-panel');
  assert.equal(field('Project', panel).value, 'APP');
  assert.equal(field('Issue type', panel).value, 'Story');
  type(field('Summary', panel), 'Write the guide');
  field('Serves', panel).value = '34';
  routes['POST /jira/rest/api/2/issue'] = { status: 400, body: { errorMessages: [], errors: { summary: 'Too short.' } } };
  submit(panel.querySelector('form'));
  await settle();
  assert.match(panel.textContent, /Too short\./);
  routes['POST /jira/rest/api/2/issue'] = { status: 201, body: { id: '1', key: 'APP-9' } };
  routes['POST key-results/34/links'] = { attached: [{ linkId: 1, issueKey: 'APP-9' }], already: [] };
  submit(panel.querySelector('form'));
  await settle(10);
  assert.deepEqual(sent('POST', '/jira/rest/api/2/issue').body.fields, {
    summary: 'Write the guide',
    project: { key: 'APP' },
    issuetype: { name: 'Story' },
  });
  assert.deepEqual(sent('POST', 'key-results/34/links').body, { issueKeys: ['APP-9'] });
  assert.equal($('.bearings-panel').hidden, true);
});

test('a history names people, fields and moved goalposts, and leads may consent', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#KR-34`);
  const changes = [
    { id: 2, field: 'target', from: '90', to: '82', by: { key: 'ann', name: 'Ann Lead' }, at: '2026-11-01T09:00:00Z', reason: 'The market shrank.', label: 'MOVED_GOALPOST', scoreBefore: 0.33, scoreAfter: 0.45 },
    { id: 1, field: 'state', from: 'DRAFT', to: 'ACTIVE', by: { key: 'gone', name: 'gone' }, at: '2026-10-01T09:00:00Z', reason: null, label: null, scoreBefore: null, scoreAfter: null },
  ];
  routes['GET key-results/34/history'] = () => ({ changes, next: null });
  routes['POST history/2/consent'] = () => {
    changes[0].label = 'ADJUSTMENT';
    return { status: 204 };
  };
  const panel = $('.bearings-panel');
  Array.from(panel.querySelectorAll('[role=tab]')).find((each) => each.textContent === 'History').click();
  await settle();
  assert.match(panel.textContent, /Target: 90 \u2192 82 Moved goalpost.*Ann Lead.*Score 0\.33 \u2192 0\.45/);
  assert.match(panel.textContent, /Status: Draft \u2192 Active.*gone/);
  button('Consent', panel).click();
  await settle(10);
  assert.match(panel.textContent, /Adjustment/);
});

test('a history says in words what feeds a key result', async () => {
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#KR-34`);
  const ann = { by: { key: 'ann', name: 'Ann Lead' }, reason: null, label: null, scoreBefore: 0.3, scoreAfter: 0.4 };
  const changes = [
    { id: 3, field: 'contribution', from: 'O-5 = 1', to: 'O-5 = 2', at: '2026-11-03T09:00:00Z', ...ann },
    { id: 2, field: 'contribution', from: null, to: 'O-5 = 1', at: '2026-11-02T09:00:00Z', ...ann },
    { id: 5, field: 'source', from: 'MANUAL', to: 'JQL', at: '2026-11-01T09:00:00Z', ...ann },
    { id: 4, field: 'kind', from: 'ASPIRATIONAL', to: 'COMMITTED', at: '2026-11-01T09:00:00Z', ...ann },
    { id: 1, field: 'alignedShare', from: 'true', to: 'false', at: '2026-11-01T09:00:00Z', ...ann },
  ];
  routes['GET key-results/34/history'] = { changes, next: null };
  const panel = $('.bearings-panel');
  Array.from(panel.querySelectorAll('[role=tab]')).find((each) => each.textContent === 'History').click();
  await settle();
  assert.match(panel.textContent, /Somebody enters it \u2192 A Jira metric/);
  assert.match(panel.textContent, /Aspirational \u2192 Committed/i);
  assert.match(panel.textContent, /Contribution: O-5 = 1 \u2192 O-5 = 2/);
  assert.match(panel.textContent, /Contribution: \u2013 \u2192 O-5 = 1/);
  assert.match(panel.textContent, /Share of the window: On \u2192 Off/);
});

test('a forecast is said with no more digits than it is good for', async () => {
  routes['GET key-results/34/forecast'] = { slopePerWeek: 1, projection: 2.094286, low: 0.012345, high: 12345.678, probability: 0.8, why: null };
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#KR-34`);
  const said = $('.bearings-panel').textContent;
  assert.match(said, /2\.09 %/);
  assert.match(said, /0\.012\d* %.*12,346 %/);
});

test('without a forecast there is nothing about it', async () => {
  routes['GET key-results/34/forecast'] = { status: 404, body: { errorMessages: [], errors: {} } };
  await open(`/jira/secure/BearingsWorkspace.jspa?${HERE}#KR-34`);
  await settle(10);
  const titles = Array.from($('.bearings-panel').querySelectorAll('h3'), ({ textContent }) => textContent);
  assert.ok(!titles.includes('Forecast'));
});
