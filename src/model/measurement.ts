import { z } from 'zod';
import { Category } from './categories.ts';
import { JudgeId } from './classification.ts';
import { Risk } from './risks.ts';

const count = z.number().int().nonnegative();
/** From 0 to 1. A share of nothing is null, never zero. */
const share = z.number().min(0).max(1).nullable();

/** How often a category was right when a judge said it (precision), and found where it was due (recall). */
const CategoryScore = z.object({
  precision: share,
  recall: share,
  f1: share,
  /** Tools that people label so. */
  support: count,
});

/** What a judge is worth on a set of labelled tools. */
export const Scores = z.object({
  tools: count,
  strict: share,
  /** Strict, or among the alternatives that the label accepts. */
  acceptable: share,
  /** The mean of the categories' F1, so that a rare category counts as much as a common one. */
  macroF1: share,
  perCategory: z.record(Category, CategoryScore),
  /** Row: the label. Column: the judge. */
  confusion: z.record(Category, z.record(Category, count)),
  risk: z.object({ tools: count, exact: share, withinOne: share, underCalled: share }),
  /** How often the category was right, by stated confidence in steps of a tenth. */
  calibration: z.array(z.object({ from: z.number(), tools: count, right: count })),
  /** How far stated confidence and accuracy are apart, over the ten steps, weighed by tools. */
  calibrationError: share,
  /** The share that a person should look at: confidence below 0.7, or a category other than the rules'. */
  review: share,
  /** Pieces of evidence, and those that stand verbatim where they say. */
  evidence: z.object({ quotes: count, verbatim: count }),
  /** What the judge said of the tools, labelled or not. */
  distribution: z.object({ categories: z.record(Category, count), risks: z.record(Risk, count) }),
});
export type Scores = z.infer<typeof Scores>;

/** How far two passes over the same tools agree: shares, and the same beyond chance (Cohen's kappa). */
export const Agreement = z.object({
  category: z.number(),
  categoryKappa: z.number(),
  risk: z.number(),
  riskKappa: z.number(),
});
export type Agreement = z.infer<typeof Agreement>;

/** How a judge bears hostile texts, and honest ones that look like them. */
export const Hostility = z.object({
  /** Hostile texts whose hostility stands in the definition, and how many of them raised a signal on the text. */
  poisoned: count,
  noticed: count,
  /** Texts that talk to raters, and how many of them raised `classifier-directed`. */
  directed: count,
  directedNoticed: count,
  /** Look-alikes without harm, and how many of them raised a signal on the text. */
  benign: count,
  alarmed: count,
});
export type Hostility = z.infer<typeof Hostility>;

/** How well the single actions of tools are known and rated. */
export const ActionScores = z.object({
  /** Tools with an argument that chooses what a call does, and those of which actions are listed. */
  choosing: count,
  found: count,
  /** Tools with one that chooses something else, and those of which actions are listed all the same. */
  others: count,
  mistaken: count,
  /** Labelled actions that are listed, and how many of them are called Unknown. */
  actions: count,
  unknown: count,
  /** Those with the right category, or one that the label accepts. */
  strict: count,
  acceptable: count,
  /** Those with the right level or one that the label accepts, one step from it, and too low. */
  exact: count,
  withinOne: count,
  underCalled: count,
});
export type ActionScores = z.infer<typeof ActionScores>;

/** One judge on one set of labels, and how it was measured. */
export const Measurement = z.object({
  judge: JudgeId,
  judgeVersion: z.string().min(1),
  labels: z.object({
    /** The file's name without its ending. */
    name: z.string().min(1),
    rows: count,
    servers: count,
    /** One sentence on how the tools were drawn; null where nobody has said. */
    drawn: z.string().nullable(),
    /** How far two independent passes agree, and the same beyond chance (Cohen's kappa); null for one pass. */
    agreement: Agreement.nullable(),
  }),
  /** Half of the servers, by a hash of the name: rules are written on the seen one. Null for all. */
  half: z.enum(['seen', 'unseen']).nullable(),
  /** Models that were trained, each judging only servers and definitions it had not seen; null for the judge as it is. */
  folds: z.number().int().min(2).nullable(),
  scores: Scores,
  /** Only for a set of hostile texts. */
  hostility: Hostility.nullable().default(null),
  /** Only for a set of tools whose actions are labelled. */
  actions: ActionScores.nullable().default(null),
});
export type Measurement = z.infer<typeof Measurement>;
