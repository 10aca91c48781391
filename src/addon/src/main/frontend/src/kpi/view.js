/** The health of a unit: its KPIs as a board, and its velocity beside the objectives of the cycle. */
import { h, morph, onAction, replaceChildren, uniqueId } from '../lib/dom.js';
import { select } from '../lib/fields.js';
import { poll } from '../lib/poll.js';
import { changing, get } from '../lib/rest.js';
import { scoreOf } from '../lib/progress.js';
import { shownStatus as objectiveStatus, statusLozenge } from '../lib/status.js';
import { isBeingRead, velocityElement } from '../lib/velocity.js';
import { scoreText } from '../workspace/values.js';
import { boardElement, chosen } from './board.js';
import { onChanged } from './changed.js';
import { CATEGORIES, categoryText, KPI_STATUSES, kpiStatusText } from './words.js';

const EVERY = 8000;

/** How often it is looked whether the past of a team has been read. */
const READING_EVERY = 5000;

/** More than these nobody looks at. */
const FEW = 10;

const FILTERS = { category: '', health: '', owner: '', q: '' };

/** The board as a view of the workspace. */
export function kpisView(page) {
  const board = h('div');
  const problem = h('p.bearings-stale', { role: 'status', hidden: true });
  const velocity = h('div');
  const objectives = h('div');
  const controls = controlsOf(page);
  const element = h(
    'div.bearings-kpis',
    null,
    controls.element,
    problem,
    board,
    h('div.bearings-kpi-team', null, velocity, objectives)
  );
  let asked = '';
  let read = null;
  let answer = null;
  let model = null;
  let sprintsOf = null;
  let again = null;

  async function refresh() {
    const mine = asked;
    try {
      const news = await read();
      if (mine === asked) {
        answer = news || answer;
        tell('');
        draw();
      }
    } catch (refused) {
      if (mine === asked) {
        tell(answer ? AJS.I18n.getText('bearings.page.stale', refused.message) : refused.message);
      }
      throw refused;
    }
  }

  function tell(text) {
    if (problem.textContent !== text) {
      problem.textContent = text;
      problem.hidden = !text;
    }
  }

  function draw() {
    const place = page.place();
    const full = place.board === 'full';
    controls.update(answer, place, model);
    const kpis = chosen(answer.kpis, place);
    morph(board, h('div', null, kpis.length ? [boardElement(kpis, model.cycle, { full }), note(kpis)] : empty(place)));
    morph(objectives, h('div', null, !full && objectivesOf(model)));
    velocity.hidden = full;
  }

  const note = (kpis) =>
    kpis.length > FEW && !answer.kpis.some(({ unitId }) => unitId !== model.unit.id)
      ? h('p.bearings-hint', null, AJS.I18n.getText('bearings.kpi.many', kpis.length))
      : null;

  function empty(place) {
    if (answer.kpis.length) {
      return h(
        'div.bearings-empty',
        null,
        h('h2', null, AJS.I18n.getText('bearings.kpi.empty.filtered')),
        h('p', null, h('button.aui-button', { type: 'button', 'data-bearings-action': 'all-kpis' }, AJS.I18n.getText('bearings.filter.clear')))
      );
    }
    return h(
      'div.bearings-empty',
      null,
      h('h2', null, AJS.I18n.getText('bearings.kpi.empty')),
      h('p', null, answer.mayCreate ? AJS.I18n.getText('bearings.kpi.empty.start') : AJS.I18n.getText('bearings.kpi.empty.wait')),
      !place.below &&
        isParent(model) &&
        h('p', null, h('button.aui-button.aui-button-link', { type: 'button', 'data-bearings-action': 'below' }, AJS.I18n.getText('bearings.kpi.below'))),
      answer.mayCreate && h(
          'p.bearings-kpi-begin',
          null,
          h('a.aui-button.aui-button-primary', { href: '#KPI-propose' }, AJS.I18n.getText('bearings.kpi.propose')),
          h('a.aui-button', { href: '#KPI-new' }, AJS.I18n.getText('bearings.kpi.create'))
        )
    );
  }

  /** Sprints end rarely: they are read when the page comes to the unit, and not again and again. */
  async function readVelocity() {
    const unit = model.unit.id;
    if (unit === sprintsOf) {
      return;
    }
    sprintsOf = unit;
    clearTimeout(again);
    replaceChildren(velocity);
    await drawVelocity(unit);
  }

  async function drawVelocity(unit) {
    let content;
    try {
      const answered = await get('velocity', { unit });
      content = velocityElement(answered);
      if (isBeingRead(answered) && unit === sprintsOf) {
        again = setTimeout(() => document.contains(velocity) && unit === sprintsOf && drawVelocity(unit), READING_EVERY);
      }
    } catch (refused) {
      content = h('p.bearings-hint', { role: 'status' }, refused.message);
    }
    if (unit === sprintsOf) {
      replaceChildren(
        velocity,
        h('section', null, h('h2.bearings-kpi-heading', null, AJS.I18n.getText('bearings.velocity.of', model.unit.name)), content)
      );
    }
  }

  onAction(element, {
    'all-kpis': () => page.go(FILTERS),
    below: () => page.go({ below: 'true' }),
  });

  const refresher = poll(() => (read ? refresh() : Promise.resolve()), EVERY);
  const deaf = onChanged(refresher.now);
  return {
    name: 'kpis',
    element,
    update(now) {
      model = now;
      const place = page.place();
      wall(element, place.board === 'full');
      const question = { unit: model.unit.id, below: place.below, archived: place.archived };
      const wanted = JSON.stringify(question);
      if (wanted !== asked) {
        const other = !asked || JSON.parse(asked).unit !== question.unit;
        asked = wanted;
        read = changing('kpis', question);
        if (other) {
          answer = null;
          replaceChildren(board, h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.loading')));
        }
        refresher.now();
      }
      if (answer) {
        draw();
      }
      if (place.board !== 'full') {
        readVelocity();
      }
    },
    stop() {
      refresher.stop();
      clearTimeout(again);
      deaf();
      wall(element, false);
    },
  };
}

/** Whether there are units below. */
const isParent = ({ unit, units }) => units.some(({ parentId }) => parentId === unit.id);

/** On a wall there is nothing but the board. */
function wall(element, full) {
  const root = element.closest('.bearings-workspace');
  if (root) {
    root.classList.toggle('bearings-board-full', full);
  }
}

/** What is left out and in which order the rest stands, and the buttons of the board. */
function controlsOf(page) {
  const make = (name, label, choices) => {
    const id = uniqueId('kpi-filter');
    const control = select('', choices, { id });
    control.addEventListener('change', () => page.go({ [name]: control.value }));
    return { name, control, element: h('span.bearings-filter', null, h('label.bearings-filter-name', { for: id }, label), ' ', control) };
  };
  const filters = [
    make('category', AJS.I18n.getText('bearings.kpi.category'), [
      ['', AJS.I18n.getText('bearings.kpi.filter.any')],
      ...CATEGORIES.map((each) => [each, categoryText(each)]),
    ]),
    make('health', AJS.I18n.getText('bearings.filter.status'), [
      ['', AJS.I18n.getText('bearings.kpi.filter.any')],
      ['BREACH', AJS.I18n.getText('bearings.kpi.filter.breach')],
      ...KPI_STATUSES.map((each) => [each, kpiStatusText(each)]),
    ]),
    make('sort', AJS.I18n.getText('bearings.kpi.sort'), [
      ['', AJS.I18n.getText('bearings.kpi.sort.usual')],
      ['status', AJS.I18n.getText('bearings.filter.status')],
      ['name', AJS.I18n.getText('bearings.kpi.name')],
      ['due', AJS.I18n.getText('bearings.kpi.sort.due')],
    ]),
  ];
  const belowId = uniqueId('kpi-below');
  const below = h('input.checkbox', { type: 'checkbox', id: belowId });
  below.addEventListener('change', () => page.go({ below: below.checked ? 'true' : '' }));
  const part = h('span.bearings-filter.checkbox', { hidden: true }, below, ' ', h('label', { for: belowId }, AJS.I18n.getText('bearings.kpi.below')));
  const create = h('a.aui-button.aui-button-primary', { href: '#KPI-new', hidden: true }, AJS.I18n.getText('bearings.kpi.create'));
  const propose = h('a.aui-button', { href: '#KPI-propose', hidden: true }, AJS.I18n.getText('bearings.kpi.propose'));
  const full = h('button.aui-button', { type: 'button' });
  full.addEventListener('click', () => {
    const enter = page.place().board !== 'full';
    fillScreen(enter);
    page.go({ board: enter ? 'full' : '' });
    full.focus();
  });
  return {
    element: h(
      'div.bearings-kpi-controls',
      { role: 'group', 'aria-label': AJS.I18n.getText('bearings.kpi.filter') },
      filters.map((each) => each.element),
      part,
      h('span.bearings-kpi-buttons', null, full, propose, create)
    ),
    update(answer, place, model) {
      part.hidden = !isParent(model) && place.below !== 'true';
      filters.forEach(({ name, control }) => {
        control.value = place[name];
      });
      below.checked = place.below === 'true';
      create.hidden = !answer.mayCreate || place.board === 'full';
      propose.hidden = create.hidden;
      const text = place.board === 'full' ? AJS.I18n.getText('bearings.kpi.leaveFull') : AJS.I18n.getText('bearings.kpi.full');
      if (full.textContent !== text) {
        full.textContent = text;
      }
    },
  };
}

/** The browser's own full screen, where it has one and allows it; the board fills its window in any case. */
function fillScreen(enter) {
  const done = enter
    ? document.documentElement.requestFullscreen && document.documentElement.requestFullscreen()
    : document.fullscreenElement && document.exitFullscreen();
  if (done) {
    done.catch(() => {});
  }
}

/** The objectives of the same team, one calm line each. */
function objectivesOf({ objectives, cycle, unit }) {
  if (!cycle) {
    return null;
  }
  return h(
    'section',
    null,
    h('h2.bearings-kpi-heading', null, AJS.I18n.getText('bearings.kpi.objectives', unit.name, cycle.name)),
    objectives.length
      ? h(
          'ul.bearings-kpi-objectives',
          null,
          objectives.map((objective) =>
            h(
              'li',
              { id: `bearings-kpi-beside-${objective.key}` },
              scoreOf(objective, scoreText(objective.score)),
              h(
                'span.bearings-kpi-objective',
                { dir: 'auto' },
                objective.titleHidden ? AJS.I18n.getText('bearings.objective.private') : h('a', { href: `#${objective.key}` }, objective.title)
              ),
              statusLozenge(objectiveStatus(objective))
            )
          )
        )
      : h('p.bearings-hint', null, AJS.I18n.getText('bearings.kpi.noObjectives'))
  );
}

/** Above the list while a cycle is under way: health leads. Says nothing where there is nothing to say. */
export function kpiStrip({ page }) {
  const element = h('div');
  let read = null;
  let unit = null;
  let model = null;
  let answer = null;

  async function refresh() {
    if (!read) {
      return;
    }
    const mine = unit;
    const news = await read();
    if (mine === unit) {
      answer = news || answer;
      draw();
    }
  }

  function draw() {
    const shown = answer ? answer.kpis.slice(0, FEW) : [];
    const more = answer && answer.kpis.length > shown.length;
    morph(
      element,
      h(
        'div',
        null,
        shown.length > 0 &&
          h(
            'section.bearings-kpi-strip',
            { 'aria-label': AJS.I18n.getText('bearings.kpi.board') },
            boardElement(shown, model.cycle),
            more && h('p', null, h('button.aui-button.aui-button-link', { type: 'button', 'data-bearings-action': 'view', 'data-view': 'kpis' }, AJS.I18n.getText('bearings.kpi.all', answer.kpis.length)))
          )
      )
    );
  }

  const refresher = poll(refresh, EVERY);
  const deaf = onChanged(refresher.now);
  return {
    element,
    update(now) {
      model = now;
      if (unit !== now.unit.id) {
        unit = now.unit.id;
        answer = null;
        read = changing('kpis', { unit });
        draw();
        refresher.now();
      } else {
        draw();
      }
    },
    stop() {
      refresher.stop();
      deaf();
    },
  };
}
