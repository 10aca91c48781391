/** Where the work of a unit went: which share of what was finished served an objective, restored a KPI or did neither, by week. */
import { attach } from '../lib/attachments.js';
import { h, onAction, replaceChildren, uniqueId } from '../lib/dom.js';
import { done } from '../lib/flags.js';
import { keyResultPicker } from '../lib/key-result-picker.js';
import { get } from '../lib/rest.js';
import { picture } from './chart.js';
import { effortLegend, effortOption } from './effort-chart.js';
import { projectsText, sentence, undatedText, weekTable } from './effort-words.js';
import { may } from './list.js';
import { workTimeline } from './timeline.js';
import { dayText, isDay, isNumber, numberText, today } from './values.js';

const WEEKS = 28;

/** A day some days away from another. */
function shifted(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const earlier = (one, other) => (one < other ? one : other);

/** The cycle of the same unit and length that was over when this one began. */
export function cycleBefore({ cycle, cycles }) {
  const alike = ({ unitId, length }) => unitId === cycle.unitId && length === cycle.length;
  return cycle && cycles.filter((each) => each.last < cycle.first && alike(each)).sort((a, b) => b.last.localeCompare(a.last))[0];
}

/** The days that the address asks for: of this cycle where it says nothing, or of the last weeks where there is none. */
export function daysOf(place, model) {
  const now = today();
  const cycle = place.period === 'last' ? cycleBefore(model) : model.cycle;
  if (place.period === 'days' && isDay(place.from) && isDay(place.to)) {
    return { period: 'days', from: place.from, to: place.to };
  }
  if (place.period === 'weeks' || !cycle || cycle.first > now) {
    return { period: 'weeks', from: shifted(now, 1 - WEEKS), to: now };
  }
  return { period: place.period === 'last' ? 'last' : '', from: cycle.first, to: earlier(cycle.last, now) };
}

/** The week to which the list is limited, as long as it is one of the days that are shown. */
const weekOf = ({ week }, { from, to }) => (isDay(week) && week >= from && week <= to ? week : '');

export function effortView(page) {
  const periodId = uniqueId('period');
  const fromId = uniqueId('from');
  const toId = uniqueId('to');
  const weightId = uniqueId('weight');
  const period = h('select.select', { id: periodId });
  const from = h('input.text', { id: fromId, type: 'date' });
  const to = h('input.text', { id: toId, type: 'date' });
  const days = h(
    'span.bearings-effort-days',
    { hidden: true },
    h('label', { for: fromId }, AJS.I18n.getText('bearings.effort.from')),
    ' ',
    from,
    ' ',
    h('label', { for: toId }, AJS.I18n.getText('bearings.effort.to')),
    ' ',
    to
  );
  const weight = h(
    'select.select',
    { id: weightId },
    h('option', { value: '' }, AJS.I18n.getText('bearings.effort.byIssues')),
    h('option', { value: 'points' }, AJS.I18n.getText('bearings.effort.byPoints'))
  );
  const weighing = h('span', { hidden: true }, h('label', { for: weightId }, AJS.I18n.getText('bearings.effort.weight')), ' ', weight);
  const choice = h(
    'form.aui.bearings-effort-choice',
    null,
    h('span', null, h('label', { for: periodId }, AJS.I18n.getText('bearings.effort.period')), ' ', period),
    days,
    weighing
  );
  const summary = h('div.bearings-effort-summary', { role: 'status' }, AJS.I18n.getText('bearings.loading'));
  const chart = picture();
  chart.element.hidden = true;
  const legend = effortLegend();
  legend.hidden = true;
  const table = h('div.bearings-effort-weeks');
  const rest = unlinkedList(page, load);
  const through = throughTime();
  const element = h(
    'div.bearings-effort',
    null,
    h('h2', null, AJS.I18n.getText('bearings.effort.title')),
    choice,
    summary,
    legend,
    chart.element,
    table,
    through.element,
    rest.element
  );
  let model = null;
  let asked = 0;
  let shown = '';
  let stopped = false;

  const question = () => {
    const place = page.place();
    const { from: first, to: last } = daysOf(place, model);
    return { from: first, to: last, weight: place.weight };
  };

  /** Reads the figures again where another unit, period or weight is wanted. */
  function update(now) {
    model = now;
    drawChoice();
    through.update(model, page.place().weight);
    const wanted = JSON.stringify([model.unit.id, question()]);
    if (wanted === shown) {
      rest.filter(weekOf(page.place(), question()));
      return;
    }
    shown = wanted;
    load();
  }

  async function load() {
    asked += 1;
    const mine = asked;
    const unit = model.unit.id;
    const wanted = question();
    let answer;
    try {
      answer = await get(`units/${unit}/effort`, wanted);
    } catch (refused) {
      if (mine === asked && !stopped) {
        showFailure(refused);
      }
      return;
    }
    if (mine === asked && !stopped) {
      draw(answer);
      rest.show(unit, wanted, answer, mayLink(model), weekOf(page.place(), wanted));
    }
  }

  function showFailure(refused) {
    chart.draw(null);
    legend.hidden = true;
    replaceChildren(table);
    rest.clear();
    replaceChildren(
      summary,
      h(
        'div.aui-message.aui-message-error',
        null,
        h('p', null, refused.fields.from || refused.message),
        h('p', null, h('button.aui-button', { type: 'button', 'data-bearings-action': 'effort-again' }, AJS.I18n.getText('bearings.action.again')))
      )
    );
  }

  function drawChoice() {
    const place = page.place();
    const chosen = daysOf(place, model);
    const current = model.cycle && model.cycle.first <= today();
    const choices = [
      current && ['', AJS.I18n.getText('bearings.effort.thisCycle', model.cycle.name)],
      model.cycle && cycleBefore(model) && ['last', AJS.I18n.getText('bearings.effort.lastCycle', cycleBefore(model).name)],
      ['weeks', AJS.I18n.getText('bearings.effort.fourWeeks')],
      ['days', AJS.I18n.getText('bearings.effort.otherDays')],
    ].filter(Boolean);
    const drawn = JSON.stringify(choices);
    if (period.getAttribute('data-choices') !== drawn) {
      period.setAttribute('data-choices', drawn);
      replaceChildren(period, choices.map(([key, text]) => h('option', { value: key }, text)));
    }
    const value = place.period === 'days' ? 'days' : chosen.period;
    if (period.value !== value) {
      period.value = value;
    }
    days.hidden = value !== 'days';
    if (document.activeElement !== from && document.activeElement !== to) {
      from.value = chosen.from;
      to.value = chosen.to;
    }
    from.max = today();
    to.max = today();
    weight.value = place.weight;
  }

  function draw(answer) {
    weighing.hidden = !answer.mayWeigh && !page.place().weight;
    const worked = answer.issues > 0 && isNumber(answer.objective.share);
    replaceChildren(summary, worked ? sentence(answer) : emptyText(answer, model));
    legend.hidden = !worked;
    chart.draw(worked ? effortOption(answer, element) : null);
    replaceChildren(table, worked ? weekTable(answer) : null);
  }

  choice.addEventListener('submit', (event) => event.preventDefault());
  period.addEventListener('change', () => {
    const chosen = daysOf(page.place(), model);
    const own = period.value === 'days' ? { from: chosen.from, to: chosen.to } : { from: '', to: '' };
    page.go({ period: period.value, ...own, week: '' });
  });
  [from, to].forEach((field) =>
    field.addEventListener('change', () => {
      if (isDay(from.value) && isDay(to.value)) {
        page.go({ period: 'days', from: from.value, to: to.value, week: '' });
      }
    })
  );
  weight.addEventListener('change', () => page.go({ weight: weight.value }));
  onAction(element, {
    'effort-again': load,
    'effort-week'(button) {
      page.go({ week: button.getAttribute('data-week') });
      rest.focus();
    },
    'effort-all-weeks': () => page.go({ week: '' }),
  });

  return {
    element,
    update,
    stop() {
      stopped = true;
      chart.stop();
      through.stop();
    },
  };
}

/** An issue of this unit may serve any unit, so it is enough to be allowed to link in one. */
const mayLink = ({ unit, units }) => [unit, ...units].some((each) => may(each, 'LINK_ISSUES'));

/** How what is linked to the unit's key results went from day to day, asked for when somebody opens it. */
function throughTime() {
  const place = h('div');
  const element = h('details.bearings-effort-through', null, h('summary', null, AJS.I18n.getText('bearings.effort.through')), place);
  let wanted = null;
  let shown = '';
  let view = null;

  function show() {
    const now = JSON.stringify(wanted);
    if (!element.open || now === shown) {
      return;
    }
    shown = now;
    if (view) {
      view.stop();
    }
    const { unit, cycle, weight } = wanted;
    view = workTimeline({ path: `units/${unit}/timeline`, parameters: { cycle, weight }, none: AJS.I18n.getText('bearings.effort.through.none') });
    replaceChildren(place, view.element);
  }

  element.addEventListener('toggle', show);
  return {
    element,
    update({ unit, cycle }, weight) {
      wanted = { unit: unit.id, cycle: cycle ? cycle.id : '', weight };
      show();
    },
    stop() {
      if (view) {
        view.stop();
      }
    },
  };
}

/** Says what to do where there is nothing to show. */
function emptyText(answer, model) {
  const unbound = !answer.projects.length && !answer.hiddenProjects;
  const title = unbound ? AJS.I18n.getText('bearings.effort.noProject.title') : AJS.I18n.getText('bearings.effort.none.title');
  const mayBind = may(model.unit, 'MANAGE_UNIT');
  return h(
    'div.bearings-empty',
    null,
    h('h3', null, title),
    unbound
      ? h('p', null, mayBind ? AJS.I18n.getText('bearings.effort.noProject.bind') : AJS.I18n.getText('bearings.effort.noProject.ask'))
      : h('p', null, AJS.I18n.getText('bearings.effort.none', dayText(answer.from), dayText(answer.to)), ' ', projectsText(answer)),
    unbound && mayBind && h('p', null, h('a.aui-button', { href: `${AJS.contextPath()}/secure/BearingsUnit.jspa?unit=${model.unit.id}` }, AJS.I18n.getText('bearings.workspace.unitSettings'))),
    undatedText(answer)
  );
}

/** What served nothing that is written down: issue by issue, each with the way to a key result. */
function unlinkedList(page, changed) {
  const title = h('h3', { tabindex: '-1' });
  const all = h('button.aui-button.aui-button-link', { type: 'button', 'data-bearings-action': 'effort-all-weeks', hidden: true }, AJS.I18n.getText('bearings.effort.allWeeks'));
  const list = h('ul.bearings-issues');
  const hidden = h('p.bearings-hint', { hidden: true });
  const problem = h('p.bearings-problem', { role: 'alert' });
  const more = h('button.aui-button', { type: 'button', hidden: true }, AJS.I18n.getText('bearings.effort.more'));
  const navigator = h('a', { href: '#' }, AJS.I18n.getText('bearings.effort.inJira'));
  const element = h('section.bearings-effort-unlinked', { hidden: true }, title, all, list, hidden, problem, h('p', null, more, ' ', navigator));
  let subject = null;
  let next = 0;
  let unseen = 0;
  let asked = 0;

  async function read(skip) {
    asked += 1;
    const mine = asked;
    problem.textContent = '';
    let answer;
    try {
      answer = await get(`units/${subject.unit}/effort/unlinked`, { ...subject.wanted, week: subject.week, skip: skip || '' });
    } catch (refused) {
      if (mine === asked) {
        problem.textContent = refused.fields.from || refused.message;
      }
      return;
    }
    if (mine !== asked) {
      return;
    }
    if (!skip) {
      replaceChildren(list);
      unseen = 0;
    }
    const rows = answer.issues.map(row);
    list.append(...rows);
    unseen += answer.hidden;
    next = answer.next;
    title.textContent = subject.week
      ? AJS.I18n.getText('bearings.effort.unlinked.week', answer.total, dayText(subject.week))
      : AJS.I18n.getText('bearings.effort.unlinked', answer.total);
    all.hidden = !subject.week;
    hidden.hidden = !unseen;
    hidden.textContent = unseen === 1 ? AJS.I18n.getText('bearings.effort.hidden.one') : AJS.I18n.getText('bearings.effort.hidden.many', unseen);
    more.hidden = !next;
    if (skip && rows.length) {
      rows[0].querySelector('a').focus();
    }
  }

  const row = (issue) =>
    h(
      'li.bearings-issue',
      { 'data-issue-key': issue.key },
      h('a.bearings-issue-key', { href: `${AJS.contextPath()}/browse/${encodeURIComponent(issue.key)}` }, issue.key),
      h('span.bearings-issue-title', { dir: 'auto' }, issue.title),
      h(
        'span.bearings-issue-facts',
        null,
        subject.weighed && h('span.bearings-points', null, issue.imputed ? AJS.I18n.getText('bearings.effort.imputed', numberText(issue.weight)) : AJS.I18n.getText('bearings.value.points', numberText(issue.weight))),
        h('span', null, AJS.I18n.getText('bearings.effort.resolved', dayText(issue.resolved)))
      ),
      subject.mayLink &&
        h(
          'button.aui-button.aui-button-subtle',
          { type: 'button', 'data-bearings-action': 'effort-link' },
          AJS.I18n.getText('bearings.effort.link'),
          h('span.bearings-hidden', null, ` ${issue.key}`)
        ),
      h('div.bearings-picker-place')
    );

  /** Puts the choice of a key result under its issue. */
  function choose(button) {
    const item = button.closest('li');
    const issueKey = item.getAttribute('data-issue-key');
    const place = item.querySelector('.bearings-picker-place');
    const close = () => {
      replaceChildren(place);
      button.hidden = false;
      button.focus();
    };
    const picker = keyResultPicker(
      issueKey,
      async (keyResult) => {
        picker.busy(true);
        problem.textContent = '';
        try {
          await attach(keyResult.id, [issueKey]);
        } catch (refused) {
          problem.textContent = refused.fields.issueKeys || refused.message;
          close();
          return;
        }
        done(AJS.I18n.getText('bearings.panel.attached', issueKey, keyResult.key));
        title.focus();
        await Promise.all([changed(), page.reload()]);
      },
      close
    );
    button.hidden = true;
    replaceChildren(place, picker.element);
    picker.open();
  }

  more.addEventListener('click', () => read(next));
  onAction(element, { 'effort-link': choose });
  return {
    element,
    show(unit, wanted, answer, mayLink, week) {
      subject = { unit, wanted, mayLink, week, weighed: answer.weightBy === 'POINTS' };
      element.hidden = !answer.neither.issues;
      navigator.hidden = !answer.unlinkedJql;
      navigator.setAttribute('href', `${AJS.contextPath()}/issues/?jql=${encodeURIComponent(answer.unlinkedJql || '')}`);
      return element.hidden ? null : read(0);
    },
    filter(week) {
      if (subject && subject.week !== week) {
        subject = { ...subject, week };
        read(0);
      }
    },
    clear() {
      element.hidden = true;
    },
    focus: () => title.focus(),
  };
}
