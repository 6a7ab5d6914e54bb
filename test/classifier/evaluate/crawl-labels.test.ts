import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { agreementOf } from '../../../classifier/evaluate/agreement.ts';
import { type CrawlLabel, crawlSet, readCrawlLabels } from '../../../classifier/evaluate/crawl-labels.ts';
import { readTrainingLabels } from '../../../classifier/train/labels.ts';
import { writeCatalogue } from '../../../src/catalogue/write.ts';
import { locations } from '../../../src/model/locations.ts';
import { UserError } from '../../../src/terminal/command.ts';
import { sampleServer, sampleTool } from '../../samples.ts';

const root = join(import.meta.dirname, '../../..');
const committed = readCrawlLabels(join(root, locations.crawlLabels));
const folder = mkdtempSync(join(tmpdir(), 'crawl-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const pass = (category: CrawlLabel['category'], risk: CrawlLabel['risk']) => ({ category, risk });

describe('the labelled tools of our own crawl', () => {
  it('are at least 700, each labelled in two passes', () => {
    assert.ok(committed.length >= 700);
  });

  it('are split by whole servers', () => {
    const halves = Map.groupBy(committed, ({ server }) => server);
    for (const labels of halves.values()) assert.equal(new Set(labels.map(({ half }) => half)).size, 1);
  });

  it('name no tool twice', () => {
    assert.equal(new Set(committed.map(({ server, tool }) => `${server}\n${tool}`)).size, committed.length);
  });

  it('accept what one of the passes said where they differ', () => {
    for (const { category, risk, acceptable, acceptable_risk, passes } of committed)
      for (const each of passes) {
        assert.ok([category, ...acceptable].includes(each.category));
        assert.ok([risk, ...acceptable_risk].includes(each.risk));
      }
  });

  it('share no server with the labels that the model learns from, on the test half', () => {
    const learned = new Set(readTrainingLabels(join(root, locations.labels)).map(({ server }) => server));
    const tested = committed
      .filter(({ half }) => half === 'test')
      .map(({ server }) => server.slice('npm:'.length));
    assert.deepEqual(
      [...new Set(tested)].filter((server) => learned.has(server)),
      [],
    );
  });

  it('get their texts from the catalogue, and those that changed are counted and left out', () => {
    const tool = sampleTool({ name: 'look', description: 'Look at a lake.' });
    writeCatalogue(folder, [sampleServer('lakes', [tool])]);
    const label: CrawlLabel = {
      server: 'npm:lakes',
      tool: 'look',
      hash: tool.hash,
      half: 'test',
      draw: 'random',
      ...pass('Read', 'Low'),
      acceptable: [],
      acceptable_risk: [],
      passes: [pass('Read', 'Low'), pass('Read', 'Low')],
    };
    const file = join(folder, 'crawl-labels');
    const changed = { ...label, tool: 'gone', hash: '0'.repeat(64) };
    writeFileSync(file, [label, changed].map((each) => `${JSON.stringify(each)}\n`).join(''));
    const set = crawlSet(file, folder, 'test');
    assert.deepEqual(
      set.labels.map(({ tool: name, description }) => [name, description]),
      [['look', 'Look at a lake.']],
    );
    assert.equal(set.changed, 1);
  });

  it('are refused with file and line when one is broken', () => {
    const file = join(folder, 'broken');
    writeFileSync(file, '{"server":"npm:lakes"}\n');
    assert.throws(
      () => readCrawlLabels(file),
      (error: unknown) => error instanceof UserError && error.message.includes('broken, line 1'),
    );
  });
});

describe('the agreement of two passes', () => {
  const labels = (...pairs: [string, string][]) =>
    pairs.map(([a, b]) => ({
      passes: [pass(a as 'Read', 'Low'), pass(b as 'Read', 'Low')] as CrawlLabel['passes'],
    }));

  it('is the share of equal answers, and kappa takes off what chance would give', () => {
    const found = agreementOf(
      labels(['Read', 'Read'], ['Read', 'Write'], ['Write', 'Write'], ['Write', 'Write']),
    );
    assert.equal(found.category, 0.75);
    assert.equal(found.categoryKappa, 0.5);
  });

  it('is whole where nothing else could be said', () => {
    assert.equal(agreementOf(labels(['Read', 'Read'])).riskKappa, 1);
  });
});
