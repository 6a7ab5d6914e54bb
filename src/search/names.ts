import { hash32 } from './address.ts';
import type { IndexedDocument } from './part.ts';
import { byText } from '../model/text-order.ts';

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

/** Every name once, in the order of what is typed for it. */
export function countedNames(documents: readonly IndexedDocument[]): CountedName[] {
  // Words hold no spaces, and nothing that comes before one.
  const keys = documents.map(({ spaced }) => `${spaced.replaceAll(' ', '')} ${spaced}`).sort();
  const names: CountedName[] = [];
  for (const [place, key] of keys.entries()) {
    if (key === ' ') continue;
    const name = key === keys[place - 1] ? names.at(-1) : undefined;
    if (name === undefined) {
      const joined = key.slice(0, key.indexOf(' '));
      names.push({ joined, spaced: key.slice(joined.length + 1), count: 1 });
    } else name.count += 1;
  }
  return names;
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

const byCommonness = (a: CountedName, b: CountedName): number =>
  b.count - a.count || a.spaced.length - b.spaced.length || byText(a.spaced, b.spaced);

/** The first few of these by `byCommonness`, without sorting all of them. */
function mostCommon(names: readonly CountedName[]): string[] {
  const first: CountedName[] = [];
  for (const name of names) {
    const isBefore = (place: number): boolean => {
      const other = first[place];
      return other === undefined || byCommonness(name, other) < 0;
    };
    if (!isBefore(listed - 1)) continue;
    let place = first.length;
    while (place > 0 && isBefore(place - 1)) place -= 1;
    first.splice(place, 0, name);
    if (first.length > listed) first.pop();
  }
  return first.map(nameText);
}

/** For each beginning that many names share: the commonest of these names. They are given in the order of what is typed for them. */
export function frequentBeginnings(names: readonly CountedName[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const letterAt = (place: number, letters: number): number =>
    names[place]?.joined.charCodeAt(letters - 1) ?? NaN;
  const note = (from: number, to: number, letters: number): void => {
    for (let start = from, end = from; start < to; start = end) {
      end = start + 1;
      while (end < to && letterAt(end, letters) === letterAt(start, letters)) end += 1;
      if (end - start <= frequent) continue;
      const its = names.slice(start, end);
      found.set(its[0]?.joined.slice(0, letters) ?? '', mostCommon(its));
      if (letters < longest) note(start, end, letters + 1);
    }
  };
  note(0, names.length, 1);
  return found;
}
