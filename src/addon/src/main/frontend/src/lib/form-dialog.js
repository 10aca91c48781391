/** A saving form in an AUI dialog. */
import { h, uniqueId } from './dom.js';
import { savingForm } from './saving-form.js';

export { Unreadable } from './saving-form.js';

/**
 * @param {Object} form what `savingForm` takes, and:
 * @param {string} form.title
 * @param {string} form.submit text of the button
 * @param {function()} [form.closed] called whenever the dialog goes away
 * @returns {Promise<Object|null>} what was saved; null when the dialog was cancelled
 */
export function formDialog(form) {
  const titleId = uniqueId('dialog-title');
  const submit = h('button.aui-button.aui-button-primary', { type: 'submit' }, form.submit);
  const cancel = h('button.aui-button.aui-button-link', { type: 'button' }, AJS.I18n.getText('bearings.action.cancel'));
  const body = savingForm({
    ...form,
    submit,
    saved(stored) {
      settle(stored);
      dialog.hide();
    },
  });
  const element = h(
    'section.aui-dialog2.aui-dialog2-large.aui-layer.bearings-dialog',
    {
      id: uniqueId('dialog'),
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': titleId,
      'data-aui-remove-on-hide': 'true',
      hidden: true,
    },
    h('div.aui-dialog2-header', null, h('h2.aui-dialog2-header-main', { id: titleId }, form.title)),
    h('div.aui-dialog2-content', null, body),
    h('div.aui-dialog2-footer', null, h('div.aui-dialog2-footer-actions', null, submit, cancel))
  );
  const opener = document.activeElement;
  document.body.append(element);
  const dialog = AJS.dialog2(element);

  let settle;
  const saved = new Promise((resolve) => {
    settle = resolve;
  });
  dialog.on('hide', () => {
    settle(null);
    if (form.closed) {
      form.closed();
    }
    if (opener && document.contains(opener)) {
      opener.focus();
    }
  });
  cancel.addEventListener('click', () => dialog.hide());

  dialog.show();
  return saved;
}
