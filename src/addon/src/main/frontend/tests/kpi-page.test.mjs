import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, flags, modules, page, requests, settle, submit, type, visible } from './browser.mjs';
import { breach, dayFromNow, period, sheet, standing } from './kpi-answer.mjs';
import { ANN, workspaceAnswer } from './workspace-answer.mjs';
import '../src/kpi-page.js';
import '../src/kpi-forms.js';
import '../src/workspace-timeline.js';

const DAY = dayFromNow(0);

let routes;
let live;
let kpi;
let breaches;
let series;

const $ = (selector) => document.querySelector(selector);
const $$ = (selector) => Array.from(document.querySelectorAll(selector));
const button = (text) => $$('button').find((each) => each.textContent.trim().startsWith(text));
const sent = (method, path) => requests.filter((each) => each.method === method && each.path === path).at(-1);

async function open(more = '') {
  window.history.replaceState(null, '', `/jira/secure/BearingsKpi.jspa?kpi=KPI-7${more}`);
  page('<div class="bearings-workspace bearings-kpi-page" data-kpi="7" aria-busy="true"></div>');
  live = modules['bearings/kpi-page'].kpiPage($('.bearings-kpi-page'));
  await live.ready;
  await settle(60);
}

const seriesOf = (more = {}) => ({
  kpiId: 7, segment: null, from: dayFromNow(-3), to: DAY,
  periods: standing().trend,
  breaches: [breach()], breaks: [], signals: { drift: [], anomaly: null, median: null, deviation: null }, annotations: [], forecast: null, ...more,
});

beforeEach(() => {
  visible(true);
  kpi = sheet(7, { name: 'Answered in time', standing: standing({ breach: breach() }) });
  breaches = [breach({ id: 3, open: false, closing: 'RECOVERED_NO_ACTION', closed: { first: dayFromNow(-20), last: dayFromNow(-20), id: null, name: null } }), breach()];
  series = seriesOf();
  routes = {
    'GET kpis/7': () => kpi,
    'GET workspace?unit=3': () => workspaceAnswer(),
    'GET kpis/7/series': () => series,
    'GET breaches?kpi=7': () => ({ breaches: [...breaches], next: null }),
  };
  answer(routes);
});

afterEach(() => live.stop());

test('the head says what one came for', async () => {
  await open();
  const text = $('.bearings-kpi-head').textContent;
  assert.match(text, /Onboarding.*KPI-7.*Quality.*Answered in time.*89 %.*Early warning/s);
  assert.match(text, /Breach.*week 8 of 14.*What was agreed for this: Call the lead/s);
  assert.equal(document.title, 'KPI-7 Answered in time');
  assert.equal($('.bearings-kpi-over a').getAttribute('href'), '/jira/secure/BearingsWorkspace.jspa?unit=3&view=kpis');
});

test('the table has the same periods, the latest first', async () => {
  await open();
  const rows = $$('.bearings-kpi-table tbody tr').map(({ textContent }) => textContent);
  assert.equal(rows.length, 4);
  assert.match(rows[0], /89 %.*95 %.*94 %.*Early warning.*provisional/);
  assert.match(rows[1], /\u2013.*Value is missing/);
  assert.match(rows[2], /88 %.*Past critical/);
});

test('the picture stands above it, and says to no screen reader what the table says', async () => {
  await open();
  assert.equal($('.bearings-timeline-picture').getAttribute('aria-hidden'), 'true');
  assert.ok($('.bearings-timeline-picture svg'));
});

test('a series with everything in it is drawn', async () => {
  series = seriesOf({
    breaks: [{ on: dayFromNow(-2), by: ANN, reason: 'Counted anew' }],
    signals: { drift: ['TREND', 'CUSUM'], anomaly: true, median: 95, deviation: 1 },
    annotations: [{ id: 1, text: 'Outage', from: dayFromNow(-3), to: null, by: ANN }],
    forecast: { points: [{ on: dayFromNow(-3), value: 96 }, { on: dayFromNow(2), value: 80 }] },
  });
  await open();
  const text = $('.bearings-kpi-page').textContent;
  assert.match(text, /Drifting.*within three periods.*have added up/);
  assert.match(text, /far from those before it; their median is 95 %/);
  assert.match(text, /the series begins anew \(Ann Lead\)\. Counted anew/);
  assert.ok($('.bearings-timeline-picture svg'));
});

test('an event of one KPI stands in the table beside its period', async () => {
  series = seriesOf({ annotations: [{ id: 1, text: 'Outage', from: dayFromNow(-3), to: null, by: ANN }] });
  await open();
  const rows = $$('.bearings-kpi-table tbody tr').map(({ textContent }) => textContent);
  assert.equal(rows.filter((text) => text.includes('Outage')).length, 1);
  assert.match(rows.at(-1), /: Outage$/);
});

test('an event is noted at the KPI or the unit, and taken back', async () => {
  routes['GET annotations?on=kpi%3A7'] = { annotations: [] };
  routes['POST annotations?on=kpi%3A7'] = { status: 201, body: note() };
  routes['POST annotations?on=unit%3A3'] = { status: 201, body: note({ id: 6, on: 'unit:3' }) };
  routes['POST annotations/5/remove'] = note({ version: 2 });
  await open();
  const section = await notes();
  button('Note an event').click();
  type(section.querySelector('input[name=text], form input'), 'Outage');
  submit(section.querySelector('form'));
  await settle(40);
  assert.deepEqual(sent('POST', 'annotations?on=kpi%3A7').body, { text: 'Outage', from: DAY });
  assert.equal(flags.at(-1).options.title, 'The event is noted.');
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle(40);
  assert.deepEqual(sent('POST', 'annotations/5/remove').body, { version: 1 });
  assert.ok(requests.filter(({ path }) => path === 'kpis/7/series').length >= 3);
  button('Note an event').click();
  type(section.querySelector('form input'), 'Sale');
  const place = section.querySelector('form select');
  place.value = 'unit';
  submit(section.querySelector('form'));
  await settle(40);
  assert.deepEqual(sent('POST', 'annotations?on=unit%3A3').body, { text: 'Sale', from: DAY });
});

test('who may, changes an event and removes it, both with undo', async () => {
  let stored = note();
  let gone = false;
  routes['GET annotations?on=kpi%3A7'] = () => ({ annotations: gone ? [] : [stored, note({ id: 9, text: 'Of others', mayChange: false })] });
  routes['PUT annotations/5'] = (body) => (stored = note({ ...body, version: body.version + 1 }));
  routes['POST annotations/5/remove'] = ({ version }) => {
    gone = true;
    return note({ version: version + 1 });
  };
  routes['POST annotations/5/restore'] = ({ version }) => {
    gone = false;
    return note({ version: version + 1 });
  };
  await open();
  const section = await notes();
  assert.equal(section.querySelectorAll('[data-bearings-action="annotation-edit"]').length, 1);
  section.querySelector('[data-bearings-action="annotation-edit"]').click();
  type(section.querySelector('form input'), 'Long outage');
  submit(section.querySelector('form'));
  await settle(60);
  assert.deepEqual(sent('PUT', 'annotations/5').body, { version: 1, text: 'Long outage', from: DAY });
  assert.match(section.textContent, /Long outage/);
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle(60);
  assert.deepEqual(sent('PUT', 'annotations/5').body, { version: 2, text: 'Outage', from: DAY });
  section.querySelector('[data-bearings-action="annotation-remove"]').click();
  await settle(60);
  assert.deepEqual(sent('POST', 'annotations/5/remove').body, { version: 3 });
  assert.equal(document.activeElement, section.querySelector('summary'));
  assert.equal(flags.at(-1).options.title, 'The event was removed.');
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle(60);
  assert.deepEqual(sent('POST', 'annotations/5/restore').body, { version: 4 });
  assert.match(section.textContent, /Outage/);
});

test('what somebody else changed meanwhile is said, and read again', async () => {
  routes['GET annotations?on=kpi%3A7'] = { annotations: [note()] };
  routes['POST annotations/5/remove'] = { status: 409, body: { errorMessages: ['Bob saved meanwhile.'], errors: {} } };
  await open();
  const section = await notes();
  section.querySelector('[data-bearings-action="annotation-remove"]').click();
  await settle(60);
  assert.equal(flags.at(-1).options.title, 'Bob saved meanwhile.');
  assert.equal(requests.filter(({ path }) => path === 'annotations?on=kpi%3A7').length, 2);
});

const note = (more = {}) => ({ id: 5, on: 'kpi:7', text: 'Outage', from: DAY, to: null, by: ANN, at: '2026-11-23T09:00:00Z', version: 1, mayChange: true, ...more });

/** Opens the events below the series. */
async function notes() {
  const section = $$('details').find((each) => each.querySelector('summary').textContent === 'Annotations');
  section.open = true;
  section.dispatchEvent(new Event('toggle'));
  await settle(40);
  return section;
}

test('the key tells the signs of the picture, and no others', async () => {
  await open();
  const signs = () => $$('.bearings-chart-key .bearings-sign').map(({ className }) => className.replace(/.*bearings-sign-/, ''));
  assert.deepEqual(signs(), ['value', 'provisional', 'red', 'target', 'critical', 'between', 'breach']);
});

test('the share of a target that is asked by now has no more digits than sense', async () => {
  series = seriesOf({ periods: [period(1, 0, 'RED', { target: { value: 0.428571, low: null, high: null }, provisional: true })] });
  await open();
  const cells = $$('.bearings-kpi-table tbody td').map(({ textContent }) => textContent);
  assert.equal(cells[1], '0.429 %');
});

test('of many breaches the latest stand there, and the earlier ones are unfolded', async () => {
  breaches = [1, 2, 3, 4, 5, 6].map((id) => breach({ id, open: false, acknowledged: null, closing: 'RECOVERED_NO_ACTION', closed: { first: DAY, last: DAY, id: null, name: null } }));
  await open();
  assert.equal($$('.bearings-kpi-breach-entry').length, 4);
  assert.match($('.bearings-kpi-breach-entry').textContent, /never acknowledged/);
  button('2 earlier').click();
  assert.equal($$('.bearings-kpi-breach-entry').length, 6);
  assert.equal(document.activeElement.id, 'bearings-breach-2');
  assert.equal(button('2 earlier'), undefined);
});

test('a band has a target with two ends', async () => {
  const band = { value: null, low: 10, high: 20 };
  series = seriesOf({ breaches: [], periods: [period(1, 15, 'GREEN', { target: band, critical: null, attainment: null })] });
  kpi = sheet(7, { direction: 'BAND', target: band, critical: null, standing: standing({ drift: [] }) });
  await open();
  assert.match($('.bearings-kpi-table').textContent, /10 %.*20 %/);
});

test('days and part stand in the address', async () => {
  kpi.dimensions = [{ name: 'channel', segments: ['phone', 'mail'] }];
  routes['GET kpis/7/series?from=2026-01-01&dimension=channel&segment=mail'] = () => seriesOf({ from: '2026-01-01' });
  await open('&from=2026-01-01&segment=channel%3Amail');
  assert.ok(sent('GET', 'kpis/7/series?from=2026-01-01&dimension=channel&segment=mail'));
  assert.equal($('#bearings-kpi-from').value, '2026-01-01');
  assert.equal($('#bearings-kpi-segment').value, 'channel:mail');
  routes['GET kpis/7/series?from=2026-01-01'] = () => series;
  const part = $('#bearings-kpi-segment');
  part.value = '';
  part.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(20);
  assert.doesNotMatch(window.location.search, /segment/);
});

test('a breach is acknowledged and its action reported, the latest first', async () => {
  await open();
  const entries = $$('.bearings-kpi-breach-entry').map(({ textContent }) => textContent);
  assert.match(entries[0], /^Open breach since.*not acknowledged yet.*Action: open/);
  assert.match(entries[1], /^Recovered, no action/);
  routes['POST breaches/4/acknowledge'] = () => {
    breaches[1] = breach({ acknowledged: { by: ANN, at: '2026-11-23T09:00:00Z' }, version: 2 });
    return breaches[1];
  };
  button('Acknowledge').click();
  await settle(40);
  assert.deepEqual(sent('POST', 'breaches/4/acknowledge').body, { version: 1 });
  assert.match($('#bearings-breach-4').textContent, /Ann Lead acknowledged it/);
  assert.equal(document.activeElement.textContent, 'Report the action');
  document.activeElement.click();
  const form = $('#bearings-breach-4 form');
  form.querySelector('select').value = 'DONE';
  type(form.querySelector('textarea'), 'More people');
  routes['PUT breaches/4/action'] = (body) => {
    breaches[1] = breach({ acknowledged: { by: ANN, at: '2026-11-23T09:00:00Z' }, action: { state: body.state, person: null, result: body.result, by: ANN, at: null }, version: 3 });
    return breaches[1];
  };
  submit(form);
  await settle(40);
  assert.deepEqual(sent('PUT', 'breaches/4/action').body, { state: 'DONE', person: null, result: 'More people', version: 2 });
  assert.match($('#bearings-breach-4').textContent, /Action: done.*More people/);
  assert.equal($('#bearings-breach-4 form'), null);
});

test('what was done by itself is read when it is opened, and what failed is tried again', async () => {
  const act = (id, kind, state, result) => ({ id, breachId: 4, index: 0, kind, happening: 'OPENED', target: 'APP', told: [ANN], leftOut: [], state, result, tries: 1, next: null, at: '2026-11-23T09:00:00Z' });
  let acts = [act(1, 'TELL', 'DONE', ''), act(2, 'CREATE_ISSUE', 'DONE', 'APP-9'), act(3, 'COMMENT', 'REFUSED', 'You may not comment.')];
  routes['GET breach-acts?breach=4'] = () => ({ acts });
  routes['POST breach-acts/3/again'] = () => {
    acts = [act(3, 'COMMENT', 'WAITING', '')];
    return acts[0];
  };
  await open();
  const part = $('#bearings-breach-4 .bearings-kpi-acts');
  assert.equal(part.querySelectorAll('li').length, 0);
  part.open = true;
  part.ontoggle();
  await settle();
  assert.deepEqual(
    Array.from(part.querySelectorAll('li > p:not(.bearings-facts)'), (each) => each.textContent),
    ['Telling Ann Lead \u00b7 done', 'An issue in APP \u00b7 done', 'APP-9', 'A comment on APP \u00b7 refused', 'You may not comment.']
  );
  assert.equal(part.querySelector('a').getAttribute('href'), '/jira/browse/APP-9');
  part.querySelector('button').click();
  await settle();
  assert.equal(part.textContent.includes('waits'), true);
});

test('what moved a computed value: issues that one may browse, and a count of the others', async () => {
  kpi = sheet(7, { source: 'METRIC', metric: 'throughput()' });
  routes['GET kpis/7/backfill'] = { state: 'NONE', done: 0, of: 0, from: null, text: null };
  routes[`GET kpis/7/moved?period=${DAY}`] = {
    period: { first: DAY, last: DAY, id: null, name: null }, before: { first: dayFromNow(-1), last: dayFromNow(-1), id: null, name: null },
    value: 8, valueBefore: 5, issues: [{ key: 'AB-1', summary: 'A thing', change: 3 }], hidden: 2,
  };
  await open();
  assert.match($('.bearings-kpi-movers').textContent, /\+3 AB-1 A thing/);
  assert.match($('.bearings-kpi-page').textContent, /2 more, which you may not browse/);
  routes[`GET kpis/7/moved?period=${dayFromNow(-2)}`] = { ...routes[`GET kpis/7/moved?period=${DAY}`], before: null, issues: [], hidden: 0 };
  $$('.bearings-kpi-table button')[1].click();
  await settle(40);
  assert.match(window.location.search, new RegExp(`period=${dayFromNow(-2)}`));
  assert.match($('.bearings-kpi-page').textContent, /No issue changed it/);
});

test('reading the past shows how far it is', async () => {
  kpi = sheet(7, { source: 'FORMULA', formula: 'velocity()' });
  routes[`GET kpis/7/moved?period=${DAY}`] = { status: 404, body: { errorMessages: ['Not for this one.'], errors: {} } };
  let filling = { state: 'NONE', done: 0, of: 0, from: null, text: null };
  routes['GET kpis/7/backfill'] = () => filling;
  await open();
  routes['POST kpis/7/backfill'] = () => {
    filling = { state: 'RUNNING', done: 3, of: 12, from: '2025-11-01', text: null };
    return filling;
  };
  button('Read the last 12 months').click();
  await settle(20);
  assert.deepEqual(sent('POST', 'kpis/7/backfill').body, { from: null });
  assert.equal($('progress').value, 3);
  assert.match($('.bearings-kpi-page').textContent, /3 of 12/);
  filling = { state: 'DONE', done: 12, of: 12, from: '2025-11-01', text: null };
  await settle(1600);
  assert.equal($('progress'), null);
  assert.match($('.bearings-kpi-page').textContent, /has been read/);
});

test('a KPI is archived, and that can be taken back', async () => {
  await open();
  routes['POST kpis/7/archive'] = () => {
    kpi = { ...kpi, archived: true, version: 4 };
    return kpi;
  };
  routes['POST kpis/7/restore'] = () => {
    kpi = { ...kpi, archived: false, version: 5 };
    return kpi;
  };
  button('Archive').click();
  await settle(40);
  assert.match($('.bearings-kpi-head').textContent, /Archived.*Restore/s);
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle(40);
  assert.deepEqual(sent('POST', 'kpis/7/restore').body, { version: 4 });
  assert.match($('.bearings-kpi-head').textContent, /Archive/);
});

test('the history speaks as the form does', async () => {
  const change = (id, field, from, to) => ({ id, field, from, to, reason: null, by: ANN, at: '2026-11-20T09:00:00Z' });
  routes['GET kpis/7/history'] = {
    changes: [
      change(1, 'frequency', 'WEEKLY', 'PER_SPRINT'),
      change(2, 'archived', null, 'true'),
      change(3, 'target', '1234.5', '10 \u2013 20000'),
      change(4, 'serves', null, 'GUARDRAIL 12\nDRIVER 3'),
      change(5, 'measure', 'NUMBER', 'CURRENCY EUR'),
      change(6, 'why', null, 'WEEKLY'),
      change(7, 'grounds', 'CONTRACT', null),
    ],
    next: null,
  };
  await open();
  const history = $$('.bearings-section').at(-1);
  history.open = true;
  history.dispatchEvent(new Event('toggle'));
  await settle();
  const lines = Array.from(history.querySelectorAll('.bearings-entry'), (each) => each.textContent);
  [/Weekly.*Per sprint/i, /no.*yes/, /1,234\.5.*10 \u2013 20,000/, /Guardrail.* O-12\n.* O-3/is, /Number.*Money EUR/, /WEEKLY/, /contract.*$/i].forEach((each, place) => assert.match(lines[place], each));
});

test('history and values are read when somebody opens them', async () => {
  routes['GET kpis/7/history'] = { changes: [{ id: 1, field: 'target', from: '90', to: '95', reason: 'Agreed', by: ANN, at: '2026-11-20T09:00:00Z' }], next: null };
  routes['GET kpis/7/measurements'] = { measurements: [{ id: 1, on: DAY, span: null, segment: null, value: 91.5, of: null, at: '2026-11-20T09:00:00Z', by: ANN, counts: false }], next: null };
  await open();
  const [values, history] = $$('.bearings-section').slice(-2);
  values.open = true;
  history.open = true;
  values.dispatchEvent(new Event('toggle'));
  history.dispatchEvent(new Event('toggle'));
  await settle(20);
  assert.match(values.textContent, /91\.5.*replaced by a later entry/);
  assert.match(history.textContent, /90.*95.*Agreed.*Ann Lead/);
});

test('without a value the page says how one comes', async () => {
  series = seriesOf({ periods: [period(0, null, 'NO_DATA')], breaches: [] });
  breaches = [];
  await open();
  assert.match($('.bearings-kpi-page').textContent, /No value yet\. Enter the first one above, or paste/);
  assert.match($('.bearings-kpi-page').textContent, /It has never been past critical/);
  assert.equal($('.bearings-timeline-picture').hidden, true);
});

test('whoever may only read gets no buttons', async () => {
  kpi = { ...kpi, mayEdit: false, mayMeasure: false };
  breaches = [breach({ mayAct: false })];
  await open();
  assert.deepEqual($$('.bearings-kpi-head .aui-button').map(({ textContent }) => textContent), ['Values as CSV']);
  assert.equal(button('Acknowledge'), undefined);
});

test('the form opens beside the page, and its address can be sent', async () => {
  await open('#KPI-7.value');
  assert.equal($('.bearings-panel').hidden, false);
  assert.match($('.bearings-panel').textContent, /Target 95 %/);
  $('.bearings-panel-close').click();
  assert.equal($('.bearings-panel').hidden, true);
  assert.equal(window.location.hash, '');
});

test('a KPI that is not there says so', async () => {
  routes['GET kpis/7'] = { status: 404, body: { errorMessages: ['There is no KPI-7.'], errors: {} } };
  await open();
  assert.match($('.bearings-kpi-page').textContent, /There is no KPI-7\.To the KPIs/);
});
