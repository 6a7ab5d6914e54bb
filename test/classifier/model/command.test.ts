import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { readTrainingLabels } from '../../../classifier/train/labels.ts';
import { UserError } from '../../../src/terminal/command.ts';
import { labels } from './lessons.ts';

const program = join(import.meta.dirname, '../../../classifier/train.ts');
const folder = mkdtempSync(join(tmpdir(), 'train-command-'));
const file = join(folder, 'committed.jsonl');
const texts = join(folder, 'labels-easy.jsonl');
after(() => {
  rmSync(folder, { recursive: true });
});

const run = (...words: string[]) =>
  spawnSync(process.execPath, [program, '--labels', file, '--out', folder, ...words], { encoding: 'utf8' });
const weights = () => readFileSync(join(folder, 'weights.bin'), 'base64');
const write = (some: readonly unknown[]) => {
  writeFileSync(texts, some.map((each) => JSON.stringify(each)).join('\n'));
};

describe('The train command', () => {
  beforeEach(() => {
    rmSync(file, { force: true });
    write(labels);
  });

  it('takes labels over without texts, and reproduces the weights from them in whatever order texts come', () => {
    assert.equal(run('--texts', folder, '--adopt').status, 0);
    const first = weights();
    const committed = readTrainingLabels(file);
    assert.equal(committed.length, labels.length);
    assert.doesNotMatch(readFileSync(file, 'utf8'), /Deletes the/);
    write(labels.toReversed());
    const { status, stdout } = run('--texts', folder);
    assert.equal(status, 0);
    assert.match(stdout, /bytes from 40 labels/);
    assert.equal(weights(), first);
  });

  it('adds labels to those there are, and finds the texts of earlier ones among tools without labels', () => {
    const [first, ...others] = labels;
    write([{ ...first, picked: true }]);
    run('--texts', folder, '--adopt');
    write(others);
    const { tool: name, ...rest } = first ?? labels[0] ?? {};
    const { category, risk, ...text } = rest as Record<string, unknown>;
    assert.ok(category !== undefined && risk !== undefined);
    const collection = join(folder, 'tools.jsonl');
    writeFileSync(collection, `${JSON.stringify({ name, ...text })}\n${JSON.stringify({ name: 'other' })}\n`);
    const { status, stdout } = run('--texts', folder, '--adopt');
    rmSync(collection);
    assert.equal(status, 0);
    assert.match(stdout, /bytes from 40 labels/);
    const committed = readTrainingLabels(file);
    assert.equal(committed.length, 40);
    assert.deepEqual(
      committed.filter(({ picked }) => picked).map(({ tool }) => tool),
      [first?.tool],
    );
  });

  it('says how many texts are missing instead of making other weights', () => {
    run('--texts', folder, '--adopt');
    const before = weights();
    write(labels.slice(1));
    const { status, stderr } = run('--texts', folder);
    assert.equal(status, 1);
    assert.match(stderr, /texts of 1 of 40 labels are not in the folder/);
    assert.equal(weights(), before);
  });

  it('takes a text that has changed for a missing one', () => {
    run('--texts', folder, '--adopt');
    write(labels.map((each, index) => (index === 0 ? { ...each, description: 'Something else.' } : each)));
    assert.match(run('--texts', folder).stderr, /texts of 1 of 40/);
  });

  it('names a missing file of labels, a folder without texts, and a missing option', () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    assert.match(run('--texts', empty).stderr, /committed\.jsonl does not exist/);
    assert.match(run('--texts', empty, '--adopt').stderr, /no file is called labels-/);
    assert.equal(run().status, 2);
  });

  it('names file and line of a committed label that is not valid', () => {
    writeFileSync(file, '{"source":"a"}\n');
    assert.throws(
      () => readTrainingLabels(file),
      (error) => error instanceof UserError && error.message.includes('committed.jsonl, line 1: '),
    );
  });
});
