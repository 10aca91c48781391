/**
 * Looks at pages with Lighthouse, desktop preset, and prints the medians as one line of JSON.
 *
 *   node measure.mjs CHROMIUM COOKIES RUNS ADDRESS...
 *
 * The pages take turns, so that a slow moment of the machine meets all of them.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [chromium, cookie, runs, ...addresses] = process.argv.slice(2);

function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
  const stamp = join(here, 'node_modules', '.bearings-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error || npm.status !== 0) {
    throw new Error(`npm ci failed in ${here}`);
  }
  writeFileSync(stamp, wanted);
}

/** Lighthouse keeps cookies while it clears what else a browser remembers; it cannot set them as a header. */
async function logIn() {
  const { connect } = await import('puppeteer-core');
  const browser = await connect({ browserURL: `http://127.0.0.1:${chrome.port}` });
  const page = await browser.newPage();
  await page.setCookie(
    ...cookie.split('; ').map((each) => {
      const equals = each.indexOf('=');
      return { name: each.slice(0, equals), value: each.slice(equals + 1), url: addresses[0] };
    })
  );
  await page.close();
  await browser.disconnect();
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

installPackages();
const { default: lighthouse, desktopConfig } = await import('lighthouse');
const { launch } = await import('chrome-launcher');
const chrome = await launch({ chromePath: chromium, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'] });
await logIn();
const seen = new Map(addresses.map((address) => [address, []]));
try {
  for (let run = 0; run < Number(runs); run++) {
    for (const address of addresses) {
      const { lhr } = await lighthouse(
        address,
        {
          port: chrome.port,
          output: 'json',
          logLevel: 'error',
          onlyCategories: ['performance', 'accessibility'],
        },
        desktopConfig
      );
      if (lhr.runtimeError) {
        throw new Error(`${address}: ${lhr.runtimeError.message}`);
      }
      seen.get(address).push(lhr);
    }
  }
} finally {
  chrome.kill();
}
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];
const points = (lhr, category) => Math.round(lhr.categories[category].score * 100);
const requests = (lhr) => lhr.audits['network-requests'].details.items;
const report = addresses.map((address) => {
  const all = seen.get(address);
  const scripts = requests(all[0]).filter(({ resourceType }) => resourceType === 'Script');
  return {
    address,
    shown: all[0].finalDisplayedUrl,
    performance: median(all.map((lhr) => points(lhr, 'performance'))),
    accessibility: median(all.map((lhr) => points(lhr, 'accessibility'))),
    metrics: Object.fromEntries(
      METRICS.map((metric) => [metric, median(all.map((lhr) => lhr.audits[metric].numericValue))])
    ),
    failed: Object.values(all[0].audits)
      .filter(({ id, score }) => score === 0 && all[0].categories.accessibility.auditRefs.some((ref) => ref.id === id))
      .map(({ id }) => id),
    scripts: scripts.map(({ url }) => url),
    requests: requests(all[0]).map(({ url }) => url),
    version: all[0].lighthouseVersion,
    browser: all[0].environment.hostUserAgent,
  };
});
process.stdout.write(`${JSON.stringify(report)}\n`);
