import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { answer, flags, key, page, requests, settle, type } from './browser.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import { modelOf } from '../src/workspace/model.js';
import { objectiveView } from '../src/workspace/details.js';
import '../src/workspace-marks.js';

const WEIGH = 'PUT alignments/4';

let stored;
let routes;
let reloads;
let view;

const $ = (selector) => document.querySelector(selector);
const input = () => $('.bearings-arrow-weight');
const error = () => document.getElementById(input().getAttribute('aria-describedby'));
const reason = () => $('.bearings-arrow-reason');
const askedWhy = () => !$('.bearings-arrow-why').hidden;
const sent = () => requests.filter(({ method }) => method === 'PUT').map(({ path, body }) => [path, body]);
const arrow = () => stored.objectives[0].parents[0];

function open() {
  page('<div id="here"></div>');
  const reload = async () => {
    reloads += 1;
    view.update(modelOf(stored));
  };
  view = objectiveView({ me: 'ann', reload }, modelOf(stored).byKey.get('O-12'));
  $('#here').append(view.element);
}

beforeEach(() => {
  stored = workspaceAnswer();
  reloads = 0;
  routes = {
    [WEIGH]({ weight }) {
      arrow().weight = weight;
      return { id: 4, weight };
    },
  };
  answer(routes);
  open();
});

test('Enter saves another weight, and the field keeps the focus', async () => {
  const field = input();
  assert.equal($(`label[for="${field.id}"]`).textContent, 'Weight KR-21');
  assert.equal(field.value, '1');
  field.focus();
  type(field, '2,5');
  assert.equal(key(field, 'Enter').defaultPrevented, true);
  await settle();
  assert.deepEqual(sent(), [['alignments/4', { weight: 2.5 }]]);
  assert.equal(reloads, 1);
  assert.equal(input(), field);
  assert.equal(field.value, '2.5');
  assert.equal(document.activeElement, field);
  assert.equal(flags.at(-1).options.title, 'The contribution to KR-21 counts 2.5 now');
});

test('a reason can be given once another weight is typed, and goes with it', async () => {
  assert.equal(askedWhy(), false);
  input().focus();
  type(input(), '2');
  assert.equal(askedWhy(), true);
  assert.equal($(`label[for="${reason().id}"]`).textContent, 'Reason for the change');
  assert.match(document.getElementById(reason().getAttribute('aria-describedby').split(' ')[1]).textContent, /moved goalpost/);
  reason().focus();
  await settle();
  assert.deepEqual(sent(), [], 'going from one field to the other saves nothing');
  type(reason(), ' Two teams work on it now ');
  key(reason(), 'Enter');
  await settle();
  assert.deepEqual(sent(), [['alignments/4', { weight: 2, reason: 'Two teams work on it now' }]]);
  assert.equal(document.activeElement, input());
  assert.equal(askedWhy(), false);
  assert.equal(reason().value, '');
});

test('leaving both fields saves, and Escape in the reason takes all of it back', async () => {
  input().focus();
  type(input(), '2');
  reason().focus();
  type(reason(), 'Because');
  assert.equal(key(reason(), 'Escape').defaultPrevented, true);
  assert.deepEqual([input().value, reason().value, askedWhy()], ['1', '', false]);
  type(input(), '3');
  reason().focus();
  type(reason(), 'Because');
  reason().blur();
  await settle();
  assert.deepEqual(sent(), [['alignments/4', { weight: 3, reason: 'Because' }]]);
});

test('typing the stored weight again asks for no reason', () => {
  type(input(), '12');
  type(input(), '1');
  assert.equal(askedWhy(), false);
});

test('a reason that is refused is said at its field, and another one can be sent', async () => {
  routes[WEIGH] = { status: 400, body: { errorMessages: [], errors: { reason: 'This is too long.' } } };
  input().focus();
  type(input(), '2');
  reason().focus();
  type(reason(), 'x'.repeat(300));
  key(reason(), 'Enter');
  await settle();
  assert.equal(document.getElementById(reason().getAttribute('aria-describedby').split(' ')[0]).textContent, 'This is too long.');
  assert.equal(reason().getAttribute('aria-invalid'), 'true');
  assert.equal(error().textContent, '');
  assert.equal(input().hasAttribute('aria-invalid'), false);
  type(reason(), 'Shorter');
  reason().blur();
  await settle();
  assert.equal(sent().length, 2);
});

test('leaving the field saves too, once, and only what is another weight', async () => {
  input().focus();
  type(input(), '1.0');
  input().blur();
  await settle();
  assert.deepEqual(sent(), []);
  assert.equal(input().value, '1');
  input().focus();
  type(input(), '3');
  key(input(), 'Enter');
  key(input(), 'Enter');
  input().blur();
  await settle();
  assert.equal(sent().length, 1);
  input().focus();
  type(input(), '');
  input().blur();
  await settle();
  assert.deepEqual(sent().at(-1), ['alignments/4', { weight: 1 }]);
  assert.equal(input().value, '1');
});

test('Escape takes back what was typed; only then it is for the panel', () => {
  type(input(), '7');
  assert.equal(key(input(), 'Escape').defaultPrevented, true);
  assert.equal(input().value, '1');
  assert.equal(key(input(), 'Escape').defaultPrevented, false);
  assert.deepEqual(sent(), []);
});

test('what is no number, and what is refused, is said at the field', async () => {
  input().focus();
  type(input(), 'twice');
  key(input(), 'Enter');
  await settle();
  assert.match(error().textContent, /number/);
  assert.equal(input().getAttribute('aria-invalid'), 'true');
  assert.equal(input().value, 'twice');
  routes[WEIGH] = { status: 400, body: { errorMessages: [], errors: { weight: 'This cannot be negative.' } } };
  type(input(), '-1');
  key(input(), 'Enter');
  await settle();
  assert.equal(error().textContent, 'This cannot be negative.');
  input().blur();
  await settle();
  assert.equal(sent().length, 1, 'what was refused is not sent again by leaving');
  assert.equal(reloads, 0);
  key(input(), 'Escape');
  assert.equal(input().value, '1');
  assert.equal(error().textContent, '');
  assert.equal(input().hasAttribute('aria-invalid'), false);
  routes[WEIGH] = { status: 503, body: { errorMessages: ['The database does not answer.'], errors: {} } };
  type(input(), '2');
  key(input(), 'Enter');
  await settle();
  assert.equal(error().textContent, 'The database does not answer.');
});

test('what somebody else saved is shown, but not over what one is typing', () => {
  const field = input();
  arrow().weight = 4;
  view.update(modelOf(stored));
  assert.equal(field.value, '4');
  type(field, '6');
  arrow().weight = 5;
  view.update(modelOf(stored));
  assert.equal(input(), field);
  assert.equal(field.value, '6');
  key(field, 'Escape');
  assert.equal(field.value, '5');
});

test('what contributes to an objective as a whole moves no score and has no weight', () => {
  Object.assign(arrow(), { keyResultId: null, keyResultKey: null });
  open();
  assert.equal(input(), null);
  assert.doesNotMatch($('#bearings-alignment-4').textContent, /weight/i);
  stored.objectives[0].may = ['COMMENT'];
  open();
  assert.doesNotMatch($('#bearings-alignment-4').textContent, /weight/i);
});

test('whoever may not edit the objective reads the weight, and only a contribution has one', () => {
  stored.objectives[0].may = ['COMMENT'];
  arrow().weight = 2;
  open();
  assert.equal(input(), null);
  assert.match($('#bearings-alignment-4').textContent, /weight 2/);
  stored.objectives[0].may = ['EDIT_OBJECTIVE'];
  arrow().kind = 'DEPENDS';
  open();
  assert.equal(input(), null);
  assert.doesNotMatch($('#bearings-alignment-4').textContent, /weight/i);
});
