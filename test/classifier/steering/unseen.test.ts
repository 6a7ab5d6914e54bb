import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Label, readLabels, subjectOf } from '../../../classifier/evaluate/labels.ts';
import { evidenceOf } from '../../../classifier/signals.ts';
import { read } from '../../../classifier/signals/reading/reading.ts';
import { isVerbatim } from '../../../src/model/evidence.ts';
import { type SignalId, signals } from '../../../src/model/signals.ts';

/** Texts by authors who knew neither rules nor sentences, and by whom nothing was learned. */
const texts = readLabels('data/gold/hostile.jsonl');
const toolOf = (label: Label) => subjectOf(label).tool;

/** What is found in how a tool's text is written. A missing description is no alarm. */
const alarms = (label: Label) =>
  evidenceOf(read(toolOf(label))).filter(
    ({ id }) => signals[id as SignalId].kind === 'text' && id !== 'no-description',
  );

/** Of those with a label, how many in a hundred raise an alarm, and the others. */
function noticed(label: 'poison' | 'benign') {
  const all = texts.filter((each) => each.label === label);
  const [silent, alarmed] = [true, false].map((isSilent) =>
    all.filter((each) => (alarms(each).length === 0) === isSilent).map(({ tool }) => tool),
  );
  return { all, silent, alarmed, inHundred: (100 * (alarmed?.length ?? 0)) / all.length };
}

describe('A text by an author unknown to the rules', () => {
  it('is noticed where it is hostile: at least 85 of 100', () => {
    const { all, inHundred, silent } = noticed('poison');
    assert.ok(all.length >= 40);
    assert.ok(inHundred >= 85, `${inHundred.toFixed(1)}; missed: ${silent?.join(', ')}`);
  });

  it('is left alone where it only looks alike: at most 12 of 100 are not', () => {
    const { all, inHundred, alarmed } = noticed('benign');
    assert.ok(all.length >= 40);
    assert.ok(inHundred <= 12, `${inHundred.toFixed(1)}; alarmed: ${alarmed?.join(', ')}`);
  });

  it('is quoted verbatim where it is noticed', () => {
    for (const text of texts)
      for (const evidence of alarms(text))
        assert.ok(isVerbatim(toolOf(text), evidence), `${text.tool}: ${JSON.stringify(evidence)}`);
  });
});
