/** What a file for the import holds, and a file to begin with. */
import { h } from '../lib/dom.js';

/** Each column with what stands in it, for people who write such a file for the first time. */
const columns = () => [
  ['type', AJS.I18n.getText('bearings.import.column.type'), true],
  ['title', AJS.I18n.getText('bearings.import.column.title'), true],
  ['why', AJS.I18n.getText('bearings.import.column.why')],
  ['owner', AJS.I18n.getText('bearings.import.column.owner')],
  ['kind', 'ASPIRATIONAL, COMMITTED'],
  ['source', 'MANUAL, ISSUES, BINARY, MAINTAIN, EVIDENCE, ALIGNED, KPI, JQL'],
  ['measure', 'NUMBER, PERCENT, CURRENCY, DURATION, POINTS, RATING'],
  ['baseline, target', AJS.I18n.getText('bearings.import.column.way')],
  ['weight, due', AJS.I18n.getText('bearings.import.column.weight')],
  ['weightBy', 'ISSUES, POINTS, ESTIMATE, customfield_10010'],
  ['kpi', AJS.I18n.getText('bearings.import.column.kpi')],
  ['metric', AJS.I18n.getText('bearings.import.column.metric')],
  ['alignedShare', AJS.I18n.getText('bearings.import.column.share')],
  ['state, activated', AJS.I18n.getText('bearings.import.column.state')],
  ['confidence', AJS.I18n.getText('bearings.import.column.confidence')],
  ['value, on, comment', AJS.I18n.getText('bearings.import.column.value')],
  ['key, parent', AJS.I18n.getText('bearings.import.column.key')],
];

const TEMPLATE = [
  ['type', 'title', 'why', 'owner', 'kind', 'labels', 'source', 'measure', 'baseline', 'target', 'weight', 'due', 'state', 'confidence', 'value', 'on', 'comment'],
  ['OBJECTIVE', 'Make the first week with us feel effortless', 'New people decide within days whether they stay.', '', 'ASPIRATIONAL', 'growth', '', '', '', '', '', '', 'DRAFT', '', '', '', ''],
  ['KEY_RESULT', 'Share of sign-ups that finish onboarding goes from 60 % to 82 %', '', '', '', '', 'MANUAL', 'PERCENT', '60', '82', '1', '', '', '', '', '', ''],
];

const quoted = (text) => (/[",]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** The rows as CSV, with a byte order mark so that a spreadsheet knows the charset. */
export const template = () => `\ufeff${TEMPLATE.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;

/** What to know before choosing a file. */
export function columnsElement() {
  const download = h(
    'a.aui-button',
    { href: URL.createObjectURL(new Blob([template()], { type: 'text/csv' })), download: 'bearings-import.csv' },
    AJS.I18n.getText('bearings.import.template')
  );
  return h(
    'section.bearings-import-columns',
    null,
    h('h3', null, AJS.I18n.getText('bearings.import.columns')),
    h('p', null, AJS.I18n.getText('bearings.import.columns.description')),
    h('p', null, download),
    h(
      'table.aui',
      null,
      h('caption.bearings-hidden', null, AJS.I18n.getText('bearings.import.columns')),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          h('th', { scope: 'col' }, AJS.I18n.getText('bearings.import.column')),
          h('th', { scope: 'col' }, AJS.I18n.getText('bearings.import.column.holds'))
        )
      ),
      h(
        'tbody',
        null,
        columns().map(([names, text, required]) =>
          h(
            'tr',
            null,
            h('th', { scope: 'row' }, h('code', null, names), required && ` ${AJS.I18n.getText('bearings.import.required')}`),
            h('td', null, text)
          )
        )
      )
    ),
    h('p.bearings-hint', null, AJS.I18n.getText('bearings.import.columns.more'))
  );
}
