/** Ids in one bucket. */
export const slots = 4_096;

/** Documents of one name in one bucket; more are spread over several. */
export const fullBucket = 32;

/** 32 bits of a text, spread evenly (FNV-1a, then the finalizer of MurmurHash3). The same everywhere. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The shard, of 2 to the power of `bits`, in which a key lies. */
export function shardOf(key: string, bits: number): number {
  return bits === 0 ? 0 : hash32(key) >>> (32 - bits);
}

/** The buckets over which documents with these name words are spread. */
export function bucketsOf(bag: string, splits: ReadonlyMap<string, number>, bits: number): number[] {
  const count = splits.get(bag);
  if (count === undefined) return [shardOf(bag, bits)];
  return Array.from({ length: count }, (_, part) => shardOf(`${bag}#${part}`, bits));
}

/** The bucket in which an id lies. */
export const bucketOf = (id: number): number => Math.floor(id / slots);

/** In which of so many parts of equal length a bucket lies, of 2 to the power of `bits`. */
export const partIn = (bucket: number, bits: number, parts: number): number =>
  Math.floor((bucket * parts) / 2 ** bits);
