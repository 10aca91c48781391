// Puts what the host's pages need from npm into a folder of the jar, as it was published.
// Usage: node prepare.mjs FOLDER
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
if (!target) {
  console.error('usage: node prepare.mjs FOLDER');
  process.exit(2);
}

const files = {
  'jquery/dist/jquery.min.js': 'jquery.js',
  'almond/almond.js': 'almond.js',
  '@atlassian/aui/dist/aui/aui-prototyping.js': 'aui.js',
  '@atlassian/aui/dist/aui/aui-prototyping.css': 'aui.css',
  '@atlassian/aui/dist/aui/fonts/adgs-icons.woff': 'fonts/adgs-icons.woff',
  '@atlassian/aui/dist/aui/fonts/atlassian-icons.woff': 'fonts/atlassian-icons.woff',
};

// npm needs seconds and the network even when nothing changed, so the lock file's hash is kept.
const lock = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
const stamp = join(here, 'node_modules', '.lock-sha256');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(
    npm,
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    { cwd: here, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  );
  writeFileSync(stamp, lock);
}

for (const [from, to] of Object.entries(files)) {
  const file = join(target, to);
  mkdirSync(dirname(file), { recursive: true });
  cpSync(join(here, 'node_modules', from), file, { preserveTimestamps: true });
}
