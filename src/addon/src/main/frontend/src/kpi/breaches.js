/** The breaches of a KPI: who knows of it, and what is done about it. */
import { h, morph } from '../lib/dom.js';
import { failed } from '../lib/flags.js';
import { field, select, textArea } from '../lib/fields.js';
import { get, post, put } from '../lib/rest.js';
import { Unreadable } from '../lib/saving-form.js';
import { ownerOf } from '../workspace/inputs.js';
import { panelForm } from '../workspace/panel-form.js';
import { instantText } from '../workspace/values.js';
import { actsPart, connectActs } from './acts.js';
import { actionStateText, periodText } from './words.js';

const STATES = ['OPEN', 'DONE', 'NOT_NEEDED'];

/** How many breaches stand there at once; the others are unfolded. */
const AT_ONCE = 4;

/** @param {function(): Promise} changed called after something was saved */
export function breachList(id, changed) {
  const list = h('ul.bearings-entries');
  const hint = h('p.bearings-hint', { role: 'status' });
  const more = h('button.aui-button.aui-button-subtle', { type: 'button', hidden: true });
  let all = false;
  let breaches = [];
  let shown = '';

  async function load() {
    // The server gives all of one KPI, the earliest first.
    breaches = (await get('breaches', { kpi: id })).breaches.reverse();
    draw();
  }

  more.addEventListener('click', () => {
    const first = breaches[AT_ONCE];
    all = true;
    draw();
    const entry = list.querySelector(`#${entryId(first)}`);
    entry.tabIndex = -1;
    entry.focus();
  });

  function draw() {
    const visible = all ? breaches : breaches.slice(0, AT_ONCE);
    const earlier = breaches.length - visible.length;
    const now = JSON.stringify(visible);
    more.hidden = !earlier;
    more.textContent = AJS.I18n.getText('bearings.kpi.breaches.more', earlier);
    hint.textContent = breaches.length ? '' : AJS.I18n.getText('bearings.kpi.breaches.none');
    if (now !== shown) {
      shown = now;
      morph(list, h('ul.bearings-entries', null, visible.map(entry)));
      visible.forEach(connect);
    }
  }

  const entryId = (breach) => `bearings-breach-${breach.id}`;

  function entry(breach) {
    const { action, acknowledged } = breach;
    return h(
      `li.bearings-entry.bearings-kpi-breach-entry${breach.open ? '.bearings-kpi-breach-open' : ''}`,
      { id: entryId(breach) },
      h(
        'p',
        null,
        h('strong', null, breach.open ? AJS.I18n.getText('bearings.kpi.breach.isOpen') : closingText(breach)),
        ` ${breach.closed ? AJS.I18n.getText('bearings.kpi.breach.between', periodText(breach.opened), periodText(breach.closed)) : AJS.I18n.getText('bearings.kpi.breach.from', periodText(breach.opened))}`
      ),
      h(
        'p.bearings-facts',
        null,
        h('span', null, acknowledged ? AJS.I18n.getText('bearings.kpi.breach.knownSince', acknowledged.by.name, instantText(acknowledged.at)) : breach.open ? AJS.I18n.getText('bearings.kpi.breach.unknown') : AJS.I18n.getText('bearings.kpi.breach.neverKnown')),
        breach.escalatedAt && h('span', null, AJS.I18n.getText('bearings.kpi.breach.escalated', instantText(breach.escalatedAt)))
      ),
      h(
        'p',
        { dir: 'auto' },
        AJS.I18n.getText('bearings.kpi.breach.action', actionStateText(action.state)),
        action.person && ` \u00b7 ${action.person.name}`,
        action.result && ` \u00b7 ${action.result}`
      ),
      breach.mayAct &&
        h(
          'p.bearings-panel-actions',
          null,
          !acknowledged && breach.open && h('button.aui-button', { type: 'button', 'data-bearings-do': 'acknowledge' }, AJS.I18n.getText('bearings.kpi.breach.acknowledge')),
          h('button.aui-button', { type: 'button', 'data-bearings-do': 'action' }, AJS.I18n.getText('bearings.kpi.breach.report'))
        ),
      actsPart(),
      h('div', { 'data-bearings-keep': true, 'data-bearings-place': true })
    );
  }

  /** Buttons may have been kept by `morph`: each gets one handler, of what it is about now. */
  function connect(breach) {
    const element = list.querySelector(`#${entryId(breach)}`);
    const on = (name, act) => {
      const button = element.querySelector(`[data-bearings-do="${name}"]`);
      if (button) {
        button.onclick = act;
      }
    };
    on('acknowledge', async () => {
      try {
        await post(`breaches/${breach.id}/acknowledge`, { version: breach.version });
      } catch (refused) {
        failed(refused.message);
      }
      await load();
      await changed();
      const after = list.querySelector(`#${entryId(breach)} [data-bearings-do="action"]`);
      if (after) {
        after.focus();
      }
    });
    connectActs(element.querySelector('.bearings-kpi-acts'), breach);
    on('action', () => openForm(breach, element.querySelector('[data-bearings-place]'), element));
  }

  function openForm(breach, place, element) {
    const { action } = breach;
    const state = field({ name: 'state', label: AJS.I18n.getText('bearings.kpi.breach.state') }, select(action.state, STATES.map((each) => [each, actionStateText(each)])));
    const person = ownerOf(action.person);
    person.field.name = 'person';
    person.element.querySelector('label').textContent = AJS.I18n.getText('bearings.kpi.breach.person');
    const result = field({ name: 'result', label: AJS.I18n.getText('bearings.kpi.breach.result') }, textArea(action.result, { rows: '2', dir: 'auto' }));
    const over = () => {
      place.textContent = '';
      const again = element.querySelector('[data-bearings-do="action"]');
      if (again) {
        again.focus();
      }
    };
    const who = () => {
      try {
        const key = person.value();
        return key ? { key } : null;
      } catch (problem) {
        throw problem instanceof Unreadable ? new Unreadable({ person: problem.fields.ownerKey }) : problem;
      }
    };
    const form = panelForm({
      submit: AJS.I18n.getText('bearings.action.save'),
      content: [state.element, person.element, result.element],
      fields: () => [state, person.field, result],
      save: async () => put(`breaches/${breach.id}/action`, { state: state.control.value, person: who(), result: result.control.value, version: breach.version }),
      async saved() {
        over();
        await load();
        await changed();
      },
      cancel: over,
    });
    place.textContent = '';
    place.append(h('div.bearings-action-form', null, form.element));
    state.control.focus();
  }

  return { element: h('div', null, hint, list, more), refresh: load };
}

const closingText = ({ closing }) =>
  closing === 'RECOVERED_NO_ACTION' ? AJS.I18n.getText('bearings.kpi.breach.recoveredNoAction') : AJS.I18n.getText('bearings.kpi.breach.recovered');
