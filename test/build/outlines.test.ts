import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openOutlines, outlineShard } from '../../src/build/outlines.ts';
import { openShard } from '../../src/catalogue/lines.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import { hashOf } from '../../src/model/canonical.ts';
import type { Json } from '../../src/model/json.ts';
import type { CatalogueServer, CatalogueTool } from '../../src/model/server.ts';
import { attackBase } from '../../src/publishers/attack-base.ts';
import { chance } from '../bench/grown/chance.ts';
import { changedCatalogue } from '../bench/grown/changes.ts';
import { grownCatalogue } from '../bench/grown-catalogue.ts';
import { lentOtherwise } from './lending.ts';

const first: readonly CatalogueServer[] = [
  ...grownCatalogue(readCatalogue(locations.catalogue), { tools: 300 }),
];

let root = '';
const catalogue = (): string => join(root, 'catalogue');

/** Brings the outlines in a folder up to date with these servers. Returns the tools that were looked at, by their addresses. */
function outline(servers: readonly CatalogueServer[], name: string): string[] {
  const outlines = join(root, name, 'outlines');
  writeCatalogue(catalogue(), servers);
  mkdirSync(outlines, { recursive: true });
  const looked = new Set<string>();
  for (const shard of openOutlines(catalogue(), outlines))
    outlineShard({ catalogue: catalogue(), outlines }, openShard(catalogue(), shard), (server, tool) => {
      assert.ok('slug' in server);
      looked.add(`${String(server.slug)}/${tool.slug}`);
      return attackBase().exposuresOf(server, tool);
    });
  return [...looked].sort();
}

/** The outlines in a folder, as bytes, file by file. */
function outlinesIn(servers: readonly CatalogueServer[], name: string): string[] {
  outline(servers, name);
  const folder = join(root, name, 'outlines');
  return openOutlines(catalogue(), folder).map((shard) => readFileSync(join(folder, shard), 'base64'));
}

const described = (tool: CatalogueTool): CatalogueTool => {
  const definition = { ...tool.definition, description: 'Another one.' };
  return { ...tool, definition, hash: hashOf(definition as Json), changed: '2026-11-21' };
};

const unrated = (tool: CatalogueTool): CatalogueTool => ({
  ...tool,
  classification: { ...tool.classification, signals: [] },
});

/** The same servers, the first tool of one of them as `change` leaves it. */
const withFirst = (slug: string, change: (tool: CatalogueTool) => CatalogueTool): CatalogueServer[] =>
  first.map((server) =>
    server.slug === slug
      ? { ...server, tools: server.tools.map((tool, place) => (place === 0 ? change(tool) : tool)) }
      : server,
  );

before(() => {
  mkdirSync(locations.state, { recursive: true });
  root = resolve(mkdtempSync(join(locations.state, 'test-outlines-')));
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('outlines', () => {
  const several = first.find(
    ({ tools: [tool, other] }) => other && (tool?.classification.signals.length ?? 0) > 0,
  );

  it('are, after any changes, those of a catalogue of which nothing was known', () => {
    let servers = first;
    outline(servers, 'kept');
    for (const round of ['one', 'two', 'three']) {
      servers = lentOtherwise(changedCatalogue(servers, chance(round), 0.1));
      assert.deepEqual(outlinesIn(servers, 'kept'), outlinesIn(servers, `fresh-${round}`), round);
    }
  });

  it('are made anew of a tool that says something else, and of no other', () => {
    const { slug, tools } = several ?? assert.fail();
    outline(first, 'kept');
    assert.deepEqual(outline(withFirst(slug, described), 'kept'), [`${slug}/${tools[0]?.slug ?? ''}`]);
    assert.deepEqual(outline(withFirst(slug, described), 'kept'), []);
  });

  it('are made anew of all tools of a server when what one lends the others changed', () => {
    const { slug, tools } = several ?? assert.fail();
    outline(first, 'kept');
    const all = tools.map((tool) => `${slug}/${tool.slug}`).sort();
    assert.deepEqual(outline(withFirst(slug, unrated), 'kept'), all);
  });

  it('name file and line of a damaged entry, and the tool by its place', () => {
    const { slug, tools } = several ?? assert.fail();
    outline(first, 'kept');
    const wrong = withFirst(slug, described).map((server) =>
      server.slug === slug
        ? {
            ...server,
            tools: server.tools.map((tool, place) => (place === 1 ? { ...tool, tokens: -1 } : tool)),
          }
        : server,
    );
    assert.ok(tools.length > 1);
    assert.throws(() => outline(wrong, 'kept'), /line \d+: this is no catalogue entry[^]*tools\[1\]\.tokens/);
  });
});
