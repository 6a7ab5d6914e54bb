import { join } from 'node:path';
import type { Verdict } from '../../src/model/classification.ts';
import { hashOf } from '../../src/model/canonical.ts';
import type { Subject } from '../../src/model/tool.ts';
import { unswayed } from '../claims.ts';
import type { Judge } from '../judge.ts';
import { categoryIn, riskIn } from './model/decision.ts';
import { hear } from './model/hearing.ts';
import { chances, type Model } from './model/linear.ts';
import { movedBy } from './model/rationale.ts';
import type { Trained } from './model/weights-file.ts';
import { rationaleOf } from './rules/rationale.ts';
import { learned, sourceVersion } from './rules/version.ts';

/** The most that a verdict earns: no reading of a text is certain, and of a tool without a description least of all. */
const most = { described: 0.99, undescribed: 0.69 };

/** The verdict of rules and model together on one tool. Same subject and model, same verdict. */
export function judgeByModel(model: Model, subject: Subject): Verdict {
  const hearing = hear(subject);
  const { it, ruling, level, features } = hearing;
  const { category, confidence } = categoryIn(hearing, chances(model.category, features), model.decision);
  const levels = chances(model.risk, features, category);
  const risk = riskIn(hearing, category, levels, model.decision);
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
  const parts = ['model.ts', 'model', 'rules', '../signals', '../claims.ts', '../severity.ts'];
  const sources = sourceVersion([...parts.map((part) => join(import.meta.dirname, part)), ...learned]);
  const judgeOne = (subject: Subject) => judgeByModel(model, subject);
  return {
    id: 'model',
    version: hashOf({ weights: hash, sources }),
    judge: (subjects) =>
      Promise.resolve(subjects.map((subject) => ({ verdict: unswayed(judgeOne, subject) }))),
  };
}
