/** What other systems push values of one KPI with. A new token is shown once; whatever it opens ends when it is revoked. */
import { h, replaceChildren, uniqueId } from '../lib/dom.js';
import { failed } from '../lib/flags.js';
import { field, textInput } from '../lib/fields.js';
import { address, get, post, remove } from '../lib/rest.js';
import { savingForm } from '../lib/saving-form.js';
import { instantText } from '../workspace/values.js';

export function tokensView(kpi) {
  const fresh = h('div', { role: 'status' });
  const list = h('ul.bearings-entries');
  const hint = h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.loading'));
  const name = field(
    { name: 'name', label: AJS.I18n.getText('bearings.kpi.token.name'), description: AJS.I18n.getText('bearings.kpi.token.name.description') },
    textInput('')
  );
  const submit = h('button.aui-button', { type: 'submit' }, AJS.I18n.getText('bearings.kpi.token.create'));

  async function load() {
    try {
      const { tokens } = await get(`kpis/${kpi.id}/tokens`);
      replaceChildren(list, tokens.map(row));
      hint.textContent = tokens.length ? '' : AJS.I18n.getText('bearings.kpi.token.none');
    } catch (refused) {
      hint.textContent = refused.message;
    }
  }

  function row({ id, name: called, createdBy, createdAt, usedAt }) {
    const revoke = h('button.aui-button.aui-button-subtle', { type: 'button' }, AJS.I18n.getText('bearings.kpi.token.revoke'), h('span.bearings-hidden', null, ` ${called}`));
    revoke.addEventListener('click', async () => {
      revoke.disabled = true;
      try {
        await remove(`kpis/${kpi.id}/tokens/${id}`);
      } catch (refused) {
        failed(refused.message);
      }
      await load();
      name.control.focus();
    });
    return h(
      'li.bearings-entry',
      null,
      h('p', { dir: 'auto' }, h('strong', null, called)),
      h(
        'p.bearings-facts',
        null,
        createdBy && h('span', null, createdBy.name),
        h('span', null, instantText(createdAt)),
        h('span', null, usedAt ? AJS.I18n.getText('bearings.kpi.token.used', instantText(usedAt)) : AJS.I18n.getText('bearings.kpi.token.unused'))
      ),
      revoke
    );
  }

  const form = savingForm({
    submit,
    content: [name.element, submit],
    fields: () => [name],
    save: () => post(`kpis/${kpi.id}/tokens`, { name: name.control.value.trim() }),
    async saved({ secret }) {
      name.control.value = '';
      show(secret);
      await load();
    },
  });

  /** The token is on the page as long as nobody leaves it, and never again. */
  function show(secret) {
    const id = uniqueId('secret');
    const control = Object.assign(h('input.text.long-field', { id, type: 'text', readonly: true }), { value: secret });
    const copy = h('button.aui-button', { type: 'button' }, AJS.I18n.getText('bearings.kpi.token.copy'));
    copy.addEventListener('click', async () => {
      control.select();
      if (navigator.clipboard) {
        await navigator.clipboard.writeText(secret).then(() => {
          copy.textContent = AJS.I18n.getText('bearings.kpi.token.copied');
        }, () => {});
      }
    });
    const example = `curl -X POST -H "Content-Type: application/json" -H "X-Bearings-Push-Token: ${secret}" \\\n  -d '{"value": 91.5}' ${window.location.origin}${address(`push/${kpi.id}`)}`;
    replaceChildren(
      fresh,
      h(
        'div.aui-message.aui-message-info',
        null,
        h('p', null, AJS.I18n.getText('bearings.kpi.token.once')),
        h('p', null, h('label', { for: id }, AJS.I18n.getText('bearings.kpi.token')), ' ', control, ' ', copy),
        h('pre.bearings-kpi-example', { tabindex: '0' }, example)
      )
    );
    control.focus();
    control.select();
  }

  load();
  return { element: h('div', null, h('p', null, AJS.I18n.getText('bearings.kpi.token.about')), fresh, hint, list, form), isDirty: () => false, focus: () => name.control.focus() };
}
