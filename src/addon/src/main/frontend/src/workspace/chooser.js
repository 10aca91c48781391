/** Keep healthy, change or finish: each Create asks which of the three it is, and offers what exists. */
import { h, uniqueId } from '../lib/dom.js';

const kinds = () => [
  {
    id: 'change',
    name: AJS.I18n.getText('bearings.chooser.change'),
    what: AJS.I18n.getText('bearings.kind.okr'),
    text: AJS.I18n.getText('bearings.chooser.change.text'),
  },
  {
    id: 'keep',
    name: AJS.I18n.getText('bearings.chooser.keep'),
    what: AJS.I18n.getText('bearings.kind.kpi'),
    text: AJS.I18n.getText('bearings.chooser.keep.text'),
  },
  {
    id: 'finish',
    name: AJS.I18n.getText('bearings.chooser.finish'),
    what: AJS.I18n.getText('bearings.chooser.initiative'),
    text: AJS.I18n.getText('bearings.chooser.finish.text'),
  },
];

const createIssue = (href = '#initiative') => h('a', { href }, AJS.I18n.getText('bearings.chooser.createIssue'));

const createKpi = (href = '#KPI-new') => h('a', { href }, AJS.I18n.getText('bearings.kpi.create'));

/** The three side by side, for reading. */
export function createChoices() {
  return h(
    'dl.bearings-kinds',
    null,
    kinds().map(({ id, name, what, text }) =>
      h(
        'div',
        null,
        h('dt', null, name),
        h('dd', null, h('strong', null, what), ` \u2013 ${text}`),
        id === 'finish' && h('dd', null, createIssue()),
        id === 'keep' && h('dd', null, createKpi())
      )
    )
  );
}

/**
 * The three as a question above a form. Only *change* leads on to the form; for the others it says where they belong.
 *
 * @param {function(boolean)} changed told whether the form below is the right one
 * @param {string} [issue] address of the form for what is to be finished, where it is on another page
 * @param {string} [kpi] address of the form for what is to be kept healthy, where it is on another page
 */
export function chooser(changed, issue, kpi) {
  const name = uniqueId('chooser');
  const labelId = `${name}-label`;
  const answer = h('div.bearings-chooser-answer', { role: 'status' });
  const options = kinds().map((kind) => {
    const id = uniqueId('chooser-option');
    const radio = h('input.bearings-hidden', { type: 'radio', id, name, value: kind.id, checked: kind.id === 'change' });
    radio.addEventListener('change', () => choose(kind));
    return h('span.bearings-chooser-option', null, radio, h('label', { for: id }, kind.name));
  });

  function choose(kind) {
    const right = kind.id === 'change';
    answer.replaceChildren(
      ...(right ? [] : [h('p', null, h('strong', null, kind.what), ` \u2013 ${kind.text}`)]),
      ...(kind.id === 'finish'
        ? [h('p', null, createIssue(issue))]
        : []),
      ...(kind.id === 'keep' ? [h('p', null, createKpi(kpi))] : [])
    );
    changed(right);
  }

  const element = h(
    'div.bearings-chooser',
    { role: 'radiogroup', 'aria-labelledby': labelId },
    h('p.bearings-group-label', { id: labelId }, AJS.I18n.getText('bearings.chooser.question')),
    h('div.bearings-chooser-options', null, options),
    answer
  );
  choose(kinds()[0]);
  return element;
}
