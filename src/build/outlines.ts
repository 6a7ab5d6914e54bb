import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerOutline, ToolOutline } from '../catalogue/outline.ts';
import { parseEntry, shardNames } from '../catalogue/read.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { packTerms, termsOf } from '../view/similarity.ts';
import { toolTokens } from '../view/token-cost.ts';
import { toolRow } from '../view/tool-row.ts';
import { UserError } from '../terminal/command.ts';
import { digestOf } from './digests.ts';

const digestOfJson = (value: unknown): string => digestOf(JSON.stringify(value));

function toolOutline(server: CatalogueServer, tool: CatalogueTool, at: number): ToolOutline {
  const text = JSON.stringify(tool);
  const { slug, hash, definition, classification } = tool;
  return {
    ...{ slug, name: definition.name, hash: hash.slice(0, 16) },
    ...{ risk: classification.risk, category: classification.category, tokens: toolTokens(tool) },
    ...{ at, bytes: Buffer.byteLength(text), digest: digestOf(text) },
    row: digestOfJson([toolRow({ server, tool }), definition.inputSchema]),
    terms: packTerms(termsOf({ server, tool })),
  };
}

/** Where the tools begin in the canonical line of a server: they are its last member. */
function headBytesOf(line: Buffer, { tools }: CatalogueServer): number | null {
  const bytes = tools.reduce((sum, tool) => sum + Buffer.byteLength(JSON.stringify(tool)) + 1, 0);
  const start = line.length - 2 - Math.max(0, bytes - 1);
  return line.toString('latin1', start - 9, start) === '"tools":[' ? start : null;
}

/** The outline of the server on a line of a shard; null when the line is not written as publishing writes it. */
export function serverOutline(
  server: CatalogueServer,
  line: Buffer,
  place: Pick<ServerOutline, 'shard' | 'at' | 'digest'>,
): ServerOutline | null {
  const headBytes = headBytesOf(line, server);
  if (headBytes === null) return null;
  const tools: ToolOutline[] = [];
  let at = headBytes;
  for (const tool of server.tools) {
    const outline = toolOutline(server, tool, at);
    tools.push(outline);
    at += outline.bytes + 1;
  }
  return {
    ...place,
    ...{ id: server.id, slug: server.slug, bytes: line.length, headBytes, tools },
    head: digestOf(line.toString('latin1', 0, headBytes)),
    ratings: digestOfJson(
      server.tools.map(({ slug, classification: { risk, category } }) => [slug, risk, category]),
    ),
    signals: digestOfJson(server.tools.map(({ slug, classification }) => [slug, classification.signals])),
  };
}

const outlineLine = (outline: ServerOutline): string => `${JSON.stringify(outline)}\n`;

/** The outlines that an earlier build made of a shard, by the digest of the line. */
function earlier(file: string): Map<string, ServerOutline> {
  if (!existsSync(file)) return new Map();
  const [, ...lines] = readFileSync(file, 'utf8').split('\n');
  const outlines = lines.filter(Boolean).map((line) => JSON.parse(line) as ServerOutline);
  return new Map(outlines.map((outline) => [outline.digest, outline]));
}

/**
 * Brings the outlines of one shard up to date, in a file of its name. What is on a line that has not changed is not looked at again.
 * @throws UserError that names file and line of an entry that is damaged.
 */
export function outlineShard(catalogue: string, shard: string, folder: string): void {
  const [source, file] = [join(catalogue, shard), join(folder, shard)];
  const text = readFileSync(source);
  const digest = digestOf(text.toString('latin1'));
  if (existsSync(file) && readFileSync(file, 'latin1').startsWith(`${digest}\n`)) return;
  const known = earlier(file);
  const outlines: string[] = [`${digest}\n`];
  let at = 0;
  for (let number = 1; at < text.length; number += 1) {
    const end = text.indexOf(10, at);
    if (end < 0)
      throw new UserError(
        `${source}, line ${number}: the last line is cut off.\nPublish it again (npm run classify).`,
      );
    const line = text.subarray(at, end);
    const place = { shard, at, digest: digestOf(line.toString('latin1')) };
    const same = known.get(place.digest);
    const server = () => parseEntry(source, number, line.toString('utf8'));
    const outline = same === undefined ? serverOutline(server(), line, place) : { ...same, at };
    if (outline === null)
      throw new UserError(
        `${source}, line ${number}: its members are not in order.\nPublish it again (npm run classify).`,
      );
    outlines.push(outlineLine(outline));
    at = end + 1;
  }
  writeFileSync(file, outlines.join(''));
}

/** Makes the folder ready for the outlines of a catalogue. Returns the shards they are to be made of. */
export function openOutlines(catalogue: string, folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  const shards = shardNames(catalogue);
  for (const name of readdirSync(folder)) if (!shards.includes(name)) rmSync(join(folder, name));
  return shards;
}
