import type { Agreement, Case } from './case.ts';
import type { Ruling } from './category.ts';

/** The share of right categories among tools of each agreement, measured on labelled tools. */
const measured: Readonly<Record<Agreement, number>> = {
  same: 0.93,
  name: 0.8,
  prose: 0.75,
  differ: 0.65,
  none: 0.4,
};

/** The rules' own estimate, from 0 to 1, that the category is right. */
export function confidenceOf(it: Case, { ground }: Ruling): number {
  const base = ground === 'unclear' ? measured.none : measured[it.agreement];
  return it.isUndescribed ? Math.min(base, 0.6) : base;
}
