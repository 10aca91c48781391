/** How ready the units of the branch are, for those who lead them or read all. */
import { h, replaceChildren } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { numberText } from '../workspace/values.js';

const EM = '\u2003';

function row(unit, units) {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const depth = (id) => (parents.has(parents.get(id)) ? 1 + depth(parents.get(id)) : 0);
  const of = (count, all) => AJS.I18n.getText('bearings.coverage.of', numberText(count), numberText(all));
  const nameId = `bearings-coverage-${unit.id}`;
  return h(
    'tr',
    null,
    h('th', { scope: 'row', id: nameId }, EM.repeat(depth(unit.id)), unit.name),
    h('td', null, numberText(unit.objectives)),
    h('td', null, of(unit.published, unit.objectives)),
    h('td', null, of(unit.aligned, unit.objectives)),
    h(
      'td.bearings-coverage-ready',
      null,
      h('progress.bearings-bar', { max: unit.checks, value: unit.ready, 'aria-labelledby': nameId }),
      h('span', null, of(unit.ready, unit.checks))
    )
  );
}

function table(units) {
  return h(
    'div.bearings-scrolling',
    { tabindex: '0', role: 'region', 'aria-label': AJS.I18n.getText('bearings.coverage.table') },
    h(
      'table.aui.bearings-coverage-table',
      null,
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          [
            AJS.I18n.getText('bearings.kickoff.unit'),
            AJS.I18n.getText('bearings.coverage.objectives'),
            AJS.I18n.getText('bearings.coverage.published'),
            AJS.I18n.getText('bearings.coverage.aligned'),
            AJS.I18n.getText('bearings.coverage.ready'),
          ].map((text) => h('th', { scope: 'col' }, text))
        )
      ),
      h('tbody', null, units.map((unit) => row(unit, units)))
    )
  );
}

export function coverage() {
  const content = h('div');
  const element = h(
    'section.bearings-kickoff-side.bearings-coverage-of-units',
    { 'aria-labelledby': 'bearings-coverage-title', hidden: true },
    h('h2', { id: 'bearings-coverage-title' }, AJS.I18n.getText('bearings.coverage.title')),
    h('p.bearings-step-lead', null, AJS.I18n.getText('bearings.coverage.lead')),
    content
  );
  return {
    element,
    async update({ now }) {
      element.hidden = !now.may.includes('READ_COVERAGE');
      if (element.hidden) {
        return;
      }
      try {
        const { units } = await get('coverage', { cycle: now.cycle.id });
        replaceChildren(content, table(units));
      } catch (refused) {
        replaceChildren(content, h('p.bearings-problem', { role: 'alert' }, refused.message));
      }
    },
  };
}
