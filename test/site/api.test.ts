import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { XmlDocument } from 'libxml2-wasm';
import { ToolList } from '../../src/api/list.ts';
import { ServerRecord } from '../../src/api/server-record.ts';
import { ToolRecord } from '../../src/api/tool-record.ts';
import { isVerbatim } from '../../src/model/evidence.ts';
import { LookupShard } from '../../src/model/lookup.ts';
import { paths } from '../../src/model/paths.ts';
import { jsonTwin } from '../../src/view/json-twin.ts';
import { builtPages } from './built-pages.ts';
import { builtSite } from './built-site.ts';
import { deleteFile, hostile, servers } from './catalogue.ts';
import { api } from './check/checks/api.ts';
import type { BuiltPage } from './check/page.ts';
import { serve, siteAddress } from './site.ts';

let folder = '';
let remove = (): void => undefined;
let pages: BuiltPage[] = [];

const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));
const filesOf = (root: string): Set<string> =>
  new Set(globSync('**/*.{json,html}', { cwd: root }).map((file) => `/${file}`));

before(async () => {
  ({ folder, remove } = await builtSite());
  pages = builtPages(folder).filter(({ $ }) => $('meta[http-equiv=refresh]').length === 0);
});
after(() => {
  remove();
});

/** The pages of a list, from this one on. */
function walked(from: string | null): ToolList[] {
  if (from === null) return [];
  const list = ToolList.parse(read(from));
  return [list, ...walked(list.next)];
}

describe('the API of a built site', () => {
  it('holds what its description says, in every file', () => {
    assert.deepEqual(api(folder, filesOf(folder)), []);
  });

  it('is found wrong when a file of it is', () => {
    const copy = mkdtempSync(join(tmpdir(), 'placard-api-'));
    cpSync(join(folder, 'api'), join(copy, 'api'), { recursive: true });
    const total = read(paths.json(paths.home)) as Record<string, unknown>;
    writeFileSync(join(copy, paths.json(paths.home)), JSON.stringify({ ...total, servers: -1 }));
    writeFileSync(join(copy, 'api/v1/stray.json'), '{}');
    const says = api(copy, filesOf(copy)).map((finding) => `${finding.path} ${finding.says}`);
    assert.ok(says.some((line) => /index\.json no Totals.*servers/.test(line)));
    assert.ok(says.some((line) => line.includes('stray.json the description of the API has no such file')));
    assert.ok(
      says.some((line) => line.includes('tools.json it is the twin of /tools/, which does not exist')),
    );
    rmSync(copy, { recursive: true });
  });

  it('has a twin of every page that says so, and every such page says so', () => {
    for (const { path, $ } of pages) {
      const named = $('link[rel=alternate][type="application/json"]').attr('href') ?? null;
      assert.equal(named, path === '/404.html' ? null : jsonTwin(path), path);
      if (named !== null) assert.equal((read(named) as { page?: string }).page ?? path, path);
    }
    const twins = pages.map(({ path }) => jsonTwin(path)).filter((twin) => twin !== null);
    assert.ok(twins.length > 100);
  });

  it('lists the tools that the page lists, in the same order', () => {
    const lists = pages.filter(({ path, $ }) => {
      const isOfTools = /^\/(?:tools|risk|categories|signals)\/./.test(path) || path === paths.tools;
      return isOfTools && $('[data-list]').length > 0;
    });
    assert.ok(lists.length > 20);
    for (const { path, $ } of lists) {
      const shown = $('[data-list] :is(tbody tr, li)')
        .toArray()
        .map((row) => $(row).find('a[href^="/servers/"]').first().attr('href'));
      const { entries, total } = ToolList.parse(read(paths.json(path)));
      assert.deepEqual(
        entries.map(({ page }) => page),
        shown,
        path,
      );
      assert.ok(total >= entries.length);
    }
  });

  for (const list of [paths.tools, paths.category('Read'), paths.riskAndCategory('Low', 'Read')])
    it(`leads from page to page through the whole of ${list}, and says on each how far it is`, () => {
      const all = walked(paths.json(list));
      const seen = all.flatMap(({ entries }) => entries.map(({ page }) => page));
      let before = 0;
      for (const { total, first, last, entries } of all) {
        assert.deepEqual([total, first, last], [seen.length, before + 1, before + entries.length]);
        before += entries.length;
      }
      assert.ok(all.length > 1);
      assert.equal(new Set(seen).size, seen.length);
    });

  it('goes on where the page of a category ends, which shows its first tools only', () => {
    const all = walked(paths.json(paths.category('Read')));
    const reading = servers
      .flatMap(({ tools }) => tools)
      .filter(({ classification }) => classification.category === 'Read');
    assert.equal(all[0]?.total, reading.length);
    for (const { page } of all) assert.equal(page, paths.category('Read'));
  });
});

describe('the record of a tool', () => {
  it('has the definition as it came, and evidence that stands in it', () => {
    const record = ToolRecord.parse(read(paths.json(paths.tool('harbour-files', 'delete_file'))));
    assert.deepEqual(record.definition, deleteFile.definition);
    for (const evidence of record.classification.signals) assert.ok(isVerbatim(record.definition, evidence));
    assert.equal(record.past.length, 1);
    assert.ok(record.changes.length > 0 && record.changes.every(({ tool }) => tool === 'delete_file'));
    assert.deepEqual(record.contradiction?.hints, ['destructiveHint']);
  });

  it('keeps hostile names as they came', () => {
    for (const { slug, definition } of hostile)
      assert.equal(
        ToolRecord.parse(read(paths.json(paths.tool('hostile', slug)))).definition.name,
        definition.name,
      );
  });
});

describe('the record of a server', () => {
  it('says null and not none where nobody has listed its tools', () => {
    const unlisted = ServerRecord.parse(read(paths.json(paths.server('unlisted'))));
    assert.deepEqual([unlisted.tools, unlisted.tokens, unlisted.risk], [null, null, 'Unknown']);
    const empty = ServerRecord.parse(read(paths.json(paths.server('empty'))));
    assert.deepEqual([empty.tools, empty.tokens, empty.risk], [[], 0, null]);
  });

  it('has its tools gravest first, with what a client needs to decide', () => {
    const { tools } = ServerRecord.parse(read(paths.json(paths.server('harbour-files'))));
    assert.equal(tools?.[0]?.name, 'delete_file');
    assert.equal(tools.length, servers[0]?.tools.length);
    for (const tool of tools) assert.ok(tool.tokens > 0 && tool.hash.length === 64);
  });
});

describe('what a page leads to', () => {
  const named = ($: BuiltPage['$'], type: string): string | null =>
    $(`link[rel=alternate][type="${type}"]`).attr('href') ?? null;
  const page = (path: string): BuiltPage => pages.find((each) => each.path === path) ?? assert.fail(path);

  it('is its feed, in both formats, where anything can have changed', () => {
    for (const path of [paths.home, paths.changes, paths.risk('High'), paths.server('harbour-files')]) {
      const feed = parseAtomFeed(
        readFileSync(join(folder, named(page(path).$, 'application/atom+xml') ?? ''), 'utf8'),
      );
      const json = parseJsonFeed(
        readFileSync(join(folder, named(page(path).$, 'application/feed+json') ?? ''), 'utf8'),
      );
      assert.ok((feed.entries?.length ?? 0) > 0, path);
      assert.deepEqual(
        feed.entries?.map(({ id }) => id),
        json.items?.map(({ id }) => id),
        path,
      );
      for (const { links } of feed.entries ?? []) {
        const { origin, pathname } = new URL(links?.[0]?.href ?? '');
        assert.equal(origin, siteAddress);
        assert.ok(existsSync(join(folder, pathname, 'index.html')), pathname);
      }
    }
    assert.equal(named(page(paths.server('unlisted')).$, 'application/atom+xml'), null);
  });

  it('is its badge, whose words for README say what the picture says', () => {
    for (const path of [
      paths.server('harbour-files'),
      paths.server('unlisted'),
      paths.tool('hostile', hostile[0]?.slug ?? ''),
    ]) {
      const image = page(path).$('aside details img');
      const markdown = page(path).$('aside details code').text();
      const picture = XmlDocument.fromString(readFileSync(join(folder, image.attr('src') ?? ''), 'utf8'));
      assert.equal(
        markdown,
        `[![${image.attr('alt')}](${siteAddress}${image.attr('src')})](${siteAddress}${path})`,
      );
      assert.ok(picture.root.content.includes((image.attr('alt') ?? '').replace('MCP risk: ', '')));
      picture.dispose();
    }
  });
});

describe('the page about the API', () => {
  const examples = (): string[] =>
    (pages.find(({ path }) => path === paths.api) ?? assert.fail())
      .$('[data-example] pre')
      .toArray()
      .map((element) => load(element).text());

  it('has examples that do in a shell what they say', async () => {
    const { origin, server: site } = await serve(folder);
    after(() => {
      site.close();
    });
    const fetching =
      'fetch(process.argv[1]).then((got) => got.text()).then((text) => process.stdout.write(text))';
    const run = async (command: string): Promise<string> => {
      const script = `curl() { "$NODE" -e '${fetching}' "$2"; }\njq() { cat; }\n${command.replaceAll(siteAddress, origin)}`;
      const { stdout } = await promisify(execFile)('sh', ['-c', script], {
        env: { ...process.env, NODE: process.execPath },
      });
      return stdout;
    };
    const [totals = '', tools = '', lookup = ''] = examples();
    assert.deepEqual(JSON.parse(await run(totals)), read(paths.json(paths.home)));
    assert.equal(ServerRecord.parse(JSON.parse(await run(tools))).slug, 'hostile');
    const found = LookupShard.parse(JSON.parse(await run(lookup)));
    assert.deepEqual(found['npm:hostile'], ['hostile']);
  });
});
