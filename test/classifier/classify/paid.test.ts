import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import { batchServer } from '../openai/batch-server.ts';
import { chatServer, fails, rates, type Step } from '../openai/chat-server.ts';
import { folderWith, itemTools, startClassify } from './starting.ts';

const key = 'test-key-that-nobody-may-see';
const usage = { prompt_tokens: 4000, completion_tokens: 2000 };

async function settingFor(test: TestContext, tools: number, step: Step = rates({}, { usage })) {
  const folder = await folderWith(test, { shelf: itemTools(tools) });
  const server = await chatServer([step]);
  test.after(server.close);
  const run = (...words: string[]) => startClassify(folder, { url: server.url, key }, ...words).ended;
  return { folder, run, ...server };
}

describe('npm run classify, before it spends', () => {
  it('prints tools, questions, tokens and the price with its source', async (test) => {
    const { run } = await settingFor(test, 20);
    const { code, stderr } = await run('--price', '0.25,2');
    assert.equal(code, 0);
    assert.match(
      stderr,
      /To ask m at .*: 20 tools in 2 questions, about [\d,]+ tokens in and 3,000 tokens out/,
    );
    assert.match(
      stderr,
      /About \$0\.00\d+ at \$0\.25 in and \$2 out per million tokens \(named with --price\)/,
    );
    assert.ok(
      stderr.indexOf('About $') < stderr.indexOf('Used in 2 questions: 8,000 tokens in (0 cached), 4,000'),
    );
    assert.match(stderr, /Cost: \$0\.010\./);
  });

  it('says that a price is unknown, and never that it is nothing', async (test) => {
    const { run } = await settingFor(test, 1);
    const { stderr, stdout } = await run('--json');
    assert.match(stderr, /Price unknown: @pydantic\/genai-prices [\d.]+ of \d{4}-\d\d-\d\d lists none/);
    assert.match(stderr, /Cost: unknown\./);
    const { spent } = JSON.parse(stdout) as { spent: Record<string, unknown> };
    assert.equal(spent.cost, null);
    assert.equal(spent.input, 4000);
  });

  it('asks nothing with --dry-run, and publishes nothing', async (test) => {
    const { run, requests, folder } = await settingFor(test, 20);
    const { code, stdout } = await run('--dry-run');
    assert.equal(code, 0);
    assert.match(stdout, /20 tools in 2 questions/);
    const { stdout: json } = await run('--dry-run', '--json', '--price', '1,1');
    const plan = JSON.parse(json) as Record<string, unknown>;
    assert.deepEqual([plan.tools, plan.questions, plan.model], [20, 2, 'm']);
    assert.ok(typeof plan.cost === 'number' && plan.cost > 0);
    assert.equal(requests.length, 0);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name === 'catalogue'),
      [],
    );
  });

  it('has nothing to ask once everything is answered', async (test) => {
    const { run } = await settingFor(test, 3);
    await run();
    assert.match((await run('--dry-run')).stdout, /was not asked: nothing to ask/);
  });

  it('refuses a most that it could not keep, and words that are no amount', async (test) => {
    const { run, requests } = await settingFor(test, 1);
    const unknown = await run('--max-cost', '1');
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /--max-cost cannot be kept, because the price of m there is unknown/);
    for (const words of [
      ['--max-cost', 'much', '--price', '1,1'],
      ['--max-cost', '1e9', '--price', '1,1'],
      ['--price', 'free'],
    ])
      assert.equal((await run(...words)).code, 2, words.join(' '));
    assert.equal(requests.length, 0);
  });

  it('stops at --max-cost with an exit code of its own, and goes on from there', async (test) => {
    const { run, requests, folder } = await settingFor(test, 80);
    const stopped = await run('--price', '1000,1000', '--max-cost', '15');
    assert.equal(stopped.code, 3);
    assert.match(stopped.stderr, /may pass --max-cost 15: \$12\.00 is spent\. What was judged is saved/);
    assert.match(stopped.stderr, /Used in 2 questions/);
    assert.equal(requests.length, 2);
    assert.deepEqual(readCatalogue(join(folder, 'catalogue')), []);
    assert.equal((await run()).code, 0);
    assert.equal(requests.length, 5);
  });
});

describe('npm run classify with a key', () => {
  it('prints and stores it nowhere', async (test) => {
    const echo: Step = (asked, response) => {
      const step = asked.ids.length === 4 ? fails(400, `the key ${key} is fine`) : rates({ rationale: key });
      step(asked, response);
    };
    const { run, folder, requests } = await settingFor(test, 20, echo);
    const { stdout, stderr } = await run();
    assert.equal(requests[0]?.authorization, `Bearer ${key}`);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    assert.ok(files.length >= 2);
    for (const text of [
      stdout,
      stderr,
      ...files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')),
    ])
      assert.ok(!text.includes(key));
  });

  it('refuses an address that holds one', async (test) => {
    const folder = await folderWith(test, { shelf: itemTools(1) });
    for (const url of ['http://me:hidden-word@localhost/v1', 'http://localhost/v1?key=hidden-word']) {
      const { code, stderr } = await startClassify(folder, { url }).ended;
      assert.equal(code, 2);
      assert.match(stderr, /Keys belong into OPENAI_API_KEY/);
      assert.doesNotMatch(stderr, /hidden-word/);
    }
  });
});

describe('npm run classify --batch', () => {
  it('goes on with the batch of a run that was killed, and pays for nothing twice', async (test) => {
    const folder = await folderWith(test, { shelf: itemTools(80) });
    const looked = Promise.withResolvers<undefined>();
    let isOver = false;
    const { url, batches, chats, uploads, close } = await batchServer({
      states: ['in_progress'],
      more: ({ looks }) => {
        if (looks > 0) looked.resolve(undefined);
        return isOver ? { status: 'completed', output_file_id: 'out-file-0' } : {};
      },
    });
    test.after(close);
    const { child, ended } = startClassify(folder, { url }, '--batch');
    await Promise.race([looked.promise, ended]);
    child.kill('SIGKILL');
    await ended;
    isOver = true;
    const { code, stdout } = await startClassify(folder, { url }, '--batch').ended;
    assert.equal(code, 0);
    assert.match(stdout, /The language model gave 64 new answers/);
    assert.equal(batches.length, 1);
    assert.equal(uploads.length, 1);
    assert.equal(chats.length, 1);
    const [published] = readCatalogue(join(folder, 'catalogue'));
    assert.ok(published?.tools.every(({ classification }) => classification.judge === 'openai'));
  });

  it('is refused for judges that ask nobody, and by endpoints that have no such thing', async (test) => {
    const folder = await folderWith(test, { shelf: itemTools(20) });
    const instead = { 'GET /v1/batches': fails(404, 'not_found') };
    const { url, routes, close } = await batchServer({ instead });
    test.after(close);
    const offline = await startClassify(folder, { url: '', key: '' }, '--batch').ended;
    assert.equal(offline.code, 2);
    assert.match(offline.stderr, /--batch asks a language model/);
    const { code, stderr } = await startClassify(folder, { url }, '--batch').ended;
    assert.equal(code, 1);
    assert.match(stderr, /has no Batch API/);
    assert.deepEqual(routes, ['GET /v1/batches']);
  });
});

describe('npm run classify --help', () => {
  it('names every setting and every exit code', async (test) => {
    const folder = await folderWith(test, {});
    const { stdout } = await startClassify(folder, { url: '', key: '' }, '--help').ended;
    for (const word of [
      'OPENAI_API_KEY',
      'OPENAI_BASE_URL',
      'OPENAI_MODEL',
      '--max-cost USD',
      '--price IN,OUT',
      '--dry-run',
      '--batch',
      '3 --max-cost reached',
    ])
      assert.ok(stdout.includes(word), word);
  });
});
