/** The check list before setting off: yes or no, who can mend it, and where. It is made to be printed, too. */
import { h, replaceChildren } from '../lib/dom.js';
import { numberText } from '../workspace/values.js';
import { markText, stepText } from './step.js';

function itemText({ item, count, total }) {
  const numbers = [numberText(count), numberText(total)];
  switch (item) {
    case 'OBJECTIVES':
      return [AJS.I18n.getText('bearings.readiness.objectives'), AJS.I18n.getText('bearings.readiness.objectives.text', ...numbers)];
    case 'INSPIRING':
      return [AJS.I18n.getText('bearings.readiness.inspiring'), AJS.I18n.getText('bearings.readiness.inspiring.text', ...numbers)];
    case 'KEY_RESULTS':
      return [AJS.I18n.getText('bearings.readiness.keyResults'), AJS.I18n.getText('bearings.readiness.keyResults.text', ...numbers)];
    case 'MEASURABLE':
      return [AJS.I18n.getText('bearings.readiness.measurable'), AJS.I18n.getText('bearings.readiness.measurable.text', ...numbers)];
    case 'NOW_AND_TARGET':
      return [AJS.I18n.getText('bearings.readiness.nowAndTarget'), AJS.I18n.getText('bearings.readiness.nowAndTarget.text', ...numbers)];
    case 'AMBITIOUS':
      return [AJS.I18n.getText('bearings.readiness.ambitious'), AJS.I18n.getText('bearings.readiness.ambitious.text', ...numbers)];
    case 'ALIGNED':
      return [
        AJS.I18n.getText('bearings.readiness.aligned'),
        total
          ? AJS.I18n.getText('bearings.readiness.aligned.text', ...numbers)
          : AJS.I18n.getText('bearings.readiness.aligned.nothingAbove'),
      ];
    case 'KPIS_LIMITED':
      return [AJS.I18n.getText('bearings.readiness.kpisLimited'), AJS.I18n.getText('bearings.readiness.kpisLimited.text', ...numbers)];
    case 'KPIS_SMART':
      return [AJS.I18n.getText('bearings.readiness.kpisSmart'), AJS.I18n.getText('bearings.readiness.kpisSmart.text', ...numbers)];
    case 'KPIS_OWNED':
      return [AJS.I18n.getText('bearings.readiness.kpisOwned'), AJS.I18n.getText('bearings.readiness.kpisOwned.text', ...numbers)];
    case 'KPIS_FREQUENCY':
      return [AJS.I18n.getText('bearings.readiness.kpisFrequency'), AJS.I18n.getText('bearings.readiness.kpisFrequency.text', ...numbers)];
    case 'KPIS_THRESHOLDS':
      return [AJS.I18n.getText('bearings.readiness.kpisThresholds'), AJS.I18n.getText('bearings.readiness.kpisThresholds.text', ...numbers)];
    case 'KPIS_ACTIONS':
      return [AJS.I18n.getText('bearings.readiness.kpisActions'), AJS.I18n.getText('bearings.readiness.kpisActions.text', ...numbers)];
    case 'KPIS_ON_BOARD':
      return [AJS.I18n.getText('bearings.readiness.kpisOnBoard'), AJS.I18n.getText('bearings.readiness.kpisOnBoard.text', ...numbers)];
    case 'KPIS_COLLECTED':
      return [AJS.I18n.getText('bearings.readiness.kpisCollected'), AJS.I18n.getText('bearings.readiness.kpisCollected.text', ...numbers)];
    default:
      return [AJS.I18n.getText('bearings.readiness.checkIns'), AJS.I18n.getText('bearings.readiness.checkIns.text', numbers[0])];
  }
}

function row(check) {
  const [name, text] = itemText(check);
  const yes = check.state === 'YES';
  return h(
    `tr.bearings-check${yes ? '' : '.bearings-check-no'}`,
    null,
    h('th', { scope: 'row' }, name, h('span.bearings-check-text', null, text)),
    h(
      'td',
      null,
      h(
        `span.aui-lozenge${yes ? '.aui-lozenge-success' : '.aui-lozenge-moved'}`,
        null,
        yes ? AJS.I18n.getText('bearings.readiness.yes') : AJS.I18n.getText('bearings.readiness.no')
      )
    ),
    h('td', null, check.by.map(({ name: person }) => person).join(', ')),
    h(
      'td.bearings-check-fix',
      null,
      !yes &&
        h(
          'a',
          { href: `${AJS.contextPath()}${check.fix.href}` },
          AJS.I18n.getText('bearings.readiness.fix'),
          h('span.bearings-hidden', null, ` ${name}`)
        )
    )
  );
}

/** Steps that were left out stand below the list, so that whoever reads it knows. */
function skippedText(steps) {
  return steps
    .filter(({ state }) => state === 'SKIPPED')
    .map((step) => h('li', null, `${stepText(step.step)}: ${markText(step)}`));
}

export function readiness() {
  const summary = h('p.bearings-readiness-summary');
  const where = h('p.bearings-print-only');
  const body = h('tbody');
  const skipped = h('ul');
  const skippedPart = h('div.bearings-skipped', { hidden: true }, h('h3', null, AJS.I18n.getText('bearings.readiness.skipped')), skipped);
  const element = h(
    'div.bearings-readiness',
    null,
    where,
    summary,
    h(
      'div.bearings-scrolling',
      { tabindex: '0', role: 'region', 'aria-label': AJS.I18n.getText('bearings.kickoff.readiness') },
      h(
        'table.aui.bearings-checks',
        null,
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            h('th', { scope: 'col' }, AJS.I18n.getText('bearings.readiness.check')),
            h('th', { scope: 'col' }, AJS.I18n.getText('bearings.readiness.met')),
            h('th', { scope: 'col' }, AJS.I18n.getText('bearings.readiness.who')),
            h('th.bearings-check-fix', { scope: 'col' }, AJS.I18n.getText('bearings.readiness.where'))
          )
        ),
        body
      )
    ),
    skippedPart,
    h(
      'button.aui-button.bearings-print',
      { type: 'button', 'data-bearings-action': 'print' },
      AJS.I18n.getText('bearings.readiness.print')
    )
  );
  return {
    element,
    update({ now }) {
      const met = now.readiness.filter(({ state }) => state === 'YES').length;
      where.textContent = `${now.unit.name}, ${now.cycle.name}`;
      summary.textContent = AJS.I18n.getText('bearings.readiness.summary', numberText(met), numberText(now.readiness.length));
      replaceChildren(body, now.readiness.map(row));
      replaceChildren(skipped, skippedText(now.steps));
      skippedPart.hidden = !skipped.children.length;
    },
  };
}
