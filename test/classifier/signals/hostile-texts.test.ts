import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evidenceOf } from '../../../classifier/signals.ts';
import { read } from '../../../classifier/signals/reading/reading.ts';
import { isVerbatim } from '../../../src/model/evidence.ts';
import { signals } from '../../../src/model/signals.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { disguisedAttacks } from './disguised-texts.ts';
import { moreForeignAttacks, moreForeignLookAlikes } from './foreign-texts-anew.ts';
import { foreignAttacks, foreignLookAlikes } from './foreign-texts.ts';
import { attacks } from './hostile-texts.ts';
import { lookAlikes } from './look-alikes.ts';

const hostile = { ...attacks, ...disguisedAttacks };

/** What is found in how a text is written. A missing description is no alarm. */
function alarms(tool: ToolDefinition) {
  return evidenceOf(read(tool)).filter(
    ({ id }) => signals[id as keyof typeof signals].kind === 'text' && id !== 'no-description',
  );
}

describe('A hostile definition is noticed', () => {
  for (const [kind, tools] of Object.entries(hostile))
    it(`that ${kind}`, () => {
      const missed = tools.filter((tool) => alarms(tool).length === 0);
      assert.deepEqual(missed, []);
    });

  it('and what is quoted stands in it', () => {
    for (const tool of Object.values(hostile).flat())
      for (const evidence of alarms(tool)) assert.ok(isVerbatim(tool, evidence), JSON.stringify(evidence));
  });
});

describe('A description in another language', () => {
  for (const [language, texts] of Object.entries(foreignAttacks))
    it(`is noticed where it is hostile, and only there: ${language}`, () => {
      const isAlarming = (description: string) => alarms({ name: 't', description }).length > 0;
      assert.deepEqual(
        [...texts, ...(moreForeignAttacks[language] ?? [])].filter((text) => !isAlarming(text)),
        [],
      );
      const honest = [foreignLookAlikes, moreForeignLookAlikes].flatMap((each) => each[language] ?? []);
      assert.deepEqual(honest.filter(isAlarming), []);
    });
});

describe('A definition that shares words with attacks', () => {
  it('raises no alarm', () => {
    const alarmed = lookAlikes.flatMap((tool) =>
      alarms(tool).map(({ id, quote }) => `${tool.name}: ${id}: ${quote}`),
    );
    assert.deepEqual(alarmed, []);
  });
});
