import { type Head, headOf, softmax, type Vector } from '../judges/model/linear.ts';

/** One labelled tool as training sees it. */
export interface Example {
  /** What its own words say, and what the rules made of it. */
  text: Vector;
  rules: Vector;
  /** The index of its class. */
  target: number;
}

/** How to train. */
export interface Settings {
  /** Passes over all examples. The weights after each of the later half are averaged. */
  passes: number;
  /** Times the whole is done, each in another order, and averaged. */
  rounds: number;
  /** The first step; each weight's steps shrink as it has been moved (AdaGrad). */
  rate: number;
  /** Pulls weights towards zero. */
  decay: number;
  /** How often an example is shown without what the rules made of it, so that words learn to stand alone. */
  withoutRules: number;
  /** Examples a row must occur in to get a weight. */
  occurrences: number;
  /** Rows that are kept, those with the largest weights, so that the file stays small. */
  rows: number;
}

/** What is fixed; the model card says how it was found. What training chooses itself stands in choose.ts. */
export const settings: Settings = {
  passes: 10,
  rounds: 4,
  rate: 0.3,
  decay: 1e-4,
  withoutRules: 0.25,
  occurrences: 2,
  rows: 27_000,
};

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Fisher and Yates' shuffle. */
export function shuffle(items: unknown[], next: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [items[last], items[other]] = [items[other], items[last]];
  }
}

/** The rows that occur in at least `least` examples, ascending. */
function frequentRows(examples: readonly Example[], least: number): Int32Array {
  const counts = new Map<number, number>();
  for (const { text, rules } of examples)
    for (const row of new Set([...text.rows, ...rules.rows])) counts.set(row, (counts.get(row) ?? 0) + 1);
  const frequent = [...counts].flatMap(([row, count]) => (count >= least ? [row] : []));
  return Int32Array.from(frequent).sort();
}

/** The same vector with each row's place among the kept ones, and without the others. */
function placed({ rows, values }: Vector, places: ReadonlyMap<number, number>): Vector {
  const kept = [...rows.keys()].filter((at) => places.has(rows[at] ?? -1));
  return {
    rows: Int32Array.from(kept, (at) => places.get(rows[at] ?? -1) ?? 0),
    values: Float64Array.from(kept, (at) => values[at] ?? 0),
  };
}

/** A head under training: its weights, and the squared steps each has taken. */
interface Trainee {
  weights: Float64Array;
  moved: Float64Array;
  bias: Float64Array;
}

/** Adds what a vector says for each class. */
function addScores({ weights }: Trainee, { rows, values }: Vector, sums: Float64Array): void {
  const size = sums.length;
  for (let at = 0; at < rows.length; at += 1) {
    const start = (rows[at] ?? 0) * size;
    const value = values[at] ?? 0;
    for (let index = 0; index < size; index += 1)
      sums[index] = (sums[index] ?? 0) + (weights[start + index] ?? 0) * value;
  }
}

/** Moves the weights of a vector's rows against the errors. */
function correct({ weights, moved }: Trainee, vector: Vector, errors: Float64Array, wanted: Settings): void {
  const { rows, values } = vector;
  for (let at = 0; at < rows.length; at += 1) {
    const start = (rows[at] ?? 0) * errors.length;
    for (let index = 0; index < errors.length; index += 1) {
      const place = start + index;
      const weight = weights[place] ?? 0;
      const slope = (errors[index] ?? 0) * (values[at] ?? 0) + wanted.decay * weight;
      const far = (moved[place] ?? 0) + slope * slope;
      moved[place] = far;
      weights[place] = weight - (wanted.rate * slope) / Math.sqrt(far + 1);
    }
  }
}

function learn(trainee: Trainee, vectors: readonly Vector[], target: number, wanted: Settings): void {
  const sums = Float64Array.from(trainee.bias);
  for (const vector of vectors) addScores(trainee, vector, sums);
  const errors = Float64Array.from(softmax([...sums]));
  errors[target] = (errors[target] ?? 0) - 1;
  for (const [index, error] of errors.entries())
    trainee.bias[index] = (trainee.bias[index] ?? 0) - 0.01 * error;
  for (const vector of vectors) correct(trainee, vector, errors, wanted);
}

/** The weight from which on the largest `most` rows lie. */
function leastKept(sizes: readonly number[], most: number): number {
  return sizes.length <= most ? 0 : (sizes.toSorted((a, b) => b - a)[most - 1] ?? 0);
}

/** Weights in 127 steps each way, back in the rows they were learned for. */
function quantised(
  { weights, bias }: Pick<Trainee, 'weights' | 'bias'>,
  rows: Int32Array,
  most: number,
): Head {
  const size = bias.length;
  const scale = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0) / 127 || 1;
  const of = (place: number) => weights.subarray(place * size, (place + 1) * size);
  const sizes = Array.from(rows.keys(), (place) => of(place).reduce((a, b) => Math.max(a, Math.abs(b)), 0));
  const least = leastKept(sizes, most);
  const kept = [...rows.entries()].filter(([place]) => (sizes[place] ?? 0) >= least);
  const steps = kept.map(
    ([place, row]) => [row, of(place).map((weight) => Math.round(weight / scale))] as const,
  );
  return headOf({ bias: [...bias], scale }, steps);
}

function add(sum: Float64Array, other: Float64Array, share: number): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + share * (other[at] ?? 0);
}

/** Adds to `mean` what one round learns, so that the rounds' shares make an average. */
function round(
  shown: Example[],
  mean: Pick<Trainee, 'weights' | 'bias'>,
  wanted: Settings,
  seed: number,
): void {
  const { weights, bias } = mean;
  const trainee: Trainee = {
    weights: new Float64Array(weights.length),
    moved: new Float64Array(weights.length),
    bias: new Float64Array(bias.length),
  };
  const next = sequence(seed);
  const settled = Math.floor(wanted.passes / 2);
  for (let pass = 0; pass < wanted.passes; pass += 1) {
    shuffle(shown, next);
    for (const { text, rules, target } of shown)
      learn(trainee, next() < wanted.withoutRules ? [text] : [text, rules], target, wanted);
    if (pass < settled) continue;
    const share = 1 / (wanted.rounds * (wanted.passes - settled));
    add(weights, trainee.weights, share);
    add(bias, trainee.bias, share);
  }
}

/**
 * Trains one head with `size` classes by stochastic gradient descent. One example after another on one thread, in
 * an order that depends on nothing but their number: the same examples give the same weights, bit for bit.
 */
export function fit(examples: readonly Example[], size: number, wanted: Settings): Head {
  const rows = frequentRows(examples, wanted.occurrences);
  const places = new Map(Array.from(rows, (row, place) => [row, place]));
  const shown = examples.map(({ text, rules, target }) => ({
    text: placed(text, places),
    rules: placed(rules, places),
    target,
  }));
  const mean = { weights: new Float64Array(size * rows.length), bias: new Float64Array(size) };
  for (let seed = 1; seed <= wanted.rounds; seed += 1) round([...shown], mean, wanted, seed);
  return quantised(mean, rows, wanted.rows);
}
