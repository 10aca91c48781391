/** Each cause with its evidence, and what would refute it. */
import { inWorkspace } from '../lib/served.js';
import { percentText } from '../lib/figures.js';
import { h } from '../lib/dom.js';
import { fieldText } from '../workspace/field-words.js';
import { dayText, numberText, scoreText } from '../workspace/values.js';
import { causeText, kpiLine, kpiName } from './words.js';

const line = (text) => h('li', { dir: 'auto' }, text);

/** A line that leads to a key result or objective. */
const linked = (unitId, key, text) => h('li', { dir: 'auto' }, h('a', { href: inWorkspace({ unitId }, key) }, text));

const named = ({ key, title }) => `${key} ${title}`;

export function causeElement(cause, first, unitId) {
  return h(
    'li.bearings-retro-cause',
    null,
    h(
      'h4',
      null,
      causeText(cause.kind),
      first ? h('span.bearings-flag', null, AJS.I18n.getText('bearings.retro.leads')) : null
    ),
    h('ul.bearings-retro-evidence', null, evidence(cause, unitId)),
    h('p.bearings-retro-refuted', null, AJS.I18n.getText('bearings.retro.refuted', refutation(cause)))
  );
}

function evidence(cause, unitId) {
  const { kind, output, effort, keyResults, goalposts, scope, events, lags, strains, drivers, cycles } = cause;
  switch (kind) {
    case 'NO_OUTCOME_DATA':
      return keyResults.length
        ? keyResults.map((each) => linked(unitId, each.key, AJS.I18n.getText('bearings.retro.line.noData', named(each))))
        : line(AJS.I18n.getText('bearings.retro.line.outputOnly'));
    case 'NOT_EXECUTED':
      return outputLine(output);
    case 'EFFORT_ELSEWHERE':
      return effortLines(effort);
    case 'SCOPE_OR_GOALPOSTS_CHANGED':
      return [scope ? scopeLine(scope) : null, goalposts.map((each) => goalpostLine(each, unitId))];
    case 'OUTSIDE_EVENT':
      return events.map(eventLine);
    case 'LAG_NOT_OVER':
      return lags.map((each) =>
        linked(
          unitId,
          each.keyResult.key,
          AJS.I18n.getText('bearings.retro.line.lag', named(each.keyResult), each.weeks, dayText(each.from), dayText(each.over))
        )
      );
    case 'GUARDRAIL_COST':
      return strains.map(({ kpi, red, first, last }) =>
        kpiLine(kpi, AJS.I18n.getText('bearings.retro.line.strain', kpiName(kpi), dayText(first), dayText(last), red))
      );
    case 'WRONG_DRIVER':
      return [drivers.map(driverLine), keyResults.map((each) => keyResultLine(each, unitId))];
    case 'INSENSITIVE_KPIS':
      return cycles.map(({ name, observed, green }) => line(AJS.I18n.getText('bearings.retro.line.greenCycle', name, green, observed)));
    default:
      return [
        line(AJS.I18n.getText('bearings.retro.line.healthy')),
        output ? outputLine(output) : null,
        keyResults.map((each) => keyResultLine(each, unitId)),
      ];
  }
}

const outputLine = ({ done, total, ratio, half }) =>
  line(AJS.I18n.getText('bearings.retro.line.output', done, total, percentText(ratio), half));

const effortLines = ({ done, unitDone, share, linked: planned, unitPlanned, plan }) => [
  line(AJS.I18n.getText('bearings.retro.line.effort.share', done, unitDone, percentText(share))),
  line(AJS.I18n.getText('bearings.retro.line.effort.plan', planned, unitPlanned, percentText(plan))),
];

const scopeLine = ({ since, until, before, added, removed }) =>
  line(AJS.I18n.getText('bearings.retro.line.scope', dayText(since), dayText(until), before, added, removed));

const labelWords = (label) =>
  label === 'ADJUSTMENT' ? AJS.I18n.getText('bearings.retro.label.ADJUSTMENT') : AJS.I18n.getText('bearings.retro.label.MOVED_GOALPOST');

const DASH = '\u2013';

export function goalpostLine(each, unitId, objectiveKey) {
  const key = each.keyResultKey || objectiveKey;
  const text = AJS.I18n.getText(
    'bearings.retro.line.goalpost',
    dayText(each.on),
    fieldText(each.field),
    key || DASH,
    each.from || DASH,
    each.to || DASH,
    labelWords(each.label),
    scoreText(each.scoreBefore),
    scoreText(each.scoreAfter)
  );
  const reason = each.reason ? h('span.bearings-hint', { dir: 'auto' }, AJS.I18n.getText('bearings.retro.line.goalpost.reason', each.reason)) : null;
  return h('li', { dir: 'auto' }, key ? h('a', { href: inWorkspace({ unitId }, key) }, text) : text, reason ? [' ', reason] : null);
}

const eventLine = ({ first, last, text }) =>
  line(
    last
      ? AJS.I18n.getText('bearings.retro.line.event.span', dayText(first), dayText(last), text)
      : AJS.I18n.getText('bearings.retro.line.event', dayText(first), text)
  );

function driverLine({ kpi, from, fromOn, to, toOn, noise }) {
  const text =
    from === null
      ? AJS.I18n.getText('bearings.retro.line.driver.hidden', kpiName(kpi))
      : AJS.I18n.getText(
          'bearings.retro.line.driver',
          kpiName(kpi),
          numberText(from),
          dayText(fromOn),
          numberText(to),
          dayText(toOn),
          numberText(noise)
        );
  return kpiLine(kpi, text);
}

const keyResultLine = (each, unitId) =>
  linked(
    unitId,
    each.key,
    AJS.I18n.getText('bearings.retro.line.keyResult', named(each), scoreText(each.score), scoreText(each.successLevel))
  );

function refutation({ kind, output, lags }) {
  switch (kind) {
    case 'NO_OUTCOME_DATA':
      return AJS.I18n.getText('bearings.retro.refute.NO_OUTCOME_DATA');
    case 'NOT_EXECUTED':
      return AJS.I18n.getText('bearings.retro.refute.NOT_EXECUTED', output.half);
    case 'EFFORT_ELSEWHERE':
      return AJS.I18n.getText('bearings.retro.refute.EFFORT_ELSEWHERE');
    case 'SCOPE_OR_GOALPOSTS_CHANGED':
      return AJS.I18n.getText('bearings.retro.refute.SCOPE_OR_GOALPOSTS_CHANGED');
    case 'OUTSIDE_EVENT':
      return AJS.I18n.getText('bearings.retro.refute.OUTSIDE_EVENT');
    case 'LAG_NOT_OVER':
      return AJS.I18n.getText('bearings.retro.refute.LAG_NOT_OVER', dayText(lags.map(({ over }) => over).sort().pop()));
    case 'GUARDRAIL_COST':
      return AJS.I18n.getText('bearings.retro.refute.GUARDRAIL_COST');
    case 'WRONG_DRIVER':
      return AJS.I18n.getText('bearings.retro.refute.WRONG_DRIVER');
    case 'INSENSITIVE_KPIS':
      return AJS.I18n.getText('bearings.retro.refute.INSENSITIVE_KPIS');
    default:
      return AJS.I18n.getText('bearings.retro.refute.EXECUTED_WELL_ON_THE_WRONG_THING');
  }
}
