import { sha256 } from '../model/canonical.ts';
import { paths } from '../model/paths.ts';
import { type CatalogueServer, SourceId } from '../model/server.ts';
import type { Crumb } from './json-ld.ts';
import { sourceLabels } from './sentences.ts';
import { dataDescription, dataLicence, sourceTerms, toolsKnown } from './sentences/data.ts';
import type { Described } from './things.ts';
import { count, opening } from './wording.ts';

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

function dataFile([name, text]: readonly [string, string]): DataFile {
  return {
    name,
    path: paths.catalogueFile(name),
    bytes: Buffer.byteLength(text),
    sha256: sha256(text),
    servers: text.split('\n').length - 1,
  };
}

/** The files of the data set, from the text of each by its name. */
export function dataFiles(texts: Iterable<readonly [name: string, text: string]>): DataFile[] {
  return Array.from(texts, dataFile).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function howKnown({ inspection, listed }: CatalogueServer): keyof typeof toolsKnown {
  if (inspection !== null) return 'live';
  return listed === undefined ? 'unknown' : 'listed';
}

function sourcesOf(servers: readonly CatalogueServer[]): DataPage['sources'] {
  return SourceId.options.flatMap((id) => {
    const named = servers.filter(({ sources }) => sources.some(({ source }) => source === id)).length;
    if (named === 0) return [];
    return [{ label: opening(sourceLabels[id]), servers: named, terms: sourceTerms[id] ?? null }];
  });
}

/** Everything the page about the data shows. Of servers only what stands beside their tools is looked at. */
export function dataPage(servers: readonly CatalogueServer[], tools: number, files: DataFile[]): DataPage {
  const known = Object.groupBy(servers, howKnown);
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
