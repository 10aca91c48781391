/** Where the work of a unit went: which share of what was finished served an objective, restored a KPI or did neither. */
import { h, replaceChildren } from '../lib/dom.js';
import { isNumber, dayText } from '../workspace/values.js';
import { projectsText, sentence, undatedText, weekTable } from '../workspace/effort-words.js';
import { choiceField, unitField } from './choices.js';
import { lazyPicture } from './lazy-picture.js';
import { asTable, headLine, workspaceAddress } from './places.js';

const DAY = 86400000;
const USUAL_WEEKS = 4;

export const effortItem = () => ({
  name: AJS.I18n.getText('bearings.item.effort.title'),
  height: 440,
  seconds: '900',
  fields: (preferences) => [
    unitField(preferences),
    choiceField({ name: 'weeks', label: AJS.I18n.getText('bearings.effort.period') }, preferences.weeks || String(USUAL_WEEKS), [
      ['4', AJS.I18n.getText('bearings.effort.fourWeeks')],
      ['13', AJS.I18n.getText('bearings.item.weeks.quarter')],
      ['26', AJS.I18n.getText('bearings.item.weeks.half')],
    ]),
    choiceField({ name: 'weight', label: AJS.I18n.getText('bearings.effort.weight') }, preferences.weight || '', [
      ['', AJS.I18n.getText('bearings.effort.byIssues')],
      ['points', AJS.I18n.getText('bearings.effort.byPoints')],
    ]),
  ],
  request: ({ unit, weeks, weight }) =>
    unit ? { path: `units/${encodeURIComponent(unit)}/effort`, parameters: { from: firstDay(Number(weeks)), weight } } : null,
  unconfigured: () => AJS.I18n.getText('bearings.item.unit.unconfigured'),
  denied: () => AJS.I18n.getText('bearings.velocity.dashboard.noPermission'),
  subject: ({ unit }) => unit.name,
  view,
});

/** The server's own four weeks where nothing else is chosen. */
const firstDay = (weeks) => (weeks > USUAL_WEEKS ? new Date(Date.now() - (7 * weeks - 1) * DAY).toISOString().slice(0, 10) : null);

function view() {
  const top = h('div');
  const picture = lazyPicture('effort');
  const table = h('div');
  return {
    element: h('div', null, top, picture.element, table),
    update(answer) {
      const worked = answer.issues > 0 && isNumber(answer.objective.share);
      const open = Boolean(table.querySelector('details[open]'));
      replaceChildren(top, headLine(workspaceAddress(answer.unit.id, { view: 'effort' }), answer.unit.name), worked ? sentence(answer) : empty(answer));
      picture.element.hidden = !worked;
      if (worked) {
        picture.update(answer);
      }
      replaceChildren(table, worked && asTable(weekTable(answer, { choose: false })));
      if (open && worked) {
        table.querySelector('details').open = true;
      }
    },
    stop: picture.stop,
  };
}

/** Says what to do where there is nothing to show. */
const empty = (answer) => [
  h(
    'p',
    null,
    answer.projects.length || answer.hiddenProjects
      ? `${AJS.I18n.getText('bearings.effort.none', dayText(answer.from), dayText(answer.to))} ${projectsText(answer)}`
      : AJS.I18n.getText('bearings.effort.noProject.ask')
  ),
  undatedText(answer),
];
