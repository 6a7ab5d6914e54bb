import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { XmlDocument } from 'libxml2-wasm';
import '../setup.ts';
import { atom } from '../../src/feeds/atom.ts';
import { catalogueFeeds, feedChanges, serverFeed } from '../../src/feeds/feed.ts';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import { hashOf } from '../../src/model/canonical.ts';
import { limits } from '../../src/model/limits.ts';
import { paths } from '../../src/model/paths.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { listOfChanges, serverChanges } from '../../src/view/changes.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const publication = { site: new URL('https://placard.example'), name: 'Placard' };
const control = String.fromCharCode(1, 0x1b);
const hostileName = `<b>&"'${control}]]>`;
const earlier = { name: 'send', description: 'Send a message' };
const send = {
  ...sampleTool(
    { name: 'send', description: 'Send a message to anyone' },
    { category: 'Write', risk: 'High' },
  ),
  firstSeen: '2026-03-01',
  changed: '2026-05-06',
};
const added = { ...sampleTool({ name: hostileName }), firstSeen: '2026-04-01' };
const mail = sampleServer('@a/mail', [send, added], {
  name: `Mail ${hostileName}`,
  past: [
    {
      definition: earlier,
      hash: hashOf(earlier),
      from: '2026-03-01',
      until: '2026-05-06',
      rating: { category: 'Write', risk: 'Medium' },
    },
  ],
});
const feedOf = (path: string, ...servers: CatalogueServer[]) =>
  catalogueFeeds(servers.map(feedChanges), publication).find(
    ({ self }) => new URL(self.xml).pathname === path,
  );
const everything = paths.feed('xml');
const parsedXml = (text: string): string => {
  const document = XmlDocument.fromString(text);
  const { name } = document.root;
  document.dispose();
  return name;
};

describe('a feed of changes', () => {
  const feed = feedOf(everything, mail) ?? assert.fail('no feed');

  it('is Atom that a strict XML parser and a feed parser read, hostile names and all', () => {
    const text = atom(feed);
    assert.equal(parsedXml(text), 'feed');
    const read = parseAtomFeed(text);
    assert.equal(read.title?.value, 'Changes of MCP tools · Placard');
    assert.equal(read.updated, '2026-05-06T00:00:00Z');
    assert.deepEqual(read.authors, [{ name: 'Placard' }]);
    assert.deepEqual(
      read.links?.map(({ rel, href }) => [rel, href]),
      [
        ['self', 'https://placard.example/feeds/changes.xml'],
        ['alternate', 'https://placard.example/changes/'],
      ],
    );
    assert.deepEqual(
      read.entries?.map(({ id, title, updated, summary }) => ({
        id,
        title: title?.value,
        updated,
        summary: summary?.value,
      })),
      feed.entries.map(({ id, title, at, text: summary }) => ({ id, title, updated: at, summary })),
    );
    const [, second] = read.entries ?? [];
    assert.match(second?.title?.value ?? '', /^<b>&"'⟨U\+0001⟩⟨U\+001B⟩\]\]> of Mail/);
  });

  it('is the same as JSON Feed 1.1', () => {
    const read = parseJsonFeed(JSON.stringify(jsonFeed(feed)));
    assert.equal(read.feed_url, 'https://placard.example/feeds/changes.json');
    assert.deepEqual(
      read.items?.map(({ id, url, content_text }) => [id, url, content_text]),
      feed.entries.map(({ id, address, text }) => [id, address, text]),
    );
  });

  it('says what changed, what it was rated before and after, and leads to the tool', () => {
    const [newest] = feed.entries;
    assert.equal(newest?.title, `send of Mail <b>&"'⟨U+0001⟩⟨U+001B⟩]]>: changed`);
    assert.equal(
      newest.text,
      'Changed: description. The risk went up. Rated before: Medium, Write. Rated after: High, Write.',
    );
    assert.equal(newest.address, 'https://placard.example/servers/a-mail/send/');
  });

  it('names each entry by a tag URI that neither its slug nor another day of the feed changes', () => {
    const ids = feed.entries.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids)
      assert.match(
        id,
        /^tag:placard\.example,2026:change\/2026-\d\d-\d\d\/[a-z]+\/npm%3A%40a%2Fmail(?:\/[\w%.!'()*~-]+)?$/,
      );
    const moved = feedOf(everything, { ...mail, slug: 'elsewhere' });
    assert.deepEqual(
      moved?.entries.map(({ id }) => id),
      ids,
    );
  });

  it('has at most as many entries as one may, the newest', () => {
    const tools = Array.from({ length: limits.feedEntries + 5 }, (_, index) => ({
      ...sampleTool({ name: `tool_${index}` }),
      firstSeen: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    }));
    const long = feedOf(everything, sampleServer('long', tools));
    assert.equal(long?.entries.length, limits.feedEntries);
    assert.equal(long.entries[0]?.title, `tool_${limits.feedEntries + 4} of long: added`);
  });
});

describe('the feeds of a large catalogue', () => {
  it('have the newest changes in the order of their page, wherever in the catalogue they are', () => {
    const days = 40;
    const servers = Array.from({ length: 25 * limits.feedEntries }, (_, index) => {
      const day = ((index * 7919) % days) + 1;
      const firstSeen = new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10);
      return sampleServer(`server-${index}`, [{ ...sampleTool({ name: 'look' }), firstSeen }]);
    });
    const newest = listOfChanges(servers.flatMap(serverChanges)).entries.slice(0, limits.feedEntries);
    assert.deepEqual(
      feedOf(everything, ...servers)?.entries.map(({ address }) => new URL(address).pathname),
      newest.map(({ server }) => paths.server(server.slug)),
    );
  });
});

describe('the feeds of a level and of a server', () => {
  const quiet = sampleServer('quiet', [sampleTool({ name: 'look' })]);

  it('tell what came to a level or left it, and which servers are read whose gravest tool stands there', () => {
    const titles = (risk: 'High' | 'Medium' | 'Low'): string[] =>
      feedOf(paths.riskFeed(risk, 'xml'), mail, quiet)?.entries.map(({ title }) =>
        title.replaceAll(/<b>.*?\]\]>/g, '…'),
      ) ?? [];
    assert.deepEqual(titles('High'), ['send of Mail …: changed', 'Mail …: read for the first time']);
    assert.deepEqual(titles('Medium'), ['send of Mail …: changed']);
    assert.deepEqual(titles('Low'), ['… of Mail …: added', 'quiet: read for the first time']);
  });

  it('are empty and dated like the catalogue where nothing happened, and not there where nobody read anything', () => {
    const empty = feedOf(paths.riskFeed('Critical', 'xml'), mail) ?? assert.fail('no feed');
    assert.deepEqual([empty.entries, empty.at], [[], '2026-05-06T00:00:00Z']);
    assert.equal(parseAtomFeed(atom(empty)).entries, undefined);
    const silent = sampleServer('silent', [], { inspection: null });
    assert.deepEqual(catalogueFeeds([feedChanges(silent)], publication), []);
    assert.equal(serverFeed(silent, publication), null);
    assert.equal(serverFeed(quiet, publication)?.self.xml, 'https://placard.example/feeds/servers/quiet.xml');
  });
});
