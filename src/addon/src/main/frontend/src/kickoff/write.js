/** The first step: what is written so far, and the guided way to one more objective. */
import { h, replaceChildren } from '../lib/dom.js';
import { get, post } from '../lib/rest.js';
import { savingForm, Unreadable } from '../lib/saving-form.js';
import { confidenceField } from './confidence.js';
import { writer } from './writer.js';

const isOpen = ({ archived, state }) => !archived && state !== 'ABANDONED';

/** @param {{work: Object, now: Object}} first what was read when the page opened */
export function write(page, first) {
  const publishing = new Map();
  const list = h('ul.bearings-plan');
  const none = h('div.bearings-empty', { hidden: true });
  const mayWrite = first.now.may.includes('WRITE');
  const closed = first.now.cycle.state === 'CLOSED';
  const add = h('button.aui-button', { type: 'button', 'aria-expanded': 'false' }, AJS.I18n.getText('bearings.write.another'));
  const place = h('div.bearings-write-place', { hidden: true });
  let open = null;

  function show(now) {
    place.hidden = !now;
    add.hidden = now || !mayWrite || closed;
    if (now && !open) {
      open = writer(page, first, {
        done() {
          open = null;
          replaceChildren(place);
          show(false);
          add.focus();
        },
      });
      replaceChildren(place, open.element);
    }
  }

  add.addEventListener('click', () => {
    show(true);
    open.focus();
  });

  return {
    element: h('div', null, none, list, add, place),
    update({ work }) {
      const objectives = work.objectives.filter(isOpen);
      none.hidden = objectives.length > 0;
      replaceChildren(
        none,
        h('p', null, mayWrite ? AJS.I18n.getText('bearings.write.none') : AJS.I18n.getText('bearings.write.wait'))
      );
      replaceChildren(list, objectives.map((each) => planned(page, each, publishing)));
      if (!objectives.length && mayWrite && !closed) {
        show(true);
      } else if (!open) {
        show(false);
      }
    },
  };
}

function planned(page, objective, publishing) {
  const { key, title, titleHidden, state, keyResults, confidence, parents, owner } = objective;
  const href = `${AJS.contextPath()}/secure/BearingsWorkspace.jspa?unit=${objective.unit.id}&cycle=${objective.cycle.id}#${key}`;
  const count = (keyResults || []).length;
  const facts = [
    owner && owner.name,
    !titleHidden &&
      (count === 1 ? AJS.I18n.getText('bearings.write.keyResults.one') : AJS.I18n.getText('bearings.write.keyResults.many', count)),
    confidence !== null && confidence !== undefined && AJS.I18n.getText('bearings.write.confidence.is', confidence),
    ...(parents || [])
      .filter(({ kind }) => kind === 'CONTRIBUTES')
      .map((parent) => AJS.I18n.getText('bearings.write.serves', parent.keyResultKey || parent.objectiveKey)),
  ].filter(Boolean);
  return h(
    'li.bearings-planned',
    { id: `bearings-planned-${objective.id}` },
    h(
      'div.bearings-planned-head',
      null,
      h('a', { href, dir: 'auto' }, titleHidden ? AJS.I18n.getText('bearings.write.hidden', key) : title),
      !titleHidden &&
        h(
          `span.aui-lozenge${state === 'DRAFT' ? '' : '.aui-lozenge-success'}`,
          null,
          state === 'DRAFT' ? AJS.I18n.getText('bearings.write.draft') : AJS.I18n.getText('bearings.write.published')
        )
    ),
    h('p.bearings-hint', null, [key, ...facts].join(' \u00b7 ')),
    state === 'DRAFT' && (objective.may || []).includes('PUBLISH') && publisher(page, objective, publishing)
  );
}

/** A draft becomes active once its owner has said how sure they are; what was chosen survives a refresh. */
function publisher(page, objective, publishing) {
  if (!publishing.has(objective.id)) {
    publishing.set(objective.id, publishForm(page, objective.id, objective.key));
  }
  return publishing.get(objective.id);
}

function publishForm(page, id, key) {
  const confidence = confidenceField();
  const submit = h(
    'button.aui-button',
    { type: 'submit' },
    AJS.I18n.getText('bearings.write.publish'),
    h('span.bearings-hidden', null, ` ${key}`)
  );
  const form = savingForm({
    submit,
    content: [h('div.bearings-publish', null, confidence.element, submit)],
    fields: () => [confidence],
    save: () => publish(id, confidence),
    saved: () => page.reload(AJS.I18n.getText('bearings.write.isPublished', key)),
  });
  return h('details.bearings-publish-draft', null, h('summary', null, AJS.I18n.getText('bearings.write.publish')), form);
}

/**
 * Publishes a draft as it is stored now.
 *
 * @throws {Unreadable} when nobody said how sure they are
 */
export async function publish(id, confidence) {
  if (confidence.number() === null) {
    throw new Unreadable({ confidence: AJS.I18n.getText('bearings.write.confidence.required') });
  }
  const { version } = await get(`objectives/${id}`);
  return post(`objectives/${id}/publish`, { version, confidence: confidence.number() });
}
