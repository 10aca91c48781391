/**
 * The alignment map, with a table of the same beside it. Only what is in view has elements; moving it changes one
 * transform, and new elements come a few per frame, so that a thousand objectives move as smoothly as ten.
 */
import { h, morph, replaceChildren, svg } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { alignmentText } from './alignment-words.js';
import { countBelow, forestOf, gridIndex, layOut, NODE, outline, pathBetween } from './map-layout.js';
import { statusShape, statusText, statusTone } from '../lib/status.js';
import { isNumber, scoreText } from './values.js';

const SCALE = { least: 0.08, most: 1.6, far: 0.45, readable: 0.6, step: 1.25 };
const CELL = 600;
const MARGIN = 240;
const NEW_PER_FRAME = 24;
const ROWS_AT_ONCE = 60;
const NEAR_THE_END = 400;
const EDGE_GAP = 32;

export function mapView(page) {
  const lines = svg('svg.bearings-map-lines', { 'aria-hidden': 'true', focusable: 'false' }, markers());
  const nodesLayer = h('div.bearings-map-nodes');
  const world = h('div.bearings-map-world', null, lines, nodesLayer);
  const port = h(
    'div.bearings-map-port',
    { role: 'group', 'aria-label': AJS.I18n.getText('bearings.map'), 'aria-describedby': 'bearings-map-help' },
    world
  );
  const tool = (name, text, label) =>
    h('button.aui-button', { type: 'button', 'data-map': name, 'aria-label': label || null }, text);
  const tools = h(
    'div.bearings-map-tools',
    null,
    h(
      'div.aui-buttons',
      null,
      tool('out', '\u2212', AJS.I18n.getText('bearings.map.zoomOut')),
      tool('in', '+', AJS.I18n.getText('bearings.map.zoomIn')),
      tool('fit', AJS.I18n.getText('bearings.map.fit'))
    ),
    h('div.aui-buttons', null, tool('fold', AJS.I18n.getText('bearings.map.collapseAll')), tool('unfold', AJS.I18n.getText('bearings.map.expandAll')))
  );
  const scope = h('div.bearings-map-scope');
  const tableBody = h('tbody');
  const more = h('button.aui-button.aui-button-subtle', { type: 'button', hidden: true }, AJS.I18n.getText('bearings.action.more'));
  const message = h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.loading'));
  const element = h(
    'div.bearings-map',
    null,
    h('p.bearings-hint', { id: 'bearings-map-help' }, AJS.I18n.getText('bearings.map.help')),
    h('div.bearings-map-bar', null, tools, scope, legend()),
    message,
    h(
      'div.bearings-map-both',
      null,
      port,
      h(
        'div.bearings-map-table',
        { tabindex: '0', role: 'group', 'aria-label': AJS.I18n.getText('bearings.map.table') },
        h(
          'table.aui',
          null,
          h('caption.bearings-hidden', null, AJS.I18n.getText('bearings.map.table')),
          h(
            'thead',
            null,
            h(
              'tr',
              null,
              [
                AJS.I18n.getText('bearings.form.objective'),
                AJS.I18n.getText('bearings.picker.unit'),
                AJS.I18n.getText('bearings.score'),
                AJS.I18n.getText('bearings.filter.status'),
              ].map((name) => h('th', { scope: 'col' }, name))
            )
          ),
          tableBody
        ),
        more
      )
    )
  );
  const tableFrame = more.parentElement;

  const camera = { x: 0, y: 0, scale: 1 };
  const collapsed = new Set();
  const drawn = { nodes: new Map(), edges: new Map() };
  let data = null;
  let asked = 0;
  let loaded = '';
  let forest = null;
  let plan = null;
  let byId = new Map();
  let edges = [];
  let nodeIndex = null;
  let edgeIndex = null;
  let frame = null;
  let focused = null;
  let rest = () => undefined;
  let stopped = false;

  // Reading and laying out

  async function update(model) {
    const { branch } = page.place();
    const wanted = JSON.stringify([model.unit.id, model.cycle && model.cycle.id, branch, model.stamp]);
    if (wanted === loaded) {
      return;
    }
    const sameMap = loaded && JSON.stringify(JSON.parse(loaded).slice(0, 3)) === JSON.stringify(JSON.parse(wanted).slice(0, 3));
    loaded = wanted;
    asked += 1;
    const mine = asked;
    try {
      const answer = await get('map', { cycle: model.cycle ? model.cycle.id : 'backlog', unit: branch ? null : model.unit.id });
      if (mine === asked && !stopped) {
        data = answer;
        message.textContent = data.nodes.length ? '' : AJS.I18n.getText('bearings.map.empty');
        arrange();
        if (!sameMap) {
          fit(SCALE.readable);
        }
      }
    } catch (refused) {
      loaded = '';
      message.textContent = refused.message;
    }
  }

  function arrange() {
    const { branch } = page.place();
    const whole = forestOf(data.nodes, data.edges);
    const root = data.nodes.find(({ key }) => key === branch);
    const shown = root ? new Set(outline({ roots: [root.id], children: whole.children }, new Set()).map(({ id }) => id)) : null;
    const nodes = shown ? data.nodes.filter(({ id }) => shown.has(id)) : data.nodes;
    forest = shown ? forestOf(nodes, data.edges) : whole;
    byId = new Map(nodes.map((node) => [node.id, node]));
    plan = layOut(forest, collapsed);
    edges = data.edges.filter(({ from, to }) => plan.places.has(from) && plan.places.has(to));
    index();
    drawn.nodes.forEach((node) => node.remove());
    drawn.nodes.clear();
    drawn.edges.forEach((line) => line.remove());
    drawn.edges.clear();
    drawScope(root);
    drawTable();
    schedule();
  }

  function index() {
    nodeIndex = gridIndex(CELL);
    plan.places.forEach(({ x, y }, id) => nodeIndex.add(id, { left: x, top: y, right: x + NODE.width, bottom: y + NODE.height }));
    edgeIndex = gridIndex(CELL);
    edges.forEach((edge) => {
      const from = plan.places.get(edge.from);
      const to = plan.places.get(edge.to);
      edgeIndex.add(edge, {
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        right: Math.max(from.x, to.x) + NODE.width,
        bottom: Math.max(from.y, to.y) + NODE.height,
      });
    });
  }

  // Drawing what is in view

  function schedule() {
    if (frame === null && !stopped) {
      frame = requestAnimationFrame(() => {
        frame = null;
        draw();
      });
    }
  }

  function draw() {
    if (!plan) {
      return;
    }
    // Three dimensions give the map a layer that moves without being drawn anew, and keep no scale but the present one.
    world.style.transform = `translate3d(${camera.x}px, ${camera.y}px, 0) scale(${camera.scale})`;
    world.classList.toggle('bearings-map-far', camera.scale < SCALE.far);
    const view = inView(MARGIN);
    const nodes = nodeIndex.in(view);
    if (focused !== null && plan.places.has(focused)) {
      nodes.add(focused);
    }
    const wanted = edgeIndex.in(view);
    drop(drawn.nodes, nodes);
    drop(drawn.edges, wanted);
    let left = NEW_PER_FRAME;
    left = add(drawn.nodes, nodes, left, (id) => nodesLayer.appendChild(nodeElement(id)));
    left = add(drawn.edges, wanted, left, (edge) => lines.appendChild(lineElement(edge)));
    if (left <= 0) {
      schedule();
    }
  }

  function inView(margin) {
    const { width, height } = portSize();
    return {
      left: (-camera.x - margin) / camera.scale,
      top: (-camera.y - margin) / camera.scale,
      right: (width - camera.x + margin) / camera.scale,
      bottom: (height - camera.y + margin) / camera.scale,
    };
  }

  const portSize = () => ({ width: port.clientWidth || 800, height: port.clientHeight || 600 });

  function drop(have, wanted) {
    have.forEach((node, key) => {
      if (!wanted.has(key)) {
        node.remove();
        have.delete(key);
      }
    });
  }

  function add(have, wanted, most, make) {
    let left = most;
    for (const key of wanted) {
      if (left <= 0) {
        break;
      }
      if (!have.has(key)) {
        have.set(key, make(key));
        left -= 1;
      }
    }
    return left;
  }

  function nodeElement(id) {
    const node = byId.get(id);
    const { x, y } = plan.places.get(id);
    const below = countBelow(forest.children, id);
    const title = titleOf(node);
    const made = h(
      `div.bearings-map-node.bearings-map-${statusTone(node.status)}`,
      { 'data-node': id },
      h(
        node.titleHidden ? 'span.bearings-map-card' : 'a.bearings-map-card',
        {
          href: node.titleHidden ? null : `#${node.key}`,
          'data-key': node.key,
          tabindex: focused === id || (focused === null && id === firstId()) ? '0' : '-1',
          'aria-label': labelOf(node, below),
          title: labelOf(node, below),
        },
        h('span.bearings-map-title', { dir: 'auto' }, title),
        h(
          'span.bearings-map-facts',
          null,
          statusShape(node.status),
          h('span', null, node.key),
          isNumber(node.score) && h('span', null, scoreText(node.score)),
          h('span.bearings-map-unit', null, unitOf(node))
        )
      ),
      below > 0 &&
        h(
          'button.bearings-map-fold',
          {
            type: 'button',
            tabindex: '-1',
            'data-fold': id,
            'aria-expanded': String(!collapsed.has(id)),
            'aria-label': AJS.I18n.getText('bearings.map.below', below, node.key),
          },
          collapsed.has(id) ? `+${below}` : '\u2212'
        )
    );
    Object.assign(made.style, { left: `${x}px`, top: `${y}px` });
    return made;
  }

  function lineElement(edge) {
    const from = plan.places.get(edge.from);
    const to = plan.places.get(edge.to);
    const kind = edge.kind.toLowerCase();
    const path = svg(`path.bearings-map-line.bearings-map-${kind}`, {
      d: pathBetween(from, to),
      'marker-end': edge.kind === 'CONFLICTS' ? null : `url(#bearings-map-${kind})`,
    });
    if (edge.kind !== 'CONFLICTS') {
      return path;
    }
    const x = (from.x + to.x + NODE.width) / 2 + (from.x === to.x ? NODE.width / 2 + EDGE_GAP : 0);
    return svg(
      'g',
      null,
      path,
      svg('text.bearings-map-clash', { x, y: (from.y + to.y + NODE.height) / 2 + 5, 'text-anchor': 'middle' }, '\u2260')
    );
  }

  const firstId = () => plan.places.keys().next().value;

  // The same as a table

  function drawTable() {
    const rows = outline(forest, collapsed);
    const related = relations();
    replaceChildren(tableBody);
    rest = () => {
      const next = rows.splice(0, ROWS_AT_ONCE);
      tableBody.append(...next.map((row) => tableRow(row, related)));
      more.hidden = !rows.length;
    };
    rest();
  }

  /** What ties an objective to others than the one that it stands below. */
  function relations() {
    const related = new Map();
    data.edges
      .filter(({ from, to, kind }) => byId.has(from) && byId.has(to) && !(kind === 'CONTRIBUTES' && forest.parent.get(from) === to))
      .forEach(({ from, to, kind }) => {
        related.set(from, [...(related.get(from) || []), `${alignmentText(kind)} ${byId.get(to).key}`]);
      });
    return related;
  }

  // Rows come as somebody gets near them.
  tableFrame.addEventListener('scroll', () => {
    if (!more.hidden && tableFrame.scrollTop + tableFrame.clientHeight > tableFrame.scrollHeight - NEAR_THE_END) {
      rest();
    }
  });
  more.addEventListener('click', () => rest());

  function tableRow({ id, depth }, related) {
    const node = byId.get(id);
    const below = (forest.children.get(id) || []).length;
    return h(
      'tr',
      { 'data-node': id },
      h(
        'td',
        null,
        h(
          `span.bearings-map-indent-${Math.min(depth, 8)}`,
          null,
          below > 0
            ? h(
                'button.bearings-map-toggle',
                {
                  type: 'button',
                  'data-fold': id,
                  'aria-expanded': String(!collapsed.has(id)),
                  'aria-label': AJS.I18n.getText('bearings.map.below', below, node.key),
                },
                collapsed.has(id) ? '\u25b8' : '\u25be'
              )
            : h('span.bearings-map-toggle', { 'aria-hidden': 'true' }),
          node.titleHidden ? titleOf(node) : h('a', { href: `#${node.key}`, dir: 'auto' }, `${node.key} ${node.title}`),
          (related.get(id) || []).map((text) => h('span.bearings-flag', null, text))
        )
      ),
      h('td', null, unitOf(node)),
      h('td', null, isNumber(node.score) ? scoreText(node.score) : '\u2013'),
      h('td', null, statusShape(node.status), ' ', statusText(node.status))
    );
  }

  function drawScope(root) {
    const { branch } = page.place();
    const button = (value, text) =>
      h('button.aui-button', { type: 'button', 'data-branch': value, 'aria-pressed': String(branch === value) }, text);
    morph(
      scope,
      h(
        'div.bearings-map-scope',
        null,
        h(
          'div.aui-buttons',
          null,
          button('', AJS.I18n.getText('bearings.map.unit')),
          button('all', AJS.I18n.getText('bearings.map.company')),
          root && button(root.key, AJS.I18n.getText('bearings.map.branch', root.key))
        )
      )
    );
  }

  // Moving

  function zoom(factor, x, y) {
    const size = portSize();
    const at = { x: x === undefined ? size.width / 2 : x, y: y === undefined ? size.height / 2 : y };
    const scale = Math.min(Math.max(camera.scale * factor, SCALE.least), SCALE.most);
    camera.x = at.x - ((at.x - camera.x) * scale) / camera.scale;
    camera.y = at.y - ((at.y - camera.y) * scale) / camera.scale;
    camera.scale = scale;
    schedule();
  }

  /** Shows all of it; at first only as much as can be read. */
  function fit(least = SCALE.least) {
    const { width, height } = portSize();
    const scale = Math.min((width - MARGIN / 4) / Math.max(plan.width, 1), (height - MARGIN / 4) / Math.max(plan.height, 1), 1);
    camera.scale = Math.max(scale, least);
    camera.x = Math.max((width - plan.width * camera.scale) / 2, MARGIN / 8);
    camera.y = Math.max((height - plan.height * camera.scale) / 2, MARGIN / 8);
    schedule();
  }

  function moveBy(x, y) {
    camera.x += x;
    camera.y += y;
    schedule();
  }

  const pointers = new Map();
  let dragged = false;

  port.addEventListener('pointerdown', (event) => {
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    dragged = false;
  });
  port.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    if (!dragged && Math.abs(now.x - before.x) + Math.abs(now.y - before.y) < 4) {
      return;
    }
    if (!dragged) {
      dragged = true;
      port.setPointerCapture(event.pointerId);
    }
    if (pointers.size === 2) {
      pinch(event.pointerId, before, now);
    } else {
      moveBy(now.x - before.x, now.y - before.y);
    }
    pointers.set(event.pointerId, now);
  });
  ['pointerup', 'pointercancel'].forEach((kind) => port.addEventListener(kind, (event) => pointers.delete(event.pointerId)));
  // What ends a drag is no click on what lies below.
  port.addEventListener(
    'click',
    (event) => {
      if (dragged) {
        event.preventDefault();
        event.stopPropagation();
        dragged = false;
      }
    },
    true
  );
  port.addEventListener('dragstart', (event) => event.preventDefault());

  function pinch(id, before, now) {
    const [, other] = [...pointers].find(([key]) => key !== id);
    const distance = (a) => Math.hypot(a.x - other.x, a.y - other.y) || 1;
    const box = port.getBoundingClientRect();
    zoom(distance(now) / distance(before), (now.x + other.x) / 2 - box.left, (now.y + other.y) / 2 - box.top);
  }

  port.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        const box = port.getBoundingClientRect();
        zoom(event.deltaY < 0 ? SCALE.step : 1 / SCALE.step, event.clientX - box.left, event.clientY - box.top);
      } else {
        moveBy(event.shiftKey ? -event.deltaY : -event.deltaX, event.shiftKey ? 0 : -event.deltaY);
      }
    },
    { passive: false }
  );

  // By keyboard

  port.addEventListener('focusin', (event) => {
    const node = event.target.closest('[data-node]');
    if (node) {
      focused = Number(node.getAttribute('data-node'));
    }
  });
  port.addEventListener('keydown', (event) => {
    const node = event.target.closest('[data-node]');
    if (!node || !plan) {
      return;
    }
    const id = Number(node.getAttribute('data-node'));
    const acts = {
      ArrowLeft: () => focusNode(forest.parent.get(id)),
      ArrowRight: () => focusNode((forest.children.get(id) || []).find((child) => plan.places.has(child))),
      ArrowUp: () => focusNode(beside(id, -1)),
      ArrowDown: () => focusNode(beside(id, 1)),
      '+': () => zoom(SCALE.step),
      '-': () => zoom(1 / SCALE.step),
      0: () => fit(),
      ' ': () => fold(id),
      b: () => drill(id),
    }[event.key];
    if (acts && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      acts();
    }
  });

  /** The objective above or below at the same depth; among those without ties, the one before or after. */
  function beside(id, step) {
    const { x } = plan.places.get(id);
    const column = [...plan.places].filter(([, place]) => place.x === x).sort(([, a], [, b]) => a.y - b.y);
    const next = column[column.findIndex(([each]) => each === id) + step];
    return next && next[0];
  }

  function focusNode(id) {
    if (id === undefined || !plan.places.has(id)) {
      return;
    }
    const before = focused !== null && drawn.nodes.get(focused);
    if (before) {
      before.firstElementChild.tabIndex = -1;
    }
    focused = id;
    bringIntoView(id);
    draw();
    if (!drawn.nodes.has(id)) {
      drawn.nodes.set(id, nodesLayer.appendChild(nodeElement(id)));
    }
    const card = drawn.nodes.get(id).firstElementChild;
    card.tabIndex = 0;
    card.focus({ preventScroll: true });
  }

  function bringIntoView(id) {
    const { x, y } = plan.places.get(id);
    const { width, height } = portSize();
    const left = x * camera.scale + camera.x;
    const top = y * camera.scale + camera.y;
    const right = left + NODE.width * camera.scale;
    const bottom = top + NODE.height * camera.scale;
    const into = (low, high, most) => (low < EDGE_GAP ? EDGE_GAP - low : high > most - EDGE_GAP ? most - EDGE_GAP - high : 0);
    camera.x += into(left, right, width);
    camera.y += into(top, bottom, height);
  }

  function fold(id) {
    if ((forest.children.get(id) || []).length) {
      if (!collapsed.delete(id)) {
        collapsed.add(id);
      }
      const hadFocus = port.contains(document.activeElement);
      const inTable = tableBody.contains(document.activeElement);
      arrange();
      if (hadFocus) {
        focusNode(id);
      } else if (inTable) {
        const again = tableBody.querySelector(`[data-fold="${id}"]`);
        if (again) {
          again.focus();
        }
      }
    }
  }

  function drill(id) {
    const { key } = byId.get(id);
    page.go({ branch: page.place().branch === key ? '' : key });
  }

  element.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button || !plan) {
      return;
    }
    if (button.hasAttribute('data-fold')) {
      fold(Number(button.getAttribute('data-fold')));
    } else if (button.hasAttribute('data-branch')) {
      page.go({ branch: button.getAttribute('data-branch') });
    } else if (button.hasAttribute('data-map')) {
      toolActs[button.getAttribute('data-map')]();
    }
  });

  const toolActs = {
    in: () => zoom(SCALE.step),
    out: () => zoom(1 / SCALE.step),
    fit: () => fit(),
    fold() {
      forest.children.forEach((children, id) => collapsed.add(id));
      arrange();
      fit();
    },
    unfold() {
      collapsed.clear();
      arrange();
      fit();
    },
  };

  port.addEventListener('dblclick', (event) => {
    const node = event.target.closest('[data-node]');
    if (node) {
      event.preventDefault();
      drill(Number(node.getAttribute('data-node')));
    }
  });

  const resized = typeof ResizeObserver === 'function' ? new ResizeObserver(schedule) : null;
  if (resized) {
    resized.observe(port);
  }

  return {
    name: 'map',
    element,
    update,
    stop() {
      stopped = true;
      if (resized) {
        resized.disconnect();
      }
      cancelAnimationFrame(frame);
    },
  };
}

const titleOf = (node) => (node.titleHidden ? AJS.I18n.getText('bearings.objective.private') : node.title);

/** The unit's name, whichever way the answer gives it. */
const unitOf = ({ unit }) => (unit && unit.name) || unit || '';

const labelOf = (node, below) =>
  [
    node.titleHidden ? titleOf(node) : `${node.key} ${node.title}`,
    unitOf(node),
    isNumber(node.score) ? AJS.I18n.getText('bearings.map.score', scoreText(node.score)) : '',
    statusText(node.status),
    below ? AJS.I18n.getText('bearings.map.count', below) : '',
  ]
    .filter(Boolean)
    .join(', ');

function markers() {
  const arrow = (kind) =>
    svg(
      'marker',
      { id: `bearings-map-${kind}`, viewBox: '0 0 10 10', refX: '9', refY: '5', markerWidth: '8', markerHeight: '8', orient: 'auto' },
      svg(`path.bearings-map-arrow.bearings-map-${kind}`, { d: 'M0,0L10,5L0,10z' })
    );
  return svg('defs', null, arrow('contributes'), arrow('depends'));
}

/** What each line means. */
function legend() {
  return h(
    'ul.bearings-map-legend',
    { 'aria-label': AJS.I18n.getText('bearings.map.legend') },
    ['CONTRIBUTES', 'DEPENDS', 'CONFLICTS'].map((kind) =>
      h(
        'li',
        null,
        svg(
          'svg',
          { viewBox: '0 0 36 12', 'aria-hidden': 'true', focusable: 'false' },
          svg(`path.bearings-map-line.bearings-map-${kind.toLowerCase()}`, { d: 'M1,6L35,6' }),
          kind === 'CONFLICTS' && svg('text.bearings-map-clash', { x: 18, y: 10, 'text-anchor': 'middle' }, '\u2260')
        ),
        alignmentText(kind)
      )
    )
  );
}
