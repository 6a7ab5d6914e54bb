import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { classified } from '../classifier/classify/stores.ts';
import { rulesJudge } from '../../classifier/judges/rules.ts';
import { findSandbox } from '../../crawler/sandboxes.ts';
import { shardTexts } from '../../src/catalogue/write.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { openStore } from '../../src/store/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-killed-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const program = fileURLToPath(new URL('whole-crawl.ts', import.meta.url));
const quiet = '--disable-warning=ExperimentalWarning'; // Node's own stripping of types is one
const { sandbox } = await findSandbox();
assert.ok(sandbox);
const { id } = sandbox;

/** Crawls into a folder, and kills the crawl after so many milliseconds. Returns whether it came to its end. */
async function crawlInto(place: string, killAfter?: number): Promise<boolean> {
  const child = spawn(process.execPath, [quiet, program, place, id], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exit = once(child, 'exit');
  if (killAfter !== undefined) {
    await Promise.race([exit, setTimeout(killAfter)]);
    child.kill('SIGKILL');
  }
  const [code] = (await exit) as [number | null];
  return code === 0;
}

/** What would be published from the store in a folder. */
async function publishedFrom(place: string): Promise<Map<string, string>> {
  const store = await openStore(join(place, 'store.db'));
  const { servers } = await classified({
    ...{ store, judge: rulesJudge, overrides: new Map() },
    now: () => new Date(0),
  });
  await store.close();
  return new Map(shardTexts(servers));
}

/** Ten parts of a run's time, the same ones in every run of the test. In the first third Node.js only starts. */
const moments = Array.from(
  { length: 10 },
  (_, index) => 0.3 + (0.7 * Number.parseInt(sha256(`moment ${index}`).slice(0, 8), 16)) / 0xffffffff,
);

describe('a crawl that is killed and run again', async () => {
  const undisturbed = join(folder, 'undisturbed');
  const began = performance.now();
  assert.ok(await crawlInto(undisturbed));
  const took = performance.now() - began;
  const published = await publishedFrom(undisturbed);

  it('is compared with one that lists tools and records faults', () => {
    const text = [...published.values()].join('');
    for (const part of ['"fill_399"', '"duplicate-tool"', '"exited"', '"second"'])
      assert.ok(text.includes(part), part);
  });

  for (const [round, moment] of moments.entries()) {
    it(`ends in the same catalogue, killed after ${(moment * 100).toFixed(0)} % of its time`, async () => {
      const place = join(folder, String(round));
      await crawlInto(place, moment * took);
      assert.ok(await crawlInto(place));
      assert.deepEqual(await publishedFrom(place), published);
    });
  }
});
