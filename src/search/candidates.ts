import type { SearchedRecord, SearchRecords } from '../model/search.ts';
import { bucketOf, bucketsOf, slots } from './address.ts';
import { classOf, unlisted } from './codes.ts';
import type { Candidate } from './rank.ts';
import type { SearchReader } from './reader.ts';
import type { Weighed } from './weigh.ts';
import { bagOf, searchWords, tellingWords } from './words.ts';
import { byText } from '../model/text-order.ts';

/**
 * What one search loads: buckets of the very name, names that begin so, buckets in all, documents; and beginnings and others
 * besides a name that was said whole.
 */
const loaded = { same: 2, beginning: 10, buckets: 10, documents: 10, besides: 3 } as const;

/**
 * Whether a record can be what lists said of its id. During a publication a browser may have lists and records of two states,
 * and then another document may lie there.
 */
const isOf = ([, , name, , , rating]: SearchedRecord, said: Weighed): boolean =>
  said.rating === unlisted ||
  (said.rating === rating &&
    classOf(said.nameWords, said.isKnown) === classOf(tellingWords(searchWords(name)).length, said.isKnown));

/** The records of these buckets, each with its id and what was said of it, if that can be. */
export async function candidatesIn(
  reader: SearchReader,
  buckets: readonly number[],
  weighed: ReadonlyMap<number, Weighed>,
): Promise<Candidate[]> {
  const shards = await Promise.all(buckets.map((bucket) => reader.records(bucket)));
  return shards.flatMap(({ servers, records }: SearchRecords, place) =>
    records.map((record) => {
      const id = (buckets[place] ?? 0) * slots + record[0];
      const said = weighed.get(id);
      return {
        ...{ id, record, server: servers[record[4]] ?? null },
        weighed: said !== undefined && isOf(record, said) ? said : null,
      };
    }),
  );
}

/** The records of documents that the lists named, in their order. */
export async function candidatesOf(reader: SearchReader, wanted: readonly Weighed[]): Promise<Candidate[]> {
  const buckets = [...new Set(wanted.map(({ id }) => bucketOf(id)))];
  const weighed = new Map(wanted.map((document) => [document.id, document]));
  const loadedById = new Map(
    (await candidatesIn(reader, buckets, weighed))
      .filter((candidate) => candidate.weighed !== null)
      .map((candidate) => [candidate.id, candidate]),
  );
  return wanted.flatMap(({ id }) => loadedById.get(id) ?? []);
}

/** The buckets in which documents lie whose names have just these words. */
export const bucketsFor = (reader: SearchReader, bag: string): number[] =>
  bucketsOf(bag, reader.splits, reader.root.sets.records);

/** Names that begin with what was typed, the commonest first. */
export async function namesFrom(reader: SearchReader, typed: string): Promise<string[]> {
  if (typed === '') return [];
  const [common, here] = await Promise.all([reader.texts('beginnings', typed), reader.names(typed)]);
  const read = [...common, ...here].map((text) => text.split('\t'));
  return [...new Map(read.map(([name = '', count = '1']) => [name, Number(count)]))]
    .filter(([name]) => name.replaceAll(' ', '').startsWith(typed))
    .sort(([a, some], [b, others]) => others - some || a.length - b.length || byText(a, b))
    .slice(0, loaded.beginning)
    .map(([name]) => name);
}

/** Whether some name has just these words. */
export async function isName(reader: SearchReader, bag: string): Promise<boolean> {
  const { records } = await reader.records(bucketsFor(reader, bag)[0] ?? 0);
  return records.some(([, , name]) => bagOf(searchWords(name)) === bag);
}

/** Which buckets to load: those of the names that were said, then those of the best. */
export function bucketsToLoad(
  reader: SearchReader,
  { bags, names, isWhole }: { bags: readonly string[]; names: readonly string[]; isWhole: boolean },
  best: readonly Weighed[],
): number[] {
  const same = bags.flatMap((bag, place) => bucketsFor(reader, bag).slice(0, place === 0 ? loaded.same : 1));
  const beginning = names
    .slice(0, isWhole ? loaded.besides : names.length)
    .flatMap((name) => bucketsFor(reader, bagOf(searchWords(name))).slice(0, 1));
  const buckets = new Set([...same, ...beginning]);
  const most = isWhole ? buckets.size + loaded.besides : loaded.buckets;
  for (const { id } of best.slice(0, loaded.documents)) {
    if (buckets.size >= most) break;
    buckets.add(bucketOf(id));
  }
  return [...buckets];
}
