import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { z } from 'zod';
import { Category } from '../../src/model/categories.ts';
import { isVerbatim } from '../../src/model/evidence.ts';
import { Risk } from '../../src/model/risks.ts';
import { PolicyJson } from '../../src/model/policy-json.ts';
import { chatServer, fails, rates, rating, completes } from '../classifier/openai/chat-server.ts';

/** The promise to outside users: exactly these members. */
const Assessment = z.strictObject({
  server: z.string(),
  tool: z.string(),
  category: Category,
  risk: Risk,
  confidence: z.number().min(0).max(1),
  signals: z.array(z.strictObject({ id: z.string(), at: z.string(), quote: z.string() })),
  rationale: z.string().min(1),
  policy: PolicyJson,
});
const Complaint = z.strictObject({ line: z.number().int().positive(), error: z.string().min(1) });

const without = { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', OPENAI_MODEL: '' };

function start(words: string[], environment: Record<string, string> = without) {
  const child = spawn(process.execPath, ['src/commands/placard.ts', ...words], {
    env: { ...process.env, ...environment },
  });
  child.stdin.on('error', () => undefined); // the command may end before it has read everything
  return child;
}

async function placard(words: string[], input: string | Buffer = '', environment?: Record<string, string>) {
  const child = start(words, environment);
  child.stdin.end(input);
  const [output, complaints, [code]] = await Promise.all([
    Array.fromAsync(child.stdout.setEncoding('utf8')),
    Array.fromAsync(child.stderr.setEncoding('utf8')),
    once(child, 'close') as Promise<[number]>,
  ]);
  const text = output.join('');
  return { code, text, lines: text.split('\n').slice(0, -1), error: complaints.join('') };
}

const tool = { name: 'delete_file', description: 'Deletes a file for good.' };
const line = (record: object): string => `${JSON.stringify(record)}\n`;
const good = line({ server: { name: 'Files' }, tool });

describe('placard assess', () => {
  it('prints exactly the promised members in their order, and nothing else on standard output', async () => {
    const { code, lines } = await placard(['assess'], good);
    assert.equal(code, 0);
    assert.equal(lines.length, 1);
    const record: unknown = JSON.parse(lines[0] ?? '');
    const assessment = Assessment.parse(record);
    assert.deepEqual(Object.keys(record as object), Object.keys(Assessment.shape));
    assert.equal(assessment.server, 'Files');
    assert.equal(assessment.tool, 'delete_file');
    assert.equal(assessment.category, 'Destructive');
    assert.ok(assessment.signals.length > 0);
    for (const evidence of assessment.signals) assert.ok(isVerbatim(tool, evidence));
  });

  it('accepts every optional field, and null for each of them', async () => {
    const full = {
      server: { name: 'Files', description: 'Works on files.' },
      tool: {
        ...tool,
        title: 'Delete',
        inputSchema: { type: 'object', properties: { path: { type: 'string', default: null } } },
        annotations: { destructiveHint: true },
      },
    };
    const empty = {
      server: { name: 'Files', description: null },
      tool: { name: 'x', title: null, description: null, inputSchema: null, annotations: null },
    };
    const hints = { server: { name: 'Files' }, tool: { name: 'x', annotations: { readOnlyHint: null } } };
    const { code, lines } = await placard(['assess', '-'], [full, empty, hints].map(line).join(''));
    assert.equal(code, 0);
    for (const text of lines) Assessment.parse(JSON.parse(text));
    assert.equal(lines.length, 3);
  });

  it('reads a byte order mark, carriage returns, blank lines and a last line without an end', async () => {
    const input = `\uFEFF${good.trimEnd()}\r\n\r\n  \n${good}bad\n${good.trimEnd()}`;
    const { code, lines } = await placard(['assess'], input);
    assert.equal(code, 1);
    assert.equal(lines.length, 4);
    assert.equal(Complaint.parse(JSON.parse(lines[2] ?? '')).line, 5);
  });

  const bad: Record<string, { input: string | Buffer<ArrayBuffer>; says: RegExp }> = {
    'no JSON': { input: 'nonsense\n', says: /not JSON/ },
    'no object': { input: '[]\n', says: /expected object/ },
    'no tool': { input: line({ server: { name: 'x' } }), says: /tool/ },
    'no server': { input: line({ tool }), says: /server/ },
    'a name that is empty': {
      input: line({ server: { name: 'x' }, tool: { name: '' } }),
      says: /tool\.name/,
    },
    'a description that is no text': {
      input: line({ server: { name: 'x' }, tool: { name: 'x', description: 7 } }),
      says: /tool\.description/,
    },
    'nesting without end': {
      input: `{"server":{"name":"x"},"tool":{"name":"x","inputSchema":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}}\n`,
      says: /nested deeper/,
    },
    'brackets without end': { input: `${'['.repeat(200_000)}\n`, says: /not JSON/ },
    'more than 4 MB': {
      input: line({ server: { name: 'x' }, tool: { name: 'x', description: 'x'.repeat(4 * 1024 * 1024) } }),
      says: /longer than/,
    },
    'bytes that are no text': { input: Buffer.from([0x7b, 0xff, 0xfe, 0x0a]), says: /UTF-8/ },
  };
  it('answers every bad line by its number and cause, and rates its neighbours', async () => {
    const inputs = Object.values(bad).flatMap(({ input }) => [Buffer.from(input), Buffer.from(good)]);
    const { code, lines } = await placard(['assess'], Buffer.concat(inputs));
    assert.equal(code, 1);
    assert.equal(lines.length, inputs.length);
    for (const [index, [name, { says }]] of Object.entries(bad).entries()) {
      const complaint = Complaint.parse(JSON.parse(lines[2 * index] ?? ''));
      assert.equal(complaint.line, 2 * index + 1, name);
      assert.match(complaint.error, says, name);
      Assessment.parse(JSON.parse(lines[2 * index + 1] ?? ''));
    }
  });

  it('answers in order over many lines', async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `get_${index}`);
    const input = names.map((name, index) => line({ server: { name: `S${index % 7}` }, tool: { name } }));
    const { code, lines } = await placard(['assess'], input.join(''));
    assert.equal(code, 0);
    assert.deepEqual(
      lines.map((text) => Assessment.parse(JSON.parse(text)).tool),
      names,
    );
  });

  it('answers a line before the next one comes', async () => {
    const child = start(['assess']);
    child.stdin.write(good);
    const [text] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    Assessment.parse(JSON.parse(text));
    child.stdin.end();
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 0);
  });

  it('ends quietly when nobody reads on', async () => {
    const child = start(['assess']);
    const errors = Array.fromAsync(child.stderr.setEncoding('utf8'));
    child.stdin.end(good.repeat(20_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 0);
    assert.doesNotMatch((await errors).join(''), /EPIPE|Error/);
  });

  it('prints nothing for empty input', async () => {
    assert.deepEqual((await placard(['assess'], '')).text, '');
  });
});

function file(test: TestContext, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'placard-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'tools.jsonl'), text);
  return join(folder, 'tools.jsonl');
}

describe('placard assess with a model', () => {
  const environmentOf = (url: string) => ({
    OPENAI_API_KEY: 'test-key',
    OPENAI_BASE_URL: url,
    OPENAI_MODEL: 'test-model',
  });

  it('asks the endpoint that the environment names, about each definition once, and says what that cost', async (test) => {
    const server = await chatServer([rates({ category: 'Execute', risk: 'Critical', confidence: 0.5 })]);
    test.after(server.close);
    const { code, lines, error } = await placard(['assess'], good.repeat(2), environmentOf(server.url));
    assert.equal(code, 0);
    assert.equal(Assessment.parse(JSON.parse(lines[1] ?? '')).risk, 'Critical');
    assert.deepEqual(
      server.requests.map(({ model, ids }) => ({ model, ids })),
      [{ model: 'test-model', ids: ['t0'] }],
    );
    assert.match(error, /test-model at /);
    assert.match(error, /Used in 1 question: .* Cost: unknown\./);
  });

  it('never mixes two servers in one question', async (test) => {
    const server = await chatServer([rates()]);
    test.after(server.close);
    const other = line({ server: { name: 'Disks' }, tool });
    const { lines } = await placard(['assess'], good + other + good, environmentOf(server.url));
    assert.deepEqual(
      lines.map((text) => Assessment.parse(JSON.parse(text)).server),
      ['Files', 'Disks', 'Files'],
    );
    assert.equal(server.requests.length, 3);
  });

  it('lets the rules decide where no answer comes, and says so', async (test) => {
    const silent = completes(({ question, ids }) =>
      question.includes('delete_file') ? '' : JSON.stringify({ tools: ids.map((id) => rating(id)) }),
    );
    const server = await chatServer([silent]);
    test.after(server.close);
    const { code, lines, error } = await placard(['assess'], good, environmentOf(server.url));
    assert.equal(code, 0);
    assert.equal(Assessment.parse(JSON.parse(lines[0] ?? '')).category, 'Destructive');
    assert.match(error, /Line 1: the rules decided/);
  });

  it('stops with the variable to check when the key is wrong', async (test) => {
    const server = await chatServer([fails(401, 'invalid_api_key')]);
    test.after(server.close);
    const { code, text, error } = await placard(['assess'], good, environmentOf(server.url));
    assert.equal(code, 1);
    assert.equal(text, '');
    assert.match(error, /OPENAI_API_KEY/);
    assert.doesNotMatch(error, /test-key|at .*\.ts/);
  });

  it('asks nobody with --judge rules', async (test) => {
    const server = await chatServer([rates()]);
    test.after(server.close);
    const words = ['assess', '--judge', 'rules', file(test, good)];
    const { code, lines } = await placard(words, '', environmentOf(server.url));
    assert.equal(code, 0);
    assert.equal(lines.length, 1);
    assert.equal(server.requests.length, 0);
  });
});

describe('placard', () => {
  const wrong: Record<string, { words: string[]; says: RegExp; environment?: Record<string, string> }> = {
    'no command': { words: [], says: /Usage:/ },
    'an unknown command': { words: ['toString'], says: /no command "toString"/ },
    'an unknown option': { words: ['assess', '--colour'], says: /--colour/ },
    'an unknown judge': { words: ['assess', '--judge', 'human'], says: /no judge "human".*rules\|openai/ },
    'a model without a key': { words: ['assess', '--judge', 'openai'], says: /OPENAI_API_KEY/ },
    'an endpoint that is no address': {
      words: ['assess'],
      says: /OPENAI_BASE_URL/,
      environment: { OPENAI_API_KEY: 'x', OPENAI_BASE_URL: 'localhost' },
    },
    'a file that is not there': { words: ['assess', 'nowhere.jsonl'], says: /nowhere\.jsonl cannot be read/ },
    'a folder': { words: ['assess', 'test'], says: /test cannot be read/ },
    'two files': { words: ['assess', 'one', 'two'], says: /"two"/ },
  };
  for (const [name, { words, says, environment }] of Object.entries(wrong)) {
    it(`refuses ${name} with exit code 2, a message and no output`, async () => {
      const { code, text, error } = await placard(words, '', environment);
      assert.equal(code, 2);
      assert.equal(text, '');
      assert.match(error, says);
      assert.doesNotMatch(error, /\n\s+at /);
    });
  }

  for (const words of [['--help'], ['assess', '--help']])
    it(`explains itself with ${words.join(' ')}`, async () => {
      const { code, text } = await placard(words);
      assert.equal(code, 0);
      assert.match(text, /^Usage: placard/);
    });
});
