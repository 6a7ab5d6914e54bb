import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { shardNames } from '../../src/catalogue/sums.ts';
import { shardTexts, writeCatalogue } from '../../src/catalogue/write.ts';
import { isVerbatim } from '../../src/model/evidence.ts';
import { locations } from '../../src/model/locations.ts';
import { CatalogueServer } from '../../src/model/server.ts';
import { grownCatalogue } from '../bench/grown-catalogue.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-grown-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const real = readCatalogue(locations.catalogue);
const grown = [...grownCatalogue(real, { tools: 600 })];
const tools = grown.flatMap((server) => server.tools);

describe('a grown catalogue', () => {
  it('has as many tools as asked for, and is the same every time', () => {
    assert.equal(tools.length, 600);
    assert.deepEqual([...grownCatalogue(real, { tools: 600 })], grown);
    assert.notDeepEqual([...grownCatalogue(real, { tools: 600, seed: 'other' })], grown);
  });

  it('begins the same whatever its size', () => {
    const [first] = grownCatalogue(real, { tools: 5_000 });
    assert.deepEqual(first, grown[0]);
  });

  it('holds valid entries with addresses of their own and evidence that stands', () => {
    for (const server of grown) CatalogueServer.parse(server);
    assert.equal(new Set(grown.map(({ slug }) => slug)).size, grown.length);
    for (const server of grown)
      assert.equal(new Set(server.tools.map(({ slug }) => slug)).size, server.tools.length);
    for (const { definition, classification } of tools)
      for (const evidence of classification.signals) assert.ok(isVerbatim(definition, evidence));
  });

  it('is written one server at a time to the same bytes as all at once', () => {
    writeCatalogue(folder, grownCatalogue(real, { tools: 600 }));
    const written = shardNames(folder).map(
      (name) => [name, readFileSync(join(folder, name), 'utf8')] as const,
    );
    assert.deepEqual(new Map(written), new Map([...shardTexts(grown)].sort()));
  });
});
