/** A board beside the key results. Each part is read by itself, all at once, and says itself what is wrong with it. */
import { boardElement } from '../kpi/board.js';
import { h, morph, replaceChildren, uniqueId } from '../lib/dom.js';
import { field, select } from '../lib/fields.js';
import { get } from '../lib/rest.js';
import { isBeingRead, velocityElement } from '../lib/velocity.js';
import { keyResultsElement } from './key-results.js';
import { sprintSection } from './sprint.js';

const AGAIN = 3000;
/** What is still read in the background is not waited for without end. */
const MOST_TRIES = 40;

const address = (page, parameters) => `${AJS.contextPath()}/secure/${page}.jspa${parameters}`;

export function boardPage(root) {
  const id = root.getAttribute('data-board');
  const live = { ready: start() };
  return live;

  async function start() {
    let board;
    try {
      board = await get(`boards/${id}`);
    } catch (refused) {
      const text = refused.status === 404 ? AJS.I18n.getText('bearings.board.unknown') : refused.message;
      replaceChildren(root, h('div.aui-message.aui-message-error', { role: 'alert' }, h('p', null, text)));
      root.removeAttribute('aria-busy');
      return;
    }
    const parts = h('div.bearings-board-parts');
    const sprints = h('div.bearings-board-sprints');
    replaceChildren(root, head(board, (unit) => showUnit(unit, parts)), h('div.bearings-board-columns', null, parts, sprints));
    root.removeAttribute('aria-busy');
    showSprints(board, sprints);
    if (board.units.length) {
      await showUnit(board.units[0], parts);
    } else {
      replaceChildren(parts, withoutUnit());
    }
  }

  function showSprints(board, place) {
    const reread = (changed) => {
      board.sprints = changed.sprints;
    };
    replaceChildren(
      place,
      board.sprints.length
        ? board.sprints.map((sprint) => sprintSection(board, sprint, () => get(`boards/${id}`), reread).element)
        : h(
            'section',
            null,
            h('p.bearings-hint', null, board.scrum ? AJS.I18n.getText('bearings.board.noSprint') : AJS.I18n.getText('bearings.board.noScrum'))
          )
    );
  }

  /** The velocity, the KPIs and the key results of a unit, read side by side. */
  async function showUnit(unit, parts) {
    const velocity = part(AJS.I18n.getText('bearings.board.velocity'), 'velocity');
    const kpis = part(AJS.I18n.getText('bearings.board.kpis'), 'kpis');
    const keyResults = part(AJS.I18n.getText('bearings.board.keyResults', unit.name), 'key-results');
    replaceChildren(parts, h('div.bearings-board-health', null, velocity.element, kpis.element), keyResults.element);
    const workspace = get('workspace', { unit: unit.id });
    await Promise.all([
      velocity.fill(() => readVelocity(unit, velocity)),
      kpis.fill(async () => {
        const [answer, { cycle }] = await Promise.all([get('kpis', { unit: unit.id }), workspace.catch(() => ({ cycle: null }))]);
        return kpisElement(unit, answer, cycle);
      }),
      keyResults.fill(async () => keyResultsElement(unit, await workspace)),
    ]);
  }

  /** While the past of the team's work is being read, it is asked for again. */
  async function readVelocity(unit, { body }, tries = 0) {
    const answer = await get('velocity', { unit: unit.id });
    if (isBeingRead(answer) && tries < MOST_TRIES) {
      setTimeout(async () => {
        if (document.contains(body)) {
          try {
            morph(body, h('div.bearings-board-part-body', null, await readVelocity(unit, { body }, tries + 1)));
          } catch (refused) {
            replaceChildren(body, problem(refused));
          }
        }
      }, AGAIN);
    }
    return velocityElement(answer);
  }
}

/** A part of the page with a place that is as high before it is filled. */
function part(title, name) {
  const titleId = uniqueId('part');
  const body = h('div.bearings-board-part-body', { 'aria-busy': 'true' }, h('span.bearings-skeleton-bar', { 'aria-hidden': 'true' }));
  return {
    body,
    element: h(`section.bearings-board-part.bearings-board-${name}`, { 'aria-labelledby': titleId }, h('h2', { id: titleId, dir: 'auto' }, title), body),
    async fill(read) {
      try {
        replaceChildren(body, await read());
      } catch (refused) {
        replaceChildren(body, problem(refused));
      }
      body.removeAttribute('aria-busy');
    },
  };
}

const problem = (refused) => h('p.bearings-problem', { role: 'alert' }, refused.message);

function head(board, choose) {
  const title = h(
    'div',
    null,
    h('h1', { dir: 'auto' }, AJS.I18n.getText('bearings.board.heading', board.name)),
    h(
      'p.bearings-page-lead',
      null,
      h('a', { href: address('RapidBoard', `?rapidView=${board.id}`) }, AJS.I18n.getText('bearings.board.back'))
    )
  );
  if (board.units.length < 2) {
    return h('header.bearings-page-header', null, title);
  }
  const unit = field(
    { name: 'unit', label: AJS.I18n.getText('bearings.board.unit') },
    select(
      String(board.units[0].id),
      board.units.map((each) => [String(each.id), each.name])
    )
  );
  unit.control.addEventListener('change', () => choose(board.units.find(({ id }) => String(id) === unit.control.value)));
  return h('header.bearings-page-header', null, title, h('form.aui.top-label.bearings-board-unit', null, unit.element));
}

const withoutUnit = () =>
  h(
    'div.aui-message.aui-message-info',
    null,
    h('p', null, AJS.I18n.getText('bearings.board.noUnit')),
    h('p', null, h('a', { href: address('BearingsWorkspace', '') }, AJS.I18n.getText('bearings.board.units')))
  );

function kpisElement(unit, { kpis }, cycle) {
  const ofSprints = kpis.filter(({ frequency, archived }) => frequency === 'PER_SPRINT' && !archived);
  return ofSprints.length
    ? boardElement(ofSprints, cycle, { full: true })
    : h(
        'div',
        null,
        h('p.bearings-hint', null, AJS.I18n.getText('bearings.board.noKpis', unit.name)),
        h('p', null, h('a', { href: address('BearingsWorkspace', `?unit=${unit.id}&view=kpis`) }, AJS.I18n.getText('bearings.board.addKpis')))
      );
}
