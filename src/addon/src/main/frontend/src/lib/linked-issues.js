/** The issues of one key result, read when somebody opens it. */
import { h, replaceChildren, morph, uniqueId } from './dom.js';
import { get } from './rest.js';
import { attach, detach } from './attachments.js';
import { quantity } from './figures.js';
import { done } from './flags.js';

const LOZENGE = { IN_PROGRESS: '.aui-lozenge-inprogress', DONE: '.aui-lozenge-success' };

/**
 * Fills and keeps the list of a key result's issues.
 *
 * @param {Element} container
 * @param {{mayEdit: boolean, changed: function(): Promise}} page `changed` reads the page's figures again
 */
export function linkedIssues(container, keyResultId, page) {
  const list = h('div', null, h('p.bearings-hint', null, h('aui-spinner', { size: 'small' }), ' ', AJS.I18n.getText('bearings.loading')));
  replaceChildren(container, list, page.mayEdit && attachForm());
  let keyResult = null;

  async function refresh() {
    let answer;
    try {
      answer = await get(`key-results/${keyResultId}/links`);
    } catch (refused) {
      replaceChildren(list, h('p.bearings-problem', { role: 'alert' }, refused.message));
      return;
    }
    keyResult = answer.keyResult;
    morph(list, h('div', null, content(answer)));
  }

  function content({ links, hidden }) {
    if (!links.length && !hidden) {
      return h(
        'p.bearings-hint',
        null,
        page.mayEdit ? AJS.I18n.getText('bearings.links.noneAttach') : AJS.I18n.getText('bearings.links.none')
      );
    }
    return [
      links.length > 0 &&
        h('ul.bearings-issues', { 'aria-label': AJS.I18n.getText('bearings.links.of', keyResult.key) }, links.map(row)),
      hidden > 0 && h('p.bearings-hint', null, hiddenText(hidden, links.length)),
    ];
  }

  function row(link) {
    return h(
      'li.bearings-issue',
      { id: `bearings-link-${link.id}` },
      h('a.bearings-issue-key', { href: `${AJS.contextPath()}/browse/${encodeURIComponent(link.issueKey)}` }, link.issueKey),
      h('span.bearings-issue-title', { dir: 'auto' }, link.title),
      h(
        'span.bearings-issue-facts',
        null,
        keyResult.weightBy === 'POINTS' && h('span.bearings-points', null, pointsText(link.points)),
        link.resolution && link.resolution !== link.status && h('span.bearings-resolution', null, link.resolution),
        h(`span.aui-lozenge.aui-lozenge-subtle${LOZENGE[link.statusCategory] || ''}`, null, link.status)
      ),
      page.mayEdit &&
        h(
          'button.aui-button.aui-button-subtle.bearings-detach',
          { type: 'button', 'data-link-id': link.id, 'data-issue-key': link.issueKey },
          AJS.I18n.getText('bearings.action.detach'),
          h('span.bearings-hidden', null, ` ${link.issueKey}`)
        )
    );
  }

  list.addEventListener('click', (event) => {
    const button = event.target.closest('.bearings-detach');
    if (!button) {
      return;
    }
    const next = neighbour(button);
    button.disabled = true;
    detach(
      {
        keyResultId,
        keyResultKey: keyResult.key,
        linkId: button.getAttribute('data-link-id'),
        issueKey: button.getAttribute('data-issue-key'),
      },
      () => Promise.all([refresh(), page.changed()]),
      () => focusFirst(next && list.querySelector(`#${next}`), list, container)
    ).finally(() => {
      button.disabled = false;
    });
  });

  function attachForm() {
    const id = uniqueId('attach');
    const input = h('input.text.bearings-attach-keys', {
      id,
      type: 'text',
      autocomplete: 'off',
      placeholder: AJS.I18n.getText('bearings.links.attach.example'),
      'aria-describedby': `${id}-error`,
    });
    const error = h('div.error', { id: `${id}-error`, role: 'alert' });
    const button = h('button.aui-button', { type: 'submit' }, AJS.I18n.getText('bearings.action.attach'));
    const form = h(
      'form.aui.bearings-attach',
      { novalidate: true },
      h('label', { for: id }, AJS.I18n.getText('bearings.links.attach.label')),
      h('span.bearings-attach-row', null, input, button),
      error
    );
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const issueKeys = input.value.split(/[\s,;]+/).filter(Boolean).map((key) => key.toUpperCase());
      showError(input, error, '');
      if (!issueKeys.length) {
        showError(input, error, AJS.I18n.getText('bearings.links.attach.empty'));
        input.focus();
        return;
      }
      button.disabled = true;
      try {
        const answer = await attach(keyResultId, issueKeys);
        input.value = '';
        done(attachedText(answer, keyResult.key));
        await Promise.all([refresh(), page.changed()]);
      } catch (refused) {
        showError(input, error, refused.fields.issueKeys || refused.message);
      } finally {
        button.disabled = false;
        input.focus();
      }
    });
    return form;
  }

  return { refresh };
}

function attachedText({ attached, already }, keyResultKey) {
  if (!already.length) {
    return AJS.I18n.getText('bearings.links.attach.done', attached.length, keyResultKey);
  }
  return AJS.I18n.getText('bearings.links.attach.already', attached.length, keyResultKey, already.join(', '));
}

function pointsText(points) {
  if (points === null || points === undefined) {
    return AJS.I18n.getText('bearings.links.noEstimate');
  }
  return AJS.I18n.getText('bearings.links.points', quantity(points));
}

/** How many issues are there that this person may not see: never which. */
export function hiddenText(hidden, shown) {
  if (shown === 0) {
    return hidden === 1
      ? AJS.I18n.getText('bearings.links.hidden.only.one')
      : AJS.I18n.getText('bearings.links.hidden.only.many', hidden);
  }
  return hidden === 1
    ? AJS.I18n.getText('bearings.links.hidden.one')
    : AJS.I18n.getText('bearings.links.hidden.many', hidden);
}

/** Shows or clears what is wrong with a field, in a way that is read out. */
export function showError(input, place, text) {
  place.textContent = text;
  if (text) {
    input.setAttribute('aria-invalid', 'true');
  } else {
    input.removeAttribute('aria-invalid');
  }
}

function neighbour(button) {
  const item = button.closest('li');
  const next = item.nextElementSibling || item.previousElementSibling;
  return next && next.id;
}

/** The focus goes on to what stands nearest, so that a keyboard user does not start over at the top. */
function focusFirst(...candidates) {
  const focusable = candidates
    .filter(Boolean)
    .map((element) => element.querySelector('.bearings-detach, .bearings-attach-keys'))
    .find(Boolean);
  if (focusable && (!document.activeElement || document.activeElement === document.body)) {
    focusable.focus();
  }
}
