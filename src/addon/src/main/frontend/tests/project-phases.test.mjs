/** The page of a team: phases as tabs, lines that open, tiles of KPIs, and what needs attention kept fresh. */
import assert from 'node:assert/strict';
import test, { afterEach, beforeEach, mock } from 'node:test';
import { answer, golden, key, modules, page, settle, visible } from './browser.mjs';
import { board } from './kpi-answer.mjs';
import '../src/project-page.js';

const $ = (selector) => document.querySelector(selector);
const tab = (name) => $(`#bearings-phase-${name}`);
const parts = () => Array.from(document.querySelectorAll('.bearings-part'), (each) => each.className.split('-').at(-1));
const asked = () => new URL(window.location.href).searchParams.get('phase');

let live;
let served;

function start(path = '/jira/projects/ABC') {
  window.history.replaceState(null, '', path);
  page(served);
  $('.bearings-kpis').setAttribute('data-kpis', JSON.stringify(board()));
  live = modules['bearings/project-page'].projectPage($('.bearings-project-page'));
}

beforeEach(() => {
  visible(true);
  served = golden('project-page-team.html');
  answer({ 'GET objectives?project=ABC&cycle=open': () => JSON.parse(golden('overview.json')) });
});

afterEach(() => {
  live.stop();
  mock.timers.reset();
  window.history.replaceState(null, '', '/jira/projects/ABC');
});

test('arrow keys choose the phase, which stands in the address and decides what leads', () => {
  start();
  assert.deepEqual(parts(), ['health', 'objectives']);
  tab('EXECUTION').focus();
  key(document.activeElement, 'ArrowLeft');
  assert.equal(document.activeElement, tab('KICKOFF'));
  assert.equal(asked(), 'kickoff');
  assert.equal(tab('KICKOFF').getAttribute('aria-selected'), 'true');
  assert.equal(tab('EXECUTION').getAttribute('tabindex'), '-1');
  assert.equal($('[role=tabpanel]').getAttribute('aria-labelledby'), 'bearings-phase-KICKOFF');
  assert.deepEqual(parts(), ['objectives', 'health']);
  key(document.activeElement, 'ArrowLeft');
  assert.equal(asked(), 'retrospective');
  key(document.activeElement, 'Home');
  assert.equal(asked(), 'kickoff');
  key(document.activeElement, 'End');
  assert.equal(asked(), 'retrospective');
  key(document.activeElement, 'a');
  assert.equal(asked(), 'retrospective');
});

test('the address decides when one comes by a link or goes back', () => {
  start('/jira/projects/ABC?phase=retrospective');
  assert.equal($('.bearings-project-page').getAttribute('data-phase'), 'RETROSPECTIVE');
  window.history.replaceState(null, '', '/jira/projects/ABC?phase=nonsense');
  window.dispatchEvent(new window.Event('popstate'));
  assert.equal($('.bearings-project-page').getAttribute('data-phase'), 'EXECUTION');
});

test('a line opens to its key results and stays open when figures come', async () => {
  start();
  const line = $('#O-12');
  const button = line.querySelector('.bearings-open');
  assert.equal(line.getAttribute('data-open'), 'false');
  assert.equal(line.querySelector('.bearings-key-result'), null, 'nobody has wanted to see them yet');
  button.click();
  assert.equal(line.getAttribute('data-open'), 'true');
  assert.equal(button.getAttribute('aria-expanded'), 'true');
  await settle(5);
  assert.ok($('#O-12 .bearings-key-result'));
  assert.equal($('#O-13 .bearings-key-result'), null);
  await live.refresh();
  assert.equal($('#O-12').getAttribute('data-open'), 'true');
  assert.equal($('#O-13').getAttribute('data-open'), 'false');
  button.click();
  assert.equal(line.getAttribute('data-open'), 'false');
  assert.ok($('#O-12 .bearings-key-result'), 'what was read stays for the next time');
  tab('KICKOFF').click();
  assert.equal(line.getAttribute('data-open'), 'true');
});

test('a link to a key result opens its line', async () => {
  start('/jira/projects/ABC#KR-34');
  await settle(5);
  assert.equal($('#O-12').getAttribute('data-open'), 'true');
  assert.equal(document.activeElement, $('#KR-34 .bearings-toggle'));
});

test('a link to a key result that the page does not have changes nothing', async () => {
  start('/jira/projects/ABC#KR-999');
  await settle(5);
  assert.equal($('.bearings-target'), null);
  assert.equal($('[data-open=true]'), null);
});

test('of a key result that moved while it was folded away its line tells', async () => {
  const overview = JSON.parse(golden('overview.json'));
  answer({ 'GET objectives?project=ABC&cycle=open': () => structuredClone(overview) });
  start();
  await live.refresh();
  Object.assign(overview.objectives[0].keyResults[0], { done: 2, doneWeight: 2, ratio: 2 / 3 });
  await live.refresh();
  assert.ok($('#O-12').classList.contains('bearings-moved'));
});

test('tiles show the figures that the page brought along', () => {
  start();
  assert.equal(document.querySelectorAll('.bearings-kpi-card').length, 3);
  assert.match($('.bearings-kpi-card').textContent, /Answered in time/);
  assert.match($('.bearings-kpi-card').textContent, /Breach/);
  assert.equal($('.bearings-kpi-actions'), null);
});

test('reads the page again after a while, and shows what changed', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  start();
  const cards = board();
  cards.kpis = [{ ...cards.kpis[0], name: 'Renamed' }];
  const fresh = new window.DOMParser().parseFromString(golden('project-page-team.html').replace('Onboarding &lt;b&gt;', 'Renewed'), 'text/html');
  fresh.querySelector('.bearings-kpis').setAttribute('data-kpis', JSON.stringify(cards));
  const earlier = globalThis.fetch;
  globalThis.fetch = async (url, options) =>
    String(url).includes('/rest/') ? earlier(url, options) : { ok: true, status: 200, text: async () => fresh.documentElement.outerHTML };
  try {
    mock.timers.tick(60000);
    mock.timers.reset();
    await settle(20);
  } finally {
    globalThis.fetch = earlier;
  }
  assert.match($('.bearings-attention').textContent, /Renewed/);
  assert.equal(document.querySelectorAll('.bearings-kpi-card').length, 1);
  assert.match($('.bearings-kpi-card').textContent, /Renamed/);
});
