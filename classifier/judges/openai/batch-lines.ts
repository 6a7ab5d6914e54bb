import { z } from 'zod';
import { oneLine } from '../../../src/model/display.ts';
import type { Unusable } from './unusable.ts';

/** One line of what a batch brought: the answer to one question, or why there is none. */
export const BatchLine = z.object({
  custom_id: z.string(),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
});
export type BatchLine = z.infer<typeof BatchLine>;

const Refusal = z.object({ error: z.object({ message: z.string() }) });

/** The completion in a line, or null when the question was not answered. */
export function completionIn({ response }: BatchLine): unknown {
  return response?.status_code === 200 ? response.body : null;
}

/** Why a question was not answered. */
export function failureIn({ response, error }: BatchLine): Unusable {
  const status = response?.status_code ?? 0;
  const said = Refusal.safeParse(response?.body).data?.error.message ?? error?.message ?? error?.code;
  const unusable = `The endpoint failed: ${oneLine(said ?? `status ${status}`)}`;
  return { unusable, remedy: status >= 400 && status < 500 && status !== 429 ? 'split' : 'none' };
}
