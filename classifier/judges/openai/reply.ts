import { z } from 'zod';
import type { Unusable } from './unusable.ts';

const Choice = z.object({
  finish_reason: z.string().nullish(),
  message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
});
const Completion = z.object({ choices: z.tuple([Choice], z.unknown()) });

/** The text of a chat completion's first choice. Nothing is assumed of the body: gateways send HTML with status 200. */
export function replyOf(body: unknown): { content: string } | Unusable {
  const completion = Completion.safeParse(body);
  if (!completion.success)
    return { unusable: 'The endpoint sent something else than a chat completion.', remedy: 'repeat' };
  const [{ finish_reason: reason, message }] = completion.data.choices;
  if (reason === 'length') return { unusable: 'The answer was cut off for its length.', remedy: 'split' };
  if (reason === 'content_filter')
    return { unusable: "The endpoint's content filter stopped the answer.", remedy: 'split' };
  if (message.refusal) return { unusable: 'The model refused to answer.', remedy: 'split' };
  if (!message.content) return { unusable: 'The answer was empty.', remedy: 'repeat' };
  return { content: message.content };
}
