/** One unit: its cycles, its settings and the roles in it, for those who may manage them. */
import { h, replaceChildren } from '../lib/dom.js';
import { done } from '../lib/flags.js';
import { get, post } from '../lib/rest.js';
import { cyclesSection } from './cycles.js';
import { inputsSection } from './inputs.js';
import { rolesSection } from './roles.js';
import { settingsForm } from './unit-form.js';
import { levels, word } from './words.js';

export function unitPage(root) {
  const id = Number(root.getAttribute('data-unit'));
  const problem = h('div.bearings-problem', { role: 'alert' });
  const head = h('div.bearings-unit-head');
  const cycles = h('section.bearings-section', { 'aria-labelledby': 'bearings-cycles-title' });
  const settings = h('section.bearings-section', { 'aria-labelledby': 'bearings-unit-settings-title' });
  const roles = h('section.bearings-section', { 'aria-labelledby': 'bearings-roles-title' });
  const inputs = h('section.bearings-section', { 'aria-labelledby': 'bearings-inputs-title' });
  replaceChildren(root, problem, head, cycles, settings, inputs, roles);

  async function load() {
    try {
      const [{ units }, { cycles: serving }] = await Promise.all([get('units'), get('cycles', { unit: id })]);
      const unit = units.find((each) => each.id === id);
      replaceChildren(problem);
      drawHead(unit);
      cyclesSection(cycles, { unit, units, cycles: serving, reload: load });
      drawSettings(unit, units);
      await inputsSection(inputs, unit);
      await drawRoles(unit);
    } catch (refused) {
      failed(refused);
    }
    root.setAttribute('aria-busy', 'false');
  }

  function failed(refused) {
    replaceChildren(problem, h('div.aui-message.aui-message-error', null, h('p', null, refused.message)));
  }

  const may = (unit, operation) => unit.may.includes(operation);

  function drawHead(unit) {
    const archive = unit.archived ? 'restore' : 'archive';
    const button =
      may(unit, 'CREATE_UNIT') &&
      h(
        'button.aui-button',
        { type: 'button' },
        unit.archived
          ? AJS.I18n.getText('bearings.unit.restore')
          : AJS.I18n.getText('bearings.unit.archive')
      );
    if (button) {
      button.addEventListener('click', async () => {
        try {
          await post(`units/${unit.id}/${archive}`, { version: unit.version });
          await load();
        } catch (refused) {
          failed(refused);
        }
      });
    }
    replaceChildren(
      head,
      h(
        'div.bearings-page-header',
        null,
        h('h1', null, unit.name),
        unit.archived && h('span.aui-lozenge', null, AJS.I18n.getText('bearings.units.archived')),
        button
      ),
      h(
        'p.bearings-hint',
        null,
        word(levels(), unit.level),
        ' \u00b7 ',
        h(
          'a',
          { href: `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?unit=${unit.id}` },
          AJS.I18n.getText('bearings.unit.workspace')
        )
      )
    );
  }

  function drawSettings(unit, units) {
    replaceChildren(
      settings,
      may(unit, 'MANAGE_UNIT') && [
        h('h2', { id: 'bearings-unit-settings-title' }, AJS.I18n.getText('bearings.unit.settings')),
        settingsForm(unit, units, async () => {
          await load();
          done(AJS.I18n.getText('bearings.unit.saved'));
        }),
      ]
    );
  }

  async function drawRoles(unit) {
    if (may(unit, 'MANAGE_ROLES')) {
      rolesSection(roles, unit, await get(`units/${id}/roles`), load);
    } else {
      replaceChildren(roles);
    }
  }

  return { ready: load() };
}
