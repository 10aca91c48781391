/** What the Coach says about all that a unit has written for a cycle: warnings first, each with a way to its item. */
import { h, morph } from '../lib/dom.js';
import { get } from '../lib/rest.js';
import { kpiAddress } from './kpi-address.js';

const SEVERITIES = ['WARNING', 'HINT'];

const groupTitle = (severity, number) =>
  severity === 'WARNING'
    ? AJS.I18n.getText('bearings.writing.warnings', number)
    : AJS.I18n.getText('bearings.writing.hints', number);

export function healthView(page) {
  const element = h('div.bearings-health');
  let loaded = '';
  let report = null;
  let problem = '';
  let stopped = false;

  async function update(model) {
    const wanted = JSON.stringify([model.unit.id, model.cycle && model.cycle.id, model.stamp]);
    if (wanted === loaded) {
      draw(model);
      return;
    }
    loaded = wanted;
    try {
      report = model.cycle ? await get(`coach/units/${model.unit.id}`, { cycle: model.cycle.id }) : null;
      problem = '';
    } catch (refused) {
      loaded = '';
      problem = refused.message;
    }
    if (!stopped) {
      draw(model);
    }
  }

  function draw(model) {
    morph(element, h('div.bearings-health', null, content(model)));
  }

  function content(model) {
    if (problem) {
      return h('div.aui-message.aui-message-error', { role: 'alert' }, h('p', null, problem));
    }
    if (!model.cycle) {
      return empty(AJS.I18n.getText('bearings.writing.backlog'), AJS.I18n.getText('bearings.writing.backlog.description'));
    }
    if (!report) {
      return h('p.bearings-hint', { role: 'status' }, AJS.I18n.getText('bearings.loading'));
    }
    const { findings } = report;
    return [
      h('h2', null, AJS.I18n.getText('bearings.writing.title', report.unit.name, report.cycle.name)),
      h('p.bearings-hint', null, AJS.I18n.getText('bearings.writing.about'), report.hidden > 0 && ` ${hiddenText(report.hidden)}`),
      findings.length ? filters() : praise(),
      SEVERITIES.filter(isShown).map(group),
      report.doubles.length > 0 && [
        h('h3.bearings-health-group', null, AJS.I18n.getText('bearings.double.title', report.doubles.length)),
        h('ul.bearings-health-findings', null, report.doubles.map(double)),
      ],
      report.fine.length > 0 && [
        h('h3.bearings-health-group', null, AJS.I18n.getText('bearings.writing.fine')),
        h('ul.bearings-health-fine', null, report.fine.map((text) => h('li', null, text))),
      ],
    ];
  }

  const isShown = (severity) => {
    const { only } = page.place();
    return !only || only === severity.toLowerCase();
  };

  const of = (severity) => report.findings.filter(({ finding }) => finding.severity === severity);

  /** Which of the findings are shown stands in the address. */
  function filters() {
    const { only } = page.place();
    const choice = (value, text) =>
      h('button.aui-button', { type: 'button', 'data-only': value, 'aria-pressed': String(only === value) }, text);
    return h(
      'div.aui-buttons.bearings-health-filter',
      { role: 'group', 'aria-label': AJS.I18n.getText('bearings.writing.filter') },
      choice('', AJS.I18n.getText('bearings.writing.all', report.findings.length)),
      choice('warning', groupTitle('WARNING', of('WARNING').length)),
      choice('hint', groupTitle('HINT', of('HINT').length))
    );
  }

  function group(severity) {
    const findings = of(severity);
    if (!findings.length) {
      return page.place().only ? h('p', null, AJS.I18n.getText('bearings.writing.none')) : null;
    }
    return [
      h('h3.bearings-health-group', null, groupTitle(severity, findings.length)),
      h('ul.bearings-health-findings', null, findings.map(row)),
    ];
  }

  function row({ finding, objective, keyResult, kpi }) {
    const item = keyResult || objective;
    return h(
      `li.bearings-health-finding.bearings-health-${finding.severity.toLowerCase()}`,
      null,
      h('span.bearings-hidden', null, severityText(finding.severity)),
      (kpi && kpiLink(kpi)) ||
        (item && itemLink(item)) ||
        h('span.bearings-health-item', null, AJS.I18n.getText('bearings.writing.whole')),
      h('p', null, finding.reason),
      finding.better &&
        h('p.bearings-health-better', { dir: 'auto' }, h('strong', null, AJS.I18n.getText('bearings.writing.better')), ` ${finding.better}`)
    );
  }

  /** Two key results that add up and count the same issues. */
  function double({ keyResult, relation, other, issues }) {
    return h(
      'li.bearings-health-finding.bearings-health-hint',
      null,
      itemLink(keyResult),
      other ? itemLink(other) : h('span.bearings-health-item', null, AJS.I18n.getText('bearings.double.hidden')),
      h('p', null, relation === 'SIBLING' ? AJS.I18n.getText('bearings.double.both', issues) : AJS.I18n.getText('bearings.double.upAndDown', issues))
    );
  }

  const itemLink = (item) => h('a.bearings-health-item', { href: `#${item.key}`, dir: 'auto' }, `${item.key} ${item.title}`);

  const kpiLink = ({ key, title }) => h('a.bearings-health-item', { href: kpiAddress(key), dir: 'auto' }, `${key} ${title}`);

  const severityText = (severity) =>
    severity === 'WARNING' ? AJS.I18n.getText('bearings.writing.warning') : AJS.I18n.getText('bearings.writing.hint');

  const hiddenText = (number) =>
    number === 1 ? AJS.I18n.getText('bearings.writing.hidden.one') : AJS.I18n.getText('bearings.writing.hidden.many', number);

  const empty = (title, text) => h('div.bearings-empty', null, h('h2', null, title), h('p', null, text));

  const praise = () =>
    empty(
      AJS.I18n.getText('bearings.writing.praise'),
      report.judged === 1
        ? AJS.I18n.getText('bearings.writing.praise.one')
        : AJS.I18n.getText('bearings.writing.praise.many', report.judged)
    );

  element.addEventListener('click', (event) => {
    const button = event.target.closest('[data-only]');
    if (button) {
      page.go({ only: button.getAttribute('data-only') });
    }
  });

  return {
    name: 'health',
    element,
    update,
    stop() {
      stopped = true;
    },
  };
}
