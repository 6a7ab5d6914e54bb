import { type ConstraintKind, singleEntry } from '../constraint-kind.ts';

const kin = /(?:^| )(?:ids|keys|items|names|users|files|paths|records|entries|objects|urls)$/;

/** A list of what a grave call acts on: one entry a call. */
export const singleObject: ConstraintKind = {
  id: 'single-object',
  derive({ category, risk, proved }) {
    const isGrave = category === 'Destructive' || category === 'Financial' || risk === 'High';
    if (category === 'Read' || category === 'Execute' || !isGrave) return [];
    return proved('p:bulk-array', kin)
      .filter(({ types }) => types.has('array'))
      .map((argument) => singleEntry(argument, null));
  },
};
