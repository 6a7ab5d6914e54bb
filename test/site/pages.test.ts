import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readAttacks } from '../../src/catalogue/attacks.ts';
import { locations } from '../../src/model/locations.ts';
import { limits } from '../../src/model/limits.ts';
import { paths } from '../../src/model/paths.ts';
import { CatalogueServer } from '../../src/model/server.ts';
import { PolicyJson } from '../../src/model/policy-json.ts';
import { policyJson, policyJsonOf } from '../../src/policy/formats/policy-json.ts';
import { fit } from '../../src/policy/fit.ts';
import { formats } from '../../src/policy/formats.ts';
import { policyOf } from '../../src/policy/recommend.ts';
import { alphabet } from '../../src/view/alphabet.ts';
import { contradictionLists } from '../../src/view/contradictions.ts';
import { type PagedList, pagePath, pagesOf } from '../../src/view/paging.ts';
import { signalLists } from '../../src/view/signal-lists.ts';
import { categoryLists, crossedLists, riskLists, toolLists } from '../../src/view/tool-lists.ts';
import { byGravity } from '../../src/view/tool-row.ts';
import { builtPages, ownText } from './built-pages.ts';
import { servers } from './catalogue.ts';
import { checkSite } from './check/check-site.ts';
import type { BuiltPage } from './check/page.ts';
import { builtSite } from './built-site.ts';
import { siteAddress } from './site.ts';
import { changesIn, serverListsIn } from '../pieces.ts';

const tools = servers.flatMap((server) => server.tools.map((tool) => ({ server, tool })));
const attacks = readAttacks(locations.attacks);
const rated = servers.filter(({ tools: own }) => own.length > 0);
let folder = '';
let remove = (): void => undefined;
let pages: BuiltPage[] = [];
/** Those that only lead on. */
let moved: BuiltPage[] = [];

const page = (path: string): BuiltPage => {
  const found = pages.find((candidate) => candidate.path === path);
  assert.ok(found, `no page at ${path}`);
  return found;
};

before(async () => {
  const site = await builtSite();
  ({ folder, remove } = site);
  const built = builtPages(folder);
  pages = built.filter(({ $ }) => $('meta[http-equiv=refresh]').length === 0);
  moved = built.filter((page) => !pages.includes(page));
});
after(() => {
  remove();
});

describe('the built pages', () => {
  it('are one for each server, tool and list, and the fixed ones', () => {
    const entries = byGravity(tools);
    const lists = toolLists(entries);
    const expected = [
      paths.home,
      paths.method,
      paths.attacks,
      paths.risks,
      paths.categories,
      paths.signals,
      paths.contradictions,
      paths.compare,
      paths.search,
      paths.tokens,
      paths.stack,
      ...[paths.data, paths.dataCard, paths.api],
      paths.about,
      paths.selfHosting,
      '/404.html',
      ...attacks.map(({ id }) => paths.attack(id)),
      ...new Set(attacks.map(({ group }) => paths.attacksOfGroup(group))),
      paths.formats,
      ...formats.map(({ id }) => paths.format(id)),
      ...servers.map(({ slug }) => paths.server(slug)),
      ...rated.flatMap(({ slug }) => [paths.policies(slug), `${paths.policies(slug)}all/`]),
      ...tools.map(({ server, tool }) => paths.tool(server.slug, tool.slug)),
      ...[
        alphabet(tools),
        changesIn(servers),
        ...riskLists(lists),
        ...categoryLists(lists),
        ...crossedLists(lists),
        ...signalLists(entries),
        ...contradictionLists(entries),
        ...serverListsIn(servers),
      ].flatMap((list: PagedList<unknown>) => pagesOf(list).map(pagePath)),
    ];
    assert.deepEqual(pages.map(({ path }) => path).sort(), expected.sort());
  });

  it('pass npm run check:site: links, headings, titles, HTML, structured data, policies and counts', async () => {
    const checked = await checkSite(folder);
    assert.equal(checked.pages.length, pages.length + moved.length);
    assert.deepEqual(checked.findings, []);
  });

  it('lead on from every address that a server or tool once had, to a page that is there', () => {
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
    assert.equal(targets[paths.formerRisk('High')], paths.risk('High'));
    assert.equal(targets['/risk/high/write/2/'], paths.risk('High'));
    for (const { path, $ } of moved) {
      const to = targets[path] ?? '';
      assert.ok(page(to), path);
      assert.equal($('link[rel=canonical]').attr('href'), `${siteAddress}${to}`);
      assert.match(readFileSync(join(folder, '_redirects'), 'utf8'), new RegExp(`^${path} ${to} 301$`, 'm'));
    }
  });

  it('read as English: articles, plurals, stops and names once', () => {
    const mistakes =
      /\ba Execute\b|\ban (?:Read|Write|Destructive|Financial)\b|\p{L}\.\.(?:\s|$)|MCP server MCP|server server|\b1 (?:tools|servers|calls|faults)\b|\b0 (?:tools|servers)\b|\b(?:undefined|null|NaN)\b|\[object|\(\)| ,| \.(?:\s|$)/iu;
    for (const built of pages) assert.equal(mistakes.exec(ownText(built))?.[0], undefined, built.path);
  });

  it('keep a space between words and the links, code and quotes beside them', () => {
    for (const { html, path } of pages) {
      const body = html.slice(html.indexOf('<main'));
      assert.doesNotMatch(body, /[\p{L}\d,.;:]<(?:a|code|q|b)[ >]/u, path);
      assert.doesNotMatch(body, /<\/(?:a|code|q|b)>[\p{L}\d(]/u, path);
    }
  });

  it('never print a name where a description belongs', () => {
    const { $ } = page(paths.tool('harbour-files', 'code_generate'));
    assert.match($('.head').text(), /publishes no description/);
    for (const text of $('main p, main blockquote').toArray()) {
      assert.notEqual($(text).text().trim().replace(/\.$/, ''), 'code_generate');
    }
  });

  it('say who judged wherever they show a verdict', () => {
    const shown = [paths.home, paths.method, ...tools.map(({ server }) => paths.server(server.slug))];
    for (const path of shown) assert.match(page(path).$('main').text(), /Judged by/, path);
    for (const { server, tool } of tools) {
      const text = page(paths.tool(server.slug, tool.slug))
        .$('main')
        .text()
        .replaceAll(/Judged by\s*/g, 'Judged by ');
      const words = {
        rules: 'Placard’s rules',
        model: 'Placard’s rules and model',
        openai: 'A language model',
      };
      const { judge } = tool.classification;
      assert.ok(text.includes(`Judged by ${judge === 'human' ? 'A person' : words[judge]}`), tool.slug);
    }
  });

  it('count exactly what the pages of the list behind a count show', () => {
    const entriesOf = (path: string): number => {
      const { $ } = page(path);
      if ($('[data-list=first]').length > 0)
        return $('[data-parts] a[data-count]')
          .toArray()
          .reduce((sum, { attribs }) => sum + entriesOf(attribs.href ?? ''), 0);
      const next = $('a[rel=next]').attr('href');
      return $('[data-list] :is(tbody tr, li)').length + (next === undefined ? 0 : entriesOf(next));
    };
    const counts = pages.flatMap(({ $ }) =>
      $('a[data-count]')
        .toArray()
        .map((link) => $(link)),
    );
    assert.ok(counts.length > 50);
    for (const link of counts) {
      const list = link.attr('href') ?? '';
      const shown = link.clone().children().remove().end().text();
      assert.equal(entriesOf(list), Number(shown.replaceAll(/\D/g, '')), list);
    }
  });

  it('show no more rows of a list than one page may have', () => {
    for (const { $, path } of pages)
      assert.ok($('[data-list] :is(tbody tr, li)').length <= limits.pageRows, path);
    const { $ } = page(paths.category('Read'));
    assert.equal($('[data-list] tbody tr').length, limits.listRows);
    assert.match($('main').text(), /The first 100 of \d+ tools, gravest first.*All of them stand by risk/s);
  });

  it('print the policy of the rule, and nothing else, on every tool page', () => {
    for (const { server, tool } of tools) {
      const text = page(paths.tool(server.slug, tool.slug)).$('figure.policy pre').first().text();
      const policy = policyOf({ ...server, tools: [tool] }, 'balanced');
      const { policy: held } = fit(policy, policyJson, { withGuard: false });
      assert.deepEqual(PolicyJson.parse(JSON.parse(text)), policyJsonOf(held));
    }
  });

  it('show evidence with its quote and where it stands', () => {
    const { $ } = page(paths.tool('harbour-files', 'delete_file'));
    const reasons = $('.reasons > li')
      .toArray()
      .map((item) => $(item).text());
    assert.match(reasons[0] ?? '', /Deletes.*Delete a file/s);
    assert.match(reasons[1] ?? '', /Path of the file to delete.*inputSchema · path · description/s);
  });

  it('show each action of a tool with its own rating, and say what is not recognisable or left out', () => {
    const { $ } = page(paths.tool('harbour-files', 'delete_file'));
    const rows = $('section[aria-labelledby="actions"] tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text().replaceAll(/\s+/g, ' ').trim()),
      );
    assert.deepEqual(rows, [
      ['trash', 'Write', 'Low', 'trash inputSchema · mode · enum · 0'],
      ['erase', 'Destructive', 'High', 'erase inputSchema · mode · enum · 1'],
      ['zap<b>', 'Not recognisable', 'Unknown', 'zap<b> inputSchema · mode · enum · 2'],
    ]);
    assert.match($('section[aria-labelledby="actions"]').text(), /lists 1 more action/);
  });

  it('say why a person should look, and whose word a correction is', () => {
    const doubted = page(paths.tool('harbour-files', 'delete_file')).$('main').text();
    assert.match(doubted, /For review\..*rules alone would say Write, medium risk\..*A person should look/s);
    const corrected = page(paths.tool('harbour-files', 'create_receipt_guide')).$('main').text();
    assert.match(corrected, /The <b>harbour<\/b> master corrected it on 2026-11-19.*Returns a guide/s);
    assert.doesNotMatch(corrected, /For review/);
  });

  it('offer the data set that they are made from, byte for byte, with its checksums', () => {
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

  it('tell unknown from none', () => {
    assert.match(page(paths.server('unlisted')).$('main').text(), /Nobody has listed the tools.*unknown/s);
    assert.match(page(paths.server('empty')).$('main').text(), /lists no tools/);
    assert.doesNotMatch(page(paths.server('unlisted')).$('main').text(), /Low risk/);
    assert.match(
      page(paths.tool('harbour-files', 'code_generate')).$('main').text(),
      /Unknown: the definition has no input schema/,
    );
    assert.match(page(paths.tool('one-tool', 'ponder')).$('main').text(), /names no parameters/);
    assert.match(page(paths.tool('one-tool', 'ponder')).$('main').text(), /Risk unknown/);
  });

  it('name a picture of the size that previews have, with the level of what they show', () => {
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

  it('carry structured data that is JSON and cannot end its script', () => {
    for (const { server, tool } of tools) {
      const { $ } = page(paths.tool(server.slug, tool.slug));
      const data = JSON.parse($('script[type="application/ld+json"]').text()) as { '@graph': unknown[] };
      assert.equal(data['@graph'].length, 2);
      assert.equal($('script').length, 3, 'theme, structured data and the one script file');
      assert.equal($('img:not([src^="/badges/"]), style, iframe, [onload], [onerror]').length, 0);
    }
  });

  it('stay within their budget of bytes', () => {
    for (const { path, html } of pages.filter(({ path }) => path.startsWith('/servers/')))
      assert.ok(gzipSync(html).length <= 14_000, `${path}: ${gzipSync(html).length} bytes`);
    const sizes = globSync('_astro/*.css', { cwd: folder }).map((file) => statSync(join(folder, file)).size);
    const large = sizes.filter((size) => size > 4_500);
    assert.ok(sizes.length === 3 && large.length === 1 && (large[0] ?? 0) <= 15_000, sizes.join(', '));
  });
});
