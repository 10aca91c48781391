/** What can be done with an objective or a key result beside changing its fields. */
import { h } from '../lib/dom.js';
import { get, post, put, remove } from '../lib/rest.js';
import { done, failed, undoable } from '../lib/flags.js';
import { creator } from '../lib/once.js';
import { Unreadable } from '../lib/saving-form.js';
import { alignmentChoices } from './alignment-words.js';
import { actionForm, openCycles, parentField } from './objective-form.js';
import { bodyOf, choiceOf, longTextOf } from './inputs.js';
import { confidenceField } from './check-in.js';
import { may } from './list.js';

const EM = '\u2003';

/**
 * The buttons of a view.
 *
 * @param {Object} page
 * @param {Object} item an objective or a key result
 * @param {Element} place where an action may put its form
 * @returns {Element}
 */
export function actionsOf(page, item, place) {
  const isObjective = Boolean(item.keyResults);
  const path = `${isObjective ? 'objectives' : 'key-results'}/${item.id}`;
  const buttons = [];
  const rare = [];
  const handlers = new Map();
  const button = (list, name, text, act, primary = false) => {
    list.push(h(`button.aui-button${primary ? '.aui-button-primary' : ''}`, { type: 'button', 'data-bearings-do': name }, text));
    handlers.set(name, act);
  };
  const editable = may(item, 'EDIT_OBJECTIVE');
  const focusBack = (name) => () => {
    const again = element.querySelector(`[data-bearings-do="${name}"]`);
    if (again && again.offsetParent !== null) {
      again.focus();
    }
  };
  const ask = (name, form) => actionForm(place, { ...form, cancelled: focusBack(name) });

  if (item.archived) {
    if (may(item, 'ARCHIVE')) {
      button(buttons, 'restore', AJS.I18n.getText('bearings.action.restore'), () => change('restore', AJS.I18n.getText('bearings.restored', item.key)));
    }
  } else {
    if (editable) {
      button(buttons, 'edit', AJS.I18n.getText('bearings.action.edit'), () => page.open(`${item.key}.edit`));
    }
    // A draft's key results are published with it.
    if (item.state === 'DRAFT' && may(item, 'PUBLISH') && (isObjective || item.objective.state !== 'DRAFT')) {
      button(buttons, 'publish', AJS.I18n.getText('bearings.action.publish'), publish, true);
    }
    if (isObjective && editable) {
      button(buttons, 'add', AJS.I18n.getText('bearings.action.addKeyResult'), () => page.open(`${item.key}.new`));
    }
    if (isObjective && may(item, 'FOLLOW')) {
      button(
        buttons,
        'follow',
        item.followed ? AJS.I18n.getText('bearings.action.unfollow') : AJS.I18n.getText('bearings.action.follow'),
        follow
      );
    }
    if (editable) {
      if (isObjective) {
        button(rare, 'align', AJS.I18n.getText('bearings.action.align'), align);
      }
      button(rare, 'move', AJS.I18n.getText('bearings.action.move'), move);
      button(rare, 'duplicate', AJS.I18n.getText('bearings.action.duplicate'), duplicate);
    }
    if (item.state === 'ACTIVE' && may(item, 'CLOSE_OBJECTIVE')) {
      button(rare, 'close', AJS.I18n.getText('bearings.action.closeItem'), () => change('close', AJS.I18n.getText('bearings.closed', item.key)));
    }
    if (['CLOSED', 'ABANDONED'].includes(item.state) && may(item, 'CLOSE_OBJECTIVE')) {
      button(rare, 'reopen', AJS.I18n.getText('bearings.action.reopen'), () => change('reopen', AJS.I18n.getText('bearings.reopened', item.key)));
    }
    if (['ACTIVE', 'DRAFT'].includes(item.state) && may(item, 'CLOSE_OBJECTIVE')) {
      button(rare, 'abandon', AJS.I18n.getText('bearings.action.abandon'), abandon);
    }
    if (may(item, 'ARCHIVE')) {
      button(rare, 'archive', AJS.I18n.getText('bearings.action.archive'), archive);
    }
  }

  const element = h(
    'div.bearings-panel-actions',
    null,
    buttons,
    rare.length > 0 &&
      h('details.bearings-more', null, h('summary.aui-button', null, AJS.I18n.getText('bearings.action.moreActions')), h('div.bearings-more-list', null, rare))
  );
  element.addEventListener('click', (event) => {
    const pressed = event.target.closest('[data-bearings-do]');
    if (pressed) {
      const more = pressed.closest('details');
      if (more) {
        more.open = false;
      }
      handlers.get(pressed.getAttribute('data-bearings-do'))();
    }
  });
  return element;

  async function change(verb, text, body = {}) {
    try {
      const stored = await post(`${path}/${verb}`, { version: item.version, ...body });
      await page.reload();
      done(text);
      return stored;
    } catch (refused) {
      failed(Object.values(refused.fields || {}).join(' ') || refused.message);
      await page.reload();
      return null;
    }
  }

  function publish() {
    const confidence = confidenceField(item.confidence);
    const unsure = { name: 'confidence', field: confidence, element: confidence.element, value: confidence.value };
    ask('publish', {
      title: AJS.I18n.getText('bearings.publish.title', item.key),
      submit: AJS.I18n.getText('bearings.action.publish'),
      inputs: [unsure],
      async save() {
        if (confidence.value() === null) {
          throw new Unreadable({ confidence: AJS.I18n.getText('bearings.confidence.required') });
        }
        return post(`${path}/publish`, { version: item.version, confidence: confidence.value() });
      },
      saved: () => page.saved(item.key, AJS.I18n.getText('bearings.published', item.key)),
    });
  }

  async function follow() {
    try {
      await (item.followed ? remove(`${path}/follow`) : put(`${path}/follow`));
    } catch (refused) {
      failed(refused.message);
    }
    await page.reload();
    focusBack('follow')();
  }

  function places(withSame) {
    const model = page.model();
    const allowed = model.units.filter((unit) => may(unit, 'CREATE_OBJECTIVE'));
    const units = allowed.map(({ id, name }) => [String(id), name]);
    return [
      choiceOf({ name: 'unitId', label: AJS.I18n.getText('bearings.picker.unit') }, { unitId: String(item.unit.id) }, units, { value: Number }),
      choiceOf(
        { name: 'cycleId', label: AJS.I18n.getText('bearings.picker.cycle') },
        { cycleId: withSame && item.cycle ? String(item.cycle.id) : '' },
        [['', AJS.I18n.getText('bearings.cycle.backlog')], ...openCycles(model).map(({ id, name }) => [String(id), name])],
        { value: (chosen) => (chosen ? Number(chosen) : null) }
      ),
    ];
  }

  /** Where a key result may go: the objectives on the page. */
  function objectives() {
    const choices = page
      .model()
      .objectives.filter((each) => may(each, 'EDIT_OBJECTIVE') && !each.archived)
      .map(({ id, key, title }) => [String(id), `${key}${EM}${title}`]);
    return [
      choiceOf({ name: 'objectiveId', label: AJS.I18n.getText('bearings.form.objective') }, { objectiveId: String(item.objective.id) }, choices, {
        value: Number,
      }),
    ];
  }

  function move() {
    const inputs = isObjective ? places(true) : objectives();
    ask('move', {
      title: AJS.I18n.getText('bearings.move.title', item.key),
      submit: AJS.I18n.getText('bearings.action.move'),
      inputs,
      save: async () => post(`${path}/move`, { version: item.version, ...bodyOf(inputs) }),
      saved: () => page.saved(item.key, AJS.I18n.getText('bearings.moved', item.key)),
    });
  }

  function duplicate() {
    const inputs = isObjective ? places(false) : objectives();
    const create = creator();
    ask('duplicate', {
      title: AJS.I18n.getText('bearings.duplicate.title', item.key),
      submit: AJS.I18n.getText('bearings.action.duplicate'),
      inputs,
      extra: h('p.bearings-hint', null, AJS.I18n.getText('bearings.duplicate.description')),
      save: async () => create(`${path}/duplicate`, bodyOf(inputs)),
      saved: (copy) => page.saved(copy.key, AJS.I18n.getText('bearings.page.created', copy.key)),
    });
  }

  function abandon() {
    const reason = longTextOf({ name: 'reason', label: AJS.I18n.getText('bearings.form.why'), required: true }, {}, { rows: '2' });
    ask('abandon', {
      title: AJS.I18n.getText('bearings.abandon.title', item.key),
      submit: AJS.I18n.getText('bearings.action.abandon'),
      inputs: [reason],
      save: async () => post(`${path}/abandon`, { version: item.version, ...bodyOf([reason]) }),
      saved: () => page.saved(item.key, AJS.I18n.getText('bearings.abandoned', item.key)),
    });
  }

  async function archive() {
    try {
      const archived = await post(`${path}/archive`, { version: item.version });
      page.close();
      await page.reload();
      undoable(AJS.I18n.getText('bearings.archivedNow', item.key), async () => {
        try {
          const { version } = archived || (await get(path));
          await post(`${path}/restore`, { version });
        } catch (refused) {
          failed(refused.message);
        }
        await page.reload();
        page.open(item.key);
      });
    } catch (refused) {
      failed(refused.message);
      await page.reload();
    }
  }

  function align() {
    const kind = choiceOf({ name: 'kind', label: AJS.I18n.getText('bearings.align.kind') }, { kind: 'CONTRIBUTES' }, alignmentChoices());
    const reason = longTextOf(
      { name: 'reason', label: AJS.I18n.getText('bearings.form.reason'), description: AJS.I18n.getText('bearings.form.reason.description') },
      {},
      { rows: '2' }
    );
    const other = parentField(item.id, () => askWhy());
    const movesAScore = () => kind.value() === 'CONTRIBUTES' && Boolean(other.chosen() && other.chosen().to.toKeyResultId);
    const askWhy = () => {
      reason.element.hidden = !movesAScore();
    };
    askWhy();
    kind.field.control.addEventListener('change', askWhy);
    const asInput = { name: 'toObjectiveId', field: other.field, element: other.element };
    ask('align', {
      title: AJS.I18n.getText('bearings.align.title', item.key),
      submit: AJS.I18n.getText('bearings.action.align'),
      inputs: [asInput, kind, reason],
      async save() {
        if (!other.chosen()) {
          throw new Unreadable({ toObjectiveId: AJS.I18n.getText('bearings.parent.choose') });
        }
        const why = movesAScore() && reason.value().trim();
        return post(`${path}/alignments`, { ...other.body(kind.value()), ...(why && { reason: why }) });
      },
      saved: () => page.saved(item.key, AJS.I18n.getText('bearings.align.saved', item.key)),
    });
  }
}

/** A button that takes an alignment away. */
export function removeAlignment(page, { alignmentId, objectiveKey }) {
  const button = h(
    'button.aui-button.aui-button-subtle',
    { type: 'button' },
    AJS.I18n.getText('bearings.action.remove'),
    h('span.bearings-hidden', null, ` ${objectiveKey}`)
  );
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await remove(`alignments/${alignmentId}`);
    } catch (refused) {
      failed(refused.message);
    }
    await page.reload();
  });
  return button;
}

