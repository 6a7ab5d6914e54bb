import { z } from 'zod';
import { Category } from '../../../src/model/categories.ts';
import { Verdict } from '../../../src/model/classification.ts';
import { oneLine } from '../../../src/model/display.ts';
import { Evidence } from '../../../src/model/evidence.ts';
import { limits } from '../../../src/model/limits.ts';
import { riskLevels } from '../../../src/model/risks.ts';
import { SignalId } from '../../../src/model/signals.ts';
import type { Unusable } from './unusable.ts';

const Claim = z.object({ signal: SignalId, at: z.string(), quote: z.string() });

/** A model's answer. Evidence and reasons come before the rating, so that the rating can follow from them. */
export const AnswerSheet = z.object({
  tools: z.array(
    z.object({
      id: z.string(),
      evidence: z.array(Claim),
      rationale: z.string(),
      category: Category,
      risk: z.enum(riskLevels),
      confidence: z.number(),
      gloss: z.string().nullable(),
    }),
  ),
});

/** The same, as it is read: an answer without a gloss, or with a strange one, is as good as one with null. */
const Answer = AnswerSheet.extend({
  tools: z.array(AnswerSheet.shape.tools.element.extend({ gloss: z.string().nullable().catch(null) })),
});
type Entry = z.infer<typeof Answer>['tools'][number];

const repeat = (unusable: string): Unusable => ({ unusable, remedy: 'repeat' });

/** The one JSON object in a text, with or without a fence or words around it. */
function objectIn(content: string): unknown {
  try {
    return JSON.parse(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}

function verdictOf({ evidence, rationale, category, risk, confidence, gloss }: Entry): Verdict | undefined {
  const signals = evidence.flatMap(({ signal, at, quote }) => {
    const claim = Evidence.safeParse({ id: signal, at, quote });
    return claim.success ? [claim.data] : [];
  });
  const reasons = oneLine(rationale, limits.rationale);
  const english = oneLine(gloss ?? '', limits.gloss).trim();
  return Verdict.safeParse({
    ...{ category, risk, confidence, signals, rationale: reasons },
    ...(english === '' ? {} : { gloss: english }),
  }).data;
}

/**
 * The verdicts on the tools t0 to t`count - 1`, in that order. An answer that breaks the schema, leaves a tool
 * out, names one twice or a foreign one, or repeats one of the secret words is unusable as a whole.
 */
export function readSheet(content: string, count: number, secrets: readonly string[]): Verdict[] | Unusable {
  if (secrets.some((secret) => content.includes(secret)))
    return repeat('The answer repeats a secret word of the question.');
  const sheet = Answer.safeParse(objectIn(content));
  if (!sheet.success) return repeat('The answer does not have the shape it was asked for.');
  const entries = new Map(sheet.data.tools.map((entry) => [entry.id, entry]));
  if (entries.size !== sheet.data.tools.length) return repeat('The answer names a tool twice.');
  if (entries.size !== count) return repeat(`The answer rates ${entries.size} of ${count} tools.`);
  const verdicts: Verdict[] = [];
  for (let index = 0; index < count; index += 1) {
    const entry = entries.get(`t${index}`);
    if (entry === undefined) return repeat('The answer names a tool that was not asked about.');
    const verdict = verdictOf(entry);
    if (verdict === undefined) return repeat('The answer holds a value that is out of range.');
    verdicts.push(verdict);
  }
  return verdicts;
}
