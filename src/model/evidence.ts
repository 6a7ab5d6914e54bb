import { z } from 'zod';
import { tokensOf, valueAt } from './json.ts';

/** A signal's answer to its question. Unknown: the definition says too little to tell. */
export const Outcome = z.enum(['yes', 'no', 'unknown']);
export type Outcome = z.infer<typeof Outcome>;

/**
 * A claim and the bytes it rests on: `quote` stands verbatim at the JSON Pointer `at` of the tool definition.
 * An empty quote claims that nothing stands there.
 */
export const Evidence = z.object({
  id: z.string().regex(/^(p:)?[a-z]+(-[a-z]+)*$/),
  at: z.string().regex(/^(\/.*)?$/),
  quote: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

/** The text of a definition at a pointer: a string as it is, any other member as `"key": JSON`. */
export function textAt(definition: unknown, at: string): string | undefined {
  const value = valueAt(definition, at);
  if (value === undefined || typeof value === 'string') return value;
  return `"${tokensOf(at).at(-1) ?? ''}": ${JSON.stringify(value)}`;
}

/** Whether the quote really stands where the evidence says. */
export function isVerbatim(definition: unknown, { at, quote }: Evidence): boolean {
  const text = textAt(definition, at);
  if (quote === '') return text === undefined || text.trim() === '';
  return text?.includes(quote) ?? false;
}
