import assert from 'node:assert/strict';
import test from 'node:test';
import { golden } from './browser.mjs';
import { newsOf } from '../src/lib/news.js';

const objectives = () => JSON.parse(golden('overview.json')).objectives;

/** The news after something was done to the objectives. */
function after(change) {
  const now = objectives();
  change(now);
  return newsOf(objectives(), now);
}

test('nothing moved, nothing is said', () => {
  assert.deepEqual(after(() => {}), { text: '', keys: [] });
});

test('a key result that moved says where it is and where it was; its objective follows from it', () => {
  const news = after(([objective]) => {
    Object.assign(objective.keyResults[0], { done: 2, ratio: 0.6666, status: 'ON_TRACK' });
    objective.score = 0.3;
  });
  assert.deepEqual(news, { text: 'KR-34: 2 of 3 issues done, 67 %, On track (was 33 %).', keys: ['KR-34'] });
});

test('more issues at the same percentage, and a status alone, are news as well', () => {
  const [objective] = objectives();
  assert.equal(
    after(([first]) => Object.assign(first.keyResults[0], { done: 2, issues: 6 })).text,
    'KR-34: 2 of 6 issues done, 33 %.'
  );
  assert.equal(objective.keyResults[0].status, 'OVERDUE');
  assert.equal(after(([first]) => Object.assign(first.keyResults[0], { status: 'SILENT' })).text, 'KR-34: Silent.');
});

test('a first value has no data before it, and needs no issues', () => {
  const news = after(([objective]) => Object.assign(objective.keyResults[2], { ratio: 0.5 }));
  assert.equal(news.text, 'KR-36: 50 % (was No data).');
});

test('what came, went or was edited is named', () => {
  const news = after((now) => {
    now[1].version += 1;
    now[0].keyResults.push({ ...now[0].keyResults[2], id: 99, key: 'KR-99' });
    now.pop();
  });
  assert.deepEqual(news, { text: 'KR-99 is new. O-13 was edited. O-14 is gone.', keys: [] });
});

test('nobody has to listen to more than three changes, those of figures first', () => {
  const news = after((now) => {
    now.forEach((each) => {
      each.version += 1;
    });
    now[1].keyResults[0].done = 1;
    now[1].keyResults[0].ratio = 0.5;
  });
  assert.equal(news.text, 'KR-37: 1 of 2 issues done, 50 % (was 100 %). O-12 was edited. O-13 was edited. And 1 more.');
});
