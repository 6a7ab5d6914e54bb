import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Category } from '../../src/model/categories.ts';
import { FaultKind } from '../../src/model/fault.ts';
import { Risk } from '../../src/model/risks.ts';
import { sampleConstraint } from '../policy/sample-policy.ts';
import { ratedRule } from '../../src/policy/table.ts';
import {
  allFormats,
  actionsCut,
  actionsLead,
  advice,
  categoryTool,
  closesOthers,
  correctionSentence,
  disagreement,
  doubtSentence,
  effect,
  faultSentence,
  judgeVersion,
  judgesOf,
  lead,
  limitPhrase,
  riskMeanings,
  riskTitle,
  serverVerdict,
  tally,
  toolMeta,
} from '../../src/view/sentences.ts';

describe('generated sentences', () => {
  it('use the article of the category', () => {
    assert.deepEqual(Category.options.map(categoryTool), [
      'a Read tool',
      'a Write tool',
      'an Execute tool',
      'a Destructive tool',
      'a Financial tool',
    ]);
  });

  it('say why a person should look at a rating', () => {
    const by = { judge: 'rules', category: 'Read', risk: 'Unknown' } as const;
    assert.deepEqual(
      (
        [
          { reason: 'unsure' },
          { reason: 'disputed', by },
          { reason: 'raised' },
          { reason: 'reason-refused' },
        ] as const
      ).map((doubt) => doubtSentence(doubt, { confidence: 0.5 })),
      [
        'The confidence of 0.50 is below 0.7.',
        'Placard’s rules alone would say Read, risk unknown.',
        'What the definition proves is graver than what the judge said.',
        'The judge’s reason named another rating than the judge gave, so the rules’ own sentence stands in its place.',
      ],
    );
  });

  it('say whose word a corrected rating is, and what was said before', () => {
    const instead = { judge: 'openai', category: 'Financial', risk: 'Critical' } as const;
    assert.equal(
      correctionSentence({ by: 'A\u202e librarian', on: '2026-02-03', quotes: [], instead }),
      'This rating is the word of a person: A⟨U+202E⟩ librarian corrected it on 2026-02-03. A language model had said Financial, critical risk.',
    );
    assert.equal(judgeVersion({ judge: 'human', judgeVersion: 'a'.repeat(64) }), null);
  });

  it('say how actions are rated, and that a list of them is cut', () => {
    assert.match(actionsLead(['action']), /^The argument action chooses what a call does\. Each action /);
    assert.match(actionsLead(['action', 'mode']), /^The arguments action and mode choose what/);
    assert.equal(actionsCut(3, 0), null);
    assert.equal(
      actionsCut(40, 1),
      'The definition lists 1 more action: only the first 40 are rated one by one.',
    );
  });

  it('call no level safe and unknown no level', () => {
    assert.match(riskMeanings.Low, /does not mean safe/);
    assert.equal(riskTitle('Unknown'), 'Risk unknown');
    assert.equal(riskTitle('High'), 'High risk');
  });

  it('say each limit with its window', () => {
    assert.equal(limitPhrase([]), null);
    assert.equal(limitPhrase([{ window: 'minute', max: 1 }]), 'at most 1 call a minute');
    assert.equal(
      limitPhrase([
        { window: 'minute', max: 10 },
        { window: 'day', max: 1_000 },
      ]),
      'at most 10 calls a minute and 1,000 a day',
    );
  });

  for (const category of Category.options) {
    for (const risk of Risk.options) {
      it(`are English for ${category}, ${risk}`, () => {
        const { decision, rates: limits } = ratedRule({ category, risk }, 'balanced');
        const rule = { decision, limits };
        const texts = [
          advice(rule),
          lead(risk, rule),
          toolMeta('x', 'Y MCP Server', { category, risk }, rule),
        ];
        for (const text of texts) {
          assert.match(text, /^[A-Zx].*[.]$/);
          assert.doesNotMatch(text, /\.\.| {2}|undefined|null|\ba E|MCP Server MCP/);
        }
      });
    }
  }

  it('say of policy.json only what the advice does not say', () => {
    const rule = { decision: 'allow' as const, limits: [] };
    assert.equal(effect(rule), null);
    assert.equal(effect({ ...rule, decision: 'hide' }), null);
    assert.equal(
      effect({ ...rule, constraints: [sampleConstraint()] }),
      'Arguments must meet its conditions.',
    );
    assert.match(effect({ ...rule, decision: 'ask' }) ?? '', /^policy\.json cannot ask: it denies each call/);
  });

  it('say what a snippet closes, and what stands behind the link to all', () => {
    assert.equal(closesOthers(1), null);
    assert.equal(closesOthers(2), 'Alone it denies the other tool.');
    assert.equal(closesOthers(1_400), 'Alone it denies the other 1,399 tools.');
    assert.deepEqual([allFormats(1), allFormats(14)], ['Every format', 'All 14 tools, every format']);
  });

  it('shorten the version of a judge, with the model where it is known', () => {
    const hash = 'a'.repeat(64);
    assert.equal(judgeVersion({ judge: 'rules', judgeVersion: hash }), 'aaaaaaaaaaaa');
    assert.equal(
      judgeVersion({ judge: 'openai', judgeVersion: `small-model ${hash}` }),
      'small-model aaaaaaaaaaaa',
    );
    assert.equal(judgesOf([]), null);
    assert.equal(
      judgesOf([{ judge: 'rules' }, { judge: 'openai' }, { judge: 'rules' }]),
      'Judged by Placard’s rules, and by a language model.',
    );
  });

  it('count without the empty levels', () => {
    const counts = [
      { key: 'High', count: 2 },
      { key: 'Medium', count: 0 },
      { key: 'Low', count: 1_200 },
    ];
    assert.equal(tally(counts), '2 High and 1,200 Low');
  });

  it('contradict only hints that are milder than the verdict', () => {
    assert.equal(disagreement('readOnlyHint', true, 'Execute'), 'We rate it Execute.');
    assert.equal(disagreement('destructiveHint', false, 'Destructive'), 'We rate it Destructive.');
    assert.equal(disagreement('readOnlyHint', true, 'Read'), null);
    assert.equal(disagreement('destructiveHint', true, 'Read'), null);
  });

  it('give the verdict on a server in one line', () => {
    const rated = (name: string, risk: Risk) => ({ name, risk, category: 'Execute' as const });
    const verdict = (...risks: Risk[]): string =>
      serverVerdict(
        'S',
        risks.map((risk, place) => rated(`t${place}`, risk)),
      );
    assert.equal(verdict(), 'S MCP server answered and lists no tools.');
    assert.equal(verdict('High'), 'Its one tool is t0, an Execute tool of High risk.');
    assert.equal(
      verdict('High', 'Low', 'Unknown'),
      'The gravest of its 3 tools is t0, an Execute tool of High risk.',
    );
    assert.equal(
      verdict('High', 'High', 'Low'),
      '2 of its 3 tools are rated High, among them t0, an Execute tool.',
    );
    assert.equal(verdict('Low', 'Low'), 'Both of its tools are rated Low, among them t0, an Execute tool.');
    assert.equal(verdict('Unknown', 'Unknown'), '2 tools, none of which could be rated.');
    assert.match(serverVerdict('S', null), /risk is unknown\.$/);
  });

  it('put every kind of fault into words', () => {
    for (const kind of FaultKind.options) assert.match(faultSentence(kind), /^[A-Z].*\.$/);
  });
});
