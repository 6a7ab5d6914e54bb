import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { partsOf } from '../../src/build/compiled.ts';
import {
  areClaimed,
  claimedDigest,
  digestOf,
  emptyDigests,
  isClaimed,
  noteDigest,
  notedDigest,
} from '../../src/build/digests.ts';
import { outlineShard } from '../../src/build/outlines.ts';
import { openShard } from '../../src/catalogue/lines.ts';
import { placesOf } from '../../src/build/places.ts';
import { readRecords, recordLine, unfinished } from '../../src/build/records.ts';
import { told } from '../../src/build/space.ts';
import { shardOf } from '../../src/catalogue/shards.ts';
import { sumsName } from '../../src/catalogue/sums.ts';
import { sampleServer, sampleTool } from '../samples.ts';
import { digestsIn, openBench } from './built.ts';

const bench = openBench();
after(bench.remove);
const state = join(bench.root, 'state');
const server = sampleServer('lake', [sampleTool({ name: 'read_depth', description: 'Reads a depth.' })]);
const shard = shardOf(server.id);
const catalogue = join(bench.root, 'catalogue');
const { program } = placesOf({ state, templates: '' });
/** A file beside the compiled site: it is gone when the site was compiled anew. */
const mark = join(program, 'mark');

describe('a build that was killed while files were moved', () => {
  it('is completed by the next one, with what is missing and without what is gone', async () => {
    bench.publishCatalogue([server]);
    await bench.quickly();
    const whole = digestsIn(bench.site);
    const { records } = placesOf({ state, templates: 'the same templates' });
    // What a kill leaves: records that call a page and a file of former times unfinished, and both half done.
    const lines = [...readRecords(records)].map((record) =>
      recordLine(record.path.startsWith('servers/lake') ? { ...record, digest: unfinished } : record),
    );
    const gone = { digest: unfinished, kind: 'page', path: 'servers/gone/index.html' } as const;
    writeFileSync(records, lines.join('') + recordLine(gone));
    appendFileSync(join(bench.site, 'servers/lake/index.html'), 'of another day');
    rmSync(join(bench.site, 'servers/lake/read_depth/index.html'));
    writeFileSync(mark, '');
    rmSync(partsOf(program).stamp);
    const built = await bench.quickly();
    assert.ok(!existsSync(mark), 'a compiled site that may be a part of one is not taken');
    assert.deepEqual(digestsIn(bench.site), whole);
    assert.ok(built.changed !== null && built.changed > 0);
    const deploy = readFileSync(join(state, 'deploy.txt'), 'utf8');
    assert.match(deploy, /^put servers\/lake\/read_depth\/index\.html$/m);
    assert.deepEqual(
      readdirSync(state).filter((name) => /next|notes|old/.test(name)),
      [],
    );
  });

  it('makes everything again when templates changed or styles have other names', async () => {
    writeFileSync(mark, '');
    assert.equal((await bench.quickly('other templates')).changed, null);
    assert.ok(!existsSync(mark), 'other templates are compiled');
    writeFileSync(mark, '');
    writeFileSync(join(bench.site, '_astro', 'of-another-build.css'), '');
    const built = await bench.quickly('other templates');
    assert.deepEqual([built.changed, built.made], [null, built.files]);
    assert.ok(existsSync(mark), 'the same templates are not compiled again');
  });
});

describe('compiled sites of other homes', () => {
  it('stay for a while, and those that were taken longest ago go', async () => {
    const homes = Array.from({ length: 9 }, (_, age) => placesOf({ state: `home ${age}`, templates: '' }));
    for (const [age, { program: of }] of homes.entries()) {
      mkdirSync(of, { recursive: true });
      writeFileSync(partsOf(of).stamp, '');
      utimesSync(partsOf(of).stamp, 1_000 - age, 1_000 - age);
    }
    await bench.quickly('other templates');
    const left = homes.filter(({ program: of }) => existsSync(of));
    for (const { program: of } of homes) rmSync(of, { recursive: true, force: true });
    assert.ok(existsSync(program), 'the one that was just taken stays');
    assert.ok(left.length < 8 && left.every((home, place) => home === homes[place]));
  });
});

describe('a disk that is full while a site is built', () => {
  it('is told with the next step, the site is as it was, and the next build completes it', async () => {
    const before = digestsIn(bench.site);
    const words = 'Reads depths of a lake, one after another. '.repeat(40);
    const tools = Array.from({ length: 10 }, (_, number) =>
      sampleTool({ name: `read_${number}`, description: words }),
    );
    bench.publishCatalogue([sampleServer('lake', tools)]);
    // a disk with 400 kB left, in a namespace of its own: no right is needed to make one
    const script = `cp -r "$0" "$1" && size=$(du -sk "$0" | cut -f1) && mount -t tmpfs -o size=$((size + 400))k tmpfs "$0" &&
      cp -r "$1"/. "$0" && rm -r "$1" || exit 9; "$2" "$3" "$0" 'other templates'; code=$?; cp -r "$0" "$1"; exit $code`;
    const there = `${bench.root}-there`;
    const program = fileURLToPath(new URL('build-there.ts', import.meta.url));
    const { status, stderr } = spawnSync(
      'unshare',
      ['-rm', 'sh', '-c', script, bench.root, there, process.execPath, program],
      { encoding: 'utf8' },
    );
    assert.equal(status, 1, stderr);
    assert.match(
      stderr,
      /^There is no room left on the disk\. The built site is as it was, .+\nMake room .+ and run npm run build again\.$/m,
    );
    for (const part of ['site', 'state']) {
      rmSync(join(bench.root, part), { recursive: true });
      renameSync(join(there, part), join(bench.root, part));
    }
    rmSync(there, { recursive: true });
    assert.deepEqual(digestsIn(bench.site), before);
    await bench.quickly('other templates');
    assert.ok(existsSync(join(bench.site, 'servers/lake/read_9/index.html')));
  });
});

describe('a build from a damaged catalogue', () => {
  it('names file and next step, and leaves the site as it is', async () => {
    const before = digestsIn(bench.site);
    truncateSync(join(catalogue, shard), 100);
    await assert.rejects(bench.quickly('other templates'), new RegExp(`${shard} is not as it was published`));
    assert.deepEqual(digestsIn(bench.site), before);
  });

  it('refuses a line that was not written as publishing writes it', () => {
    rmSync(join(catalogue, sumsName));
    writeFileSync(join(catalogue, shard), `${JSON.stringify(server, null, 1).replaceAll('\n', ' ')}\n`);
    assert.throws(() => {
      outlineShard({ catalogue, outlines: state }, openShard(catalogue, shard), () => []);
    }, /members are not in order/);
  });
});

describe('a full disk', () => {
  it('is told with the next step', () => {
    const full = Object.assign(new Error('write'), { code: 'ENOSPC', path: '/site/index.html' });
    assert.match(String(told(full)), /no room left on the disk[^]*run npm run build again/);
    const other = new Error('something else');
    assert.equal(told(other), other);
  });
});

describe('the digests of files', () => {
  it('are found by path, and unfinished files are not', () => {
    const digests = emptyDigests(100);
    const paths = Array.from({ length: 100 }, (_, number) => `servers/${number}/index.html`);
    for (const path of paths) assert.ok(noteDigest(digests, { path, digest: digestOf(path) }));
    for (const path of paths) assert.equal(notedDigest(digests, path), digestOf(path));
    assert.equal(noteDigest(digests, { path: 'servers/7/index.html', digest: digestOf('again') }), false);
    noteDigest(digests, { path: 'servers/8/index.html', digest: unfinished });
    assert.equal(notedDigest(digests, 'servers/8/index.html'), null);
    assert.equal(notedDigest(digests, 'never'), null);
  });

  it('are asked for by one maker of each file', () => {
    const digests = emptyDigests(2);
    noteDigest(digests, { path: 'index.html', digest: digestOf('text') });
    noteDigest(digests, { path: 'half.html', digest: unfinished });
    assert.equal(claimedDigest(digests, 'index.html'), digestOf('text'));
    assert.equal(notedDigest(digests, 'index.html'), digestOf('text'));
    assert.deepEqual([isClaimed(digests, 'index.html'), isClaimed(digests, 'half.html')], [true, false]);
    assert.equal(areClaimed(digests), false);
    assert.equal(claimedDigest(digests, 'half.html'), null);
    assert.equal(areClaimed(digests), true);
    assert.throws(() => claimedDigest(digests, 'half.html'), /Two routes make half\.html/);
    assert.equal(claimedDigest(digests, 'new.html'), null);
  });
});
