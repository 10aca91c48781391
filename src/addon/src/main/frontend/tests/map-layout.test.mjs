import assert from 'node:assert/strict';
import test from 'node:test';
import { countBelow, forestOf, gridIndex, layOut, NODE, outline, pathBetween } from '../src/workspace/map-layout.js';
import { mapAnswer } from './workspace-answer.mjs';

const nodes = (...ids) => ids.map((id) => ({ id }));
const contributes = (from, to) => ({ from, to, kind: 'CONTRIBUTES' });

test('objectives stand below the first that they contribute to', () => {
  const forest = forestOf(nodes(1, 2, 3, 4), [contributes(2, 1), contributes(3, 1), contributes(3, 4), { from: 4, to: 1, kind: 'DEPENDS' }]);
  assert.deepEqual(forest.roots, [1, 4]);
  assert.deepEqual(forest.children.get(1), [2, 3]);
  assert.equal(forest.parent.get(3), 1);
  assert.equal(countBelow(forest.children, 1), 2);
});

test('edges to what is not there, and circles, do no harm', () => {
  const forest = forestOf(nodes(1, 2), [contributes(1, 9), contributes(1, 2), contributes(2, 1)]);
  assert.deepEqual(forest.roots, [2]);
  assert.deepEqual(outline(forest, new Set()), [{ id: 2, depth: 0 }, { id: 1, depth: 1 }]);
});

test('trees grow to the right, parents in the middle of their children', () => {
  const forest = forestOf(nodes(1, 2, 3), [contributes(2, 1), contributes(3, 1)]);
  const { places } = layOut(forest, new Set());
  assert.ok(places.get(2).x > places.get(1).x);
  assert.equal(places.get(1).y, (places.get(2).y + places.get(3).y) / 2);
});

test('what is below a collapsed objective has no place', () => {
  const forest = forestOf(nodes(1, 2, 3), [contributes(2, 1), contributes(3, 2)]);
  assert.deepEqual([...layOut(forest, new Set([2])).places.keys()].sort(), [1, 2]);
  assert.deepEqual(outline(forest, new Set([1])), [{ id: 1, depth: 0 }]);
});

test('no two objectives overlap, whatever the shape', () => {
  const { nodes: many, edges } = mapAnswer(1000);
  const { places } = layOut(forestOf(many, edges), new Set());
  assert.equal(places.size, 1000);
  const taken = new Set();
  const columns = new Map();
  places.forEach(({ x, y }) => {
    assert.ok(!taken.has(`${x},${y}`));
    taken.add(`${x},${y}`);
    columns.set(x, [...(columns.get(x) || []), y]);
  });
  columns.forEach((ys) => {
    ys.sort((a, b) => a - b).forEach((y, index) => index && assert.ok(y - ys[index - 1] >= NODE.height, `${ys[index - 1]} and ${y}`));
  });
});

test('a line meets the sides that face each other', () => {
  assert.match(pathBetween({ x: 320, y: 0 }, { x: 0, y: 0 }), /^M320,38C.* 246,38$/);
  assert.match(pathBetween({ x: 0, y: 0 }, { x: 320, y: 96 }), /^M232,38C.* 320,134$/);
  assert.match(pathBetween({ x: 0, y: 0 }, { x: 0, y: 96 }), /^M232,38C\d+,38 \d+,134 232,134$/);
});

test('what lies in a part is found, and little else', () => {
  const index = gridIndex(100);
  index.add('a', { left: 0, top: 0, right: 10, bottom: 10 });
  index.add('b', { left: 950, top: 0, right: 1050, bottom: 10 });
  assert.deepEqual([...index.in({ left: -50, top: -50, right: 50, bottom: 50 })], ['a']);
  assert.deepEqual([...index.in({ left: 1000, top: 0, right: 1001, bottom: 1 })], ['b']);
});
