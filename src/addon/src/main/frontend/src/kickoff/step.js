/** One step of the path: its name, how far it is, who said so, and what there is to do. */
import { h, replaceChildren } from '../lib/dom.js';
import { instantText } from '../workspace/values.js';

const texts = () => ({
  LEARNINGS: [AJS.I18n.getText('bearings.kickoff.learnings'), AJS.I18n.getText('bearings.kickoff.learnings.lead')],
  WRITE: [AJS.I18n.getText('bearings.kickoff.write'), AJS.I18n.getText('bearings.kickoff.write.lead')],
  RESTATE: [AJS.I18n.getText('bearings.kickoff.restate'), AJS.I18n.getText('bearings.kickoff.restate.lead')],
  LITMUS: [AJS.I18n.getText('bearings.kickoff.litmus'), AJS.I18n.getText('bearings.kickoff.litmus.lead')],
  READINESS: [AJS.I18n.getText('bearings.kickoff.readiness'), AJS.I18n.getText('bearings.kickoff.readiness.lead')],
});

export const stepText = (step) => texts()[step][0];

/** "Skipped by Lea, 12 Nov 2026, 10:00". */
export function markText({ state, by, at }) {
  if (!by) {
    return '';
  }
  return state === 'SKIPPED'
    ? AJS.I18n.getText('bearings.kickoff.skippedBy', by.name, instantText(at))
    : AJS.I18n.getText('bearings.kickoff.doneBy', by.name, instantText(at));
}

/**
 * @param {string} step the server's name of it
 * @param {string} id below which the address finds it
 * @param {{element: Element, update: function(Object)}} content
 */
export function stepFrame(step, id, content) {
  const [title, lead] = texts()[step];
  const mark = h('p.bearings-step-mark');
  const buttons = h('div.bearings-step-buttons');
  const element = h(
    `li.bearings-step.bearings-step-${id}`,
    { id },
    h('h2', { tabindex: '-1' }, title),
    h('p.bearings-step-lead', null, lead),
    mark,
    content.element,
    buttons
  );
  return {
    element,
    update(state) {
      const now = state.now.steps.find((each) => each.step === step);
      element.classList.toggle('bearings-step-done', now.state === 'DONE');
      element.classList.toggle('bearings-step-skipped', now.state === 'SKIPPED');
      replaceChildren(mark, markLozenge(now), markText(now));
      mark.hidden = now.state === 'OPEN';
      replaceChildren(buttons, state.now.may.includes('RUN') && buttonsOf(now, title));
      content.update(state);
    },
  };
}

const markLozenge = ({ state }) =>
  state === 'SKIPPED'
    ? h('span.aui-lozenge.aui-lozenge-moved', null, AJS.I18n.getText('bearings.kickoff.skipped'))
    : h('span.aui-lozenge.aui-lozenge-success', null, AJS.I18n.getText('bearings.kickoff.done'));

function buttonsOf({ step, state, skippable }, title) {
  const button = (to, text, kind) =>
    h(
      `button.aui-button${kind}`,
      { type: 'button', 'data-bearings-action': 'mark', 'data-step': step, 'data-state': to },
      text,
      h('span.bearings-hidden', null, `: ${title}`)
    );
  if (state !== 'OPEN') {
    return button('OPEN', AJS.I18n.getText('bearings.kickoff.open'), '.aui-button-link');
  }
  return [
    button('DONE', AJS.I18n.getText('bearings.kickoff.markDone'), ''),
    skippable && button('SKIPPED', AJS.I18n.getText('bearings.kickoff.skip'), '.aui-button-link'),
  ];
}
