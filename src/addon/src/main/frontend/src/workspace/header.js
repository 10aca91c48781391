/** Above the objectives: which unit and cycle, which view, what to leave out, and what waits for this person. */
import { h, morph, replaceChildren, uniqueId } from '../lib/dom.js';
import { dayText, daysBetween, today } from './values.js';
import { isDue, may, phaseOf } from './list.js';
import { isFiltered } from './model.js';
import { STATUSES, statusShape, statusText } from '../lib/status.js';
import { VIEWS } from './place.js';

const TYPING_PAUSE = 250;
const EM = '\u2003';

const viewNames = () => ({
  list: AJS.I18n.getText('bearings.view.list'),
  kpis: AJS.I18n.getText('bearings.view.kpis'),
  map: AJS.I18n.getText('bearings.view.map'),
  grid: AJS.I18n.getText('bearings.view.grid'),
  health: AJS.I18n.getText('bearings.view.health'),
  effort: AJS.I18n.getText('bearings.view.effort'),
});

const phaseNames = () => ({
  kickoff: AJS.I18n.getText('bearings.phase.kickoff'),
  execution: AJS.I18n.getText('bearings.phase.execution'),
  retrospective: AJS.I18n.getText('bearings.phase.retrospective'),
});

/**
 * @param {{go: function(Object, Object=), place: function(): Object}} page
 * @returns {{element: Element, update: function(Object), unread: function(number)}}
 */
export function header(page) {
  const unit = labelled('bearings-picker-unit', AJS.I18n.getText('bearings.picker.unit'), h('select.select'));
  const cycle = labelled('bearings-picker-cycle', AJS.I18n.getText('bearings.picker.cycle'), h('select.select'));
  const label = labelled('bearings-filter-label', AJS.I18n.getText('bearings.filter.label'), h('select.select'));
  const owner = labelled('bearings-filter-owner', AJS.I18n.getText('bearings.filter.owner'), h('select.select'));
  const status = labelled('bearings-filter-status', AJS.I18n.getText('bearings.filter.status'), h('select.select'));
  const search = labelled(
    'bearings-filter-text',
    AJS.I18n.getText('bearings.filter.text'),
    h('input.text', { type: 'search', autocomplete: 'off', placeholder: AJS.I18n.getText('bearings.filter.text') })
  );
  const archivedId = uniqueId('archived');
  const archived = h('input.checkbox', { type: 'checkbox', id: archivedId });
  const clear = h(
    'button.aui-button.aui-button-link',
    { type: 'button', 'data-bearings-action': 'clear-filters', hidden: true },
    AJS.I18n.getText('bearings.filter.clear')
  );
  const toggle = h(
    'button.aui-button.bearings-filters-toggle',
    { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'bearings-filters' },
    AJS.I18n.getText('bearings.filter')
  );
  const views = VIEWS.map((view) =>
    h('button.aui-button', { type: 'button', 'data-bearings-action': 'view', 'data-view': view, 'aria-pressed': 'false' }, viewNames()[view])
  );
  const create = h(
    'button.aui-button.aui-button-primary',
    { type: 'button', 'data-bearings-action': 'create-objective', hidden: true },
    AJS.I18n.getText('bearings.action.create')
  );
  const next = h('button.aui-button', { type: 'button', 'data-bearings-action': 'next-due', hidden: true });
  const count = h('span.bearings-count', { hidden: true });
  const inbox = h(
    'a.aui-button.aui-button-subtle.bearings-inbox-button',
    { href: '#inbox' },
    AJS.I18n.getText('bearings.inbox'),
    ' ',
    count
  );
  const settings = h(
    'a.aui-button.aui-button-subtle.bearings-unit-settings',
    { hidden: true },
    AJS.I18n.getText('bearings.workspace.unitSettings')
  );
  const phase = h('p.bearings-phase');
  const kickoff = h('a.aui-button.aui-button-subtle', { hidden: true }, AJS.I18n.getText('bearings.kickoff.title'));
  const lookBack = h('a.aui-button.aui-button-subtle', { hidden: true }, AJS.I18n.getText('bearings.retro.title'));
  const exports = ['csv', 'xlsx'].map((format) => [format, h('a', { href: '#', download: '' }, format.toUpperCase())]);
  const bringIn = h(
    'button.aui-button.aui-button-link',
    { type: 'button', 'data-bearings-action': 'view', 'data-view': 'import', hidden: true },
    AJS.I18n.getText('bearings.action.import')
  );
  const attention = h('div.bearings-attention');
  const asOf = labelled('bearings-filter-as-of', AJS.I18n.getText('bearings.asOf.day'), h('input.text', { type: 'date' }));
  asOf.element.querySelector('label').className = 'bearings-filter-name';
  const past = pastBar(page);

  const element = h(
    'header.bearings-workspace-header',
    null,
    h('h1.bearings-hidden', null, AJS.I18n.getText('bearings.workspace.title')),
    h(
      'div.bearings-workspace-bar',
      null,
      h('div.bearings-pickers', null, unit.element, cycle.element),
      h('div.aui-buttons.bearings-views', { role: 'group', 'aria-label': AJS.I18n.getText('bearings.view') }, views),
      h('div.bearings-workspace-actions', null, next, kickoff, lookBack, settings, inbox, create)
    ),
    phase,
    past.element,
    attention,
    h(
      'div.bearings-filters',
      { id: 'bearings-filters', role: 'search', 'aria-label': AJS.I18n.getText('bearings.filter') },
      search.element,
      toggle,
      status.element,
      owner.element,
      label.element,
      asOf.element,
      h('span.bearings-filter.checkbox', null, archived, ' ', h('label', { for: archivedId }, AJS.I18n.getText('bearings.filter.archived'))),
      clear,
      h(
        'span.bearings-exports',
        null,
        AJS.I18n.getText('bearings.action.export'),
        exports.flatMap(([, link]) => [' ', link])
      ),
      bringIn
    )
  );

  toggle.addEventListener('click', () => {
    const open = element.querySelector('.bearings-filters').classList.toggle('bearings-filters-open');
    toggle.setAttribute('aria-expanded', String(open));
  });
  unit.control.addEventListener('change', () => page.go({ unit: unit.control.value, cycle: '', panel: '', branch: '' }));
  cycle.control.addEventListener('change', () => page.go({ cycle: cycle.control.value, panel: '', branch: '' }));
  [[label, 'label'], [owner, 'owner'], [status, 'status']].forEach(([{ control }, name]) =>
    control.addEventListener('change', () => page.go({ [name]: control.value }))
  );
  archived.addEventListener('change', () => page.go({ archived: archived.checked ? 'true' : '' }));
  asOf.control.addEventListener('change', () => {
    const day = asOf.control.value;
    page.go({ asOf: day && day < today() ? day : '', known: '' });
  });
  let timer = null;
  search.control.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => page.go({ q: search.control.value.trim() }, { replace: true }), TYPING_PAUSE);
  });

  return {
    element,
    update(model) {
      const place = page.place();
      setOptions(unit.control, unitChoices(model.units), String(model.unit.id));
      setOptions(cycle.control, cycleChoices(model.cycles), model.cycle ? String(model.cycle.id) : 'backlog');
      setOptions(label.control, [['', AJS.I18n.getText('bearings.filter.anyLabel')], ...kept(place.label, model.labels().map(twice))], place.label);
      setOptions(
        owner.control,
        [['', AJS.I18n.getText('bearings.filter.anyOwner')], ...kept(place.owner, model.owners().map(({ key, name }) => [key, name]))],
        place.owner
      );
      setOptions(
        status.control,
        [['', AJS.I18n.getText('bearings.filter.anyStatus')], ...STATUSES.map((each) => [each, statusText(each)])],
        place.status
      );
      if (document.activeElement !== search.control) {
        search.control.value = place.q;
      }
      archived.checked = place.archived === 'true';
      asOf.control.max = today();
      asOf.control.value = place.asOf;
      past.update(place);
      clear.hidden = !isFiltered(place);
      views.forEach((button) =>
        button.setAttribute('aria-pressed', String(button.getAttribute('data-view') === (place.view || 'list')))
      );
      create.hidden = !may(model.unit, 'CREATE_OBJECTIVE');
      bringIn.hidden = !may(model.unit, 'CREATE_OBJECTIVE');
      settings.hidden = !may(model.unit, 'MANAGE_UNIT');
      settings.setAttribute('href', `${AJS.contextPath()}/secure/BearingsUnit.jspa?unit=${model.unit.id}`);
      const ofKpis = place.view === 'kpis';
      label.element.hidden = ofKpis || (model.labels().length === 0 && !place.label);
      status.element.hidden = ofKpis;
      asOf.element.hidden = ofKpis;
      const due = model.keyResults().filter((keyResult) => isDue(keyResult) && may(keyResult, 'CHECK_IN'));
      next.hidden = !due.length;
      next.textContent = AJS.I18n.getText('bearings.action.nextDue', due.length);
      phase.textContent = phaseText(model.cycle);
      lead(kickoff, 'Kickoff', model);
      lead(lookBack, 'Retrospective', model);
      exports.forEach(([format, link]) => link.setAttribute('href', exportAddress(model, format)));
      morph(attention, h('div.bearings-attention', null, attentionOf(model, place)));
    },
    unread(number) {
      count.hidden = !number;
      count.textContent = number ? String(number) : '';
      inbox.setAttribute(
        'aria-label',
        number ? AJS.I18n.getText('bearings.inbox.unread', number) : AJS.I18n.getText('bearings.inbox')
      );
    },
  };
}

/** Says that the page shows a past day, and leads back to today. */
function pastBar(page) {
  const knownId = uniqueId('known');
  const known = h('input.checkbox', { type: 'checkbox', id: knownId });
  const text = h('strong', { role: 'status' });
  known.addEventListener('change', () => page.go({ known: known.checked ? 'then' : '' }));
  const element = h(
    'div.bearings-past',
    { hidden: true },
    text,
    h('span.checkbox', null, known, ' ', h('label', { for: knownId }, AJS.I18n.getText('bearings.timeline.asKnownThen'))),
    h('button.aui-button.aui-button-link', { type: 'button', 'data-bearings-action': 'today' }, AJS.I18n.getText('bearings.asOf.today'))
  );
  return {
    element,
    update({ asOf, known: how }) {
      element.hidden = !asOf;
      const now = asOf ? AJS.I18n.getText('bearings.asOf.shown', dayText(asOf)) : '';
      if (text.textContent !== now) {
        text.textContent = now;
      }
      known.checked = how === 'then';
    },
  };
}

/** A page about the unit in the cycle. */
function lead(link, page, { unit, cycle }) {
  link.hidden = !cycle;
  link.href = cycle ? `${AJS.contextPath()}/secure/Bearings${page}.jspa?unit=${unit.id}&cycle=${cycle.id}` : '#';
}

const exportAddress = ({ unit, cycle }, format) =>
  `${AJS.contextPath()}/rest/bearings/1.0/export?unit=${unit.id}&cycle=${cycle ? cycle.id : 'backlog'}&format=${format}`;

const twice = (value) => [value, value];

/** What the address asks for can be chosen away even where nothing is like that any more. */
const kept = (value, choices) => (!value || choices.some(([key]) => key === value) ? choices : [twice(value), ...choices]);

function labelled(classes, text, control) {
  const id = uniqueId('control');
  control.id = id;
  return { control, element: h(`span.bearings-filter.${classes}`, null, h('label.bearings-hidden', { for: id }, text), control) };
}

/** Replaces options only where they differ, so that an open list of options stays open. */
function setOptions(control, choices, value) {
  const wanted = JSON.stringify(choices);
  if (control.getAttribute('data-choices') !== wanted) {
    control.setAttribute('data-choices', wanted);
    replaceChildren(control, choices.map(([key, text]) => h('option', { value: key }, text)));
  }
  if (control.value !== value) {
    control.value = value;
  }
}

function unitChoices(units) {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const depth = (id) => (parents.has(parents.get(id)) ? 1 + depth(parents.get(id)) : 0);
  return units.map(({ id, name }) => [String(id), EM.repeat(depth(id)) + name]);
}

const cycleChoices = (cycles) => [
  ...cycles.map(({ id, name, state }) => [
    String(id),
    state === 'ACTIVE' ? name : AJS.I18n.getText('bearings.cycle.named', name, cycleStateText(state)),
  ]),
  ['backlog', AJS.I18n.getText('bearings.cycle.backlog')],
];

export function cycleStateText(state) {
  switch (state) {
    case 'PLANNING':
      return AJS.I18n.getText('bearings.cycle.planning');
    case 'ACTIVE':
      return AJS.I18n.getText('bearings.cycle.active');
    case 'REVIEW':
      return AJS.I18n.getText('bearings.cycle.review');
    default:
      return AJS.I18n.getText('bearings.cycle.closed');
  }
}

/** "Execution · 1 Oct – 31 Dec · week 8 of 13". */
function phaseText(cycle) {
  if (!cycle) {
    return AJS.I18n.getText('bearings.phase.backlog');
  }
  const parts = [phaseNames()[phaseOf(cycle)], AJS.I18n.getText('bearings.cycle.days', dayText(cycle.first), dayText(cycle.last))];
  const now = today();
  if (now >= cycle.first && now <= cycle.last) {
    const week = (day) => Math.floor(daysBetween(cycle.first, day) / 7) + 1;
    parts.push(AJS.I18n.getText('bearings.cycle.week', week(now), week(cycle.last)));
  } else if (now < cycle.first) {
    parts.push(AJS.I18n.getText('bearings.cycle.startsIn', daysBetween(now, cycle.first)));
  }
  return parts.join(' \u00b7 ');
}

/** What needs somebody in this phase, each a filter; nothing where all is well. */
function attentionOf(model, place) {
  if (phaseOf(model.cycle) !== 'execution') {
    return null;
  }
  const counted = ['OFF_TRACK', 'OVERDUE', 'AT_RISK', 'NO_DATA']
    .map((status) => [
      status,
      model.keyResults().filter((item) => item.state === 'ACTIVE' && (item.status === status || (item.flags || []).includes(status))).length,
    ])
    .filter(([, number]) => number);
  return counted.map(([status, number]) =>
    h(
      'button.bearings-attention-button',
      { type: 'button', 'data-bearings-action': 'only-status', 'data-status': status, 'aria-pressed': String(place.status === status) },
      statusShape(status),
      h('strong', null, String(number)),
      ` ${statusText(status)}`
    )
  );
}
