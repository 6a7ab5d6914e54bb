import { type ChatCompletionRequest, LLMock } from '@copilotkit/aimock';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import { folderWith, itemTools, startClassify } from '../classify/starting.ts';
import { rating } from './chat-server.ts';

const key = 'the-only-key';

function textIn({ messages }: ChatCompletionRequest): string {
  const content = messages.at(-1)?.content;
  return typeof content === 'string' ? content : '';
}

const namesIn = (text: string): string[] => text.match(/get_\d+/g) ?? [];
const sheetOn = (text: string): string => {
  const ids = text.match(/(?<=^\{"id":")t\d+/gm) ?? [];
  return JSON.stringify({ tools: ids.map((id) => rating(id)) });
};

/** A server that others wrote, to be compatible with the same SDK. */
async function mockFor(test: TestContext): Promise<LLMock> {
  const mock = await LLMock.create({ port: 0, auth: { apiKeys: [key] }, journalMaxEntries: 0 });
  test.after(() => mock.stop());
  return mock;
}

const start = (folder: string, mock: LLMock, ...words: string[]) =>
  startClassify(folder, { url: `${mock.url}/v1`, key }, ...words);

describe('npm run classify at an endpoint that others wrote', () => {
  it('takes a store to a catalogue, and asks nothing a second time', async (test) => {
    const mock = await mockFor(test);
    mock.on({ model: 'm' }, (request) => ({ content: sheetOn(textIn(request)) }));
    const folder = await folderWith(test, { shelf: itemTools(20), desk: itemTools(3) });
    const { code, stdout, stderr } = await start(folder, mock).ended;
    assert.equal(code, 0, stderr);
    assert.match(stdout, /The language model gave 20 new answers and left 0 tools to the rules/);
    assert.equal(mock.getRequests().length, 3);
    const servers = readCatalogue(join(folder, 'catalogue'));
    const tools = servers.flatMap((server) => server.tools);
    assert.equal(tools.length, 23);
    assert.ok(tools.every(({ classification }) => classification.judge === 'openai'));
    const again = await start(folder, mock).ended;
    assert.match(again.stdout, /gave 0 new answers .* 0 shards changed/s);
    assert.equal(mock.getRequests().length, 3);
  });

  it('goes on after a kill without repeating a request that was answered', async (test) => {
    const mock = await mockFor(test);
    const folder = await folderWith(test, { shelf: itemTools(16 * 8) });
    const asked: string[][] = [];
    const sixth = Promise.withResolvers<undefined>();
    mock.on({ model: 'm' }, async (request) => {
      asked.push(namesIn(textIn(request)));
      if (asked.length === 6) sixth.resolve(undefined);
      // Two are answered; the sixth can only come after both answers were taken in.
      if (asked.length > 2) await new Promise(() => undefined);
      return { content: sheetOn(textIn(request)) };
    });
    const { child, ended } = start(folder, mock);
    await Promise.race([sixth.promise, ended]);
    child.kill('SIGKILL');
    await ended;
    const answered = new Set(asked.slice(0, 2).flat());
    assert.equal(answered.size, 32);

    const next = await mockFor(test);
    const askedNow: string[] = [];
    next.on({ model: 'm' }, (request) => {
      askedNow.push(...namesIn(textIn(request)));
      return { content: sheetOn(textIn(request)) };
    });
    const { code } = await start(folder, next).ended;
    assert.equal(code, 0);
    const [published] = readCatalogue(join(folder, 'catalogue'));
    assert.equal(published?.tools.length, 128);
    assert.deepEqual(
      askedNow.filter((name) => answered.has(name)),
      [],
    );
    assert.equal(new Set(askedNow).size, 96);
  });

  it('ends with a clear message when the key is wrong, or no credit is left', async (test) => {
    const mock = await mockFor(test);
    const folder = await folderWith(test, { shelf: itemTools(2) });
    const wrong = await startClassify(folder, { url: `${mock.url}/v1`, key: 'another-key' }).ended;
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /refuses the key .*OPENAI_API_KEY/);
    mock.nextRequestError(429, {
      message: 'No credit.',
      type: 'insufficient_quota',
      code: 'insufficient_quota',
    });
    const broke = await start(folder, mock).ended;
    assert.equal(broke.code, 1);
    assert.match(broke.stderr, /no credit is left/);
  });

  it('sends a batch that it accepts, and lives with answers that say nothing', async (test) => {
    const mock = await mockFor(test);
    mock.on({ model: 'm' }, (request) => ({ content: sheetOn(textIn(request)) }));
    const folder = await folderWith(test, { shelf: itemTools(17) });
    // This server answers every batched question with the same few words, after two looks.
    const { code, stdout, stderr } = await start(folder, mock, '--batch').ended;
    assert.equal(code, 0, stderr);
    assert.match(stdout, /gave 16 new answers and left 1 tool to the rules/);
    assert.match(stderr, /Gave 1 question to .* as one batch/);
    assert.match(stderr, /is completed: 1 of 1 question answered/);
  });
});
