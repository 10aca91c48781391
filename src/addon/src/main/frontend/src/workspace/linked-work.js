/** What a key result is linked to: issues, epics, queries, sprints and versions, and what changes if they are completed. */
import { done, failed, undoable } from '../lib/flags.js';
import { combobox } from '../lib/combobox.js';
import { field, textInput } from '../lib/fields.js';
import { h } from '../lib/dom.js';
import { get, post, put, remove } from '../lib/rest.js';
import { actionForm } from './objective-form.js';
import { bulkLinking } from './bulk-linking.js';
import { section } from './sections.js';
import { bodyOf, choiceOf, longTextOf, textOf } from './inputs.js';
import { numberText } from './values.js';

const TOO_MANY = /^tooMany:(\d+)$/;
const NOBODY = 'nobodyAsks';

/** How many issues a preview names. */
const FIRST = 5;

const kindText = (kind) =>
  ({
    ISSUE: AJS.I18n.getText('bearings.work.kind.issue'),
    EPIC: AJS.I18n.getText('bearings.work.kind.epic'),
    SPRINT: AJS.I18n.getText('bearings.work.kind.sprint'),
    VERSION: AJS.I18n.getText('bearings.work.kind.version'),
    JQL: AJS.I18n.getText('bearings.work.kind.query'),
  })[kind];

const choices = () => [
  ['EPIC', AJS.I18n.getText('bearings.work.choose.epic')],
  ['SPRINT', AJS.I18n.getText('bearings.work.choose.sprint')],
  ['VERSION', AJS.I18n.getText('bearings.work.choose.version')],
  ['ISSUE', AJS.I18n.getText('bearings.work.choose.issue')],
  ['JQL', AJS.I18n.getText('bearings.work.choose.query')],
  ['BULK', AJS.I18n.getText('bearings.work.choose.bulk')],
];

const asksAQuery = (kind) => kind === 'JQL' || kind === 'BULK';

/**
 * @param {{keyResult: Object, mayEdit: boolean, changed: function(): Promise}} subject `changed` is called when the work
 *     of the key result is other work
 * @returns {{element: Element, update: function(), stop: function()}}
 */
export function linkedWork({ keyResult, mayEdit, changed }) {
  const path = `key-results/${keyResult.id}/work`;
  const rest = h('p.bearings-hint');
  let known = new Map();
  const bulk = bulkLinking(keyResult, () => Promise.all([all.refresh(), changed()]));
  const all = section({
    title: AJS.I18n.getText('bearings.work.title'),
    async load() {
      const { links, hidden, more } = await get(path);
      rest.textContent = restText(hidden, more);
      known = new Map(links.map((link) => [link.id, link]));
      return links;
    },
    empty: AJS.I18n.getText('bearings.work.none'),
    row,
    add: mayEdit && {
      label: AJS.I18n.getText('bearings.work.add'),
      inputs: () => linkInputs(path),
      async save({ kind, ...body }, create) {
        if (kind === 'BULK') {
          await bulk.start(body.query);
          return;
        }
        await create(path, { kind, ...body });
        await changed();
      },
    },
  });

  function row(link, refresh) {
    const id = idOf(link);
    const place = h('div', { id: `${id}-form`, 'data-bearings-keep': '' });
    return h(
      'li.bearings-entry',
      { id },
      h(
        'p.bearings-facts',
        null,
        h('span.aui-lozenge.aui-lozenge-subtle', null, kindText(link.kind)),
        name(link),
        link.place && link.place.where && h('span', { dir: 'auto' }, link.place.where),
        link.kind !== 'ISSUE' && h('span', null, issuesText(link.issues))
      ),
      link.sentence && h('p', { dir: 'auto' }, link.sentence),
      link.problem && h('p.bearings-problem', null, problemText(link.problem)),
      mayEdit &&
        h(
          'p.bearings-work-actions',
          null,
          link.problem === NOBODY && takeOverButton(link, refresh),
          sentenceButton(link, refresh),
          endButton(link, refresh)
        ),
      place
    );
  }

  const again = (refresh) => Promise.all([refresh(), changed()]);

  /** Each has an id of its own, so that a list that is drawn anew keeps it for what it does. */
  function button(what, text, link, work, look = '.aui-button-subtle') {
    const element = h(`button.aui-button${look}`, { type: 'button', id: `${idOf(link)}-${what}` }, text, h('span.bearings-hidden', null, ` ${spoken(link)}`));
    element.addEventListener('click', work);
    return element;
  }

  /** Does something that cannot be done twice, and reads the list again. */
  const once = (refresh, work) => async (event) => {
    const pressed = event.currentTarget;
    pressed.disabled = true;
    try {
      await work();
    } catch (refused) {
      failed(refused.message);
    }
    await again(refresh);
  };

  /** Lets a query be asked with the rights of the person who presses it. */
  const takeOverButton = (link, refresh) =>
    button(
      'take-over',
      AJS.I18n.getText('bearings.query.takeOver'),
      link,
      once(refresh, async () => {
        await post(`${path}/${link.id}/take-over`);
        done(AJS.I18n.getText('bearings.query.takenOver'));
      }),
      ''
    );

  const endButton = (link, refresh) =>
    button(
      'end',
      AJS.I18n.getText('bearings.work.end'),
      link,
      once(refresh, async () => {
        await remove(`${path}/${link.id}`);
        undoable(AJS.I18n.getText('bearings.work.ended', spoken(link), keyResult.key), async () => {
          try {
            await post(`${path}/${link.id}/restore`);
          } catch (refused) {
            failed(refused.message);
          }
          await again(refresh);
        });
      })
    );

  function sentenceButton(link, refresh) {
    const text = link.sentence ? AJS.I18n.getText('bearings.work.sentence.edit') : AJS.I18n.getText('bearings.work.sentence.add');
    return button('sentence', text, link, (event) => {
      const pressed = event.currentTarget;
      const inputs = [sentenceOf(known.get(link.id) || link)];
      const shown = () => {
        pressed.hidden = false;
        pressed.focus();
      };
      pressed.hidden = true;
      actionForm(all.element.querySelector(`#${idOf(link)}-form`), {
        title: text,
        submit: AJS.I18n.getText('bearings.action.save'),
        inputs,
        save: () => put(`${path}/${link.id}`, bodyOf(inputs)),
        async saved() {
          shown();
          await refresh();
        },
        cancelled: shown,
      });
    });
  }

  // Whoever follows a link to the issues of the key result looks for these.
  all.element.open = window.location.hash === `#${keyResult.key}.issues`;
  return {
    element: h('div', null, all.element, h('div', null, rest, bulk.element)),
    update: all.refresh,
    stop: bulk.stop,
  };
}

const idOf = ({ id }) => `bearings-work-${id}`;

const sentenceOf = (link) => textOf({ name: 'sentence', label: AJS.I18n.getText('bearings.query.sentence') }, link, { maxlength: '255' });

function name({ kind, query, place }) {
  const context = AJS.contextPath();
  switch (kind) {
    case 'JQL':
      return h('a', { href: `${context}/issues/?jql=${encodeURIComponent(query)}`, title: AJS.I18n.getText('bearings.query.open') }, h('code.bearings-query', null, query));
    case 'ISSUE':
    case 'EPIC':
      return h('a', { href: `${context}/browse/${encodeURIComponent(place.key)}`, dir: 'auto' }, `${place.key} ${place.name}`);
    default:
      return h('span', { dir: 'auto' }, place.name);
  }
}

const spoken = ({ query, place }) => (place ? place.name : query);

const issuesText = (count) => (count === 1 ? AJS.I18n.getText('bearings.work.issues.one') : AJS.I18n.getText('bearings.work.issues.many', numberText(count)));

const restText = (hidden, more) =>
  [
    hidden > 0 && AJS.I18n.getText('bearings.work.hidden', numberText(hidden)),
    more > 0 && AJS.I18n.getText('bearings.work.more', numberText(more)),
  ]
    .filter(Boolean)
    .join(' ');

function problemText(problem) {
  if (problem === NOBODY) {
    return AJS.I18n.getText('bearings.query.nobody');
  }
  const [, found] = TOO_MANY.exec(problem) || [];
  return found ? AJS.I18n.getText('bearings.query.tooMany', numberText(found)) : AJS.I18n.getText('bearings.query.problem', problem);
}

/** What to link: first of which kind, then which; below stands what it would bring. */
function linkInputs(path) {
  const kind = choiceOf({ name: 'kind', label: AJS.I18n.getText('bearings.work.kind') }, { kind: 'EPIC' }, choices());
  const query = longTextOf({ name: 'query', label: AJS.I18n.getText('bearings.query.jql'), required: true }, {}, { rows: '3', spellcheck: 'false' });
  const chosen = () => kind.field.control.value;
  const target = placeOf(path, chosen, preview);
  const sentence = sentenceOf({});
  const hint = h('p.bearings-hint', { role: 'status' });
  let asked = 0;

  /** Says what it would bring, when one has chosen or typed it. */
  async function preview() {
    asked += 1;
    const mine = asked;
    const wanted = asksAQuery(chosen()) ? { kind: 'JQL', query: query.field.control.value.trim() } : { kind: chosen(), target: target.value() };
    let text = '';
    if (wanted.query || wanted.target) {
      try {
        text = previewText(await get(`${path}/preview`, wanted));
      } catch (refused) {
        text = refused.fields.query || refused.fields.target || refused.message;
      }
    }
    if (mine === asked) {
      hint.textContent = text;
    }
  }

  function show() {
    const byQuery = asksAQuery(chosen());
    query.element.hidden = !byQuery;
    target.element.hidden = byQuery;
    sentence.element.hidden = chosen() === 'BULK';
    target.reset();
    hint.textContent = '';
    if (byQuery) {
      preview();
    }
  }

  kind.field.control.addEventListener('change', show);
  query.field.control.addEventListener('change', preview);
  show();
  return [
    kind,
    { ...query, value: () => (asksAQuery(chosen()) ? query.value() : undefined) },
    { ...target, value: () => (asksAQuery(chosen()) ? undefined : target.value()) },
    // Issues that are linked each by itself get their sentences one by one.
    { ...sentence, element: h('div', null, hint, sentence.element), value: () => (chosen() === 'BULK' ? undefined : sentence.value()) },
  ];
}

/** A place that is found by typing; whoever knows its key may type that. */
function placeOf(path, kind, changed) {
  let chosen = null;
  const label = AJS.I18n.getText('bearings.work.target');
  const input = textInput('', { spellcheck: 'false', placeholder: AJS.I18n.getText('bearings.work.target.placeholder') });
  const box = combobox(input, {
    label,
    async search(query) {
      const { available, places } = await get(`${path}/places`, { kind: kind(), query });
      return { groups: [{ options: places.map(optionOf) }], empty: emptyText(available, query) };
    },
    choose(option) {
      chosen = option;
      input.value = option.label;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      box.close();
      changed();
    },
  });
  input.addEventListener('change', changed);
  const made = field({ name: 'target', label, required: true }, input, box.element);
  return {
    name: 'target',
    field: made,
    element: made.element,
    value: () => (chosen && chosen.label === input.value ? chosen.id : input.value.trim()),
    differs: () => null,
    reset() {
      chosen = null;
      input.value = '';
    },
  };
}

const optionOf = ({ key, name, where, closed }) => ({
  id: key,
  label: name,
  hint: [/^\d+$/.test(key) ? '' : key, where, closed && AJS.I18n.getText('bearings.work.closed')].filter(Boolean).join(' \u00b7 '),
});

function emptyText(available, query) {
  if (!available) {
    return AJS.I18n.getText('bearings.work.noSprints');
  }
  return query ? AJS.I18n.getText('bearings.form.several.none', query) : AJS.I18n.getText('bearings.work.noPlaces');
}

function previewText({ total, already, issues }) {
  return [
    total === 1 ? AJS.I18n.getText('bearings.work.brings.one') : AJS.I18n.getText('bearings.work.brings.many', numberText(total)),
    already > 0 && AJS.I18n.getText('bearings.work.already', numberText(already)),
    issues.length > 0 && AJS.I18n.getText('bearings.work.first', issues.slice(0, FIRST).map(({ key, title }) => `${key} ${title}`).join('; ')),
  ]
    .filter(Boolean)
    .join(' ');
}
