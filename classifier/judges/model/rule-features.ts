import type { Action } from '../../signals/reading/actions.ts';
import type { Case } from '../rules/case.ts';
import type { Ruling } from '../rules/category.ts';
import type { RiskRuling } from '../rules/risk.ts';
import type { Block, Fact } from './features.ts';

const block = (weight: number, facts: readonly Fact[]): Block => ({
  part: 'rules',
  weight,
  isShared: false,
  isJoint: true,
  facts,
});

function verdictFacts(it: Case, { category, ground }: Ruling, { risk, because }: RiskRuling): Fact[] {
  const silence = it.isUndescribed ? 'undescribed' : 'described';
  return [
    ['category', category],
    ['ground', ground],
    ['risk', risk],
    ['level', category, risk],
    ['because', category, because ?? ''],
    ['agreement', it.agreement],
    ['agreement', category, it.agreement],
    ['silence', silence],
    ['silence', category, silence],
  ];
}

function signalFacts({ evidence }: Case, { category }: Ruling): Fact[] {
  if (evidence.length === 0)
    return [
      ['signal', ''],
      ['signal', category],
    ];
  return evidence.flatMap(({ id }): Fact[] => [
    ['signal', id],
    ['signal', category, id],
  ]);
}

const lead = (from: string, action: Action | undefined): Fact[] =>
  action === undefined
    ? [[from, '']]
    : [
        [from, action.act, String(action.certain)],
        [from, action.lemma],
      ];

function actionFacts({ action, actions, reading, switches }: Case, { category }: Ruling): Fact[] {
  const [named, told] = [reading.named[0], reading.told[0]];
  const own: Fact[] =
    action === null
      ? [['act', '']]
      : [
          ['act', action.act],
          ['verb', action.lemma],
          ['verb', category, action.lemma],
          ...action.object.slice(0, 6).flatMap((word): Fact[] => [
            ['object', word],
            ['object', action.act, word],
            ['object', category, word],
          ]),
        ];
  return [
    ...own,
    ...lead('named', named),
    ...lead('told', told),
    ['acts', named?.act ?? '', told?.act ?? ''],
    ...actions.slice(1).flatMap(({ act, lemma }): Fact[] => [
      ['other', act],
      ['other', lemma],
    ]),
    ...switches.flatMap(({ verbs }) => verbs.map(({ act }): Fact => ['choice', act])),
  ];
}

/** What the rules made of a tool: their verdict, their signals, and the verbs they read. */
export function ruleBlocks(it: Case, ruling: Ruling, level: RiskRuling): Block[] {
  return [
    block(1, verdictFacts(it, ruling, level)),
    block(0.5, signalFacts(it, ruling)),
    block(0.5, actionFacts(it, ruling)),
  ];
}
