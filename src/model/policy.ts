import { z } from 'zod';

/** What happens to a call: made, made after a person agrees, refused, or never offered to the agent. */
export const Decision = z.enum(['allow', 'ask', 'deny', 'hide']);
export type Decision = z.infer<typeof Decision>;

/** At most `max` calls of one tool a window, counted for each grant (one agent's access to one server). */
export const Limit = z.object({
  window: z.enum(['minute', 'hour', 'day']),
  max: z.number().int().positive(),
});
export type Limit = z.infer<typeof Limit>;

/** What we recommend for one tool. Page, FAQ, JSON and every export are printed from this object. */
export const ToolRule = z.object({ decision: Decision, limits: z.array(Limit) });
export type ToolRule = z.infer<typeof ToolRule>;

/** A whole server's policy. Tools that are not named are denied. */
export const Policy = z.object({ default: z.literal('deny'), tools: z.record(z.string(), ToolRule) });
export type Policy = z.infer<typeof Policy>;
