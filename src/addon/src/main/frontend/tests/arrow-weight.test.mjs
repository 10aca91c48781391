import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { answer, flags, key, page, requests, settle, type } from './browser.mjs';
import { workspaceAnswer } from './workspace-answer.mjs';
import { modelOf } from '../src/workspace/model.js';
import { objectiveView } from '../src/workspace/details.js';

const WEIGH = 'PUT alignments/4';

let stored;
let routes;
let reloads;
let view;

const $ = (selector) => document.querySelector(selector);
const input = () => $('.bearings-arrow-weight');
const error = () => document.getElementById(input().getAttribute('aria-describedby'));
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
  assert.equal($(`label[for="${field.id}"]`).textContent, 'Weight O-2');
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
  assert.equal(flags.at(-1).options.title, 'The contribution to O-2 counts 2.5 now');
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
