import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { key, page, settle, type } from './browser.mjs';
import { combobox } from '../src/lib/combobox.js';
import { h } from '../src/lib/dom.js';

const ALL = [
  { label: 'O-1', options: [{ id: '1', label: 'One' }, { id: '2', label: 'Two', disabled: true }] },
  { label: 'O-2', options: [{ id: '3', label: 'Three', hint: 'KR-3' }] },
];

let input;
let asked;
let chosen;
let found;
let element;

beforeEach(() => {
  asked = [];
  chosen = [];
  found = () => ({ groups: ALL, empty: '' });
  input = h('input', { id: 'field' });
  ({ element } = combobox(input, {
    label: 'Things',
    search: async (query) => {
      asked.push(query);
      return found(query);
    },
    choose: (option) => chosen.push(option.id),
  }));
  page('').append(element);
  input.focus();
});

const list = () => element.querySelector('[role=listbox]');
const active = () => {
  const id = input.getAttribute('aria-activedescendant');
  return id && document.getElementById(id).querySelector('.bearings-option-label').textContent;
};

test('follows the combobox pattern', async () => {
  assert.equal(input.getAttribute('role'), 'combobox');
  assert.equal(input.getAttribute('aria-expanded'), 'false');
  assert.equal(input.getAttribute('aria-controls'), list().id);
  key(input, 'ArrowDown');
  await settle();
  assert.equal(input.getAttribute('aria-expanded'), 'true');
  assert.equal(list().getAttribute('aria-label'), 'Things');
  const group = list().querySelector('[role=group]');
  assert.equal(document.getElementById(group.getAttribute('aria-labelledby')).textContent, 'O-1');
  assert.equal(list().querySelectorAll('[aria-selected=true]').length, 1);
  assert.equal(active(), 'One');
});

test('arrows go round, Enter chooses, what is disabled is not chosen', async () => {
  key(input, 'ArrowDown');
  await settle();
  key(input, 'ArrowDown');
  assert.equal(active(), 'Two');
  key(input, 'Enter');
  assert.deepEqual(chosen, []);
  key(input, 'ArrowDown');
  key(input, 'ArrowDown');
  assert.equal(active(), 'One');
  key(input, 'ArrowUp');
  assert.equal(active(), 'Three');
  const event = key(input, 'Enter');
  assert.ok(event.defaultPrevented, 'the form would be submitted');
  assert.deepEqual(chosen, ['3']);
  assert.ok(list().hidden);
});

test('Escape closes the list and nothing around it', async () => {
  let reached = 0;
  document.body.addEventListener('keydown', () => { reached += 1; }, { once: true });
  key(input, 'ArrowDown');
  await settle();
  reached = 0;
  const first = key(input, 'Escape');
  assert.ok(list().hidden);
  assert.ok(first.defaultPrevented);
  assert.equal(reached, 0);
  const second = key(input, 'Escape');
  assert.ok(!second.defaultPrevented, 'the dialog around it may close now');
});

test('searches once when the typing pauses', async () => {
  type(input, 'o');
  type(input, 'on');
  type(input, ' one ');
  await settle(260);
  assert.deepEqual(asked, ['one']);
});

test('a slow answer to an older question is not shown', async () => {
  let slow;
  found = () => new Promise((resolve) => { slow = resolve; });
  key(input, 'ArrowDown');
  await settle();
  found = () => ({ groups: [{ options: [{ id: '9', label: 'New' }] }], empty: '' });
  type(input, 'new');
  await settle(260);
  slow({ groups: ALL, empty: '' });
  await settle();
  assert.equal(active(), 'New');
});

test('says why nothing is found', async () => {
  found = (query) => ({ groups: [], empty: `Nothing for ${query}` });
  type(input, 'x');
  await settle(260);
  assert.ok(list().hidden);
  assert.equal(element.querySelector('[role=status]').textContent, 'Nothing for x');
  assert.equal(input.getAttribute('aria-expanded'), 'false');
  const event = key(input, 'Enter');
  assert.ok(event.defaultPrevented);
  assert.deepEqual(chosen, []);
});

test('says why it cannot search', async () => {
  found = () => {
    throw new Error('Jira cannot be reached.');
  };
  key(input, 'ArrowDown');
  await settle();
  assert.equal(element.querySelector('[role=status]').textContent, 'Jira cannot be reached.');
});

test('a click chooses, leaving the field closes', async () => {
  input.click();
  await settle();
  list().querySelectorAll('[role=option]')[2].click();
  assert.deepEqual(chosen, ['3']);
  input.click();
  await settle();
  assert.ok(!list().hidden);
  input.blur();
  assert.ok(list().hidden);
});

test('Enter before the list is there shows it and does not send the form', async () => {
  let sent = 0;
  const form = h('form', {});
  element.replaceWith(form);
  form.append(element);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sent += 1;
  });
  input.focus();
  type(input, 'th');
  const pressed = key(input, 'Enter');
  await settle();
  assert.equal(pressed.defaultPrevented, true);
  assert.equal(sent, 0);
  assert.equal(input.getAttribute('aria-expanded'), 'true');
  assert.deepEqual(asked, ['th']);
  key(input, 'Enter');
  assert.deepEqual(chosen, ['1']);
});
