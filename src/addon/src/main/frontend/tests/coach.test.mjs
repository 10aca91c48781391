import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, page, requests, settle, type } from './browser.mjs';
import { coach, MAKE_INITIATIVE } from '../src/lib/coach.js';
import { field, parseNumber, textArea, textInput } from '../src/lib/fields.js';

const OBJECTIVE = 'POST coach/objective';
const KEY_RESULT = 'POST coach/key-result';
const TASK = {
  rule: 'task',
  severity: 'WARNING',
  reason: 'Finished by doing it.',
  better: '[What changes]',
  usable: false,
  action: 'MAKE_INITIATIVE',
  start: 0,
  end: 6,
};
const PLAIN = {
  rule: 'unreadable',
  severity: 'WARNING',
  reason: 'Jargon.',
  better: 'Use <b>tools</b>',
  usable: true,
  action: null,
  start: null,
  end: null,
};
const HINT = { rule: 'few-key-results', severity: 'HINT', reason: 'Two.', better: null, usable: false, action: null, start: null, end: null };
const NO_WHY = { rule: 'no-why', severity: 'WARNING', reason: 'No why.', better: null, usable: false, action: null, start: null, end: null };

let title;
let why;
let routes;
let attached;
let findings;

/** Just over the pause after which the coach reads. */
const PAUSE = 450;

beforeEach(() => {
  title = field({ name: 'title', label: 'Objective', description: 'What is different' }, textInput(''));
  why = field({ name: 'why', label: 'Why' }, textArea(''));
  const body = page('');
  body.append(title.element, why.element);
  findings = [];
  routes = { [OBJECTIVE]: () => ({ findings }), [KEY_RESULT]: () => ({ findings }) };
  answer(routes);
  attached = coach({
    about: 'objective',
    title: title.control,
    why: why.control,
    read: () => ({ title: title.control.value, why: why.control.value || undefined }),
  });
});

afterEach(() => attached.stop());

const items = (of = title) => Array.from(of.element.querySelectorAll('.bearings-finding'));
const buttonOf = (item, text) => Array.from(item.querySelectorAll('button')).find((each) => each.textContent === text);
const described = (control) => (control.getAttribute('aria-describedby') || '').split(' ');

test('reads when somebody pauses, not at every letter', async () => {
  findings = [TASK];
  type(title.control, 'L');
  type(title.control, 'La');
  await settle(100);
  type(title.control, 'Launch it');
  assert.equal(requests.length, 0);
  await settle(PAUSE);
  assert.deepEqual(requests.map(({ body }) => body), [{ title: 'Launch it' }]);
  assert.equal(requests[0].options.headers['X-Atlassian-Token'], 'no-check');
  assert.equal(items().length, 1);
});

test('says what it is about, how much it matters, and what would be better', async () => {
  findings = [TASK, HINT];
  type(title.control, 'Launch it');
  await attached.ask();
  const [warning, hint] = items();
  assert.equal(warning.querySelector('.bearings-finding-severity').textContent, 'Warning');
  assert.equal(warning.querySelector('q').textContent, 'Launch');
  assert.match(warning.textContent, /Finished by doing it\./);
  assert.match(warning.querySelector('.bearings-finding-better').textContent, /^Better: \[What changes\]$/);
  assert.equal(hint.querySelector('.bearings-finding-severity').textContent, 'Hint');
  assert.equal(hint.querySelector('q'), null);
  assert.equal(hint.querySelector('button'), null);
  assert.equal(buttonOf(warning, 'Use this wording'), undefined, 'a pattern cannot be used as it is');
});

test('is announced, and describes the field beside what describes it already', async () => {
  const before = described(title.control);
  findings = [TASK];
  type(title.control, 'Launch it');
  await attached.ask();
  const live = title.element.querySelector('[aria-live=polite]');
  assert.deepEqual(described(title.control), [...before, live.id]);
  findings = [];
  type(title.control, 'Calm nights');
  await attached.ask();
  assert.deepEqual(described(title.control), before);
  assert.equal(live.textContent, '');
});

test('what is said about the why stands at the why', async () => {
  findings = [TASK, NO_WHY];
  type(why.control, 'TBD');
  await settle(PAUSE);
  assert.deepEqual(items(title).map((each) => each.dataset.bearingsRule), ['task']);
  assert.deepEqual(items(why).map((each) => each.dataset.bearingsRule), ['no-why']);
  assert.deepEqual(requests.at(-1).body, { title: '', why: 'TBD' });
});

test('a wording that can be used replaces the text, as text, and is read again', async () => {
  findings = [PLAIN];
  type(title.control, 'Leverage tools');
  await attached.ask();
  const button = buttonOf(items()[0], 'Use this wording');
  assert.equal(button.getAttribute('type'), 'button');
  assert.equal(items()[0].querySelector('b'), null);
  findings = [];
  button.focus();
  button.click();
  assert.equal(title.control.value, 'Use <b>tools</b>');
  assert.equal(document.activeElement, title.control);
  await settle(PAUSE);
  assert.deepEqual(requests.at(-1).body, { title: 'Use <b>tools</b>' });
  assert.equal(items().length, 0);
});

test('a task can be made an initiative', async () => {
  findings = [TASK];
  type(title.control, ' Launch it ');
  await attached.ask();
  const heard = [];
  const listener = (event) => heard.push(event);
  document.body.addEventListener(MAKE_INITIATIVE, listener);
  buttonOf(items()[0], 'Make this an initiative').click();
  document.body.removeEventListener(MAKE_INITIATIVE, listener);
  assert.deepEqual(heard.map(({ detail }) => detail), [{ text: 'Launch it' }]);
  assert.equal(heard[0].target, title.control);
});

test('an answer to an older text is dropped', async () => {
  let finish;
  routes[OBJECTIVE] = () => ({ findings: [TASK] });
  answer(routes);
  const inner = globalThis.fetch;
  let first = true;
  globalThis.fetch = async (...call) => {
    if (first) {
      first = false;
      await new Promise((resolve) => { finish = resolve; });
    }
    return inner(...call);
  };
  type(title.control, 'Launch it');
  const slow = attached.ask();
  routes[OBJECTIVE] = () => ({ findings: [] });
  type(title.control, 'Calm nights');
  await attached.ask();
  routes[OBJECTIVE] = () => ({ findings: [TASK] });
  finish();
  await slow;
  assert.equal(items().length, 0);
});

test('the same text is not asked about twice, and the same findings are not announced twice', async () => {
  findings = [TASK];
  type(title.control, 'Launch it');
  await attached.ask();
  const [item] = items();
  await attached.ask();
  assert.equal(requests.length, 1);
  type(title.control, 'Launch it!');
  await attached.ask();
  assert.equal(requests.length, 2);
  assert.equal(items()[0], item);
});

test('nothing typed is not asked about', async () => {
  findings = [TASK];
  type(title.control, 'Launch it');
  await attached.ask();
  type(title.control, '   ');
  await attached.ask();
  assert.equal(requests.length, 1);
  assert.equal(items().length, 0);
});

test('is silent when it is refused, and keeps nobody from typing on', async () => {
  findings = [TASK];
  type(title.control, 'Launch it');
  await attached.ask();
  routes[OBJECTIVE] = { status: 400, body: { errorMessages: [], errors: { title: 'Too long.' } } };
  type(title.control, 'Launch it and more');
  await attached.ask();
  assert.equal(items().length, 0);
  assert.equal(title.control.hasAttribute('aria-invalid'), false);
});

test('a mistake of ours is not taken for a refusal', async () => {
  routes[OBJECTIVE] = { findings: 7 };
  type(title.control, 'Launch it');
  await assert.rejects(attached.ask(), TypeError);
});

test('a finding that goes away does not take the focus along', async () => {
  findings = [TASK];
  type(title.control, 'Launch it');
  await attached.ask();
  buttonOf(items()[0], 'Make this an initiative').focus();
  findings = [];
  title.control.value = 'Calm nights';
  await attached.ask();
  assert.equal(document.activeElement, title.control);
});

test('a key result is read with its numbers, and again when one of them changes', async () => {
  attached.stop();
  const baseline = textInput('');
  title.element.after(baseline);
  attached = coach({
    about: 'key-result',
    title: title.control,
    others: [baseline],
    read: () => ({ title: title.control.value, baseline: parseNumber(baseline.value) }),
  });
  type(title.control, 'Raise conversion to 5 %');
  await settle(PAUSE);
  type(baseline, '3,5');
  await settle(PAUSE);
  assert.deepEqual(
    requests.map(({ path, body }) => [path, body]),
    [
      ['coach/key-result', { title: 'Raise conversion to 5 %' }],
      ['coach/key-result', { title: 'Raise conversion to 5 %', baseline: 3.5 }],
    ]
  );
  findings = [TASK];
  type(baseline, 'three');
  await settle(PAUSE);
  assert.equal(requests.length, 2, 'a number that cannot be read is not sent');
});

test('a mistake while reading the form is not hidden', async () => {
  attached.stop();
  attached = coach({
    about: 'objective',
    title: title.control,
    read: () => {
      throw new TypeError('mistake');
    },
  });
  await assert.rejects(attached.ask(), TypeError);
});

test('the number of key results is said beside them, where there is a place', async () => {
  attached.stop();
  const section = document.createElement('section');
  title.element.after(section);
  attached = coach({
    about: 'objective',
    title: title.control,
    keyResults: section,
    read: () => ({ title: title.control.value, keyResults: [] }),
  });
  findings = [HINT];
  await attached.ask();
  assert.deepEqual(requests.at(-1).body, { title: '', keyResults: [] });
  assert.equal(items().length, 0);
  assert.equal(section.nextElementSibling.querySelectorAll('.bearings-finding').length, 1);
  assert.ok(section.getAttribute('aria-describedby'));
});

test('stops for good, and leaves the form as it was', async () => {
  const before = described(title.control);
  findings = [TASK];
  type(title.control, 'Launch it');
  await attached.ask();
  attached.stop();
  assert.equal(title.element.querySelector('.bearings-coach'), null);
  assert.deepEqual(described(title.control), before);
  type(title.control, 'Launch more');
  await settle(PAUSE);
  assert.equal(requests.length, 1);
});
