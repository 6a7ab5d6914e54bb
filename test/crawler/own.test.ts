import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { locations } from '../../src/model/locations.ts';
import { newest } from './remote/peers.ts';
import { serve } from './remote/loopback.ts';

const secret = 'swordfish-7319';
const folder = mkdtempSync(join(tmpdir(), 'placard-own-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const home = join(folder, 'home');
cpSync('test/crawler/servers', join(folder, 'orders'), { recursive: true });

const answer = newest('stateless');
/** A server for those who know the word; it repeats what others say. */
const guarded = await serve((request, response) => {
  if (request.headers.authorization === `Bearer ${secret}`) {
    answer(request, response);
    return;
  }
  response.writeHead(500).end(`What is ${request.headers.authorization ?? 'nothing'}?`);
});
const babbler = await serve((request, response) => {
  response.writeHead(400).end(`You said ${request.headers.authorization ?? 'nothing'}.`);
});

function list(value: object): void {
  const file = join(home, locations.servers);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}

/** Runs a program on the home and returns what it says. */
async function run(program: string, variables: Record<string, string> = {}): Promise<string> {
  const env = { ...process.env, PLACARD_HOME: home, ...variables };
  const child = spawn(process.execPath, [program], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return `${said}exit code ${String(code)}`;
}

const headers = { Authorization: 'Bearer ${ORDERS_WORD}' };
const whole = {
  programs: [
    { name: 'Our orders', folder: '../orders', command: ['node', 'pages.ts', 'through-the-empty-cursor'] },
  ],
  remotes: [
    { name: 'Our tickets', url: guarded.url, headers },
    { name: 'The babbler', url: babbler.url, headers },
  ],
};

describe("a crawl of one's own servers", async () => {
  list(whole);
  const without = await run('crawler/cli.ts');
  const said = await run('crawler/cli.ts', { ORDERS_WORD: secret });
  const published = await run('classifier/cli.ts');
  const servers = readCatalogue(join(home, locations.catalogue));
  const server = (name: string) => servers.find((each) => each.name === name);

  it('starts the programs and publishes them with how they were started', () => {
    assert.match(said, /Our orders: 2 tools, started and listed/);
    assert.match(published, /exit code 0$/);
    assert.equal(server('Our orders')?.tools.length, 2);
    assert.equal(server('Our orders')?.inspection?.kind, 'program');
  });

  it('asks an address on a private host with headers from the environment', () => {
    assert.match(said, /Our tickets: 1 tool, asked and listed/);
    assert.equal(server('Our tickets')?.tools.length, 1);
  });

  it('says which variable the environment lacks, and asks nothing without it', () => {
    assert.match(without, /Our tickets: not asked, because the environment has no ORDERS_WORD/);
  });

  it('records why a server did not list its tools', () => {
    assert.equal(server('The babbler')?.tools.length, 0);
    assert.match(server('The babbler')?.faults[0]?.cause ?? '', /You said Bearer \[secret\]/);
  });

  it('leaves the secret in no file and in no word it says', () => {
    const files = globSync('**/*', { cwd: home }).map((file) => join(home, file));
    const leaks = files.filter((file) => statSync(file).isFile() && readFileSync(file).includes(secret));
    assert.deepEqual(leaks, []);
    assert.ok(!`${said}${published}`.includes(secret));
  });

  it('refuses a variable that no header can carry, without its value', async () => {
    const refused = await run('crawler/cli.ts', { ORDERS_WORD: `${secret}\u0007` });
    assert.match(refused, /ORDERS_WORD holds characters that no header can carry.*exit code 2$/s);
    assert.ok(!refused.includes(secret));
  });
});
