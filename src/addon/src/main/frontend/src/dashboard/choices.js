/** The fields of the forms that configure dashboard items. What they ask Jira for does not count as an item's request. */
import { h } from '../lib/dom.js';
import { combobox } from '../lib/combobox.js';
import { field, select, textInput } from '../lib/fields.js';
import { get, send } from '../lib/rest.js';

/** Up to so many are chosen from a list that one can see as a whole; more are searched. */
const FEW = 20;
const MOST = 20;

/** A field of which `read` gives the preference of its own name. */
const giving = (made, value) => ({ ...made, read: () => ({ [made.name]: value() }) });

/** A required field: says what is missing. */
const required = (made, value, missing) => ({
  ...made,
  read() {
    const chosen = value();
    made.error(chosen ? '' : missing);
    return chosen ? { [made.name]: chosen } : null;
  },
});

/**
 * One of a few.
 *
 * @param {{name: string, label: string}} about
 * @param {string} chosen
 * @param {Array<[string, string]>} choices
 */
export function choiceField(about, chosen, choices) {
  const control = select(chosen, choices);
  return giving(field(about, control), () => control.value);
}

/** Yes or no. */
export function checkField(about, chosen) {
  const control = h('input.checkbox', { type: 'checkbox' });
  control.checked = chosen === 'true';
  const made = field(about, control);
  const label = made.element.querySelector('label');
  made.element.className = 'checkbox bearings-item-check';
  made.element.prepend(control);
  control.after(label);
  return giving(made, () => String(control.checked));
}

/**
 * One of many, which is searched by typing.
 *
 * @param {{name: string, label: string, missing: string}} about
 * @param {{id: string, label: string}|null} chosen
 * @param {function(string): Promise<Array<{id: string, label: string, hint: (string|undefined)}>>} search
 */
export function searchField(about, chosen, search) {
  const input = textInput(chosen ? chosen.label : '', { dir: 'auto', spellcheck: 'false', placeholder: AJS.I18n.getText('bearings.item.search') });
  let id = chosen ? chosen.id : '';
  let label = input.value;
  const box = combobox(input, {
    label: about.label,
    async search(query) {
      // What is chosen already is no search for it.
      const options = await search(query === label ? '' : query);
      return { groups: [{ options }], empty: AJS.I18n.getText('bearings.item.noMatch', query) };
    },
    choose(option) {
      id = option.id;
      label = option.label;
      input.value = label;
    },
  });
  return required(field({ ...about, required: true }, input, box.element), () => (input.value === label ? id : ''), about.missing);
}

/** One of those that are all known: a list of a few, else a search among them. */
function knownField(about, chosen, all, choose) {
  if (all.length > FEW) {
    const named = (wanted) => all.filter(({ label }) => label.toLocaleLowerCase().includes(wanted.toLocaleLowerCase())).slice(0, MOST);
    return searchField(about, all.find(({ id }) => id === chosen) || null, async (query) => named(query));
  }
  const control = select(all.some(({ id }) => id === chosen) ? chosen : '', [['', choose], ...all.map(({ id, label }) => [id, label])]);
  return required(field({ ...about, required: true }, control), () => control.value, about.missing);
}

/** The units that this person may see. */
export async function unitField(preferences, label = AJS.I18n.getText('bearings.picker.unit')) {
  let units = [];
  let problem = '';
  try {
    units = (await get('workspace')).units || [];
  } catch (refused) {
    problem = refused.message;
  }
  const made = knownField(
    { name: 'unit', label, missing: AJS.I18n.getText('bearings.velocity.dashboard.required') },
    preferences.unit,
    units.map(({ id, name }) => ({ id: String(id), label: name })),
    AJS.I18n.getText('bearings.velocity.dashboard.choose')
  );
  made.error(problem);
  return made;
}

/** The projects that this person may see; where Jira does not give them, a field for the key. */
export async function projectField(preferences) {
  const about = { name: 'project', label: AJS.I18n.getText('bearings.dashboard.project'), missing: AJS.I18n.getText('bearings.dashboard.project.required') };
  let projects;
  try {
    projects = await send('GET', `${AJS.contextPath()}/rest/api/2/project`);
  } catch (refused) {
    projects = null;
  }
  if (!Array.isArray(projects)) {
    const input = h('input.text.medium-field', { type: 'text', autocomplete: 'off' });
    input.value = preferences.project || '';
    const made = field({ ...about, required: true, description: AJS.I18n.getText('bearings.dashboard.project.key') }, input);
    return required(made, () => input.value.trim().toUpperCase(), about.missing);
  }
  return knownField(
    about,
    preferences.project,
    projects.map(({ key, name }) => ({ id: key, label: AJS.I18n.getText('bearings.dashboard.project.name', name, key) })),
    AJS.I18n.getText('bearings.dashboard.project.choose')
  );
}

const labelOf = ({ key, title, name }) => `${key} ${title || name || AJS.I18n.getText('bearings.objective.private')}`;

/** What is chosen now, or nothing where it is gone: preferences hold ids only, because others may see them. */
async function now(path, id) {
  if (!id) {
    return null;
  }
  try {
    return { id, label: labelOf(await get(`${path}/${id}`)) };
  } catch (gone) {
    return null;
  }
}

/** The objectives that this person may read. */
export async function objectiveField(preferences) {
  const search = async (q) =>
    (await get('objectives', { q, limit: MOST })).objectives
      .filter(({ titleHidden }) => !titleHidden)
      .map((objective) => ({ id: String(objective.id), label: labelOf(objective), hint: [objective.unit.name, objective.cycle && objective.cycle.name].filter(Boolean).join(', ') }));
  const about = { name: 'objective', label: AJS.I18n.getText('bearings.form.objective'), missing: AJS.I18n.getText('bearings.item.objective.required') };
  return searchField(about, await now('objectives', preferences.objective), search);
}

/** The KPIs that this person may see: those of each unit that stands below no other, with all below it. */
async function allKpis() {
  const units = (await get('workspace')).units || [];
  const tops = units.filter(({ parentId }) => !units.some(({ id }) => id === parentId));
  const boards = await Promise.all(tops.map(({ id }) => get('kpis', { unit: id, below: true })));
  return boards.flatMap(({ kpis }) => kpis);
}

export async function kpiField(preferences) {
  let all = null;
  const search = async (q) => {
    all = all || (await allKpis());
    const wanted = q.toLocaleLowerCase();
    return all
      .filter((kpi) => `${kpi.key} ${kpi.name} ${kpi.unitName}`.toLocaleLowerCase().includes(wanted))
      .slice(0, MOST)
      .map((kpi) => ({ id: String(kpi.id), label: labelOf(kpi), hint: kpi.unitName }));
  };
  const about = { name: 'kpi', label: AJS.I18n.getText('bearings.kind.kpi'), missing: AJS.I18n.getText('bearings.item.kpi.required') };
  return searchField(about, await now('kpis', preferences.kpi), search);
}
