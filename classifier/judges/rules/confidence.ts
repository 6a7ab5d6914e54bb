import type { Agreement, Case } from './case.ts';
import type { Ground, Ruling } from './category.ts';

/** How often the category was right on labelled tools of servers that the rules were not written on. */
const measured: Readonly<Record<Agreement, number>> = {
  same: 0.94,
  name: 0.85,
  prose: 0.85,
  differ: 0.75,
  none: 0.5,
};

/** Grounds that rest on a guess. */
const guesses: ReadonlySet<Ground> = new Set(['unclear', 'unexplained-code', 'context', 'power']);

/** The most that a tool without a description earns, however plain its name: the name is all there is. */
const undescribed = 0.65;

/** The rules' own estimate, from 0 to 1, that the category is right. */
export function confidenceOf({ agreement, isUndescribed }: Case, { ground }: Ruling): number {
  const base = guesses.has(ground) ? measured.none : measured[agreement];
  return isUndescribed ? Math.min(base, undescribed) : base;
}
