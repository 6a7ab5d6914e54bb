import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { awesome } from '../../../crawler/sources/awesome.ts';
import { freshFolder, serve, walkSource } from './walking.ts';
import type { LoopbackServer } from './walking.ts';

const list = `# Awesome MCP Servers

- [Servers](#servers)

## Sponsors

- [Buy this](https://ads.example)

## Community Servers

- **[Tide](https://github.com/Sea/Tide/tree/main/src/tide)** - Tells the *tide* <script>alert(1)</script>of [Sea](https://sea.example).
- [![badge](https://img.example/b.svg)](https://badge.example) [Moon](https://moon.example/mcp?utm=1#top) 🌙 ☁️ – Phases of the moon
- See also [another list](https://example.com/list)
- [Danger](javascript:alert(1)) - no
  - [Nested](https://gitlab.com/a/nested) - Inside.
- [Tide again](https://github.com/sea/tide/tree/main/src/tide/) - The same place.

## Frameworks

- [Frame](https://github.com/a/frame) - Builds servers.
`;
const names = ['github.com/sea/tide/tree/main/src/tide', 'gitlab.com/a/nested', 'moon.example/mcp'];

let server: LoopbackServer | undefined;
afterEach(() => {
  server?.close();
});

function fileOf(name: string, text: string): string {
  const file = join(freshFolder('awesome'), name);
  writeFileSync(file, text);
  return file;
}

const listings = async ({ store }: Awaited<ReturnType<typeof walkSource>>) =>
  (await Array.fromAsync(store.servers()))
    .map((one) => one.listings[0])
    .sort((a, b) => ((a?.name ?? '') < (b?.name ?? '') ? -1 : 1));

describe('an awesome list', () => {
  it('names servers by where they are, under the headings of servers only', async () => {
    const found = await listings(await walkSource(awesome, { from: fileOf('README.md', list) }));
    assert.deepEqual(
      found.map((listing) => listing?.name),
      names,
    );
    assert.partialDeepStrictEqual(found[2], {
      title: 'Moon',
      description: 'Phases of the moon',
      repository: null,
      homepage: 'https://moon.example/mcp?utm=1#top',
      packages: [],
    });
    assert.partialDeepStrictEqual(found[1], { title: 'Nested', repository: 'https://gitlab.com/a/nested' });
  });

  it('is the same as rendered HTML', async () => {
    const html = `<h2>Servers</h2><ul><li><a href="https://moon.example/mcp">Moon</a> - Phases</li></ul>`;
    const found = await listings(await walkSource(awesome, { from: fileOf('list.html', html) }));
    assert.deepEqual(
      found.map((listing) => [listing?.name, listing?.description]),
      [['moon.example/mcp', 'Phases']],
    );
  });

  const start = async (robots: string | number): Promise<string> => {
    server = await serve((request, response) => {
      if (request.url !== '/robots.txt') response.setHeader('content-type', 'text/plain').end(list);
      else if (typeof robots === 'number') response.writeHead(robots).end();
      else response.end(robots);
    });
    return `${server.address}/lists/README.md`;
  };

  it('is read where robots.txt allows it or does not exist', async () => {
    for (const robots of [
      404,
      'User-agent: *\nDisallow: /private',
      'User-agent: placard\nAllow: /\n\nUser-agent: *\nDisallow: /',
    ]) {
      const outcome = await walkSource(awesome, { base: await start(robots) });
      assert.equal((await listings(outcome)).length, 3);
      server?.close();
    }
  });

  it('is left alone where robots.txt says so, and where it cannot be had', async () => {
    const cases = [
      ['User-agent: *\nDisallow: /lists/', 'stay-away'],
      ['User-agent: Placard\nDisallow: /', 'stay-away'],
      [500, 'bad-response'],
    ] as const;
    for (const [robots, kind] of cases) {
      const { fault } = await walkSource(awesome, { base: await start(robots) });
      assert.equal(fault?.kind, kind);
      assert.ok(server?.requests.every(({ url }) => url === '/robots.txt'));
      server?.close();
    }
  });
});
