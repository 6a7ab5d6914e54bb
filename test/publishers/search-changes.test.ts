import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { emptyDigests, noteDigest } from '../../src/build/digests.ts';
import type { BuiltFile } from '../../src/build/records.ts';
import { stagedFiles } from '../../src/build/staged-files.ts';
import { openShard } from '../../src/catalogue/lines.ts';
import { shardNames } from '../../src/catalogue/sums.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import { paths } from '../../src/model/paths.ts';
import type { SearchRoot } from '../../src/model/search.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { keepParts, keptParts, openParts } from '../../src/publishers/parts.ts';
import { search } from '../../src/publishers/search.ts';
import { type Chance, chance } from '../bench/grown/chance.ts';
import { sampleServer, sampleTool } from '../samples.ts';
import { contents, published } from './published.ts';

let root = '';
const at = (...names: string[]): string => join(root, ...names);
before(() => {
  mkdirSync(locations.state, { recursive: true });
  root = resolve(mkdtempSync(join(locations.state, 'test-search-')));
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Publishes the index from kept parts over what stands in the site already, as a build does. Returns what it noted. */
async function publishAgain(servers: readonly CatalogueServer[], before: readonly BuiltFile[]) {
  writeCatalogue(at('catalogue'), servers);
  const shards = shardNames(at('catalogue'));
  openParts(at('parts'), shards);
  for (const name of shards) keepParts(openShard(at('catalogue'), name), at('parts'), 'these');
  const known = emptyDigests(before.length);
  for (const record of before) noteDigest(known, record);
  const taken = stagedFiles({ folder: at('staging'), isTree: true }, at('site'), known);
  const from = { digest: '', catalogue: '', pages: () => [], site: undefined, ceiling: null };
  await search.publish({ ...from, parts: () => keptParts(at('parts'), search) }, taken.files);
  const now = new Set(taken.records.map(({ path }) => path));
  for (const { path } of before) if (!now.has(path)) rmSync(at('site', path));
  for (const path of taken.made) {
    mkdirSync(dirname(at('site', path)), { recursive: true });
    renameSync(at('staging', path), at('site', path));
  }
  return taken;
}

const verbs = ['fetch', 'open', 'weigh', 'paint', 'count', 'mend'];
const nouns = ['barrel', 'cellar', 'garden', 'harbour', 'lantern', 'window'];

/** A tool that says “lookup”, and a word of its own now and then. */
const toolOf = (draw: Chance): CatalogueServer['tools'][number] =>
  sampleTool({
    name: draw.happens(0.1) ? 'search' : `${draw.of(verbs)}_${draw.of(nouns)}_${draw.below(30)}`,
    description: `Does a lookup of ${draw.of(nouns)}s${draw.happens(0.2) ? ` for word${draw.below(1e6)}` : ''}.`,
  });

function toolsOf(draw: Chance): CatalogueServer['tools'] {
  const tools = Array.from({ length: 1 + draw.below(5) }, () => toolOf(draw));
  return [...new Map(tools.map((tool) => [tool.slug, tool])).values()];
}

const serverOf = (draw: Chance, tools = toolsOf(draw)): CatalogueServer =>
  sampleServer(`${draw.of(nouns)}-${draw.below(1e6)}`, tools);

/** The catalogue after a day on which servers came, went, moved or were renamed, and tools came, went or were described anew. */
function nextDay(servers: readonly CatalogueServer[], draw: Chance, size: number): CatalogueServer[] {
  const left = servers.flatMap((server): CatalogueServer[] => {
    const happened = draw.below(40);
    if (happened === 0) return [];
    if (happened === 1) return [{ ...server, name: `${draw.of(nouns)} ${draw.of(nouns)}` }];
    if (happened === 2) return [serverOf(draw, server.tools)];
    if (happened === 3) return [{ ...server, tools: toolsOf(draw) }];
    if (happened === 4) return [{ ...server, tools: server.tools.slice(1) }];
    return [server];
  });
  return [
    ...left.slice(0, size),
    ...Array.from({ length: Math.max(0, size - left.length) }, () => serverOf(draw)),
  ];
}

/** What of the index depends on counts of the whole catalogue: how many buckets there are, names that fill several, cut lists. */
function bounds(records: readonly BuiltFile[]) {
  const { sets, splits } = JSON.parse(readFileSync(at('site', paths.searchIndex), 'utf8')) as SearchRoot;
  const isCut = records.some(({ path }) => path.includes('/whole/'));
  return { buckets: 2 ** sets.records, isSplit: Object.hasOwn(splits, 'search'), isCut };
}

describe('the index of the search, published again from what is kept', () => {
  let servers: readonly CatalogueServer[] = [];
  let records: readonly BuiltFile[] = [];

  it('equals that of the whole catalogue after any changes, byte for byte', async () => {
    const seen: ReturnType<typeof bounds>[] = [];
    for (const [day, size] of [100, 230, 225, 80].entries()) {
      servers = nextDay(servers, chance(`day ${day}`), size);
      ({ records } = await publishAgain(servers, records));
      const whole = await published([search], servers);
      assert.deepEqual(contents(at('site')), contents(whole.folder), `day ${day}`);
      whole.remove();
      seen.push(bounds(records));
    }
    const [small, large] = [
      { buckets: 64, isSplit: false, isCut: false },
      { buckets: 128, isSplit: true, isCut: true },
    ];
    assert.deepEqual(seen, [small, large, large, small], 'every bound is passed, up and down');
  });

  it('writes what one server changes, and nothing when nothing changed', async () => {
    const [first = assert.fail(), ...others] = servers;
    const changed = [{ ...first, tools: toolsOf(chance('one server')) }, ...others];
    const once = await publishAgain(changed, records);
    assert.ok(once.made.length > 0 && once.made.length < records.length / 3, `${once.made.length} files`);
    assert.deepEqual((await publishAgain(changed, once.records)).made, []);
  });
});
