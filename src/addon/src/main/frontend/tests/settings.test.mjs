import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { page, settle } from './browser.mjs';
import { takeUploads } from './uploads.mjs';

const { settingsFile } = await import('../src/settings.js');

const FILE = '{"format": "bearings-settings"}';
const CREDIT = { setting: 'inProgressCredit', label: 'Credit <b>', before: '0', after: '25' };
const HOSTS = { setting: 'allowedHosts', label: 'Allowed hosts', before: '', after: 'a.intern' };

const NO_UNITS = { units: [], left: [] };

let section;
let shown;
let reloads;

function open() {
  reloads = 0;
  section = page(
    '<section class="bearings-settings-file" data-seen="7"><div class="bearings-settings-import"></div></section>'
  ).querySelector('.bearings-settings-file');
  shown = settingsFile(section, () => {
    reloads += 1;
  });
}

const text = () => section.textContent;
const press = async (action) => {
  section.querySelector(`[data-action=${action}]`).dispatchEvent(new window.Event('click', { bubbles: true }));
  await settle();
};

beforeEach(open);

test('shows first what a file would change, and changes nothing', async () => {
  const sent = takeUploads(() => ({ body: { dryRun: true, differences: [CREDIT, HOSTS], ...NO_UNITS, before: '', version: '7' } }));
  await shown.look(FILE);
  assert.equal(sent.length, 1);
  assert.match(sent[0].url, /settings\/file\?dryRun=true$/);
  assert.equal(sent[0].headers['X-Atlassian-Token'], 'no-check');
  assert.equal(await sent[0].file.text(), FILE);
  const cells = Array.from(section.querySelectorAll('tbody tr *'), (cell) => cell.textContent);
  assert.deepEqual(cells, ['Credit <b>', '0', '25', 'Allowed hosts', 'none', 'a.intern']);
  assert.match(text(), /Nothing is changed yet/);
  assert.equal(section.querySelector('[role=region]').getAttribute('tabindex'), '0');
});

test('puts a file in force with the version that was seen, and takes it back', async () => {
  const sent = takeUploads(({ url }) => ({
    body: { dryRun: url.includes('dryRun=true'), differences: [CREDIT], ...NO_UNITS, before: 'FORMER', version: '8' },
  }));
  await shown.look(FILE);
  await press('apply');
  assert.match(sent[1].url, /dryRun=false&seen=7$/);
  assert.match(text(), /The file is in force/);
  await press('undo');
  assert.match(sent[2].url, /dryRun=false&seen=8$/);
  assert.equal(await sent[2].file.text(), 'FORMER');
  assert.match(text(), /taken back/);
  await press('reload');
  assert.equal(reloads, 1);
});

test('names all that is wrong in a file', async () => {
  takeUploads(() => ({
    status: 400,
    body: { errorMessages: ['The file is no JSON.'], errors: { credit: 'There is no <such> setting.' } },
  }));
  await shown.look('{');
  assert.match(text(), /Nothing was changed/);
  const lines = Array.from(section.querySelectorAll('[role=alert] li'), (line) => line.textContent);
  assert.deepEqual(lines, ['The file is no JSON.', 'credit There is no <such> setting.']);
});

test('says what somebody else changed in the meantime', async () => {
  takeUploads(({ url }) =>
    url.includes('dryRun=true')
      ? { body: { dryRun: true, differences: [CREDIT], ...NO_UNITS, before: '', version: '9' } }
      : { status: 409, body: { errorMessages: ['Bert changed weekStart while you were editing it.'], errors: {} } }
  );
  await shown.look(FILE);
  await press('apply');
  assert.match(text(), /Bert changed weekStart/);
});

test('a file that changes nothing says so, and one that is left is forgotten', async () => {
  takeUploads(() => ({ body: { dryRun: true, differences: [], ...NO_UNITS, before: '', version: '7' } }));
  await shown.look(FILE);
  assert.match(text(), /in force already/);
  takeUploads(() => ({ body: { dryRun: true, differences: [CREDIT], ...NO_UNITS, before: '', version: '7' } }));
  await shown.look(FILE);
  await press('leave');
  assert.equal(section.querySelector('table'), null);
});

test('shows unit by unit what would become of them, and which ones stay', async () => {
  const lead = { setting: 'lead', label: 'Lead', before: 'anna', after: '<i>bert' };
  const units = [
    { unit: 'Acme / <b>Air', made: false, differences: [lead] },
    { unit: 'Acme / Sea', made: true, differences: [{ ...lead, before: '' }] },
  ];
  const body = { dryRun: true, differences: [], units, left: ['Beta', 'Gamma'], before: 'FORMER', version: '7' };
  takeUploads(({ url }) => ({ body: { ...body, dryRun: url.includes('dryRun=true') } }));
  await shown.look(FILE);
  assert.match(text(), /Nothing is changed yet/);
  const headings = Array.from(section.querySelectorAll('h5'), (each) => each.textContent);
  assert.deepEqual(headings, ['Acme / <b>Air', 'Acme / Seanew']);
  const cells = Array.from(section.querySelectorAll('tbody tr *'), (cell) => cell.textContent);
  assert.deepEqual(cells, ['Lead', 'anna', '<i>bert', 'Lead', 'none', '<i>bert']);
  assert.match(section.querySelector('summary').textContent, /^2 units are not in the file/);
  assert.equal(section.querySelectorAll('details li').length, 2);
  await press('apply');
  assert.match(text(), /The file is in force/);
  assert.equal(section.querySelectorAll('h5').length, 2);
});

test('says which units stay also where the file changes nothing', async () => {
  takeUploads(() => ({ body: { dryRun: true, differences: [], units: [], left: ['Beta'], before: '', version: '7' } }));
  await shown.look(FILE);
  assert.match(text(), /in force already/);
  assert.match(section.querySelector('summary').textContent, /^1 unit is not in the file/);
  assert.equal(section.querySelector('button'), null);
});
