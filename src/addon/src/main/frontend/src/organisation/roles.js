/** The roles that were given in a unit: a list, and a form that adds one. */
import { h, replaceChildren } from '../lib/dom.js';
import { done } from '../lib/flags.js';
import { put } from '../lib/rest.js';
import { choiceField, personField, textField } from './fields.js';
import { form } from './form.js';
import { roles as words, word } from './words.js';

/** @param {function(): Promise} reload called after the roles were saved */
export function rolesSection(element, unit, { version, roles }, reload) {
  const problem = h('div.bearings-problem', { role: 'alert' });

  const save = (wanted) => put(`units/${unit.id}/roles`, { version, roles: wanted });

  function row(role, index) {
    const holder = role.person ? role.person.name : AJS.I18n.getText('bearings.role.group', role.group);
    const remove = h(
      'button.aui-button.aui-button-link',
      { type: 'button', 'aria-label': AJS.I18n.getText('bearings.role.removeOf', holder) },
      AJS.I18n.getText('bearings.role.remove')
    );
    remove.addEventListener('click', async () => {
      try {
        await save(roles.filter((each, at) => at !== index));
        await reload();
      } catch (refused) {
        const texts = [refused.message, ...Object.values(refused.fields || {})].filter(Boolean);
        replaceChildren(problem, h('div.aui-message.aui-message-error', null, texts.map((text) => h('p', null, text))));
      }
    });
    return h('tr', null, h('td', null, holder), h('td', null, word(words(), role.role)), h('td', null, remove));
  }

  replaceChildren(
    element,
    h('h2', { id: 'bearings-roles-title' }, AJS.I18n.getText('bearings.roles')),
    h('p.bearings-hint', null, AJS.I18n.getText('bearings.roles.lead')),
    problem,
    roles.length
      ? h(
          'table.aui.bearings-roles',
          null,
          h(
            'thead',
            null,
            h(
              'tr',
              null,
              h('th', { scope: 'col' }, AJS.I18n.getText('bearings.roles.who')),
              h('th', { scope: 'col' }, AJS.I18n.getText('bearings.roles.role')),
              h('th', { scope: 'col' }, h('span.bearings-hidden', null, AJS.I18n.getText('bearings.roles.actions')))
            )
          ),
          h('tbody', null, roles.map(row))
        )
      : h('p', null, AJS.I18n.getText('bearings.roles.none')),
    addition(roles, save, reload)
  );
}

function addition(roles, save, reload) {
  const last = `roles[${roles.length}].`;
  const fields = {
    role: choiceField({ name: `${last}role`, label: AJS.I18n.getText('bearings.roles.role') }, 'CONTRIBUTOR', words()),
    person: personField(
      {
        name: `${last}person`,
        label: AJS.I18n.getText('bearings.roles.person'),
        description: AJS.I18n.getText('bearings.roles.person.description'),
      },
      null
    ),
    group: textField({ name: `${last}group`, label: AJS.I18n.getText('bearings.roles.group') }, ''),
  };
  return form({
    fields,
    submit: AJS.I18n.getText('bearings.roles.add'),
    save: (values) => save([...roles, values]),
    async saved() {
      await reload();
      done(AJS.I18n.getText('bearings.roles.saved'));
    },
  });
}
