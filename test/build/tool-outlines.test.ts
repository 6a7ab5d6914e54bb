import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { toolRecord } from '../../src/api/tool-record.ts';
import { openOutlines, outlineShard } from '../../src/build/outlines.ts';
import { openShard } from '../../src/catalogue/lines.ts';
import { readOutlines } from '../../src/catalogue/outlined.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import type { CatalogueServer, CatalogueTool } from '../../src/model/server.ts';
import { attackBase } from '../../src/publishers/attack-base.ts';
import { correctionAddress } from '../../src/view/correction.ts';
import { toolPage } from '../../src/view/tool-page.ts';
import { type ToolServer, toolServer } from '../../src/view/tool-server.ts';
import { grownCatalogue } from '../bench/grown-catalogue.ts';

/** The server as one whose tools only a source tells, on a day. */
const listedOn = (server: CatalogueServer, on: string): CatalogueServer => ({
  ...server,
  inspection: null,
  listed: { source: 'registry', name: server.name, on },
});

const first: readonly CatalogueServer[] = Array.from(
  grownCatalogue(readCatalogue(locations.catalogue), { tools: 120 }),
  (server, place) => (place % 4 === 0 ? listedOn(server, '2026-11-20') : server),
);

let root = '';
before(() => {
  mkdirSync(locations.state, { recursive: true });
  root = resolve(mkdtempSync(join(locations.state, 'test-tool-outlines-')));
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

const { exposuresOf } = attackBase();

/** What the outlines say that the files of each tool rest on, by the tool's address. */
function restsOf(servers: readonly CatalogueServer[]): Map<string, string> {
  const [catalogue, outlines] = [join(root, 'catalogue'), join(root, 'outlines')];
  writeCatalogue(catalogue, servers);
  const shards = openOutlines(catalogue, outlines);
  for (const shard of shards) outlineShard({ catalogue, outlines }, openShard(catalogue, shard), exposuresOf);
  const known = shards.flatMap((shard) => readOutlines(join(outlines, shard)).outlines);
  return new Map(
    known.flatMap(({ slug, tools }) =>
      tools.map((tool) => [`${slug}/${tool.slug}`, `${tool.digest} ${tool.around}`]),
    ),
  );
}

const neighboursOf = () => ({ same: [], milder: [], siblings: [], elsewhere: [] });
const repository = { forge: 'github', address: 'https://git.example', branch: 'main', folder: '' } as const;

/** What the files of each tool show, by the tool's address. */
function shownOf(servers: readonly CatalogueServer[]): Map<string, string> {
  const shown = (of: ToolServer, tool: CatalogueTool): unknown => [
    toolPage(of, tool, { neighboursOf, exposuresOf }),
    toolRecord(of, tool, exposuresOf),
    correctionAddress(repository, of, tool),
  ];
  return new Map(
    servers.flatMap((server) =>
      server.tools.map((tool) => [
        `${server.slug}/${tool.slug}`,
        JSON.stringify(shown(toolServer(server), tool)),
      ]),
    ),
  );
}

/** A release that changes no tool: other versions, seen on a later day. */
function released(server: CatalogueServer): CatalogueServer {
  const { inspection } = server;
  return {
    ...server,
    packages: server.packages.map((each) => ({ ...each, version: '99.0.0' })),
    sources: server.sources.map((each) => ({ ...each, version: '99.0.0' })),
    inspection: inspection === null ? null : { ...inspection, at: '2026-11-22T00:00:00.000Z' },
  };
}

const instead = { judge: 'rules', category: 'Read', risk: 'Low' } as const;
const quotes = [{ at: '/name', quote: 'a' }];
const correction = { by: 'a person', on: '2026-11-20', quotes, instead };
const corrected = (tool: CatalogueTool): CatalogueTool => ({
  ...tool,
  classification: { ...tool.classification, correction },
});

/** The server as one that was asked at an address, where it was started. */
function asked(server: CatalogueServer): CatalogueServer {
  if (server.inspection === null) return server;
  const { at, protocol, serverName, serverTitle, instructions, pages, ttlMs, cacheScope } = server.inspection;
  const remote = { kind: 'streamable-http', url: 'https://live.example/mcp' } as const;
  const answered = { at, protocol, serverName, serverTitle, instructions, pages, ttlMs, cacheScope };
  return { ...server, inspection: { kind: 'remote', remote, ...answered } };
}

/** Everything about a server that may be another the next day, but its tools. */
const changes: Readonly<Record<string, (server: CatalogueServer) => CatalogueServer>> = {
  'a release': released,
  'another name': (server) => ({ ...server, name: `${server.name} Two` }),
  'another description': (server) => ({ ...server, description: 'Another one.' }),
  'another repository': (server) => ({ ...server, repository: 'https://git.example/a/b' }),
  'no packages': (server) => ({ ...server, packages: [] }),
  'no remotes': (server) => ({ ...server, remotes: [] }),
  'no visit': (server) => ({ ...server, inspection: null }),
  'a list that a source had on another day': (server) => listedOn(server, '2026-11-21'),
  'a visit of another kind': asked,
  'other words on being reached': (server) => ({
    ...server,
    reachability: server.remotes.map((remote) => ({
      remote,
      at: '2026-11-20T00:00:00.000Z',
      state: 'listed',
    })),
  }),
  'a correction of its first tool': (server) => ({
    ...server,
    tools: server.tools.map((tool, place) => (place === 0 ? corrected(tool) : tool)),
  }),
  'a definition that its first tool had': (server) => {
    const past = server.tools.slice(0, 1).map(({ definition, hash }) => ({
      definition: { ...definition, description: 'An older one.' },
      ...{ hash, from: '2026-01-01', until: '2026-02-01', rating: null },
    }));
    return past.length === 0 ? server : { ...server, past };
  },
};

describe('what the files of a tool rest on', () => {
  let rests = new Map<string, string>();
  let shown = new Map<string, string>();
  before(() => {
    rests = restsOf(first);
    shown = shownOf(first);
  });

  for (const [what, change] of Object.entries(changes))
    it(`is another wherever they show another thing, after ${what}`, () => {
      const servers = first.map(change);
      const [later, laterShown] = [restsOf(servers), shownOf(servers)];
      const stale = [...shown.keys()].filter(
        (at) => shown.get(at) !== laterShown.get(at) && rests.get(at) === later.get(at),
      );
      assert.deepEqual(stale, []);
    });

  it('is the same after a release that changes no tool', () => {
    assert.deepEqual(restsOf(first.map(released)), rests);
  });
});
