/** The queries that bring issues to a key result. */
import { done, failed, undoable } from '../lib/flags.js';
import { h } from '../lib/dom.js';
import { get, post, remove } from '../lib/rest.js';
import { section } from './sections.js';
import { longTextOf, textOf } from './inputs.js';
import { numberText } from './values.js';

const TOO_MANY = /^tooMany:(\d+)$/;
const NOBODY = 'nobodyAsks';

/**
 * @param {{keyResult: Object, mayEdit: boolean, changed: function(): Promise}} subject `changed` is called when the work
 *     of the key result is other work
 * @returns {{element: Element, update: function(), stop: function()}}
 */
export function queryLinks({ keyResult, mayEdit, changed }) {
  const path = `key-results/${keyResult.id}/work`;
  const all = section({
    title: AJS.I18n.getText('bearings.query.title'),
    load: async () => (await get(path)).links.filter(({ kind }) => kind === 'JQL'),
    empty: AJS.I18n.getText('bearings.query.none'),
    row: (link, refresh) =>
      h(
        'li.bearings-entry',
        { id: `bearings-work-${link.id}` },
        h('code.bearings-query', null, link.query),
        link.sentence && h('p', { dir: 'auto' }, link.sentence),
        link.problem && h('p.bearings-problem', null, problemText(link.problem)),
        h(
          'p.bearings-facts',
          null,
          h('a', { href: `${AJS.contextPath()}/issues/?jql=${encodeURIComponent(link.query)}` }, AJS.I18n.getText('bearings.query.open'))
        ),
        mayEdit && link.problem === NOBODY && takeOverButton(link, refresh),
        mayEdit && endButton(link, refresh)
      ),
    add: mayEdit && {
      label: AJS.I18n.getText('bearings.query.add'),
      inputs() {
        const query = longTextOf({ name: 'query', label: AJS.I18n.getText('bearings.query.jql'), required: true }, {}, { rows: '3', spellcheck: 'false' });
        const sentence = textOf({ name: 'sentence', label: AJS.I18n.getText('bearings.query.sentence') }, {});
        preview(query.field.control);
        return [query, sentence];
      },
      async save(body, create) {
        const added = await create(path, body);
        await changed();
        return added;
      },
    },
  });

  /** Says below the query what it would bring, when one has typed it. */
  function preview(control) {
    const hint = h('p.bearings-hint', { role: 'status' });
    let asked = 0;
    control.addEventListener('change', async () => {
      if (!hint.isConnected) {
        control.after(hint);
      }
      asked += 1;
      const mine = asked;
      const query = control.value.trim();
      let text = '';
      if (query) {
        try {
          text = previewText(await get(`${path}/preview`, { query }));
        } catch (refused) {
          text = refused.fields.query || refused.message;
        }
      }
      if (mine === asked) {
        hint.textContent = text;
      }
    });
  }

  function endButton(link, refresh) {
    const button = h(
      'button.aui-button.aui-button-subtle',
      { type: 'button' },
      AJS.I18n.getText('bearings.query.end'),
      h('span.bearings-hidden', null, ` ${link.query}`)
    );
    const again = () => Promise.all([refresh(), changed()]);
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await remove(`${path}/${link.id}`);
        undoable(AJS.I18n.getText('bearings.query.ended', keyResult.key), async () => {
          try {
            await post(`${path}/${link.id}/restore`);
          } catch (refused) {
            failed(refused.message);
          }
          await again();
        });
      } catch (refused) {
        failed(refused.message);
      }
      await again();
    });
    return button;
  }

  /** Lets the query be asked with the rights of the person who presses it. */
  function takeOverButton(link, refresh) {
    const button = h(
      'button.aui-button',
      { type: 'button' },
      AJS.I18n.getText('bearings.query.takeOver'),
      h('span.bearings-hidden', null, ` ${link.query}`)
    );
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await post(`${path}/${link.id}/take-over`);
        done(AJS.I18n.getText('bearings.query.takenOver'));
      } catch (refused) {
        failed(refused.message);
      }
      await Promise.all([refresh(), changed()]);
    });
    return button;
  }

  return { element: all.element, update: all.refresh, stop() {} };
}

function previewText({ total, issues }) {
  const keys = issues.map(({ key }) => key).join(', ');
  return keys ? AJS.I18n.getText('bearings.query.preview', numberText(total), keys) : AJS.I18n.getText('bearings.query.previewNone', numberText(total));
}

function problemText(problem) {
  if (problem === NOBODY) {
    return AJS.I18n.getText('bearings.query.nobody');
  }
  const [, found] = TOO_MANY.exec(problem) || [];
  return found ? AJS.I18n.getText('bearings.query.tooMany', numberText(found)) : AJS.I18n.getText('bearings.query.problem', problem);
}
