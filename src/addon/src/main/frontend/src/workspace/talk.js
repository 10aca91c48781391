/** A conversation with @mentions below an objective, a key result or a check-in. */
import { completion, putInto } from '../lib/completion.js';
import { h, morph } from '../lib/dom.js';
import { get, send } from '../lib/rest.js';
import { field, textArea } from '../lib/fields.js';
import { creator } from '../lib/once.js';
import { savingForm } from '../lib/saving-form.js';
import { instantText } from './values.js';

const MOST_PEOPLE = 8;
const MENTION = /\[~([^\]]+)\]/g;
const PAUSE = 150;

/**
 * @param {string} kind objective, key-result or check-in
 * @param {number} id
 * @param {boolean} mayWrite
 */
export function thread(kind, id, mayWrite) {
  const list = h('ol.bearings-remarks', { 'aria-label': AJS.I18n.getText('bearings.talk') });
  const empty = h('p.bearings-hint', null, AJS.I18n.getText('bearings.loading'));
  const earlier = h('button.aui-button.aui-button-link', { type: 'button', hidden: true }, AJS.I18n.getText('bearings.talk.earlier'));
  const path = `threads/${kind}/${id}`;
  let next = null;

  async function read(cursor) {
    try {
      const answer = await get(path, { cursor });
      next = answer.next;
      earlier.hidden = !next;
      return answer.remarks;
    } catch (refused) {
      empty.textContent = refused.message;
      return null;
    }
  }

  async function refresh() {
    const remarks = await read();
    if (remarks) {
      morph(list, h('ol.bearings-remarks', { 'aria-label': AJS.I18n.getText('bearings.talk') }, remarks.map(remark)));
      empty.textContent = remarks.length ? '' : AJS.I18n.getText('bearings.talk.none');
    }
  }

  earlier.addEventListener('click', async () => {
    const remarks = await read(next);
    if (remarks) {
      list.prepend(...remarks.map(remark));
    }
  });
  refresh();
  return { element: h('div.bearings-thread', null, empty, earlier, list, mayWrite && writing(path, refresh)), refresh };
}

function remark({ id, by, at, text, mentions }) {
  return h(
    'li.bearings-remark',
    { id: `bearings-remark-${id}` },
    h('p.bearings-remark-head', null, h('strong', null, by.name), h('time', { datetime: at }, instantText(at))),
    h('p.bearings-remark-text', { dir: 'auto' }, withNames(text, mentions))
  );
}

/** A text with the names of the people whom it mentions by key. */
export function withNames(text, mentions = []) {
  const names = new Map(mentions.map(({ key, name }) => [key, name]));
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(MENTION)) {
    parts.push(text.slice(end, match.index), h('span.bearings-mention', null, `@${names.get(match[1]) || match[1]}`));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

function writing(path, refresh) {
  const control = textArea('', { rows: '3', dir: 'auto' });
  const mentions = mentionList(control);
  const text = field(
    { name: 'text', label: AJS.I18n.getText('bearings.talk.write'), description: AJS.I18n.getText('bearings.talk.description') },
    control,
    mentions.element
  );
  const submit = h('button.aui-button', { type: 'submit' }, AJS.I18n.getText('bearings.action.send'));
  const create = creator();
  return savingForm({
    submit,
    content: [text.element, h('div.bearings-check-in-buttons', null, submit)],
    fields: () => [text],
    save: () => create(path, { text: mentions.keyed() }),
    async saved({ notTold }) {
      control.value = '';
      text.error('');
      await refresh();
      if ((notTold || []).length) {
        text.error(AJS.I18n.getText('bearings.talk.notTold', notTold.map(({ name }) => name).join(', ')));
      }
      control.focus();
    },
  });
}

/**
 * Offers people while somebody types a name after @. The field shows names; what is sent holds keys.
 *
 * @param {HTMLTextAreaElement} control
 */
export function mentionList(control) {
  const chosen = new Map();
  const typed = () => /(^|\s)@([^\s@]{0,40})$/.exec(control.value.slice(0, control.selectionStart));

  function take({ key, name }) {
    const caret = control.selectionStart;
    putInto(control, { from: caret - typed()[2].length - 1, to: caret }, `@${name} `);
    chosen.set(`@${name}`, `[~${key}]`);
  }

  const { element } = completion(control, {
    label: AJS.I18n.getText('bearings.talk.people'),
    pause: PAUSE,
    query() {
      const found = typed();
      return found && found[2];
    },
    search: async (name) =>
      (await peopleLike(name)).map((user) => ({
        content: [user.name, h('span.bearings-option-hint', null, user.hint)],
        take: () => take(user),
      })),
  });
  return {
    element,
    /** The text with the keys of the people who were chosen. */
    keyed: () =>
      [...chosen]
        .sort(([a], [b]) => b.length - a.length)
        .reduce((text, [name, key]) => text.split(name).join(key), control.value),
  };
}

/** People whose name begins like this, by Jira's own search; nobody where Jira does not answer. */
async function peopleLike(query) {
  try {
    const found = await send(
      'GET',
      `${AJS.contextPath()}/rest/api/2/user/picker?maxResults=${MOST_PEOPLE}&query=${encodeURIComponent(query)}`
    );
    return ((found && found.users) || []).map(({ key, name, displayName }) => ({ key, name: displayName, hint: name }));
  } catch (refused) {
    return [];
  }
}
