/** The meeting in which a unit looks back: an agenda with a timer, notes, and votes on what mattered. */
import { h, morph, onAction } from '../lib/dom.js';
import { field, select, textArea } from '../lib/fields.js';
import { failed, undoable } from '../lib/flags.js';
import { creator } from '../lib/once.js';
import { poll } from '../lib/poll.js';
import { get, post, put } from '../lib/rest.js';
import { savingForm } from '../lib/saving-form.js';
import { verdicts } from './verdicts.js';
import { causeText } from './words.js';

/** Others follow whoever leads within some seconds. */
const EVERY = 4000;
const SECOND = 1000;
const MORE = 5;
const LONGEST = 180;
const NOTE_LENGTH = 1000;

const stepTexts = () => ({
  LOOK: [AJS.I18n.getText('bearings.meeting.step.LOOK'), AJS.I18n.getText('bearings.meeting.lead.LOOK')],
  WRITE: [AJS.I18n.getText('bearings.meeting.step.WRITE'), AJS.I18n.getText('bearings.meeting.lead.WRITE')],
  SHARE: [AJS.I18n.getText('bearings.meeting.step.SHARE'), AJS.I18n.getText('bearings.meeting.lead.SHARE')],
  VOTE: [AJS.I18n.getText('bearings.meeting.step.VOTE'), AJS.I18n.getText('bearings.meeting.lead.VOTE')],
  DECIDE: [AJS.I18n.getText('bearings.meeting.step.DECIDE'), AJS.I18n.getText('bearings.meeting.lead.DECIDE')],
  OVER: [AJS.I18n.getText('bearings.meeting.step.OVER'), AJS.I18n.getText('bearings.meeting.lead.OVER')],
});

const nameOfStep = (step) => (stepTexts()[step] || [step])[0];

/**
 * @param {Object} whole the retrospective
 * @param {Object} first the meeting as it was read
 * @returns {{element: Element, verdictOf: function(number): Element, stop: function()}} `verdictOf` gives what stands below
 *     an objective, `stop` ends the reading
 */
export function meeting(whole, first) {
  const path = `meetings/${whole.unit.id}/${whole.cycle.id}`;
  const closed = whole.cycle.state === 'CLOSED';
  const content = h('div');
  const place = h('div');
  const said = h('p.bearings-hidden', { role: 'status' });
  const element = h(
    'section.bearings-retro-section.bearings-meeting',
    { 'aria-labelledby': 'bearings-meeting' },
    h('h2', { id: 'bearings-meeting', tabindex: '-1' }, AJS.I18n.getText('bearings.meeting.title')),
    said,
    content,
    place
  );
  let now = first;
  let ends = null;
  let form = null;

  function show(next) {
    if (now.step !== next.step && next.step) {
      said.textContent = AJS.I18n.getText('bearings.meeting.said', nameOfStep(next.step));
    }
    now = next;
    ends = next.secondsLeft === null ? null : Date.now() + next.secondsLeft * SECOND;
    morph(content, h('div', null, feared(next), next.step ? going(next, whole, closed) : begin(next, closed)));
    const writes = next.takesNotes && next.may.includes('WRITE') && !closed;
    if (writes && !form) {
      form = noteForm(path, whole, show);
      place.append(form);
    }
    place.hidden = !writes;
    conclusions.update(next);
    tick();
  }

  function tick() {
    const timer = content.querySelector('.bearings-meeting-timer');
    if (timer && ends !== null) {
      const left = Math.round((ends - Date.now()) / SECOND);
      timer.textContent = left < 0 ? AJS.I18n.getText('bearings.meeting.over', clock(-left)) : AJS.I18n.getText('bearings.meeting.left', clock(left));
      timer.classList.toggle('bearings-meeting-up', left < 0);
    }
  }

  async function attempt(work) {
    try {
      show(await work());
    } catch (refused) {
      failed(refused.message);
      await reader.now();
    }
  }

  const turn = (step, minutes) => attempt(() => put(`${path}/step`, { version: now.version, step, ...(minutes ? { minutes } : {}) }));

  onAction(content, {
    async 'meeting-step'(button) {
      await turn(button.getAttribute('data-step'));
      // The button has another name now, or is gone.
      element.querySelector('h2').focus();
    },
    'meeting-more': () => turn(now.step, Math.min(now.minutes + MORE, LONGEST)),
    'meeting-note-remove': (button) =>
      attempt(async () => {
        const note = `${path}/notes/${button.getAttribute('data-note')}`;
        const stored = await post(`${note}/remove`);
        undoable(AJS.I18n.getText('bearings.meeting.note.removed'), () => attempt(() => post(`${note}/restore`)));
        return stored;
      }),
    'meeting-vote': (button) => attempt(() => post(`${path}/votes`, topicOf(button))),
    'meeting-unvote': (button) => attempt(() => post(`${path}/votes/remove`, topicOf(button))),
  });

  const conclusions = verdicts(whole, path, () => reader.now());
  const reader = poll(async () => show(await get(path)), closed ? null : EVERY);
  const timer = setInterval(tick, SECOND);
  show(first);
  return {
    element,
    verdictOf: conclusions.of,
    stop() {
      clearInterval(timer);
      reader.stop();
    },
  };
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const topicOf = (button) =>
  button.hasAttribute('data-note')
    ? { noteId: Number(button.getAttribute('data-note')) }
    : { objectiveId: Number(button.getAttribute('data-objective')), cause: button.getAttribute('data-cause') };

const stepButton = (step, text, kind) =>
  h(`button.aui-button.${kind}`, { type: 'button', 'data-bearings-action': 'meeting-step', 'data-step': step }, text);

/** What the kickoff was afraid of opens the retrospective. */
const feared = ({ stillLose }) =>
  stillLose ? [h('h3', null, AJS.I18n.getText('bearings.litmus.stillLose')), h('blockquote.bearings-meeting-words', { dir: 'auto' }, stillLose)] : null;

function begin({ may, agenda }, closed) {
  if (closed) {
    return h('p.bearings-hint', null, AJS.I18n.getText('bearings.meeting.none'));
  }
  return [
    h('p.bearings-hint', null, may.includes('RUN') ? AJS.I18n.getText('bearings.meeting.begin') : AJS.I18n.getText('bearings.meeting.wait')),
    may.includes('RUN') && h('p', null, stepButton(agenda[0].step, AJS.I18n.getText('bearings.meeting.start'), 'aui-button-primary')),
  ];
}

function going(now, whole, closed) {
  const at = now.agenda.findIndex(({ step }) => step === now.step);
  const over = now.step === 'OVER';
  return [
    h(
      'ol.bearings-meeting-agenda',
      { 'aria-label': AJS.I18n.getText('bearings.meeting.agenda') },
      now.agenda.map(({ step, minutes }, index) =>
        h(
          `li${index === at ? '.bearings-meeting-now' : ''}`,
          { 'aria-current': index === at ? 'step' : null },
          minutes ? AJS.I18n.getText('bearings.meeting.item', nameOfStep(step), minutes) : nameOfStep(step)
        )
      )
    ),
    h('p.bearings-meeting-lead', null, stepTexts()[now.step][1]),
    now.secondsLeft === null ? null : h('p.bearings-meeting-timer', { role: 'timer' }),
    !closed && now.may.includes('RUN') && runButtons(now, at, over),
    notes(now, whole, closed),
    now.takesVotes ? ballot(now, whole, closed) : results(now, whole),
  ];
}

function runButtons({ agenda, minutes }, at, over) {
  const next = agenda[at + 1];
  const before = agenda[at - 1];
  return h(
    'div.bearings-meeting-buttons',
    null,
    next && stepButton(next.step, AJS.I18n.getText('bearings.meeting.next', nameOfStep(next.step)), 'aui-button-primary'),
    !over &&
      h(
        'button.aui-button',
        { type: 'button', 'data-bearings-action': 'meeting-more', disabled: minutes >= LONGEST },
        AJS.I18n.getText('bearings.meeting.more', MORE)
      ),
    before && stepButton(before.step, AJS.I18n.getText('bearings.meeting.back', nameOfStep(before.step)), 'aui-button-link')
  );
}

const aboutText = ({ objectiveId }, { objectives }) => {
  const about = objectives.find(({ id }) => id === objectiveId);
  return about ? about.key : AJS.I18n.getText('bearings.meeting.note.whole');
};

function notes(now, whole, closed) {
  if (!now.notes.length && !now.hiddenNotes && !now.takesNotes) {
    return null;
  }
  return [
    h('h3', null, now.silent ? AJS.I18n.getText('bearings.meeting.notes.mine') : AJS.I18n.getText('bearings.meeting.notes')),
    now.hiddenNotes ? h('p.bearings-hint', null, AJS.I18n.getText('bearings.meeting.notes.hidden', now.hiddenNotes)) : null,
    now.notes.length
      ? h('ul.bearings-meeting-notes', null, now.notes.map((note) => noteLine(note, whole, closed)))
      : h('p.bearings-hint', null, AJS.I18n.getText('bearings.meeting.notes.none')),
  ];
}

function noteLine(note, whole, closed) {
  return h(
    'li',
    { id: `bearings-meeting-note-${note.id}` },
    h('span.bearings-meeting-about', null, aboutText(note, whole)),
    h('span.bearings-meeting-words', { dir: 'auto' }, note.text),
    note.mine ? h('span.bearings-flag', null, AJS.I18n.getText('bearings.meeting.note.mine')) : null,
    note.removable &&
      !closed &&
      h(
        'button.aui-button.aui-button-link',
        { type: 'button', 'data-bearings-action': 'meeting-note-remove', 'data-note': note.id },
        AJS.I18n.getText('bearings.action.remove'),
        h('span.bearings-hidden', null, ` ${note.text}`)
      )
  );
}

/** What can be voted for: the causes of the diagnosis, and the notes. */
const topics = ({ notes: all }, whole) => [
  ...whole.objectives.flatMap(({ id, key, causes }) =>
    causes.map(({ kind }) => ({ text: `${key}: ${causeText(kind)}`, is: (each) => each.objectiveId === id && each.cause === kind, of: { 'data-objective': id, 'data-cause': kind } }))
  ),
  ...all.map((note) => ({ text: `${aboutText(note, whole)}: ${note.text}`, is: (each) => each.noteId === note.id, of: { 'data-note': note.id } })),
];

const votesFor = ({ votes }, topic) => votes.find(topic.is) || { count: 0, mine: 0 };

function ballot(now, whole, closed) {
  const may = now.may.includes('WRITE') && !closed;
  const all = topics(now, whole);
  return [
    h('h3', null, AJS.I18n.getText('bearings.meeting.votes')),
    h(
      'p.bearings-hint.bearings-retro-facts',
      null,
      h('span', null, AJS.I18n.getText('bearings.meeting.votes.left', now.votesLeft, now.votesEach)),
      h('span', null, AJS.I18n.getText('bearings.meeting.votes.voters', now.voters))
    ),
    all.length
      ? h('ul.bearings-meeting-votes', null, all.map((topic) => ballotLine(topic, votesFor(now, topic).mine, may, now.votesLeft)))
      : h('p.bearings-hint', null, AJS.I18n.getText('bearings.meeting.votes.nothing')),
  ];
}

function ballotLine(topic, mine, may, left) {
  const button = (action, text, disabled) =>
    h(
      'button.aui-button',
      { type: 'button', 'data-bearings-action': action, 'aria-disabled': disabled ? 'true' : null, disabled, ...topic.of },
      text,
      h('span.bearings-hidden', null, `: ${topic.text}`)
    );
  return h(
    'li',
    null,
    h('span.bearings-meeting-words', { dir: 'auto' }, topic.text),
    mine ? h('span.bearings-flag', null, AJS.I18n.getText('bearings.meeting.votes.mine', mine)) : null,
    may && button('meeting-vote', AJS.I18n.getText('bearings.meeting.vote'), left === 0),
    may && mine > 0 && button('meeting-unvote', AJS.I18n.getText('bearings.meeting.unvote'), false)
  );
}

/** What was voted for most stands first. */
function results(now, whole) {
  const voted = topics(now, whole)
    .map((topic) => ({ text: topic.text, count: votesFor(now, topic).count || 0 }))
    .filter(({ count }) => count)
    .sort((a, b) => b.count - a.count);
  return voted.length
    ? [
        h('h3', null, AJS.I18n.getText('bearings.meeting.results')),
        h(
          'ol.bearings-meeting-votes',
          null,
          voted.map(({ text, count }) =>
            h('li', null, h('span.bearings-flag', null, AJS.I18n.getText('bearings.meeting.votes.count', count)), h('span.bearings-meeting-words', { dir: 'auto' }, text))
          )
        ),
      ]
    : null;
}

function noteForm(path, { objectives }, show) {
  const create = creator();
  const words = field({ name: 'text', label: AJS.I18n.getText('bearings.meeting.note'), required: true }, textArea('', { rows: '3', maxlength: NOTE_LENGTH, dir: 'auto' }));
  const about = field(
    { name: 'objectiveId', label: AJS.I18n.getText('bearings.meeting.note.about') },
    select('', [['', AJS.I18n.getText('bearings.meeting.note.whole')], ...objectives.map(({ id, key, title }) => [String(id), `${key} ${title}`])])
  );
  const submit = h('button.aui-button.aui-button-primary', { type: 'submit' }, AJS.I18n.getText('bearings.meeting.note.write'));
  return savingForm({
    content: [words.element, about.element, h('div.buttons-container', null, submit)],
    submit,
    fields: () => [words, about],
    save: () => create(`${path}/notes`, { text: words.control.value, ...(about.control.value ? { objectiveId: Number(about.control.value) } : {}) }),
    saved(stored) {
      words.control.value = '';
      words.control.focus();
      show(stored);
    },
  });
}
