/**
 * Bringing in a file of objectives, key results and check-ins: it is tried first, and what it would bring stands row by
 * row, with what is wrong at its column. Then it is brought in as a whole, and can be taken back.
 */
import { h, replaceChildren } from '../lib/dom.js';
import { newKey } from '../lib/once.js';
import { post } from '../lib/rest.js';
import { upload } from '../lib/upload.js';
import { may } from './list.js';
import { columnsElement } from './import-columns.js';

const TYPES = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const ROWS_AT_ONCE = 100;
const ROW_ERROR = /^rows\[(\d+)\]\.(.+)$/;

const typeNames = () => ({
  OBJECTIVE: AJS.I18n.getText('bearings.import.type.objective'),
  KEY_RESULT: AJS.I18n.getText('bearings.import.type.keyResult'),
  CHECK_IN: AJS.I18n.getText('bearings.import.type.checkIn'),
});

export function importView(page) {
  const heading = h('h2', { tabindex: '-1' });
  const body = h('div');
  const element = h('div.bearings-import', null, heading, body);
  let where = '';
  let stopped = false;

  function update(model) {
    const here = JSON.stringify([model.unit.id, model.cycle && model.cycle.id]);
    if (here === where) {
      return;
    }
    where = here;
    heading.textContent = AJS.I18n.getText(
      'bearings.import.title',
      model.unit.name,
      model.cycle ? model.cycle.name : AJS.I18n.getText('bearings.cycle.backlog')
    );
    if (!may(model.unit, 'CREATE_OBJECTIVE')) {
      replaceChildren(body, h('div.aui-message.aui-message-info', null, h('p', null, AJS.I18n.getText('bearings.import.mayNot'))));
    } else if (model.cycle && model.cycle.state === 'CLOSED') {
      replaceChildren(body, h('div.aui-message.aui-message-info', null, h('p', null, AJS.I18n.getText('bearings.import.closed'))));
    } else {
      begin();
    }
  }

  /** @returns {Object} the address's parameters for a unit and a cycle */
  function target(dryRun) {
    const { unit, cycle } = page.model();
    return { unit: unit.id, cycle: cycle ? cycle.id : 'backlog', dryRun };
  }

  /** What is under way belongs to the place where it was begun. */
  const isHere = (begun) => begun === where && !stopped;

  // Choosing

  function begin(problem) {
    const input = h('input.upfile', { type: 'file', id: 'bearings-import-file', accept: '.csv,.xlsx' });
    const drop = h(
      'div.bearings-import-drop',
      null,
      h('label', { for: 'bearings-import-file' }, AJS.I18n.getText('bearings.import.choose')),
      input,
      h('p.bearings-hint', null, AJS.I18n.getText('bearings.import.drop'))
    );
    input.addEventListener('change', () => input.files.length && tryOut(input.files[0]));
    ['dragenter', 'dragover'].forEach((kind) =>
      drop.addEventListener(kind, (event) => {
        event.preventDefault();
        drop.classList.add('bearings-import-over');
      })
    );
    drop.addEventListener('dragleave', () => drop.classList.remove('bearings-import-over'));
    drop.addEventListener('drop', (event) => {
      event.preventDefault();
      drop.classList.remove('bearings-import-over');
      if (event.dataTransfer.files.length) {
        tryOut(event.dataTransfer.files[0]);
      }
    });
    replaceChildren(body, problem, drop, columnsElement());
    return input;
  }

  const beginAgain = (problem) => begin(problem).focus();

  function problemElement(texts) {
    return h('div.aui-message.aui-message-error', { role: 'alert' }, texts.map((text) => h('p', null, text)));
  }

  /** What is wrong with the whole file; errors of its header name the column. */
  const wholeProblems = ({ fields, message }) => {
    const named = Object.entries(fields).map(([name, text]) =>
      name === 'file' ? text : AJS.I18n.getText('bearings.import.problem', name, text)
    );
    return named.length ? named : [message];
  };

  /** Sends a file while a bar shows how far it is. */
  async function send(file, dryRun, key, text) {
    const bar = h('progress.bearings-import-progress', { max: '1', 'aria-label': text });
    const said = h('p', { role: 'status' }, text);
    replaceChildren(body, said, bar);
    const extension = file.name.split('.').pop().toLowerCase();
    return upload('import', target(dryRun), file, {
      type: TYPES[extension] || 'application/octet-stream',
      key,
      sent(share) {
        if (share < 1) {
          bar.value = share;
        } else {
          // How long the server takes is not known: the bar only says that something is under way.
          bar.removeAttribute('value');
        }
      },
    });
  }

  async function tryOut(file) {
    const begun = where;
    let report;
    try {
      report = await send(file, true, null, AJS.I18n.getText('bearings.import.checking', file.name));
    } catch (refused) {
      if (isHere(begun)) {
        beginAgain(problemElement(wholeProblems(refused)));
      }
      return;
    }
    if (isHere(begun)) {
      show(file, report, newKey());
    }
  }

  // What it would bring

  function show(file, report, key, problem) {
    const wrong = report.rows.filter((row) => Object.keys(row.errors).length > 0);
    const submit = h(
      'button.aui-button.aui-button-primary',
      { type: 'button', disabled: wrong.length > 0 || !report.rows.length, 'aria-describedby': 'bearings-import-summary' },
      AJS.I18n.getText('bearings.import.run')
    );
    const other = h('button.aui-button', { type: 'button' }, AJS.I18n.getText('bearings.import.other'));
    submit.addEventListener('click', () => run(file, report, key));
    other.addEventListener('click', () => beginAgain());
    const summary = h(
      `div.aui-message.${wrong.length || !report.rows.length ? 'aui-message-warning' : 'aui-message-success'}`,
      { role: 'status', id: 'bearings-import-summary' },
      h('p', null, summaryText(file, report, wrong.length))
    );
    replaceChildren(
      body,
      problem,
      summary,
      h('div.buttons-container', null, h('div.buttons', null, submit, ' ', other)),
      rowsElement(report.rows, wrong)
    );
    heading.focus();
  }

  function summaryText(file, report, wrong) {
    if (!report.rows.length) {
      return AJS.I18n.getText('bearings.import.empty', file.name);
    }
    return wrong
      ? AJS.I18n.getText('bearings.import.wrong', file.name, wrong, report.rows.length)
      : AJS.I18n.getText('bearings.import.right', file.name, report.objectives, report.keyResults, report.checkIns);
  }

  /** The rows of the file, those that are wrong alone at first. */
  function rowsElement(all, wrong) {
    if (!all.length) {
      return null;
    }
    const rows = h('tbody');
    const more = h('button.aui-button.aui-button-subtle', { type: 'button' }, AJS.I18n.getText('bearings.action.more'));
    const only = h('input.checkbox', { type: 'checkbox', id: 'bearings-import-only', checked: wrong.length > 0 });
    let rest = [];

    function next() {
      rows.append(...rest.splice(0, ROWS_AT_ONCE).map(rowElement));
      more.hidden = !rest.length;
    }

    function fill() {
      replaceChildren(rows);
      rest = [...(only.checked ? wrong : all)];
      next();
    }

    more.addEventListener('click', next);
    only.addEventListener('change', fill);
    fill();
    return h(
      'div',
      null,
      wrong.length > 0 && h('p.checkbox', null, only, ' ', h('label', { for: only.id }, AJS.I18n.getText('bearings.import.onlyWrong'))),
      h(
        'div.bearings-import-rows',
        { tabindex: '0', role: 'group', 'aria-label': AJS.I18n.getText('bearings.import.rows') },
        h(
          'table.aui',
          null,
          h('caption.bearings-hidden', null, AJS.I18n.getText('bearings.import.rows')),
          h(
            'thead',
            null,
            h(
              'tr',
              null,
              [
                AJS.I18n.getText('bearings.import.row'),
                AJS.I18n.getText('bearings.import.type'),
                AJS.I18n.getText('bearings.import.titleColumn'),
                AJS.I18n.getText('bearings.import.problems'),
              ].map((name) => h('th', { scope: 'col' }, name))
            )
          ),
          rows
        )
      ),
      more
    );
  }

  const rowElement = ({ row, type, title, errors }) =>
    h(
      'tr',
      null,
      h('td', null, String(row)),
      h('td', null, typeNames()[type] || '\u2013'),
      h('td', { dir: 'auto' }, title || '\u2013'),
      h(
        'td',
        null,
        Object.keys(errors).length
          ? h(
              'ul.bearings-import-errors',
              null,
              Object.entries(errors).map(([column, text]) => h('li', null, h('code', null, column), ` ${text}`))
            )
          : AJS.I18n.getText('bearings.import.fine')
      )
    );

  // Bringing it in

  async function run(file, checked, key) {
    const begun = where;
    const before = new Set(page.model().objectives.map(({ key: known }) => known));
    try {
      await send(file, false, key, AJS.I18n.getText('bearings.import.running', file.name));
    } catch (refused) {
      if (isHere(begun)) {
        refusedRun(file, checked, key, refused);
      }
      return;
    }
    await page.reload();
    if (!isHere(begun)) {
      return;
    }
    const titles = new Set(checked.rows.filter(({ type }) => type === 'OBJECTIVE').map(({ title }) => title.trim()));
    brought(checked, page.model().objectives.filter((each) => !before.has(each.key) && titles.has((each.title || '').trim())));
  }

  /** Something changed since it was tried: what is wrong now stands at the rows. */
  function refusedRun(file, checked, key, refused) {
    const byRow = new Map();
    const whole = {};
    Object.entries(refused.fields).forEach(([name, text]) => {
      const [, row, column] = ROW_ERROR.exec(name) || [];
      if (row) {
        byRow.set(Number(row), { ...byRow.get(Number(row)), [column]: text });
      } else {
        whole[name] = text;
      }
    });
    const rows = checked.rows.map((each) => ({ ...each, errors: byRow.get(each.row) || {} }));
    const problem = byRow.size && !Object.keys(whole).length ? null : problemElement(wholeProblems({ fields: whole, message: refused.message }));
    show(file, { ...checked, rows }, refused.status === 0 ? key : newKey(), problem);
  }

  function brought(report, created) {
    const undo = h('button.aui-button', { type: 'button' }, AJS.I18n.getText('bearings.import.undo'));
    const again = h('button.aui-button', { type: 'button' }, AJS.I18n.getText('bearings.import.other'));
    const list = h('button.aui-button.aui-button-primary', { type: 'button' }, AJS.I18n.getText('bearings.import.show'));
    undo.addEventListener('click', () => takeBack(created));
    again.addEventListener('click', () => beginAgain());
    list.addEventListener('click', () => page.go({ view: '' }));
    replaceChildren(
      body,
      h(
        'div.aui-message.aui-message-success',
        { role: 'status' },
        h('p', null, AJS.I18n.getText('bearings.import.done', report.objectives, report.keyResults, report.checkIns))
      ),
      h(
        'ul.bearings-import-created',
        null,
        created.map(({ key, title }) => h('li', null, h('a', { href: `#${key}`, dir: 'auto' }, `${key} ${title}`)))
      ),
      h('div.buttons', null, list, ' ', again, ' ', created.length > 0 && undo)
    );
    heading.focus();
  }

  /** Takes back what was brought in: it goes to the archive, from where it can be restored. */
  async function takeBack(created) {
    const begun = where;
    const bar = h('progress.bearings-import-progress', { max: String(created.length), value: '0', 'aria-label': AJS.I18n.getText('bearings.import.undoing') });
    replaceChildren(body, h('p', { role: 'status' }, AJS.I18n.getText('bearings.import.undoing')), bar);
    const left = [];
    for (const [index, objective] of created.entries()) {
      try {
        await post(`objectives/${objective.id}/archive`, { version: objective.version });
      } catch (refused) {
        left.push(AJS.I18n.getText('bearings.import.problem', objective.key, refused.message));
      }
      bar.value = index + 1;
    }
    await page.reload();
    if (isHere(begun)) {
      beginAgain(
        left.length
          ? problemElement(left)
          : h('div.aui-message.aui-message-success', { role: 'status' }, h('p', null, AJS.I18n.getText('bearings.import.undone', created.length)))
      );
    }
  }

  return {
    name: 'import',
    element,
    update,
    stop() {
      stopped = true;
    },
  };
}
