/** Objectives to begin with, by theme. */
import { h, replaceChildren, uniqueId } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { locale } from '../workspace/values.js';

/**
 * @param {function(Object)} use called with the template that was chosen
 * @returns {Element} closed until somebody wants it; the templates are read then
 */
export function templates(use) {
  const themeId = uniqueId('theme');
  const theme = h('select.select', { id: themeId });
  const list = h('ul.bearings-templates-list');
  const problem = h('p.bearings-problem', { role: 'alert' });
  const body = h(
    'div.bearings-templates-body',
    null,
    problem,
    h('div.field-group', null, h('label', { for: themeId }, AJS.I18n.getText('bearings.templates.theme')), theme),
    list
  );
  const element = h('details.bearings-templates', null, h('summary', null, AJS.I18n.getText('bearings.templates.title')), body);
  let all = null;

  element.addEventListener('toggle', async () => {
    if (!element.open || all) {
      return;
    }
    try {
      all = (await get('templates', { language: (locale() || 'en').slice(0, 2) })).templates;
      problem.textContent = '';
      fill();
    } catch (refused) {
      problem.textContent = refused.message;
    }
  });

  function fill() {
    const themes = new Map(all.map((each) => [each.theme.id, each.theme.name]));
    replaceChildren(theme, Array.from(themes, ([id, name]) => h('option', { value: id }, name)));
    show();
  }

  function show() {
    replaceChildren(list, all.filter((each) => each.theme.id === theme.value).map(card));
  }

  theme.addEventListener('change', show);

  function card(template) {
    const button = h(
      'button.aui-button',
      { type: 'button' },
      AJS.I18n.getText('bearings.templates.use'),
      h('span.bearings-hidden', null, `: ${template.objective.title}`)
    );
    button.addEventListener('click', () => {
      element.open = false;
      use(template);
    });
    return h(
      'li.bearings-template',
      { lang: template.language },
      h('h3', null, template.objective.title),
      h('ul', null, template.keyResults.map(({ title }) => h('li', null, title))),
      button
    );
  }

  return element;
}
