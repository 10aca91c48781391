/** Velocity of one team beside what it wants to move, on a Jira dashboard. Teams are never put beside each other. */
import { get } from './lib/rest.js';
import { h, morph, replaceChildren, uniqueId } from './lib/dom.js';
import { field, select } from './lib/fields.js';
import { poll } from './lib/poll.js';
import { scoreOf } from './lib/progress.js';
import { shownStatus, statusLozenge } from './lib/status.js';
import { velocityElement } from './lib/velocity.js';

const UNIT = 'unit';
// Jira asks for the configuration of an item that was never configured by this name.
const CONFIGURED = 'isConfigured';
/** Sprints end rarely, scores move from day to day. */
const EVERY = 60000;

/**
 * @param {Object} API what the dashboard offers to its items
 */
export function TeamVelocity(API) {
  let refresher = null;

  function stop() {
    if (refresher) {
      refresher.stop();
      refresher = null;
    }
  }

  /** The dashboard's frame grows with what stands in it; not every version has both calls. */
  function resize() {
    ['resize', 'forceLayoutRefresh'].filter((name) => typeof API[name] === 'function').forEach((name) => API[name]());
  }

  /** Draws the item. The dashboard calls this for an item that is configured, and again when it reloads it. */
  this.render = function render(context, preferences) {
    stop();
    const root = h('div.bearings-dashboard', { id: uniqueId('item') });
    const body = h('div', null, h('p.bearings-hint', null, AJS.I18n.getText('bearings.loading')));
    const stale = h('p.bearings-stale', { hidden: true });
    let shown = '';
    replaceChildren(root, stale, body);
    replaceChildren(elementOf(context), root);
    const unit = preferences[UNIT];
    if (!unit) {
      replaceChildren(body, notice('info', AJS.I18n.getText('bearings.velocity.dashboard.unconfigured')));
      resize();
      return;
    }

    async function refresh() {
      if (!document.contains(root)) {
        stop();
        return;
      }
      try {
        const [velocity, workspace] = await Promise.all([get('velocity', { unit }), get('workspace', { unit })]);
        const now = JSON.stringify([velocity, workspace.stamp]);
        stale.hidden = true;
        if (now !== shown) {
          shown = now;
          morph(body, h('div', null, content(velocity, workspace, root.id)));
        }
      } catch (refused) {
        if (refused.status === 404 || refused.status === 403) {
          replaceChildren(body, notice('warning', AJS.I18n.getText('bearings.velocity.dashboard.noPermission')));
        } else if (shown) {
          stale.textContent = AJS.I18n.getText('bearings.page.stale', refused.message);
          stale.hidden = false;
        } else {
          replaceChildren(body, notice('error', refused.message));
        }
        resize();
        throw refused;
      }
      resize();
    }

    refresher = poll(refresh, EVERY);
    refresher.now();
  };

  /** Asks for the team. */
  this.renderEdit = async function renderEdit(context, preferences) {
    stop();
    const element = elementOf(context);
    const unit = await unitField(preferences[UNIT]);
    const save = h('button.aui-button.aui-button-primary', { type: 'submit' }, AJS.I18n.getText('bearings.action.save'));
    const cancel = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
    const form = h(
      'form.aui.top-label.bearings-dashboard-form',
      { novalidate: true },
      unit.element,
      h('div.buttons-container', null, h('div.buttons', null, save, cancel))
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = unit.control.value;
      unit.error(chosen ? '' : AJS.I18n.getText('bearings.velocity.dashboard.required'));
      if (chosen) {
        API.savePreferences({ [UNIT]: chosen, [CONFIGURED]: 'true' });
      } else {
        unit.control.focus();
      }
    });
    cancel.addEventListener('click', () => API.closeEdit());
    replaceChildren(element, h('div.bearings-dashboard', null, form));
    resize();
  };
}

/** The dashboard hands over a jQuery object; tests and other callers may hand over the element. */
function elementOf(context) {
  return context.jquery ? context.get(0) : context;
}

function notice(type, text) {
  return h(`div.aui-message.aui-message-${type}`, null, h('p', null, text));
}

/** Ids carry the item's own stem: the same team may stand on a dashboard twice. */
function content(velocity, { unit, cycle, objectives }, stem) {
  const url = `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?unit=${unit.id}`;
  return [
    h('p.bearings-dashboard-project', null, h('a', { href: `${url}&view=kpis` }, unit.name)),
    velocityElement(velocity),
    cycle && h('p.bearings-dashboard-project', null, AJS.I18n.getText('bearings.kpi.objectives', unit.name, cycle.name)),
    cycle &&
      (objectives.length
        ? h(
            'ul.bearings-kpi-objectives',
            null,
            objectives.map((objective) =>
              h(
                'li',
                { id: `${stem}-${objective.key}` },
                scoreOf(objective),
                h(
                  'span.bearings-kpi-objective',
                  { dir: 'auto' },
                  objective.titleHidden ? AJS.I18n.getText('bearings.objective.private') : h('a', { href: `${url}#${objective.key}` }, objective.title)
                ),
                statusLozenge(shownStatus(objective))
              )
            )
          )
        : h('p.bearings-hint', null, AJS.I18n.getText('bearings.kpi.noObjectives'))),
  ];
}

/** The units that this person may see. */
async function unitField(chosen) {
  const about = { name: UNIT, label: AJS.I18n.getText('bearings.velocity.dashboard.unit'), required: true };
  let units = [];
  let problem = '';
  try {
    units = (await get('workspace')).units;
  } catch (refused) {
    problem = refused.message;
  }
  const choices = (units || []).map(({ id, name }) => [String(id), name]);
  const made = field(about, select(chosen || '', [['', AJS.I18n.getText('bearings.velocity.dashboard.choose')], ...choices]));
  made.error(problem);
  return made;
}

define('bearings/dashboard/team-velocity', [], () => TeamVelocity);
