import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * What is sent to chat services, against the types that the services publish. The samples are what
 * the add-on sends: ChatMessagesTest holds them to that.
 */
const here = dirname(fileURLToPath(import.meta.url));
const samples = join(here, '..', '..', '..', 'test', 'resources', 'chats');
const packages = join(here, '..', 'node_modules');

const sample = (name) => JSON.parse(readFileSync(join(samples, `${name}.json`), 'utf8'));

/** What the compiler says against a value of a type. */
function faults(imports, type, value) {
  const directory = mkdtempSync(join(tmpdir(), 'chats-'));
  try {
    symlinkSync(packages, join(directory, 'node_modules'));
    const file = join(directory, 'sample.ts');
    writeFileSync(file, `${imports}\nexport const message: ${type} = ${JSON.stringify(value)};\n`);
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      types: [],
      skipLibCheck: true,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    });
    return ts.getPreEmitDiagnostics(program)
      .map((each) => ts.flattenDiagnosticMessageText(each.messageText, '\n'));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const slack = (value) => faults("import type { KnownBlock } from '@slack/types';",
  '{ text: string; blocks: KnownBlock[] }', value);

const discord = (value) => faults(
  "import type { RESTPostAPIWebhookWithTokenJSONBody } from 'discord-api-types/v10';",
  'RESTPostAPIWebhookWithTokenJSONBody', value);

test('Slack is sent what its types allow', () => {
  const message = sample('slack');
  assert.deepEqual(slack(message), []);
  message.blocks[1].text.type = 'html';
  assert.notDeepEqual(slack(message), [], 'the types find what is wrong');
});

test('Discord is sent what its types allow', () => {
  const message = sample('discord');
  assert.deepEqual(discord(message), []);
  assert.deepEqual(message.allowed_mentions.parse, []);
  message.embeds[0].description = 3;
  assert.notDeepEqual(discord(message), [], 'the types find what is wrong');
});

/** What the library of Adaptive Cards says against a card of version 1.5. */
function cardFaults(content) {
  const cards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');
  const context = new cards.SerializationContext(cards.Versions.v1_5);
  const card = new cards.AdaptiveCard();
  card.parse(content, context);
  const said = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  return said.concat(card.validateProperties().validationEvents.map((each) => each.message));
}

test('Teams is sent a card that the library of Adaptive Cards reads', () => {
  const [attachment] = sample('teams').attachments;
  assert.equal(attachment.contentType, 'application/vnd.microsoft.card.adaptive');
  assert.deepEqual(cardFaults(attachment.content), []);
  attachment.content.body[0].inlines[0].weight = 'Heavy';
  assert.notDeepEqual(cardFaults(attachment.content), [], 'the library finds what is wrong');
});
