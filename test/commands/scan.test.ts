import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Log } from 'sarif';
import { z } from 'zod';
import { hiddenCharacters } from '../../src/model/display.ts';
import { ScannedServer } from '../../src/model/scanned.ts';
import { serve } from '../crawler/remote/loopback.ts';
import { newest } from '../crawler/remote/peers.ts';
import { emptyFolder, placard, serverThatLists } from './placarding.ts';

const folder = emptyFolder();
const tools = Array.from({ length: 25 }, (_, number) => ({
  name: `get_report_${number}`,
  description: 'Returns one report of the numbers of last month.',
  inputSchema: { type: 'object', properties: { number: { type: 'integer' } } },
}));
const grave = {
  name: 'delete_everything',
  description: 'Deletes all files for good. This cannot be undone.',
};
serverThatLists(folder, [...tools, grave]);

const Printed = z.object({ servers: z.array(ScannedServer) });
const serversIn = (text: string) => Printed.parse(JSON.parse(text)).servers;

describe('placard scan', async () => {
  const { url } = await serve(newest('stateless'));
  const locked = createServer((request, response) => {
    request.resume();
    response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
  }).listen(0, '127.0.0.1');
  await once(locked, 'listening');
  after(() => locked.close());
  const { port } = locked.address() as { port: number };

  it('starts a script in the sandbox and prints its tools as a table, the gravest first', async () => {
    const { code, text, error } = await placard(['scan', 'server.mjs'], folder);
    assert.equal(code, 0, error);
    assert.match(text, /26 tools: .*25 Low/);
    const [first = ''] = text.split('\n').filter((line) => /^ {2}(?:Critical|High|Medium|Low)/.test(line));
    assert.match(first, /delete_everything/);
    assert.ok(!text.includes('\u001b'), 'there is colour where there is no terminal');
  });

  it('prints everything as JSON, with the definitions that were rated', async () => {
    const { text } = await placard(['scan', '--json', '--', process.execPath, 'server.mjs'], folder);
    const [server] = serversIn(text);
    assert.equal(server?.state, 'listed');
    assert.deepEqual(
      server.tools.find(({ definition }) => definition.name === grave.name)?.definition,
      grave,
    );
  });

  it('fails a pipeline from the level that it is given, and only from there', async () => {
    const at = (level: string) => placard(['scan', 'server.mjs', '--fail-on', level], folder);
    assert.equal((await at('high')).code, 4);
    serverThatLists(folder, tools);
    assert.equal((await at('high')).code, 0);
  });

  it('takes a package from the node_modules that npx would take it from', async () => {
    const { code, text } = await placard(
      ['scan', '--json', '--', 'npx', '-y', '@modelcontextprotocol/server-memory'],
      process.cwd(),
    );
    const [server] = serversIn(text);
    assert.equal(code, 0);
    assert.equal(server?.version, '2026.8.31');
    assert.ok(server.tools.length > 5);
  });

  it('asks a remote server, also a private one, because the user has named it', async () => {
    const { code, text } = await placard(['scan', '--json', `${url}?key=very-secret`], folder);
    assert.equal(code, 0);
    assert.equal(serversIn(text)[0]?.tools.length, 1);
    assert.ok(!JSON.stringify(serversIn(text)[0]?.target).includes('very-secret'));
  });

  it('says of what it cannot list why, goes on with the rest, and fails', async () => {
    const words = [
      'scan',
      `http://127.0.0.1:${port}/mcp`,
      'http://nowhere.invalid/mcp',
      'gone.mjs',
      'server.mjs',
    ];
    const { code, text } = await placard(words, folder);
    assert.equal(code, 1);
    assert.match(text, /asks for a login \(Bearer\), status 401/);
    assert.match(text, /No answer came from the address/);
    assert.match(text, /gone\.mjs: there is no such file/);
    assert.match(text, /25 tools/);
  });

  it('scans what a configuration lists, and writes findings with their place for code scanning', async () => {
    const servers = {
      mine: { command: 'node', args: ['server.mjs'] },
      image: { command: 'docker', args: ['run', 'x'] },
    };
    writeFileSync(join(folder, 'clients.json'), JSON.stringify({ mcpServers: servers }, null, 2));
    const words = ['scan', '--config', 'clients.json', '--sarif', 'found.sarif', '--fail-on', 'low'];
    const { code, error } = await placard(words, folder);
    assert.equal(code, 4);
    assert.match(error, /image: .*can be neither started in the sandbox nor asked/);
    const { runs } = JSON.parse(readFileSync(join(folder, 'found.sarif'), 'utf8')) as Log;
    const results = runs[0]?.results ?? [];
    assert.equal(results.length, 25);
    const place = results[0]?.locations?.[0]?.physicalLocation;
    assert.equal(place?.artifactLocation?.uri, 'clients.json');
    assert.equal(place.region?.startLine, 3);
  });

  it('shows nothing that a terminal would obey, and no order that a name holds on a line of its own', async () => {
    const own = join(folder, 'hostile');
    mkdirSync(own);
    serverThatLists(own, [{ name: 'a\u001b[2J\n  Low  Read  safe', description: '\u202eevil' }]);
    const { text } = await placard(['scan', 'server.mjs'], own);
    assert.match(text, /1 tool/);
    assert.deepEqual(hiddenCharacters(text.replaceAll('\n', '')), []);
    assert.ok(!text.split('\n').some((line) => /^ {2}Low {2}Read {2}safe/.test(line)));
  });

  const wrong: Record<string, [words: string[], says: RegExp]> = {
    'nothing to scan': [[], /No client here is configured/],
    'a word that is no server': [['not a package'], /no npm package, web address or script/],
    'an image': [['--', 'docker', 'run', 'mcp/x'], /cannot be started in the sandbox/],
    'a level that does not exist': [['server.mjs', '--fail-on', 'grave'], /--fail-on takes low, medium/],
  };
  for (const [name, [words, says]] of Object.entries(wrong))
    it(`refuses ${name} with exit code 2 and no output`, async () => {
      const { code, text, error } = await placard(['scan', ...words], folder);
      assert.deepEqual([code, text], [2, '']);
      assert.match(error, says);
    });
});
