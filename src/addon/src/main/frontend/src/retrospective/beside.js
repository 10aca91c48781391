/** What stands beside the matrix: what broke, what was changed, what blocked, and how the cycle was kept. */
import { inWorkspace } from '../lib/served.js';
import { h } from '../lib/dom.js';
import { actionStateText } from '../kpi/words.js';
import { dayText, scoreText } from '../workspace/values.js';
import { goalpostLine } from './causes.js';
import { kpiLine, kpiName } from './words.js';

/** From how many statements of confidence on there is a figure. */
const PAIRS = 20;

export function beside(whole) {
  return h(
    'section.bearings-retro-section',
    { 'aria-labelledby': 'bearings-retro-beside' },
    h('h2', { id: 'bearings-retro-beside' }, AJS.I18n.getText('bearings.retro.beside')),
    h(
      'div.bearings-retro-cards',
      null,
      card(AJS.I18n.getText('bearings.retro.breaches'), whole.breaches.map(breach), AJS.I18n.getText('bearings.retro.breaches.none')),
      card(AJS.I18n.getText('bearings.retro.goalposts'), goalposts(whole), AJS.I18n.getText('bearings.retro.goalposts.none')),
      card(
        AJS.I18n.getText('bearings.retro.blockers'),
        whole.blockers.map((each) => blocker(each, whole.unit.id)),
        AJS.I18n.getText('bearings.retro.blockers.none')
      ),
      discipline(whole),
      card(
        AJS.I18n.getText('bearings.retro.carryOvers'),
        whole.carryOvers.map((each) => carryOver(each, whole.unit.id)),
        AJS.I18n.getText('bearings.retro.carryOvers.none')
      ),
      apart(whole)
    )
  );
}

const card = (title, lines, none) =>
  h(
    'section.bearings-retro-card',
    null,
    h('h3', null, title),
    lines.length ? h('ul.bearings-retro-evidence', null, lines) : h('p.bearings-hint', null, none)
  );

function breach({ kpi, first, until, action, person, result }) {
  const done = person
    ? AJS.I18n.getText('bearings.retro.breach.result', actionStateText(action), person.name, result || '\u2013')
    : actionStateText(action);
  return kpiLine(
    kpi,
    until
      ? AJS.I18n.getText('bearings.retro.breach', kpiName(kpi), dayText(first), dayText(until), done)
      : AJS.I18n.getText('bearings.retro.breach.open', kpiName(kpi), dayText(first), done)
  );
}

const goalposts = ({ objectives, unit }) =>
  objectives.flatMap(({ key, goalposts: all }) => all.map((each) => goalpostLine(each, unit.id, key)));

function blocker({ subject, text, days, resolved }, unitId) {
  const state = resolved ? AJS.I18n.getText('bearings.retro.blocker.resolved') : AJS.I18n.getText('bearings.retro.blocker.open');
  return h(
    'li',
    { dir: 'auto' },
    h('a', { href: inWorkspace({ unitId }, subject.key) }, AJS.I18n.getText('bearings.retro.blocker', subject.key, text, days, state))
  );
}

function discipline({ objectives, calibration }) {
  const told = objectives.flatMap(({ keyResults }) => keyResults);
  const sum = (of) => told.reduce((all, each) => all + of(each), 0);
  return h(
    'section.bearings-retro-card',
    null,
    h('h3', null, AJS.I18n.getText('bearings.retro.discipline')),
    h('p', null, AJS.I18n.getText('bearings.retro.discipline.text', sum(({ kept }) => kept), sum(({ slots }) => slots))),
    h(
      'p',
      null,
      calibration.brier === null
        ? AJS.I18n.getText('bearings.retro.calibration.few', calibration.pairs, PAIRS)
        : AJS.I18n.getText('bearings.retro.calibration', calibration.pairs, scoreText(calibration.brier))
    )
  );
}

const carryOver = ({ key, title, cycles, owners, lowered }, unitId) =>
  h(
    'li',
    { dir: 'auto' },
    h(
      'a',
      { href: inWorkspace({ unitId }, key) },
      AJS.I18n.getText('bearings.retro.carryOver', `${key} ${title}`, cycles.length, cycles.join(', '), owners, lowered)
    )
  );

function apart({ abandoned, drafts, hidden }) {
  const lines = [
    ...abandoned.map(({ key, title, reason }) =>
      h(
        'li',
        { dir: 'auto' },
        reason
          ? AJS.I18n.getText('bearings.retro.abandoned.reason', `${key} ${title}`, reason)
          : AJS.I18n.getText('bearings.retro.abandoned', `${key} ${title}`)
      )
    ),
    ...drafts.map(({ key, title }) => h('li', { dir: 'auto' }, AJS.I18n.getText('bearings.retro.draft', `${key} ${title}`))),
    hidden ? h('li', null, AJS.I18n.getText('bearings.retro.hidden', hidden)) : null,
  ].filter(Boolean);
  return lines.length ? card(AJS.I18n.getText('bearings.retro.apart'), lines, '') : null;
}
