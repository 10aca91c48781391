/** What the retrospective calls things. */
import { h } from '../lib/dom.js';
import { kpiAddress } from '../workspace/kpi-address.js';

const results = () => ({
  ACHIEVED: AJS.I18n.getText('bearings.retro.result.ACHIEVED'),
  PARTLY: AJS.I18n.getText('bearings.retro.result.PARTLY'),
  MISSED: AJS.I18n.getText('bearings.retro.result.MISSED'),
  NOT_MEASURED: AJS.I18n.getText('bearings.retro.result.NOT_MEASURED'),
});

export const resultText = (result) => results()[result] || result;

const healths = () => ({
  HEALTHY: AJS.I18n.getText('bearings.retro.health.HEALTHY'),
  NOT_HEALTHY: AJS.I18n.getText('bearings.retro.health.NOT_HEALTHY'),
  NOT_KNOWN: AJS.I18n.getText('bearings.retro.health.NOT_KNOWN'),
});

export const healthText = (health) => healths()[health] || health;

const quadrants = () => ({
  WORKED: AJS.I18n.getText('bearings.retro.quadrant.WORKED'),
  EXECUTED_WELL_ON_THE_WRONG_THINGS: AJS.I18n.getText('bearings.retro.quadrant.EXECUTED_WELL_ON_THE_WRONG_THINGS'),
  MOVED_AT_A_COST: AJS.I18n.getText('bearings.retro.quadrant.MOVED_AT_A_COST'),
  DID_NOT_EXECUTE: AJS.I18n.getText('bearings.retro.quadrant.DID_NOT_EXECUTE'),
});

export const quadrantText = (quadrant) => quadrants()[quadrant] || AJS.I18n.getText('bearings.retro.quadrant.none');

const causes = () => ({
  NO_OUTCOME_DATA: AJS.I18n.getText('bearings.retro.cause.NO_OUTCOME_DATA'),
  NOT_EXECUTED: AJS.I18n.getText('bearings.retro.cause.NOT_EXECUTED'),
  EFFORT_ELSEWHERE: AJS.I18n.getText('bearings.retro.cause.EFFORT_ELSEWHERE'),
  SCOPE_OR_GOALPOSTS_CHANGED: AJS.I18n.getText('bearings.retro.cause.SCOPE_OR_GOALPOSTS_CHANGED'),
  OUTSIDE_EVENT: AJS.I18n.getText('bearings.retro.cause.OUTSIDE_EVENT'),
  LAG_NOT_OVER: AJS.I18n.getText('bearings.retro.cause.LAG_NOT_OVER'),
  GUARDRAIL_COST: AJS.I18n.getText('bearings.retro.cause.GUARDRAIL_COST'),
  WRONG_DRIVER: AJS.I18n.getText('bearings.retro.cause.WRONG_DRIVER'),
  INSENSITIVE_KPIS: AJS.I18n.getText('bearings.retro.cause.INSENSITIVE_KPIS'),
  EXECUTED_WELL_ON_THE_WRONG_THING: AJS.I18n.getText('bearings.retro.cause.EXECUTED_WELL_ON_THE_WRONG_THING'),
});

export const causeText = (kind) => causes()[kind] || kind;

export const decisions = () => ({
  CARRY: AJS.I18n.getText('bearings.verdict.CARRY'),
  CHANGE: AJS.I18n.getText('bearings.verdict.CHANGE'),
  DROP: AJS.I18n.getText('bearings.verdict.DROP'),
});

export const decisionText = (decision) => decisions()[decision] || decision;

/** The name of a KPI, or that it is hidden. */
export const kpiName = ({ key, name }) => (name === null ? AJS.I18n.getText('bearings.retro.kpi.hidden') : `${key} ${name}`);

/** A line of evidence about a KPI, which leads to its page where the reader may see it. */
export const kpiLine = ({ key, name }, text) =>
  h('li', { dir: 'auto' }, name === null ? text : h('a', { href: kpiAddress(key) }, text));
