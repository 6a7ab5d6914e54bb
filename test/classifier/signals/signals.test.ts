import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { allSignals } from '../../../classifier/signals.ts';
import { read } from '../../../classifier/signals/reading/reading.ts';
import { isVerbatim, Outcome } from '../../../src/model/evidence.ts';
import { SignalId, signals } from '../../../src/model/signals.ts';
import { dataCases } from './data-cases.ts';
import { machineCases } from './machine-cases.ts';
import { parameterCases } from './parameter-cases.ts';
import { textCases } from './text-cases.ts';

const cases = { ...dataCases, ...machineCases, ...parameterCases, ...textCases };
const folder = join(import.meta.dirname, '../../../classifier/signals');

describe('The list of signals', () => {
  it('holds every file of the folder, and the vocabulary holds no other', () => {
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -3));
    assert.deepEqual(allSignals.map(({ id }) => id.replace(':', '-')).toSorted(), files.toSorted());
    assert.deepEqual(allSignals.map(({ id }) => id).toSorted(), SignalId.options.toSorted());
  });

  it('has cases for each: three yes, three no, and one where the definition says too little', () => {
    for (const { id } of allSignals) {
      const { yes, no, unknown } = cases[id] ?? { yes: [], no: [], unknown: [] };
      assert.ok(yes.length >= 3 && no.length >= 3, `${id} has too few cases`);
      assert.ok(unknown.length >= 1, `${id} has no unknown case`);
    }
  });
});

for (const signal of allSignals) {
  describe(`${signal.id}: ${signals[signal.id].label}`, () => {
    for (const outcome of Outcome.options) {
      for (const tool of cases[signal.id]?.[outcome] ?? []) {
        it(`answers ${outcome} to ${JSON.stringify(tool)}`, () => {
          const finding = signal.look(read(tool));
          assert.equal(finding.outcome, outcome);
          assert.equal(finding.evidence.length > 0, outcome === 'yes');
          for (const evidence of finding.evidence) {
            assert.equal(evidence.id, signal.id);
            assert.ok(isVerbatim(tool, evidence), JSON.stringify(evidence));
          }
        });
      }
    }
  });
}
