import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeOutline, ServerOutline } from '../catalogue/outline.ts';
import { type OutlinedShard, readOutlines } from '../catalogue/outlined.ts';
import type { Shard } from '../catalogue/lines.ts';
import { shardNames } from '../catalogue/sums.ts';
import type { ExposuresOf } from '../model/exposure.ts';
import type { CatalogueServer } from '../model/server.ts';
import { UserError } from '../terminal/command.ts';
import { listedChanges } from '../view/change-page.ts';
import { contradiction } from '../view/contradictions.ts';
import { shownRule } from '../view/policy-block.ts';
import { serverFacts } from '../view/server-facts.ts';
import { digestOf } from './digests.ts';
import { forgetOtherOutlines } from './places.ts';
import { type Rows, newRows } from './rows.ts';
import { toolOutlines } from './tool-outlines.ts';

/** Where the tools begin in the canonical line of a server: they are its last member. */
function headBytesOf(line: Buffer, { tools }: CatalogueServer): number | null {
  const bytes = tools.reduce((sum, tool) => sum + Buffer.byteLength(JSON.stringify(tool)) + 1, 0);
  const start = line.length - 2 - Math.max(0, bytes - 1);
  return line.toString('latin1', start - 9, start) === '"tools":[' ? start : null;
}

const changeOutlines = (server: CatalogueServer, rows: Rows): ChangeOutline[] =>
  listedChanges(server).map(({ on, kind, row }) => [on, kind, ...rows.add(JSON.stringify(row))]);

/** A digest of what is shown of tools where neither their words nor their hashes are: names, ratings, rules, signals and contradictions. */
function rulesOf({ tools }: CatalogueServer): string {
  const said = tools.map((tool) => {
    const { risk, category, signals } = tool.classification;
    const rule = { ...shownRule(tool), definition: null };
    return [tool.definition.name, risk, category, signals.map(({ id }) => id), contradiction(tool), rule];
  });
  return digestOf(JSON.stringify(said));
}

/** A server on a line of a shard, and what is known of the place. */
interface Line extends Pick<ServerOutline, 'shard' | 'at' | 'digest' | 'rowsAt'> {
  bytes: Buffer;
  server: CatalogueServer;
}

/** The outline of a server and its rows; null when the line is not written as publishing writes it. */
function outlined(
  { bytes, server, ...place }: Line,
  exposuresOf: ExposuresOf,
): { outline: ServerOutline; rows: Buffer } | null {
  const headBytes = headBytesOf(bytes, server);
  if (headBytes === null) return null;
  const rows = newRows();
  const parts = {
    tools: toolOutlines(server, headBytes, { rows, exposuresOf }),
    changes: changeOutlines(server, rows),
  };
  const outline = {
    ...place,
    ...{ id: server.id, slug: server.slug, name: server.name, bytes: bytes.length, headBytes },
    head: digestOf(bytes.toString('latin1', 0, headBytes)),
    rules: rulesOf(server),
    ...{ rowsBytes: rows.bytes(), facts: serverFacts(server), ...parts },
  };
  return { outline, rows: rows.all() };
}

/** What an earlier build made of the lines of a shard, by their digests. */
function earlier({
  outlines,
  rows,
}: OutlinedShard): (digest: string) => { outline: ServerOutline; rows: Buffer } | null {
  const known = new Map(outlines.map((outline) => [outline.digest, outline]));
  return (digest) => {
    const outline = known.get(digest);
    if (outline === undefined) return null;
    return { outline, rows: rows.subarray(outline.rowsAt, outline.rowsAt + outline.rowsBytes) };
  };
}

/**
 * Brings the outlines of one shard up to date, in a file of its name. What is on a line that has not changed is not looked at again.
 * Returns how many bytes of the shard were.
 * @throws UserError that names file and line of an entry that is damaged.
 */
export function outlineShard(
  { catalogue, outlines: folder }: { catalogue: string; outlines: string },
  shard: Shard,
  exposuresOf: ExposuresOf,
): number {
  const file = join(folder, shard.name);
  const outlines = readOutlines(file);
  if (outlines.digest === shard.digest) return 0;
  const known = earlier(outlines);
  const [lines, blocks] = [[] as string[], [] as Buffer[]];
  let [rowsAt, made] = [0, 0];
  for (const { number, at, bytes, digest, server } of shard.lines()) {
    const place = { shard: shard.name, at, digest, rowsAt };
    const before = known(digest);
    const found = before ?? outlined({ ...place, bytes, server: server() }, exposuresOf);
    if (before === null) made += bytes.length;
    if (found === null) throw disordered(join(catalogue, shard.name), number);
    lines.push(`${JSON.stringify({ ...found.outline, at, rowsAt })}\n`);
    blocks.push(found.rows);
    rowsAt += found.rows.length;
  }
  const body = Buffer.from(lines.join(''));
  const half = `${file}.half`;
  writeFileSync(half, Buffer.concat([Buffer.from(`${shard.digest} ${body.length}\n`), body, ...blocks]));
  renameSync(half, file);
  return made;
}

const disordered = (source: string, line: number): UserError =>
  new UserError(
    `${source}, line ${line}: its members are not in order.\nPublish it again (npm run classify).`,
  );

/** Makes the folder ready for the outlines of a catalogue, in place of those from other templates. Returns the shards they are to be made of. */
export function openOutlines(catalogue: string, folder: string): string[] {
  forgetOtherOutlines(folder);
  mkdirSync(folder, { recursive: true });
  const shards = shardNames(catalogue);
  for (const name of readdirSync(folder)) if (!shards.includes(name)) rmSync(join(folder, name));
  return shards;
}
