import { type OpenTable, openTable, outlineTable, type SharedOutlines } from '../catalogue/outline-table.ts';
import { sharedCopies, sharedCopy } from '../catalogue/shared-memory.ts';
import { type Change, newestFirst } from '../view/changes.ts';
import { type Comparison, comparisonOf } from '../view/related.ts';
import { unpackTerms } from '../view/terms.ts';
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

/** What the tools are compared by, whose words are kept server by server. */
function comparisonBy(
  terms: readonly Uint8Array[],
  { bySlug }: OpenTable,
  tools: readonly Placed[],
): Comparison {
  const inOrder = Iterator.from(bySlug).flatMap((place) => unpackTerms(terms[place] ?? new Uint8Array()));
  const { vectors, postings, marks } = comparisonOf(tools, inOrder);
  return { vectors: sharedCopies(vectors), postings: sharedCopies(postings), marks: sharedCopies(marks) };
}

const sharedNumbers = (numbers: readonly number[]): Int32Array => sharedCopy(Int32Array.from(numbers));

/** Works out what all threads need of the outlines in a folder, so that none of them has to. */
export function sharedOutlines(folder: string): SharedOutlines<Comparison> {
  const { table, terms } = outlineTable(folder);
  const open = openTable(table);
  const tools = toolsOf(open);
  return {
    ...{ folder, table },
    named: sharedNumbers(byName(tools).map(({ place }) => place)),
    newest: sharedNumbers(newestOf(open)),
    comparison: comparisonBy(terms, open, tools),
  };
}
