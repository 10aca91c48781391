/** Where the work of a unit went, in words and as a table. */
import { h } from '../lib/dom.js';
import { dayText, isNumber, numberText } from './values.js';

/** Shares in whole percent that add up to 100; only everything is 100 %, and only nothing is 0 %. */
export function percents(shares) {
  const exact = shares.map((share) => Number(share) * 100);
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((sum, each) => sum + each, 0);
  exact
    .map((each, index) => ({ index, rest: each - whole[index] }))
    .sort((one, other) => other.rest - one.rest)
    .slice(0, Math.max(missing, 0))
    .forEach(({ index }) => (whole[index] += 1));
  exact.forEach((each, index) => {
    if (each > 0 && whole[index] === 0) {
      whole[index] = 1;
      whole[whole.indexOf(Math.max(...whole))] -= 1;
    }
  });
  return whole;
}

const percentOf = (share) => percents([share, 1 - Number(share)])[0];

const percentText = (part) => (isNumber(part.share) ? AJS.I18n.getText('bearings.timeline.percent', percentOf(part.share)) : '\u2013');

/** "62 % of what was finished served an objective, 12 % restored a KPI; 26 % nothing that is written down." */
export function sharesText({ objective, kpi, neither }) {
  const [served, restored, rest] = percents([objective.share, kpi.share, neither.share]);
  if (restored) {
    return AJS.I18n.getText('bearings.effort.threeShares', served, restored, rest);
  }
  if (served === 100) {
    return AJS.I18n.getText('bearings.effort.all');
  }
  return served ? AJS.I18n.getText('bearings.effort.sentence', served, rest) : AJS.I18n.getText('bearings.effort.nothing');
}

export function sentence(answer) {
  const { objective, kpi, neither, issues } = answer;
  return [
    h('p.bearings-effort-sentence', null, sharesText(answer)),
    h(
      'p.bearings-hint',
      null,
      [
        AJS.I18n.getText('bearings.effort.counts', objective.issues, kpi.issues, issues, dayText(answer.from), dayText(answer.to)),
        answer.weightBy === 'POINTS' && AJS.I18n.getText('bearings.effort.pointSums', numberText(objective.weight), numberText(kpi.weight), numberText(neither.weight)),
        projectsText(answer),
      ]
        .filter(Boolean)
        .join(' ')
    ),
    answer.mostlyNotEstimated &&
      h(
        'p.bearings-hint',
        null,
        answer.imputed === issues
          ? AJS.I18n.getText('bearings.effort.notEstimated')
          : AJS.I18n.getText('bearings.effort.mostlyNotEstimated', answer.imputed, issues)
      ),
    undatedText(answer),
  ];
}

export const undatedText = ({ undated }) =>
  undated > 0 &&
  h('p.bearings-hint', null, undated === 1 ? AJS.I18n.getText('bearings.effort.undated.one') : AJS.I18n.getText('bearings.effort.undated.many', undated));

export function projectsText({ projects, hiddenProjects }) {
  const named = projects.map(({ key }) => key).join(', ');
  return [
    named && (projects.length === 1 ? AJS.I18n.getText('bearings.effort.projects.one', named) : AJS.I18n.getText('bearings.effort.projects.many', named)),
    hiddenProjects > 0 &&
      (hiddenProjects === 1 ? AJS.I18n.getText('bearings.effort.hiddenProjects.one') : AJS.I18n.getText('bearings.effort.hiddenProjects.many', hiddenProjects)),
  ]
    .filter(Boolean)
    .join(' ');
}

export const weekText = ({ first, last }) => (first === last ? dayText(first) : AJS.I18n.getText('bearings.cycle.days', dayText(first), dayText(last)));

const pointsText = ({ weight, issues }) =>
  !issues ? numberText(0) : issues === 1 ? AJS.I18n.getText('bearings.effort.amount.one', numberText(weight)) : AJS.I18n.getText('bearings.effort.amount.many', numberText(weight), issues);

/**
 * The same numbers for whoever would rather read than look.
 *
 * @param {{choose: boolean}} [how] whether one can choose a week of which to see what was for nothing
 */
export function weekTable({ weeks, weightBy }, { choose = true } = {}) {
  const amount = (part) => (weightBy === 'POINTS' ? pointsText(part) : numberText(part.issues));
  return h(
    'table.aui.bearings-timeline-table',
    null,
    h('caption', null, weightBy === 'POINTS' ? AJS.I18n.getText('bearings.effort.table.points') : AJS.I18n.getText('bearings.effort.table.issues')),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        [
          AJS.I18n.getText('bearings.effort.week'),
          AJS.I18n.getText('bearings.effort.served'),
          AJS.I18n.getText('bearings.effort.kpi'),
          AJS.I18n.getText('bearings.effort.neither'),
          AJS.I18n.getText('bearings.effort.share'),
        ].map((text) => h('th', { scope: 'col' }, text))
      )
    ),
    h(
      'tbody',
      null,
      weeks.map((week) =>
        h(
          'tr',
          null,
          h('th', { scope: 'row' }, weekText(week)),
          h('td', null, amount(week.objective)),
          h('td', null, amount(week.kpi)),
          h(
            'td',
            null,
            choose && week.neither.issues
              ? h(
                  'button.aui-button.aui-button-link',
                  { type: 'button', 'data-bearings-action': 'effort-week', 'data-week': week.first, 'aria-label': AJS.I18n.getText('bearings.effort.showWeek', amount(week.neither), weekText(week)) },
                  amount(week.neither)
                )
              : amount(week.neither)
          ),
          h('td', null, percentText(week.objective))
        )
      )
    )
  );
}
