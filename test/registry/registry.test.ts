import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { registry as registrySource } from '../../crawler/sources/registry.ts';
import { ownCeiling } from '../../src/catalogue/own-site.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { registry } from '../../src/publishers/registry.ts';
import { approved, candidateOf } from '../../src/registry/approved.ts';
import { registryFiles, ServerPage, ServerResponse } from '../../src/registry/registry-files.ts';
import { serverJson } from '../../src/registry/server-json.ts';
import { paths } from '../../src/model/paths.ts';
import { registryRules } from '../../src/view/files/redirects.ts';
import { serve, walkSource, type LoopbackServer } from '../crawler/sources/walking.ts';
import { published } from '../publishers/published.ts';
import { sampleListing, sampleServer, sampleTool } from '../samples.ts';

const site = new URL('https://tools.company.example');
const look = sampleTool({ name: 'look' });
const drop = sampleTool({ name: 'drop' }, { category: 'Destructive', risk: 'High' });
const official = sampleServer('@a/mail', [look], {
  sources: [
    sampleListing('io.github.a/mail', {
      source: 'official-registry',
      launches: [
        {
          package: { kind: 'npm', name: '@a/mail', version: '1.0.0' },
          ...{ runner: 'npx', transport: 'stdio', arguments: [] },
          environment: [{ name: 'MAIL_KEY', isRequired: true, isSecret: true, default: null }],
        },
      ],
    }),
  ],
});
const own = sampleServer('plain', [look], { description: 'word '.repeat(60), homepage: 'not an address' });
const grave = sampleServer('grave', [look, drop]);
const servers = [official, own, grave];

/** Answers as a static host does that knows the rules of `_redirects` (status 200), queries included. */
function host(folder: string): (address: string) => string | null {
  const rules = registryRules
    .trim()
    .split('\n')
    .map((line) => {
      const [from = '', ...rest] = line.split(' ');
      const [to = '', query] = rest.slice(0, -1).reverse();
      const pattern = new RegExp(`^${from.replaceAll('.', '\\.').replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
      return { pattern, to, query: query?.split('=', 1)[0] };
    });
  return (address) => {
    const { pathname, searchParams } = new URL(address, 'http://host');
    for (const { pattern, to, query } of rules) {
      const found = pattern.exec(decodeURIComponent(pathname));
      const asked = query === undefined ? '' : searchParams.get(query);
      if (found === null || asked === null) continue;
      const values: Record<string, string> = {
        ...found.groups,
        ...(query === undefined ? {} : { [query]: asked }),
      };
      const file = join(
        folder,
        to.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? ''),
      );
      if (existsSync(file)) return readFileSync(file, 'utf8');
    }
    return null;
  };
}

let folder = '';
let remove = (): void => undefined;
let loopback: LoopbackServer;

before(async () => {
  ({ folder, remove } = await published([registry], servers, { site: site.href, ceiling: 'Medium' }));
  const answer = host(folder);
  loopback = await serve((request, response) => {
    const body = answer(request.url ?? '');
    response.writeHead(body === null ? 404 : 200, { 'content-type': 'application/json' });
    response.end(body ?? '');
  });
});
after(() => {
  loopback.close();
  remove();
});

const ask = async (path: string): Promise<unknown> => (await fetch(`${loopback.address}${path}`)).json();

describe('the registry of approved servers', () => {
  it('is read by a client of the official API, which finds the approved servers and no other', async () => {
    const { store, faults } = await walkSource(registrySource, { base: loopback.address });
    assert.deepEqual(faults, []);
    const listings = await Array.fromAsync(store.listings());
    assert.deepEqual(listings.map(({ name }) => name).sort(), [
      'example.company.tools/plain',
      'io.github.a/mail',
    ]);
  });

  it('gives the versions of a server under its encoded name, as the API says', async () => {
    const name = encodeURIComponent('io.github.a/mail');
    const latest = ServerResponse.parse(await ask(`/v0.1/servers/${name}/versions/latest`));
    assert.deepEqual(latest, await ask(`/v0.1/servers/${name}/versions/1.0.0`));
    assert.deepEqual(ServerPage.parse(await ask(`/v0.1/servers/${name}/versions`)).servers, [latest]);
    assert.deepEqual(latest.server.packages, [
      {
        ...{ registryType: 'npm', identifier: '@a/mail', version: '1.0.0', runtimeHint: 'npx' },
        transport: { type: 'stdio' },
        environmentVariables: [{ name: 'MAIL_KEY', isRequired: true, isSecret: true }],
      },
    ]);
    assert.deepEqual(latest._meta['example.company.tools/findings'], {
      ...{ risk: 'Low', ceiling: 'Medium', tools: 1 },
      toolsByRisk: { Critical: 0, High: 0, Medium: 0, Low: 1, Unknown: 0 },
      page: 'https://tools.company.example/servers/a-mail/',
      json: 'https://tools.company.example/api/v1/servers/a-mail.json',
    });
    assert.equal((await fetch(`${loopback.address}/v0.1/servers/${name}/versions/9.9.9`)).status, 404);
  });

  it('is cut into pages whose cursors are numbers of pages', () => {
    const files = new Map(
      [...registryFiles(servers.map(candidateOf), 'High', site, 1)].map(({ path, value }) => [path, value]),
    );
    const pages = [1, 2, 3].map((number) => ServerPage.parse(files.get(paths.registryPage(number))));
    assert.deepEqual(
      pages.map(({ metadata }) => metadata),
      [{ count: 1, nextCursor: '2' }, { count: 1, nextCursor: '3' }, { count: 1 }],
    );
    for (const value of files.values())
      assert.ok(ServerPage.safeParse(value).success || ServerResponse.safeParse(value).success);
  });

  it('is not there without a ceiling or an address', async () => {
    for (const settings of [{ site: site.href }, { ceiling: 'High' as const }]) {
      const none = await published([registry], servers, settings);
      assert.equal(existsSync(join(none.folder, 'v0.1')), false);
      none.remove();
    }
  });
});

describe('who is approved', () => {
  const unknown = sampleTool({ name: 'x' }, { risk: 'Unknown' });
  const cases: [string, CatalogueServer, boolean][] = [
    ['its gravest tool at the ceiling', grave, true],
    ['nobody listed its tools', sampleServer('a', [], { inspection: null }), false],
    ['it lists no tools', sampleServer('a'), false],
    ['one of its tools is unknown', sampleServer('a', [look, unknown]), false],
    [
      'a source says it is deleted',
      sampleServer('a', [look], { sources: [sampleListing('a', { status: 'deleted' })] }),
      false,
    ],
    ['nothing to reach it by', sampleServer('a', [look], { packages: [] }), false],
  ];
  for (const [why, server, expected] of cases)
    it(`${expected ? 'is' : 'is not'} a server of which is true: ${why}`, () => {
      assert.equal(approved([candidateOf(server)], 'High', site).size, expected ? 1 : 0);
    });

  it('is no server above the ceiling', () => {
    assert.equal(approved([candidateOf(grave)], 'Medium', site).size, 0);
  });

  it('has the official name when it leads nowhere else and nobody has it, and one of the site otherwise', () => {
    const claim = (slug: string, registryName: string) =>
      sampleServer(slug, [look], { sources: [sampleListing(slug, { registryName })] });
    const named = approved(
      [claim('two', 'io.x/y'), claim('one', 'io.x/y'), claim('three', '../..')].map(candidateOf),
      'Low',
      site,
    );
    assert.deepEqual(
      [...named.keys()],
      ['example.company.tools/three', 'example.company.tools/two', 'io.x/y'],
    );
  });
});

describe('a server.json', () => {
  it('keeps to the bounds of its schema and claims no version or address that nobody named', () => {
    const { description, version, websiteUrl } = serverJson(own, 'x.y/z');
    assert.ok(description.length <= 100 && description.endsWith('…'));
    assert.deepEqual([version, websiteUrl], ['1.0.0', undefined]);
    const remote = sampleServer('r', [look], {
      inspection: null,
      packages: [],
      sources: [sampleListing('r', { version: '../1' })],
    });
    assert.equal(serverJson(remote, 'x.y/z').version, 'unknown');
  });
});

describe('the ceiling of a site', () => {
  it('is a level in any case of letters, none when nobody says, and an error when it is no level', () => {
    const given = (value: string) => {
      process.env.PLACARD_CEILING = value;
      try {
        return ownCeiling();
      } finally {
        delete process.env.PLACARD_CEILING;
      }
    };
    assert.deepEqual([given('medium'), given('CRITICAL'), given('')], ['Medium', 'Critical', null]);
    assert.throws(() => given('safe'), /PLACARD_CEILING=safe: this is no level/);
  });
});
