/** Something to finish is an issue: asked for beside the list, and attached to the key result that it serves. */
import { attach } from '../lib/attachments.js';
import { failed } from '../lib/flags.js';
import { Refused, send } from '../lib/rest.js';
import { may } from './list.js';
import { bodyOf, choiceOf, longTextOf, textOf } from './inputs.js';
import { panelForm } from './panel-form.js';

const EM = '\u2003';

const jira = (path) => `${AJS.contextPath()}/rest/api/2/${path}`;

/** A request to Jira; its refusals name its own fields. */
const ask = (method, path, body) => send(method, jira(path), body);

/**
 * The view of a new initiative.
 *
 * @param {Object} page
 * @param {string} text that turned out to be something to finish
 */
export function newInitiative(page, text) {
  const model = page.model();
  const summary = textOf({ name: 'summary', label: AJS.I18n.getText('bearings.initiative.summary'), required: true }, { summary: text });
  const project = choiceOf({ name: 'project', label: AJS.I18n.getText('bearings.dashboard.project'), required: true }, { project: '' }, [
    ['', AJS.I18n.getText('bearings.dashboard.project.choose')],
  ]);
  const kind = choiceOf({ name: 'issuetype', label: AJS.I18n.getText('bearings.initiative.kind') }, { issuetype: 'Task' }, [['Task', 'Task']]);
  const change = longTextOf(
    {
      name: 'description',
      label: AJS.I18n.getText('bearings.initiative.change'),
      description: AJS.I18n.getText('bearings.initiative.change.description'),
    },
    {}
  );
  const serves = choiceOf({ name: 'keyResult', label: AJS.I18n.getText('bearings.initiative.serves') }, { keyResult: '' }, [
    ['', AJS.I18n.getText('bearings.initiative.servesNone')],
    ...model
      .keyResults()
      .filter((keyResult) => may(keyResult, 'LINK_ISSUES') && !keyResult.titleHidden && !keyResult.archived)
      .map(({ id, key, title }) => [String(id), `${key}${EM}${title}`]),
  ]);
  const inputs = [summary, project, kind, change, serves];

  const form = panelForm({
    submit: AJS.I18n.getText('bearings.chooser.createIssue'),
    content: inputs.map(({ element }) => element),
    fields: () => inputs.map(({ field }) => field),
    async save() {
      const typed = bodyOf(inputs);
      const issue = await ask('POST', 'issue', {
        fields: {
          summary: typed.summary,
          project: { key: typed.project },
          issuetype: { name: typed.issuetype },
          ...(typed.description ? { description: typed.description } : {}),
        },
      });
      if (typed.keyResult) {
        await attached(Number(typed.keyResult), issue.key);
      }
      return issue;
    },
    saved: ({ key }) => page.saved('', AJS.I18n.getText('bearings.page.created', key)),
    cancel: page.close,
  });

  project.field.control.addEventListener('change', () => offerKinds(kind.field.control, project.field.control.value));
  offerProjects(project.field.control, (model.unit.projects || []).map(({ key }) => key)).then(() =>
    offerKinds(kind.field.control, project.field.control.value)
  );
  return {
    title: AJS.I18n.getText('bearings.chooser.createIssue'),
    kicker: AJS.I18n.getText('bearings.chooser.finish'),
    element: form.element,
    isDirty: form.isDirty,
    shown() {
      summary.field.control.focus();
      return true;
    },
  };
}

/** The issue is there, whatever becomes of its link. */
async function attached(keyResultId, issueKey) {
  try {
    await attach(keyResultId, [issueKey]);
  } catch (refused) {
    failed(`${issueKey}: ${refused.fields.issueKeys || refused.message}`);
  }
}

/** The projects that this person sees, those of the unit first. */
async function offerProjects(control, own) {
  const projects = await orNothing(ask('GET', 'project'));
  const rank = ({ key }) => (own.includes(key) ? 0 : 1);
  [...projects]
    .sort((a, b) => rank(a) - rank(b))
    .forEach(({ key, name }) => control.append(new window.Option(AJS.I18n.getText('bearings.dashboard.project.name', name, key), key)));
  const [first] = own.filter((key) => projects.some((project) => project.key === key));
  control.value = first || '';
}

async function offerKinds(control, project) {
  if (!project) {
    return;
  }
  const answer = await orNothing(ask('GET', `issue/createmeta/${encodeURIComponent(project)}/issuetypes`));
  // Without an answer it is an empty list, whose own `values` is a function.
  const kinds = (Array.isArray(answer.values) ? answer.values : []).filter(({ subtask }) => !subtask).map(({ name }) => name);
  if (kinds.length) {
    const before = control.value;
    control.replaceChildren(...kinds.map((name) => new window.Option(name, name)));
    control.value = kinds.includes(before) ? before : kinds[0];
  }
}

/** Without an answer there is nothing to choose from; the form then says what is missing. */
async function orNothing(asked) {
  try {
    return (await asked) || [];
  } catch (refused) {
    if (refused instanceof Refused) {
      return [];
    }
    throw refused;
  }
}
