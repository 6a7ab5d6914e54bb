import { paths } from '../model/paths.ts';
import { SourceId } from '../model/server.ts';
import type { Crumb } from './json-ld.ts';
import type { ServerFacts } from './server-facts.ts';
import type { ServerRow } from './server-row.ts';
import { sourceLabels } from './sentences.ts';
import { dataDescription, dataLicence, sourceTerms, toolsKnown } from './sentences/data.ts';
import type { Described } from './things.ts';
import { count, opening } from './wording.ts';
import { byText } from '../model/text-order.ts';

/** One file of the data set. */
export interface DataFile {
  name: string;
  path: string;
  bytes: number;
  sha256: string;
  servers: number;
}

/** Exactly what the page about the data shows. */
export interface DataPage extends Described {
  title: string;
  meta: string;
  crumbs: Crumb[];
  name: string;
  description: string;
  size: string;
  licence: { name: string; address: string };
  files: DataFile[];
  known: { label: string; servers: number }[];
  /** Servers that each source names. A server can have several. */
  sources: { label: string; servers: number; terms: string | null }[];
}

/** A file of the catalogue: its bytes, and their SHA-256. */
interface Shard {
  name: string;
  bytes: Uint8Array;
  sum: string;
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, end + 1)) lines += 1;
  return lines;
}

function dataFile({ name, bytes, sum }: Shard): DataFile {
  const path = paths.catalogueFile(name);
  return { name, path, bytes: bytes.length, sha256: sum, servers: linesIn(bytes) };
}

/** The files of the data set by name. Each has a server on each line. */
export function dataFiles(shards: Iterable<Shard>): DataFile[] {
  return Array.from(shards, dataFile).sort((a, b) => byText(a.name, b.name));
}

/** What the page asks of a server. */
export type DataFacts = Pick<ServerFacts, 'sources'> & { row: Pick<ServerRow, 'knownBy'> };

const ways = { started: 'live', asked: 'live', heard: 'listed', unknown: 'unknown' } as const;

function sourcesOf(servers: readonly DataFacts[]): DataPage['sources'] {
  return SourceId.options.flatMap((id) => {
    const named = servers.filter(({ sources }) => sources.includes(id)).length;
    if (named === 0) return [];
    return [{ label: opening(sourceLabels[id]), servers: named, terms: sourceTerms[id] ?? null }];
  });
}

/** Everything the page about the data shows. */
export function dataPage(servers: readonly DataFacts[], tools: number, files: DataFile[]): DataPage {
  const known = Object.groupBy(servers, ({ row }) => ways[row.knownBy]);
  return {
    title: 'Data',
    meta: `${dataDescription} ${dataLicence.name}.`,
    crumbs: [{ label: 'Data', path: paths.data }],
    path: paths.data,
    name: 'The Placard catalogue',
    description: dataDescription,
    size: `${count(servers.length, 'server')} and ${count(tools, 'tool')}`,
    licence: dataLicence,
    files,
    known: (['live', 'listed', 'unknown'] as const).map((way) => ({
      label: toolsKnown[way],
      servers: known[way]?.length ?? 0,
    })),
    sources: sourcesOf(servers),
  };
}
