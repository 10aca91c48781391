/** Many values at once, pasted or from a file: tried first, row by row, and then brought in as a whole. */
import { h, replaceChildren } from '../lib/dom.js';
import { field, textArea } from '../lib/fields.js';
import { newKey } from '../lib/once.js';
import { upload } from '../lib/upload.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is wrong with the whole file has no column. */
const WHOLE = 'file';

/**
 * @param {Object} kpi
 * @param {{saved: function(Object), cancel: function()}} then
 */
export function pasteForm(kpi, then) {
  const text = field(
    { name: 'text', label: AJS.I18n.getText('bearings.kpi.paste.label'), description: AJS.I18n.getText('bearings.kpi.paste.description') },
    textArea('', { rows: '8', spellcheck: 'false', placeholder: 'date;value\n2026-10-31;91,5\n2026-11-30;93' })
  );
  const file = field({ name: 'file', label: AJS.I18n.getText('bearings.kpi.paste.file') }, h('input.upfile', { type: 'file', accept: '.csv,.txt,.xlsx' }));
  const check = h('button.aui-button', { type: 'submit' }, AJS.I18n.getText('bearings.kpi.paste.check'));
  const run = h('button.aui-button.aui-button-primary', { type: 'button', disabled: true }, AJS.I18n.getText('bearings.import.run'));
  const cancel = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
  const report = h('div', { role: 'status' });
  const form = h(
    'form.aui.top-label.bearings-form',
    { novalidate: true },
    text.element,
    file.element,
    report,
    h('div.buttons-container', null, h('div.buttons', null, check, run, cancel))
  );
  let key = newKey();

  const content = () => (file.control.files.length ? file.control.files[0] : new Blob([text.control.value], { type: 'text/plain' }));
  const typeOf = () => {
    if (!file.control.files.length) {
      return 'text/plain';
    }
    return /\.xlsx$/i.test(file.control.files[0].name) ? XLSX : 'text/csv';
  };

  const send = (dryRun) =>
    upload(`kpis/${kpi.id}/measurements/import`, { dryRun }, content(), { type: typeOf(), key: dryRun ? null : key, sent() {} });

  async function tryOut() {
    text.error('');
    run.disabled = true;
    if (!text.control.value.trim() && !file.control.files.length) {
      text.error(AJS.I18n.getText('bearings.kpi.paste.empty'));
      text.control.focus();
      return;
    }
    check.disabled = true;
    try {
      const answer = await send(true);
      show(answer);
      run.disabled = answer.wrong > 0 || !answer.added;
      (run.disabled ? text.control : run).focus();
    } catch (refused) {
      problem(refused);
    } finally {
      check.disabled = false;
    }
  }

  function show({ rows, added, same, wrong, shown }) {
    replaceChildren(
      report,
      h(
        `div.aui-message.aui-message-${wrong ? 'warning' : 'success'}`,
        null,
        h('p', null, wrong ? AJS.I18n.getText('bearings.kpi.paste.wrong', wrong, rows) : AJS.I18n.getText('bearings.kpi.paste.right', rows, added, same))
      ),
      shown.length > 0 &&
        h(
          'table.aui',
          null,
          h('caption.bearings-hidden', null, AJS.I18n.getText('bearings.import.problems')),
          h('thead', null, h('tr', null, [AJS.I18n.getText('bearings.import.row'), AJS.I18n.getText('bearings.import.problems')].map((name) => h('th', { scope: 'col' }, name)))),
          h(
            'tbody',
            null,
            shown.map(({ row, errors }) =>
              h(
                'tr',
                null,
                h('th', { scope: 'row' }, String(row)),
                h('td', null, h('ul.bearings-import-errors', null, Object.entries(errors).map(([column, what]) => h('li', null, h('code', null, column), ` ${what}`))))
              )
            )
          )
        )
    );
  }

  function problem(refused) {
    const named = Object.entries(refused.fields || {});
    const texts = named.map(([column, what]) => h('p', null, column !== WHOLE && [h('code', null, column), ' '], what));
    replaceChildren(report, h('div.aui-message.aui-message-error', null, named.length ? texts : h('p', null, refused.message)));
  }

  function changed() {
    run.disabled = true;
    key = newKey();
    replaceChildren(report);
  }

  text.control.addEventListener('input', changed);
  file.control.addEventListener('change', changed);
  cancel.addEventListener('click', then.cancel);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    tryOut();
  });
  run.addEventListener('click', async () => {
    run.disabled = true;
    try {
      then.saved(await send(false));
    } catch (refused) {
      problem(refused);
    }
  });
  return { element: form, isDirty: () => Boolean(text.control.value.trim()), focus: () => text.control.focus() };
}
