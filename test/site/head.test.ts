import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { load } from 'cheerio';
import { marked } from 'marked';
import { readAttacks } from '../../src/catalogue/attacks.ts';
import { locations } from '../../src/model/locations.ts';
import { paths } from '../../src/model/paths.ts';
import { CatalogueServer } from '../../src/model/server.ts';
import { former, servers } from './catalogue.ts';
import { type CheckedSite, checkSite } from './check/check-site.ts';
import { type BuiltPage, builtPage } from './check/page.ts';
import { buildSite, siteAddress } from './site.ts';

let folder = '';
let remove = (): void => undefined;
let pages: BuiltPage[] = [];
/** Those that only lead on. */
let moved: BuiltPage[] = [];
let checked: CheckedSite = { pages: [], findings: [] };

const page = (path: string): BuiltPage => {
  const found = pages.find((candidate) => candidate.path === path);
  assert.ok(found, `no page at ${path}`);
  return found;
};

before(async () => {
  ({ folder, remove } = await buildSite(servers, { site: siteAddress, former }));
  const built = globSync('**/*.html', { cwd: folder }).map((file) =>
    builtPage(`/${file.replace(/index\.html$/, '')}`, readFileSync(join(folder, file), 'utf8')),
  );
  pages = built.filter(({ $ }) => $('meta[http-equiv=refresh]').length === 0);
  moved = built.filter((page) => !pages.includes(page));
  checked = await checkSite(folder);
});
after(() => {
  remove();
});

describe('a site that knows its own address', () => {
  it('passes npm run check:site: links, headings, titles, HTML, structured data, policies and counts', () => {
    assert.equal(checked.pages.length, pages.length + moved.length);
    assert.deepEqual(checked.findings, []);
  });

  it('points outside only to the sources of documented attacks', () => {
    const sources = new Set(
      readAttacks(locations.attacks).flatMap(({ cases }) => cases.map(({ url }) => new URL(url).href)),
    );
    const outside = checked.pages.flatMap((found) => found.outside);
    assert.ok(outside.length > 0);
    assert.deepEqual(
      outside.filter((href) => !sources.has(href)),
      [],
    );
  });

  it('has a Markdown twin of every page, with its heading', () => {
    for (const { $, path } of pages.filter(({ path }) => path !== '/404.html')) {
      const twin = readFileSync(join(folder, $('link[type="text/markdown"]').attr('href') ?? ''), 'utf8');
      const shown = load(marked.parse(twin, { async: false }));
      assert.equal(shown('script, style, img, svg, iframe').length, 0, path);
      assert.equal(shown('h1').text().trim(), $('h1').text().trim().replaceAll(/\s+/g, ' '), path);
    }
  });

  it('leads on from every address that a server or tool once had, to a page that is there', () => {
    const targets = Object.fromEntries(
      moved.map(({ path, $ }) => [
        path,
        $('meta[http-equiv=refresh]').attr('content')?.replace('0;url=', ''),
      ]),
    );
    assert.equal(targets['/servers/harbour-store/'], paths.server('harbour-files'));
    assert.equal(targets['/servers/harbour-store/delete_file/'], paths.tool('harbour-files', 'delete_file'));
    assert.equal(targets['/servers/harbour-files/remove_file/'], paths.tool('harbour-files', 'delete_file'));
    assert.equal(targets['/servers/gone/'], paths.servers);
    for (const { path, $ } of moved.filter(({ path }) => path.startsWith('/servers/'))) {
      const to = targets[path] ?? '';
      assert.ok(page(to), path);
      assert.equal($('link[rel=canonical]').attr('href'), `${siteAddress}${to}`);
      assert.match(readFileSync(join(folder, '_redirects'), 'utf8'), new RegExp(`^${path} ${to} 301$`, 'm'));
    }
  });

  it('offers the data set that it is made from, byte for byte, with its checksums', () => {
    const { files } = JSON.parse(readFileSync(join(folder, paths.catalogueIndex), 'utf8')) as {
      files: { path: string; bytes: number; sha256: string; servers: number }[];
    };
    const texts = files.map(({ path }) => readFileSync(join(folder, path), 'utf8'));
    assert.deepEqual(
      files.map(({ bytes, sha256 }) => [bytes, sha256]),
      texts.map((text) => [Buffer.byteLength(text), createHash('sha256').update(text).digest('hex')]),
    );
    const lines = texts.flatMap((text) => text.trimEnd().split('\n'));
    assert.deepEqual(
      lines.map((line) => CatalogueServer.parse(JSON.parse(line)).id).sort(),
      servers.map(({ id }) => id).sort(),
    );
  });

  it('names a picture of the size that previews have, with the level of what they show', () => {
    for (const { $, path } of pages.filter(({ path }) => path !== '/404.html')) {
      const image = $('meta[property="og:image"]').attr('content') ?? '';
      const bytes = readFileSync(join(folder, new URL(image).pathname));
      assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630], path);
      assert.ok(bytes.length < 40_000, image);
      assert.equal($('link[rel=canonical]').attr('href'), `${siteAddress}${path}`);
      const shown = /(critical|high|medium|low|unknown)/.exec(image)?.[1];
      if (shown !== undefined) assert.equal($('.head .risk').first().hasClass(shown), true, path);
    }
    const { $ } = page(paths.tool('harbour-files', 'delete_file'));
    assert.match($('meta[property="og:image"]').attr('content') ?? '', /tool-high\.png$/);
  });
});
