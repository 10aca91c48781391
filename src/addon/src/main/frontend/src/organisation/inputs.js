/** What a unit states that Jira does not know: what an hour costs, budget and spend. Drawn for those alone who may state it. */
import { h, replaceChildren } from '../lib/dom.js';
import { field, parseNumber, textArea } from '../lib/fields.js';
import { done } from '../lib/flags.js';
import { get, put } from '../lib/rest.js';
import { Unreadable } from '../lib/saving-form.js';
import { isDay } from '../workspace/values.js';
import { form } from './form.js';

/** "2026-01-01 85", one line for each day. */
const text = (values) => values.map(({ on, value }) => `${on} ${value}`).join('\n');

/**
 * @returns {Array<{on: string, value: number}>}
 * @throws {Unreadable} naming the first line that is no day with a number
 */
function read(name, typed) {
  const lines = typed.split('\n');
  return lines.flatMap((line, index) => {
    if (!line.trim()) {
      return [];
    }
    const [on, ...rest] = line.trim().split(/[\s;:=]+/);
    try {
      const value = rest.length === 1 ? parseNumber(rest[0]) : undefined;
      if (isDay(on) && value !== undefined) {
        return [{ on, value }];
      }
    } catch (notANumber) {
      if (!(notANumber instanceof RangeError)) {
        throw notANumber;
      }
    }
    throw new Unreadable({ [name]: AJS.I18n.getText('bearings.inputs.unreadable', index + 1) });
  });
}

function datedField(about, values) {
  const made = field(about, textArea(text(values), { rows: '3', spellcheck: 'false', placeholder: '2026-01-01 85' }));
  return Object.assign(made, {
    value: () => read(about.name, made.control.value),
    theirs: text,
  });
}

/** What is wrong with one line, such as `budget[1].value`, stands at the field of all lines. */
function alsoMembers(refused) {
  const fields = {};
  Object.entries(refused.fields || {}).forEach(([name, wrong]) => {
    const whole = name.replace(/\[.*$/, '');
    fields[whole] = fields[whole] || wrong;
  });
  return Object.assign(refused, { fields });
}

/**
 * Draws the section, or leaves it empty for people who may not state inputs.
 *
 * @param {Element} element
 * @param {Object} unit
 */
export async function inputsSection(element, unit) {
  replaceChildren(element);
  if (!unit.may.includes('STATE_INPUTS')) {
    return;
  }
  let stored = await get(`units/${unit.id}/inputs`);
  const fields = {
    hourlyRate: datedField(
      { name: 'hourlyRate', label: AJS.I18n.getText('bearings.inputs.hourlyRate'), description: AJS.I18n.getText('bearings.inputs.hourlyRate.description') },
      stored.hourlyRate || []
    ),
    budget: datedField(
      { name: 'budget', label: AJS.I18n.getText('bearings.inputs.budget'), description: AJS.I18n.getText('bearings.inputs.budget.description') },
      stored.budget
    ),
    phasing: datedField(
      { name: 'phasing', label: AJS.I18n.getText('bearings.inputs.phasing'), description: AJS.I18n.getText('bearings.inputs.phasing.description') },
      stored.phasing
    ),
    spend: datedField(
      { name: 'spend', label: AJS.I18n.getText('bearings.inputs.spend'), description: AJS.I18n.getText('bearings.inputs.spend.description') },
      stored.spend
    ),
  };
  replaceChildren(
    element,
    h('h2', { id: 'bearings-inputs-title' }, AJS.I18n.getText('bearings.inputs')),
    h('p.bearings-hint', null, AJS.I18n.getText('bearings.inputs.lead')),
    form({
      fields,
      submit: AJS.I18n.getText('bearings.inputs.save'),
      async save(values) {
        try {
          return await put(`units/${unit.id}/inputs`, { version: stored.version, ...values });
        } catch (refused) {
          throw alsoMembers(refused);
        }
      },
      saved(now) {
        stored = now;
        Object.entries(fields).forEach(([name, each]) => {
          each.control.value = text(now[name] || []);
        });
        done(AJS.I18n.getText('bearings.inputs.saved'));
      },
      stored(current) {
        stored = current;
        return current;
      },
    })
  );
}
