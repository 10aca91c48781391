/**
 * Where each objective stands on the alignment map: trees from left to right along *contributes to*, one below the
 * other, and objectives that nothing ties to another in a block below them. One pass over nodes and edges.
 */

export const NODE = { width: 232, height: 76 };
const GAP = { x: 88, y: 20 };
const TREE_GAP = 28;
/** Room for the button at the right of an objective with others below it. */
const FOLD = 14;
const STEP = { x: NODE.width + GAP.x, y: NODE.height + GAP.y };

/**
 * The trees that the edges make. An objective that contributes to several stands below the first of them.
 *
 * @param {Array<{id: number}>} nodes
 * @param {Array<{from: number, to: number, kind: string}>} edges
 * @returns {{roots: number[], parent: Map<number, number>, children: Map<number, number[]>}}
 */
export function forestOf(nodes, edges) {
  const known = new Set(nodes.map(({ id }) => id));
  const parent = new Map();
  edges
    .filter(({ kind, from, to }) => kind === 'CONTRIBUTES' && known.has(from) && known.has(to))
    .forEach(({ from, to }) => {
      if (!parent.has(from) && !reaches(parent, to, from)) {
        parent.set(from, to);
      }
    });
  const children = new Map();
  nodes.forEach(({ id }) => {
    if (parent.has(id)) {
      const siblings = children.get(parent.get(id)) || [];
      siblings.push(id);
      children.set(parent.get(id), siblings);
    }
  });
  return { roots: nodes.map(({ id }) => id).filter((id) => !parent.has(id)), parent, children };
}

function reaches(parent, from, to) {
  for (let at = from; at !== undefined; at = parent.get(at)) {
    if (at === to) {
      return true;
    }
  }
  return false;
}

/** How many objectives stand below one. */
export function countBelow(children, id) {
  return (children.get(id) || []).reduce((sum, child) => sum + 1 + countBelow(children, child), 0);
}

/** The objectives in the order of reading, with their depth, without what is below a collapsed one. */
export function outline({ roots, children }, collapsed) {
  const rows = [];
  const add = (id, depth) => {
    rows.push({ id, depth });
    if (!collapsed.has(id)) {
      (children.get(id) || []).forEach((child) => add(child, depth + 1));
    }
  };
  roots.forEach((id) => add(id, 0));
  return rows;
}

/**
 * @param {{roots: number[], children: Map<number, number[]>}} forest
 * @param {Set<number>} collapsed
 * @returns {{places: Map<number, {x: number, y: number}>, width: number, height: number}}
 */
export function layOut({ roots, children }, collapsed) {
  const places = new Map();
  let bottom = 0;

  function place(id, depth) {
    const below = collapsed.has(id) ? [] : children.get(id) || [];
    if (!below.length) {
      places.set(id, { x: depth * STEP.x, y: bottom });
      bottom += STEP.y;
      return;
    }
    below.forEach((child) => place(child, depth + 1));
    const first = places.get(below[0]).y;
    const last = places.get(below.at(-1)).y;
    places.set(id, { x: depth * STEP.x, y: (first + last) / 2 });
  }

  const trees = roots.filter((id) => children.has(id));
  trees.forEach((id) => {
    place(id, 0);
    bottom += TREE_GAP;
  });
  const alone = roots.filter((id) => !children.has(id));
  const columns = Math.max(1, Math.ceil(Math.sqrt(alone.length / 2)));
  const top = bottom;
  alone.forEach((id, index) => {
    places.set(id, { x: (index % columns) * STEP.x, y: top + Math.floor(index / columns) * STEP.y });
  });
  const all = [...places.values()];
  return {
    places,
    width: all.reduce((most, { x }) => Math.max(most, x + NODE.width), 0),
    height: all.reduce((most, { y }) => Math.max(most, y + NODE.height), 0),
  };
}

/** A line between two objectives: it leaves and meets them at the sides that face each other. */
export function pathBetween(from, to) {
  const middle = NODE.height / 2;
  if (from.x === to.x) {
    const x = from.x + NODE.width;
    const bow = 28 + Math.min(Math.abs(from.y - to.y) / 8, 40);
    return `M${x},${from.y + middle}C${x + bow},${from.y + middle} ${x + bow},${to.y + middle} ${x},${to.y + middle}`;
  }
  const leftwards = from.x > to.x;
  const start = { x: leftwards ? from.x : from.x + NODE.width, y: from.y + middle };
  const end = { x: leftwards ? to.x + NODE.width + FOLD : to.x, y: to.y + middle };
  const half = (start.x + end.x) / 2;
  return `M${start.x},${start.y}C${half},${start.y} ${half},${end.y} ${end.x},${end.y}`;
}

/** Finds what lies in a part of the map without looking at all of it. */
export function gridIndex(size) {
  const cells = new Map();
  const each = ({ left, top, right, bottom }, visit) => {
    for (let column = Math.floor(left / size); column <= Math.floor(right / size); column += 1) {
      for (let row = Math.floor(top / size); row <= Math.floor(bottom / size); row += 1) {
        visit(`${column},${row}`);
      }
    }
  };
  return {
    add(thing, box) {
      each(box, (cell) => {
        const things = cells.get(cell) || [];
        things.push(thing);
        cells.set(cell, things);
      });
    },
    in(box) {
      const found = new Set();
      each(box, (cell) => (cells.get(cell) || []).forEach((thing) => found.add(thing)));
      return found;
    },
  };
}
