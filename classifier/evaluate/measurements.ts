import { writeFileSync } from 'node:fs';
import { readMeasurements } from '../../src/catalogue/measurements.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { byText } from '../../src/model/text-order.ts';

/** How the tools of the known sets were drawn. */
export const drawings: Readonly<Record<string, string>> = {
  'labels-rubric':
    'Tools of many registries and sources, more of the rare categories than chance would give, labelled by the rubric.',
  'labels-broad':
    'One tool in four at random, the others for money, removal, running programs or a name without a reading verb.',
  'crawl-test':
    'Tools of servers that were crawled for the catalogue and that nothing was learned from: up to 26 of each at random, and up to 12 more whose names speak of removing, paying, running or secrets.',
  'crawl-train':
    'The same of the other servers of the catalogue, whose tools may be read while rules are written.',
  random:
    'Tools at random, at most three of a server, from servers that nothing was learned from: as common as they are in the wild. Labelled once, from the texts alone.',
  hostile:
    'Definitions that sixteen authors wrote for this who knew no rule: hostile ones, and honest ones that look like them. Some of them wrote near-equal twins, shunned the words that scanners look for, talked to raters only, or disguised what they wrote.',
  languages:
    'Single sentences of tools in German, Dutch, French, Italian, Spanish, Portuguese, Russian, Polish, Turkish, Korean, Chinese and Japanese, which authors wrote for this who knew no rule: hostile ones, and honest ones about the same things. What was learned of seven of these languages other authors wrote; of the others it is words alone.',
  'actions-test':
    'Tools with an argument that chooses what a call does, or looks so, of servers whose labels were not read while the rules for actions were written. Each action was labelled alone, twice, from the texts and blind to every judge.',
  'actions-train': 'The same of the other servers.',
  gold: 'Annotated, empty, foreign, dangerous and random tools in fixed shares; more danger than in the wild.',
};

const keyOf = ({ labels, judge, half, folds }: Measurement) =>
  [labels.name, judge, half ?? '', folds === null ? '' : 'folds'].join(' ');

/**
 * Writes measurements into a file, which keeps those of other judges, sets and halves that it holds. Sorted, so the
 * same measurements give the same bytes.
 * @throws UserError when the file holds something else.
 */
export function keepMeasurements(file: string, fresh: readonly Measurement[]): void {
  const all = new Map([...readMeasurements(file), ...fresh].map((each) => [keyOf(each), each]));
  const sorted = [...all].toSorted(([a], [b]) => byText(a, b)).map(([, each]) => each);
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}
