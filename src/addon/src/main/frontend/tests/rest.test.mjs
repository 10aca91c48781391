import assert from 'node:assert/strict';
import test from 'node:test';
import { answer, requests } from './browser.mjs';
import { address, changing, get, post, put, Refused, remove } from '../src/lib/rest.js';

const refusal = (promise) => promise.then(() => assert.fail('was accepted'), (refused) => refused);

test('an address has the context path and no empty parameter', () => {
  assert.equal(
    address('objectives', { project: 'A&B', query: '', limit: undefined }),
    '/jira/rest/bearings/1.0/objectives?project=A%26B'
  );
});

test('changes carry the token header and JSON, reads neither', async () => {
  answer({ 'POST objectives': { id: 1 }, 'GET objectives/1': { id: 1 }, 'DELETE key-results/1/links/2': { status: 204 } });
  await post('objectives', { title: 'x' });
  await get('objectives/1');
  assert.equal(await remove('key-results/1/links/2'), null);
  const [posted, read, deleted] = requests.map(({ options }) => options);
  assert.equal(posted.headers['X-Atlassian-Token'], 'no-check');
  assert.equal(posted.headers['Content-Type'], 'application/json');
  assert.equal(posted.credentials, 'same-origin');
  assert.equal(read.headers['X-Atlassian-Token'], undefined);
  assert.equal(read.body, undefined);
  assert.equal(deleted.headers['X-Atlassian-Token'], 'no-check');
});

test('a refusal has its status, its messages and what is wrong by field', async () => {
  answer({ 'POST objectives': { status: 400, body: { errorMessages: ['Not saved.'], errors: { title: 'Too long.' } } } });
  const refused = await refusal(post('objectives', {}));
  assert.ok(refused instanceof Refused);
  assert.equal(refused.status, 400);
  assert.equal(refused.message, 'Not saved.');
  assert.deepEqual(refused.fields, { title: 'Too long.' });
  assert.equal(refused.current, null);
});

test('where only fields are wrong, these are named', async () => {
  answer({ 'GET workspace?unit=abc': { status: 400, body: { errorMessages: [], errors: { unit: 'A whole number.', cycle: 'Not there.' } } } });
  const refused = await refusal(get('workspace', { unit: 'abc' }));
  assert.equal(refused.message, 'unit: A whole number. cycle: Not there.');
});

test('a conflict has what is stored now', async () => {
  answer({ 'PUT objectives/1': { status: 409, body: { errorMessages: [], errors: {}, current: { id: 1 } } } });
  const refused = await refusal(put('objectives/1', {}));
  assert.deepEqual(refused.current, { id: 1 });
  assert.equal(refused.message, 'Somebody else saved meanwhile.');
});

for (const [status, words] of [
  [401, /logged out/],
  [403, /may not do this/],
  [404, /does not exist/],
  [502, /an error \(502\)/],
]) {
  test(`an answer ${status} that is no JSON is still said in words`, async () => {
    answer({ 'GET objectives/1': { status, body: '<html>' } });
    const refused = await refusal(get('objectives/1'));
    assert.equal(refused.status, status);
    assert.match(refused.message, words);
    assert.deepEqual(refused.fields, {});
  });
}

test('no answer at all is said in words', async () => {
  answer({});
  const refused = await refusal(get('objectives/1'));
  assert.equal(refused.status, 0);
  assert.match(refused.message, /cannot be reached/);
});

test('what has not changed is not sent again', async () => {
  let tag = 'W/"1"';
  const asked = [];
  answer({
    'GET objectives?project=ABC': (body, headers) => {
      asked.push(headers['If-None-Match']);
      return headers['If-None-Match'] === tag ? { status: 304 } : { status: 200, body: { tag }, headers: { ETag: tag } };
    },
  });
  const read = changing('objectives', { project: 'ABC' });
  assert.deepEqual(await read(), { tag: 'W/"1"' });
  assert.equal(await read(), null);
  tag = 'W/"2"';
  assert.deepEqual(await read(), { tag: 'W/"2"' });
  assert.equal(await read(), null);
  assert.deepEqual(asked, [undefined, 'W/"1"', 'W/"1"', 'W/"2"']);
});

test('a refusal does not take the place of what was read', async () => {
  let refused = false;
  answer({
    'GET objectives': (body, headers) => {
      if (refused) {
        return { status: 503, body: '' };
      }
      return headers['If-None-Match'] ? { status: 304 } : { status: 200, body: {}, headers: { ETag: '"1"' } };
    },
  });
  const read = changing('objectives');
  await read();
  refused = true;
  assert.equal((await refusal(read())).status, 503);
  refused = false;
  assert.equal(await read(), null);
});
