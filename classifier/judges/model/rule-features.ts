import type { Action } from '../../signals/reading/actions.ts';
import type { Case } from '../rules/case.ts';
import type { Ruling } from '../rules/category.ts';
import type { RiskRuling } from '../rules/risk.ts';
import type { Block, Tell } from './features.ts';

const block = (weight: number, facts: Block['facts']): Block => ({
  part: 'rules',
  weight,
  isShared: false,
  isJoint: true,
  facts,
});

function tellVerdict(
  tell: Tell,
  it: Case,
  { category, ground }: Ruling,
  { risk, because }: RiskRuling,
): void {
  const silence = it.isUndescribed ? 'undescribed' : 'described';
  tell('category', category);
  tell('ground', ground);
  tell('risk', risk);
  tell('level', category, risk);
  tell('because', category, because ?? '');
  tell('agreement', it.agreement);
  tell('agreement', category, it.agreement);
  tell('silence', silence);
  tell('silence', category, silence);
}

function tellSignals(tell: Tell, { evidence }: Case, { category }: Ruling): void {
  if (evidence.length === 0) {
    tell('signal', '');
    tell('signal', category);
  }
  for (const { id } of evidence) {
    tell('signal', id);
    tell('signal', category, id);
  }
}

function tellLead(tell: Tell, from: string, action: Action | undefined): void {
  if (action === undefined) {
    tell(from, '');
    return;
  }
  tell(from, action.act, String(action.certain));
  tell(from, action.lemma);
}

function tellDeed(tell: Tell, action: Action | null, category: string): void {
  if (action === null) {
    tell('act', '');
    return;
  }
  const { act, lemma, object } = action;
  tell('act', act);
  tell('verb', lemma);
  tell('verb', category, lemma);
  for (const word of object.slice(0, 6)) {
    tell('object', word);
    tell('object', act, word);
    tell('object', category, word);
  }
}

function tellActions(tell: Tell, { action, actions, reading, switches }: Case, { category }: Ruling): void {
  const [named, told] = [reading.named[0], reading.told[0]];
  tellDeed(tell, action, category);
  tellLead(tell, 'named', named);
  tellLead(tell, 'told', told);
  tell('acts', named?.act ?? '', told?.act ?? '');
  for (const { act, lemma } of actions.slice(1)) {
    tell('other', act);
    tell('other', lemma);
  }
  for (const { verbs } of switches) for (const { act } of verbs) tell('choice', act);
}

/** What the rules made of a tool: their verdict, their signals, and the verbs they read. */
export function ruleBlocks(it: Case, ruling: Ruling, level: RiskRuling): Block[] {
  return [
    block(1, (tell) => {
      tellVerdict(tell, it, ruling, level);
    }),
    block(0.5, (tell) => {
      tellSignals(tell, it, ruling);
    }),
    block(0.5, (tell) => {
      tellActions(tell, it, ruling);
    }),
  ];
}
