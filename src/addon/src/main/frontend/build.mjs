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

/** Gzipped bytes that one page may load: its script and the style sheet together. */
const BUDGET = 16 * 1024;

const PAGES = ['project-page', 'issue-panel', 'dashboard-item'];

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
  const scripts = (minify) =>
    esbuild({
      ...common,
      entryPoints: Object.fromEntries(PAGES.map((page) => [minify ? `${page}-min` : page, `src/${page}.js`])),
      outdir: join(out, 'js'),
      format: 'iife',
      minify,
    });
  const styles = (minify) =>
    esbuild({
      ...common,
      entryPoints: { [minify ? 'bearings-min' : 'bearings']: 'css/bearings.css' },
      outdir: join(out, 'css'),
      minify,
    });
  mkdirSync(out, { recursive: true });
  await Promise.all([scripts(false), scripts(true), styles(false), styles(true)]);
}

function checkBudget(out) {
  const gzipped = (file) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length;
  const css = gzipped('css/bearings-min.css');
  const tooBig = PAGES.map((page) => [page, gzipped(`js/${page}-min.js`) + css]).filter(([, size]) => size > BUDGET);
  if (tooBig.length) {
    const each = tooBig.map(([page, size]) => `${page} loads ${size} bytes`).join(', ');
    throw new Error(`Over the budget of ${BUDGET} gzipped bytes per page: ${each}`);
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
