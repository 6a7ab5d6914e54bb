import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync, utimesSync } from 'node:fs';
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

const publish = (folder: string, from: readonly CatalogueServer[]): Promise<void> =>
  search.publish({ servers: () => from, shards: () => [], site: undefined, ceiling: null }, folder);

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

  it('is written again only where a further tool changes it, and keeps nothing that nobody needs', async () => {
    const before = shards(folder);
    const texts = new Map(before.map((name) => [name, textOf(folder, name)]));
    const long = new Date('2020-01-01');
    for (const name of before) utimesSync(join(folder, paths.searchShards, name), long, long);
    await publish(folder, grown);
    const kept = shards(folder).filter((name) => texts.get(name) === textOf(folder, name));
    const untouched = kept.filter(
      (name) => statSync(join(folder, paths.searchShards, name)).mtimeMs === long.getTime(),
    );
    assert.deepEqual(untouched, kept, 'what stayed the same was not written');
    const changed = before.length - kept.length;
    assert.ok(changed > 0 && changed < before.length / 3, `${changed} of ${before.length} shards changed`);
    const fresh = await published([search], grown);
    assert.deepEqual(contents(folder), contents(fresh.folder), 'as if it had been made from nothing');
    fresh.remove();
    await publish(folder, servers);
    assert.deepEqual(shards(folder), before, 'and back again');
  });
});
