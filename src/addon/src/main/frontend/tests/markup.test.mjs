/** What the scripts draw is what the server's templates draw: the first refresh moves nothing but numbers. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { golden, page } from './browser.mjs';
import { emptyElement, objectiveElements } from '../src/lib/objective.js';
import { shownStatus, standingOf, statusLozenge } from '../src/lib/status.js';
import { hiddenServed, servedList } from '../src/lib/served.js';
import { h, morph } from '../src/lib/dom.js';

const overview = JSON.parse(golden('overview.json'));
const issue = JSON.parse(golden('issue.json'));

/** The markup with white space as it is seen, attributes in order. */
function seen(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    return node.data.replace(/\s+/g, ' ');
  }
  const attributes = Array.from(node.attributes, ({ name, value }) => ` ${name}="${value}"`).sort().join('');
  const children = Array.from(node.childNodes)
    .filter((child) => child.nodeType !== Node.TEXT_NODE || child.data.trim())
    .map(seen)
    .join('\n');
  return `<${node.tagName}${attributes}>\n${children}\n</${node.tagName}>`;
}

/** What the REST resources give of an objective that one may not read. */
const concealed = ({ id, key, score, status, cycle }) => ({
  id,
  key,
  title: null,
  titleHidden: true,
  why: null,
  owner: null,
  score,
  coverage: null,
  cycle,
  state: null,
  status,
  flags: [],
  expected: null,
  pace: null,
  outcomeNotMeasured: false,
  may: [],
  keyResults: [],
});

function drawn(overviewNow, opened = [], { cycleId = null, open = true } = {}) {
  const state = { opened: new Set(opened), isOpen: () => open, isUnfolded: () => open };
  return h('div.bearings-objectives', null, objectiveElements(overviewNow.objectives, cycleId, state));
}

const served = (answer) => page(golden(answer)).querySelector('.bearings-objectives');

test('objectives are drawn as the server draws them', () => {
  const onPage = served('project-page.html');
  assert.equal(seen(drawn(overview)), seen(onPage));
});

test('objectives of a team are drawn as the server draws them: those of the cycle first, a line each', () => {
  const onPage = served('project-page-team.html');
  assert.equal(seen(drawn(overview, [], { cycleId: 7, open: false })), seen(onPage));
});

test('an objective that one may not read is drawn as the server draws it', () => {
  const onPage = served('project-page-private.html');
  assert.equal(seen(drawn({ objectives: [concealed(overview.objectives[0])] })), seen(onPage));
});

test('no objectives are drawn as the server draws them', () => {
  const onPage = served('project-page-empty.html');
  assert.equal(seen(h('div.bearings-objectives', null, emptyElement(true))), seen(onPage));
});

test('the key results of an issue are drawn as the server draws them', () => {
  const body = page(golden('issue-panel.html'));
  const onPage = body.querySelector('.bearings-served-links');
  assert.equal(seen(h('div.bearings-served-links', null, servedList(issue))), seen(onPage));
  assert.equal(hiddenServed(issue.hidden), body.querySelector('.bearings-served-hidden').textContent);
});

test('a refresh with the same figures keeps every element', () => {
  const onPage = served('project-page.html');
  const before = Array.from(onPage.querySelectorAll('*'));
  morph(onPage, drawn(overview));
  const after = Array.from(onPage.querySelectorAll('*'));
  assert.equal(after.length, before.length);
  after.forEach((element, index) => assert.equal(element, before[index]));
});

test('what AUI notes on elements stays', () => {
  const onPage = served('project-page.html');
  onPage.querySelector('.bearings-toggle').setAttribute('resolved', '');
  onPage.querySelector('.bearings-toggle').setAttribute('data-of-nobody', '');
  morph(onPage, drawn(overview));
  assert.ok(onPage.querySelector('.bearings-toggle').hasAttribute('resolved'));
  assert.ok(!onPage.querySelector('.bearings-toggle').hasAttribute('data-of-nobody'));
});

test('a refresh with other figures changes them in place and keeps the focus', () => {
  const onPage = served('project-page.html');
  const button = onPage.querySelector('#KR-34 .bearings-toggle');
  button.focus();
  const later = structuredClone(overview);
  Object.assign(later.objectives[0].keyResults[0], { done: 2, inProgress: 0, doneWeight: 2, ratio: 2 / 3 });
  later.objectives[0].score = 0.5;
  morph(onPage, drawn(later));
  assert.equal(document.activeElement, button);
  assert.equal(onPage.querySelector('#KR-34 progress').getAttribute('value'), '67');
  assert.match(onPage.querySelector('#KR-34').textContent, /2 of 3 issues done·67 %·43 % expected by now1 out of scope/);
  assert.equal(onPage.querySelector('#O-12 .bearings-score-value').textContent, '50 %');
});

test('a status is drawn as the server draws it, each with words and a shape of its own', () => {
  const statuses = Object.entries(JSON.parse(golden('statuses.json')));
  statuses.forEach(([status, { text, tone, shape }]) => {
    const lozenge = statusLozenge(status);
    assert.equal(lozenge.textContent, text);
    assert.equal(lozenge.className, `bearings-status bearings-status-${tone}`);
    assert.equal(lozenge.querySelector('path').getAttribute('d'), shape);
    assert.equal(shownStatus({ status }), status);
  });
  assert.equal(new Set(statuses.map(([, { text }]) => text)).size, statuses.length);
});

test('a refresh moves the mark and the status, and takes them away where nothing can be judged', () => {
  const onPage = served('project-page.html');
  const bar = onPage.querySelector('#KR-34 progress');
  const later = structuredClone(overview);
  Object.assign(later.objectives[0].keyResults[0], { expected: 0.5, pace: 0.66, status: 'OFF_TRACK', flags: ['OVERDUE'] });
  morph(onPage, drawn(later));
  assert.equal(onPage.querySelector('#KR-34 progress'), bar);
  assert.equal(onPage.querySelector('#KR-34 .bearings-pace-mark').getAttribute('x'), '50%');
  assert.equal(onPage.querySelector('#KR-34-expected').textContent, '50 % expected by now');
  assert.equal(onPage.querySelector('#KR-34 .bearings-standing').textContent, 'Off trackOverdue');
  later.objectives[0].cycle = null;
  morph(onPage, drawn(later));
  assert.equal(onPage.querySelectorAll('#O-12 .bearings-standing, #O-12 .bearings-expected, #O-12 .bearings-pace-mark').length, 0);
  assert.equal(onPage.querySelector('#KR-34 progress').hasAttribute('aria-describedby'), false);
});

test('what is a draft, closed or given up is called so, also without a cycle, and nothing is expected of it', () => {
  const judged = { state: 'ACTIVE', status: 'ON_TRACK', expected: 0.5, pace: 1, flags: ['CONFIDENCE_MISMATCH'] };
  assert.equal(standingOf(judged, false).status, null);
  assert.deepEqual(standingOf(judged, false).flags, []);
  assert.equal(standingOf(judged, true).expected, 0.5);
  ['CLOSED', 'ABANDONED'].forEach((status) => {
    const over = standingOf({ ...judged, state: status, status }, false);
    assert.equal(over.status, status);
    assert.equal(standingOf({ ...judged, state: status, status }, true).expected, null);
  });
  const draft = { ...judged, state: 'DRAFT' };
  assert.equal(standingOf(draft, false).status, 'DRAFT');
  assert.equal(standingOf(draft, true).expected, null);
});

test('objectives and key results come and go without disturbing the others', () => {
  const onPage = served('project-page.html');
  const third = onPage.querySelector('#O-14');
  const second = onPage.querySelector('#KR-35');
  const later = structuredClone(overview);
  later.objectives.splice(1, 1);
  later.objectives[0].keyResults.shift();
  later.objectives.push({ ...structuredClone(overview.objectives[1]), id: 20, key: 'O-20' });
  morph(onPage, drawn(later));
  assert.deepEqual(Array.from(onPage.children, ({ id }) => id), ['O-12', 'O-14', 'O-20']);
  assert.equal(onPage.querySelector('#O-14'), third);
  assert.equal(onPage.querySelector('#KR-35'), second);
  assert.equal(onPage.querySelector('#KR-34'), null);
});

test('an opened list of issues stays as it is', () => {
  const onPage = served('project-page.html');
  const links = onPage.querySelector('#KR-34-links');
  links.hidden = false;
  links.innerHTML = '<p>five issues</p>';
  morph(onPage, drawn(overview, [34]));
  assert.equal(onPage.querySelector('#KR-34-links'), links);
  assert.equal(links.hidden, false);
  assert.equal(links.textContent, 'five issues');
  assert.equal(onPage.querySelector('#KR-34 .bearings-toggle').getAttribute('aria-expanded'), 'true');
});

test('who may only read gets no buttons', () => {
  const element = drawn({ ...overview, objectives: overview.objectives.map((each) => ({ ...each, may: [] })) });
  assert.equal(element.querySelectorAll('.bearings-actions').length, 0);
  assert.equal(emptyElement(false).querySelector('button'), null);
});

test('titles are text, whatever they hold', () => {
  const later = structuredClone(overview);
  later.objectives[0].title = '<img src=x onerror=alert(1)>';
  later.objectives[0].keyResults[0].title = '<script>alert(1)</script>';
  const element = drawn(later);
  assert.equal(element.querySelectorAll('img, script').length, 0);
  assert.equal(element.querySelector('#O-12-title').textContent, '<img src=x onerror=alert(1)>');
});

test('some key results are hidden from this person', () => {
  assert.equal(hiddenServed(0), '');
  assert.equal(hiddenServed(1), 'and 1 more key result that you may not see');
  assert.match(servedList({ links: [] })[0].textContent, /serves no key result/);
});
