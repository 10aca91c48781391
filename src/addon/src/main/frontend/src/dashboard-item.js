/** OKR progress of a project on a Jira dashboard. Jira gives the frame: see its dashboard item API. */
import { get, send } from './lib/rest.js';
import { h, morph, replaceChildren, uniqueId } from './lib/dom.js';
import { field, select } from './lib/fields.js';
import { titleText } from './lib/objective.js';
import { poll } from './lib/poll.js';
import { coverageOf, progressOf, scoreOf } from './lib/progress.js';

const PROJECT = 'project';
const SECONDS = 'seconds';
// Jira asks for the configuration of an item that was never configured by this name.
const CONFIGURED = 'isConfigured';
const DEFAULT_SECONDS = '60';

const intervals = () => [
  ['10', AJS.I18n.getText('bearings.dashboard.refresh.10s')],
  ['60', AJS.I18n.getText('bearings.dashboard.refresh.1m')],
  ['300', AJS.I18n.getText('bearings.dashboard.refresh.5m')],
  ['900', AJS.I18n.getText('bearings.dashboard.refresh.15m')],
  ['0', AJS.I18n.getText('bearings.dashboard.refresh.never')],
];

/**
 * @param {Object} API what the dashboard offers to its items
 */
export function OkrProgress(API) {
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
    const body = h('div.bearings-dashboard-body', null, h('p.bearings-hint', null, AJS.I18n.getText('bearings.loading')));
    const stale = h('p.bearings-stale', { hidden: true });
    replaceChildren(root, stale, body);
    replaceChildren(elementOf(context), root);
    const project = preferences[PROJECT];
    if (!project) {
      replaceChildren(body, notice('info', AJS.I18n.getText('bearings.dashboard.unconfigured')));
      resize();
      return;
    }

    async function refresh() {
      if (!document.contains(root)) {
        stop();
        return;
      }
      try {
        const overview = await get('objectives', { project });
        stale.hidden = true;
        morph(body, bodyElement(overview, root));
      } catch (refused) {
        if (refused.status === 404 || refused.status === 403) {
          replaceChildren(body, notice('warning', AJS.I18n.getText('bearings.dashboard.noPermission', project)));
        } else if (body.querySelector('.bearings-card')) {
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

    const seconds = Number(preferences[SECONDS] || DEFAULT_SECONDS);
    refresher = poll(refresh, seconds > 0 ? seconds * 1000 : null);
    refresher.now();
  };

  /** Asks for the project and for how often to refresh. */
  this.renderEdit = async function renderEdit(context, preferences) {
    stop();
    const element = elementOf(context);
    const project = await projectField(preferences[PROJECT]);
    const refresh = field(
      { name: SECONDS, label: AJS.I18n.getText('bearings.dashboard.refresh') },
      select(preferences[SECONDS] || DEFAULT_SECONDS, intervals())
    );
    const save = h('button.aui-button.aui-button-primary', { type: 'submit' }, AJS.I18n.getText('bearings.action.save'));
    const cancel = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
    const form = h(
      'form.aui.top-label.bearings-dashboard-form',
      { novalidate: true },
      project.element,
      refresh.element,
      h('div.buttons-container', null, h('div.buttons', null, save, cancel))
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const key = project.control.value.trim().toUpperCase();
      project.error(key ? '' : AJS.I18n.getText('bearings.dashboard.project.required'));
      if (key) {
        API.savePreferences({ [PROJECT]: key, [SECONDS]: refresh.control.value, [CONFIGURED]: 'true' });
      } else {
        project.control.focus();
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

function bodyElement(overview, root) {
  const url = `${AJS.contextPath()}/projects/${encodeURIComponent(overview.projectKey)}?selectedItem=io.bearings:project-page-item`;
  return h(
    'div.bearings-dashboard-body',
    null,
    h('p.bearings-dashboard-project', null, h('a', { href: url }, overview.projectName)),
    overview.objectives.length
      ? h(
          'ul.bearings-cards',
          null,
          overview.objectives.map((objective) => card(objective, url, root))
        )
      : h('p.bearings-hint', null, AJS.I18n.getText('bearings.dashboard.empty'))
  );
}

/** Ids carry the item's own stem: the same objective may stand on a dashboard twice. */
function card(objective, url, root) {
  const stem = root.id;
  return h(
    'li.bearings-card',
    { id: `${stem}-${objective.key}` },
    h(
      'div.bearings-card-head',
      null,
      scoreOf(objective),
      h(
        'div',
        null,
        h('a.bearings-card-title', { href: `${url}#${objective.key}` }, titleText(objective)),
        h(
          'p.bearings-facts',
          null,
          h('span.bearings-key', null, objective.key),
          objective.owner &&
            h('span.bearings-owner', null, AJS.I18n.getText('bearings.objective.ownedBy', objective.owner.name)),
          coverageOf(objective)
        )
      )
    ),
    objective.keyResults.length > 0 &&
      h(
        'ul.bearings-card-key-results',
        null,
        objective.keyResults.map((keyResult) => {
          const titleId = `${stem}-${keyResult.key}-title`;
          return h(
            'li',
            { id: `${stem}-${keyResult.key}` },
            h('span.bearings-key-result-title', { id: titleId }, keyResult.title),
            progressOf(keyResult, titleId)
          );
        })
      )
  );
}

/** A list of the projects that this person may see; where Jira does not give it, a field for the key. */
async function projectField(chosen) {
  const about = { name: PROJECT, label: AJS.I18n.getText('bearings.dashboard.project'), required: true };
  let projects;
  try {
    projects = await send('GET', `${AJS.contextPath()}/rest/api/2/project`);
  } catch (refused) {
    projects = null;
  }
  if (!Array.isArray(projects)) {
    const input = h('input.text.medium-field', { type: 'text', autocomplete: 'off' });
    input.value = chosen || '';
    return field({ ...about, description: AJS.I18n.getText('bearings.dashboard.project.key') }, input);
  }
  const choices = projects.map(({ key, name }) => [key, AJS.I18n.getText('bearings.dashboard.project.name', name, key)]);
  return field(about, select(chosen || '', [['', AJS.I18n.getText('bearings.dashboard.project.choose')], ...choices]));
}

define('bearings/dashboard/okr-progress', [], () => OkrProgress);
