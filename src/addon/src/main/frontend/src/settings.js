/** The part of the settings page that puts a file of settings in force: it shows first what would be different. */
import { h, morph } from './lib/dom.js';
import { Refused } from './lib/rest.js';
import { upload } from './lib/upload.js';

const shown = (text) => text || AJS.I18n.getText('bearings.settings.nothing');

const table = (differences, label) =>
  h(
    'div.bearings-calls',
    { tabindex: 0, role: 'region', 'aria-label': label },
    h(
      'table.aui',
      {},
      h('caption.bearings-hidden', {}, label),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, AJS.I18n.getText('bearings.changes.setting')),
          h('th', { scope: 'col' }, AJS.I18n.getText('bearings.settings.file.now')),
          h('th', { scope: 'col' }, AJS.I18n.getText('bearings.settings.file.then'))
        )
      ),
      h(
        'tbody',
        {},
        differences.map((each) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, each.label),
            h('td.bearings-change-text', { dir: 'auto' }, shown(each.before)),
            h('td.bearings-change-text', { dir: 'auto' }, shown(each.after))
          )
        )
      )
    )
  );

const unit = (each) =>
  h(
    'div.bearings-settings-unit',
    {},
    h(
      'h5',
      {},
      h('span', { dir: 'auto' }, each.unit),
      each.made ? h('span.aui-lozenge.aui-lozenge-success', {}, AJS.I18n.getText('bearings.settings.file.made')) : null
    ),
    table(each.differences, each.unit)
  );

const leftCount = (count) =>
  count === 1
    ? AJS.I18n.getText('bearings.settings.file.left.one')
    : AJS.I18n.getText('bearings.settings.file.left.many', count);

/** What is different on the site, then unit by unit, then the units of which the file says nothing. */
const changes = ({ differences, units, left }) =>
  h(
    'div',
    {},
    differences.length ? table(differences, AJS.I18n.getText('bearings.settings.file.differences')) : null,
    units.length ? h('h4', {}, AJS.I18n.getText('bearings.settings.file.units')) : null,
    units.map(unit),
    left.length
      ? h(
          'details',
          {},
          h('summary', {}, leftCount(left.length)),
          h('ul.bearings-settings-left', {}, left.map((place) => h('li', { dir: 'auto' }, place)))
        )
      : null
  );

function problems({ messages, fields }) {
  const named = Object.entries(fields);
  return h(
    'div.aui-message.aui-message-error',
    { role: 'alert' },
    h('p', {}, AJS.I18n.getText('bearings.settings.file.refused')),
    h(
      'ul',
      {},
      messages.map((text) => h('li', {}, text)),
      named.map(([name, text]) => h('li', {}, h('code', {}, name), ' ', text))
    )
  );
}

const button = (action, text, primary) =>
  h(primary ? 'button.aui-button.aui-button-primary' : 'button.aui-button', { type: 'button', 'data-action': action }, text);

function outcome(state) {
  if (state.refused) {
    return problems(state.refused);
  }
  if (state.preview && !state.preview.differences.length && !state.preview.units.length) {
    return h('div', {}, h('p', { role: 'status' }, AJS.I18n.getText('bearings.settings.file.same')), changes(state.preview));
  }
  if (state.preview) {
    return h(
      'div',
      {},
      h('p', { role: 'status' }, AJS.I18n.getText('bearings.settings.file.would')),
      changes(state.preview),
      h(
        'p.aui-buttons',
        {},
        button('apply', AJS.I18n.getText('bearings.settings.file.apply'), true),
        button('leave', AJS.I18n.getText('bearings.settings.file.leave'))
      )
    );
  }
  if (state.applied) {
    return h(
      'div.aui-message.aui-message-success',
      { role: 'status' },
      h('p', {}, AJS.I18n.getText('bearings.settings.file.applied')),
      h(
        'p.aui-buttons',
        {},
        button('undo', AJS.I18n.getText('bearings.outgoing.undo')),
        button('reload', AJS.I18n.getText('bearings.settings.file.reload'))
      ),
      changes(state.applied)
    );
  }
  return state.undone
    ? h(
        'div.aui-message.aui-message-success',
        { role: 'status' },
        h('p', {}, AJS.I18n.getText('bearings.outgoing.undone')),
        button('reload', AJS.I18n.getText('bearings.settings.file.reload'))
      )
    : null;
}

const view = (state) =>
  h(
    'div.bearings-settings-import',
    { 'aria-busy': state.busy ? 'true' : 'false' },
    h('label', { for: 'bearings-settings-upload' }, AJS.I18n.getText('bearings.settings.file.choose')),
    h('input', { type: 'file', id: 'bearings-settings-upload', accept: '.json,application/json' }),
    outcome(state)
  );

/** The page anew. Loading the address again would save the form once more where the page is the answer to that. */
const showSettings = () => window.location.assign(`${AJS.contextPath()}/secure/admin/BearingsSettings!default.jspa`);

/** Fills one section. `reload` shows the page anew. */
export function settingsFile(section, reload = showSettings) {
  const live = section.querySelector('.bearings-settings-import');
  let seen = section.getAttribute('data-seen');
  let file = '';
  let state = {};

  function show(next) {
    const hadFocus = live.contains(document.activeElement);
    state = next;
    morph(live, view(state));
    if (hadFocus && !live.contains(document.activeElement)) {
      (live.querySelector('button') || live.querySelector('input')).focus();
    }
  }

  /** The text goes as it is: what is wrong in it is found on the server, at its line. */
  async function run(text, dryRun) {
    show({ ...state, busy: true });
    try {
      const answer = await upload('settings/file', { dryRun, seen: dryRun ? '' : seen }, new Blob([text]), {
        type: 'application/json',
        sent: () => {},
      });
      if (!dryRun) {
        seen = answer.version;
      }
      return answer;
    } catch (problem) {
      if (!(problem instanceof Refused)) {
        throw problem;
      }
      show({ refused: problem });
      return null;
    }
  }

  async function look(text) {
    file = text;
    const preview = await run(file, true);
    if (preview) {
      show({ preview });
    }
  }

  const actions = {
    async apply() {
      const applied = await run(file, false);
      if (applied) {
        show({ applied });
      }
    },
    async undo() {
      const undone = await run(state.applied.before, false);
      if (undone) {
        show({ undone });
      }
    },
    leave() {
      live.querySelector('input').value = '';
      show({});
    },
    reload,
  };

  live.addEventListener('change', (event) => {
    const [chosen] = event.target.files || [];
    if (chosen) {
      chosen.text().then(look);
    }
  });
  live.addEventListener('click', (event) => {
    const pressed = event.target.closest('button');
    if (pressed && !state.busy) {
      actions[pressed.getAttribute('data-action')]();
    }
  });
  show({});
  return { look, actions };
}

function start() {
  document.querySelectorAll('.bearings-settings-file:not([data-bearings-started])').forEach((section) => {
    section.setAttribute('data-bearings-started', '');
    settingsFile(section);
  });
}

define('bearings/settings', [], () => ({ start, settingsFile }));

AJS.toInit(start);
