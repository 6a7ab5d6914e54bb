import { wordsOf } from '../model/name-words.ts';
import { limits } from '../model/limits.ts';
import type { Listed } from './tool-row.ts';

/** A tool that is like another one, and the words that make it so, the rarest first. */
export interface Similar extends Listed {
  /** From 0 to 1: the cosine between the words of both, the rare ones weighing most. */
  likeness: number;
  words: string[];
}

/** Finds the tools that are like a tool, most alike first, at most `limits.similarTools`. */
export type Similarity = (to: Listed) => Similar[];

/** How much more a word of the name says than a word of the description. */
const nameWeight = 3;

/** Words of a description that count. What a tool is stands in its first sentences. */
const describedBy = 40;

interface Weighted {
  entry: Listed;
  weights: Map<string, number>;
  length: number;
}

/** The words of a tool and how often they count, its server's own name left out. */
function termsOf({ server, tool: { definition } }: Listed): Map<string, number> {
  const ignored = new Set(wordsOf(server.name));
  const terms = new Map<string, number>();
  const add = (words: string[], weight: number): void => {
    for (const word of words)
      if (word.length > 1 && !ignored.has(word)) terms.set(word, Math.max(terms.get(word) ?? 0, weight));
  };
  add(wordsOf(definition.description ?? '').slice(0, describedBy), 1);
  add(wordsOf(definition.name), nameWeight);
  return terms;
}

function weighted(entry: Listed, rarity: (word: string) => number): Weighted {
  const weights = new Map([...termsOf(entry)].map(([word, weight]) => [word, weight * rarity(word)]));
  const length = Math.hypot(...weights.values());
  return { entry, weights, length };
}

/** The places of the tools that have each word. */
function postingsOf(tools: readonly Listed[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [place, entry] of tools.entries()) {
    for (const word of termsOf(entry).keys()) {
      const found = postings.get(word);
      if (found === undefined) postings.set(word, [place]);
      else found.push(place);
    }
  }
  return postings;
}

/** The sum of what two tools have in common, for every tool that has something in common with this one. */
function scores(
  of: Weighted,
  all: readonly Weighted[],
  postings: Map<string, number[]>,
): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [word, weight] of of.weights) {
    const places = postings.get(word) ?? [];
    if (places.length > limits.similarCandidates) continue;
    for (const place of places)
      sums.set(place, (sums.get(place) ?? 0) + weight * (all[place]?.weights.get(word) ?? 0));
  }
  return sums;
}

/** The words that make two tools alike: those that say at least a fifth of what the strongest says. */
function commonWords(a: Weighted, b: Weighted): string[] {
  const strengths = [...a.weights].flatMap(([word, weight]): [string, number][] => {
    const other = b.weights.get(word);
    return other === undefined ? [] : [[word, weight * other]];
  });
  const strongest = Math.max(...strengths.map(([, strength]) => strength));
  return strengths
    .filter(([, strength]) => strength >= strongest / 5)
    .sort(([one, its], [other, others]) => others - its || (one < other ? -1 : 1))
    .map(([word]) => word);
}

/**
 * Compares tools by what their names and descriptions say, not by how they are rated. Words that most tools have
 * weigh little, and one that more than `limits.similarCandidates` have does not count, so that the work for one tool is bounded.
 */
export function similarity(tools: readonly Listed[]): Similarity {
  const postings = postingsOf(tools);
  const rarity = (word: string): number => Math.log(1 + tools.length / (postings.get(word)?.length ?? 1));
  const all = tools.map((entry) => weighted(entry, rarity));
  const places = new Map(tools.map(({ tool }, place) => [tool, place]));
  return ({ tool }) => {
    const place = places.get(tool);
    const of = place === undefined ? undefined : all[place];
    if (of === undefined) return [];
    return [...scores(of, all, postings)]
      .filter(([other]) => other !== place)
      .flatMap(([other, sum]) => {
        const its = all[other];
        return its === undefined ? [] : [{ its, likeness: sum / (of.length * its.length) }];
      })
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, limits.similarTools)
      .map(({ its, likeness }) => ({ ...its.entry, likeness, words: commonWords(of, its) }));
  };
}
