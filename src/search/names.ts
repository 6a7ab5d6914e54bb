import { hash32 } from './address.ts';
import type { IndexedDocument } from './part.ts';

/** A name in words, what is typed for it without spaces, and how many documents have it. */
export interface CountedName {
  joined: string;
  spaced: string;
  count: number;
}

/** Names of one shard: on average, at least and at most. */
const usual = 128;
const fewest = 32;
const most = 512;
/** Names from which on a beginning has a list of its own. */
const frequent = 96;
/** Names in such a list. */
const listed = 24;
/** Letters of the longest such beginning. */
const longest = 40;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every name once, in the order of what is typed for it. */
export function countedNames(documents: readonly IndexedDocument[]): CountedName[] {
  const counts = new Map<string, number>();
  for (const { spaced } of documents) if (spaced !== '') counts.set(spaced, (counts.get(spaced) ?? 0) + 1);
  return [...counts]
    .map(([spaced, count]) => ({ joined: spaced.replaceAll(' ', ''), spaced, count }))
    .sort((a, b) => byText(a.joined, b.joined) || byText(a.spaced, b.spaced));
}

/** Cuts the names where a hash says so, so that a further name changes the shard it comes into and no other one. */
export function nameShards(names: readonly CountedName[]): CountedName[][] {
  const shards: CountedName[][] = [];
  let shard: CountedName[] = [];
  for (const name of names) {
    const isCut = shard.length >= fewest && hash32(name.joined) % (usual - fewest) === 0;
    const isOfLast = shard.at(-1)?.joined === name.joined;
    if ((isCut || shard.length >= most) && !isOfLast) {
      shards.push(shard);
      shard = [];
    }
    shard.push(name);
  }
  return shard.length === 0 ? shards : [...shards, shard];
}

/** A name and its count as a shard holds them. */
export function nameText({ spaced, count }: CountedName): string {
  return count === 1 ? spaced : `${spaced}\t${count}`;
}

function mostCommon(names: readonly CountedName[]): string[] {
  return names
    .toSorted((a, b) => b.count - a.count || a.spaced.length - b.spaced.length || byText(a.spaced, b.spaced))
    .slice(0, listed)
    .map(nameText);
}

/** For each beginning that many names share: the commonest of these names. */
export function frequentBeginnings(names: readonly CountedName[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let groups = [names.slice()];
  for (let letters = 1; letters <= longest && groups.length > 0; letters += 1) {
    groups = groups.flatMap((group) => [
      ...Map.groupBy(
        group.filter(({ joined }) => joined.length >= letters),
        ({ joined }) => joined.slice(0, letters),
      )
        .values()
        .filter(({ length }) => length > frequent),
    ]);
    for (const group of groups) found.set(group[0]?.joined.slice(0, letters) ?? '', mostCommon(group));
  }
  return found;
}
