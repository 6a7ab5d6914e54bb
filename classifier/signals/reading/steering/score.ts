import { sentences } from '../sentences.ts';
import { once } from '../once.ts';
import { rows } from './facts.ts';
import { placeOf } from '../../../judges/model/places.ts';
import { kindCount } from './kinds.ts';
import { type Weights, stepsIn } from './weights.ts';
import { most, piecesOf, type Word, wordsIn } from './words.ts';

/** What is added to the number of facts, so that a text of few words is not judged by one of them. */
export const evenness = 30;

/** A sentence weighed: what its words say, in steps, how many facts of it are known, and the kinds they are of. */
interface Weighed {
  sum: number;
  count: number;
  kinds: readonly number[];
}

/** A sentence of a text, or two in a row, and how much speaks for its steering whoever reads it. */
export interface Scored {
  start: number;
  end: number;
  /** Where the one of them starts that more surely steers by itself. */
  core: number;
  score: number;
}

/** A word and the places of what it says by itself; below 0 for what weighs nothing. */
interface Placed extends Word {
  alone: number;
  begun: number;
}

/** What each two kinds weigh, the row of the first and the place of the second. */
function pairs(weights: Weights, row: (first: number, second: number) => number): Float64Array {
  return Float64Array.from({ length: kindCount ** 2 }, (_, at) =>
    stepsIn(weights, row(Math.floor(at / kindCount), at % kindCount), 0),
  );
}

/** What weighs sentences, and what kinds of words weigh that come together. A fact that comes again in a sentence weighs once. */
class Scale {
  readonly #weights: Weights;
  readonly #words: (piece: string) => readonly Placed[];
  readonly #follows: Float64Array;
  readonly #together: Float64Array;
  readonly #alone: Float64Array;
  /** In which sentence, counted from 1, the weight at a place counted last, and two kinds of words behind each other. */
  readonly #weighed: Int32Array;
  readonly #followed = new Int32Array(kindCount ** 2);
  #sentence = 0;

  constructor(weights: Weights) {
    const { places } = weights;
    this.#weights = weights;
    this.#words = once((piece) =>
      wordsIn(piece).map((word) => ({
        ...word,
        alone: placeOf(places, rows.word(word)),
        begun: word.beginning === 0 ? -1 : placeOf(places, rows.beginning(word)),
      })),
    );
    this.#follows = pairs(weights, rows.follows);
    this.#together = pairs(weights, rows.together);
    this.#alone = Float64Array.from({ length: kindCount }, (_, kind) =>
      stepsIn(weights, rows.alone(kind), 0),
    );
    this.#weighed = new Int32Array(weights.steps.length);
  }

  /** What counts for a place in this sentence. */
  #at(place: number): number {
    if (place < 0 || this.#weighed[place] === this.#sentence) return 0;
    this.#weighed[place] = this.#sentence;
    return this.#weights.steps[place] ?? 0;
  }

  /** The same for two kinds of words behind each other. */
  #behind(pair: number): number {
    if (this.#followed[pair] === this.#sentence) return 0;
    this.#followed[pair] = this.#sentence;
    return this.#follows[pair] ?? 0;
  }

  weigh(text: string): Weighed {
    this.#sentence += 1;
    const kinds: number[] = [];
    let sum = 0;
    let count = 0;
    let before: Word | undefined;
    let last: readonly number[] = [];
    let left = most;
    for (const piece of piecesOf(text)) {
      if (left < 0) break;
      for (const word of this.#words(piece)) {
        left -= 1;
        sum += this.#at(word.alone) + this.#at(word.begun);
        count += (word.alone < 0 ? 0 : 1) + (word.begun < 0 ? 0 : 1);
        if (before !== undefined) {
          const place = placeOf(this.#weights.places, rows.neighbours(before, word));
          sum += this.#at(place);
          if (place >= 0) count += 1;
        }
        before = word;
        if (word.kinds.length === 0) continue;
        for (const kind of word.kinds) {
          if (!kinds.includes(kind)) kinds.push(kind);
          for (const each of last) sum += this.#behind(each * kindCount + kind);
        }
        count += last.length * word.kinds.length;
        last = word.kinds;
      }
    }
    return { sum, count, kinds };
  }

  score({ sum, count, kinds }: Weighed): number {
    let all = sum;
    for (let place = 0; place < kinds.length; place += 1) {
      const kind = kinds[place] ?? 0;
      all += this.#alone[kind] ?? 0;
      for (let other = place + 1; other < kinds.length; other += 1)
        all += this.#together[kind * kindCount + (kinds[other] ?? 0)] ?? 0;
    }
    const facts = count + (kinds.length * (kinds.length + 1)) / 2;
    return (this.#weights.bias[0] ?? 0) + (all * this.#weights.scale) / Math.sqrt(facts + evenness);
  }
}

/** Two sentences as one. */
const joined = (one: Weighed, two: Weighed): Weighed => ({
  sum: one.sum + two.sum,
  count: one.count + two.count,
  kinds: [...one.kinds, ...two.kinds.filter((kind) => !one.kinds.includes(kind))],
});

/** What finds the sentence of a text, or the two in a row, that most surely steer; null for a text without any. Linear in the text's length. */
export function surestBy(weights: Weights): (text: string) => Scored | null {
  const scale = new Scale(weights);
  return (text) => {
    let best: Scored | null = null;
    let last: (Scored & { weighed: Weighed }) | null = null;
    for (const [start, end] of sentences(text)) {
      const weighed = scale.weigh(text.slice(start, end));
      const one = { start, end, core: start, score: scale.score(weighed), weighed };
      if (best === null || one.score > best.score) best = one;
      if (last !== null) {
        const score = scale.score(joined(last.weighed, weighed));
        const core = one.score > last.score ? start : last.start;
        if (score > best.score) best = { start: last.start, end, core, score };
      }
      last = one;
    }
    return best;
  };
}
