/** A range from a spreadsheet: what it would change is shown, with what is wrong by cell, before anything is saved. */
import { h, replaceChildren } from '../lib/dom.js';
import { reasonOf, saveCells, Unfit } from './cells.js';

export const MOST_ROWS = 5000;
export const LONGEST = 2000000;
const SLICE = 100000;
const ROWS_AT_ONCE = 250;
const SHOWN_AT_ONCE = 100;
const MOST_SHOWN = 1000;

/** Lets the page breathe. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/**
 * The cells of a copied range. Cells in quotes may hold line breaks and doubled quotes, as spreadsheets write them.
 *
 * @param {string} text
 * @returns {Promise<string[][]>}
 */
export async function parseRange(text) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (quoted) {
      if (char === '"' && text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else if (char === '"') {
        quoted = false;
      } else {
        cell += char;
      }
    } else if (char === '"' && cell === '') {
      quoted = true;
    } else if (char === '\t') {
      endCell();
    } else if (char === '\n') {
      endRow();
    } else if (char !== '\r') {
      cell += char;
    }
    if (index % SLICE === SLICE - 1) {
      await pause();
    }
  }
  if (cell || row.length) {
    endRow();
  }
  return rows;
}

/**
 * What a range would change.
 *
 * @param {string[][]} range
 * @param {Object[]} rows of the grid from where it is put
 * @param {Object[]} columns of the grid from where it is put
 * @returns {Promise<Array<{item: Object|null, column: Object|null, row: number, to: string, value: *, error: string}>>}
 */
export async function planOf(range, rows, columns) {
  const plan = [];
  const people = new Map();
  for (let row = 0; row < range.length; row += 1) {
    const item = rows[row] || null;
    if (!item) {
      plan.push({ item, column: null, row, to: range[row].join(' \u00b7 '), error: AJS.I18n.getText('bearings.paste.noRow') });
    } else {
      for (let index = 0; index < range[row].length; index += 1) {
        const cell = await cellOf(item, columns[index] || null, range[row][index], people);
        if (cell) {
          plan.push({ ...cell, row });
        }
      }
    }
    if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) {
      await pause();
    }
  }
  return plan;
}

async function cellOf(item, column, to, people) {
  if (!column) {
    return to.trim() ? { item, column, to, error: AJS.I18n.getText('bearings.paste.noColumn') } : null;
  }
  const before = column.raw ? column.raw(item) : column.text(item);
  if (to.trim() === before || to.trim() === column.text(item)) {
    return null;
  }
  if (!column.edits(item)) {
    return { item, column, to, error: AJS.I18n.getText('bearings.grid.readOnly') };
  }
  try {
    let value = column.parse(to);
    if (column.resolve) {
      people.set(value, people.get(value) || column.resolve(value));
      value = await people.get(value);
    }
    if (column.checksIn && (item.confidence === null || item.confidence === undefined)) {
      throw new Unfit(AJS.I18n.getText('bearings.confidence.required'));
    }
    return { item, column, to, value, error: '' };
  } catch (problem) {
    return { item, column, to, error: problem.message };
  }
}

/**
 * Shows the plan and carries it out when asked.
 *
 * @param {Element} place
 * @param {string} text that was pasted
 * @param {{rows: Object[], columns: Object[], reload: function(): Promise, find: function(string): Object, closed: function()}} grid
 */
export async function pasted(place, text, grid) {
  const title = h('h2.bearings-panel-section', { id: 'bearings-paste-title', tabindex: '-1' }, AJS.I18n.getText('bearings.paste'));
  const summary = h('p', { role: 'status' }, AJS.I18n.getText('bearings.loading'));
  const list = h('tbody');
  const rest = h('p.bearings-hint');
  const save = h('button.aui-button.aui-button-primary', { type: 'button', hidden: true });
  const cancel = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
  let stopped = false;
  let plan = [];

  function close() {
    stopped = true;
    replaceChildren(place);
    grid.closed();
  }

  async function show() {
    const good = plan.filter(({ error }) => !error);
    const bad = plan.filter(({ error }) => error);
    summary.textContent = AJS.I18n.getText('bearings.paste.summary', good.length, new Set(good.map(({ item }) => item.key)).size, bad.length);
    save.hidden = !good.length;
    save.textContent = AJS.I18n.getText('bearings.paste.save', good.length);
    replaceChildren(list);
    const shown = [...bad, ...good].slice(0, MOST_SHOWN);
    rest.textContent = plan.length > shown.length ? AJS.I18n.getText('bearings.paste.more', plan.length - shown.length) : '';
    for (let from = 0; from < shown.length && !stopped; from += SHOWN_AT_ONCE) {
      list.append(...shown.slice(from, from + SHOWN_AT_ONCE).map(planRow));
      await pause();
    }
  }

  async function carryOut() {
    save.disabled = true;
    const byRow = new Map();
    plan.filter(({ error }) => !error).forEach((cell) => byRow.set(cell.item.key, [...(byRow.get(cell.item.key) || []), cell]));
    const failed = [];
    let saved = 0;
    for (const [key, cells] of byRow) {
      const item = grid.find(key) || cells[0].item;
      try {
        await saveCells(item, cells);
        saved += cells.length;
      } catch (problem) {
        failed.push(...cells.map((cell) => ({ ...cell, error: reasonOf(problem, item, cell.column) })));
      }
      summary.textContent = AJS.I18n.getText('bearings.paste.saving', saved);
    }
    await grid.reload();
    plan = [...plan.filter(({ error }) => error), ...failed];
    if (plan.length) {
      save.disabled = false;
      await show();
      title.focus();
    } else {
      close();
    }
  }

  cancel.addEventListener('click', close);
  save.addEventListener('click', carryOut);
  replaceChildren(
    place,
    h(
      'section.bearings-paste',
      { 'aria-labelledby': 'bearings-paste-title' },
      title,
      summary,
      h('div.bearings-paste-buttons', null, save, cancel),
      h(
        'div.bearings-paste-frame',
        { tabindex: '0', role: 'group', 'aria-labelledby': 'bearings-paste-title' },
        h(
          'table.aui',
          null,
          h(
            'thead',
            null,
            h(
              'tr',
              null,
              h('th', { scope: 'col' }, AJS.I18n.getText('bearings.paste.cell')),
              h('th', { scope: 'col' }, AJS.I18n.getText('bearings.paste.now')),
              h('th', { scope: 'col' }, AJS.I18n.getText('bearings.paste.then'))
            )
          ),
          list
        )
      ),
      rest
    )
  );
  title.focus();
  if (text.length > LONGEST) {
    summary.textContent = AJS.I18n.getText('bearings.paste.tooLong');
    return;
  }
  const range = await parseRange(text);
  if (range.length > MOST_ROWS) {
    summary.textContent = AJS.I18n.getText('bearings.paste.tooMany', range.length, MOST_ROWS);
    return;
  }
  plan = await planOf(range, grid.rows, grid.columns);
  if (!stopped) {
    await show();
    (save.hidden ? cancel : save).focus();
  }
}

function planRow({ item, column, row, to, error }) {
  return h(
    `tr${error ? '.bearings-paste-wrong' : ''}`,
    null,
    h('td', null, item ? `${item.key} ${column ? column.label : ''}` : AJS.I18n.getText('bearings.paste.row', row + 1)),
    h('td', { dir: 'auto' }, item && column ? column.text(item) : ''),
    h('td', { dir: 'auto' }, to, error && h('span.bearings-grid-error', null, error))
  );
}
