/** All units of the site as a tree, for administrators. */
import { h, replaceChildren } from '../lib/dom.js';
import { done } from '../lib/flags.js';
import { get, post } from '../lib/rest.js';
import { choiceField, personField, textField } from './fields.js';
import { form } from './form.js';
import { levels, word } from './words.js';

export function unitsPage(root) {
  const problem = h('div.bearings-problem', { role: 'alert' });
  const list = h('div.bearings-units');
  const creation = h('div.bearings-unit-creation');
  let units = [];
  replaceChildren(root, problem, list, creation);

  async function load() {
    try {
      units = (await get('units')).units;
      replaceChildren(problem);
      draw();
    } catch (refused) {
      replaceChildren(problem, h('div.aui-message.aui-message-error', null, h('p', null, refused.message)));
    }
    root.setAttribute('aria-busy', 'false');
  }

  function draw() {
    replaceChildren(list, units.length ? tree(null) : empty());
    const create = h(
      'button.aui-button',
      { type: 'button', id: 'bearings-create-unit' },
      AJS.I18n.getText('bearings.units.create')
    );
    create.addEventListener('click', openForm);
    replaceChildren(creation, create);
  }

  const known = (id) => units.some((unit) => unit.id === id);

  function tree(parentId) {
    const below = units.filter((unit) => (known(unit.parentId) ? unit.parentId : null) === parentId);
    return below.length ? h('ul.bearings-tree', null, below.map(node)) : null;
  }

  function node(unit) {
    const facts = [
      word(levels(), unit.level),
      unit.lead && AJS.I18n.getText('bearings.units.ledBy', unit.lead.name),
      unit.projects.length && unit.projects.map((project) => project.key).join(', '),
    ].filter(Boolean);
    return h(
      'li',
      null,
      h(
        'div.bearings-tree-row',
        null,
        h('a', { href: pageOf(unit) }, unit.name),
        unit.archived && h('span.aui-lozenge', null, AJS.I18n.getText('bearings.units.archived')),
        h('span.bearings-hint', null, facts.join(' \u00b7 '))
      ),
      tree(unit.id)
    );
  }

  function openForm() {
    const parents = units.filter((unit) => !unit.archived && unit.level !== 'TEAM');
    const fields = {
      name: textField({ name: 'name', label: AJS.I18n.getText('bearings.unit.name'), required: true }, ''),
      level: choiceField(
        { name: 'level', label: AJS.I18n.getText('bearings.unit.level') },
        units.length ? 'TEAM' : 'COMPANY',
        levels()
      ),
      parentId: choiceField(
        {
          name: 'parentId',
          label: AJS.I18n.getText('bearings.unit.parent'),
          description: AJS.I18n.getText('bearings.unit.parent.description'),
        },
        parents.length ? parents[0].id : '',
        [['', AJS.I18n.getText('bearings.unit.parent.none')], ...parents.map((unit) => [String(unit.id), unit.name])]
      ),
      lead: personField({ name: 'lead', label: AJS.I18n.getText('bearings.unit.lead') }, null),
    };
    replaceChildren(
      creation,
      h('h3', null, AJS.I18n.getText('bearings.units.create')),
      form({
        fields,
        submit: AJS.I18n.getText('bearings.units.create'),
        save: (values) => post('units', { ...values, parentId: values.parentId && Number(values.parentId) }),
        async saved(unit) {
          await load();
          done(AJS.I18n.getText('bearings.units.created', unit.name));
          document.getElementById('bearings-create-unit').focus();
        },
        cancel() {
          draw();
          document.getElementById('bearings-create-unit').focus();
        },
      })
    );
    fields.name.control.focus();
  }

  return { ready: load() };
}

function empty() {
  return h(
    'div.bearings-empty',
    null,
    h('h2', null, AJS.I18n.getText('bearings.units.empty.title')),
    h('p', null, AJS.I18n.getText('bearings.units.empty.text'))
  );
}

const pageOf = (unit) => `${AJS.contextPath()}/secure/BearingsUnit.jspa?unit=${unit.id}`;
