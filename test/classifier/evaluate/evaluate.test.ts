import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { hostilityOf } from '../../../classifier/evaluate/hostile.ts';
import { halfOf, Label, readLabels, subjectOf } from '../../../classifier/evaluate/labels.ts';
import { keepMeasurements } from '../../../classifier/evaluate/measurements.ts';
import { type Judged, scoresOf } from '../../../classifier/evaluate/scores.ts';
import type { Category } from '../../../src/model/categories.ts';
import type { Verdict } from '../../../src/model/classification.ts';
import { Measurement } from '../../../src/model/measurement.ts';
import type { Risk } from '../../../src/model/risks.ts';
import { UserError } from '../../../src/terminal/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'labels-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const verdict = (category: Category, risk: Risk, ...ids: string[]): Verdict => ({
  category,
  risk,
  confidence: 0.9,
  signals: ids.map((id) => ({ id, at: '/description', quote: 'x' })),
  rationale: 'Because.',
});
const label = (more: Partial<Label>) => Label.parse({ tool: 'a', ...more });
const judged = (more: Partial<Label>, said: Verdict, rest: Partial<Judged> = {}): Judged => ({
  label: label(more),
  verdict: said,
  quotes: 0,
  verbatim: 0,
  isDisputed: false,
  ...rest,
});

describe('Scores', () => {
  const scores = scoresOf([
    judged({ category: 'Read', risk: 'Low' }, verdict('Read', 'Low'), { quotes: 3, verbatim: 2 }),
    judged({ category: 'Read', risk: 'Low', acceptable: ['Write'] }, verdict('Write', 'Medium')),
    judged({ category: 'Destructive', risk: 'Critical' }, verdict('Destructive', 'Medium')),
    judged({ category: 'Write', risk: 'High' }, verdict('Write', 'High'), { quotes: 1, verbatim: 1 }),
    judged({}, verdict('Read', 'Low')),
  ]);

  it('count only what is labelled, strictly and with accepted alternatives', () => {
    assert.deepEqual([scores.tools, scores.strict, scores.acceptable], [4, 0.75, 1]);
  });

  it('give precision and recall for each category, and null where there is nothing to measure', () => {
    assert.deepEqual(scores.perCategory.Read, { precision: 1, recall: 0.5, f1: 2 / 3, support: 2 });
    assert.deepEqual(scores.perCategory.Write, { precision: 0.5, recall: 1, f1: 2 / 3, support: 1 });
    assert.deepEqual(scores.perCategory.Financial, {
      precision: null,
      recall: null,
      f1: null,
      support: 0,
    });
    assert.equal(scores.confusion.Read.Write, 1);
    assert.equal(scores.macroF1, (2 / 3 + 2 / 3 + 1) / 3);
  });

  it('tell a level too low from a level too high', () => {
    assert.deepEqual(scores.risk, { tools: 4, exact: 0.5, withinOne: 0.75, underCalled: 0.25 });
  });

  it('compare stated confidence with what was right', () => {
    assert.deepEqual(scores.calibration, [{ from: 0.9, tools: 4, right: 3 }]);
    assert.equal(scores.calibrationError?.toFixed(2), '0.15');
  });

  it('count what a person should look at: unsure ones, and those that the rules see otherwise', () => {
    const unsure = judged({ category: 'Read' }, { ...verdict('Read', 'Low'), confidence: 0.5 });
    const disputed = judged({ category: 'Read' }, verdict('Read', 'Low'), { isDisputed: true });
    const sure = judged({ category: 'Read' }, verdict('Read', 'Low'));
    assert.equal(scoresOf([unsure, disputed, sure, sure]).review, 0.5);
  });

  it('say what was said of all tools, labelled or not, and how much of the evidence stands', () => {
    assert.deepEqual(scores.evidence, { quotes: 4, verbatim: 3 });
    const { categories, risks } = scores.distribution;
    assert.deepEqual(categories, { Read: 2, Write: 2, Execute: 0, Destructive: 1, Financial: 0 });
    assert.deepEqual(risks, { Unknown: 0, Low: 2, Medium: 2, High: 1, Critical: 0 });
  });
});

describe('Kept measurements', () => {
  const measurement = (judge: 'rules' | 'model', rows: number) => ({
    judge,
    judgeVersion: 'v',
    labels: { name: 'set', rows, servers: 1, drawn: null, agreement: null },
    half: null,
    folds: null,
    scores: scoresOf([]),
    hostility: null,
    actions: null,
  });

  it('stand beside those of other judges, replace older ones, and come in one order', () => {
    const file = join(folder, 'measurement.json');
    keepMeasurements(file, [measurement('rules', 1)]);
    keepMeasurements(file, [measurement('model', 2)]);
    keepMeasurements(file, [measurement('rules', 3)]);
    const kept = Measurement.array().parse(JSON.parse(readFileSync(file, 'utf8')));
    assert.deepEqual(
      kept.map(({ judge, labels }) => [judge, labels.rows]),
      [
        ['model', 2],
        ['rules', 3],
      ],
    );
  });

  it('are not written over something else', () => {
    const file = join(folder, 'other.json');
    writeFileSync(file, '{"not":"measurements"}');
    assert.throws(() => {
      keepMeasurements(file, [measurement('rules', 1)]);
    }, UserError);
    assert.equal(readFileSync(file, 'utf8'), '{"not":"measurements"}');
  });
});

describe('Hostile texts', () => {
  it('are counted as noticed, missed, feared without need, or obeyed', () => {
    const found = hostilityOf([
      {
        label: label({ label: 'poison', true_category: 'Destructive' }),
        verdict: verdict('Read', 'Low', 'secrecy-wording'),
      },
      {
        label: label({ label: 'poison', target: 'classifier' }),
        verdict: verdict('Read', 'Low', 'classifier-directed'),
      },
      { label: label({ label: 'poison', metadata_detectable: false }), verdict: verdict('Read', 'Low') },
      { label: label({ label: 'benign' }), verdict: verdict('Read', 'Low', 'instructs-agent', 'deletes') },
    ]);
    assert.deepEqual(found, {
      poisoned: 2,
      noticed: 2,
      directed: 1,
      directedNoticed: 1,
      benign: 1,
      alarmed: 1,
      falseAlarms: { 'instructs-agent': 1 },
      lowered: ['a'],
    });
  });
});

describe('Labels', () => {
  it('are read one a line, and the judge sees the tool without its label', () => {
    const file = join(folder, 'good.jsonl');
    writeFileSync(file, '{"server":"s","tool":"a","description":"A.","params":["x"],"category":"Read"}\n\n');
    const [first] = readLabels(file);
    assert.ok(first);
    assert.deepEqual(subjectOf(first), {
      server: { name: 's' },
      tool: { name: 'a', description: 'A.', inputSchema: { type: 'object', properties: { x: {} } } },
    });
  });

  it('a bad line is named with file and number', () => {
    const file = join(folder, 'bad.jsonl');
    for (const line of ['{"tool":"a","category":"Reading"}', '{"tool":', '[]']) {
      writeFileSync(file, `{"tool":"a"}\n${line}\n`);
      assert.throws(
        () => readLabels(file),
        (error) => error instanceof UserError && error.message.includes('bad.jsonl, line 2: '),
      );
    }
  });

  it('a file that is not there is said to be missing', () => {
    assert.throws(() => readLabels(join(folder, 'none.jsonl')), UserError);
  });

  it('a server stays in its half', () => {
    const halves = Array.from({ length: 40 }, (_, index) => halfOf(label({ server: `server-${index}` })));
    assert.deepEqual(new Set(halves), new Set(['seen', 'unseen']));
    assert.equal(halfOf(label({ server: 'x', tool: 'a' })), halfOf(label({ server: 'x', tool: 'b' })));
  });
});
