import { type OpenTable, openTable, outlineTable, type SharedOutlines } from '../catalogue/outline-table.ts';
import { openRows } from '../catalogue/pieces.ts';
import { sharedCopies, sharedCopy } from '../catalogue/shared-memory.ts';
import { type Change, newestFirst } from '../view/changes.ts';
import { type Comparison, comparisonOf } from '../view/related.ts';
import { type Terms, unpackTerms } from '../view/terms.ts';
import { type Brief, byName } from '../view/tool-row.ts';

/** A tool, and its place among those of the servers by slug. */
interface Placed {
  brief: Brief;
  place: number;
}

/** All tools, those of the servers by slug. */
function toolsOf({ servers, tools, bySlug }: OpenTable): Placed[] {
  const briefs = Array.from(bySlug).flatMap((server) => {
    const { first, size } = servers.at(server);
    return Array.from({ length: size }, (_, number) => tools.at(first + number));
  });
  return briefs.map((brief, place) => ({ brief, place }));
}

/** All changes, newest first, by their places. */
function newestOf({ servers, changes }: OpenTable): number[] {
  const slugs = Array.from({ length: servers.size }, (_, place) => ({ slug: servers.at(place).slug }));
  const all = Array.from({ length: changes.size }, (_, place) => {
    const { on, kind, server } = changes.at(place);
    return { on, kind: kind as Change['kind'], server: slugs[server] ?? { slug: '' }, place };
  });
  return newestFirst(all).map(({ place }) => place);
}

/** The words of all tools that count for likeness, in the order of these. */
function termsIn(folder: string, table: OpenTable): Iterable<Terms> {
  const readRow = openRows(folder, table);
  return Iterator.from(table.bySlug).flatMap((place) => {
    const server = table.servers.at(place);
    return unpackTerms(readRow(server, server.termsAt, server.termsBytes));
  });
}

function comparisonIn(folder: string, table: OpenTable, tools: readonly Placed[]): Comparison {
  const { vectors, postings, marks } = comparisonOf(tools, termsIn(folder, table));
  return { vectors: sharedCopies(vectors), postings: sharedCopies(postings), marks: sharedCopies(marks) };
}

const sharedNumbers = (numbers: readonly number[]): Int32Array => sharedCopy(Int32Array.from(numbers));

/** Works out what all threads need of the outlines in a folder, so that none of them has to. */
export function sharedOutlines(folder: string): SharedOutlines<Comparison> {
  const table = outlineTable(folder);
  const open = openTable(table);
  const tools = toolsOf(open);
  return {
    ...{ folder, table },
    named: sharedNumbers(byName(tools).map(({ place }) => place)),
    newest: sharedNumbers(newestOf(open)),
    comparison: comparisonIn(folder, open, tools),
  };
}
