import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import { type Asked, chatServer, rates, type Step } from '../openai/chat-server.ts';
import { folderWith, itemTools, startClassify } from './starting.ts';

const namesIn = ({ question }: Asked): string[] => question.match(/get_\d+/g) ?? [];

describe('npm run classify, stopped while a model judges', () => {
  for (const [signal, ends] of [
    ['SIGKILL', [null, 'SIGKILL']],
    ['SIGINT', [130, null]],
  ] as const) {
    it(`keeps what was answered before ${signal}, and asks nothing twice that was`, async (test) => {
      // 80 tools are five questions to a model, of which four are asked at the same time.
      const folder = await folderWith(test, { shelf: itemTools(80) });
      const fifth = Promise.withResolvers<undefined>();
      // The fifth question can only come after the first answer has been taken in.
      const silent: Step = () => undefined;
      const last: Step = () => {
        fifth.resolve(undefined);
      };
      const server = await chatServer([rates(), silent, silent, silent, last]);
      test.after(server.close);
      const { child, ended } = startClassify(folder, { url: server.url });
      await Promise.race([fifth.promise, ended]);
      child.kill(signal);
      await ended;
      assert.deepEqual([child.exitCode, child.signalCode], ends);
      assert.deepEqual(readCatalogue(join(folder, 'catalogue')), []);

      const next = await chatServer([rates()]);
      test.after(next.close);
      assert.equal((await startClassify(folder, { url: next.url }).ended).code, 0);
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
