import { countOf, type Facts, steeringBits } from '../../signals/reading/steering/facts.ts';
import { evenness } from '../../signals/reading/steering/score.ts';
import { sequence, shuffle } from '../fit.ts';

/** A text as training sees it: its facts, whether it steers, and how much a mistake about it counts. */
export interface SteeringLesson {
  facts: Facts;
  steers: boolean;
  weight: number;
}

/** How to train; compared on texts of authors left out and on tools of servers left out. */
const settings = {
  passes: 25,
  /** The first step; each weight's steps shrink as it has been moved (AdaGrad). */
  rate: 0.3,
  /** Pulls weights towards zero. */
  decay: 0.003,
  /** A mistake smaller than this teaches nothing. */
  least: 1e-4,
};

interface Trainee {
  weights: Float64Array;
  moved: Float64Array;
  bias: number;
  biasMoved: number;
}

const chanceOf = (score: number) => 1 / (1 + Math.exp(-score));

/** A lesson with the facts that are learned from, and what each of them counts. */
interface Shown extends Pick<SteeringLesson, 'steers' | 'weight'> {
  rows: Int32Array;
  share: number;
}

function learn(trainee: Trainee, { rows, share, steers, weight }: Shown): void {
  const { weights, moved } = trainee;
  let score = trainee.bias;
  for (const row of rows) score += (weights[row] ?? 0) * share;
  const error = (chanceOf(score) - (steers ? 1 : 0)) * weight;
  if (Math.abs(error) < settings.least) return;
  trainee.biasMoved += error * error;
  trainee.bias -= (settings.rate * error) / Math.sqrt(trainee.biasMoved);
  for (const row of rows) {
    const slope = error * share + settings.decay * (weights[row] ?? 0);
    moved[row] = (moved[row] ?? 0) + slope * slope;
    weights[row] = (weights[row] ?? 0) - (settings.rate * slope) / Math.sqrt(moved[row]);
  }
}

/** The rows that count: those that occur at least twice in texts written to be learned from. */
function keptRows(lessons: readonly SteeringLesson[]): Uint8Array {
  const counts = new Uint8Array(2 ** steeringBits);
  for (const { facts, weight } of lessons)
    if (weight > 1) for (const row of facts.rows) counts[row] = Math.min((counts[row] ?? 0) + 1, 2);
  return counts.map((count) => (count === 2 ? 1 : 0));
}

function shownOf({ facts, steers, weight }: SteeringLesson, isKept: (row: number) => boolean): Shown {
  const share = 1 / Math.sqrt(countOf(facts, isKept) + evenness);
  return { rows: Int32Array.from(facts.rows.filter(isKept)), share, steers, weight };
}

/** What one row after another weighs, and where the score starts. */
export interface Fitted {
  bias: number;
  weights: Float64Array;
}

/**
 * Logistic regression by stochastic gradient descent, averaged over the later half of the passes. The same lessons in the same order give
 * the same weights, bit for bit.
 */
export function fitSteering(lessons: readonly SteeringLesson[]): Fitted {
  const size = 2 ** steeringBits;
  const trainee: Trainee = {
    weights: new Float64Array(size),
    moved: new Float64Array(size).fill(1e-6),
    bias: -3,
    biasMoved: 1,
  };
  const kept = keptRows(lessons);
  const shown = lessons.map((lesson) => shownOf(lesson, (row) => kept[row] === 1));
  const next = sequence(1);
  const mean: Fitted = { bias: 0, weights: new Float64Array(size) };
  const settled = Math.ceil(settings.passes / 2);
  for (let pass = 0; pass < settings.passes; pass += 1) {
    shuffle(shown, next);
    for (const lesson of shown) learn(trainee, lesson);
    if (pass < settled) continue;
    const share = 1 / (settings.passes - settled);
    mean.bias += trainee.bias * share;
    for (const [row, weight] of trainee.weights.entries())
      if (weight !== 0) mean.weights[row] = (mean.weights[row] ?? 0) + weight * share;
  }
  return mean;
}
