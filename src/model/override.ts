import { z } from 'zod';
import { Category } from './categories.ts';
import { Quote } from './classification.ts';
import { limits } from './limits.ts';
import { Risk } from './risks.ts';
import { SignalId } from './signals.ts';

/** One person's correction of one tool. It holds for exactly one definition. */
export const Override = z.strictObject({
  /** The tool's name, as its server spells it. */
  tool: z.string().min(1),
  /** SHA-256 of the definition that was read, as the tool's page shows it. */
  definition: z.string().regex(/^[0-9a-f]{64}$/, 'expected the 64 hexadecimal digits of the definition'),
  category: Category,
  risk: Risk.exclude(['Unknown']),
  /** What one call does and why that is the rating, in a sentence or two. Shown on the page. */
  reason: z.string().min(20).max(limits.rationale),
  /** The words of the definition that show it: each stands verbatim at its JSON Pointer. */
  quotes: z.array(Quote).min(1),
  /** Signals that the judge claims and that do not hold. */
  refuted: z.array(SignalId).default([]),
  /** Who says so: a name or an account. */
  by: z.string().min(1),
  on: z.iso.date(),
});
export type Override = z.infer<typeof Override>;

/** data/overrides/<slug>.json: what people have corrected on one server. */
export const OverrideFile = z
  .strictObject({ server: z.string().min(1), tools: z.array(Override).min(1) })
  .superRefine(({ tools }, context) => {
    for (const [index, { tool }] of tools.entries()) {
      if (tools.findIndex((other) => other.tool === tool) === index) continue;
      context.addIssue({
        code: 'custom',
        path: ['tools', index, 'tool'],
        message: `${tool} is corrected twice`,
      });
    }
  });
export type OverrideFile = z.infer<typeof OverrideFile>;
