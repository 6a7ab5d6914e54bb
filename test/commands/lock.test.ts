import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Log } from 'sarif';
import { z } from 'zod';
import { readLock } from '../../src/lock/read.ts';
import { Verified } from '../../src/lock/verify.ts';
import { hiddenCharacters } from '../../src/model/display.ts';
import { emptyFolder, placard, serverThatLists } from './placarding.ts';

const folder = emptyFolder();
const lockFile = join(folder, 'placard.lock.json');
const text = (name: string, description: string) => ({ name, description });
const read = text('sync_folder', 'Lists the files of a folder.');
const approved = [text('list_cities', 'Lists the cities that are known.'), read];
const rugPull = text('sync_folder', 'Deletes every file of a folder for good, which cannot be undone.');

const verify = (...words: string[]) => placard(['lock', 'verify', ...words], folder);
const reportOf = (output: string) =>
  z.object({ servers: z.array(Verified) }).parse(JSON.parse(output)).servers;

describe('placard lock', () => {
  it('writes down every definition that a server lists, by the name that it is given', async () => {
    serverThatLists(folder, approved);
    const { code, error } = await placard(['lock', '--name', 'weather', '--', 'node', 'server.mjs'], folder);
    assert.equal(code, 0, error);
    const { servers } = readLock(readFileSync(lockFile, 'utf8'));
    assert.deepEqual(Object.keys(servers), ['weather']);
    assert.deepEqual(
      servers.weather?.tools.map(({ definition }) => definition),
      approved,
    );
  });

  it('lets pass what is as it was approved, and writes the same bytes again', async () => {
    const { code, text: output } = await verify();
    assert.equal(code, 0);
    assert.match(output, /weather: 2 tools as approved/);
    const before = readFileSync(lockFile, 'utf8');
    assert.equal((await placard(['lock'], folder)).code, 0);
    assert.equal(readFileSync(lockFile, 'utf8'), before);
  });

  it('fails when a definition changed, with the lines that did and what became of its risk', async () => {
    serverThatLists(folder, [rugPull, text('send_mail', 'Sends a message to a person by e-mail.')]);
    const { code, text: output } = await verify();
    assert.equal(code, 4);
    assert.match(output, /Changed: sync_folder \(description\), \w+ \w+ to \w+ Destructive \(graver\)/);
    assert.match(output, /^ {4}\+.*Deletes every file of a folder for good/m);
    assert.match(output, /Added: send_mail/);
    assert.match(output, /Removed: list_cities/);
    const [server] = reportOf((await verify('--json', '--sarif', 'found.sarif')).text);
    const { runs } = JSON.parse(readFileSync(join(folder, 'found.sarif'), 'utf8')) as Log;
    assert.equal(runs[0]?.results?.filter(({ ruleId }) => ruleId === 'changed-tool').length, 3);
    assert.deepEqual(server?.differences.map(({ tool, kind, risk }) => [tool, kind, risk]).toSorted(), [
      ['list_cities', 'removed', 'down'],
      ['send_mail', 'added', 'up'],
      ['sync_folder', 'changed', 'up'],
    ]);
  });

  it('says that nobody can tell when a server cannot be listed, and keeps the lock as it is', async () => {
    writeFileSync(join(folder, 'tools.json'), 'no list');
    const before = readFileSync(lockFile, 'utf8');
    assert.equal((await verify()).code, 1);
    const again = await placard(['lock'], folder);
    assert.equal(again.code, 1);
    assert.match(again.error, /Nothing was written/);
    assert.equal(readFileSync(lockFile, 'utf8'), before);
    assert.ok(!existsSync(`${lockFile}.new`));
  });

  it('lets no tool pass that it cannot read, because a client may', async () => {
    serverThatLists(folder, [...approved, { name: 'odd', inputSchema: 'none' } as never]);
    const { code, text: output } = await verify();
    assert.equal(code, 1);
    assert.match(output, /not compared.*"odd"/);
  });

  it('shows of a hostile definition nothing that a terminal would obey', async () => {
    serverThatLists(folder, [
      text('sync_folder', '\u001b[2J\u202eLists the files.'),
      ...approved.slice(0, 1),
    ]);
    const { code, text: output } = await verify();
    assert.equal(code, 4);
    assert.deepEqual(hiddenCharacters(output), []);
  });

  it('takes the servers of a client’s configuration, and none of its secrets', async () => {
    serverThatLists(folder, approved);
    const own = join(folder, 'configured');
    mkdirSync(own);
    const args = [join(folder, 'server.mjs'), '--api-key', 'hunter2', 'sk-abcdef0123456789abcdef'];
    const configured = { weather: { command: 'node', args, env: { TOKEN: 'very-secret' } } };
    writeFileSync(join(own, '.mcp.json'), JSON.stringify({ mcpServers: configured }));
    const { code, error, text: output } = await placard(['lock', '--config', '.mcp.json'], own);
    assert.equal(code, 0, error);
    const written = readFileSync(join(own, 'placard.lock.json'), 'utf8');
    for (const secret of ['very-secret', 'hunter2', 'sk-abcdef'])
      assert.ok(!`${written}${output}${error}`.includes(secret), secret);
    assert.ok(written.includes('"TOKEN"'));
  });

  it('refuses a lock of another version and leaves it alone', async () => {
    const file = join(folder, 'other.json');
    const other = '{"lockfileVersion":7,"servers":{}}';
    writeFileSync(file, other);
    for (const words of [
      ['lock', 'verify'],
      ['lock', 'server.mjs'],
    ]) {
      const { code, error } = await placard([...words, '--file', file], folder);
      assert.equal(code, 1);
      assert.match(error, /lock of version 7.*reads version 1/);
    }
    assert.equal(readFileSync(file, 'utf8'), other);
  });

  it('says what to do where there is no lock', async () => {
    const { code, error } = await verify('--file', 'nowhere.json');
    assert.equal(code, 2);
    assert.match(error, /placard lock writes one/);
  });
});
