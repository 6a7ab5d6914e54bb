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

/** The files of the data set by name, from those of the catalogue and the file that each of its servers is in. */
export function dataFiles(
  published: readonly { name: string; bytes: number; sum: string }[],
  ofServers: Iterable<string>,
): DataFile[] {
  const servers = new Map<string, number>();
  for (const name of ofServers) servers.set(name, (servers.get(name) ?? 0) + 1);
  return published
    .map(({ name, bytes, sum }) => ({
      ...{ name, path: paths.catalogueFile(name), bytes, sha256: sum, servers: servers.get(name) ?? 0 },
    }))
    .sort((a, b) => byText(a.name, b.name));
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
export function dataPage(pieces: readonly DataFacts[], tools: number, files: DataFile[]): DataPage {
  // Facts of a server may be read each time they are looked at.
  const servers = pieces.map(({ row, sources }) => ({ row, sources }));
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
