import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { z } from 'zod';
import type { Limits } from '../../src/model/limits.ts';
import { Failure } from '../failure.ts';

/** A page of tools/list with nothing assumed of the tools, so that an invalid one does not take its neighbours along. */
const ToolPage = z.looseObject({ tools: z.array(z.unknown()), nextCursor: z.string().nullish() });

/**
 * All pages of tools/list, in the server's order. The empty string is a cursor like any other.
 * @throws Failure `endless-listing` when a cursor comes back or a bound is passed.
 */
export async function listPages(client: Client, limits: Limits): Promise<unknown[]> {
  const tools: unknown[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let page = 1; page <= limits.toolPages; page += 1) {
    const request = { method: 'tools/list', params: cursor === undefined ? {} : { cursor } } as const;
    const answer = await client.request(request, ToolPage, { timeout: limits.visitMilliseconds });
    tools.push(...answer.tools);
    if (tools.length > limits.tools) throw new Failure('endless-listing', `more than ${limits.tools} tools`);
    if (typeof answer.nextCursor !== 'string') return tools;
    cursor = answer.nextCursor;
    if (seen.has(cursor)) throw new Failure('endless-listing', `the cursor "${cursor}" came back`);
    seen.add(cursor);
  }
  throw new Failure('endless-listing', `more than ${limits.toolPages} pages`);
}
