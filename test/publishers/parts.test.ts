import assert from 'node:assert/strict';
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openOutlines, outlineShard } from '../../src/build/outlines.ts';
import { openShard } from '../../src/catalogue/lines.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { shardNames } from '../../src/catalogue/sums.ts';
import { shardOf } from '../../src/catalogue/shards.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { attackBase } from '../../src/publishers/attack-base.ts';
import { folderFiles } from '../../src/publishers/folder-files.ts';
import { digestOfParts, keepParts, keptParts, openParts } from '../../src/publishers/parts.ts';
import { publishParts } from '../../src/publishers/publish.ts';
import { publishers } from '../../src/publishers/publishers.ts';
import { chance } from '../bench/grown/chance.ts';
import { changedCatalogue } from '../bench/grown/changes.ts';
import { grownCatalogue } from '../bench/grown-catalogue.ts';
import { lentOtherwise, unproved } from '../build/lending.ts';
import { contents } from './published.ts';

const servers: readonly CatalogueServer[] = [
  ...grownCatalogue(readCatalogue(locations.catalogue), { tools: 200 }),
];
const changed = lentOtherwise([...changedCatalogue(servers, chance('a day'), 0.1)].slice(1));

let root = '';
const at = (name: string): string => join(root, name);

/** Keeps the parts of these servers in a folder, beside what it has already, as a build does. Returns the servers that were looked at. */
function keep(given: readonly CatalogueServer[], folder: string, templates = 'these'): string[] {
  writeCatalogue(at('catalogue'), given);
  const [catalogue, outlines] = [at('catalogue'), at(`${folder}-outlines`)];
  const shards = openOutlines(catalogue, outlines);
  openParts(at(folder), shards);
  const read: string[] = [];
  for (const name of shards) {
    const shard = openShard(catalogue, name);
    const { lent } = outlineShard({ catalogue, outlines }, shard, attackBase().exposuresOf);
    const watched = shard.lines().map((line) => {
      const server = (): CatalogueServer => {
        read.push(line.server().id);
        return line.server();
      };
      return { ...line, server };
    });
    keepParts({ ...shard, lines: () => watched }, at(folder), templates, lent);
  }
  return [...new Set(read)].sort();
}

async function publish(folder: string, to: string): Promise<ReturnType<typeof contents>> {
  const from = { catalogue: at('catalogue'), site: new URL('https://placard.example'), pages: () => ['/'] };
  await publishParts(from, at(folder), folderFiles(at(to)));
  return contents(at(to));
}

before(() => {
  mkdirSync(locations.state, { recursive: true });
  root = resolve(mkdtempSync(join(locations.state, 'test-parts-')));
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('what publishers keep of servers', () => {
  it('is made of those that changed and of no other', () => {
    assert.deepEqual(keep(servers, 'kept'), servers.map(({ id }) => id).sort());
    const before = new Map(servers.map((server) => [server.id, JSON.stringify(server)]));
    const others = changed.filter((server) => before.get(server.id) !== JSON.stringify(server));
    assert.ok(others.length > 0 && others.length < servers.length);
    assert.deepEqual(keep(changed, 'kept'), others.map(({ id }) => id).sort());
    assert.deepEqual(keep(changed, 'kept'), []);
  });

  it('gives the files that are made of all servers anew, byte for byte', async () => {
    keep(changed, 'fresh');
    assert.equal(digestOfParts(at('kept')), digestOfParts(at('fresh')));
    const files = await publish('fresh', 'fresh-site');
    assert.ok(files.length > 300);
    assert.deepEqual(await publish('kept', 'kept-site'), files);
  });

  it('takes at most twice the room of what stands, after any number of days', () => {
    const bytesIn = (folder: string): number =>
      globSync('*/*', { cwd: at(folder) }).reduce(
        (sum, file) => sum + statSync(join(at(folder), file)).size,
        0,
      );
    let day = servers;
    for (let number = 1; number <= 8; number += 1) {
      day = lentOtherwise(changedCatalogue(servers, chance(`day ${number}`), 0.2));
      keep(day, 'days');
    }
    keep(day, 'day');
    assert.ok(bytesIn('days') <= 2.1 * bytesIn('day'), `${bytesIn('days')} bytes`);
    for (const publisher of publishers)
      assert.deepEqual([...keptParts(at('days'), publisher)], [...keptParts(at('day'), publisher)]);
  });

  it('is made anew of tools whose attacks rest on another tool that changed', () => {
    const { exposuresOf } = attackBase();
    const some = servers.slice(0, 20);
    const lenders = some.map(({ tools, ...head }) => {
      const exposed = tools.flatMap((tool) => exposuresOf({ ...head, tools }, tool));
      return new Set(
        exposed.flatMap(({ grounds }) =>
          grounds.flatMap((its) => (its.by === 'signal' ? [its.tool.slug] : [])),
        ),
      );
    });
    const later = some.map((server, place) => {
      const lender = server.tools.find(({ slug }) => lenders[place]?.has(slug) === true);
      return { ...server, tools: server.tools.map((tool) => (tool === lender ? unproved(tool) : tool)) };
    });
    keep(some, 'lending');
    keep(later, 'lending');
    keep(later, 'lending-fresh');
    for (const publisher of publishers)
      assert.deepEqual(
        [...keptParts(at('lending'), publisher)],
        [...keptParts(at('lending-fresh'), publisher)],
      );
  });

  it('is made anew by another program', () => {
    const before = digestOfParts(at('kept'));
    assert.equal(keep(changed, 'kept', 'others').length, changed.length);
    assert.notEqual(digestOfParts(at('kept')), before);
  });

  it('forgets files that the catalogue has no longer, and stands in the order of those it has', () => {
    const few = servers.slice(0, 3);
    keep(few, 'kept');
    const [search] = publishers.filter(({ id }) => id === 'search');
    assert.ok(search !== undefined);
    const shards = few.toSorted((a, b) => (`${shardOf(a.id)} ${a.id}` < `${shardOf(b.id)} ${b.id}` ? -1 : 1));
    assert.deepEqual(
      [...keptParts(at('kept'), search)],
      shards.map((server): unknown => search.kept?.read(search.kept.of(server))),
    );
  });

  it('is whole or made again after a kill', () => {
    const [server] = servers;
    assert.ok(server !== undefined);
    keep([server], 'killed');
    const shard = shardOf(server.id);
    rmSync(join(at('killed'), 'lines', shard));
    truncateSync(join(at('killed'), 'bulk', shard), 10);
    assert.deepEqual(keep([server], 'killed'), [server.id]);
    keep([server], 'whole');
    assert.ok(
      readFileSync(join(at('killed'), 'bulk', shard)).equals(readFileSync(join(at('whole'), 'bulk', shard))),
    );
  });

  it('is made again when the index cannot be read', () => {
    const [server] = servers;
    assert.ok(server !== undefined);
    keep([server], 'unread');
    const index = join(at('unread'), 'lines', shardOf(server.id));
    const whole = readFileSync(index, 'utf8');
    for (const text of ['', whole.slice(0, -1), 'these 0123456789abcdef\n0123456789abcdef 0+10\n']) {
      writeFileSync(index, text);
      assert.deepEqual(keep([server], 'unread'), [server.id]);
      assert.equal(readFileSync(index, 'utf8'), whole);
    }
  });

  it('is made again when a file of it is cut off or gone', () => {
    const [server] = servers;
    assert.ok(server !== undefined);
    keep([server], 'short');
    assert.deepEqual(keep([server], 'short'), []);
    const file = join(at('short'), 'bulk', shardOf(server.id));
    const whole = readFileSync(file);
    truncateSync(file, whole.length - 1);
    assert.deepEqual(keep([server], 'short'), [server.id]);
    rmSync(file);
    assert.deepEqual(keep([server], 'short'), [server.id]);
    assert.ok(readFileSync(file).equals(whole));
  });

  it('is not made of a file that is cut off', () => {
    keep(servers, 'cut');
    const [name = ''] = shardNames(at('catalogue'));
    truncateSync(join(at('catalogue'), name), 100);
    assert.throws(
      () => {
        keepParts(openShard(at('catalogue'), name), at('cut'), 'these');
      },
      new RegExp(`${name} is not as it was published`),
    );
  });
});
