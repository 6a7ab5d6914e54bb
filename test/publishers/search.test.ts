import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { paths } from '../../src/model/paths.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { search } from '../../src/publishers/search.ts';
import { sampleServer, sampleTool } from '../samples.ts';
import { servers } from '../site/catalogue.ts';
import { contents, published } from './published.ts';

const shards = (folder: string): string[] =>
  globSync('**/*.json', { cwd: join(folder, paths.searchShards) }).sort();

const textOf = (folder: string, name: string): string =>
  readFileSync(join(folder, paths.searchShards, name), 'utf8');

/** The catalogue with one tool more. */
const grown: CatalogueServer[] = [
  ...servers,
  sampleServer('lighthouse-keeper', [sampleTool({ name: 'lamp_trim', description: 'Trims a wick.' })]),
].sort((a, b) => (a.slug < b.slug ? -1 : 1));

describe('the index of the search', () => {
  let folder = '';
  let remove = (): void => undefined;
  before(async () => {
    ({ folder, remove } = await published([search], servers));
  });
  after(() => {
    remove();
  });

  it('is the same for the same catalogue, byte for byte', async () => {
    const again = await published([search], servers);
    assert.deepEqual(contents(again.folder), contents(folder));
    again.remove();
  });

  it('changes, with a further tool, only in the shards that it is in', async () => {
    const before = shards(folder);
    const further = await published([search], grown);
    const same = (name: string): boolean => textOf(folder, name) === textOf(further.folder, name);
    const kept = shards(further.folder).filter((name) => before.includes(name) && same(name));
    const changed = before.length - kept.length;
    assert.ok(changed > 0 && changed < before.length / 3, `${changed} of ${before.length} shards changed`);
    further.remove();
  });
});
