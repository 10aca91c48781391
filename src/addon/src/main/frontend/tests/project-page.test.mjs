import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, flags, golden, key, modules, page, requests, settle, submit, type, visible } from './browser.mjs';
import '../src/project-page.js';

const OVERVIEW = 'GET objectives?project=ABC&cycle=open';
const LINKS = 'GET key-results/34/links';

let overview;
let links;
let routes;
let live;
let root;

const $ = (selector) => document.querySelector(selector);
const dialog = () => $('.bearings-dialog');
const labelled = (label) => {
  const found = Array.from(dialog().querySelectorAll('label')).filter((each) => each.textContent === label);
  return found.map((each) => document.getElementById(each.getAttribute('for')));
};
const errors = () => Array.from(dialog().querySelectorAll('.error'), (each) => each.textContent).filter(Boolean);

beforeEach(() => {
  visible(true);
  overview = JSON.parse(golden('overview.json'));
  links = {
    keyResult: overview.objectives[0].keyResults[0],
    links: [
      { id: 1, issueKey: 'ABC-1', title: 'One <b>', status: 'Done', statusCategory: 'DONE', resolution: 'Done', points: 3 },
      { id: 2, issueKey: 'ABC-2', title: 'Two', status: 'To Do', statusCategory: 'TO_DO', resolution: null, points: null },
    ],
    hidden: 2,
  };
  routes = { [OVERVIEW]: () => structuredClone(overview), [LINKS]: () => links };
  answer(routes);
  window.location.hash = '';
  page(golden('project-page.html'));
  root = $('.bearings-project-page');
  live = modules['bearings/project-page'].projectPage(root);
});

afterEach(() => live.stop());

async function open() {
  $('#KR-34 .bearings-toggle').click();
  await settle();
}

test('opens the issues of a key result when asked, and closes them', async () => {
  await open();
  const list = $('#KR-34-links');
  assert.equal(list.hidden, false);
  assert.equal($('#KR-34 .bearings-toggle').getAttribute('aria-expanded'), 'true');
  assert.deepEqual(Array.from(list.querySelectorAll('li a'), (a) => a.getAttribute('href')), [
    '/jira/browse/ABC-1',
    '/jira/browse/ABC-2',
  ]);
  assert.match(list.textContent, /One <b>/);
  assert.match(list.textContent, /and 2 more that you may not see/);
  await open();
  assert.equal(list.hidden, true);
  assert.equal(list.textContent, '');
});

test('says what is wrong when the issues cannot be read', async () => {
  routes[LINKS] = { status: 503, body: { errorMessages: ['The database does not answer.'], errors: {} } };
  await open();
  assert.equal($('#KR-34-links [role=alert]').textContent, 'The database does not answer.');
});

test('only hidden issues, no issues, and points', async () => {
  Object.assign(links, { links: [], hidden: 1 });
  await open();
  assert.match($('#KR-34-links').textContent, /^1 issue that you may not see/);
  await open();
  links.hidden = 0;
  await open();
  assert.match($('#KR-34-links').textContent, /No issue is attached yet\. Name some below/);
  await open();
  links.keyResult = { ...links.keyResult, weightBy: 'POINTS' };
  links.links = [
    { id: 1, issueKey: 'ABC-1', title: 'One', status: 'Done', statusCategory: 'DONE', resolution: 'Duplicate', points: 2.5 },
    { id: 2, issueKey: 'ABC-2', title: 'Two', status: 'To Do', statusCategory: 'TO_DO', resolution: null, points: null },
  ];
  await open();
  assert.match($('#KR-34-links').textContent, /2\.5 pointsDuplicate/);
  assert.match($('#KR-34-links').textContent, /no estimate/);
});

test('detaches at once, with undo', async () => {
  routes['DELETE key-results/34/links/1'] = () => {
    links.links.shift();
    return { status: 204 };
  };
  routes['POST key-results/34/links'] = ({ issueKeys }) => {
    links.links.push({ id: 3, issueKey: issueKeys[0], title: 'One', status: 'Done', statusCategory: 'DONE', resolution: null, points: null });
    return { attached: [{ linkId: 3, issueKey: issueKeys[0] }], already: [] };
  };
  await open();
  $('#bearings-link-1 .bearings-detach').click();
  await settle(5);
  assert.equal($('#bearings-link-1'), null);
  const flag = flags.at(-1);
  assert.equal(flag.options.title, 'ABC-1 was detached from KR-34');
  flag.querySelector('.bearings-undo').click();
  await settle(5);
  assert.deepEqual(requests.find(({ method }) => method === 'POST').body, { issueKeys: ['ABC-1'] });
  assert.ok($('#bearings-link-3'));
  assert.equal(flags.at(-1).options.title, 'ABC-1 is attached to KR-34 again');
  assert.ok(root.contains(document.activeElement), 'the focus is left nowhere');
});

test('a detachment that is refused is said, and the issue stays', async () => {
  routes['DELETE key-results/34/links/2'] = { status: 403, body: { errorMessages: ['You may not.'], errors: {} } };
  await open();
  $('#bearings-link-2 .bearings-detach').click();
  await settle(5);
  assert.equal(flags.at(-1).options.title, 'You may not.');
  assert.ok($('#bearings-link-2'));
  assert.equal($('#bearings-link-2 .bearings-detach').disabled, false);
});

test('an undo that is refused is said', async () => {
  routes['DELETE key-results/34/links/1'] = { status: 204 };
  routes['POST key-results/34/links'] = { status: 400, body: { errorMessages: [], errors: { issueKeys: 'Gone: ABC-1' } } };
  await open();
  $('#bearings-link-1 .bearings-detach').click();
  await settle(5);
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle(5);
  assert.equal(flags.at(-1).options.title, 'Gone: ABC-1');
});

test('attaches issues by key', async () => {
  let sent;
  routes['POST key-results/34/links'] = (body) => {
    sent = body;
    return { attached: [{ linkId: 9, issueKey: 'ABC-9' }], already: ['ABC-1'] };
  };
  await open();
  const form = $('#KR-34-links form');
  const input = form.querySelector('input');
  submit(form);
  assert.match(form.querySelector('.error').textContent, /at least one/);
  assert.equal(input.getAttribute('aria-invalid'), 'true');
  input.value = ' abc-9, ABC-1;abc-9 ';
  submit(form);
  await settle(5);
  assert.deepEqual(sent, { issueKeys: ['ABC-9', 'ABC-1', 'ABC-9'] });
  assert.equal(input.value, '');
  assert.equal(flags.at(-1).options.title, '1 attached to KR-34. Already there: ABC-1');
});

test('keys that cannot be attached stay in the field with what is wrong', async () => {
  routes['POST key-results/34/links'] = { status: 400, body: { errorMessages: [], errors: { issueKeys: 'No NOPE-1' } } };
  await open();
  const form = $('#KR-34-links form');
  form.querySelector('input').value = 'NOPE-1';
  submit(form);
  await settle(5);
  assert.equal(form.querySelector('.error').textContent, 'No NOPE-1');
  assert.equal(form.querySelector('input').value, 'NOPE-1');
});

test('a refresh moves the numbers, and reads an opened list again when its figures moved', async () => {
  await open();
  const before = requests.length;
  await live.refresh();
  await live.refresh();
  assert.equal(requests.slice(before).filter(({ path }) => path.endsWith('/links')).length, 0);
  Object.assign(overview.objectives[0].keyResults[0], { done: 3, ratio: 1, doneWeight: 3, inProgress: 0, toDo: 0 });
  await live.refresh();
  assert.match($('#KR-34 .bearings-figures').textContent, /3 of 3 issues done·100 %/);
  assert.equal(requests.slice(before).filter(({ path }) => path.endsWith('/links')).length, 1);
});

test('what moved is said, marked, and moves neither focus nor page', async () => {
  await live.refresh();
  assert.equal($('.bearings-news').textContent, '', 'nothing was known before');
  const focused = $('#KR-34 .bearings-toggle');
  focused.focus();
  Object.assign(overview.objectives[0].keyResults[0], { done: 3, ratio: 1, doneWeight: 3, inProgress: 0, toDo: 0 });
  await live.refresh();
  assert.equal($('.bearings-news').getAttribute('role'), 'status');
  assert.equal($('.bearings-news').textContent, 'KR-34: 3 of 3 issues done, 100 % (was 33 %).');
  assert.ok($('#KR-34').classList.contains('bearings-moved'));
  assert.equal(document.activeElement, focused);
  assert.equal($('#KR-34 .bearings-toggle'), focused);
});

test('while the server has nothing new, nothing is drawn', async () => {
  const tags = [];
  routes[OVERVIEW] = (body, headers) => {
    tags.push(headers['If-None-Match']);
    return tags.length > 1 ? { status: 304 } : { status: 200, body: overview, headers: { ETag: 'W/"a"' } };
  };
  await live.refresh();
  await open();
  $('#KR-34').classList.add('drawn-by-hand');
  await live.refresh();
  await live.refresh();
  assert.deepEqual(tags, [undefined, 'W/"a"', 'W/"a"']);
  assert.ok($('#KR-34').classList.contains('drawn-by-hand'));
  assert.equal($('#KR-34-links').hidden, false);
});

test('an objective that is gone is gone, and said to be', async () => {
  await live.refresh();
  overview.objectives.pop();
  await live.refresh();
  assert.equal($('#O-14'), null);
  assert.equal($('.bearings-news').textContent, 'O-14 is gone.');
});

test('figures that cannot be refreshed stay and say that they are old', async () => {
  routes[OVERVIEW] = { status: 503, body: { errorMessages: ['Not now.'], errors: {} } };
  await live.refresh();
  assert.equal($('.bearings-stale').textContent, 'These figures are not up to date. Not now.');
  assert.match($('#KR-34').textContent, /1 of 3 issues done/);
  routes[OVERVIEW] = overview;
  await live.refresh();
  assert.equal($('.bearings-stale').hidden, true);
});

test('the address names an objective, which is shown and gets the focus', async () => {
  window.location.hash = '#O-13';
  window.dispatchEvent(new Event('hashchange'));
  assert.ok($('#O-13').classList.contains('bearings-target'));
  assert.equal(document.activeElement.id, 'O-13-title');
  window.location.hash = '#bearings-project-page';
  window.dispatchEvent(new Event('hashchange'));
  assert.ok($('#O-13').classList.contains('bearings-target'), 'another fragment is not ours');
});

async function openCreate() {
  $('[data-bearings-action="create-objective"]').focus();
  $('[data-bearings-action="create-objective"]').click();
  await settle();
}

const CREATED = { id: 20, key: 'O-20', title: 'New', why: '', owner: { key: 'm', name: 'M' }, version: 1, score: null, coverage: null, keyResults: [] };

test('creates an objective with key results', async () => {
  let sent;
  routes['POST objectives'] = (body) => {
    sent = body;
    overview.objectives.push(CREATED);
    return { status: 201, body: CREATED };
  };
  await openCreate();
  const [title] = labelled('Objective');
  title.value = 'New';
  labelled('Why')[0].value = 'Because';
  Array.from(dialog().querySelectorAll('button')).find((b) => b.textContent === 'Add another key result').click();
  const keyResults = labelled('Key result');
  assert.equal(document.activeElement, keyResults[1]);
  keyResults[0].value = 'First';
  keyResults[1].value = 'Second';
  labelled('Weight')[1].value = '2,5';
  labelled('Progress counts')[1].value = 'POINTS';
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.deepEqual(sent, {
    projectKey: 'ABC',
    title: 'New',
    why: 'Because',
    keyResults: [
      { title: 'First', weightBy: 'ISSUES', weight: 1 },
      { title: 'Second', weightBy: 'POINTS', weight: 2.5 },
    ],
  });
  assert.equal(dialog(), null);
  assert.equal(flags.at(-1).options.title, 'O-20 is created');
  assert.equal(document.activeElement.id, 'O-20-title');
});

test('an objective may be created without a key result', async () => {
  let sent;
  routes['POST objectives'] = (body) => {
    sent = body;
    return { status: 201, body: CREATED };
  };
  await openCreate();
  labelled('Objective')[0].value = 'New';
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.deepEqual(sent.keyResults, []);
});

test('errors stand at their fields, and what was typed stays', async () => {
  routes['POST objectives'] = {
    status: 400,
    body: { errorMessages: [], errors: { title: 'Required.', 'keyResults[1].weight': 'Negative.', other: 'And this.' } },
  };
  await openCreate();
  labelled('Why')[0].value = 'Because';
  Array.from(dialog().querySelectorAll('button')).find((b) => b.textContent === 'Add another key result').click();
  labelled('Weight')[1].value = '-1';
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.deepEqual(errors(), ['Required.', 'Negative.']);
  assert.match(dialog().querySelector('[role=alert]').textContent, /And this\./);
  const [title] = labelled('Objective');
  assert.equal(document.activeElement, title);
  assert.equal(title.getAttribute('aria-invalid'), 'true');
  assert.ok(title.getAttribute('aria-describedby').split(' ').some((id) => document.getElementById(id).textContent === 'Required.'));
  assert.equal(labelled('Why')[0].value, 'Because');
  assert.equal(labelled('Weight')[1].value, '-1');
});

test('a weight that is no number is not sent', async () => {
  await openCreate();
  labelled('Objective')[0].value = 'New';
  labelled('Key result')[0].value = 'First';
  labelled('Weight')[0].value = 'much';
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.deepEqual(errors(), ['Type a number, for example 1 or 2.5.']);
  assert.equal(requests.filter(({ method }) => method === 'POST').length, 0);
});

test('a failure without fields is said, and the dialog stays', async () => {
  routes['POST objectives'] = { status: 503, body: { errorMessages: ['The database does not answer.'], errors: {} } };
  await openCreate();
  labelled('Objective')[0].value = 'New';
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.match(dialog().querySelector('.aui-message-error').textContent, /database does not answer/);
  assert.equal(dialog().querySelector('[type=submit]').disabled, false);
});

test('a draft that was closed is there again', async () => {
  await openCreate();
  labelled('Objective')[0].value = 'Half a thought';
  labelled('Key result')[0].value = 'Some result';
  Array.from(dialog().querySelectorAll('button')).find((b) => b.textContent === 'Cancel').click();
  await settle();
  assert.equal(dialog(), null);
  await openCreate();
  assert.equal(labelled('Objective')[0].value, 'Half a thought');
  assert.equal(labelled('Key result')[0].value, 'Some result');
  labelled('Objective')[0].value = '';
  labelled('Key result')[0].value = '';
  Array.from(dialog().querySelectorAll('button')).find((b) => b.textContent === 'Cancel').click();
  await settle();
  assert.equal(document.activeElement, $('[data-bearings-action="create-objective"]'));
});

test('a key result can be taken out of the form again', async () => {
  await openCreate();
  const remove = Array.from(dialog().querySelectorAll('.bearings-remove'));
  remove[0].click();
  assert.equal(labelled('Key result').length, 0);
});

async function openEdit(stored) {
  routes['GET objectives/12'] = stored;
  $('#O-12 [data-bearings-action="edit-objective"]').click();
  await settle(5);
}

const stored = () => structuredClone(overview.objectives[0]);

test('edits what is stored now', async () => {
  let sent;
  routes['PUT objectives/12'] = (body) => {
    sent = body;
    overview.objectives[0].version = 8;
    return stored();
  };
  await live.refresh();
  await openEdit({ ...stored(), title: 'Newer than the page', version: 7 });
  assert.equal(labelled('Objective')[0].value, 'Newer than the page');
  labelled('Objective')[0].value = 'Mine';
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.deepEqual(sent, { version: 7, title: 'Mine', why: 'New teams\nleave early.', ownerKey: 'lead' });
  assert.equal(flags.at(-1).options.title, 'O-12 is saved');
  assert.equal($('.bearings-news').textContent, '', 'said twice');
});

test('an objective that is gone cannot be edited, and that is said', async () => {
  await openEdit({ status: 404, body: { errorMessages: ['O-12 does not exist.'], errors: {} } });
  assert.equal(dialog(), null);
  assert.equal(flags.at(-1).options.title, 'O-12 does not exist.');
});

test('a conflict shows both versions, and one chooses', async () => {
  const theirs = { ...stored(), title: 'Theirs', why: 'Their why', owner: { key: 'member', name: 'Mem Ber' }, version: 9 };
  const sent = [];
  routes['PUT objectives/12'] = (body) => {
    sent.push(body);
    return body.version === 9
      ? stored()
      : { status: 409, body: { errorMessages: ['Mem Ber changed O-12 while you were editing it.'], errors: {}, current: theirs } };
  };
  await openEdit(stored());
  labelled('Objective')[0].value = 'Mine';
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.match(dialog().querySelector('.aui-message-warning').textContent, /Mem Ber changed O-12/);
  const groups = Array.from(dialog().querySelectorAll('[role=radiogroup]'));
  assert.deepEqual(groups.map((group) => group.querySelector('.bearings-group-label').textContent), ['Objective', 'Why', 'Owner']);
  assert.deepEqual(Array.from(groups[0].querySelectorAll('.bearings-version-text'), (p) => p.textContent), ['Mine', 'Theirs']);
  assert.equal(document.activeElement, groups[0].querySelector('input'));
  const take = (group) => {
    const radio = group.querySelector('input[value=theirs]');
    radio.checked = true;
    radio.dispatchEvent(new Event('change', { bubbles: true }));
  };
  take(groups[1]);
  take(groups[2]);
  assert.equal(labelled('Owner')[0].value, 'Mem Ber');
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.deepEqual(sent.at(-1), { version: 9, title: 'Mine', why: 'Their why', ownerKey: 'member' });
  assert.equal(dialog(), null);
});

test('a conflict in which both wrote the same needs no choice', async () => {
  routes['PUT objectives/12'] = { status: 409, body: { errorMessages: ['Changed.'], errors: {}, current: { ...stored(), version: 9 } } };
  await openEdit(stored());
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.equal(dialog().querySelectorAll('[role=radiogroup]').length, 0);
  assert.match(dialog().textContent, /Both of you wrote the same/);
});

test('an owner is found by name and chosen', async () => {
  globalThis.fetch = ((inner) => async (url, options) =>
    String(url).includes('/rest/api/2/user/picker')
      ? { ok: true, status: 200, text: async () => JSON.stringify({ users: [{ key: 'k2', name: 'mem', displayName: 'Mem Ber' }] }) }
      : inner(url, options))(globalThis.fetch);
  let sent;
  routes['PUT objectives/12'] = (body) => {
    sent = body;
    return stored();
  };
  await openEdit(stored());
  const [owner] = labelled('Owner');
  type(owner, 'mem');
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.deepEqual(errors(), ['Choose a person from the list.']);
  type(owner, 'mem');
  await settle(260);
  key(owner, 'Enter');
  assert.equal(owner.value, 'Mem Ber');
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.equal(sent.ownerKey, 'k2');
});

test('adds a key result', async () => {
  let sent;
  routes['POST objectives/12/key-results'] = (body) => {
    sent = body;
    return { status: 201, body: {} };
  };
  $('#O-12 [data-bearings-action="add-key-result"]').click();
  await settle();
  assert.equal(dialog().querySelector('h2').textContent, 'Add a key result to O-12');
  labelled('Key result')[0].value = 'More';
  labelled('Weight')[0].value = '';
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.deepEqual(sent, { title: 'More', weightBy: 'ISSUES' });
});

test('edits a key result, with its conflict', async () => {
  const keyResult = { ...overview.objectives[0].keyResults[0], version: 4 };
  routes['GET key-results/34'] = keyResult;
  const sent = [];
  routes['PUT key-results/34'] = (body) => {
    sent.push(body);
    return body.version === 5
      ? keyResult
      : {
          status: 409,
          body: { errorMessages: ['Changed.'], errors: {}, current: { ...keyResult, title: 'Theirs', weightBy: 'POINTS', weight: 2.125, version: 5 } },
        };
  };
  $('#KR-34 [data-bearings-action="edit-key-result"]').click();
  await settle(5);
  submit(dialog().querySelector('form'));
  await settle(5);
  const groups = Array.from(dialog().querySelectorAll('[role=radiogroup]'));
  assert.deepEqual(
    groups.map((group) => Array.from(group.querySelectorAll('.bearings-version-text'), (p) => p.textContent)),
    [['Onboarding from 60 % to 82 %', 'Theirs'], ['Issues', 'Story points'], ['1', '2.125']]
  );
  groups.forEach((group) => group.querySelector('input[value=theirs]').dispatchEvent(new Event('change')));
  groups[0].querySelector('input[value=mine]').dispatchEvent(new Event('change'));
  submit(dialog().querySelector('form'));
  await settle(5);
  assert.deepEqual(sent.at(-1), { version: 5, title: 'Onboarding from 60 % to 82 %', weightBy: 'POINTS', weight: 2.125 });
});
