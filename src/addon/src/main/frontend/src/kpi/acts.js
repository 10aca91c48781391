/** What was done by itself because of a breach, and what came of it. Read when somebody asks for it. */
import { h, replaceChildren } from '../lib/dom.js';
import { failed } from '../lib/flags.js';
import { get, post } from '../lib/rest.js';
import { instantText } from '../workspace/values.js';

/** What was not done, and is not tried again by itself. */
const STUCK = ['REFUSED', 'GIVEN_UP', 'UNCLEAR'];

function deedText({ kind, target, told }) {
  switch (kind) {
    case 'CREATE_ISSUE':
      return AJS.I18n.getText('bearings.kpi.acts.issue', target);
    case 'COMMENT':
      return AJS.I18n.getText('bearings.kpi.acts.comment', target);
    case 'CALL':
      return AJS.I18n.getText('bearings.kpi.acts.call', target);
    default:
      return AJS.I18n.getText('bearings.kpi.acts.tell', told.map(({ name }) => name).join(', '));
  }
}

function stateText(state) {
  switch (state) {
    case 'DONE':
      return AJS.I18n.getText('bearings.kpi.acts.done');
    case 'UNDER_WAY':
      return AJS.I18n.getText('bearings.kpi.acts.underWay');
    case 'REFUSED':
      return AJS.I18n.getText('bearings.kpi.acts.refused');
    case 'GIVEN_UP':
      return AJS.I18n.getText('bearings.kpi.acts.givenUp');
    case 'UNCLEAR':
      return AJS.I18n.getText('bearings.kpi.acts.unclear');
    case 'CALLED_OFF':
      return AJS.I18n.getText('bearings.kpi.acts.calledOff');
    default:
      return AJS.I18n.getText('bearings.kpi.acts.waiting');
  }
}

function resultOf({ kind, state, result }) {
  return kind === 'CREATE_ISSUE' && state === 'DONE'
    ? h('a', { href: `${AJS.contextPath()}/browse/${encodeURIComponent(result)}` }, result)
    : h('span', { dir: 'auto' }, result);
}

/** The closed part of a breach's entry; {@link connectActs} fills it when it is opened. */
export const actsPart = () =>
  h('details.bearings-kpi-acts', { 'data-bearings-keep': true }, h('summary', null, AJS.I18n.getText('bearings.kpi.acts')), h('div'));

/** @param {HTMLElement} part what {@link actsPart} became on the page */
export function connectActs(part, breach) {
  const place = part.querySelector('div');

  async function load() {
    const { acts } = await get('breach-acts', { breach: breach.id });
    replaceChildren(
      place,
      acts.length ? h('ul.bearings-entries', null, acts.map(entry)) : h('p.bearings-hint', null, AJS.I18n.getText('bearings.kpi.acts.none'))
    );
  }

  function entry(act) {
    return h(
      'li.bearings-entry',
      null,
      h('p', null, deedText(act), ' \u00b7 ', h('strong', null, stateText(act.state))),
      act.result && h('p', null, resultOf(act)),
      h('p.bearings-facts', null, h('span', null, instantText(act.at))),
      breach.mayAct && STUCK.includes(act.state) && againButton(act)
    );
  }

  function againButton(act) {
    const button = h('button.aui-button', { type: 'button' }, AJS.I18n.getText('bearings.kpi.acts.again'));
    button.onclick = () => shown(() => post(`breach-acts/${act.id}/again`, {}));
    return button;
  }

  async function shown(first) {
    try {
      if (first) {
        await first();
      }
      await load();
    } catch (refused) {
      failed(refused.message);
    }
  }

  part.ontoggle = () => (part.open ? shown() : null);
}
