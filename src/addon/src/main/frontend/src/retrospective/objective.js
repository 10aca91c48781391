/** One objective: what became of it, what it is judged with, and why. */
import { inWorkspace } from '../lib/served.js';
import { h } from '../lib/dom.js';
import { scoreText } from '../workspace/values.js';
import { causeElement } from './causes.js';
import { causeText, kpiLine, kpiName, quadrantText, resultText } from './words.js';

/** @param {?Element} verdict what was learned and is decided */
export function examined(each, unitId, verdict) {
  const id = `bearings-retro-${each.key}`;
  return h(
    'section.bearings-retro-section.bearings-retro-objective',
    { id: each.key, 'aria-labelledby': id },
    h('h2', { id, dir: 'auto' }, h('a', { href: inWorkspace({ unitId }, each.key) }, `${each.key} ${each.title}`)),
    h(
      'p.bearings-retro-facts',
      null,
      h(`span.bearings-retro-result.bearings-retro-result-${each.result}`, null, resultText(each.result)),
      h('span', null, AJS.I18n.getText('bearings.retro.score', scoreText(each.score), scoreText(each.successLevel))),
      h('span', null, quadrantText(each.quadrant)),
      h('span', { dir: 'auto' }, each.ownerName)
    ),
    each.countedAsZero.length
      ? h('p.bearings-hint', null, AJS.I18n.getText('bearings.retro.countedAsZero', each.countedAsZero.join(', ')))
      : null,
    each.givenUp ? h('p.bearings-hint', null, AJS.I18n.getText('bearings.retro.givenUp', each.givenUp)) : null,
    each.result === 'ACHIEVED' ? null : why(each, unitId),
    kpis(each),
    keyResults(each, unitId),
    verdict
  );
}

function why({ causes, tooFewData }, unitId) {
  return [
    h('h3', null, AJS.I18n.getText('bearings.retro.causes')),
    causes.length
      ? h('ol.bearings-retro-causes', null, causes.map((cause, index) => causeElement(cause, index === 0, unitId)))
      : h('p.bearings-hint', null, AJS.I18n.getText('bearings.retro.noCause.text')),
    tooFewData.length
      ? h('p.bearings-hint', null, AJS.I18n.getText('bearings.retro.tooFew', tooFewData.map(causeText).join('; ')))
      : null,
  ];
}

function kpis({ kpis: all }) {
  if (!all.length) {
    return h('p.bearings-hint', null, AJS.I18n.getText('bearings.retro.kpis.none'));
  }
  const heading = all[0].part ? AJS.I18n.getText('bearings.retro.kpis.serving') : AJS.I18n.getText('bearings.retro.kpis.unit');
  return [h('h3', null, heading), h('ul.bearings-retro-evidence', null, all.map((each) => kpiLine(each.kpi, healthLine(each))))];
}

function healthLine({ kpi, part, health, amberOnly, periods, observed, green, red }) {
  const name = part ? `${kpiName(kpi)} (${partWord(part)})` : kpiName(kpi);
  if (health === 'HEALTHY') {
    return AJS.I18n.getText('bearings.retro.kpi.HEALTHY', name, green, observed);
  }
  if (health === 'NOT_KNOWN') {
    return AJS.I18n.getText('bearings.retro.kpi.NOT_KNOWN', name, observed, periods);
  }
  return amberOnly
    ? AJS.I18n.getText('bearings.retro.kpi.amberOnly', name, green, observed)
    : AJS.I18n.getText('bearings.retro.kpi.NOT_HEALTHY', name, green, observed, red);
}

const partWord = (part) =>
  part === 'DRIVER' ? AJS.I18n.getText('bearings.retro.part.DRIVER') : AJS.I18n.getText('bearings.retro.part.GUARDRAIL');

const ARROW = ' \u2192 ';

function keyResults({ keyResults: all }, unitId) {
  if (!all.length) {
    return null;
  }
  return [
    h('h3', null, AJS.I18n.getText('bearings.retro.keyResults')),
    h(
      'ul.bearings-retro-evidence',
      null,
      all.map(({ keyResult, slots, kept, confidence }) =>
        h(
          'li',
          { dir: 'auto' },
          h('a', { href: inWorkspace({ unitId }, keyResult.key) }, `${keyResult.key} ${keyResult.title}`),
          ` ${scoreText(keyResult.score)}. `,
          confidence.length
            ? AJS.I18n.getText('bearings.retro.told', kept, slots, confidence.map((each) => each.confidence).join(ARROW))
            : AJS.I18n.getText('bearings.retro.told.none', kept, slots)
        )
      )
    ),
  ];
}
