import { visible } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import type { Decision } from '../model/policy.ts';
import type { CatalogueServer } from '../model/server.ts';
import type { Format } from '../policy/format.ts';
import { formats } from '../policy/formats.ts';
import { capabilities, isTried } from '../policy/matrix.ts';
import type { Crumb } from './json-ld.ts';
import { shownPolicy } from './policy-block.ts';
import { exportOf, type PolicyExport } from './policy-exports.ts';
import { abilityWords, proofLabel, proofSentence, supportWords } from './policy-words.ts';

export interface AbilityCell {
  label: string;
  meaning: string;
  support: string;
  /** Null where the ability is not there. */
  proof: { label: string; sentence: string } | null;
}

/** One line of the matrix of formats. */
export interface FormatRow {
  name: string;
  path: string;
  summary: string;
  isTried: boolean;
  cells: AbilityCell[];
}

/** Exactly what the page of one format shows. */
export interface FormatPage extends FormatRow {
  crumbs: Crumb[];
  notes: readonly string[];
  source: Format['source'];
  /** The policy of a real server in this format; null when the catalogue has none that fits. */
  example: { server: string; path: string; export: PolicyExport } | null;
}

function rowOf(format: Format): FormatRow {
  return {
    name: format.name,
    path: paths.format(format.id),
    summary: format.summary,
    isTried: isTried(format),
    cells: capabilities(format).map(({ ability, support, proof }) => ({
      ...abilityWords[ability],
      support: supportWords[support],
      proof: proof === null ? null : { label: proofLabel(proof), sentence: proofSentence(proof) },
    })),
  };
}

/** Every format with what it can do, as the exporters themselves say. */
export function formatRows(): FormatRow[] {
  return formats.map(rowOf);
}

/** The smallest of these servers whose policy allows, asks and closes: the example that shows most in least. */
export function exampleServer<Of extends { size: number; tellsAll: boolean }>(
  servers: readonly Of[],
): Of | null {
  let smallest: Of | null = null;
  for (const server of servers) {
    const isSmaller = smallest === null || server.size < smallest.size;
    if (isSmaller && server.tellsAll) smallest = server;
  }
  return smallest;
}

/** Whether these are every kind of decision. */
export const tellsAll = (decisions: readonly Decision[]): boolean =>
  decisions.includes('allow') &&
  decisions.includes('ask') &&
  decisions.some((decision) => decision === 'deny' || decision === 'hide');

/** Everything the page of one format shows. */
export function formatPage(format: Format, example: CatalogueServer | null): FormatPage {
  const row = rowOf(format);
  return {
    ...row,
    crumbs: [
      { label: 'Policy formats', path: paths.formats },
      { label: format.name, path: row.path },
    ],
    notes: format.notes,
    source: format.source,
    example: example === null ? null : exampleOf(format, example),
  };
}

function exampleOf(format: Format, server: CatalogueServer): FormatPage['example'] {
  return {
    ...{ server: visible(server.name), path: paths.server(server.slug) },
    export: exportOf(server, shownPolicy(server), format),
  };
}
