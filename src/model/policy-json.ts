import { z } from 'zod';
import { Json } from './json.ts';
import { limits } from './limits.ts';
import { Limit } from './policy.ts';

/** `args.` and the argument's name; a member inside it, or a place in a list, follows after a dot. */
const path = z.string().regex(/^args(\.[^.]+)+$/);

const condition = <const Op extends string, Value extends z.ZodType>(ops: readonly Op[], value: Value) =>
  z.strictObject({ path, op: z.enum(ops), value });

/** One comparison with an argument of the call. */
export const Condition = z.union([
  condition(['eq', 'neq', 'contains'], Json),
  condition(['lt', 'lte', 'gt', 'gte'], z.number()),
  condition(['in', 'not_in'], z.array(Json)),
  condition(['exists'], z.boolean()),
  condition(['regex'], z.string().max(limits.patternCharacters)),
]);
export type Condition = z.infer<typeof Condition>;

/** Denies a call that meets every condition; without conditions, every call. */
const DenyIf = z.strictObject({ conditions: z.array(Condition), on_deny: z.string() });

const ToolEntry = z.strictObject({
  require: z.array(Condition).optional(),
  deny_if: z.array(DenyIf).optional(),
  limits: z.array(Limit).optional(),
});

/** policy.json in the shape the reference's gateway documents. Unknown fields are refused, not ignored. */
export const PolicyJson = z.strictObject({
  version: z.literal('1'),
  /** For tools that neither `hide` nor `tools` names. */
  default: z.enum(['allow', 'deny']),
  /** Tools that the agent is not shown and may not call; `*` stands for all. */
  hide: z.array(z.string().min(1)).optional(),
  /** Quotas over the calls of all tools together. */
  all_tools: z.strictObject({ limits: z.array(Limit) }).optional(),
  tools: z.record(z.string(), ToolEntry).optional(),
});
export type PolicyJson = z.infer<typeof PolicyJson>;
