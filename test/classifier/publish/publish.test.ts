import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { profileOf } from '../../../classifier/profile.ts';
import { publishServer, toolSlugs } from '../../../classifier/publish.ts';
import { hashOf } from '../../../src/model/canonical.ts';
import type { Classification } from '../../../src/model/classification.ts';
import type { Fault } from '../../../src/model/fault.ts';
import type { Json } from '../../../src/model/json.ts';
import { CatalogueServer } from '../../../src/model/server.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import type { StoredServer } from '../../../src/store/store.ts';
import { sampleInspection, sampleListing, sampleTool } from '../../samples.ts';
import '../../setup.ts';

function stored(tools: ToolDefinition[], changes: Partial<StoredServer> = {}): StoredServer {
  return {
    id: 'npm:shelf',
    slug: 'shelf',
    listings: [sampleListing('shelf')],
    inspection: sampleInspection('shelf'),
    reachability: [],
    visited: null,
    origin: 'live',
    tools: tools.map((definition) => ({
      definition,
      hash: hashOf(definition as Json),
      firstSeen: '2026-01-02',
      changed: null,
    })),
    past: [],
    faults: [],
    ...changes,
  };
}

const verdicts = (tools: ToolDefinition[], changes: Partial<Classification> = {}): Classification[] =>
  tools.map((tool) => sampleTool(tool, changes).classification);

const books: ToolDefinition[] = [
  { name: 'get_book', description: 'Returns a book.' },
  { name: 'add_book', description: 'Adds a book.' },
];

describe('a published server', () => {
  it('is a valid catalogue entry with its tools sorted by name', () => {
    const server = publishServer(stored(books), { classifications: verdicts(books), past: [], faults: [] });
    assert.ok(server !== null);
    assert.deepEqual(CatalogueServer.parse(server), server);
    assert.deepEqual(
      server.tools.map(({ definition, slug }) => [definition.name, slug]),
      [
        ['add_book', 'add_book'],
        ['get_book', 'get_book'],
      ],
    );
  });

  it('gives each tool its own rating', () => {
    const [get, add] = books.map((tool) => sampleTool(tool).classification);
    assert.ok(get !== undefined && add !== undefined);
    const classifications = [get, { ...add, category: 'Write' as const, risk: 'Medium' as const }];
    const server = publishServer(stored(books), { classifications, past: [], faults: [] });
    assert.deepEqual(
      server?.tools.map(({ classification }) => classification.category),
      ['Write', 'Read'],
    );
  });

  it('tells what its tools were before, with the rating of each', () => {
    const [definition] = books;
    assert.ok(definition !== undefined);
    const before = { definition, hash: hashOf(definition as Json), from: '2026-01-02', until: '2026-01-05' };
    const rating = { category: 'Read', risk: 'Low' } as const;
    const publish = (past: StoredServer['past'], ratings: (typeof rating)[]) =>
      publishServer(stored([], { past }), { classifications: [], past: ratings, faults: [] });
    assert.deepEqual(publish([before], [rating])?.past, [{ ...before, rating }]);
    assert.deepEqual(publish([before], [])?.past, [{ ...before, rating: null }]);
    assert.ok(!('past' in (publish([], []) ?? {})));
  });

  it('is not published when evidence does not stand in the definition', () => {
    const signals = [{ id: 'deletes', at: '/description', quote: 'Burns a book' }];
    const judgement = { classifications: verdicts(books, { signals }), past: [], faults: [] };
    assert.throws(() => publishServer(stored(books), judgement), /get_book: "Burns a book" does not stand/);
  });

  it('is not published when it is not valid', () => {
    const server = stored(books, { slug: '' });
    assert.throws(
      () => publishServer(server, { classifications: verdicts(books), past: [], faults: [] }),
      /npm:shelf cannot be published/,
    );
  });

  it("carries this run's judge faults and no older ones", () => {
    const fault = (stage: Fault['stage'], cause: string): Fault => ({
      stage,
      subject: 'npm:shelf',
      kind: stage === 'judge' ? 'unjudged' : 'timed-out',
      cause,
      at: '2026-01-02T00:00:00.000Z',
    });
    const server = stored(books, { faults: [fault('inspect', 'slow'), fault('judge', 'old')] });
    const judgement = { classifications: verdicts(books), past: [], faults: [fault('judge', 'new')] };
    assert.deepEqual(
      publishServer(server, judgement)?.faults.map(({ cause }) => cause),
      ['slow', 'new'],
    );
  });

  it('is left out when every source has deleted it', () => {
    const listings = [sampleListing('shelf', { status: 'deleted' })];
    assert.equal(
      publishServer(stored([], { listings }), { classifications: [], past: [], faults: [] }),
      null,
    );
  });

  it('says that nobody has listed its tools when nobody has', () => {
    const server = publishServer(stored([], { inspection: null }), {
      classifications: [],
      past: [],
      faults: [],
    });
    assert.equal(server?.inspection, null);
  });
});

describe('tool addresses', () => {
  it('are safe and differ for any names', () => {
    const name = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(
        'getServer',
        'getserver',
        'get-server',
        '../../etc/passwd',
        '<script>',
        '.',
        '..',
        'a.html',
      ),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        const slugs = [...toolSlugs(names).values()];
        assert.equal(new Set(slugs).size, names.length);
        for (const slug of slugs) assert.match(slug, /^(?!\.)[a-z0-9._-]+(?<!\.)$/);
      }),
    );
  });

  it('differ even when one name is spelled like the address of another', () => {
    const [first = ''] = toolSlugs(['getServer']).values();
    const slugs = [...toolSlugs(['getServer', first]).values()];
    assert.equal(new Set(slugs).size, 2);
  });
});

describe('a merged profile', () => {
  const registry = sampleListing('io.github.x/shelf', {
    source: 'official-registry',
    title: 'Shelf MCP Server MCP Server',
    description: ' ',
    repository: 'https://git.example/x/shelf',
    packages: [{ kind: 'npm', name: 'shelf', version: '0.9.0' }],
    remotes: [{ kind: 'sse', url: 'https://shelf.example/sse' }],
  });
  const bundled = sampleListing('shelf', {
    description: 'A shelf of books.',
    homepage: 'https://shelf.example',
  });

  it("takes the registry's title and says MCP Server once", () => {
    const profile = profileOf({ listings: [bundled, registry], inspection: null });
    assert.equal(profile?.name, 'Shelf MCP Server');
  });

  it("takes the live server's own title when no registry has one", () => {
    const inspection = sampleInspection('shelf', { serverTitle: 'My\u202e shelf' });
    assert.equal(profileOf({ listings: [bundled], inspection })?.name, 'My⟨U+202E⟩ shelf');
  });

  it("takes the package's name when nobody gives a title, and the registry's when there is no package", () => {
    assert.equal(profileOf({ listings: [bundled], inspection: null })?.name, 'shelf');
    const remote = { ...registry, title: null, packages: [] };
    assert.equal(profileOf({ listings: [remote], inspection: null })?.name, 'io.github.x/shelf');
  });

  it('fills each field from the first source that says something', () => {
    const profile = profileOf({ listings: [bundled, registry], inspection: null });
    assert.equal(profile?.description, 'A shelf of books.');
    assert.equal(profile.repository, 'https://git.example/x/shelf');
    assert.equal(profile.homepage, 'https://shelf.example');
    assert.deepEqual(
      profile.sources.map(({ source }) => source),
      ['official-registry', 'bundled'],
    );
  });

  it('names each package once, in the version that was started', () => {
    const profile = profileOf({ listings: [bundled, registry], inspection: sampleInspection('shelf') });
    assert.deepEqual(profile?.packages, [{ kind: 'npm', name: 'shelf', version: '1.0.0' }]);
  });

  it('forgets what a deleted listing said', () => {
    const listings = [bundled, { ...registry, status: 'deleted' as const }];
    const profile = profileOf({ listings, inspection: null });
    assert.equal(profile?.repository, null);
    assert.equal(profile.sources.length, 1);
  });
});
