/**
 * How the objectives of a unit and of the units below it hang together: a picture where there is room for it, and an
 * outline of the same, which is all that a narrow column shows.
 */
import { h, svg } from '../lib/dom.js';
import { statusLozenge, statusShape, statusText } from '../lib/status.js';
import { forestOf, layOut, NODE, pathBetween } from '../workspace/map-layout.js';
import { isNumber, scoreText } from '../workspace/values.js';
import { unitField } from './choices.js';
import { headLine, nothing, workspaceAddress } from './places.js';

/** More would be too small to read; the workspace draws them all. */
const MOST_DRAWN = 40;
const MOST_LISTED = 200;
const EDGE = 8;

export const alignmentMap = () => ({
  name: AJS.I18n.getText('bearings.item.map.title'),
  height: 360,
  seconds: '300',
  fields: (preferences) => [unitField(preferences)],
  request: ({ unit }) => (unit ? { path: 'map', parameters: { unit } } : null),
  unconfigured: () => AJS.I18n.getText('bearings.item.unit.unconfigured'),
  denied: () => AJS.I18n.getText('bearings.velocity.dashboard.noPermission'),
  subject: ({ nodes }, { unit }) => (nodes.find(({ unitId }) => String(unitId) === unit) || { unit: null }).unit,
  draw,
});

function draw({ nodes, edges }, { stem, preferences }) {
  const whole = headLine(workspaceAddress(preferences.unit, { view: 'map' }), AJS.I18n.getText('bearings.item.map.open'));
  if (!nodes.length) {
    return [whole, nothing(AJS.I18n.getText('bearings.map.empty'))];
  }
  const forest = forestOf(nodes, edges);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const tree = outline(forest, byId, stem);
  return nodes.length > MOST_DRAWN
    ? [whole, tree]
    : [
        whole,
        h('div.bearings-item-map', null, picture(forest, byId, edges)),
        h('details.bearings-item-table.bearings-item-outline', null, h('summary', null, AJS.I18n.getText('bearings.item.list')), tree),
        // A narrow column has no room for the picture: there the list stands open.
        h('div.bearings-item-instead', null, outline(forest, byId, `${stem}-narrow`)),
      ];
}

const titleOf = ({ titleHidden, title }) => (titleHidden ? AJS.I18n.getText('bearings.objective.private') : title);

const addressOf = ({ unitId, key }) => workspaceAddress(unitId, { hash: key });

/** Hidden from screen readers: the outline tells the same. */
function picture(forest, byId, edges) {
  const { places, width, height } = layOut(forest, new Set());
  const frame = `${-EDGE} ${-EDGE} ${width + 2 * EDGE} ${height + 2 * EDGE}`;
  return svg(
    'svg.bearings-item-map-picture',
    { viewBox: frame, 'aria-hidden': 'true', focusable: 'false', style: `max-width:${width + 2 * EDGE}px` },
    edges
      .filter(({ from, to }) => places.has(from) && places.has(to))
      .map(({ from, to, kind }) => svg(`path.bearings-item-map-line.bearings-item-map-${kind.toLowerCase()}`, { d: pathBetween(places.get(from), places.get(to)) })),
    [...places].map(([id, place]) => box(byId.get(id), place))
  );
}

function box(node, { x, y }) {
  return svg(
    'foreignObject',
    { x, y, width: NODE.width, height: NODE.height },
    h(
      'a.bearings-item-node',
      { href: addressOf(node), tabindex: '-1' },
      h('span.bearings-item-node-top', null, statusShape(node.status), ` ${node.key} \u00b7 `, isNumber(node.score) ? scoreText(node.score) : statusText('NO_DATA')),
      h('span.bearings-item-node-title', { dir: 'auto' }, titleOf(node))
    )
  );
}

function outline({ roots, children }, byId, stem) {
  let left = MOST_LISTED;
  const branch = (ids) =>
    ids.length > 0 &&
    h(
      'ul',
      null,
      ids.map((id) => {
        left -= 1;
        return left >= 0 && line(byId.get(id), stem, branch(children.get(id) || []));
      })
    );
  const list = branch(roots);
  list.className = 'bearings-item-tree';
  list.setAttribute('aria-label', AJS.I18n.getText('bearings.map'));
  return [list, left < 0 && nothing(AJS.I18n.getText('bearings.item.more', byId.size - MOST_LISTED))];
}

const line = (node, stem, below) =>
  h(
    'li',
    { id: `${stem}-${node.key}` },
    h(
      'div.bearings-item-tree-line',
      null,
      h('div.bearings-item-row-name', null, h('a', { href: addressOf(node), dir: 'auto' }, titleOf(node)), h('p.bearings-facts', null, h('span.bearings-key', null, node.key), h('span', { dir: 'auto' }, node.unit), h('span', null, isNumber(node.score) ? AJS.I18n.getText('bearings.item.score', scoreText(node.score)) : ''))),
      statusLozenge(node.status)
    ),
    below
  );
