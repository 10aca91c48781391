/** The cycle of a project's page: chosen in place, kept in the address, and said when it is gone. */
import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, flags, golden, modules, page, settle, visible } from './browser.mjs';
import { board } from './kpi-answer.mjs';
import '../src/project-page.js';

const $ = (selector) => document.querySelector(selector);
const picker = () => $('#bearings-page-cycle');
const asked = () => new URL(window.location.href).searchParams;
const earlier = globalThis.fetch;

let live;
let pages;

/** The page of the team as the server draws it for a cycle. */
function served(cycle) {
  const document = new window.DOMParser().parseFromString(golden('project-page-team.html'), 'text/html');
  document.querySelector('.bearings-kpis').setAttribute('data-kpis', JSON.stringify(board()));
  document.querySelector('.bearings-project-page').setAttribute('data-cycle-id', cycle);
  document.querySelectorAll('option').forEach((option) => {
    option.toggleAttribute('selected', option.value === cycle);
  });
  return document.documentElement.outerHTML;
}

function choose(cycle) {
  picker().value = cycle;
  picker().dispatchEvent(new window.Event('change', { bubbles: true }));
}

function goTo(address) {
  window.history.replaceState(null, '', address);
  window.dispatchEvent(new window.Event('popstate'));
}

beforeEach(() => {
  visible(true);
  answer(
    Object.fromEntries(
      ['open', '7', '8'].map((cycle) => [`GET objectives?project=ABC&cycle=${cycle}`, () => JSON.parse(golden('overview.json'))])
    )
  );
  const rest = globalThis.fetch;
  pages = [];
  globalThis.fetch = async (url, options) => {
    if (String(url).includes('/rest/')) {
      return rest(url, options);
    }
    pages.push(String(url));
    const cycle = new URL(url).searchParams.get('cycle') || '7';
    if (cycle === '8') {
      await settle(5);
    }
    return { ok: true, status: 200, text: async () => served(cycle) };
  };
  window.history.replaceState(null, '', '/jira/projects/ABC?phase=kickoff#O-12');
  page(golden('project-page-team.html'));
  $('.bearings-kpis').setAttribute('data-kpis', JSON.stringify(board()));
  live = modules['bearings/project-page'].projectPage($('.bearings-project-page'));
});

afterEach(() => {
  live.stop();
  globalThis.fetch = earlier;
  window.history.replaceState(null, '', '/jira/projects/ABC');
});

test('another cycle takes the place of the page, the phase and the focus stay', async () => {
  const before = $('.bearings-project-page');
  picker().focus();
  choose('8');
  assert.equal(before.getAttribute('aria-busy'), 'true');
  await settle(20);
  assert.notEqual($('.bearings-project-page'), before);
  assert.equal($('.bearings-project-page').getAttribute('data-cycle-id'), '8');
  assert.equal(asked().get('cycle'), '8');
  assert.equal(asked().get('phase'), 'kickoff');
  assert.equal(window.location.hash, '');
  assert.equal($('.bearings-project-page').getAttribute('data-phase'), 'KICKOFF');
  assert.equal(document.activeElement, picker());
  $('#bearings-phase-RETROSPECTIVE').click();
  assert.equal(asked().get('cycle'), '8');
  assert.equal(asked().get('phase'), 'retrospective');
  assert.equal(document.querySelectorAll('.bearings-kpi-card').length, 3);
});

test('going back shows the cycle of before, and leaves the focus', async () => {
  choose('8');
  await settle(20);
  const count = pages.length;
  goTo('/jira/projects/ABC?phase=kickoff');
  await settle(20);
  assert.equal($('.bearings-project-page').getAttribute('data-cycle-id'), '7');
  assert.notEqual(document.activeElement, picker());
  goTo('/jira/projects/ABC?phase=execution');
  await settle(20);
  assert.equal(pages.length, count + 1, 'another phase is no other page');
});

test('of two choices the later one is shown, whichever answer comes first', async () => {
  picker().focus();
  choose('8');
  choose('7');
  await settle(30);
  assert.equal($('.bearings-project-page').getAttribute('data-cycle-id'), '7');
  assert.equal(asked().get('cycle'), '7');
});

test('a server that does not answer is told, and the choice is what is shown', async () => {
  globalThis.fetch = async () => {
    throw new Error('gone');
  };
  const told = flags.length;
  choose('8');
  await settle(20);
  assert.equal(picker().value, '7');
  assert.equal(flags.length, told + 1);
  assert.equal(asked().get('cycle'), null);
  assert.equal($('.bearings-project-page').hasAttribute('aria-busy'), false);
});
