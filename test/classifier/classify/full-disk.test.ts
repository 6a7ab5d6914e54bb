import assert from 'node:assert/strict';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import { limits } from '../../../src/model/limits.ts';
import { chatServer, rates } from '../openai/chat-server.ts';
import { folderWith, itemTools, startClassify } from './starting.ts';

const tools = 600;

describe('a disk that is full while a language model is asked', () => {
  it('is told with file and next step, nothing is published, and what was saved is not paid again', async (test) => {
    const folder = await folderWith(test, { shelf: itemTools(tools) });
    const server = await chatServer([rates({ rationale: 'It returns one item of the shelf. '.repeat(10) })]);
    test.after(server.close);
    const small = join(folder, 'small');
    mkdirSync(small);
    // a disk with 500 kB left, in a namespace of its own: no right is needed to make one
    const kilobytes = Math.ceil(statSync(join(folder, 'store.db')).size / 1024) + 500;
    const script = `mount -t tmpfs -o size=${kilobytes}k tmpfs "$0" && cp "$1"/store.db "$0" || exit 9
      into="$1"; shift; "$@"; code=$?; cp -r "$0"/. "$into"; exit $code`;
    const lead = ['unshare', '-rm', 'sh', '-c', script, small, folder];
    const full = await startClassify(small, { url: server.url, lead }).ended;
    assert.equal(full.code, 1, full.stderr);
    assert.match(
      full.stderr,
      /^\/.+\/store\.db: there is no room left on its disk\.\nMake room and run the command again: what was saved is kept\.$/m,
    );
    assert.deepEqual(readCatalogue(join(folder, 'catalogue')), []);
    const before = server.requests.length;
    const again = await startClassify(folder, { url: server.url }).ended;
    assert.equal(again.code, 0, again.stderr);
    const judges = readCatalogue(join(folder, 'catalogue')).flatMap((its) =>
      its.tools.map(({ classification }) => classification.judge),
    );
    assert.deepEqual(judges, Array<string>(tools).fill('openai'));
    const [, planned] = /tools in (\d+) questions/.exec(full.stderr) ?? [];
    const twice = server.requests.length - Number(planned);
    assert.ok(before < Number(planned), 'it stops asking');
    assert.ok(twice > 0 && twice < before, `${twice} of ${before} questions were asked again`);
    assert.ok(twice <= 3 * limits.judgeRequests, 'no more than were under way');
  });
});
