/** What stands below an objective or a key result and is read when somebody opens it. */
import { h, morph, replaceChildren } from '../lib/dom.js';
import { get, post, put } from '../lib/rest.js';
import { failed } from '../lib/flags.js';
import { creator } from '../lib/once.js';
import { kindChoices, sourceText } from './choices.js';
import { actionForm } from './objective-form.js';
import { dayOf, longTextOf, ownerOf, textOf, bodyOf } from './inputs.js';
import { statusText } from '../lib/status.js';
import { dayText, instantText, isNumber, scoreText, today } from './values.js';
import { fieldText } from './field-words.js';

/**
 * A section that can be opened, with a list and perhaps a form that adds to it.
 *
 * @param {Object} section
 * @param {string} section.title
 * @param {function(): Promise<Object[]>} section.load
 * @param {function(Object, function(): Promise): Element} section.row draws an entry; it may call the function to read again
 * @param {string} section.empty
 * @param {{label: string, inputs: function(): Object[], save: function(Object): Promise}} [section.add]
 */
export function section({ title, load, row, empty, add }) {
  const list = h('ul.bearings-entries');
  const hint = h('p.bearings-hint', { role: 'status' });
  const place = h('div');
  const button =
    add && h('button.aui-button.aui-button-subtle', { type: 'button' }, add.label);
  const element = h('details.bearings-section', null, h('summary', null, title), hint, list, place, button);

  async function refresh() {
    try {
      const entries = await load();
      morph(list, h('ul.bearings-entries', null, entries.map((entry) => row(entry, refresh))));
      hint.textContent = entries.length ? '' : empty;
    } catch (refused) {
      hint.textContent = refused.message;
    }
  }

  let read = false;
  element.addEventListener('toggle', () => {
    if (element.open && !read) {
      read = true;
      refresh();
    }
  });
  if (button) {
    const create = creator();
    button.addEventListener('click', () => {
      const inputs = add.inputs();
      button.hidden = true;
      const shown = () => {
        button.hidden = false;
        button.focus();
      };
      actionForm(place, {
        title: add.label,
        submit: AJS.I18n.getText('bearings.action.add'),
        inputs,
        save: async () => add.save(bodyOf(inputs), create),
        async saved() {
          shown();
          await refresh();
        },
        cancelled: shown,
      });
    });
  }
  return { element, refresh: () => (element.open ? refresh() : Promise.resolve()) };
}

/** People come with their names, or as their names alone. */
export const nameOf = (person) => (person && person.name) || person;

export const entry = (id, ...children) => h('li.bearings-entry', { id }, children);

/** Blockers of an objective or a key result. */
export function blockers(of, mayWrite) {
  const query = of.keyResult ? { keyResult: of.keyResult.id } : { objective: of.objective.id };
  const subject = of.keyResult ? { keyResultId: of.keyResult.id } : { objectiveId: of.objective.id };
  return section({
    title: AJS.I18n.getText('bearings.blockers'),
    load: async () => (await get('blockers', query)).blockers,
    empty: AJS.I18n.getText('bearings.blockers.none'),
    row: (blocker, refresh) =>
      entry(
        `bearings-blocker-${blocker.id}`,
        h(`p${blocker.resolved ? '.bearings-resolved' : ''}`, { dir: 'auto' }, blocker.text),
        h(
          'p.bearings-facts',
          null,
          blocker.owner && h('span', null, AJS.I18n.getText('bearings.objective.ownedBy', blocker.owner.name)),
          blocker.neededFrom && h('span', null, AJS.I18n.getText('bearings.blockers.neededFrom', blocker.neededFrom)),
          blocker.since && h('span', null, AJS.I18n.getText('bearings.blockers.since', dayText(blocker.since))),
          blocker.issue && h('a', { href: `${AJS.contextPath()}/browse/${encodeURIComponent(blocker.issue.key)}` }, blocker.issue.key),
          blocker.resolved && h('span', null, AJS.I18n.getText('bearings.blockers.resolved'))
        ),
        mayWrite && !blocker.resolved && resolveButton(blocker, refresh)
      ),
    add: mayWrite && {
      label: AJS.I18n.getText('bearings.blockers.add'),
      inputs: () => [
        longTextOf({ name: 'text', label: AJS.I18n.getText('bearings.blockers.text'), required: true }, {}, { rows: '2' }),
        ownerOf(null),
        textOf({ name: 'neededFrom', label: AJS.I18n.getText('bearings.blockers.from') }, {}),
        dayOf({ name: 'since', label: AJS.I18n.getText('bearings.blockers.day') }, { since: today() }),
        textOf({ name: 'issueKey', label: AJS.I18n.getText('bearings.blockers.issue') }, {}),
      ],
      save: (body, create) => create('blockers', withoutEmpty({ ...subject, ...body })),
    },
  });
}

function resolveButton(blocker, refresh) {
  const button = h('button.aui-button.aui-button-subtle', { type: 'button' }, AJS.I18n.getText('bearings.blockers.resolve'));
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const { id, version, text, owner, neededFrom, since, issue } = blocker;
      const same = { text, ownerKey: owner && owner.key, neededFrom, since, issueKey: issue && issue.key };
      await put(`blockers/${id}`, { version, ...withoutEmpty(same), resolved: true });
    } catch (refused) {
      failed(refused.message);
    }
    await refresh();
  });
  return button;
}

/** What was decided about an objective. */
export const decisions = (objective, mayWrite) =>
  section({
    title: AJS.I18n.getText('bearings.decisions'),
    load: async () => (await get('decisions', { objective: objective.id })).decisions,
    empty: AJS.I18n.getText('bearings.decisions.none'),
    row: ({ id, text, on, reason, by }) =>
      entry(
        `bearings-decision-${id}`,
        h('p', { dir: 'auto' }, text),
        reason && h('p.bearings-hint', { dir: 'auto' }, reason),
        h('p.bearings-facts', null, h('span', null, dayText(on)), by && h('span', null, nameOf(by)))
      ),
    add: mayWrite && {
      label: AJS.I18n.getText('bearings.decisions.add'),
      inputs: () => [
        longTextOf({ name: 'text', label: AJS.I18n.getText('bearings.decisions.text'), required: true }, {}, { rows: '2' }),
        longTextOf({ name: 'reason', label: AJS.I18n.getText('bearings.decisions.reason') }, {}, { rows: '2' }),
        dayOf({ name: 'on', label: AJS.I18n.getText('bearings.decisions.day') }, { on: today() }),
      ],
      save: (body, create) => create('decisions', withoutEmpty({ objectiveId: objective.id, ...body })),
    },
  });

/** Outside events that say why a number moved. @param {string} on such as `objective:12` */
export const annotations = (on, mayWrite) =>
  section({
    title: AJS.I18n.getText('bearings.annotations'),
    load: async () => (await get('annotations', { on })).annotations,
    empty: AJS.I18n.getText('bearings.annotations.none'),
    row: ({ id, text, from, to, by }) =>
      entry(
        `bearings-annotation-${id}`,
        h('p', { dir: 'auto' }, text),
        h(
          'p.bearings-facts',
          null,
          h('span', null, to && to !== from ? AJS.I18n.getText('bearings.cycle.days', dayText(from), dayText(to)) : dayText(from)),
          by && h('span', null, nameOf(by))
        )
      ),
    add: mayWrite && {
      label: AJS.I18n.getText('bearings.annotations.add'),
      inputs: () => [
        textOf({ name: 'text', label: AJS.I18n.getText('bearings.annotations.text'), required: true }, {}),
        dayOf({ name: 'from', label: AJS.I18n.getText('bearings.annotations.from') }, { from: today() }),
        dayOf({ name: 'to', label: AJS.I18n.getText('bearings.annotations.to') }, {}),
      ],
      save: (body, create) => create(`annotations?on=${encodeURIComponent(on)}`, withoutEmpty(body)),
    },
  });

/** The pieces of evidence of a key result that counts them. */
export const evidence = (keyResult, me, mayWrite, changed) =>
  section({
    title: AJS.I18n.getText('bearings.evidence'),
    load: async () => (await get(`key-results/${keyResult.id}/evidence`)).evidence,
    empty: AJS.I18n.getText('bearings.evidence.none'),
    row: (piece, refresh) =>
      entry(
        `bearings-evidence-${piece.id}`,
        h('p', { dir: 'auto' }, piece.text),
        isWebAddress(piece.url) && h('p', null, h('a', { href: piece.url, rel: 'noopener noreferrer' }, piece.url)),
        h(
          'p.bearings-facts',
          null,
          h('span', null, dayText(piece.on)),
          piece.by && h('span', null, nameOf(piece.by)),
          piece.confirmedBy && h('span', null, AJS.I18n.getText('bearings.evidence.confirmed', piece.confirmedBy.name))
        ),
        mayWrite && !piece.confirmedBy && piece.by && piece.by.key !== me && confirmButton(piece, refresh, changed)
      ),
    add: mayWrite && {
      label: AJS.I18n.getText('bearings.evidence.add'),
      inputs: () => [
        longTextOf({ name: 'text', label: AJS.I18n.getText('bearings.evidence.text'), required: true }, {}, { rows: '2' }),
        textOf({ name: 'url', label: AJS.I18n.getText('bearings.evidence.url') }, {}, { type: 'url' }),
        dayOf({ name: 'on', label: AJS.I18n.getText('bearings.decisions.day') }, { on: today() }),
      ],
      save: (body, create) => create(`key-results/${keyResult.id}/evidence`, withoutEmpty(body)),
    },
  });

function confirmButton(piece, refresh, changed) {
  const button = h('button.aui-button.aui-button-subtle', { type: 'button' }, AJS.I18n.getText('bearings.evidence.confirm'));
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await post(`evidence/${piece.id}/confirm`);
      await changed();
    } catch (refused) {
      failed(refused.message);
    }
    await refresh();
  });
  return button;
}

/** Only what a browser may follow without running it. */
const isWebAddress = (url) => /^https?:\/\//i.test(url || '');

export const withoutEmpty = (body) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== '' && value !== null && value !== undefined));

const STATES = ['DRAFT', 'CLOSED', 'ABANDONED'];

/** A value of a history in words, where it is one of a few. */
function pastText(field, value) {
  if (field === 'state' && value) {
    return STATES.includes(value) ? statusText(value) : AJS.I18n.getText('bearings.state.active');
  }
  if (field === 'source' && value) {
    return sourceText(value);
  }
  if (field === 'kind' && value) {
    return kindChoices().find(([each]) => each === value)[1];
  }
  if (field === 'alignedShare' && value) {
    return value === 'true' ? AJS.I18n.getText('bearings.form.switchedOn') : AJS.I18n.getText('bearings.form.switchedOff');
  }
  return value || '\u2013';
}

/**
 * Who changed what and what it did to the score, newest first.
 *
 * @param {string} path of the history
 * @param {boolean} mayConsent
 */
export function history(path, mayConsent) {
  const list = h('ul.bearings-entries');
  const hint = h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.loading'));
  const more = h('button.aui-button.aui-button-subtle', { type: 'button', hidden: true }, AJS.I18n.getText('bearings.action.more'));
  let changes = [];
  let next = null;

  async function load(cursor) {
    try {
      const answer = await get(path, { cursor });
      changes = cursor ? [...changes, ...answer.changes] : answer.changes;
      next = answer.next;
      replaceChildren(list, changes.map(row));
      hint.textContent = changes.length ? '' : AJS.I18n.getText('bearings.history.none');
      more.hidden = !next;
    } catch (refused) {
      hint.textContent = refused.message;
    }
  }

  function row(change) {
    return entry(
      `bearings-change-${change.id}`,
      h(
        'p',
        { dir: 'auto' },
        AJS.I18n.getText('bearings.history.change', fieldText(change.field), pastText(change.field, change.from), pastText(change.field, change.to)),
        ' ',
        labelOf(change.label)
      ),
      change.reason && h('p.bearings-hint', { dir: 'auto' }, change.reason),
      h(
        'p.bearings-facts',
        null,
        change.by && h('span', null, change.by.name),
        h('time', { datetime: change.at }, instantText(change.at)),
        isNumber(change.scoreBefore) &&
          isNumber(change.scoreAfter) &&
          h('span', null, AJS.I18n.getText('bearings.history.score', scoreText(change.scoreBefore), scoreText(change.scoreAfter)))
      ),
      mayConsent && change.label === 'MOVED_GOALPOST' && change.reason && consentButton(change)
    );
  }

  function consentButton(change) {
    const button = h('button.aui-button.aui-button-subtle', { type: 'button' }, AJS.I18n.getText('bearings.history.consent'));
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await post(`history/${change.id}/consent`);
      } catch (refused) {
        failed(refused.message);
      }
      await load();
    });
    return button;
  }

  more.addEventListener('click', () => load(next));
  load();
  return h('div', null, hint, list, more);
}

function labelOf(label) {
  if (label === 'MOVED_GOALPOST') {
    return h('span.bearings-flag', null, AJS.I18n.getText('bearings.history.goalpost'));
  }
  return label === 'ADJUSTMENT' ? h('span.bearings-flag', null, AJS.I18n.getText('bearings.history.adjustment')) : null;
}
