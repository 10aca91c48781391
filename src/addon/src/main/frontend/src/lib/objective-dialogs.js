/** Creating and changing objectives and key results. */
import { h, uniqueId } from './dom.js';
import { get, post, put } from './rest.js';
import { field, parseNumber, select, textArea, textInput } from './fields.js';
import { difference } from './differences.js';
import { formDialog, Unreadable } from './form-dialog.js';
import { ownerField } from './owner-field.js';
import { failed } from './flags.js';

/** What was typed for a new objective and not saved; it is there again when the dialog is opened again. */
let draft = null;

const weightChoices = (stored) => [
  ['ISSUES', AJS.I18n.getText('bearings.weightBy.issues')],
  ['POINTS', AJS.I18n.getText('bearings.weightBy.points')],
  ['ESTIMATE', AJS.I18n.getText('bearings.weightBy.estimate')],
  ...(/_/.test(stored) ? [[stored, AJS.I18n.getText('bearings.weightBy.field')]] : []),
];

const titleField = (value) =>
  field(
    {
      name: 'title',
      label: AJS.I18n.getText('bearings.form.objective'),
      description: AJS.I18n.getText('bearings.form.objective.description'),
      required: true,
    },
    textInput(value, { autofocus: true })
  );

const whyField = (value) =>
  field(
    {
      name: 'why',
      label: AJS.I18n.getText('bearings.form.why'),
      description: AJS.I18n.getText('bearings.form.why.description'),
    },
    textArea(value)
  );

/**
 * Title, kind of weight and weight of one key result.
 *
 * @param {function(): string} prefix of the server's names of these fields
 */
function keyResultFields(keyResult, prefix, autofocus) {
  const title = field(
    { name: 'title', label: AJS.I18n.getText('bearings.form.keyResult'), required: true },
    textInput(keyResult.title, { autofocus })
  );
  const weightBy = field(
    { name: 'weightBy', label: AJS.I18n.getText('bearings.form.weightBy') },
    select(keyResult.weightBy, weightChoices(keyResult.weightBy))
  );
  const weight = field(
    { name: 'weight', label: AJS.I18n.getText('bearings.form.weight') },
    textInput(keyResult.weight, { inputmode: 'decimal', size: '6' })
  );
  weight.control.classList.remove('long-field');
  weight.control.classList.add('short-field');
  const all = [title, weightBy, weight];
  return {
    title,
    weightBy,
    weight,
    fields: () => all.map((each) => ({ ...each, name: prefix() + each.name })),
    typed: () => ({ title: title.control.value, weightBy: weightBy.control.value, weight: weight.control.value }),
    /** @throws {Unreadable} when the weight is not a number */
    value() {
      try {
        return {
          title: title.control.value,
          weightBy: weightBy.control.value,
          weight: parseNumber(weight.control.value),
        };
      } catch (notANumber) {
        throw new Unreadable({ [`${prefix()}weight`]: AJS.I18n.getText('bearings.form.notANumber') });
      }
    },
    element: h(
      'div.bearings-key-result-fields',
      null,
      title.element,
      h('div.bearings-side-by-side', null, weightBy.element, weight.element)
    ),
  };
}

const emptyKeyResult = () => ({ title: '', weightBy: 'ISSUES', weight: '1' });

/** @throws {Unreadable} when what was typed names nobody */
function chosenOwner(owner) {
  const unknown = owner.unknown();
  if (unknown) {
    throw new Unreadable({ ownerKey: unknown });
  }
  return owner.person() ? owner.person().key : undefined;
}

/**
 * Asks for a new objective with its key results.
 *
 * @returns {Promise<Object|null>} what was created; null when the dialog was closed
 */
export function createObjective(projectKey) {
  const before = draft && draft.projectKey === projectKey ? draft : null;
  draft = null;
  const title = titleField(before ? before.title : '');
  const why = whyField(before ? before.why : '');
  const owner = ownerField(before ? before.owner : null);
  const rows = [];
  const keyResultsId = uniqueId('key-results');
  const list = h('div.bearings-new-key-results');
  const add = h('button.aui-button', { type: 'button' }, AJS.I18n.getText('bearings.action.addAnother'));

  function addRow(keyResult) {
    const row = keyResultFields(keyResult, () => `keyResults[${rows.indexOf(row)}].`, false);
    const remove = h(
      'button.aui-button.aui-button-subtle.bearings-remove',
      { type: 'button' },
      AJS.I18n.getText('bearings.action.remove'),
      h('span.bearings-hidden', null, ` ${AJS.I18n.getText('bearings.form.keyResult')}`)
    );
    row.frame = h('div.bearings-new-key-result', null, row.element, remove);
    remove.addEventListener('click', () => {
      rows.splice(rows.indexOf(row), 1);
      row.frame.remove();
      add.focus();
    });
    rows.push(row);
    list.append(row.frame);
    return row;
  }

  (before ? before.keyResults : [emptyKeyResult()]).forEach(addRow);
  add.addEventListener('click', () => addRow(emptyKeyResult()).title.control.focus());

  let created = false;
  return formDialog({
    title: AJS.I18n.getText('bearings.dialog.createObjective'),
    submit: AJS.I18n.getText('bearings.action.create'),
    content: [
      title.element,
      why.element,
      owner.element,
      h(
        'div.bearings-group',
        { role: 'group', 'aria-labelledby': keyResultsId },
        h('p.bearings-group-label', { id: keyResultsId }, AJS.I18n.getText('bearings.form.keyResults')),
        h('p.bearings-hint', null, AJS.I18n.getText('bearings.form.keyResults.description')),
        list,
        add
      ),
    ],
    fields: () => [title, why, owner, ...rows.flatMap((row) => row.fields())],
    async save() {
      const objective = await post('objectives', {
        projectKey,
        title: title.control.value,
        why: why.control.value,
        ownerKey: chosenOwner(owner),
        keyResults: rows.filter((row) => rows.length > 1 || row.title.control.value.trim()).map((row) => row.value()),
      });
      created = true;
      return objective;
    },
    closed() {
      const typed = {
        projectKey,
        title: title.control.value,
        why: why.control.value,
        owner: owner.person(),
        keyResults: rows.map((row) => row.typed()),
      };
      const worthKeeping = typed.title || typed.why || typed.keyResults.some((keyResult) => keyResult.title);
      draft = !created && worthKeeping ? typed : null;
    },
  });
}

/**
 * Opens an objective for change.
 *
 * @returns {Promise<Object|null>} what was saved; null when the dialog was closed or could not be opened
 */
export async function editObjective(objectiveId) {
  const stored = await read(`objectives/${objectiveId}`);
  if (!stored) {
    return null;
  }
  const title = titleField(stored.title);
  const why = whyField(stored.why);
  const owner = ownerField(stored.owner);
  let version = stored.version;
  return formDialog({
    title: AJS.I18n.getText('bearings.dialog.editObjective', stored.key),
    submit: AJS.I18n.getText('bearings.action.save'),
    content: [title.element, why.element, owner.element],
    fields: () => [title, why, owner],
    save: () =>
      put(`objectives/${objectiveId}`, {
        version,
        title: title.control.value,
        why: why.control.value,
        ownerKey: chosenOwner(owner),
      }),
    differences(current) {
      version = current.version;
      const mine = owner.person();
      return [
        difference(title, current.title),
        difference(why, current.why),
        mine && mine.key !== current.owner.key
          ? {
              field: owner,
              mine: mine.name,
              theirs: current.owner.name,
              take: () => owner.set(current.owner),
              keep: () => owner.set(mine),
            }
          : null,
      ].filter(Boolean);
    },
  });
}

/** Asks for one more key result of an objective. @returns {Promise<Object|null>} what was created */
export function addKeyResult(objectiveId, objectiveKey) {
  const keyResult = keyResultFields(emptyKeyResult(), () => '', true);
  return formDialog({
    title: AJS.I18n.getText('bearings.dialog.addKeyResult', objectiveKey),
    submit: AJS.I18n.getText('bearings.action.add'),
    content: [keyResult.element],
    fields: keyResult.fields,
    save: async () => post(`objectives/${objectiveId}/key-results`, keyResult.value()),
  });
}

/** Opens a key result for change. @returns {Promise<Object|null>} what was saved */
export async function editKeyResult(keyResultId) {
  const stored = await read(`key-results/${keyResultId}`);
  if (!stored) {
    return null;
  }
  const keyResult = keyResultFields({ ...stored, weight: String(stored.weight) }, () => '', true);
  let version = stored.version;
  return formDialog({
    title: AJS.I18n.getText('bearings.dialog.editKeyResult', stored.key),
    submit: AJS.I18n.getText('bearings.action.save'),
    content: [keyResult.element],
    fields: keyResult.fields,
    save: async () => put(`key-results/${keyResultId}`, { version, ...keyResult.value() }),
    differences(current) {
      version = current.version;
      const name = (key) => new Map(weightChoices()).get(key);
      return [
        difference(keyResult.title, current.title),
        difference(keyResult.weightBy, current.weightBy, name),
        Number(keyResult.weight.control.value.replace(',', '.')) === current.weight
          ? null
          : difference(keyResult.weight, String(current.weight)),
      ].filter(Boolean);
    },
  });
}

async function read(path) {
  try {
    return await get(path);
  } catch (refused) {
    failed(refused.message);
    return null;
  }
}
