import { join } from 'node:path';
import { Category } from '../../src/model/categories.ts';
import type { Verdict } from '../../src/model/classification.ts';
import { hashOf } from '../../src/model/canonical.ts';
import { riskLevels, type Risk, type RiskLevel, worse } from '../../src/model/risks.ts';
import type { SignalId } from '../../src/model/signals.ts';
import type { Subject } from '../../src/model/tool.ts';
import { unswayed } from '../claims.ts';
import type { Judge } from '../judge.ts';
import { isMilder } from '../severity.ts';
import { type Feature, featuresOf } from './model/features.ts';
import { chances, type Model, vectorGiven, vectorOf } from './model/linear.ts';
import { movedBy } from './model/rationale.ts';
import type { Trained } from './model/weights-file.ts';
import { type Case, openCase } from './rules/case.ts';
import { type Ground, rule, type Ruling } from './rules/category.ts';
import { rationaleOf } from './rules/rationale.ts';
import { riskOf, type RiskRuling } from './rules/risk.ts';
import { sourceVersion } from './rules/version.ts';

/** Signals of a text that was written to be believed: its words may raise a verdict and lower none. */
const suspicious: readonly SignalId[] = [
  'classifier-directed',
  'instructs-agent',
  'secrecy-wording',
  'forced-precedence',
  'hidden-unicode',
  'sensitive-path-mention',
];

/** The most that a verdict earns: no reading of a text is certain, and of a tool without a description least of all. */
const most = { described: 0.99, undescribed: 0.69 };

/** How sure the model must be to say something milder than the rules. */
const sure = 0.8;
/** How sure one can be where the model speaks milder and the rules prevail: they were right in about two of three. */
const overruled = 0.6;
/** What the rules' level counts beside the model's where both see the same category. */
const rulesShare = 0.35;

/** A tool taken apart, and what the rules and the model say of it. */
interface Hearing {
  it: Case;
  ruling: Ruling;
  level: RiskRuling;
  features: readonly Feature[];
  /** The model's chance of each category. */
  shares: readonly number[];
}

function hear(model: Model, subject: Subject): Hearing {
  const it = openCase(subject);
  const ruling = rule(it);
  const level = riskOf(it, ruling);
  const features = featuresOf(it, ruling, level);
  return { it, ruling, level, features, shares: chances(model.category, vectorOf(features)) };
}

/** What the rules find between the lines of a text that names a harmless act. */
const hidden: ReadonlySet<Ground> = new Set(['outflow', 'power']);

/** Whether the rules' answer is the least that may be said: nothing is told, or the teller is not to be believed. */
function isUntold({ it, ruling }: Hearing): boolean {
  return it.isUndescribed || hidden.has(ruling.ground) || suspicious.some((id) => it.has(id));
}

function categoryIn(hearing: Hearing): { category: Category; confidence: number } {
  const { shares, ruling } = hearing;
  const share = Math.max(...shares);
  const found = Category.options[shares.indexOf(share)] ?? ruling.category;
  if (!isMilder(found, ruling.category) || (share >= sure && !isUntold(hearing)))
    return { category: found, confidence: share };
  return { category: ruling.category, confidence: overruled };
}

/** The level that half of the chance lies at or below: never far off, even where two levels are as likely. */
function middle(shares: readonly number[]): RiskLevel {
  let sum = 0;
  for (const [index, share] of shares.entries()) {
    sum += share;
    if (sum >= 0.5) return riskLevels[index] ?? 'Critical';
  }
  return 'Critical';
}

function riskIn(hearing: Hearing, model: Model, category: Category): Risk {
  const { features, ruling, level } = hearing;
  const isSame = category === ruling.category;
  if (isSame && level.risk === 'Unknown') return 'Unknown';
  const shares = chances(model.risk, vectorGiven(features, category));
  const weight = isSame ? rulesShare : 0;
  const risk = middle(
    shares.map((share, index) => share * (1 - weight) + weight * Number(riskLevels[index] === level.risk)),
  );
  if (isSame || isUntold(hearing)) return worse(level.risk, risk);
  return risk;
}

/** The verdict of rules and model together on one tool. Same subject and model, same verdict. */
export function judgeByModel(model: Model, subject: Subject): Verdict {
  const hearing = hear(model, subject);
  const { it, ruling, level, features } = hearing;
  const { category, confidence } = categoryIn(hearing);
  const risk = riskIn(hearing, model, category);
  const isSame = category === ruling.category && risk === level.risk;
  return {
    category,
    risk,
    confidence:
      Math.round(Math.min(confidence, it.isUndescribed ? most.undescribed : most.described) * 100) / 100,
    signals: [...it.evidence],
    rationale: isSame
      ? rationaleOf(it, ruling, level)
      : movedBy({ model, features, category, risk, rules: { category: ruling.category, risk: level.risk } }),
  };
}

/** Rules and model as one judge. Its version is the hash of the weights and of every source that reads a tool. */
export function modelJudge({ model, hash }: Trained): Judge {
  const parts = ['model.ts', 'model', 'rules', '../signals', '../claims.ts'].map((part) =>
    join(import.meta.dirname, part),
  );
  const judgeOne = (subject: Subject) => judgeByModel(model, subject);
  return {
    id: 'model',
    version: hashOf({ weights: hash, sources: sourceVersion(parts) }),
    judge: (subjects) =>
      Promise.resolve(subjects.map((subject) => ({ verdict: unswayed(judgeOne, subject) }))),
  };
}
