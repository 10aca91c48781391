/** What others said to this person or changed in what they follow. */
import { h, morph } from '../lib/dom.js';
import { get, post } from '../lib/rest.js';
import { instantText } from './values.js';
import { withNames } from './talk.js';

const kindText = (kind) =>
  ({
    MENTION: AJS.I18n.getText('bearings.inbox.mention'),
    REPLY: AJS.I18n.getText('bearings.inbox.reply'),
    BLOCKER: AJS.I18n.getText('bearings.inbox.blocker'),
    CHANGE: AJS.I18n.getText('bearings.inbox.change'),
  })[kind] || AJS.I18n.getText('bearings.inbox.kpi');

/** The view of the inbox. @param {Object} page */
export function inbox(page) {
  const list = h('ul.bearings-inbox');
  const hint = h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.loading'));
  const more = h('button.aui-button.aui-button-subtle', { type: 'button', hidden: true }, AJS.I18n.getText('bearings.action.more'));
  const all = h('button.aui-button', { type: 'button', hidden: true }, AJS.I18n.getText('bearings.inbox.readAll'));
  let items = [];
  let next = null;

  async function load(cursor) {
    try {
      const answer = await get('inbox', { cursor });
      items = cursor ? [...items, ...answer.items] : answer.items;
      next = answer.next;
      draw(answer.unread);
    } catch (refused) {
      hint.textContent = refused.message;
    }
  }

  function draw(unread) {
    morph(list, h('ul.bearings-inbox', null, items.map(item)));
    hint.textContent = items.length ? '' : AJS.I18n.getText('bearings.inbox.none');
    more.hidden = !next;
    all.hidden = !unread;
    page.unread(unread);
  }

  list.addEventListener('click', (event) => {
    const link = event.target.closest('[data-inbox-id]');
    const chosen = link && items.find(({ id }) => String(id) === link.getAttribute('data-inbox-id'));
    if (chosen && !chosen.read) {
      post(`inbox/${chosen.id}/read`).then(() => page.readUnread(), () => page.readUnread());
    }
  });
  more.addEventListener('click', () => load(next));
  all.addEventListener('click', async () => {
    try {
      await post('inbox/read');
      await load();
    } catch (refused) {
      hint.textContent = refused.message;
    }
  });
  load();
  return {
    title: AJS.I18n.getText('bearings.inbox'),
    element: h('div', null, h('p', null, all), hint, list, more),
  };
}

function item({ id, kind, by, at, subject, text, read, mentions }) {
  return h(
    `li.bearings-inbox-item${read ? '' : '.bearings-unread'}`,
    { id: `bearings-inbox-${id}` },
    h(
      'p.bearings-remark-head',
      null,
      !read && h('span.bearings-unread-mark', null, h('span.bearings-hidden', null, AJS.I18n.getText('bearings.inbox.new'))),
      by && h('strong', null, by.name),
      h('span', null, kindText(kind)),
      h('time', { datetime: at }, instantText(at))
    ),
    h('a', { href: `#${subject.key}`, 'data-inbox-id': id, dir: 'auto' }, `${subject.key} ${subject.title || ''}`),
    text && h('p.bearings-remark-text', { dir: 'auto' }, withNames(text, mentions))
  );
}

/** Number of unread items; null where it cannot be read now. */
export async function unreadCount() {
  try {
    return (await get('inbox')).unread;
  } catch (refused) {
    return null;
  }
}

