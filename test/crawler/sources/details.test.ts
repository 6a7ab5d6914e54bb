import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { glama } from '../../../crawler/sources/glama.ts';
import { npm } from '../../../crawler/sources/npm.ts';
import { freshStore, serve, walkSource } from './walking.ts';
import type { LoopbackServer } from './walking.ts';

let server: LoopbackServer;
afterEach(() => {
  server.close();
});
const machine = { variables: { GLAMA_API_KEY: 'k' } };
const names = Array.from({ length: 8 }, (_, at) => `s${at}`);
const page = {
  servers: [...names.map((slug) => ({ namespace: 'n', slug, name: slug })), { slug: 7 }],
  pageInfo: { hasNextPage: false, endCursor: null },
};

/** A Glama whose details answer so, by slug: a status, or the tools. */
async function start(detail: (slug: string) => number | object[]): Promise<void> {
  server = await serve((request, response) => {
    const slug = request.url?.split('/')[6] ?? '';
    if (slug === '') response.end(JSON.stringify(page));
    else {
      const found = detail(slug);
      if (typeof found === 'number') response.writeHead(found).end('{}');
      else response.end(JSON.stringify({ namespace: 'n', slug, tools: found }));
    }
  });
}

describe('a source that lists first and tells later', () => {
  it('loses one entry whose detail fails, not its neighbours, and an entry without a name', async () => {
    await start((slug) => (slug === 's3' ? 500 : slug === 's5' ? 404 : [{ name: `t-${slug}` }]));
    const { store, faults } = await walkSource(glama, { base: server.address, machine });
    assert.equal((await Array.fromAsync(store.servers())).length, 8);
    assert.equal(
      (await Array.fromAsync(store.servers())).filter(({ tools }) => tools.length === 1).length,
      6,
    );
    const causes = faults.map(({ subject, cause }) => [
      subject.split(':').at(-1),
      /status \d+/.exec(cause)?.[0],
    ]);
    assert.deepEqual(causes, [
      ['entry 9', undefined],
      ['n/s3', 'status 500'],
      ['n/s5', 'status 404'],
    ]);
  });

  for (const [status, requests] of [
    [403, 2],
    [500, 1 + 5 * 4],
  ] as const)
    it(`is left alone when every detail answers ${status}`, async () => {
      await start(() => status);
      const { fault, store } = await walkSource(glama, { base: server.address, machine });
      assert.match(fault?.cause ?? '', new RegExp(String(status)));
      assert.equal(server.requests.length, requests);
      assert.notEqual((await store.walkPlace(`glama ${server.address}`))?.done, true);
    });

  it('is refused when a page holds more than a page', async () => {
    await start(() => []);
    const { fault } = await walkSource(glama, {
      base: server.address,
      machine,
      limits: { registryPageEntries: 8 },
    });
    assert.match(fault?.cause ?? '', /9 entries on one page/);
    assert.equal(server.requests.length, 1);
  });

  it('keeps the tools of a detail that is gone or says nothing any more', async () => {
    const store = await freshStore();
    let isGone = false;
    await start(() => (isGone ? [] : [{ name: 'act' }]));
    await walkSource(glama, { base: server.address, machine, store });
    isGone = true;
    await walkSource(glama, { base: server.address, machine, store });
    assert.deepEqual(
      (await store.server('glama:n/s0'))?.tools.map(({ definition }) => definition.name),
      ['act'],
    );
  });
});

describe('npm', () => {
  const documents: Record<string, object> = {
    '/@sea%2fcrab': {
      name: '@sea/crab',
      description: null,
      bin: 'crab.js',
      mcpName: 'io.github.sea/crab',
      repository: 'github:sea/crab',
    },
    '/crab-sdk': { name: 'crab-sdk', main: 'x.js' },
    '/claims-only': { name: 'claims-only', mcpName: 'io.x/claims' },
  };
  const readme =
    '<p align="center"><img src="x"></p>\n\n# Crab &amp; co\n\nWalks **sideways**.\n\n## Tools\n\n- `pinch`: pinches\n';

  it('takes servers with what they claim to be, and no tools from a README', async () => {
    server = await serve((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
      const found = documents[pathname];
      const objects = ['@sea/crab', 'crab-sdk', 'claims-only', '../../etc'].map((name) => ({
        package: { name },
      }));
      const from = Number(searchParams.get('from'));
      response.end(
        JSON.stringify(
          found === undefined
            ? { objects: from === 0 ? objects : [], total: 900 }
            : {
                'dist-tags': { latest: '2.0.0' },
                versions: { '2.0.0': { ...found, version: '2.0.0' } },
                readme,
              },
        ),
      );
    });
    const npmRegistry = () => Promise.resolve(`${server.address}/\n`.trim());
    const { store, counts } = await walkSource(npm, { machine: { npmRegistry } });
    const servers = await store.serversOf(['npm:@sea/crab', 'npm:claims-only']);
    const [crab, claims] = servers.map(({ listings }) => listings[0]);
    assert.partialDeepStrictEqual(crab, {
      title: 'Crab & co',
      description: 'Walks sideways.',
      version: '2.0.0',
      repository: 'https://github.com/sea/crab',
      registryName: 'io.github.sea/crab',
    });
    assert.equal(claims?.registryName, 'io.x/claims');
    assert.deepEqual(
      [(await Array.fromAsync(store.servers())).length, counts.pages, counts.tools],
      [2, 2, 0],
    );
  });

  it('leaves a fault where npm does not tell its registry', async () => {
    server = await serve(() => undefined);
    const { fault } = await walkSource(npm, {});
    assert.equal(fault?.kind, 'unreachable');
  });
});
