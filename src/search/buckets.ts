import type { SearchRecords } from '../model/search.ts';
import { fullBucket, hash32, shardOf, slots } from './address.ts';
import type { Collection } from './collect.ts';
import { inOwnOrder } from './orders.ts';
import type { IndexedDocument } from './part.ts';
import { byText } from '../model/text-order.ts';

/** Records of one bucket, on average. */
const recordsOfBucket = 8;

/** Slots among which a document of a bucket looks for one first. */
const usualSlots = 8;

/** Records of the fullest bucket; further ones lie in others. In a catalogue of 400,000 tools, no name alone needs half of it. */
const fullest = 128;

/** Where every document lies. */
export interface Buckets {
  bits: number;
  splits: Map<string, number>;
  /** The id of each document, by its place in the collection. */
  ids: Uint32Array;
  /** Places of the documents of each bucket, in the order of their ids. */
  members: number[][];
}

/** The number of bits that gives shards of about `size` entries. */
export function bitsFor(entries: number, size: number): number {
  return Math.max(0, Math.min(20, Math.round(Math.log2(entries / size))));
}

/** Names that more documents have than one bucket should hold, and over how many they are spread. */
function splitsOf(documents: readonly IndexedDocument[], bits: number): Map<string, number> {
  const crowds = new Uint32Array(2 ** bits);
  const homes = Uint32Array.from(documents, ({ bag }) => shardOf(bag, bits));
  for (const home of homes) crowds[home] = (crowds[home] ?? 0) + 1;
  const counts = new Map<string, number>();
  for (const [place, { bag }] of documents.entries())
    if ((crowds[homes[place] ?? 0] ?? 0) > fullBucket) counts.set(bag, (counts.get(bag) ?? 0) + 1);
  const full = [...counts].filter(([, count]) => count > fullBucket);
  return new Map(
    full
      .map(([bag, count]) => [bag, Math.ceil(count / recordsOfBucket)] as const)
      .sort(([a], [b]) => byText(a, b)),
  );
}

/** What decides over which buckets documents of one name are spread: the server, so that none fills them alone. */
function spreadOf({ documents, serverOf, servers }: Collection, place: number): string {
  return servers[serverOf[place] ?? -1]?.[1] ?? documents[place]?.slug ?? '';
}

/** Gives the documents of one bucket slots, in an order that a further document hardly changes. */
function giveSlots(
  members: readonly number[],
  documents: readonly IndexedDocument[],
  give: (place: number, slot: number) => void,
): void {
  const taken: boolean[] = [];
  for (const place of members) {
    const document = documents[place];
    if (document === undefined) continue;
    let slot = document.order % usualSlots;
    while (taken[slot] === true) slot += 1;
    taken[slot] = true;
    give(place, slot);
  }
}

/**
 * The documents of a bucket in the order in which they may stay there: well-known ones first, then one of each server before
 * its next, so that no server drives others out.
 */
function byClaim(members: readonly number[], collection: Collection): number[] {
  const { documents } = collection;
  const times = new Map<string, number>();
  const claims = members.map((place) => {
    const spread = spreadOf(collection, place);
    const kind = documents[place]?.class ?? 0;
    const before = times.get(spread) ?? 0;
    times.set(spread, before + 1);
    return { place, claim: (kind < 4 ? 0 : documents.length) + before };
  });
  return claims.sort((a, b) => a.claim - b.claim).map(({ place }) => place);
}

/**
 * Puts documents that are too many for their bucket into others that have room. Their names are crafted, or nearly: lists find
 * them there, and what else lies in the bucket is still found by its name at the usual price.
 */
function spreadOverfull(members: number[][], collection: Collection): void {
  const { documents } = collection;
  const left = members.flatMap((its, bucket) => {
    if (its.length <= fullest) return [];
    const ordered = byClaim(its, collection);
    members[bucket] = ordered.slice(0, fullest);
    return ordered.slice(fullest);
  });
  for (const place of left) {
    const order = documents[place]?.order ?? 0;
    let bucket = order % members.length;
    for (let tries = 1; (members[bucket]?.length ?? 0) >= fullest; tries += 1)
      bucket = hash32(`${order} ${tries}`) % members.length;
    members[bucket]?.push(place);
  }
}

/** Puts documents whose names have the same words into the same bucket, as far as there is room. */
export function bucketsFor(collection: Collection): Buckets {
  const { documents } = collection;
  const bits = bitsFor(documents.length, recordsOfBucket);
  const splits = splitsOf(documents, bits);
  const members = Array.from({ length: 2 ** bits }, (): number[] => []);
  for (const place of inOwnOrder(documents)) {
    const bag = documents[place]?.bag ?? '';
    const parts = splits.get(bag);
    const key = parts === undefined ? bag : `${bag}#${hash32(spreadOf(collection, place)) % parts}`;
    members[shardOf(key, bits)]?.push(place);
  }
  spreadOverfull(members, collection);
  const ids = new Uint32Array(documents.length);
  members.forEach((its, bucket) => {
    giveSlots(its, documents, (place, slot) => {
      ids[place] = bucket * slots + slot;
    });
    its.sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0));
  });
  return { bits, splits, ids, members };
}

/** What the shard of a bucket holds, by slot. */
export function recordsOf(
  members: readonly number[],
  { documents, serverOf, servers }: Collection,
  ids: Uint32Array,
): SearchRecords {
  const used = new Map<number, number>();
  const shard: SearchRecords = { servers: [], records: [] };
  const slotOf = (place: number): number => (ids[place] ?? 0) % slots;
  for (const place of members) {
    const document = documents[place];
    if (document === undefined) continue;
    const { kind, name, slug, rating, signals } = document;
    const server = serverOf[place] ?? -1;
    const known = servers[server];
    if (known !== undefined && !used.has(server)) {
      used.set(server, used.size);
      shard.servers.push(known);
    }
    shard.records.push([slotOf(place), kind, name, slug, used.get(server) ?? -1, rating, signals]);
  }
  return shard;
}
