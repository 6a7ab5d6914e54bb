import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { poolOf } from '../../src/store/postgres-pool.ts';
import { postgresDatabase, preparePostgres } from '../../src/store/postgres.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { UserError } from '../../src/terminal/command.ts';
import { freshDatabase, type PostgresServer, startPostgres } from '../postgres/server.ts';
import { sharedPostgres } from '../postgres/shared.ts';
import { sampleListing, sampleLive, sampleServer } from '../samples.ts';
import { freshPostgres, impatient } from './contract/engines.ts';

const tools = Array.from({ length: 12 }, (_, index) => ({ name: `tool_${index}` }));

describe('processes that share a Postgres', () => {
  it('keep every server once, whatever they write at the same time', async () => {
    const url = await freshDatabase(await sharedPostgres());
    const databases = [1, 2, 3].map(() => postgresDatabase(poolOf(url, 3), impatient));
    await Promise.all(databases.map(preparePostgres));
    const stores = databases.map((database) => new SqlStore(database));
    const place = { cursor: null, done: true };
    const names = ['@a/b-c', '@a-b/c', 'a.b.c', 'd', 'e', 'f'];
    await Promise.all(
      stores.flatMap((store, index) => {
        const order = index % 2 === 0 ? names : names.toReversed();
        const page = order.map((name) => sampleListing(name, { source: 'npm' }));
        const list = index % 2 === 0 ? tools : tools.toReversed();
        return [
          store.saveSourcePage(`walk ${index}`, page, place),
          ...order.map((name) => store.saveLive(sampleLive(name, list), [])),
          store.takeOver(sampleServer('f', [])),
        ];
      }),
    );
    const [store] = stores;
    assert.ok(store);
    const servers = await Array.fromAsync(store.servers());
    assert.deepEqual(
      servers.map(({ id, tools: its, listings }) => [id, its.length, listings.length]),
      names
        .map((name) => [`npm:${name}`, tools.length, 2])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    );
    assert.equal(new Set(servers.map(({ slug }) => slug)).size, names.length);
    for (const { id } of servers) assert.equal((await store.periods(id)).length, tools.length);
    for (const database of databases) await database.close();
  });
});

describe('a Postgres that cannot be used', () => {
  it('is named without its password when it does not answer', async () => {
    const database = postgresDatabase(poolOf('postgres://me:secret@127.0.0.1:1/x', 1), impatient);
    await assert.rejects(
      preparePostgres(database),
      (error) =>
        error instanceof UserError &&
        error.message.startsWith('postgres://me@127.0.0.1:1/x: the database cannot be reached') &&
        !error.message.includes('secret'),
    );
    await database.close();
  });

  it('lends nobody a connection with a transaction that failed in it', async () => {
    const database = postgresDatabase(poolOf(await freshDatabase(await sharedPostgres()), 1), impatient);
    await assert.rejects(database.query('BEGIN; SELECT 1 / 0; COMMIT'), /division by zero/);
    assert.deepEqual(await database.rows('SELECT 1 AS one'), [{ one: 1 }]);
    await database.close();
  });

  it('is not called unreachable when it has no room', async () => {
    const database = await freshPostgres();
    const sorting = database.transaction(async ({ connection }) => {
      await connection.query(`SET LOCAL temp_file_limit = '64kB'; SET LOCAL work_mem = '64kB'`);
      await connection.query('SELECT i FROM generate_series(1, 100000) AS i ORDER BY i DESC');
    });
    await assert.rejects(
      sorting,
      /: the database has no room: temporary file size exceeds .+\nGive it more .+, and run the command again: what was saved is kept\.$/,
    );
    await database.close();
  });

  it('is refused when its address is no address, or its tables are of a later version', async () => {
    assert.throws(() => poolOf('mysql://x', 1), /DATABASE_URL is no address of a Postgres/);
    const database = await freshPostgres();
    await database.run('UPDATE store_version SET version = 99');
    await assert.rejects(preparePostgres(database), /it has version 99, this program reads \d+ and older/);
    await database.close();
  });

  it('is brought up to date from every version before, with all it holds', async () => {
    const database = await freshPostgres();
    await database.run('DROP TABLE batch');
    await database.run('UPDATE store_version SET version = 1');
    await database.run(`INSERT INTO server VALUES ('npm:old', 'old')`);
    await database.query(
      `CREATE TABLE worker (host TEXT, process INTEGER, seen TIMESTAMPTZ); INSERT INTO worker VALUES ('h', 7, now())`,
    );
    await assert.rejects(
      preparePostgres(database),
      /its tables are of an earlier version, and the worker 7 on h is at work with them\.\nStop every worker/,
    );
    assert.deepEqual(await database.rows('SELECT version FROM store_version'), [{ version: 1 }]);
    await database.run(`UPDATE worker SET seen = now() - interval '2 minutes'`);
    await preparePostgres(database);
    const store = new SqlStore(database);
    assert.deepEqual(await store.openBatches(), []);
    assert.equal((await store.server('npm:old'))?.slug, 'old');
    await database.close();
  });
});

describe('a Postgres that goes away', () => {
  let server: PostgresServer;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.remove());

  it('is waited for, once it is said why, and loses nothing that was saved', async () => {
    const said: string[] = [];
    const patience = { milliseconds: 60_000, tell: (line: string) => said.push(line) };
    const database = postgresDatabase(poolOf(server.url, 2), patience);
    await preparePostgres(database);
    const store = new SqlStore(database);
    await store.saveLive(sampleLive('before', tools), []);
    await server.stop('SIGKILL');
    const saving = store.saveLive(sampleLive('meanwhile', tools), []);
    const reading = store.server('npm:before');
    await server.start();
    await saving;
    assert.equal((await reading)?.tools.length, tools.length);
    assert.equal((await store.server('npm:meanwhile'))?.tools.length, tools.length);
    assert.match(said[0] ?? '', /the database is away \(.+\)\. Trying again for 60 s/);
    await database.close();
  });
});
