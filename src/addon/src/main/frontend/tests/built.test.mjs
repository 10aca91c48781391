/** What Jira does to the built files: its transformer must find each text, and its loader each module's name. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test, { after, before } from 'node:test';
import { texts } from './browser.mjs';

const frontend = join(dirname(fileURLToPath(import.meta.url)), '..');
const GET_TEXT = /AJS\.I18n\.getText\(\s*(["'])([^"']+)\1\s*[),]/g;

let out;

before(() => {
  out = mkdtempSync(join(tmpdir(), 'bearings-front-end-'));
  const run = spawnSync(process.execPath, [join(frontend, 'build.mjs'), '--out', out], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
});

after(() => rmSync(out, { recursive: true, force: true }));

const built = () =>
  readdirSync(join(out, 'js')).map((name) => ({ name, script: readFileSync(join(out, 'js', name), 'utf8') }));

test('each script has a minified twin', () => {
  const names = built().map(({ name }) => name);
  assert.deepEqual(names.sort(), [
    'board-page-min.js',
    'board-page.js',
    'dashboard-items-min.js',
    'dashboard-items.js',
    'issue-panel-min.js',
    'issue-panel.js',
    'kickoff-min.js',
    'kickoff.js',
    'kpi-forms-min.js',
    'kpi-forms.js',
    'kpi-page-min.js',
    'kpi-page.js',
    'organisation-min.js',
    'organisation.js',
    'project-page-min.js',
    'project-page.js',
    'retrospective-min.js',
    'retrospective.js',
    'settings-min.js',
    'settings.js',
    'upkeep-min.js',
    'upkeep.js',
    'workspace-health-min.js',
    'workspace-health.js',
    'workspace-import-min.js',
    'workspace-import.js',
    'workspace-kpis-min.js',
    'workspace-kpis.js',
    'workspace-map-min.js',
    'workspace-map.js',
    'workspace-marks-min.js',
    'workspace-marks.js',
    'workspace-metric-min.js',
    'workspace-metric.js',
    'workspace-min.js',
    'workspace-timeline-min.js',
    'workspace-timeline.js',
    'workspace-work-min.js',
    'workspace-work.js',
    'workspace.js',
  ]);
});

test('every text is asked for by a literal key that exists', () => {
  built().forEach(({ name, script }) => {
    const literal = Array.from(script.matchAll(GET_TEXT), (match) => match[2]);
    const asked = script.match(/getText\(/g).length;
    assert.equal(literal.length, asked, `${name} asks for a text by something else than a literal`);
    literal.forEach((key) => assert.ok(key in texts, `${name} asks for ${key}, which has no text`));
  });
});

test('every script registers the module that the page asks for, by name', () => {
  const names = {
    'project-page': 'bearings/project-page',
    'issue-panel': 'bearings/issue-panel',
    'dashboard-items': 'bearings/dashboard/okr-progress',
    'kpi-forms': 'bearings/kpi-forms',
    'board-page': 'bearings/board-page',
    'kpi-page': 'bearings/kpi-page',
    'workspace-kpis': 'bearings/workspace-kpis',
    organisation: 'bearings/organisation',
    workspace: 'bearings/workspace',
    'workspace-map': 'bearings/workspace-map',
    'workspace-import': 'bearings/workspace-import',
    'workspace-health': 'bearings/workspace-health',
    'workspace-marks': 'bearings/workspace-marks',
    'workspace-metric': 'bearings/workspace-metric',
    'workspace-work': 'bearings/workspace-work',
    'workspace-timeline': 'bearings/workspace-timeline',
    kickoff: 'bearings/kickoff',
    retrospective: 'bearings/retrospective',
    upkeep: 'bearings/upkeep',
    settings: 'bearings/settings',
  };
  built().forEach(({ name, script }) => {
    assert.ok(script.includes(`define("${names[name.replace(/(-min)?\.js$/, '')]}"`), name);
    assert.ok(!/\beval\(|(?<!(?:WRM|window)\.)\brequire\(/.test(script), `${name} calls eval, or require as a bundler writes it`);
  });
});

test('scripts are plain ASCII, whatever charset they are served with', () => {
  built().forEach(({ name, script }) => assert.match(script, /^[\x00-\x7f]*$/, name));
});

test('every selector of the style sheets starts with a class of ours', () => {
  ['bearings.css', 'workspace.css', 'organisation.css', 'kickoff.css', 'retrospective.css', 'charts.css', 'project.css', 'kpi.css', 'dashboard.css'].forEach((name) => {
    const css = readFileSync(join(frontend, 'css', name), 'utf8')
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/@keyframes bearings-[\w-]+ \{[^]*?\n\}/g, '');
    const selectors = Array.from(css.matchAll(/(^|[{}])([^{}@]+)\{/g), (match) => match[2])
      .flatMap((list) => list.split(/,(?![^(]*\))/))
      .map((selector) => selector.trim())
      .filter(Boolean);
    assert.ok(selectors.length > (name === 'project.css' ? 0 : 10), name);
    selectors.forEach((selector) => assert.match(selector, /^\.bearings-/, `${name}: ${selector}`));
  });
});

test('an unusable call says how to call it', () => {
  const run = spawnSync(process.execPath, [join(frontend, 'build.mjs')], { encoding: 'utf8' });
  assert.equal(run.status, 2);
  assert.match(run.stderr, /Usage/);
});
