/** What belongs to KPIs in words: statuses, kinds, periods and levels. */
import { dayText, isNumber, valueText } from '../workspace/values.js';

const statusNames = () => ({
  GREEN: AJS.I18n.getText('bearings.kpi.status.green'),
  AMBER: AJS.I18n.getText('bearings.kpi.status.amber'),
  RED: AJS.I18n.getText('bearings.kpi.status.red'),
  NO_DATA: AJS.I18n.getText('bearings.status.noData'),
  STALE: AJS.I18n.getText('bearings.kpi.status.stale'),
  NOT_JUDGED: AJS.I18n.getText('bearings.kpi.status.notJudged'),
});

/** Statuses that can be asked for, the most pressing first. */
export const KPI_STATUSES = ['RED', 'AMBER', 'STALE', 'NO_DATA', 'NOT_JUDGED', 'GREEN'];

export const kpiStatusText = (status) => statusNames()[status] || status;

const categoryNames = () => ({
  TIMELINE: AJS.I18n.getText('bearings.kpi.category.timeline'),
  QUALITY: AJS.I18n.getText('bearings.kpi.category.quality'),
  COST: AJS.I18n.getText('bearings.kpi.category.cost'),
  TEAM: AJS.I18n.getText('bearings.kpi.category.team'),
  VALUE: AJS.I18n.getText('bearings.kpi.category.value'),
  OWN: AJS.I18n.getText('bearings.kpi.category.own'),
});

export const CATEGORIES = ['TIMELINE', 'QUALITY', 'COST', 'TEAM', 'VALUE', 'OWN'];

export const categoryText = (kind, own) => (kind === 'OWN' && own) || categoryNames()[kind] || kind;

/** "On 20 Nov", "1 Oct – 31 Oct", or the name of a sprint or a release. */
export function periodText({ first, last, name }) {
  if (name) {
    return name;
  }
  return first === last ? dayText(first) : AJS.I18n.getText('bearings.cycle.days', dayText(first), dayText(last));
}

/** A number or a band with its unit of measure; empty where there is none. */
export function levelText(level, measure) {
  if (!level) {
    return '';
  }
  return isNumber(level.value)
    ? valueText(level.value, measure)
    : AJS.I18n.getText('bearings.bounds.both', valueText(level.low, measure), valueText(level.high, measure));
}

const rough = (value) => (isNumber(value) ? Number(Number(value).toPrecision(3)) : value);

/** The target of a period. While it runs, it is a share of the whole one, and its digits would say more than is known. */
export const targetOfPeriod = ({ target, provisional }, measure) =>
  levelText(target && provisional ? { value: rough(target.value), low: rough(target.low), high: rough(target.high) } : target, measure);

/** What the side of a threshold is called on which it is bad. */
export function criticalText(level, direction, measure) {
  const text = levelText(level, measure);
  if (!text) {
    return '';
  }
  switch (direction) {
    case 'HIGHER':
      return AJS.I18n.getText('bearings.kpi.criticalBelow', text);
    case 'LOWER':
      return AJS.I18n.getText('bearings.kpi.criticalAbove', text);
    default:
      return AJS.I18n.getText('bearings.kpi.criticalOutside', text);
  }
}

const driftNames = () => ({
  TREND: AJS.I18n.getText('bearings.kpi.drift.trend'),
  SIX_STEPS: AJS.I18n.getText('bearings.kpi.drift.sixSteps'),
  CUSUM: AJS.I18n.getText('bearings.kpi.drift.cusum'),
});

export const driftText = (rule) => driftNames()[rule] || rule;

export const actionStateText = (state) =>
  ({
    OPEN: AJS.I18n.getText('bearings.kpi.action.open'),
    DONE: AJS.I18n.getText('bearings.kpi.action.done'),
    NOT_NEEDED: AJS.I18n.getText('bearings.kpi.action.notNeeded'),
  })[state] || state;
