/**
 * Builds what the browser loads: one IIFE file per page with the AMD module that it registers, each beside its
 * minified twin (`name.js`, `name-min.js`), and the style sheet. Fails when a page costs more than its budget.
 *
 *   node build.mjs --out DIRECTORY
 *
 * Packages are installed from the lock file when they are not there as it says.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));

const STYLES = ['bearings', 'workspace', 'organisation', 'kickoff', 'charts', 'project', 'kpi', 'dashboard', 'board', 'retrospective'];

/** What each page loads, and how many gzipped bytes that may be: its script and its style sheets together. */
const PAGES = {
  // Ten KiB more than objectives alone: KPI tiles as on the board of KPIs, and tabs.
  'project-page': { styles: ['bearings', 'kpi', 'project'], budget: 26 * 1024 },
  'issue-panel': { styles: ['bearings'], budget: 16 * 1024 },
  'dashboard-items': { styles: ['bearings', 'kpi', 'dashboard'], budget: 28 * 1024 },
  organisation: { styles: ['bearings', 'organisation'], budget: 24 * 1024 },
  // Two KiB more than objectives alone: the way to the KPIs, whose scripts come when somebody opens them, and to the
  // pages of a cycle.
  workspace: { styles: ['bearings', 'workspace'], budget: 49 * 1024 },
  'workspace-kpis': { styles: ['kpi'], budget: 12 * 1024 },
  'kpi-page': { styles: ['bearings', 'workspace', 'kpi'], budget: 30 * 1024 },
  'board-page': { styles: ['bearings', 'workspace', 'kpi', 'board'], budget: 30 * 1024 },
  'kpi-forms': { styles: ['kpi'], budget: 21 * 1024 },
  'workspace-map': { styles: [], budget: 10 * 1024 },
  'workspace-timeline': { styles: ['charts'], budget: 200 * 1024 },
  'workspace-work': { styles: [], budget: 10 * 1024 },
  'workspace-marks': { styles: [], budget: 8 * 1024 },
  'workspace-metric': { styles: ['kpi'], budget: 8 * 1024 },
  'workspace-import': { styles: [], budget: 6 * 1024 },
  'workspace-health': { styles: [], budget: 4 * 1024 },
  upkeep: { styles: ['bearings'], budget: 16 * 1024 },
  settings: { styles: ['bearings'], budget: 16 * 1024 },
  kickoff: { styles: ['bearings', 'workspace', 'kickoff'], budget: 32 * 1024 },
  retrospective: { styles: ['bearings', 'workspace', 'kickoff', 'retrospective'], budget: 24 * 1024 },
};

/** All that a dashboard loads when it has every item: the items, and the charts that come later. */
const DASHBOARD = { pages: ['dashboard-items', 'workspace-timeline'], budget: 350 * 1024 };

/** Browsers that Jira 11.3 supports. */
const TARGET = ['chrome120', 'firefox121', 'safari17'];

function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
  const stamp = join(here, 'node_modules', '.bearings-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error || npm.status !== 0) {
    throw new Error(`npm ci failed in ${here}: ${npm.error ? npm.error.message : `exit code ${npm.status}`}`);
  }
  writeFileSync(stamp, wanted);
}

async function build(out) {
  const { build: esbuild } = await import('esbuild');
  const common = { absWorkingDir: here, bundle: true, target: TARGET, charset: 'ascii', logLevel: 'warning' };
  const entries = (names, source, minify) =>
    Object.fromEntries(names.map((name) => [minify ? `${name}-min` : name, source(name)]));
  const scripts = (minify) =>
    esbuild({
      ...common,
      entryPoints: entries(Object.keys(PAGES), (page) => `src/${page}.js`, minify),
      outdir: join(out, 'js'),
      format: 'iife',
      minify,
    });
  const styles = (minify) =>
    esbuild({
      ...common,
      entryPoints: entries(STYLES, (style) => `css/${style}.css`, minify),
      outdir: join(out, 'css'),
      minify,
    });
  mkdirSync(out, { recursive: true });
  await Promise.all([scripts(false), scripts(true), styles(false), styles(true)]);
}

function checkBudget(out) {
  const gzipped = (file) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length;
  const tooBig = Object.entries(PAGES)
    .map(([page, { styles, budget }]) => ({
      page,
      budget,
      size: styles.reduce((sum, style) => sum + gzipped(`css/${style}-min.css`), gzipped(`js/${page}-min.js`)),
    }))
    .filter(({ size, budget }) => size > budget);
  const dashboard = DASHBOARD.pages.reduce((sum, page) => sum + gzipped(`js/${page}-min.js`), 0);
  if (dashboard > DASHBOARD.budget) {
    tooBig.push({ page: 'a dashboard', size: dashboard, budget: DASHBOARD.budget });
  }
  if (tooBig.length) {
    const each = tooBig.map(({ page, size, budget }) => `${page} loads ${size} of ${budget} bytes`).join(', ');
    throw new Error(`Over the budget of gzipped bytes: ${each}`);
  }
}

const { values } = parseArgs({ options: { out: { type: 'string' } } });
if (!values.out) {
  process.stderr.write('Usage: node build.mjs --out DIRECTORY\n');
  process.exit(2);
}
const out = resolve(values.out);
try {
  installPackages();
  await build(out);
  checkBudget(out);
} catch (problem) {
  process.stderr.write(`The front end was not built. ${problem.message}\n`);
  process.exit(1);
}
