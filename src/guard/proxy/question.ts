import type { JSONRPCRequest } from '@modelcontextprotocol/client';
import { canonical } from '../../model/canonical.ts';
import { oneLine, visible } from '../../model/display.ts';
import { isObject } from '../../model/json.ts';
import type { Verdict } from '../judge.ts';
import type { ToolCall } from './grant.ts';

/** Characters of the arguments that a person is shown. */
const longestArguments = 2_000;

/** The name of the answer in the form, and again of the question where several can be put at once. */
export const answerName = 'allow';

/** The elicitation that puts a call before a person, as revisions of both eras send it. */
export function questionAbout(
  server: string,
  { tool, arguments: given }: ToolCall,
  { reason }: Pick<Verdict, 'reason'>,
): Pick<JSONRPCRequest, 'method'> & { params: Record<string, unknown> } {
  const title = `Allow ${visible(tool)} of ${visible(server)}?`;
  return {
    method: 'elicitation/create',
    params: {
      mode: 'form',
      message: `${title} ${visible(reason)} Arguments: ${oneLine(canonical(given), longestArguments)}`,
      requestedSchema: {
        type: 'object',
        properties: { [answerName]: { type: 'boolean', title, description: 'Allow this one call.' } },
        required: [answerName],
      },
    },
  };
}

/** Whether a person agreed. Everything else is a no. */
export function isConsent(answer: unknown): boolean {
  if (!isObject(answer) || answer.action !== 'accept' || !isObject(answer.content)) return false;
  return answer.content[answerName] === true;
}
