import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { locations } from '../../src/model/locations.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { chance } from '../bench/grown/chance.ts';
import { changedCatalogue } from '../bench/grown/changes.ts';
import { grownCatalogue } from '../bench/grown-catalogue.ts';
import { digestsIn, openBench } from './built.ts';

const first: readonly CatalogueServer[] = [
  ...grownCatalogue(readCatalogue(locations.catalogue), { tools: 60 }),
];

const parts = openBench();
const whole = openBench();
after(() => {
  parts.remove();
  whole.remove();
});

/** What a build of everything makes of a catalogue. */
async function wholeSite(servers: readonly CatalogueServer[]): Promise<Record<string, string>> {
  process.env.PLACARD_CATALOGUE = join(whole.root, 'catalogue');
  whole.publishCatalogue(servers);
  rmSync(join(whole.root, 'state'), { recursive: true, force: true });
  await whole.quickly();
  return digestsIn(whole.site);
}

async function inParts(servers: readonly CatalogueServer[]) {
  process.env.PLACARD_CATALOGUE = join(parts.root, 'catalogue');
  parts.publishCatalogue(servers);
  return parts.quickly();
}

describe('a site built in parts', () => {
  it('equals the whole one after any changes', async () => {
    let servers = first;
    await inParts(servers);
    for (const round of ['one', 'two']) {
      servers = [...changedCatalogue(servers, chance(round), 0.1)];
      const built = await inParts(servers);
      assert.deepEqual(digestsIn(parts.site), await wholeSite(servers), `round ${round}`);
      assert.ok(built.changed !== null && built.made < built.files, `round ${round} made everything`);
    }
  });
});
