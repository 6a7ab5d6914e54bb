import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Category } from '../../src/model/categories.ts';
import { Decision, Preset } from '../../src/model/policy.ts';
import { Risk, riskLevels } from '../../src/model/risks.ts';
import { ratedRule } from '../../src/policy/table.ts';

const strictness = (decision: Decision): number => Decision.options.indexOf(decision);
const ratings = Category.options.flatMap((category) => Risk.options.map((risk) => ({ category, risk })));

/** The limits that the rubric proposes, as calls a minute and calls a day. */
const proposed: Readonly<Record<string, readonly [minute: number, day?: number]>> = {
  'Read Low': [60],
  'Read Medium': [30],
  'Read High': [5],
  'Write Low': [60],
  'Write Medium': [30],
  'Write High': [10, 100],
  'Execute Medium': [10],
  'Execute High': [10],
  'Execute Critical': [3],
  'Destructive Medium': [5],
  'Destructive High': [3],
  'Destructive Critical': [1],
  'Financial High': [1, 10],
  'Financial Critical': [1, 10],
};

describe('the rule of a rating', () => {
  for (const { category, risk } of ratings) {
    const [minute, day] = proposed[`${category} ${risk}`] ?? [];
    if (minute === undefined) continue;
    it(`counts a ${category} tool of ${risk} risk as the rubric proposes`, () => {
      assert.deepEqual(ratedRule({ category, risk }, 'balanced').rates, [
        { window: 'minute', max: minute },
        ...(day === undefined ? [] : [{ window: 'day', max: day }]),
      ]);
    });
  }

  for (const preset of Preset.options) {
    for (const category of Category.options) {
      it(`never becomes milder as ${category} becomes graver (${preset})`, () => {
        const decisions = riskLevels.map((risk) =>
          strictness(ratedRule({ category, risk }, preset).decision),
        );
        assert.deepEqual(decisions, decisions.toSorted());
      });
    }

    it(`limits every tool, once it is open (${preset})`, () => {
      for (const rating of ratings) assert.notEqual(ratedRule(rating, preset).rates.length, 0);
    });
  }

  it('asks a person about a tool of unknown risk, and closes it when strict', () => {
    const unknown = { category: 'Read', risk: 'Unknown' } as const;
    assert.equal(ratedRule(unknown, 'balanced').decision, 'ask');
    assert.equal(ratedRule(unknown, 'strict').decision, 'deny');
    assert.equal(ratedRule(unknown, 'read-only').decision, 'hide');
  });

  it('is never milder when strict than when balanced', () => {
    for (const rating of ratings)
      assert.ok(
        strictness(ratedRule(rating, 'strict').decision) >=
          strictness(ratedRule(rating, 'balanced').decision),
      );
  });

  it('lets a strict agent do nothing alone but read at Low risk', () => {
    const open = ratings.filter((rating) => ratedRule(rating, 'strict').decision === 'allow');
    assert.deepEqual(open, [{ category: 'Read', risk: 'Low' }]);
  });

  it('lets a read-only agent read up to Medium risk and see nothing else', () => {
    const open = ratings.filter((rating) => ratedRule(rating, 'read-only').decision !== 'hide');
    assert.deepEqual(open, [
      { category: 'Read', risk: 'Low' },
      { category: 'Read', risk: 'Medium' },
    ]);
  });
});
