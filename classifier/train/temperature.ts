import { type Head, softmax } from '../judges/model/linear.ts';

/** What a head says of a tool it has not seen, and what the tool is. */
export interface Scored {
  scores: readonly number[];
  target: number;
}

/** Divisors that are tried, from 0.5 to 3. */
const candidates = Array.from({ length: 51 }, (_, step) => 0.5 + step * 0.05);

function surprise(all: readonly Scored[], temperature: number): number {
  return all.reduce((sum, { scores, target }) => {
    const share = softmax(scores.map((score) => score / temperature))[target] ?? 0;
    return sum - Math.log(Math.max(share, 1e-12));
  }, 0);
}

/** The number to divide scores by so that the chances fit what is true (the least log loss); 1 for no scores. */
export function temperatureFor(all: readonly Scored[]): number {
  if (all.length === 0) return 1;
  const tried = candidates.map((temperature) => ({ temperature, loss: surprise(all, temperature) }));
  return tried.reduce((best, each) => (each.loss < best.loss ? each : best)).temperature;
}

/** The same head with every score divided by the temperature: the order of classes stays, only the chances change. */
export function cooled(head: Head, temperature: number): Head {
  return { ...head, scale: head.scale / temperature, bias: head.bias.map((start) => start / temperature) };
}
