/** The retrospective: the matrix, each cause with its evidence, and what stands beside. */
import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { answer, flags, page, requests, settle } from './browser.mjs';

const { retrospective } = await import('../src/retrospective.js');

const unit = { id: 3, name: 'Mobile', parentId: null, archived: false };
const cycle = { id: 7, name: 'Q3 2026', first: '2026-07-01', last: '2026-09-30', state: 'REVIEW' };
const running = { id: 8, name: 'Q4 2026', first: '2026-10-01', last: '2026-12-31', state: 'ACTIVE' };
const work = { unit, cycle: running, units: [unit], cycles: [running, cycle], objectives: [] };

const velocity = { id: 5, key: 'KPI-5', name: 'Velocity' };
const secret = { id: 6, key: 'KPI-6', name: null };
const stuck = { id: 1, key: 'KR-1', title: 'Alarms', nature: 'OUTCOME', score: 0.1, successLevel: 0.7 };

const nothing = {
  output: null,
  effort: null,
  keyResults: [],
  goalposts: [],
  scope: null,
  events: [],
  lags: [],
  strains: [],
  drivers: [],
  cycles: [],
};

const goalpost = {
  keyResultKey: 'KR-1',
  field: 'target',
  from: '5',
  to: null,
  reason: 'Too far',
  label: 'MOVED_GOALPOST',
  on: '2026-08-03',
  scoreBefore: 0.5,
  scoreAfter: null,
};

const missed = (changes = {}) => ({
  id: 1,
  key: 'O-1',
  title: 'Calm <b>nights</b>',
  ownerName: 'Lea',
  kind: 'ASPIRATIONAL',
  successLevel: 0.7,
  result: 'MISSED',
  score: 0.1,
  countedAsZero: [],
  health: 'HEALTHY',
  quadrant: 'EXECUTED_WELL_ON_THE_WRONG_THINGS',
  kpis: [{ kpi: velocity, health: 'HEALTHY', amberOnly: false, periods: 13, observed: 13, green: 12, red: 0, part: null }],
  output: { done: 4, total: 5, half: 3, ratio: 0.8 },
  effort: { done: 4, unitDone: 10, linked: 5, unitPlanned: 11, share: 0.4, plan: 0.4545 },
  goalposts: [],
  causes: [],
  tooFewData: [],
  keyResults: [{ keyResult: stuck, slots: 13, kept: 2, confidence: [{ on: '2026-07-10', confidence: 8 }, { on: '2026-09-25', confidence: 3 }] }],
  givenUp: 0,
  ...changes,
});

const whole = (changes = {}) => ({
  unit: { id: 3, name: 'Mobile' },
  cycle,
  end: '2026-09-30',
  over: true,
  objectives: [missed()],
  abandoned: [],
  drafts: [],
  hidden: 0,
  kpis: [],
  breaches: [],
  blockers: [],
  calibration: { pairs: 3, brier: null },
  carryOvers: [],
  ...changes,
});

let root;

beforeEach(() => {
  root = page('<div class="bearings-retro" data-bearings-started aria-busy="true"></div>').firstElementChild;
});

let stop = () => {};

afterEach(() => stop());

async function opened(body = whole(), status = 200, together = {}) {
  answer({
    'GET workspace': { status: 200, body: work },
    'GET retrospectives/3/7': { status, body },
    'GET retrospectives/3/8': { status, body },
    ...together,
  });
  stop = await retrospective(root);
  await settle();
}

const cells = () =>
  Array.from(root.querySelectorAll('.bearings-retro-matrix tbody tr'), (row) => Array.from(row.children, (cell) => cell.textContent));

const lines = (index = 0) =>
  Array.from(root.querySelectorAll('.bearings-retro-cause')[index].querySelectorAll('.bearings-retro-evidence li'), (each) => each.textContent);

const cause = (kind, changes) => ({ ...nothing, kind, ...changes });

test('looks back at the cycle that is reviewed, with its matrix', async () => {
  await opened();
  assert.equal(root.hasAttribute('aria-busy'), false);
  assert.match(root.querySelector('.bearings-page-lead').textContent, /Mobile, Q3 2026/);
  assert.deepEqual(cells(), [
    ['KPIs healthy', 'WorkedNone', 'Executed well on the wrong thingsO-1 Calm <b>nights</b>'],
    ['KPIs not healthy', 'Moved at a costNone', 'Did not executeNone'],
  ]);
  const row = Array.from(root.querySelectorAll('.bearings-retro-table tbody tr > *'), (cell) => cell.textContent);
  assert.deepEqual(row, ['O-1 Calm <b>nights</b>', 'KPIs healthy', 'Missed', '0.10', 'Executed well on the wrong things', 'No cause holds']);
});

test('what is not known gets a row and a column only where something stands there', async () => {
  await opened(
    whole({
      objectives: [
        missed({ health: 'NOT_KNOWN', result: 'NOT_MEASURED', quadrant: null, kpis: [], score: null }),
        missed({ key: 'O-2', result: 'ACHIEVED', quadrant: 'WORKED' }),
        missed({ key: 'O-3', result: 'PARTLY' }),
      ],
    })
  );
  assert.equal(cells().length, 3);
  assert.match(cells()[2][3], /Too little is knownO-1/);
  assert.match(cells()[0][1], /WorkedO-2/);
  assert.match(cells()[0][2], /O-3/);
  assert.match(root.querySelector('#O-1').textContent, /There is no KPI to judge it with/);
  assert.equal(root.querySelector('#O-2 .bearings-retro-causes'), null);
});

test('each cause brings its figures, links and what would refute it', async () => {
  const output = { done: 1, total: 4, half: 2, ratio: 0.25 };
  await opened(
    whole({
      objectives: [
        missed({
          causes: [
            cause('NO_OUTCOME_DATA', { keyResults: [{ ...stuck, score: null }] }),
            cause('NOT_EXECUTED', { output }),
            cause('EFFORT_ELSEWHERE', { effort: { done: 2, unitDone: 40, linked: 10, unitPlanned: 48, share: 0.05, plan: 0.2083 } }),
            cause('SCOPE_OR_GOALPOSTS_CHANGED', {
              goalposts: [goalpost],
              scope: { since: '2026-07-24', until: '2026-09-30', before: 10, added: 3, removed: 1 },
            }),
            cause('OUTSIDE_EVENT', { events: [{ id: 9, on: 'UNIT', onId: 3, text: 'Strike', first: '2026-08-01', last: null }] }),
            cause('LAG_NOT_OVER', { lags: [{ keyResult: stuck, weeks: 4, from: '2026-09-10', over: '2026-10-08' }] }),
            cause('GUARDRAIL_COST', { strains: [{ kpi: secret, red: 2, first: '2026-08-01', last: '2026-08-14' }] }),
            cause('WRONG_DRIVER', {
              drivers: [{ kpi: velocity, from: 40, fromOn: '2026-06-28', to: 55, toOn: '2026-09-27', noise: 2 }],
              keyResults: [stuck],
            }),
            cause('INSENSITIVE_KPIS', { cycles: [{ name: 'Q3 2026', periods: 13, observed: 12, green: 12 }] }),
            cause('EXECUTED_WELL_ON_THE_WRONG_THING', { output, keyResults: [stuck] }),
          ],
          tooFewData: ['WRONG_DRIVER'],
        }),
      ],
    })
  );
  assert.equal(root.querySelectorAll('.bearings-retro-cause .bearings-flag').length, 1);
  assert.equal(root.querySelector('.bearings-retro-cause .bearings-flag').textContent, 'leads');
  assert.deepEqual(lines(0), ['KR-1 Alarms has no value about this cycle']);
  assert.deepEqual(lines(1), ['Linked issues done: 1 of 4 (25 %); from 2 on it counts as executed']);
  assert.deepEqual(lines(2), ['Of what the unit finished: 2 of 40 (5 %) served it', 'Had all linked work been done: 10 of 48 (21 %)']);
  assert.match(lines(3)[0], /10 at first, added 3, removed 1/);
  assert.match(lines(3)[1], /of KR-1: 5 → – \(moved goalpost; score 0.50 → no data\) Reason: Too far/i);
  assert.match(lines(4)[0], /: Strike$/);
  assert.match(lines(5)[0], /KR-1 Alarms moves 4 weeks after the work/);
  assert.match(lines(6)[0], /^a KPI that you may not see was red between/);
  assert.equal(root.querySelectorAll('.bearings-retro-cause')[6].querySelector('a'), null);
  assert.match(lines(7)[0], /KPI-5 Velocity went from 40 .* to 55 .* by 2/);
  assert.match(lines(7)[1], /KR-1 Alarms reached a score of 0.10, of 0.70/);
  assert.deepEqual(lines(8), ['Q3 2026: 12 of 12 observed periods green']);
  assert.equal(lines(9).length, 3);
  const refuted = Array.from(root.querySelectorAll('.bearings-retro-refuted'), (each) => each.textContent);
  assert.equal(refuted.length, 10);
  assert.equal(new Set(refuted).size, 10);
  assert.match(refuted[1], /at least 2 issues/);
  assert.match(root.textContent, /Too little is known to say: Wrong driver/);
  assert.match(root.querySelector('.bearings-retro-cause a').getAttribute('href'), /BearingsWorkspace\.jspa\?unit=3#KR-1$/);
});

test('output only and hidden drivers are said in words', async () => {
  const hidden = { kpi: secret, from: null, fromOn: null, to: null, toOn: null, noise: null };
  await opened(
    whole({
      objectives: [missed({ causes: [cause('NO_OUTCOME_DATA', {}), cause('WRONG_DRIVER', { drivers: [hidden], keyResults: [stuck] })] })],
    })
  );
  assert.match(lines(0)[0], /All its key results measure work/);
  assert.equal(lines(1)[0], 'a KPI that you may not see moved');
});

test('KPIs and confidence stand with the objective', async () => {
  const kpis = [
    { kpi: velocity, health: 'NOT_HEALTHY', amberOnly: true, periods: 10, observed: 10, green: 8, red: 0, part: 'DRIVER' },
    { kpi: velocity, health: 'NOT_HEALTHY', amberOnly: false, periods: 10, observed: 10, green: 8, red: 1, part: 'GUARDRAIL' },
    { kpi: secret, health: 'NOT_KNOWN', amberOnly: false, periods: 10, observed: 5, green: 5, red: 0, part: 'DRIVER' },
  ];
  await opened(whole({ objectives: [missed({ kpis, countedAsZero: ['KR-2'], givenUp: 1 })] }));
  const text = root.querySelector('#O-1').textContent;
  assert.match(text, /KPI-5 Velocity \(driver\): not healthy \(amber only\), 8 of 10/);
  assert.match(text, /KPI-5 Velocity \(guardrail\): not healthy, 8 of 10 observed periods green, red: 1/);
  assert.match(text, /a KPI that you may not see \(driver\): not known, 5 of 10 periods observed/);
  assert.match(text, /Check-ins in time: 2 of 13. Confidence: 8 → 3/);
  assert.match(text, /Without data, counted as 0: KR-2/);
  assert.match(text, /given up: 1/);
  assert.match(text, /None of the known causes holds/);
});

test('what stands beside is listed, or said to be nothing', async () => {
  await opened();
  const cards = Array.from(root.querySelectorAll('.bearings-retro-card'), (card) => card.textContent);
  assert.equal(cards.length, 5);
  assert.match(cards[0], /No KPI was past its critical threshold/);
  assert.match(cards[3], /Check-ins in time: 2 of 13 over all key results/);
  assert.match(cards[3], /compare with what came true: 3. From 20 on/);
  await opened(
    whole({
      objectives: [missed({ goalposts: [{ ...goalpost, keyResultKey: null, label: 'ADJUSTMENT' }] })],
      breaches: [
        { kpi: velocity, first: '2026-07-06', until: '2026-07-20', action: 'DONE', person: { key: 'lea', name: 'Lea' }, result: 'Hired' },
        { kpi: secret, first: '2026-08-03', until: null, action: 'OPEN', person: null, result: null },
      ],
      blockers: [{ id: 1, subject: { key: 'KR-1' }, text: 'No access', days: 60, resolved: false }],
      calibration: { pairs: 24, brier: 0.31 },
      carryOvers: [{ key: 'O-1', title: 'Calm', cycles: ['Q3', 'Q2', 'Q1'], owners: 2, lowered: 1 }],
      abandoned: [{ id: 4, key: 'O-4', title: 'Old', reason: 'Not needed' }],
      drafts: [{ id: 5, key: 'O-5', title: 'Draft', reason: null }],
      hidden: 2,
    })
  );
  const text = root.querySelector('[aria-labelledby=bearings-retro-beside]').textContent;
  assert.match(text, /KPI-5 Velocity, .*Lea\): Hired/);
  assert.match(text, /a KPI that you may not see, since/);
  assert.match(text, /of O-1: 5 → – \(adjustment/);
  assert.match(text, /KR-1: No access \(days: 60; still blocks\)/);
  assert.match(text, /over 24 statements: 0.31/);
  assert.match(text, /O-1 Calm: in cycle no. 3 \(Q3, Q2, Q1\); owners: 2; target lowered: 1/);
  assert.match(text, /Given up: O-4 Old \(Not needed\)/);
  assert.match(text, /Never published: O-5 Draft/);
  assert.match(text, /may not read: 2/);
});

test('says what to do where there is nothing, and that a cycle still runs', async () => {
  await opened(whole({ objectives: [], over: false }));
  assert.match(root.textContent, /No objective was published/);
  assert.match(root.querySelector('.bearings-retro-running').textContent, /The cycle runs until/);
  await opened({ errorMessages: ['Q4 has not begun.'], errors: {} }, 400);
  assert.match(root.textContent, /Q4 has not begun/);
  assert.equal(root.querySelector('[role=alert]'), null);
  await opened({ errorMessages: ['Not now.'], errors: {} }, 503);
  assert.equal(root.querySelector('[role=alert] p').textContent, 'Not now.');
  assert.equal(root.querySelector('[role=alert] a').search, '');
  answer({ 'GET workspace': { status: 200, body: { ...work, cycle: null, cycles: [] } } });
  await retrospective(root);
  assert.match(root.textContent, /There is no cycle to look back at/);
});

const agenda = [
  ['LOOK', 10],
  ['WRITE', 10],
  ['SHARE', 15],
  ['VOTE', 5],
  ['DECIDE', 20],
  ['OVER', 0],
].map(([step, minutes]) => ({ step, minutes }));

const held = (changes = {}) => ({
  version: 4,
  step: 'WRITE',
  minutes: 10,
  secondsLeft: 125,
  by: { key: 'lea', name: 'Lea' },
  may: ['RUN', 'WRITE'],
  agenda,
  takesNotes: true,
  silent: true,
  notes: [],
  hiddenNotes: 0,
  takesVotes: false,
  votes: [],
  votesEach: 3,
  votesLeft: 3,
  voters: 0,
  stillLose: null,
  verdicts: [],
  ...changes,
});

const unbegun = (may) =>
  held({ version: 0, step: null, minutes: null, secondsLeft: null, by: null, may, takesNotes: false });

const section = () => root.querySelector('.bearings-meeting');
const button = (text) => Array.from(section().querySelectorAll('button')).find((each) => each.textContent.startsWith(text));
const wrong = missed({ causes: [cause('WRONG_DRIVER', { drivers: [], keyResults: [] })] });

test('whoever leads starts the meeting, and others wait for it', async () => {
  await opened(whole(), 200, {
    'GET meetings/3/7': unbegun(['RUN', 'WRITE']),
    'PUT meetings/3/7/step': () => held({ step: 'LOOK', version: 1, takesNotes: false }),
  });
  button('Start the meeting').click();
  await settle();
  const sent = requests.find(({ method }) => method === 'PUT');
  assert.deepEqual(sent.body, { version: 0, step: 'LOOK' });
  assert.equal(section().querySelector('[aria-current=step]').textContent, 'Look (10 min)');
  assert.equal(section().querySelector('[role=status]').textContent, 'The meeting is at: Look');
  assert.equal(document.activeElement, section().querySelector('h2'));
  stop();

  root = page('<div class="bearings-retro" data-bearings-started></div>').firstElementChild;
  await opened(whole(), 200, { 'GET meetings/3/7': unbegun(['WRITE']) });
  assert.equal(section().querySelector('button'), null);
  assert.match(section().textContent, /Whoever leads the unit starts/);
});

test('opens on what the kickoff feared', async () => {
  await opened(whole(), 200, { 'GET meetings/3/7': { ...unbegun([]), stillLose: 'Luck <i>only</i>' } });
  assert.equal(section().querySelector('blockquote').textContent, 'Luck <i>only</i>');
});

test('a timer runs, and says when the time is up', async () => {
  await opened(whole(), 200, { 'GET meetings/3/7': held() });
  assert.equal(section().querySelector('[role=timer]').textContent, '2:05 left');
  stop();
  root = page('<div class="bearings-retro" data-bearings-started></div>').firstElementChild;
  await opened(whole(), 200, {
    'GET meetings/3/7': held({ secondsLeft: -61 }),
    'PUT meetings/3/7/step': ({ minutes }) => held({ minutes, secondsLeft: 239 }),
  });
  assert.equal(section().querySelector('[role=timer]').textContent, 'Time is up since 1:01');
  button('5 more minutes').click();
  await settle();
  assert.deepEqual(requests.find(({ method }) => method === 'PUT').body, { version: 4, step: 'WRITE', minutes: 15 });
});

test('notes are written in silence, and a removed one comes back', async () => {
  const own = { id: 9, objectiveId: 1, text: '<img src=x>', mine: true, removable: true };
  await opened(whole(), 200, {
    'GET meetings/3/7': held({ hiddenNotes: 2 }),
    'POST meetings/3/7/notes': () => ({ status: 201, body: held({ notes: [own], hiddenNotes: 2 }) }),
    'POST meetings/3/7/notes/9/remove': () => held({ hiddenNotes: 2 }),
    'POST meetings/3/7/notes/9/restore': () => held({ notes: [own] }),
  });
  assert.match(section().textContent, /Notes of others: 2/);
  section().querySelector('textarea').value = '<img src=x>';
  section().querySelector('select').value = '1';
  section().querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
  assert.deepEqual(requests.find(({ path }) => path.endsWith('/notes')).body, { text: '<img src=x>', objectiveId: 1 });
  assert.equal(section().querySelector('.bearings-meeting-notes li').textContent, 'O-1<img src=x>yoursRemove <img src=x>');
  assert.equal(section().querySelector('img'), null);
  assert.equal(section().querySelector('textarea').value, '');
  button('Remove').click();
  await settle();
  assert.equal(section().querySelector('.bearings-meeting-notes'), null);
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle();
  assert.equal(section().querySelectorAll('.bearings-meeting-notes li').length, 1);
});

test('votes go to causes and notes, and their counts are shown at the end', async () => {
  const note = { id: 9, objectiveId: null, text: 'Too many meetings', mine: false, removable: false };
  const voting = (changes) => held({ step: 'VOTE', takesVotes: true, silent: false, may: ['WRITE'], notes: [note], ...changes });
  const given = { noteId: null, objectiveId: 1, cause: 'WRONG_DRIVER', count: null, mine: 1 };
  await opened(whole({ objectives: [wrong] }), 200, {
    'GET meetings/3/7': voting({}),
    'POST meetings/3/7/votes': () => voting({ votes: [given], votesLeft: 0 }),
    'POST meetings/3/7/votes/remove': () => voting({}),
  });
  assert.deepEqual(
    Array.from(section().querySelectorAll('.bearings-meeting-votes .bearings-meeting-words'), (each) => each.textContent),
    ['O-1: Wrong driver: it moved, the key results did not', 'The whole cycle: Too many meetings']
  );
  button('Vote').click();
  await settle();
  assert.deepEqual(requests.find(({ path }) => path.endsWith('/votes')).body, { objectiveId: 1, cause: 'WRONG_DRIVER' });
  assert.equal(button('Vote').disabled, true);
  button('Take a vote back').click();
  await settle();
  assert.equal(button('Take a vote back'), undefined);
  assert.equal(button('Next'), undefined);
  stop();

  root = page('<div class="bearings-retro" data-bearings-started></div>').firstElementChild;
  const counted = [{ ...given, count: 2 }, { noteId: 9, objectiveId: null, cause: null, count: 5, mine: 0 }];
  await opened(whole({ objectives: [wrong] }), 200, {
    'GET meetings/3/7': held({ step: 'OVER', minutes: null, secondsLeft: null, takesNotes: false, silent: false, notes: [note], votes: counted }),
  });
  assert.deepEqual(
    Array.from(section().querySelectorAll('.bearings-meeting-votes li'), (each) => each.textContent),
    ['votes: 5The whole cycle: Too many meetings', 'votes: 2O-1: Wrong driver: it moved, the key results did not']
  );
  assert.equal(section().querySelector('[role=timer]'), null);
});

test('what is refused is said, and the meeting is read again', async () => {
  await opened(whole(), 200, {
    'GET meetings/3/7': held(),
    'PUT meetings/3/7/step': { status: 409, body: { errorMessages: ['Lea was faster'], errors: {}, current: held() } },
  });
  button('Next: Talk').click();
  await settle();
  assert.equal(flags.at(-1).options.title, 'Lea was faster');
  assert.ok(requests.filter(({ path }) => path === 'meetings/3/7').length > 1);
});

test('the meeting of a closed cycle is read only', async () => {
  const over = { ...cycle, state: 'CLOSED' };
  await opened(whole({ cycle: over }), 200, { 'GET meetings/3/7': held({ notes: [{ id: 1, objectiveId: null, text: 'a', mine: true, removable: true }] }) });
  assert.equal(section().querySelector('button, textarea'), null);
  stop();
  root = page('<div class="bearings-retro" data-bearings-started></div>').firstElementChild;
  await opened(whole({ cycle: over }), 200, { 'GET meetings/3/7': unbegun([]) });
  assert.match(section().textContent, /held no meeting/);
});

const decided = (changes = {}) => ({ objectiveId: 1, decision: 'CARRY', learning: 'Ask <i>first</i>', by: { key: 'lea', name: 'Lea' }, at: '2026-10-01T08:00:00Z', version: 1, ...changes });

const verdict = () => root.querySelector('#O-1 .bearings-verdict');
const verdictButton = (text) => Array.from(verdict().querySelectorAll('button')).find((each) => each.textContent.startsWith(text));

test('the lead says what was learned and decides, and takes it back', async () => {
  let stored = [];
  await opened(whole(), 200, {
    'GET meetings/3/7': () => held({ verdicts: stored }),
    'PUT meetings/3/7/verdicts/1': (body) => {
      const now = decided({ decision: body.decision, learning: body.learning, version: body.version + 1 });
      stored = [now];
      return now;
    },
    'POST meetings/3/7/verdicts/1/withdraw': () => {
      stored = [];
      return held();
    },
  });
  assert.match(verdict().textContent, /Nobody has said yet/);
  verdictButton('Say what you learned').click();
  assert.equal(document.activeElement, verdict().querySelector('select'));
  verdict().querySelector('select').value = 'CHANGE';
  verdict().querySelector('textarea').value = 'Ask <i>first</i>';
  verdict().querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
  assert.deepEqual(requests.find(({ method }) => method === 'PUT').body, { version: 0, decision: 'CHANGE', learning: 'Ask <i>first</i>' });
  assert.match(verdict().textContent, /Changeby LeaAsk <i>first<\/i>/);
  assert.equal(verdict().querySelector('form, i'), null);
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle();
  assert.deepEqual(requests.find(({ path }) => path.endsWith('/withdraw')).body, { version: 1 });
  assert.match(verdict().textContent, /Nobody has said yet/);
});

test('a changed decision goes back to what it was, and a removed one comes back', async () => {
  let now = decided();
  await opened(whole(), 200, {
    'GET meetings/3/7': () => held({ verdicts: now ? [now] : [] }),
    'PUT meetings/3/7/verdicts/1': ({ version, ...said }) => {
      now = decided({ ...said, version: version + 1 });
      return now;
    },
    'POST meetings/3/7/verdicts/1/withdraw': () => {
      now = null;
      return held();
    },
  });
  verdictButton('Edit').click();
  verdict().querySelector('select').value = 'DROP';
  verdict().querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle();
  assert.deepEqual(requests.filter(({ method }) => method === 'PUT').at(-1).body, { version: 2, decision: 'CARRY', learning: 'Ask <i>first</i>' });
  verdictButton('Remove').click();
  await settle();
  assert.match(verdict().textContent, /Nobody has said yet/);
  flags.at(-1).querySelector('.bearings-undo').click();
  await settle();
  assert.match(verdict().textContent, /Carry onby Lea/);
});

test('two who decide choose between both versions, and others read', async () => {
  await opened(whole(), 200, {
    'GET meetings/3/7': held({ verdicts: [decided()] }),
    'PUT meetings/3/7/verdicts/1': { status: 409, body: { errorMessages: ['Bert was faster'], errors: {}, current: decided({ decision: 'DROP', learning: 'Other', version: 2 }) } },
  });
  verdictButton('Edit').click();
  verdict().querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await settle();
  assert.match(verdict().querySelector('.bearings-conflict').textContent, /Other.*Carry on.*Drop/);
  verdictButton('Cancel').click();
  assert.equal(verdict().querySelector('form'), null);
  stop();
  root = page('<div class="bearings-retro" data-bearings-started></div>').firstElementChild;
  await opened(whole(), 200, { 'GET meetings/3/7': held({ may: ['WRITE'], verdicts: [decided()] }) });
  assert.match(verdict().textContent, /Carry onby Lea/);
  assert.equal(verdict().querySelector('button'), null);
});
