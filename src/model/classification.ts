import { z } from 'zod';
import { Category } from './categories.ts';
import { Evidence } from './evidence.ts';
import { Risk } from './risks.ts';

/** Who answered. `human` is a correction recorded in data/overrides. */
export const JudgeId = z.enum(['rules', 'model', 'openai', 'human']);
export type JudgeId = z.infer<typeof JudgeId>;

/** One judge's answer on one tool. */
export const Verdict = z.object({
  category: Category,
  risk: Risk,
  /** From 0 to 1: the judge's own estimate that the category is right. */
  confidence: z.number().min(0).max(1),
  signals: z.array(Evidence),
  /** One or two sentences in plain English. */
  rationale: z.string().min(1),
});
export type Verdict = z.infer<typeof Verdict>;

/** What the catalogue stands by, and on whose word. */
export const Classification = Verdict.extend({
  judge: JudgeId,
  /** Hash of everything that shaped the answer but the tool: prompt, taxonomy, rules, model name. */
  judgeVersion: z.string().min(1),
  /** What the deterministic floor raised, in one sentence; null when the judge's word stands as it was. */
  raised: z.string().nullable(),
});
export type Classification = z.infer<typeof Classification>;
