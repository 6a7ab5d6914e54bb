import { renameSync, rmSync } from 'node:fs';
import { streamCatalogue } from '../../../src/catalogue/read.ts';
import { writeCatalogue } from '../../../src/catalogue/write.ts';
import type { CatalogueServer } from '../../../src/model/server.ts';
import { type Chance, chance } from './chance.ts';
import { changedCatalogue } from './changes.ts';
import { releasedCatalogue } from './releases.ts';

/** A day on which one in a hundred tools changes. */
export interface Day {
  name: string;
  /** What happens on it, as a sentence. */
  about: string;
  after: (servers: Iterable<CatalogueServer>, draw: Chance) => Generator<CatalogueServer>;
}

/** The days that benchmarks go through, one after the other: the hard one first, by which targets are measured. */
export const days: readonly Day[] = [
  {
    name: '1 % by chance',
    about: 'each tool changes with the same chance, so that one in twelve servers has one that did.',
    after: (servers, draw) => changedCatalogue(servers, draw, 0.01),
  },
  {
    name: '1 % released',
    about:
      'servers release versions that change what real ones do, until as many tools came, went or changed.',
    after: (servers, draw) => releasedCatalogue(servers, draw, 0.01),
  },
];

/** What they are, in words. */
export const aboutDays = days.map(({ name, about }) => `${name}: ${about}`).join(' ');

/** Puts what the catalogue is after a day in its place. The first day draws as it did when it was the only one. */
export function passDay(catalogue: string, { name, after }: Day): void {
  const next = `${catalogue}-next`;
  const draw = chance(name === days[0]?.name ? 'day' : name);
  writeCatalogue(next, after(streamCatalogue(catalogue), draw));
  rmSync(catalogue, { recursive: true });
  renameSync(next, catalogue);
}
