/**
 * The objectives and key results as a table that is edited in place, entirely by keyboard if one likes: arrows move,
 * Enter or F2 edits, Enter and Tab save, Escape leaves a cell as it was; a range pasted from a spreadsheet is shown
 * before anything of it is saved.
 */
import { h, morph, replaceChildren } from '../lib/dom.js';
import { columns, reasonOf, saveCells } from './cells.js';
import { pasted } from './grid-paste.js';
import { statusShape, shownStatus } from '../lib/status.js';
import { isNumber } from './values.js';

const PAGE = 10;

const cellId = (key, column) => `bearings-cell-${key}-${column.id}`;

export function gridView(page) {
  const all = columns();
  const head = h('thead');
  const body = h('tbody');
  const table = h(
    'table.bearings-grid',
    { role: 'grid', 'aria-label': AJS.I18n.getText('bearings.grid'), 'aria-describedby': 'bearings-grid-help' },
    head,
    body
  );
  const message = h('p.bearings-grid-message', { role: 'status' });
  const preview = h('div.bearings-grid-preview');
  const element = h(
    'div.bearings-grid-view',
    null,
    h('p.bearings-hint', { id: 'bearings-grid-help' }, AJS.I18n.getText('bearings.grid.help')),
    message,
    preview,
    h('div.bearings-grid-frame', null, table)
  );
  let rows = [];
  let at = { row: 0, column: 1 };
  let editing = null;

  function update(model, objectives) {
    const here = rows[at.row];
    rows = sorted(
      objectives.flatMap((objective) => [objective, ...objective.keyResults]),
      page.place().sort,
      all
    );
    const moved = here ? rows.findIndex(({ key }) => key === here.key) : 0;
    at = { ...at, row: moved >= 0 ? moved : Math.min(at.row, Math.max(rows.length - 1, 0)) };
    draw();
  }

  function draw() {
    morph(head, h('thead', null, h('tr', null, all.map(headCell))));
    morph(
      body,
      h(
        'tbody',
        null,
        rows.length
          ? rows.map(rowElement)
          : h('tr', null, h('td', { colspan: all.length }, AJS.I18n.getText('bearings.grid.empty')))
      )
    );
  }

  function headCell(column) {
    const { sort } = page.place();
    const direction = sort === column.id ? 'ascending' : sort === `-${column.id}` ? 'descending' : null;
    return h(
      `th${column.type === 'number' ? '.bearings-number' : ''}`,
      { scope: 'col', 'aria-sort': direction },
      h('button.bearings-sort', { type: 'button', 'data-column': column.id }, column.label, h('span', { 'aria-hidden': 'true' }, direction ? (direction === 'ascending' ? ' \u25b2' : ' \u25bc') : ''))
    );
  }

  function rowElement(item, row) {
    return h(
      `tr${item.keyResults ? '.bearings-grid-objective' : ''}`,
      { id: `bearings-grid-${item.key}` },
      all.map((column, index) => cellElement(item, row, column, index))
    );
  }

  function cellElement(item, row, column, index) {
    const active = at.row === row && at.column === index;
    const kept = editing && editing.key === item.key && editing.column === column;
    return h(
      `td${column.type === 'number' ? '.bearings-number' : ''}${column.edits(item) ? '' : '.bearings-grid-fixed'}`,
      {
        id: cellId(item.key, column),
        role: 'gridcell',
        tabindex: active ? '0' : '-1',
        'aria-readonly': column.edits(item) ? null : 'true',
        'data-bearings-keep': Boolean(kept),
        dir: column.id === 'title' ? 'auto' : null,
      },
      column.id === 'key'
        ? h('a', { href: `#${item.key}`, tabindex: '-1' }, item.key)
        : [column.id === 'status' && statusShape(shownStatus(item)), column.text(item)]
    );
  }

  const cellAt = ({ row, column }) => rows[row] && document.getElementById(cellId(rows[row].key, all[column]));

  function go(row, column, focus = true) {
    const next = {
      row: Math.min(Math.max(row, 0), rows.length - 1),
      column: Math.min(Math.max(column, 0), all.length - 1),
    };
    const before = cellAt(at);
    if (before) {
      before.tabIndex = -1;
    }
    at = next;
    const cell = cellAt(at);
    if (cell) {
      cell.tabIndex = 0;
      if (focus) {
        cell.focus();
        cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }
    }
  }

  function edit(start) {
    const item = rows[at.row];
    const column = all[at.column];
    if (!item || editing) {
      return;
    }
    if (!column.edits(item)) {
      say(AJS.I18n.getText('bearings.grid.readOnly'));
      return;
    }
    if (column.checksIn && !isNumber(item.confidence)) {
      page.open(item.key);
      return;
    }
    const cell = cellAt(at);
    const input = h('input.bearings-grid-input', {
      type: 'text',
      'aria-label': `${column.label} ${item.key}`,
      autocomplete: 'off',
      placeholder: column.hint,
      inputmode: column.type === 'number' ? 'decimal' : null,
    });
    input.value = start === undefined ? column.raw(item) : start;
    const error = h('span.bearings-grid-error', { role: 'alert' });
    editing = { key: item.key, column, input, error, item, busy: false };
    cell.setAttribute('data-bearings-keep', '');
    replaceChildren(cell, input, error);
    input.focus();
    if (start === undefined) {
      input.select();
    }
    input.addEventListener('blur', () => editing && editing.input === input && !editing.busy && commit(0, 0, false));
  }

  /** Leaves the cell as it was. */
  function leave(focus = true) {
    const { key, column } = editing;
    const cell = document.getElementById(cellId(key, column));
    editing = null;
    if (cell) {
      cell.removeAttribute('data-bearings-keep');
      const item = rows.find((each) => each.key === key);
      replaceChildren(cell, item ? column.text(item) : '');
      if (focus) {
        cell.focus();
      }
    }
  }

  async function commit(down, right, focus = true) {
    const { item, column, input, error } = editing;
    if (editing.busy) {
      return;
    }
    const mine = editing;
    if (input.value.trim() === column.raw(item)) {
      leave(focus);
      if (focus) {
        go(at.row + down, at.column + right);
      }
      return;
    }
    mine.busy = true;
    input.setAttribute('aria-busy', 'true');
    try {
      let value = column.parse(input.value);
      value = column.resolve ? await column.resolve(value) : value;
      await saveCells(item, [{ column, value }]);
    } catch (problem) {
      mine.busy = false;
      input.removeAttribute('aria-busy');
      input.setAttribute('aria-invalid', 'true');
      error.textContent = reasonOf(problem, item, column);
      if (focus) {
        input.focus();
      }
      return;
    }
    const own = editing === mine;
    if (own) {
      leave(focus);
    }
    say(AJS.I18n.getText('bearings.page.saved', item.key));
    await page.reload();
    if (own && focus) {
      go(at.row + down, at.column + right);
    }
  }

  function say(text) {
    message.textContent = text;
  }

  table.addEventListener('keydown', (event) => {
    if (editing) {
      editingKey(event);
    } else if (event.target.closest('td')) {
      movingKey(event);
    }
  });

  function editingKey(event) {
    const handled = {
      Enter: () => commit(event.shiftKey ? -1 : 1, 0),
      Tab: () => commit(0, event.shiftKey ? -1 : 1),
      Escape: () => leave(),
    }[event.key];
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
      handled();
    }
  }

  function movingKey(event) {
    const wide = event.ctrlKey || event.metaKey;
    const handled = {
      ArrowUp: () => go(wide ? 0 : at.row - 1, at.column),
      ArrowDown: () => go(wide ? rows.length : at.row + 1, at.column),
      ArrowLeft: () => go(at.row, wide ? 0 : at.column - 1),
      ArrowRight: () => go(at.row, wide ? all.length : at.column + 1),
      Home: () => go(wide ? 0 : at.row, 0),
      End: () => go(wide ? rows.length : at.row, all.length),
      PageUp: () => go(at.row - PAGE, at.column),
      PageDown: () => go(at.row + PAGE, at.column),
      Enter: () => (all[at.column].id === 'key' ? page.open(rows[at.row].key) : edit()),
      F2: () => edit(),
    }[event.key];
    if (handled) {
      event.preventDefault();
      handled();
    } else if (event.key.length === 1 && !wide && !event.altKey && event.key !== ' ') {
      event.preventDefault();
      edit(event.key);
    }
  }

  body.addEventListener('click', (event) => {
    const cell = event.target.closest('td[role="gridcell"]');
    if (cell && !editing && !event.target.closest('a')) {
      const place = placeOf(cell);
      const again = place.row === at.row && place.column === at.column && document.activeElement === cell;
      go(place.row, place.column);
      if (again) {
        edit();
      }
    }
  });
  body.addEventListener('dblclick', (event) => {
    if (event.target.closest('td[role="gridcell"]') && !editing) {
      edit();
    }
  });
  body.addEventListener('focusin', (event) => {
    const cell = event.target.closest('td[role="gridcell"]');
    if (cell && cell === event.target) {
      const place = placeOf(cell);
      go(place.row, place.column, false);
    }
  });

  const placeOf = (cell) => ({
    row: rows.findIndex(({ key }) => cell.parentElement.id === `bearings-grid-${key}`),
    column: Array.from(cell.parentElement.children).indexOf(cell),
  });

  head.addEventListener('click', (event) => {
    const button = event.target.closest('[data-column]');
    if (button) {
      const id = button.getAttribute('data-column');
      const { sort } = page.place();
      page.go({ sort: sort === id ? `-${id}` : sort === `-${id}` ? '' : id });
    }
  });

  table.addEventListener('paste', (event) => {
    const text = event.clipboardData ? event.clipboardData.getData('text/plain') : '';
    if (editing || !text || !rows.length) {
      return;
    }
    event.preventDefault();
    if (/[\t\r\n]/.test(text.trim())) {
      pasted(preview, text, {
        rows: rows.slice(at.row),
        columns: all.slice(at.column),
        reload: page.reload,
        find: (key) => rows.find((each) => each.key === key),
        closed: () => go(at.row, at.column),
      });
    } else {
      edit(text.trim());
    }
  });
  table.addEventListener('copy', (event) => {
    const cell = !editing && rows[at.row];
    if (cell && event.clipboardData) {
      const column = all[at.column];
      event.clipboardData.setData('text/plain', column.raw ? column.raw(cell) : column.text(cell));
      event.preventDefault();
    }
  });

  return { name: 'grid', element, update, stop() {} };
}

function sorted(items, sort, all) {
  const column = all.find(({ id }) => id === sort.replace('-', ''));
  if (!column) {
    return items;
  }
  const sign = sort.startsWith('-') ? -1 : 1;
  const empty = (value) => value === null || value === '';
  return items
    .map((item) => ({ item, value: column.order(item) }))
    .sort((a, b) => {
      if (empty(a.value) || empty(b.value)) {
        return Number(empty(a.value)) - Number(empty(b.value));
      }
      return sign * (typeof a.value === 'number' ? a.value - b.value : a.value.localeCompare(b.value));
    })
    .map(({ item }) => item);
}
