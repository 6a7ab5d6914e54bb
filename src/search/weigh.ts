import { bucketOf } from './address.ts';
import { type About, fields, unlisted } from './codes.ts';
import type { Meaning } from './meanings.ts';
import type { Common } from './whole.ts';

/** What a word counts that stands in the name, else in the server's, else in the description. */
const weightOf = (where: number): number =>
  (where & fields.name) !== 0 ? 1 : (where & fields.server) !== 0 ? 0.75 : 0.45;

/** What else counts: having all words, well-known documents, names that are said whole, and each word of a name that nobody asked for. */
const extra = { all: 1, known: 0.04, said: 0.3, unasked: -0.03 } as const;

/** What is left of having all words for each of them that stands in no list because the list was cut. */
const doubt = 0.6;

/** A server that some of the words name, as bits, and its tools with the words of their names. */
export interface NamedServer {
  words: number;
  tools: readonly (About & Pick<Weighed, 'id' | 'named'>)[];
}

/** A document that has some of the words. */
export interface Weighed extends About {
  id: number;
  weight: number;
  /** One bit for each word of the query that it has, and for each that its name has. */
  has: number;
  named: number;
}

/** How much a word tells, from the number of documents that have it. */
function rarity(meanings: readonly Meaning[], documents: number): number {
  const most = Math.max(1, ...meanings.map(({ postings }) => postings.total));
  return Math.log2(2 + documents / most);
}

/** How likely a document has a word although no list says so, because the list was cut. */
function unsaid(meanings: readonly Meaning[], documents: number): number {
  const left = meanings.map(({ postings: { total, entries } }) => total - entries.length);
  return Math.min(1, Math.max(0, ...left) / documents);
}

/** What a document is worth that lacks some of the words, by which ones: it may have those whose lists were cut. */
function worthOfMissing(
  words: readonly (readonly Meaning[])[],
  shares: readonly number[],
  documents: number,
): number[] {
  const likely = words.map((meanings) => unsaid(meanings, documents));
  return Array.from({ length: 1 << words.length }, (_, has) => {
    const missing = likely.map((chance, word) => ((has & (1 << word)) === 0 ? chance : null));
    const all = missing.reduce<number>(
      (product, chance) => product * (chance === 0 ? 0 : chance === null ? 1 : doubt),
      1,
    );
    const some = missing.reduce<number>((sum, chance, word) => sum + (chance ?? 0) * (shares[word] ?? 0), 0);
    return extra.all * all + weightOf(fields.description) * some;
  });
}

/** How many bits of a number are set. */
function bits(number: number): number {
  let count = 0;
  for (let rest = number; rest > 0; rest &= rest - 1) count += 1;
  return count;
}

/** Adds what a document has by its server: words that `said` the server's name, and those that its own name has. */
function addServer(
  document: Weighed,
  { said, named }: { said: number; named: number },
  shares: readonly number[],
): void {
  shares.forEach((share, word) => {
    const bit = 1 << word;
    const field = (named & bit) !== 0 ? fields.name : (said & bit) !== 0 ? fields.server : 0;
    if (field !== 0 && (document.has & bit) === 0) document.weight += share * weightOf(field);
  });
  document.has |= said | named;
  document.named |= named;
  document.weight += (extra.said * bits(said)) / shares.length;
}

/** Of a document that only the whole of a list names, nothing is known. */
const unsaidAbout: About = { rating: unlisted, nameWords: 4, isKnown: false };

/** Adds words that a document has somewhere. */
function addWords(document: Weighed, has: number, shares: readonly number[]): void {
  shares.forEach((share, word) => {
    if ((has & ~document.has & (1 << word)) !== 0) document.weight += share * weightOf(fields.description);
  });
  document.has |= has;
}

/** What is known besides the lists of the words. */
export interface Evidence {
  /** Of buckets: how many words of the query are all that the names in it have. */
  whole: ReadonlyMap<number, number>;
  servers: readonly NamedServer[];
  common: Common;
}

/** Weighs every document that the lists of the words, `servers` and `common` name. */
export function weigh(
  words: readonly (readonly Meaning[])[],
  documents: number,
  { whole, servers, common }: Evidence,
): Weighed[] {
  const found = new Map<number, Weighed>();
  const rarities = words.map((meanings) => rarity(meanings, documents));
  const sum = rarities.reduce((all, one) => all + one, 0);
  const shares = rarities.map((one) => one / sum);
  const worth = worthOfMissing(words, shares, documents);
  const documentOf = (id: number, { rating, nameWords, isKnown }: About): Weighed => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const document = { id, weight: 0, has: 0, named: 0, rating, nameWords, isKnown };
    found.set(id, document);
    return document;
  };
  words.forEach((meanings, word) => {
    const share = shares[word] ?? 0;
    const bit = 1 << word;
    for (const { sureness, postings } of meanings)
      for (const posting of postings.entries) {
        const { id, where } = posting;
        const document = documentOf(id, posting);
        if ((document.has & bit) !== 0) continue;
        document.has |= bit;
        if ((where & fields.name) !== 0) document.named |= bit;
        document.weight += share * sureness * weightOf(where);
      }
  });
  for (const { words: said, tools } of servers)
    for (const tool of tools) addServer(documentOf(tool.id, tool), { said, named: tool.named }, shares);
  for (const id of common.ids) addWords(documentOf(id, unsaidAbout), common.has, shares);
  for (const document of found.values()) {
    const { id, nameWords, isKnown } = document;
    const named = bits(document.named);
    const said = whole.get(bucketOf(id)) ?? 0;
    if (said > 0 && named > 0 && nameWords === Math.min(4, said))
      document.weight += (extra.said * said) / words.length;
    document.weight += worth[document.has] ?? 0;
    document.weight += Math.max(0, nameWords - named) * extra.unasked + (isKnown ? extra.known : 0);
  }
  return [...found.values()];
}
