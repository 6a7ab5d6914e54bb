import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { openShard } from '../catalogue/lines.ts';
import type { SharedOutlines } from '../catalogue/outline-table.ts';
import { outlineShard } from './outlines.ts';
import { markdownTwin } from '../view/markdown/twin.ts';
import { claimedDigest, type Digests, digestOf } from './digests.ts';
import type * as Program from './program.ts';
import { type BuiltFile, recordLine, twinOf } from './records.ts';
import { type Staging, stagedPlace } from './staging.ts';
import { turns } from './turns.ts';

/** What a worker makes its share of the files from. All workers go through the same routes and take them, or blocks of their files, in turn. */
export interface Share {
  /** The compiled site. */
  program: string;
  /** Gets the files that have to be made. */
  staging: Staging;
  /** Gets a line for each file of the share. */
  records: string;
  /** Gets the path of each file that was made. */
  made: string;
  /** Digests of the files that the site has already. */
  known: Digests;
  /** What is taken already; see `turns.ts`. */
  next: SharedArrayBuffer;
  /** What files rest on whose route does not say more. */
  everything: string;
  /** Set when the outlines of the catalogue are to be made instead, which come first. */
  outlining?: Outlining;
}

/** Which outlines, and parts for publishers, are made from which files of the catalogue, and where they go. */
export interface Outlining {
  catalogue: string;
  templates: string;
  outlines: string;
  parts: string;
  shards: readonly string[];
  threads: number;
}

/** What a worker did: bytes of the servers that were looked at for outlines, and, of the one that made the last outlines, what all know of them. */
export interface Done {
  bytes: number;
  outlines: SharedOutlines | null;
}

/** Addresses that are taken at once. Neighbours in a block are mostly of one server. */
const blockSize = 32;

/** Files of a route that one worker makes alone. */
const aloneFiles = 500;

/** Lines that are held before they go to disk. */
const heldLines = 4096;

const share = workerData as Share;
const held = { records: [] as string[], made: [] as string[] };

function write(lines: 'records' | 'made', line: string, most = heldLines): void {
  if (line !== '') held[lines].push(line);
  if (held[lines].length < most) return;
  appendFileSync(share[lines], held[lines].join(''));
  held[lines] = [];
}

/** The folder that the last file went to; mostly the next one goes there as well. */
let folder = '';

function stage(path: string, content: Uint8Array | string): void {
  const file = stagedPlace(share.staging, path);
  if (dirname(file) !== folder) mkdirSync(dirname(file), { recursive: true });
  folder = dirname(file);
  writeFileSync(file, content);
}

const leadsOn = (html: string): boolean => html.includes('http-equiv="refresh"');

const fileOf = (pathname: string): string => {
  if (pathname === '/404') return '404.html';
  return pathname.endsWith('/') ? `${pathname.slice(1)}index.html` : pathname.slice(1);
};

/** A page that only leads on gets another digest, because nothing else is kept that tells it from one with a twin. */
const leadingOn = (digest: string): string => digestOf(`${digest} leads on`);

function stagePage(path: string, html: string, digest: string): BuiltFile {
  stage(path, html);
  if (leadsOn(html)) return { digest: leadingOn(digest), kind: 'file', path };
  const twin = markdownTwin(html);
  if (twin !== null) stage(twinOf(path), twin);
  return { digest, kind: 'page', path };
}

async function built(program: typeof Program, address: Program.Address): Promise<BuiltFile> {
  const path = fileOf(address.pathname);
  const isPage = address.pathname.endsWith('/');
  const digest = digestOf(program.restsOn(address) ?? share.everything);
  const noted = claimedDigest(share.known, path);
  if (noted === digest) return { digest, kind: isPage ? 'page' : 'file', path };
  if (isPage && noted === leadingOn(digest)) return { digest: noted, kind: 'file', path };
  const content = await program.contentOf(address);
  write('made', `${path}\n`);
  if (isPage && typeof content === 'string') return stagePage(path, content, digest);
  stage(path, content);
  return { digest, kind: 'file', path };
}

async function makeOne(program: typeof Program, address: Program.Address): Promise<void> {
  try {
    write('records', recordLine(await built(program, address)));
  } catch (error) {
    throw new Error(fileOf(address.pathname), { cause: error });
  }
}

/** Makes the blocks of a route that no other worker takes. */
async function makeBlocks(
  program: typeof Program,
  { size, each }: Program.Addresses,
  take: () => number,
): Promise<void> {
  for (let start = take() * blockSize; start < size; start = take() * blockSize)
    for (const address of each(start, start + blockSize)) await makeOne(program, address);
}

/**
 * Makes the worker's share of the files. Whoever comes to a route first looks how many files it makes: few it makes alone, so that
 * nobody else has to list them, and many are shared.
 */
async function makeFiles(): Promise<void> {
  const program = (await import(pathToFileURL(share.program).href)) as typeof Program;
  const { claim, isShared, learn, take } = turns(share.next);
  const routes = program.routes().map((route, number) => ({ route, number }));
  const left: typeof routes = [];
  for (const { route, number } of routes) {
    if (!claim(number)) {
      left.push({ route, number });
      continue;
    }
    const addresses = await program.addressesOf(route);
    const areMany = addresses.size > aloneFiles;
    learn(number, areMany);
    if (areMany) await makeBlocks(program, addresses, () => take(number));
    else for (const address of addresses.each()) await makeOne(program, address);
  }
  for (const { route, number } of left)
    if (isShared(number)) await makeBlocks(program, await program.addressesOf(route), () => take(number));
  write('records', '', 0);
  write('made', '', 0);
}

/** What went wrong, as far as it crosses to another thread: codes of errors do not by themselves. */
export interface Failure {
  /** The file that was being made; null when it was none. */
  file: string | null;
  name: string;
  message: string;
  code: string | null;
}

function failureOf(error: unknown): Failure {
  const [file, cause] =
    error instanceof Error && error.cause instanceof Error ? [error.message, error.cause] : [null, error];
  if (!(cause instanceof Error)) return { file, name: 'Error', message: String(cause), code: null };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
  return { file, name: cause.name, message: cause.message, code };
}

/** Makes the worker's share of the outlines, and of the parts. What makes these is loaded by nobody else. */
async function makeOutlines(outlining: Outlining): Promise<Done> {
  const { catalogue, templates, outlines, parts, shards, threads } = outlining;
  const { sharedOutlines } = await import('./shared-outlines.ts');
  const { attackBase } = await import('../publishers/attack-base.ts');
  const { keepParts } = await import('../publishers/parts.ts');
  const { exposuresOf } = attackBase();
  const { claim, take } = turns(share.next);
  let bytes = 0;
  for (const [number, name] of shards.entries()) {
    if (!claim(number)) continue;
    const shard = openShard(catalogue, name);
    const { looked, lent } = outlineShard({ catalogue, outlines }, shard, exposuresOf);
    bytes += looked;
    keepParts(shard, parts, templates, lent);
  }
  const isLast = take(shards.length) === threads - 1;
  return { bytes, outlines: isLast ? sharedOutlines(outlines) : null };
}

try {
  let done: Done = { bytes: 0, outlines: null };
  if (share.outlining === undefined) await makeFiles();
  else done = await makeOutlines(share.outlining);
  parentPort?.postMessage(done);
} catch (error) {
  parentPort?.postMessage({ failed: failureOf(error) });
}
