import assert from 'node:assert/strict';
import test, { afterEach, beforeEach } from 'node:test';
import { visible } from './browser.mjs';
import { poll } from '../src/lib/poll.js';
import { Refused } from '../src/lib/rest.js';

let running;
let calls;
let outcome;

/** Time that moves only when a test says so. */
const realTimers = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
let time;
let timers;

function stopTheClock() {
  time = 0;
  timers = [];
  globalThis.setTimeout = (callback, after) => timers.push({ callback, at: time + after });
  globalThis.clearTimeout = (id) => {
    if (timers[id - 1]) {
      timers[id - 1].callback = null;
    }
  };
}

const refresh = () => {
  calls += 1;
  return outcome();
};

/** Lets the promises of a refresh run; timers are mocked. */
async function turn() {
  for (let i = 0; i < 10; i += 1) {
    await Promise.resolve();
  }
}

async function wait(milliseconds) {
  time += milliseconds;
  timers.filter(({ callback, at }) => callback && at <= time).forEach((timer) => {
    const { callback } = timer;
    timer.callback = null;
    callback();
  });
  await turn();
}

beforeEach(() => {
  stopTheClock();
  visible(true);
  calls = 0;
  outcome = async () => {};
});

afterEach(() => {
  running.stop();
  Object.assign(globalThis, realTimers);
});

test('refreshes again and again', async () => {
  running = poll(refresh, 8000);
  await wait(7999);
  assert.equal(calls, 0);
  await wait(1);
  assert.equal(calls, 1);
  await wait(8000);
  assert.equal(calls, 2);
});

test('nobody looks, nothing is asked; at the next look at once', async () => {
  running = poll(refresh, 8000);
  visible(false);
  await wait(60000);
  assert.equal(calls, 0);
  visible(true);
  await turn();
  assert.equal(calls, 1);
  await wait(8000);
  assert.equal(calls, 2);
});

test('asks less often while it is refused, and soon again once it is answered', async () => {
  outcome = async () => {
    throw new Refused(503, null);
  };
  running = poll(refresh, 8000);
  await wait(8000);
  await wait(8000);
  assert.equal(calls, 1);
  await wait(8000);
  assert.equal(calls, 2);
  outcome = async () => {};
  await wait(32000);
  assert.equal(calls, 3);
  await wait(8000);
  assert.equal(calls, 4);
});

test('a change made during a refresh is read by another one', async () => {
  let finish;
  outcome = () => new Promise((resolve) => { finish = resolve; });
  running = poll(refresh, 8000);
  const first = running.now();
  running.now();
  running.now();
  assert.equal(calls, 1);
  outcome = async () => {};
  finish();
  await first;
  assert.equal(calls, 2);
});

test('a mistake of ours is not taken for a refusal', async () => {
  outcome = async () => {
    throw new TypeError('mistake');
  };
  running = poll(refresh, 8000);
  await assert.rejects(running.now(), TypeError);
});

test('stops for good', async () => {
  running = poll(refresh, 8000);
  running.stop();
  await wait(60000);
  visible(false);
  visible(true);
  await running.now();
  assert.equal(calls, 0);
});

test('without an interval it refreshes when asked only', async () => {
  running = poll(refresh, null);
  await wait(600000);
  visible(false);
  visible(true);
  await turn();
  assert.equal(calls, 0);
  await running.now();
  assert.equal(calls, 1);
});
