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
  /** What the description says, in English, when it is in another language. Absent when the judge gave none. */
  gloss: z.string().min(1).optional(),
});
export type Verdict = z.infer<typeof Verdict>;

/** Whose word differs from the verdict, and what it is. */
export const Opinion = z.object({ judge: JudgeId, category: Category, risk: Risk });
export type Opinion = z.infer<typeof Opinion>;

/** Words of a definition that a claim rests on, without a signal: `quote` stands verbatim at the JSON Pointer `at`. */
export const Quote = Evidence.omit({ id: true });
export type Quote = z.infer<typeof Quote>;

/** One of the things between which an argument of a tool chooses, rated on its own. */
export const ToolAction = Quote.extend({
  /** The argument's value, as the definition spells it. */
  name: z.string().min(1),
  /** The argument's name. */
  argument: z.string(),
  /** Null when nobody can tell what the action does; its risk is then Unknown. */
  category: Category.nullable(),
  risk: Risk,
});
export type ToolAction = z.infer<typeof ToolAction>;

/** Why a person should look at a verdict. */
export const Doubt = z.discriminatedUnion('reason', [
  /** The confidence is below `limits.reviewConfidence`. */
  z.object({ reason: z.literal('unsure') }),
  /** Another judge puts the tool into another category, or two levels or more away. */
  z.object({ reason: z.literal('disputed'), by: Opinion }),
  /** What name, schema or actions prove is graver than what the judge said. */
  z.object({ reason: z.literal('raised') }),
  /** The judge's reason named another rating than its verdict, and was replaced. */
  z.object({ reason: z.literal('reason-refused') }),
]);
export type Doubt = z.infer<typeof Doubt>;

/** A person's correction of a verdict: who, when, on what words, and what it replaced. */
export const Correction = z.object({
  by: z.string().min(1),
  on: z.iso.date(),
  quotes: z.array(Quote).min(1),
  instead: Opinion,
});
export type Correction = z.infer<typeof Correction>;

/** What the catalogue stands by, and on whose word. */
export const Classification = Verdict.extend({
  judge: JudgeId,
  /** Hash of everything that shaped the answer but the tool: prompt, taxonomy, rules, model name. */
  judgeVersion: z.string().min(1),
  /** What was raised above the judge's word and why, in one sentence; null when that word stands as it was. */
  raised: z.string().nullable(),
  /** Empty when no argument chooses between actions. */
  actions: z.array(ToolAction),
  /** How many more actions the definition lists, which were not rated one by one. */
  actionsLeft: z.number().int().nonnegative(),
  /** Why a person should look at it; empty when nothing asks for it. */
  doubts: z.array(Doubt),
  /** Set when the verdict is a person's. */
  correction: Correction.nullable(),
});
export type Classification = z.infer<typeof Classification>;
