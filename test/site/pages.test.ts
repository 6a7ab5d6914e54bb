import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { readAttacks } from '../../src/catalogue/attacks.ts';
import { locations } from '../../src/model/locations.ts';
import { Category } from '../../src/model/categories.ts';
import { limits } from '../../src/model/limits.ts';
import { paths } from '../../src/model/paths.ts';
import { PolicyJson } from '../../src/model/policy-json.ts';
import { policyJson, policyJsonOf } from '../../src/policy/formats/policy-json.ts';
import { fit } from '../../src/policy/fit.ts';
import { formats } from '../../src/policy/formats.ts';
import { policyOf } from '../../src/policy/recommend.ts';
import { Risk } from '../../src/model/risks.ts';
import { alphabet } from '../../src/view/alphabet.ts';
import { changeList } from '../../src/view/changes.ts';
import { contradictionLists } from '../../src/view/contradictions.ts';
import { type EntryList, pagesOf } from '../../src/view/paging.ts';
import { serverLists } from '../../src/view/server-list.ts';
import { signalLists } from '../../src/view/signal-lists.ts';
import { categoryLists, crossedLists, riskLists, toolLists } from '../../src/view/tool-lists.ts';
import { byGravity } from '../../src/view/tool-row.ts';
import { type BuiltPage, builtPages } from './built-pages.ts';
import { servers } from './catalogue.ts';
import { buildSite } from './site.ts';

const tools = servers.flatMap((server) => server.tools.map((tool) => ({ server, tool })));
const attacks = readAttacks(locations.attacks);
const rated = servers.filter(({ tools: own }) => own.length > 0);
let folder = '';
let remove = (): void => undefined;
let pages: BuiltPage[] = [];

const page = (path: string): BuiltPage => {
  const found = pages.find((candidate) => candidate.path === path);
  assert.ok(found, `no page at ${path}`);
  return found;
};

/** The text a reader sees, with what servers wrote in their own elements left out. */
function ownText({ html }: BuiltPage): string {
  const $ = load(html);
  $('script, style, pre, nav.crumbs').remove();
  $('code, .name, [lang=""]').replaceWith('X');
  $('p, li, dt, dd, td, th, h1, h2, h3, summary, details, div, section, caption, span').append('\n');
  return $('body').text();
}

before(async () => {
  const site = await buildSite(servers);
  ({ folder, remove } = site);
  pages = builtPages(folder);
});
after(() => {
  remove();
});

describe('the built pages', () => {
  it('are one for each server, tool and list, and the fixed ones', () => {
    const everyPage = (list: EntryList<unknown>): string[] =>
      Array.from({ length: pagesOf(list) }, (_, index) => paths.listPage(list.path, index + 1));
    const entries = byGravity(tools);
    const lists = toolLists(entries);
    const expected = [
      paths.home,
      paths.method,
      paths.attacks,
      paths.data,
      paths.about,
      paths.risks,
      paths.categories,
      paths.signals,
      paths.contradictions,
      paths.compare,
      '/404.html',
      ...attacks.map(({ id }) => paths.attack(id)),
      ...new Set(attacks.map(({ group }) => paths.attacksOfGroup(group))),
      paths.formats,
      ...formats.map(({ id }) => paths.format(id)),
      ...servers.map(({ slug }) => paths.server(slug)),
      ...rated.map(({ slug }) => paths.policies(slug)),
      ...tools.map(({ server, tool }) => paths.tool(server.slug, tool.slug)),
      ...Risk.options.map((risk) => paths.formerRisk(risk)),
      ...Category.options.map((category) => paths.formerCategory(category)),
      ...[
        alphabet(tools),
        changeList(servers),
        ...riskLists(lists),
        ...categoryLists(lists),
        ...crossedLists(lists),
        ...signalLists(entries),
        ...contradictionLists(entries),
        ...serverLists(servers),
      ].flatMap(everyPage),
    ];
    assert.deepEqual(pages.map(({ path }) => path).sort(), expected.sort());
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
      const text = page(paths.tool(server.slug, tool.slug)).$('main').text();
      const words = {
        rules: 'Placard’s rules',
        model: 'Placard’s rules and model',
        openai: 'a language model',
      };
      const { judge } = tool.classification;
      assert.ok(text.includes(`Judged by ${judge === 'human' ? 'a person' : words[judge]}`), tool.slug);
    }
  });

  it('count exactly what the pages of the list behind a count show', () => {
    const entriesOf = (path: string): number => {
      const { $ } = page(path);
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
      assert.ok($('[data-list] :is(tbody tr, li)').length <= limits.listRows, path);
    assert.equal(
      page(paths.listPage(paths.category('Read'), 2))
        .$('a[rel=prev]')
        .attr('href'),
      paths.category('Read'),
    );
  });

  it('lead on from where lists once stood', () => {
    const { $ } = page(paths.formerRisk('High'));
    assert.equal($('meta[http-equiv=refresh]').attr('content'), `0;url=${paths.risk('High')}`);
    assert.equal($('main a').first().attr('href'), paths.risk('High'));
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
    assert.match(
      reasons[1] ?? '',
      /Path of the file to delete.*inputSchema · properties · path · description/s,
    );
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
      ['trash', 'Write', 'Low', 'trash inputSchema · properties · mode · enum · 0'],
      ['erase', 'Destructive', 'High', 'erase inputSchema · properties · mode · enum · 1'],
      ['zap<b>', 'Not recognisable', 'Unknown', 'zap<b> inputSchema · properties · mode · enum · 2'],
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

  it('carry structured data that is JSON and cannot end its script', () => {
    for (const { server, tool } of tools) {
      const { $ } = page(paths.tool(server.slug, tool.slug));
      const data = JSON.parse($('script[type="application/ld+json"]').text()) as { '@graph': unknown[] };
      assert.equal(data['@graph'].length, 2);
      assert.equal($('script').length, 3, 'theme, structured data and the one script file');
      assert.equal($('img, style, iframe, [onload], [onerror]').length, 0);
    }
  });

  it('stay within their budget of bytes', () => {
    for (const { path, html } of pages.filter(({ path }) => path.startsWith('/servers/')))
      assert.ok(gzipSync(html).length <= 14_000, `${path}: ${gzipSync(html).length} bytes`);
    const styles = globSync('_astro/*.css', { cwd: folder });
    assert.equal(styles.length, 1);
    assert.ok(gzipSync(readFileSync(join(folder, styles[0] ?? ''))).length <= 4_000);
  });
});
