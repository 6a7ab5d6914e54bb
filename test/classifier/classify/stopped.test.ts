import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import { sampleLive } from '../../samples.ts';
import { type Asked, chatServer, rates, type Step } from '../openai/chat-server.ts';

/** A store of one server with 80 tools: five questions to a model, of which four are asked at the same time. */
function folderFor(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'placard-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  const store = openStore(join(folder, 'store.db'));
  const tools = Array.from({ length: 80 }, (_, index) => ({
    name: `get_${index}`,
    description: `Returns item ${index}.`,
  }));
  store.saveLive(sampleLive('shelf', tools), []);
  store.close();
  return folder;
}

function start(folder: string, url: string) {
  const words = ['--store', join(folder, 'store.db'), '--catalogue', join(folder, 'catalogue')];
  const environment = { ...process.env, OPENAI_API_KEY: 'test-key', OPENAI_BASE_URL: url, OPENAI_MODEL: 'm' };
  return spawn(process.execPath, ['classifier/cli.ts', ...words], { env: environment });
}

const namesIn = ({ question }: Asked): string[] => question.match(/get_\d+/g) ?? [];

describe('npm run classify, stopped while a model judges', () => {
  for (const [signal, ends] of [
    ['SIGKILL', [null, 'SIGKILL']],
    ['SIGINT', [130, null]],
  ] as const) {
    it(`keeps what was answered before ${signal}, and asks nothing twice that was`, async (test) => {
      const folder = folderFor(test);
      const fifth = Promise.withResolvers<undefined>();
      // The fifth question can only come after the first answer has been taken in.
      const silent: Step = () => undefined;
      const last: Step = () => {
        fifth.resolve(undefined);
      };
      const server = await chatServer([rates(), silent, silent, silent, last]);
      test.after(server.close);
      const child = start(folder, server.url);
      const closed = once(child, 'close');
      await Promise.race([fifth.promise, closed]);
      child.kill(signal);
      assert.deepEqual(await closed, ends);
      assert.deepEqual(readCatalogue(join(folder, 'catalogue')), []);

      const next = await chatServer([rates()]);
      test.after(next.close);
      const [code] = (await once(start(folder, next.url), 'close')) as [number];
      assert.equal(code, 0);
      const [first] = server.requests;
      assert.ok(first !== undefined);
      const answered = new Set(namesIn(first));
      const asked = next.requests.flatMap(namesIn);
      assert.equal(asked.length, 80 - answered.size);
      assert.deepEqual(
        asked.filter((name) => answered.has(name)),
        [],
      );
      const [published] = readCatalogue(join(folder, 'catalogue'));
      assert.ok(published?.tools.every(({ classification }) => classification.judge === 'openai'));
    });
  }
});
