import { wordsOf } from '../model/name-words.ts';
import { limits } from '../model/limits.ts';
import { best } from './best.ts';
import { briefOf, type Listed } from './tool-row.ts';
import { type Vectors, vectorsOf } from './vectors.ts';

/**
 * Finds the tools that are at least so much like a tool (from 0 to 1), most alike first. Of the `limits.similarTools` most alike it
 * takes those whose names share a word that makes them alike: descriptions alone are alike where one author wrote both.
 */
export type Similarity = (to: Listed, least: number) => Listed[];

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

/** The places of the tools that have each word in their name. */
function postingsOf(vectors: Vectors): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (let place = 0; place < vectors.size; place += 1)
    for (const word of vectors.nameOf(place)) {
      const found = postings.get(word);
      if (found === undefined) postings.set(word, [place]);
      else found.push(place);
    }
  return postings;
}

/**
 * The tools that have most in common with the name of this one. A word that more than `limits.similarCandidates` names have does
 * not count, so that the work for one tool is bounded.
 */
function candidates(vectors: Vectors, postings: ReadonlyMap<number, number[]>): (place: number) => number[] {
  const scores = new Float32Array(vectors.size);
  return (of) => {
    const touched: number[] = [];
    for (const word of vectors.nameOf(of)) {
      const places = postings.get(word) ?? [];
      if (places.length > limits.similarCandidates) continue;
      const weight = vectors.rarity(word);
      for (const place of places) {
        if (scores[place] === 0) touched.push(place);
        scores[place] = (scores[place] ?? 0) + weight;
      }
    }
    const found = best(touched, 2 * limits.similarTools + 1, (place) => scores[place] ?? 0);
    for (const place of touched) scores[place] = 0;
    return found.filter((place) => place !== of);
  };
}

/** The way to the place of a tool; the tools of a server stand together. */
function placesOf(tools: readonly Listed[]): (of: Listed) => number | null {
  const first = new Map<string, number>();
  for (const [place, entry] of tools.entries()) {
    const { server } = briefOf(entry);
    if (!first.has(server)) first.set(server, place);
  }
  return (entry) => {
    const { server, slug } = briefOf(entry);
    for (let place = first.get(server) ?? tools.length; place < tools.length; place += 1) {
      const other = tools[place];
      const its = other === undefined ? undefined : briefOf(other);
      if (its?.server !== server) return null;
      if (its.slug === slug) return place;
    }
    return null;
  };
}

/**
 * Compares tools by what their names and descriptions say, not by how they are rated. Words that most tools have weigh little.
 * Only tools whose names share a word are compared.
 */
export function similarity(tools: readonly Listed[]): Similarity {
  const vectors = vectorsOf(tools, knownTerms);
  const near = candidates(vectors, postingsOf(vectors));
  const placeOf = placesOf(tools);
  return (to, least) => {
    const of = placeOf(to);
    if (of === null) return [];
    return near(of)
      .map((place) => ({ place, likeness: vectors.likeness(of, place) }))
      .filter(({ likeness }) => likeness >= least)
      .sort((a, b) => b.likeness - a.likeness || a.place - b.place)
      .slice(0, limits.similarTools)
      .flatMap(({ place }) => (vectors.areAkin(of, place) ? (tools[place] ?? []) : []));
  };
}
