import { wordsOf } from '../model/name-words.ts';
import { limits } from '../model/limits.ts';
import type { Listed } from './tool-row.ts';
import { type Vectors, vectorsOf } from './vectors.ts';

/**
 * Finds the tools that are at least so much like a tool (from 0 to 1) by their places, most alike first. Of the `limits.similarTools`
 * most alike it takes those whose names share a word that makes them alike: descriptions alone are alike where one author wrote both.
 */
export type Similarity = (to: number, least: number) => number[];

/** Words of a description that count. What a tool is stands in its first sentences. */
const describedBy = 40;

/** The words of a tool that count for likeness, each once: those of its name, and others of its description. */
export interface Terms {
  name: readonly string[];
  said: readonly string[];
}

/** The words of a tool, its server's own name left out. */
export function termsOf({ server, tool: { definition } }: Listed): Terms {
  const ignored = new Set(wordsOf(server.name));
  const counts = (word: string): boolean => word.length > 1 && !ignored.has(word);
  const name = new Set(wordsOf(definition.name).filter(counts));
  const said = wordsOf(definition.description ?? '').slice(0, describedBy);
  return { name: [...name], said: [...new Set(said)].filter((word) => counts(word) && !name.has(word)) };
}

/** Terms as one short text. Words hold letters and digits only. */
export const packTerms = ({ name, said }: Terms): string => `${name.join(' ')}|${said.join(' ')}`;

function unpackTerms(packed: string): Terms {
  const [name = [], said = []] = packed.split('|').map((part) => part.split(' ').filter(Boolean));
  return { name, said };
}

const knownTerms = (entry: Listed): Terms =>
  entry.terms === undefined ? termsOf(entry) : unpackTerms(entry.terms);

/** The places of the tools that have a word in their name, from first to last. */
type Postings = (word: number) => Int32Array;

function postingsOf(vectors: Vectors): Postings {
  const starts = new Int32Array(vectors.words + 1);
  const eachName = (see: (word: number, place: number) => void): void => {
    for (let place = 0; place < vectors.size; place += 1)
      for (const word of vectors.nameOf(place)) see(word, place);
  };
  eachName((word) => {
    starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  });
  for (let word = 0; word < vectors.words; word += 1)
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const places = new Int32Array(starts.at(-1) ?? 0);
  const ends = starts.slice();
  eachName((word, place) => {
    const end = ends[word] ?? 0;
    places[end] = place;
    ends[word] = end + 1;
  });
  return (word) => places.subarray(starts[word], starts[word + 1]);
}

/** What each set of these words weighs; a set has a bit for each word, the first one lowest. */
function weightsOfSets(weights: readonly number[]): Float32Array {
  const sums = new Float32Array(2 ** weights.length);
  for (const [place, weight] of weights.entries())
    for (let set = 0; set < 2 ** place; set += 1) sums[set + 2 ** place] = (sums[set] ?? 0) + weight;
  return sums;
}

/** The least weight with which a set is among the `most` heaviest members, of which so many have each set. */
function leastOf(weights: Float32Array, members: Int32Array, most: number): number {
  const sets = [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  let left = most;
  for (const set of sets) {
    left -= members[set] ?? 0;
    if (left <= 0) return weights[set] ?? 0;
  }
  return 0;
}

/**
 * The tools that have most in common with the name of this one. A word that more than `limits.similarCandidates` names have does
 * not count, and no more than `limits.similarWords` words of a name do, so that the work for one tool is bounded.
 */
function candidates(vectors: Vectors, postings: Postings): (place: number) => number[] {
  const most = 2 * limits.similarTools + 1;
  // Which words of the name in question each tool has.
  const sets = new Uint16Array(vectors.size);
  const touched = new Int32Array(limits.similarWords * limits.similarCandidates);
  return (of) => {
    const words = [...vectors.nameOf(of)]
      .filter((word) => postings(word).length <= limits.similarCandidates)
      .slice(0, limits.similarWords);
    let end = 0;
    for (const [bit, word] of words.entries())
      for (const place of postings(word)) {
        if (sets[place] === 0) touched[end++] = place;
        sets[place] = (sets[place] ?? 0) | (1 << bit);
      }
    const found = heaviest(
      touched.subarray(0, end),
      sets,
      weightsOfSets(words.map((word) => vectors.rarity(word))),
      most,
    );
    for (const place of touched.subarray(0, end)) sets[place] = 0;
    return found.filter((place) => place !== of);
  };
}

/** The `most` places whose sets weigh most; of those that weigh the same, the first ones. */
function heaviest(places: Int32Array, sets: Uint16Array, weights: Float32Array, most: number): number[] {
  const members = new Int32Array(weights.length);
  for (const place of places) {
    const set = sets[place] ?? 0;
    members[set] = (members[set] ?? 0) + 1;
  }
  const least = leastOf(weights, members, most);
  const weightOf = (place: number): number => weights[sets[place] ?? 0] ?? 0;
  const [heavier, equal]: [number[], number[]] = [[], []];
  for (const place of places) {
    const weight = weightOf(place);
    if (weight > least) heavier.push(place);
    else if (weight === least) equal.push(place);
  }
  return [...heavier, ...equal.slice(0, most - heavier.length)];
}

/**
 * Compares tools by what their names and descriptions say, not by how they are rated. Words that most tools have weigh little.
 * Only tools whose names share a word are compared.
 */
export function similarity(tools: readonly Listed[]): Similarity {
  const vectors = vectorsOf(tools, knownTerms);
  const near = candidates(vectors, postingsOf(vectors));
  return (to, least) =>
    near(to)
      .map((place) => ({ place, likeness: vectors.likeness(to, place) }))
      .filter(({ likeness }) => likeness >= least)
      .sort((a, b) => b.likeness - a.likeness || a.place - b.place)
      .slice(0, limits.similarTools)
      .map(({ place }) => place)
      .filter((place) => vectors.areAkin(to, place));
}
