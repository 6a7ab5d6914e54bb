import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../setup.ts';
import { siteFiles } from '../../src/view/files/files.ts';
import { lastChanges, sitemap } from '../../src/view/files/sitemap.ts';
import { sampleInspection, sampleServer, sampleTool } from '../samples.ts';

const site = new URL('https://placard.example');
const read = { ...sampleTool({ name: 'read' }), firstSeen: '2026-03-01' };
const edited = { ...sampleTool({ name: 'edit' }), firstSeen: '2026-03-01', changed: '2026-05-06' };
const servers = [
  sampleServer('bank', [read, edited], {
    inspection: sampleInspection('bank', { at: '2026-04-01T00:00:00.000Z' }),
  }),
  sampleServer('silent', [], { inspection: null }),
];
const text = (path: string, on: URL | undefined): string | undefined =>
  siteFiles(servers, [], { name: 'Placard', tools: 2, address: on }).find((file) => file.path === path)?.text;

describe('the sitemap', () => {
  it('dates a tool by its definition, a server by its latest tool or visit, and nothing else', () => {
    assert.deepEqual(servers.flatMap(lastChanges), [
      ['/servers/bank/', '2026-05-06'],
      ['/servers/bank/read/', '2026-03-01'],
      ['/servers/bank/edit/', '2026-05-06'],
    ]);
  });

  it('names every page once, in parts within the bound, and the parts in the index with their latest day', () => {
    const pages = ['/', '/servers/bank/', '/servers/bank/read/', '/a&b/', '/method/'];
    const [index, ...parts] = sitemap(pages, new Map(servers.flatMap(lastChanges)), site, 2);
    const named = parts.flatMap((part) =>
      [...part.text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc]) => loc),
    );
    assert.deepEqual(
      named,
      pages.toSorted().map((path) => `https://placard.example${path.replace('&', '&amp;')}`),
    );
    assert.deepEqual(
      parts.map(({ path }) => path),
      ['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml'],
    );
    assert.match(index?.text ?? '', /sitemap-3\.xml<\/loc><lastmod>2026-03-01</);
    assert.match(index?.text ?? '', /sitemap-1\.xml<\/loc><\/sitemap>/);
  });
});

describe('the files beside the pages', () => {
  it('hold absolute addresses only on a site that knows its own', () => {
    assert.deepEqual(
      siteFiles(servers, [], { name: 'Placard', tools: 2, address: undefined }).filter((file) =>
        file.text.includes('https://placard'),
      ),
      [],
    );
    assert.equal(text('opensearch.xml', undefined), undefined);
    assert.equal(text('.well-known/security.txt', undefined), undefined);
    assert.match(text('robots.txt', undefined) ?? '', /^User-agent: \*\nAllow: \/\n$/);
    assert.match(
      text('robots.txt', site) ?? '',
      /^Sitemap: https:\/\/placard\.example\/sitemap-index\.xml$/m,
    );
  });

  it('say how to report a weakness, for a year after the last thing the catalogue records', () => {
    const security = text('.well-known/security.txt', site) ?? '';
    assert.match(security, /^Contact: https:\/\/placard\.example\/about\/#contact$/m);
    assert.match(security, /^Expires: 2027-04-01T00:00:00\.000Z$/m);
    assert.equal(
      siteFiles([], [], { name: 'Placard', tools: 2, address: site }).find(({ path }) =>
        path.includes('security'),
      ),
      undefined,
    );
  });

  it('let a browser search', () => {
    assert.match(
      text('opensearch.xml', site) ?? '',
      /template="https:\/\/placard\.example\/search\/\?q=\{searchTerms\}"/,
    );
  });

  it('tell servers to send a policy that lets nothing in', () => {
    assert.match(text('_headers', site) ?? '', /^\/\*\n {2}Content-Security-Policy: default-src 'self'; /);
    assert.doesNotMatch(text('_headers', site) ?? '', /unsafe|\*;|https?:/);
  });
});
