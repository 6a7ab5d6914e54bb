import Fuse from 'fuse.js/min-basic';
import type { SearchedRecord, SearchedServer } from '../model/search.ts';
import type { Weighed } from './weigh.ts';
import { bagOf, searchWords, tellingWords, termOf } from './words.ts';

/** A record with its server, and what the lists said of it. */
export interface Candidate {
  id: number;
  record: SearchedRecord;
  server: SearchedServer | null;
  weighed: Weighed | null;
}

/** What candidates are compared with. */
export interface Asked {
  words: readonly string[];
  readings: readonly (readonly string[])[];
  /** What all words are filed under, in any reading. */
  terms: ReadonlySet<string>;
  /** The bags of the words and of all readings. */
  bags: ReadonlySet<string>;
  /** Names that begin as typed. */
  names: ReadonlySet<string>;
  /** One bit for each word, and of these the words whose lists were cut, so that a document may have them all the same. */
  all: number;
  cut: number;
}

interface Read extends Candidate {
  spaced: string;
  joined: string;
  bag: string;
  serverName: string;
}

/** Candidates that Fuse.js looks at. */
const most = 150;

/** What each way to be what was asked is worth. Weights from lists and likeness stay below 2. */
const worth = {
  same: 50,
  sameWords: 45,
  meant: 40,
  begins: 30,
  allAndName: 25,
  all: 20,
  perhapsAll: 10,
} as const;

/** What is taken off each time a name comes again that was not asked for by all its words. */
const again = 2;

function read(candidate: Candidate): Read {
  const words = searchWords(candidate.record[2]);
  const isServer = candidate.server !== null && candidate.record[1] !== 0;
  return {
    ...candidate,
    spaced: words.join(' '),
    joined: words.join(''),
    bag: bagOf(words),
    serverName: isServer ? '' : searchWords(candidate.server?.[0] ?? '').join(' '),
  };
}

function literalWorth({ joined, bag, spaced, weighed }: Read, asked: Asked): number {
  const typed = asked.words.join('');
  if (joined === typed) return worth.same;
  if (bag === bagOf(asked.words)) return worth.sameWords;
  if (asked.bags.has(bag)) return worth.meant;
  if (asked.names.has(spaced) || joined.startsWith(typed)) return worth.begins;
  if (weighed === null) return 0;
  const isSaidWhole = tellingWords(spaced.split(' ')).every((word) => asked.terms.has(termOf(word)));
  if (weighed.has === asked.all) return isSaidWhole ? worth.allAndName : worth.all;
  return (weighed.has | asked.cut) === asked.all ? worth.perhapsAll : 0;
}

function likenesses(texts: readonly Read[], pattern: string): Map<number, number> {
  const keys = [
    { name: 'spaced', weight: 2 },
    { name: 'serverName', weight: 1 },
  ];
  const fuse = new Fuse(texts, { keys, includeScore: true, ignoreLocation: true, threshold: 1 });
  return new Map(fuse.search(pattern).map(({ refIndex, score }) => [refIndex, 1 - (score ?? 1)]));
}

/**
 * Candidates, best first: what is literally asked, then what has all words, and among these by what the lists and Fuse.js make
 * of it. Of names that are not said whole, each comes once before any comes again.
 */
export function rank(
  candidates: readonly Candidate[],
  asked: Asked,
): { found: Candidate[]; isSaid: boolean } {
  const texts = candidates
    .map(read)
    .map((text) => ({ text, literal: literalWorth(text, asked) }))
    .filter(({ text, literal }) => literal > 0 || text.weighed !== null)
    .sort((a, b) => b.literal - a.literal || (b.text.weighed?.weight ?? 0) - (a.text.weighed?.weight ?? 0))
    .slice(0, most);
  const likeness = likenesses(
    texts.map(({ text }) => text),
    (asked.readings[0] ?? asked.words).join(' '),
  );
  const graded = texts
    .map(({ text, literal }, place) => ({
      ...{ text, literal },
      grade: literal + (text.weighed?.weight ?? 0) + 0.5 * (likeness.get(place) ?? 0),
    }))
    .sort((a, b) => b.grade - a.grade || a.text.id - b.text.id);
  const times = new Map<string, number>();
  for (const entry of graded) {
    const before = times.get(entry.text.spaced) ?? 0;
    times.set(entry.text.spaced, before + 1);
    if (entry.literal < worth.meant) entry.grade -= again * before;
  }
  const isSaid = graded.some(({ literal }) => literal > 0);
  return {
    found: graded
      .filter(({ literal }) => !isSaid || literal > 0)
      .sort((a, b) => b.grade - a.grade || a.text.id - b.text.id)
      .map(({ text }) => text),
    isSaid,
  };
}
