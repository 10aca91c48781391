/** The key results that an issue serves, beside the issue. */
import { get, post } from './lib/rest.js';
import { h, morph, onAction, replaceChildren, uniqueId } from './lib/dom.js';
import { attach, detach } from './lib/attachments.js';
import { done } from './lib/flags.js';
import { keyResultPicker } from './lib/key-result-picker.js';
import { hiddenServed, servedList } from './lib/served.js';

/** Brings a panel that the server drew to life. */
export function issuePanel(root) {
  const issueKey = root.getAttribute('data-issue-key');
  const list = root.querySelector('.bearings-served-links');
  const hidden = root.querySelector('.bearings-served-hidden');
  const place = root.querySelector('.bearings-picker-place');
  const problem = root.querySelector('.bearings-problem');
  const attachButton = root.querySelector('[data-bearings-action="attach"]');
  let all = false;

  function showAll() {
    all = true;
    const folded = Array.from(list.querySelectorAll('.bearings-served[hidden]'));
    folded.forEach((each) => {
      each.hidden = false;
    });
    folded[0].querySelector('a').focus();
    list.querySelector('[data-bearings-action="show-all"]').parentElement.remove();
  }

  async function refresh() {
    try {
      const answer = await get(`issues/${encodeURIComponent(issueKey)}/key-results`);
      morph(list, h('div.bearings-served-links', null, servedList(answer, all)));
      hidden.textContent = hiddenServed(answer.hidden);
      hidden.hidden = !answer.hidden;
    } catch (refused) {
      problem.textContent = refused.message;
    }
  }

  function closePicker() {
    replaceChildren(place);
    attachButton.hidden = false;
    attachButton.focus();
  }

  async function link(keyResult, { kind, key, name }) {
    if (kind === 'ISSUE') {
      await attach(keyResult.id, [issueKey]);
      done(AJS.I18n.getText('bearings.panel.attached', issueKey, keyResult.key));
      return;
    }
    await post(`key-results/${keyResult.id}/work`, { kind, target: key });
    done(AJS.I18n.getText('bearings.panel.linked', name, keyResult.key));
  }

  function openPicker() {
    problem.textContent = '';
    const what = whatToLink(issueKey);
    const picker = keyResultPicker(
      issueKey,
      async (keyResult) => {
        picker.busy(true);
        try {
          await link(keyResult, what.chosen());
          await refresh();
        } catch (refused) {
          problem.textContent = refused.fields.issueKeys || refused.fields.target || refused.message;
        }
        closePicker();
      },
      closePicker
    );
    attachButton.hidden = true;
    replaceChildren(place, picker.element, what.element);
    picker.open();
  }

  onAction(root, {
    attach: openPicker,
    'show-all': showAll,
    detach(button) {
      problem.textContent = '';
      button.disabled = true;
      return detach(
        {
          keyResultId: button.getAttribute('data-key-result-id'),
          keyResultKey: button.getAttribute('data-key-result-key'),
          linkId: button.getAttribute('data-link-id'),
          issueKey,
        },
        refresh,
        () => {
          const next = root.querySelector('.bearings-detach') || attachButton;
          if (next && (!document.activeElement || document.activeElement === document.body)) {
            next.focus();
          }
        }
      ).finally(() => {
        button.disabled = false;
      });
    },
  });
  return { refresh };
}

/** The issue alone, or all of its epic, its sprint or one of its fix versions. */
function whatToLink(issueKey) {
  const alone = { kind: 'ISSUE', key: issueKey, name: issueKey };
  let choices = [alone];
  const id = uniqueId('what');
  const control = h('select.select', { id });
  const element = h('form.aui.bearings-panel-what', { novalidate: true, hidden: true }, h('label', { for: id }, AJS.I18n.getText('bearings.panel.what')), control);
  const text = ({ kind, name }) =>
    ({
      EPIC: AJS.I18n.getText('bearings.panel.what.epic', name),
      SPRINT: AJS.I18n.getText('bearings.panel.what.sprint', name),
      VERSION: AJS.I18n.getText('bearings.panel.what.version', name),
    })[kind] || AJS.I18n.getText('bearings.panel.what.issue');

  async function read() {
    try {
      const { places } = await get(`issues/${encodeURIComponent(issueKey)}/places`);
      choices = [alone, ...places.filter(({ kind }) => kind !== 'ISSUE')];
    } catch (unread) {
      // The issue alone can be linked without knowing where it is.
      return;
    }
    replaceChildren(control, choices.map((each, index) => h('option', { value: String(index) }, text(each))));
    element.hidden = choices.length < 2;
  }

  element.addEventListener('submit', (event) => event.preventDefault());
  read();
  return { element, chosen: () => choices[Number(control.value) || 0] };
}

function start() {
  document.querySelectorAll('.bearings-issue-panel:not([data-bearings-started])').forEach((root) => {
    root.setAttribute('data-bearings-started', '');
    issuePanel(root);
  });
}

define('bearings/issue-panel', [], () => ({ start, issuePanel }));

/**
 * Waits for panels that are put into the page without the page being loaded, as a board does with its details: nothing
 * tells of that.
 */
function watch() {
  let waiting = false;
  new MutationObserver(() => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        start();
      });
    }
  }).observe(document.body, { childList: true, subtree: true });
}

AJS.toInit(() => {
  start();
  watch();
});
