import { z } from 'zod';
import { Json } from './json.ts';

/** What happens to a call: made, made after a person agrees, refused, or never offered to the agent. */
export const Decision = z.enum(['allow', 'ask', 'deny', 'hide']);
export type Decision = z.infer<typeof Decision>;

/** How much a policy leaves to the agent. `read-only`: nothing but reading; the set people ask for most. */
export const Preset = z.enum(['strict', 'balanced', 'read-only']);
export type Preset = z.infer<typeof Preset>;

/** At most `max` calls a calendar window (UTC) on one counter, for each grant: one agent's access to one server. */
export const Limit = z.strictObject({
  counter: z.string().min(1),
  window: z.enum(['minute', 'hour', 'day']),
  max: z.number().int().positive(),
  scope: z.literal('grant'),
});
export type Limit = z.infer<typeof Limit>;

/** The comparisons of policy.json, all eleven. */
export const Operator = z.enum([
  'eq',
  'neq',
  'lt',
  'lte',
  'gt',
  'gte',
  'in',
  'not_in',
  'exists',
  'regex',
  'contains',
]);
export type Operator = z.infer<typeof Operator>;

/** `enum`: a text out of those that the schema lists. */
export const ArgumentType = z.enum(['string', 'enum', 'integer', 'number', 'boolean', 'array', 'object']);
export type ArgumentType = z.infer<typeof ArgumentType>;

/** What one argument must satisfy. A call that does not is refused. */
export const Constraint = z.strictObject({
  /** The argument and, inside it, the member: ["options", "force"]. Array places as digits: ["ids", "1"]. */
  argument: z.array(z.string()).min(1),
  op: Operator,
  /** `regex` takes RE2 syntax without look-around and without flags, anchored by the pattern itself. */
  value: Json,
  /** What the input schema says the argument is; null: it does not say, or says several things. */
  type: ArgumentType.nullable(),
  /** Whether a call that leaves the argument out is refused too. */
  mustBeGiven: z.boolean(),
  /** One sentence: what this guards against. */
  why: z.string().min(1),
  /** One sentence: what to put in place of the value before the policy is used; null: complete as it stands. */
  fill: z.string().min(1).nullable(),
});
export type Constraint = z.infer<typeof Constraint>;

/** What we recommend for one tool. Page, FAQ, JSON and every export are printed from this object. */
export const ToolRule = z.strictObject({
  decision: Decision,
  /** Hold from the moment on that the tool is opened, also where it is closed today. */
  limits: z.array(Limit),
  /** Enforced as they stand. One with `fill` lets no honest call through until it is filled in. */
  constraints: z.array(Constraint),
  /** Worth filling in, and not enforced until a person has: each has a `fill`. */
  proposed: z.array(Constraint),
  /** Hash of the definition the rule was made for (SHA-256 of its canonical JSON). A tool that changed is not this tool. */
  definition: z.string().length(64),
});
export type ToolRule = z.infer<typeof ToolRule>;

/** A server's policy over all its tools, or a part of it. Tools that are not named are denied. */
export const Policy = z.strictObject({
  server: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
  preset: Preset,
  default: z.literal('deny'),
  tools: z.record(z.string(), ToolRule),
});
export type Policy = z.infer<typeof Policy>;

/** The policies of one server under every preset: what the file beside its page holds. */
export const Policies = z.record(Preset, Policy);
export type Policies = z.infer<typeof Policies>;
