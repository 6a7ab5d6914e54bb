import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Decision } from '../../../classifier/judges/model/decision.ts';
import { type Head, headOf } from '../../../classifier/judges/model/linear.ts';
import { rowBits } from '../../../classifier/judges/model/places.ts';
import { readModel, writeModel } from '../../../classifier/judges/model/weights-file.ts';
import { UserError } from '../../../src/terminal/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'weights-'));
after(() => {
  rmSync(folder, { recursive: true });
});

function head(size: number, steps: readonly (readonly [number, number])[]): Head {
  const rows = new Map<number, number[]>();
  for (const [place, step] of steps) {
    const row = Math.floor(place / size) % 2 ** rowBits;
    const own = rows.get(row) ?? Array.from({ length: size }, () => 0);
    rows.set(row, own.with(place % size, step));
  }
  const bias = Array.from({ length: size }, (_, index) => index / 8);
  return headOf(
    { bias, scale: 0.01 },
    [...rows].sort(([a], [b]) => a - b),
  );
}

const decision: Decision = { sure: 0.8, overruled: 0.6, care: 2, rulesShare: 0.3 };

const somePlaces = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 5 * 2 ** rowBits - 1 }), fc.integer({ min: -127, max: 127 })),
  { maxLength: 20 },
);

describe('A weights file', () => {
  it('gives back the model that was written', () => {
    fc.assert(
      fc.property(somePlaces, somePlaces, (category, risk) => {
        const model = { category: head(5, category), risk: head(4, risk), decision };
        writeModel(folder, model);
        const found = readModel(folder).model;
        assert.deepEqual(found.decision, decision);
        for (const name of ['category', 'risk'] as const) {
          assert.deepEqual(found[name], model[name]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('costs nothing where weights are zero', () => {
    const { bytes } = writeModel(folder, { category: head(5, []), risk: head(4, [[9, 1]]), decision });
    assert.equal(bytes, 5);
  });

  const damages: Readonly<Record<string, [file: string, damage: (bytes: Buffer) => Buffer | string]>> = {
    'is cut': ['weights.bin', (bytes) => bytes.subarray(0, -1)],
    'has another byte': [
      'weights.bin',
      (bytes) => Buffer.from(bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte))),
    ],
    'has a header that is no JSON': ['weights.json', () => '{'],
    'has a header of another format': [
      'weights.json',
      (bytes) => bytes.toString().replace('"format": 2', '"format": 1'),
    ],
    'has a header with other classes': [
      'weights.json',
      (bytes) => bytes.toString().replace('"Read"', '"Reading"'),
    ],
  };
  for (const [what, [file, damage]] of Object.entries(damages))
    it(`that ${what} is named and not used`, () => {
      writeModel(folder, { category: head(5, [[7, 3]]), risk: head(4, [[9, 1]]), decision });
      writeFileSync(join(folder, file), damage(readFileSync(join(folder, file))));
      assert.throws(
        () => readModel(folder),
        (error) => error instanceof UserError && error.message.startsWith(`${join(folder, file)}: `),
      );
    });

  it('that is not there is named', () => {
    for (const file of ['weights.bin', 'weights.json']) {
      writeModel(folder, { category: head(5, []), risk: head(4, []), decision });
      rmSync(join(folder, file));
      assert.throws(() => readModel(folder), new RegExp(file));
    }
  });
});
