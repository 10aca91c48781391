/** What the histories call a field, in the words of the forms. */
export const fieldText = (field) =>
  ({
    state: AJS.I18n.getText('bearings.filter.status'),
    baseline: AJS.I18n.getText('bearings.form.baseline'),
    target: AJS.I18n.getText('bearings.form.target'),
    'bounds.low': AJS.I18n.getText('bearings.form.low'),
    'bounds.high': AJS.I18n.getText('bearings.form.high'),
    weight: AJS.I18n.getText('bearings.form.weight'),
    weightBy: AJS.I18n.getText('bearings.form.weightBy'),
    due: AJS.I18n.getText('bearings.form.due'),
    lagWeeks: AJS.I18n.getText('bearings.form.lag'),
    checkpoints: AJS.I18n.getText('bearings.form.checkpoints'),
    source: AJS.I18n.getText('bearings.form.source'),
    kind: AJS.I18n.getText('bearings.form.kind'),
    cycle: AJS.I18n.getText('bearings.picker.cycle'),
    objective: AJS.I18n.getText('bearings.form.objective'),
    archived: AJS.I18n.getText('bearings.archived'),
    contribution: AJS.I18n.getText('bearings.history.contribution'),
    alignedShare: AJS.I18n.getText('bearings.history.alignedShare'),
    kpi: AJS.I18n.getText('bearings.kind.kpi'),
    metric: AJS.I18n.getText('bearings.kpi.metric'),
  })[field] || field;
