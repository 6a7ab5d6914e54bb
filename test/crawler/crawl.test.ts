import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { crawl, plan, takeOverCatalogue } from '../../crawler/crawl.ts';
import type { CrawlOptions, CrawlParts } from '../../crawler/crawl.ts';
import { Failure } from '../../crawler/failure.ts';
import { BundleEntry } from '../../src/model/bundle.ts';
import { openStore } from '../../src/store/sqlite.ts';
import type { StoredServer } from '../../src/store/store.ts';
import { sampleInspection, sampleListing, sampleLive, sampleServer, sampleTool } from '../samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-crawl-'));
after(() => {
  rmSync(folder, { recursive: true });
});
let stores = 0;
const freshStore = () => openStore(join(folder, `${++stores}.db`));
const entry = (name: string, changes: object = {}) =>
  BundleEntry.parse({ package: name, version: '1.0.0', ...changes });
const full: CrawlOptions = { bundledOnly: false, again: false };
const { signal } = new AbortController();

/** The parts of a crawl whose servers all list one tool, except for those that are told to fail. */
async function partsWith(changes: Partial<CrawlParts> = {}) {
  const listed: string[] = [];
  const lines: string[] = [];
  const parts: CrawlParts = {
    store: await freshStore(),
    list: ({ package: name }) => {
      listed.push(name);
      return Promise.resolve({ listing: sampleLive(name, [{ name: 'read' }]), faults: [] });
    },
    describe: () => null,
    isBundled: () => true,
    now: () => new Date('2026-03-01T00:00:00.000Z'),
    progress: (line) => lines.push(line),
    visitsAtOnce: 2,
    ...changes,
  };
  return { parts, listed, lines };
}

describe('the plan for a server', () => {
  const known = (changes: Partial<StoredServer> = {}): StoredServer => ({
    id: 'npm:a',
    slug: 'a',
    listings: [],
    inspection: sampleInspection('a'),
    origin: 'live',
    reachability: [],
    visited: null,
    tools: [],
    past: [],
    faults: [],
    ...changes,
  });
  const fault = (kind: 'timed-out' | 'duplicate-tool' | 'exited' | 'not-installed') => ({
    ...({ stage: 'inspect', subject: 'npm:a', kind, cause: '' } as const),
    at: '2026-01-01T00:00:00.000Z',
  });
  const bundled = { ...full, isBundled: true };
  const taken = known({ origin: 'catalogue' });
  type Case = [string, BundleEntry, StoredServer | null, CrawlOptions & { isBundled: boolean }, string];
  const cases: Case[] = [
    ['that nobody knows', entry('a'), null, bundled, 'start'],
    ['that nobody has listed', entry('a'), known({ inspection: null, origin: null }), bundled, 'start'],
    ['that is listed', entry('a'), known(), bundled, 'unchanged'],
    ['that is listed, again', entry('a'), known(), { ...bundled, again: true }, 'start'],
    ['of another version', entry('a', { version: '1.0.1' }), known(), bundled, 'start'],
    ['with other arguments', entry('a', { arguments: ['.'] }), known(), bundled, 'start'],
    ['with another environment', entry('a', { environment: { A: '1' } }), known(), bundled, 'start'],
    ['that timed out since', entry('a'), known({ faults: [fault('timed-out')] }), bundled, 'start'],
    [
      'that lists a tool twice',
      entry('a'),
      known({ faults: [fault('duplicate-tool')] }),
      bundled,
      'unchanged',
    ],
    ['of the catalogue', entry('a'), taken, bundled, 'start'],
    ['of the catalogue, in a bundled crawl', entry('a'), taken, { ...bundled, bundledOnly: true }, 'start'],
    [
      'of the catalogue whose package is missing, in a bundled crawl',
      entry('a'),
      taken,
      { ...full, bundledOnly: true, isBundled: false },
      'takenOver',
    ],
    [
      'of the catalogue at another version whose package is missing, in a bundled crawl',
      entry('a', { version: '2.0.0' }),
      taken,
      { ...full, bundledOnly: true, isBundled: false },
      'start',
    ],
    ...(
      [
        ['that failed at this version', entry('a'), 'exited', 'takenOver'],
        ['that failed at another version', entry('a', { version: '2.0.0' }), 'exited', 'start'],
        ['that could not be installed here', entry('a'), 'not-installed', 'start'],
      ] as const
    ).map(([what, wanted, kind, step]): Case => [
      `${what}, whose package is missing, in a bundled crawl`,
      wanted,
      known({ inspection: null, origin: null, listings: [sampleListing('a')], faults: [fault(kind)] }),
      { ...full, bundledOnly: true, isBundled: false },
      step,
    ]),
    [
      'that is listed and whose package is missing, again, in a bundled crawl',
      entry('a'),
      known(),
      { again: true, bundledOnly: true, isBundled: false },
      'unchanged',
    ],
  ];
  for (const [what, wanted, server, options, step] of cases) {
    it(`is "${step}" for one ${what}`, () => {
      assert.equal(plan(wanted, server, options), step);
    });
  }
});

describe('a crawl of the list', () => {
  it('lists every server once and nothing in the next run', async () => {
    const { parts, listed } = await partsWith();
    const entries = [entry('a'), entry('b')];
    const nothing = { started: 0, takenOver: 0, unchanged: 0, faults: 0 };
    assert.deepEqual(await crawl(entries, full, parts, signal), { ...nothing, started: 2 });
    assert.deepEqual(await crawl(entries, full, parts, signal), { ...nothing, unchanged: 2 });
    assert.deepEqual(listed, ['a', 'b']);
  });

  it('loses no neighbour of a server that fails, and tries that one again', async () => {
    let isBroken = true;
    const { parts, lines } = await partsWith({
      list: ({ package: name }) =>
        name === 'b' && isBroken
          ? Promise.reject(new Failure('exited', 'exit code 1'))
          : Promise.resolve({ listing: sampleLive(name, [{ name: 'read' }]), faults: [] }),
    });
    const entries = [entry('a'), entry('b'), entry('c')];
    const first = await crawl(entries, full, parts, signal);
    assert.deepEqual(first, { started: 2, takenOver: 0, unchanged: 0, faults: 1 });
    assert.deepEqual(
      (await parts.store.server('npm:b'))?.faults.map(({ kind, cause }) => [kind, cause]),
      [['exited', 'exit code 1']],
    );
    assert.ok(lines.includes('b: The server stopped before its tools were listed. exit code 1'));
    isBroken = false;
    assert.equal((await crawl(entries, full, parts, signal)).started, 1);
    assert.deepEqual((await parts.store.server('npm:b'))?.faults, []);
  });

  it('keeps what the package says of a server that lists nothing', async () => {
    const { parts } = await partsWith({
      list: () => Promise.reject(new Failure('exited', 'exit code 1')),
      describe: ({ package: name }) =>
        name === 'a' ? sampleListing('a', { description: 'Reads.', version: '1.0.1' }) : null,
    });
    await parts.store.saveLive(sampleLive('a', []), []);
    await crawl([entry('a', { version: '1.0.1' }), entry('b')], full, parts, signal);
    assert.deepEqual(
      (await Array.fromAsync(parts.store.servers())).map(({ listings: [listing] }) => [
        listing?.description,
        listing?.version,
      ]),
      [
        ['Reads.', '1.0.1'],
        [null, '1.0.0'],
      ],
    );
  });

  it('keeps the last good listing of a server that fails later', async () => {
    const { parts } = await partsWith();
    await crawl([entry('a')], full, parts, signal);
    const broken = { ...parts, list: () => Promise.reject(new Failure('timed-out', 'nothing')) };
    await crawl([entry('a')], { ...full, again: true }, broken, signal);
    const server = await parts.store.server('npm:a');
    assert.equal(server?.tools.length, 1);
    assert.equal(server.faults.length, 1);
  });

  it('keeps the days on which the published catalogue saw its tools first', async () => {
    const { parts } = await partsWith();
    await takeOverCatalogue(parts.store, [sampleServer('a', [sampleTool({ name: 'read' })])]);
    await crawl([entry('a')], full, parts, signal);
    assert.equal((await parts.store.server('npm:a'))?.tools[0]?.firstSeen, '2026-01-02');
    assert.equal((await parts.store.server('npm:a'))?.origin, 'live');
  });

  it('starts what came along and takes the others from the catalogue, and says which is which', async () => {
    const { parts, listed, lines } = await partsWith({ isBundled: ({ package: name }) => name === 'a' });
    await takeOverCatalogue(
      parts.store,
      ['a', 'b'].map((name) => sampleServer(name, [sampleTool({ name: 'read' })])),
    );
    const entries = [entry('a'), entry('b'), entry('new')];
    const counts = await crawl(entries, { ...full, bundledOnly: true }, parts, signal);
    assert.deepEqual(counts, { started: 2, takenOver: 1, unchanged: 0, faults: 0 });
    assert.deepEqual(listed, ['a', 'new']);
    assert.ok(lines.includes('b: 1 tool, taken from the catalogue of 2026-01-02'));
    assert.ok(lines.some((line) => line.startsWith('a: 1 tool, started and listed in ')));
  });

  it('stops when it is interrupted: starts nobody else, keeps what it has, records no fault', async () => {
    const interruption = new AbortController();
    const { parts, listed } = await partsWith({ visitsAtOnce: 1 });
    const list: CrawlParts['list'] = (wanted, own) => {
      if (wanted.package === 'b') interruption.abort(new Error('interrupted'));
      own.throwIfAborted();
      return parts.list(wanted, own);
    };
    const crawling = crawl(
      ['a', 'b', 'c'].map((name) => entry(name)),
      full,
      { ...parts, list },
      interruption.signal,
    );
    await assert.rejects(crawling, { message: 'interrupted' });
    assert.deepEqual(listed, ['a']);
    assert.deepEqual(
      (await Array.fromAsync(parts.store.servers())).map(({ id, faults }) => [id, faults.length]),
      [['npm:a', 0]],
    );
  });
});
