import assert from 'node:assert/strict';
import test from 'node:test';
import { golden } from './browser.mjs';
import { coverageText, doneText, noteTexts, percent, percentText, quantity } from '../src/lib/figures.js';

const cases = JSON.parse(golden('figures.json'));

cases.percent.forEach((each) =>
  test(`percent: ${each.why}`, () => {
    assert.equal(percent(each.ratio), each.percent);
    assert.equal(percentText(each.ratio), each.text);
  })
);

cases.keyResults.forEach((each) =>
  test(`key result: ${each.why}`, () => {
    assert.equal(doneText(each), each.doneText);
    assert.deepEqual(noteTexts(each), each.notes);
  })
);

cases.coverage.forEach((each) =>
  test(`coverage: ${each.why}`, () => {
    assert.equal(coverageText(each), each.text);
  })
);

test('a quantity has no needless digits', () => {
  assert.equal(quantity(5), '5');
  assert.equal(quantity(2.5), '2.5');
  assert.equal(quantity(0.1 + 0.2), '0.3');
});
