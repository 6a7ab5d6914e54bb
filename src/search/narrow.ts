import type { SearchRoot } from '../model/search.ts';
import { searchKinds } from '../model/search.ts';
import { categoryOf, riskOf, unlisted } from './codes.ts';
import type { SearchFilter } from './query.ts';
import { type Postings, postingsOf } from './postings.ts';
import type { Candidate } from './rank.ts';
import type { SearchReader } from './reader.ts';
import type { Weighed } from './weigh.ts';

/** What the filters of a query let through. */
export interface Narrowing {
  /** False where a list shows that a document does not pass; the record has the last word. */
  mayPass(document: Weighed): boolean;
  passes(candidate: Candidate): boolean;
  /** Whether the lists are enough to know. */
  isWhole: boolean;
  /** What passes when there are no words. */
  base: Weighed[];
}

/** The values of a facet that a record has. */
export function facetValues(
  { record, server }: Candidate,
  facet: SearchFilter['facet'],
  facets: SearchRoot['facets'],
): string[] {
  const [, kind, , , , rating, signals] = record;
  const named = (of: keyof SearchRoot['facets'], places: readonly number[]) =>
    places.flatMap((place) => facets[of][place]?.[0] ?? []);
  switch (facet) {
    case 'kind':
      return [searchKinds[kind] ?? ''];
    case 'server':
      return server === null ? [] : [server[1]];
    case 'risk':
      return named('risk', [riskOf(rating)]);
    case 'category':
      return named('category', [categoryOf(rating)]);
    case 'signal':
      return named('signal', signals);
    case 'reach':
      return named('reach', server?.[2] ?? []);
    case 'source':
      return named('source', server?.[3] ?? []);
  }
}

const weighedOf = ({ entries }: Postings): Weighed[] =>
  entries.map((posting) => ({ ...posting, weight: 0, has: 0, named: 0 }));

/** Reads the lists that are needed to narrow a search. Values of one facet are alternatives; facets come together. */
export async function narrowing(
  reader: SearchReader,
  filters: readonly SearchFilter[],
  isAlone: boolean,
): Promise<Narrowing> {
  const { facets } = reader.root;
  const groups = [...Map.groupBy(filters, ({ facet }) => facet)].map(([facet, its]) => ({
    facet,
    values: its.map(({ value }) => value),
  }));
  const isRated = (facet: string): boolean => facet === 'risk' || facet === 'category';
  const lists = await Promise.all(
    groups.map(async ({ facet, values }) => {
      if (isRated(facet) && !isAlone) return null;
      const read = await Promise.all(values.map((value) => reader.list(`${facet}:${value}`)));
      return read.filter((list) => list !== null).map(postingsOf);
    }),
  );
  const sets = lists.map((its) =>
    its === null || its.some(({ isCut }) => isCut)
      ? null
      : new Set(its.flatMap(({ entries }) => entries.map(({ id }) => id))),
  );
  const ratedBy = (rating: number, { facet, values }: (typeof groups)[number]): boolean =>
    facet === 'risk'
      ? values.includes(facets.risk[riskOf(rating)]?.[0] ?? '')
      : facet !== 'category' || values.includes(facets.category[categoryOf(rating)]?.[0] ?? '');
  const mayPass = ({ id, rating }: Weighed): boolean =>
    groups.every(
      (group, place) => (rating === unlisted || ratedBy(rating, group)) && (sets[place]?.has(id) ?? true),
    );
  const sizeOf = (its: readonly Postings[]): number => its.reduce((sum, { total }) => sum + total, 0);
  const smallest = lists.filter((its) => its !== null).sort((a, b) => sizeOf(a) - sizeOf(b))[0] ?? [];
  const base = isAlone
    ? [...new Map(smallest.flatMap(weighedOf).map((document) => [document.id, document])).values()].filter(
        mayPass,
      )
    : [];
  return {
    mayPass,
    passes: (candidate) =>
      groups.every(({ facet, values }) =>
        facetValues(candidate, facet, facets).some((value) => values.includes(value)),
      ),
    isWhole:
      groups.every(({ facet }, place) => isRated(facet) || sets[place] !== null) &&
      !(isAlone && smallest.some(({ isCut }) => isCut)),
    base,
  };
}
