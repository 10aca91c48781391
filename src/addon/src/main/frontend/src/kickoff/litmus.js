/** The questions before setting off. */
import { h, replaceChildren } from '../lib/dom.js';
import { difference } from '../lib/differences.js';
import { done } from '../lib/flags.js';
import { field, textArea } from '../lib/fields.js';
import { put } from '../lib/rest.js';
import { savingForm } from '../lib/saving-form.js';

const questions = () => [
  {
    name: 'whyItMatters',
    label: AJS.I18n.getText('bearings.litmus.whyItMatters'),
    description: AJS.I18n.getText('bearings.litmus.whyItMatters.text'),
  },
  {
    name: 'stillLose',
    label: AJS.I18n.getText('bearings.litmus.stillLose'),
    description: AJS.I18n.getText('bearings.litmus.stillLose.text'),
  },
];

/** @param {{now: Object}} first what was read when the page opened */
export function litmus(page, first) {
  return first.now.may.includes('RUN') ? asked(page, first) : told();
}

function asked(page, { now }) {
  let { version } = now.litmus;
  const fields = questions().map((about) => field(about, textArea(now.litmus[about.name], { dir: 'auto', rows: '3' })));
  const submit = h('button.aui-button', { type: 'submit' }, AJS.I18n.getText('bearings.litmus.save'));
  const element = savingForm({
    submit,
    content: [fields.map((each) => each.element), h('div.buttons-container', null, h('div.buttons', null, submit))],
    fields: () => fields,
    save: () =>
      put('kickoff/litmus', {
        unitId: now.unit.id,
        cycleId: now.cycle.id,
        version,
        ...Object.fromEntries(fields.map(({ name, control }) => [name, control.value])),
      }),
    differences(current) {
      version = current.version;
      return fields.map((each) => difference(each, current[each.name])).filter(Boolean);
    },
    saved(stored) {
      version = stored.version;
      done(AJS.I18n.getText('bearings.litmus.saved'));
      page.reload();
    },
  });
  return { element, update() {} };
}

/** Those who do not run the kickoff read the answers. */
function told() {
  const element = h('dl.bearings-litmus');
  return {
    element,
    update({ now }) {
      replaceChildren(
        element,
        questions().map(({ name, label }) =>
          h(
            'div',
            null,
            h('dt', null, label),
            h('dd', { dir: 'auto' }, now.litmus[name] || AJS.I18n.getText('bearings.litmus.none'))
          )
        )
      );
    },
  };
}
