/** KPIs that the history of a project suggests: chosen by looking at a year, taken with one button each. */
import { h, replaceChildren, svg, uniqueId } from '../lib/dom.js';
import { field, select } from '../lib/fields.js';
import { undoable } from '../lib/flags.js';
import { creator } from '../lib/once.js';
import { get, post } from '../lib/rest.js';
import { isNumber, valueText } from '../workspace/values.js';
import { kpiAddress } from '../workspace/kpi-address.js';
import { tellChanged } from './changed.js';
import { frequencyChoices, wordOf } from './choices.js';
import { categoryText, levelText } from './words.js';

const EVERY = 1500;

const WIDTH = 240;
const HEIGHT = 48;
const EDGE = 5;

/** Why a proposal is made. */
const REASONS = () => ({
  ON_TIME_DELIVERY: AJS.I18n.getText('bearings.kpi.proposal.ON_TIME_DELIVERY.why'),
  LEAD_TIME: AJS.I18n.getText('bearings.kpi.proposal.LEAD_TIME.why'),
  REOPEN_RATE: AJS.I18n.getText('bearings.kpi.proposal.REOPEN_RATE.why'),
  BUG_RATE: AJS.I18n.getText('bearings.kpi.proposal.BUG_RATE.why'),
  COST_PER_DELIVERY: AJS.I18n.getText('bearings.kpi.proposal.COST_PER_DELIVERY.why'),
  HOURS_PER_DELIVERY: AJS.I18n.getText('bearings.kpi.proposal.HOURS_PER_DELIVERY.why'),
  VELOCITY: AJS.I18n.getText('bearings.kpi.proposal.VELOCITY.why'),
  SAY_DO: AJS.I18n.getText('bearings.kpi.proposal.SAY_DO.why'),
  WORK_IN_PROGRESS: AJS.I18n.getText('bearings.kpi.proposal.WORK_IN_PROGRESS.why'),
  EFFORT_FOR_OBJECTIVES: AJS.I18n.getText('bearings.kpi.proposal.EFFORT_FOR_OBJECTIVES.why'),
  THROUGHPUT: AJS.I18n.getText('bearings.kpi.proposal.THROUGHPUT.why'),
});

/** The projects of a unit; where it has none, those of the units below it. */
export function projectsOf({ unitId, units }) {
  const own = (units.find(({ id }) => id === unitId) || { projects: [] }).projects;
  if (own.length) {
    return own;
  }
  const below = units.filter(({ parentId }) => parentId === unitId).flatMap(({ id }) => projectsOf({ unitId: id, units }));
  return below.filter(({ key }, index) => below.findIndex((each) => each.key === key) === index);
}

/**
 * @param {{unitId: number, projects: Array<{key: string, name: string}>, me: Object|null}} of the unit, with the projects that can be chosen
 * @returns {{element: Element, isDirty: function(): boolean, focus: function()}}
 */
export function proposalsView({ unitId, projects, me }) {
  const content = h('div', { 'aria-live': 'polite' });
  const choice = projects.length > 1 && chooser(projects, ask);
  const element = h('div.bearings-kpi-proposals', null, h('p', null, AJS.I18n.getText('bearings.kpi.propose.lead')), choice && choice.element, content);
  let asked = '';
  let timer = null;

  function ask(project) {
    asked = project;
    clearTimeout(timer);
    replaceChildren(content, h('p.bearings-hint', null, AJS.I18n.getText('bearings.loading')));
    load(project);
  }

  async function load(project) {
    let answer;
    try {
      answer = await get('kpi-proposals', { project, unit: unitId });
    } catch (refused) {
      if (project === asked) {
        replaceChildren(content, h('div.aui-message.aui-message-error', { role: 'alert' }, h('p', null, refused.message)));
      }
      return;
    }
    if (project !== asked) {
      return;
    }
    const { proposals, backfill } = answer;
    if (backfill.state === 'FAILED') {
      replaceChildren(content, h('div.aui-message.aui-message-error', null, h('p', null, backfill.text || AJS.I18n.getText('bearings.kpi.backfill.failed'))));
    } else if (backfill.state !== 'DONE') {
      replaceChildren(content, reading(backfill));
      timer = setTimeout(() => document.contains(element) && project === asked && load(project), EVERY);
    } else {
      replaceChildren(
        content,
        proposals.length
          ? h('ul.bearings-kpi-board', { 'aria-label': AJS.I18n.getText('bearings.kpi.propose') }, proposals.map((each) => card(each, { unitId, me })))
          : h('p', null, AJS.I18n.getText('bearings.kpi.propose.none', project))
      );
    }
  }

  if (projects.length) {
    ask(projects[0].key);
  } else {
    replaceChildren(content, h('p', null, AJS.I18n.getText('bearings.kpi.propose.noProject')));
  }
  return {
    element,
    isDirty: () => false,
    focus() {
      if (choice) {
        choice.control.focus();
      }
    },
  };
}

function chooser(projects, ask) {
  const control = select(
    projects[0].key,
    projects.map(({ key, name }) => [key, `${name} (${key})`])
  );
  control.addEventListener('change', () => ask(control.value));
  const made = field({ name: 'project', label: AJS.I18n.getText('bearings.kpi.propose.project') }, control);
  return { control, element: h('form.aui.top-label.bearings-form', { novalidate: true }, made.element) };
}

const reading = ({ done, of }) => [
  h('p', null, AJS.I18n.getText('bearings.kpi.propose.reading')),
  h('progress.bearings-import-progress', { 'aria-label': AJS.I18n.getText('bearings.kpi.backfill'), ...(of > 0 ? { max: of, value: done } : {}) }),
  of > 0 && h('span', null, ` ${AJS.I18n.getText('bearings.kpi.backfill.part', done, of)}`),
];

/** A proposal: what the year was like, what that suggests, and a button. */
function card({ id, kpi, values }, { unitId, me }) {
  const { measure } = kpi;
  const create = creator();
  const titleId = uniqueId('proposal');
  const button = h('button.aui-button.aui-button-primary', { type: 'button', 'aria-describedby': titleId }, AJS.I18n.getText('bearings.kpi.propose.take'));
  const outcome = h('p.bearings-kpi-actions', { role: 'status' });
  const problem = h('p.error', { role: 'alert' });
  const actions = h('p.bearings-kpi-actions', null, button);

  async function take() {
    button.disabled = true;
    replaceChildren(problem);
    try {
      const created = await create('kpis', { ...kpi, ...(me ? { owner: { key: me.key } } : {}), unitId });
      taken(created);
    } catch (refused) {
      replaceChildren(problem, [refused.message, ...Object.values(refused.fields || {})].filter(Boolean).join(' '));
      button.disabled = false;
    }
  }

  function taken(created) {
    actions.hidden = true;
    replaceChildren(outcome, AJS.I18n.getText('bearings.kpi.propose.taken'), ' ', h('a', { href: kpiAddress(created.key) }, created.key));
    tellChanged();
    undoable(AJS.I18n.getText('bearings.page.created', created.key), () => takeBack(created));
  }

  async function takeBack({ id: kpiId, version }) {
    try {
      await post(`kpis/${kpiId}/archive`, { version });
    } catch (refused) {
      replaceChildren(problem, refused.message);
      return;
    }
    replaceChildren(outcome);
    actions.hidden = false;
    button.disabled = false;
    tellChanged();
    button.focus();
  }

  button.addEventListener('click', take);
  return h(
    'li.bearings-kpi-card',
    { 'data-bearings-proposal': id },
    h('p.bearings-kpi-over', null, [categoryText(kpi.category), wordOf(frequencyChoices(), kpi.frequency)].join(' \u00b7 ')),
    h('h3.bearings-kpi-name', { id: titleId }, kpi.name),
    spark(values, kpi),
    h(
      'dl.bearings-kpi-proposed',
      null,
      [
        [AJS.I18n.getText('bearings.kpi.level.target'), kpi.target],
        [AJS.I18n.getText('bearings.kpi.level.warning'), kpi.warning],
        [AJS.I18n.getText('bearings.kpi.level.critical'), kpi.critical],
      ]
        .filter(([, level]) => level)
        .map(([name, level]) => h('div', null, h('dt', null, name), h('dd', null, levelText(level, measure))))
    ),
    h('p', null, REASONS()[id]),
    h('p.bearings-hint', null, AJS.I18n.getText('bearings.kpi.propose.why', values.filter(isNumber).length)),
    problem,
    actions,
    outcome
  );
}

/** The values of a year as a line, broken where there was none, with the proposed target. */
function spark(values, { measure, target }) {
  const known = values.map((value, index) => ({ value, index })).filter(({ value }) => isNumber(value));
  const level = target && isNumber(target.value) ? Number(target.value) : null;
  const numbers = known.map(({ value }) => Number(value)).concat(level === null ? [] : [level]);
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  const round = (number) => Math.round(number * 10) / 10;
  const x = (index) => round(values.length > 1 ? EDGE + (index / (values.length - 1)) * (WIDTH - 2 * EDGE) : WIDTH / 2);
  const y = (value) => round(HEIGHT - EDGE - (high > low ? (value - low) / (high - low) : 0.5) * (HEIGHT - 2 * EDGE));
  const stretches = known.reduce((all, each) => {
    const last = all.at(-1);
    if (last && last.at(-1).index === each.index - 1) {
      last.push(each);
      return all;
    }
    return [...all, [each]];
  }, []);
  const text = known.length
    ? AJS.I18n.getText(
        'bearings.kpi.propose.spark',
        known.length,
        valueText(Math.min(...known.map(({ value }) => Number(value))), measure),
        valueText(Math.max(...known.map(({ value }) => Number(value))), measure),
        valueText(known.at(-1).value, measure)
      )
    : AJS.I18n.getText('bearings.kpi.noValues');
  return svg(
    'svg.bearings-kpi-spark',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': text, focusable: 'false' },
    level !== null && svg('line.bearings-kpi-spark-target', { x1: 0, x2: WIDTH, y1: y(level), y2: y(level) }),
    stretches.filter((each) => each.length > 1).map((each) => svg('polyline', { points: each.map(({ index, value }) => `${x(index)},${y(Number(value))}`).join(' ') })),
    known.map(({ value, index }) => svg('circle.bearings-kpi-dot', { cx: x(index), cy: y(Number(value)), r: 3 }))
  );
}
