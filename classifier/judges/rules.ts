import { join } from 'node:path';
import type { Verdict } from '../../src/model/classification.ts';
import type { Subject } from '../../src/model/tool.ts';
import { unswayed } from '../claims.ts';
import type { Judge } from '../judge.ts';
import { confidenceOf } from './rules/confidence.ts';
import { rationaleOf } from './rules/rationale.ts';
import { ruled } from './rules/ruled.ts';
import { learned, sourceVersion } from './rules/version.ts';

/** How grave the rules say one tool is, and on what evidence: the part of their verdict that others are held against. */
export function ratedByRules(subject: Subject): Pick<Verdict, 'category' | 'risk' | 'signals'> {
  const { it, ruling, level } = ruled(subject);
  return { category: ruling.category, risk: level.risk, signals: [...it.evidence] };
}

/** The rules' verdict on one tool. Same subject, same verdict; no clock, no network, no files. */
export function judgeByRules(subject: Subject): Verdict {
  const { it, ruling, level } = ruled(subject);
  return {
    ...ratedByRules(subject),
    confidence: confidenceOf(it, ruling),
    rationale: rationaleOf(it, ruling, level),
  };
}

/**
 * Rates by rules alone and always has an answer. The version is the hash of the sources of rules and signals,
 * taken once when this module is loaded: changing a rule changes it, with nothing to remember.
 */
export const rulesJudge: Judge = {
  id: 'rules',
  version: sourceVersion([
    ...['rules', '../signals', '../claims.ts'].map((part) => join(import.meta.dirname, part)),
    ...learned,
  ]),
  judge: (subjects) =>
    Promise.resolve(subjects.map((subject) => ({ verdict: unswayed(judgeByRules, subject) }))),
};
