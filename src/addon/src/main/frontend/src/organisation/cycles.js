/** The cycles of a unit: those that it inherits, and its own with what can be done with them. */
import { h, replaceChildren } from '../lib/dom.js';
import { done } from '../lib/flags.js';
import { post, put } from '../lib/rest.js';
import { dayText } from '../workspace/values.js';
import { choiceField, dayField, onlyWhile, textField } from './fields.js';
import { form } from './form.js';
import { nextQuarter } from './quarters.js';
import { kinds, lengths, states, word } from './words.js';

/** What comes after each state, and the words of the button that brings it there. */
const steps = () => ({
  PLANNING: ['ACTIVE', AJS.I18n.getText('bearings.cycles.activate')],
  ACTIVE: ['REVIEW', AJS.I18n.getText('bearings.cycles.review')],
  REVIEW: ['CLOSED', AJS.I18n.getText('bearings.cycles.close')],
  CLOSED: ['REVIEW', AJS.I18n.getText('bearings.cycles.reopen')],
});

/** @param {Object} page with the unit, all units, the cycles that serve the unit, and `reload` */
export function cyclesSection(element, page) {
  const { unit, units, cycles, reload } = page;
  const mayManage = unit.may.includes('MANAGE_CYCLES');
  const problem = h('div.bearings-problem', { role: 'alert' });
  const editor = h('div.bearings-cycle-editor');

  function failed(refused) {
    const texts = [refused.message, ...Object.values(refused.fields || {})].filter(Boolean);
    replaceChildren(problem, h('div.aui-message.aui-message-error', null, texts.map((text) => h('p', null, text))));
  }

  function button(text, name, action) {
    const made = h('button.aui-button.aui-button-link', { type: 'button', 'aria-label': name }, text);
    made.addEventListener('click', action);
    return made;
  }

  async function step(cycle, state) {
    try {
      await post(`cycles/${cycle.id}/state`, { version: cycle.version, state });
      await reload();
      done(AJS.I18n.getText('bearings.cycles.stepped', cycle.name, word(states(), state)));
    } catch (refused) {
      failed(refused);
    }
  }

  function actions(cycle) {
    if (!cycle.may.includes('MANAGE_CYCLES') || cycle.unitId !== unit.id) {
      return null;
    }
    const closed = cycle.state === 'CLOSED';
    const [next, text] = steps()[cycle.state];
    return [
      !closed &&
        button(AJS.I18n.getText('bearings.action.edit'), AJS.I18n.getText('bearings.cycles.editOf', cycle.name), () =>
          edit(cycle)
        ),
      (!closed || cycle.may.includes('REOPEN_CYCLE')) &&
        button(text, AJS.I18n.getText('bearings.cycles.stepOf', text, cycle.name), () => ask(cycle, next, text)),
    ];
  }

  /** Closing freezes the scores, so it is asked for once more. */
  function ask(cycle, next, text) {
    if (next !== 'CLOSED') {
      step(cycle, next);
      return;
    }
    const yes = h('button.aui-button.aui-button-primary', { type: 'button' }, text);
    const no = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
    yes.addEventListener('click', () => step(cycle, next));
    no.addEventListener('click', () => replaceChildren(editor));
    replaceChildren(
      editor,
      h(
        'div.aui-message.aui-message-warning',
        { role: 'alertdialog', 'aria-label': text },
        h('p', null, AJS.I18n.getText('bearings.cycles.close.ask', cycle.name)),
        h('p', null, yes, no)
      )
    );
    yes.focus();
  }

  function row(cycle) {
    const owner = units.find((each) => each.id === cycle.unitId);
    const parent = cycles.find((each) => each.id === cycle.parentId);
    const facts = [
      cycle.kind === 'PROJECT' ? word(kinds(), cycle.kind) : word(lengths(), cycle.length),
      parent && AJS.I18n.getText('bearings.cycles.partOf', parent.name),
      cycle.project && [cycle.project.key, cycle.epicKey, cycle.fixVersion].filter(Boolean).join(' '),
      cycle.unitId !== unit.id && owner && AJS.I18n.getText('bearings.cycles.ofUnit', owner.name),
    ].filter(Boolean);
    return h(
      'li.bearings-cycle',
      null,
      h(
        'div.bearings-cycle-facts',
        null,
        h('strong', { dir: 'auto' }, cycle.name),
        h('span.aui-lozenge', null, word(states(), cycle.state)),
        h('span', null, AJS.I18n.getText('bearings.cycles.days', dayText(cycle.first), dayText(cycle.last))),
        // Each by itself, so that a name which is written from right to left turns nothing but itself.
        h(
          'span.bearings-hint',
          null,
          facts.map((fact, place) => [place > 0 && ' \u00b7 ', h('bdi', null, fact)])
        )
      ),
      h('div.bearings-cycle-actions', null, actions(cycle))
    );
  }

  function edit(cycle) {
    const heading = cycle ? AJS.I18n.getText('bearings.cycles.editOf', cycle.name) : AJS.I18n.getText('bearings.cycles.create');
    const made = cycleForm(cycle, page, () => {
      replaceChildren(editor);
      reload().then(() => done(AJS.I18n.getText('bearings.cycles.saved')));
    });
    replaceChildren(editor, h('h3', null, heading), made.element);
    made.first.focus();
    made.cancel(() => replaceChildren(editor));
  }

  const create =
    mayManage &&
    h('button.aui-button', { type: 'button', id: 'bearings-create-cycle' }, AJS.I18n.getText('bearings.cycles.create'));
  if (create) {
    create.addEventListener('click', () => edit(null));
  }
  replaceChildren(
    element,
    h('h2', { id: 'bearings-cycles-title' }, AJS.I18n.getText('bearings.cycles')),
    problem,
    cycles.length
      ? h('ul.bearings-cycles', null, cycles.map(row))
      : h('div.bearings-empty', null, h('p', null, AJS.I18n.getText('bearings.cycles.none'))),
    create,
    editor
  );
}

function cycleForm(cycle, { unit, cycles }, saved) {
  const start = cycle || { ...nextQuarter(cycles, new Date()), kind: 'CALENDAR', length: 'QUARTER', parentId: null };
  let version = cycle && cycle.version;
  let cancelled = () => undefined;
  const parents = cycles.filter((each) => !cycle || each.id !== cycle.id);
  const fields = {
    name: textField({ name: 'name', label: AJS.I18n.getText('bearings.cycles.name'), required: true }, start.name),
    first: dayField({ name: 'first', label: AJS.I18n.getText('bearings.cycles.first'), required: true }, start.first),
    last: dayField({ name: 'last', label: AJS.I18n.getText('bearings.cycles.last'), required: true }, start.last),
    length: choiceField({ name: 'length', label: AJS.I18n.getText('bearings.cycles.length') }, start.length, lengths()),
    parentId: choiceField(
      {
        name: 'parentId',
        label: AJS.I18n.getText('bearings.cycles.parent'),
        description: AJS.I18n.getText('bearings.cycles.parent.description'),
      },
      start.parentId,
      [['', AJS.I18n.getText('bearings.cycles.parent.none')], ...parents.map((each) => [String(each.id), each.name])]
    ),
    ...(cycle ? {} : { kind: choiceField({ name: 'kind', label: AJS.I18n.getText('bearings.cycles.kind') }, 'CALENDAR', kinds()) }),
    ...(cycle && cycle.kind === 'CALENDAR' ? {} : bindingFields(start)),
  };
  if (fields.kind) {
    onlyWhile(fields.kind, (kind) => kind === 'PROJECT', [fields.project, fields.epicKey, fields.fixVersion]);
  }
  const element = form({
    fields,
    submit: AJS.I18n.getText('bearings.action.save'),
    save: (values) => send(unit, cycle, version, values),
    saved,
    cancel: () => cancelled(),
    stored(current) {
      version = current.version;
      return { ...current, project: current.project && current.project.key };
    },
  });
  return {
    element,
    first: fields.name.control,
    cancel(action) {
      cancelled = action;
    },
  };
}

function bindingFields(start) {
  return {
    project: textField(
      {
        name: 'project',
        label: AJS.I18n.getText('bearings.cycles.project'),
        description: AJS.I18n.getText('bearings.cycles.project.description'),
      },
      start.project && start.project.key
    ),
    epicKey: textField({ name: 'epicKey', label: AJS.I18n.getText('bearings.cycles.epic') }, start.epicKey),
    fixVersion: textField({ name: 'fixVersion', label: AJS.I18n.getText('bearings.cycles.version') }, start.fixVersion),
  };
}

function send(unit, cycle, version, values) {
  const body = { ...values, parentId: values.parentId && Number(values.parentId) };
  if ((values.kind || cycle.kind) === 'PROJECT') {
    body.project = values.project ? { key: values.project.toUpperCase() } : null;
  } else {
    ['project', 'epicKey', 'fixVersion'].forEach((name) => delete body[name]);
  }
  return cycle
    ? put(`cycles/${cycle.id}`, { version, ...body })
    : post('cycles', { unitId: unit.id, ...body });
}
