/** Entering a value in a few seconds: the number has the focus, the day is today, Enter saves. */
import { h } from '../lib/dom.js';
import { field, parseNumber, select, textInput } from '../lib/fields.js';
import { creator } from '../lib/once.js';
import { Unreadable } from '../lib/saving-form.js';
import { unitText } from '../workspace/check-in.js';
import { panelForm } from '../workspace/panel-form.js';
import { isNumber, today, valueText } from '../workspace/values.js';
import { shownPeriod } from './look.js';
import { kpiStatusText, levelText, periodText } from './words.js';

function numberField(about, measure) {
  const control = textInput('', { inputmode: 'decimal' });
  control.classList.replace('long-field', 'short-field');
  const unit = measure && unitText(measure);
  const made = field(about, control, unit ? h('span.bearings-with-unit', null, control, h('span.bearings-unit', null, unit)) : control);
  return Object.assign(made, {
    value() {
      let number;
      try {
        number = parseNumber(control.value);
      } catch (notANumber) {
        throw new Unreadable({ [about.name]: AJS.I18n.getText('bearings.form.notANumber') });
      }
      if (number === undefined) {
        throw new Unreadable({ [about.name]: AJS.I18n.getText('bearings.kpi.value.required') });
      }
      return number;
    },
  });
}

/**
 * @param {Object} kpi its sheet
 * @param {{saved: function(Object), cancel: function()}} then
 */
export function valueForm(kpi, then) {
  const before = shownPeriod(kpi);
  const value = numberField(
    {
      name: 'value',
      label: AJS.I18n.getText('bearings.form.value'),
      description:
        before && isNumber(before.value)
          ? AJS.I18n.getText('bearings.kpi.value.before', valueText(before.value, kpi.measure), periodText(before))
          : AJS.I18n.getText('bearings.kpi.value.first'),
      required: true,
    },
    kpi.measure
  );
  const of = kpi.aggregation === 'SHARE' ? numberField({ name: 'of', label: AJS.I18n.getText('bearings.kpi.value.of'), required: true }) : null;
  const on = field({ name: 'on', label: AJS.I18n.getText('bearings.form.on') }, h('input.text.medium-field', { type: 'date', value: today(), max: today() }));
  const segments = kpi.dimensions.flatMap(({ name, segments: all }) => all.map((segment) => [JSON.stringify({ dimension: name, name: segment }), `${name}: ${segment}`]));
  const segment = segments.length
    ? field(
        { name: 'segment', label: AJS.I18n.getText('bearings.kpi.segment') },
        select('', [['', AJS.I18n.getText('bearings.kpi.segment.total')], ...segments])
      )
    : null;
  const fields = [value, of, on, segment].filter(Boolean);
  const create = creator();
  const form = panelForm({
    submit: AJS.I18n.getText('bearings.kpi.value.save'),
    content: [
      h('p.bearings-hint', null, kpi.target ? AJS.I18n.getText('bearings.kpi.target', levelText(kpi.target, kpi.measure)) : AJS.I18n.getText('bearings.kpi.noTarget')),
      h('div.bearings-side-by-side', null, fields.map((each) => each.element)),
    ],
    fields: () => fields,
    save: async () =>
      create(`kpis/${kpi.id}/measurements`, {
        on: on.control.value || today(),
        value: value.value(),
        ...(of ? { of: of.value() } : {}),
        ...(segment && segment.control.value ? { segment: JSON.parse(segment.control.value) } : {}),
      }),
    saved: then.saved,
    cancel: then.cancel,
  });
  return { element: form.element, isDirty: form.isDirty, focus: () => value.control.focus() };
}

/** What entering values came to, in a sentence. */
export function measuredText(measured, kpi) {
  const { period, breach, revisions, added } = measured;
  return [
    period && isNumber(period.value)
      ? AJS.I18n.getText('bearings.kpi.measured', kpi.key, valueText(period.value, kpi.measure), kpiStatusText(period.status))
      : added
        ? AJS.I18n.getText('bearings.kpi.measured.plain', kpi.key)
        : AJS.I18n.getText('bearings.kpi.measured.known', kpi.key),
    breach && breach.open && AJS.I18n.getText('bearings.kpi.measured.breach'),
    (revisions || []).length > 0 && AJS.I18n.getText('bearings.kpi.measured.revised', revisions.length),
  ]
    .filter(Boolean)
    .join(' ');
}
