import { isJSONRPCResultResponse } from '@modelcontextprotocol/client';
import type { Client, Transport } from '@modelcontextprotocol/client';
import { z } from 'zod';
import type { Limits } from '../../src/model/limits.ts';
import { Failure } from '../failure.ts';

/** A page of tools/list with nothing assumed of the tools, so that an invalid one does not take its neighbours along. */
const ToolPage = z.looseObject({
  tools: z.array(z.unknown()),
  nextCursor: z.string().nullish(),
  ttlMs: z.number().nonnegative().nullish().catch(null),
  cacheScope: z.enum(['public', 'private']).nullish().catch(null),
});
type ToolPage = z.infer<typeof ToolPage>;

/** A whole tool list as it came, and what the server said about keeping it. */
export interface RawList {
  tools: unknown[];
  pages: number;
  ttlMs: number | null;
  cacheScope: 'public' | 'private' | null;
}

/**
 * Keeps the newest page that comes over a transport as it was sent, and hands it on without its tools: for the newest
 * revision the SDK refuses a whole page when one tool of it is invalid. Call it before the SDK connects.
 */
export function keepPages(transport: Transport): () => unknown {
  let newest: unknown;
  transport.onmessage = (message) => {
    if (!isJSONRPCResultResponse(message) || !Array.isArray(message.result.tools)) return;
    newest = { ...message.result };
    message.result.tools = [];
  };
  return () => newest;
}

/**
 * A list for one client only is never published. `private` without a lifetime is what the official server SDK says
 * when its author said nothing, so it counts as nothing said to a visitor without credentials.
 */
function assertPublic({ ttlMs, cacheScope }: ToolPage): void {
  if (cacheScope !== 'private' || (ttlMs ?? 0) === 0) return;
  throw new Failure('private-listing', `cacheScope "private" for ${ttlMs ?? 0} ms`);
}

/**
 * All pages of tools/list, in the server's order. The empty string is a cursor like any other.
 * @throws Failure `endless-listing` when a cursor comes back or a bound is passed; `private-listing`.
 */
export async function listPages(client: Client, newest: () => unknown, limits: Limits): Promise<RawList> {
  const list: RawList = { tools: [], pages: 0, ttlMs: null, cacheScope: null };
  const seen = new Set<string>();
  for (let cursor: string | undefined; list.pages < limits.toolPages;) {
    const request = { method: 'tools/list', params: cursor === undefined ? {} : { cursor } } as const;
    await client.request(request, ToolPage, { timeout: limits.visitMilliseconds });
    const page = ToolPage.parse(newest());
    assertPublic(page);
    list.tools.push(...page.tools);
    list.pages += 1;
    list.ttlMs ??= page.ttlMs ?? null;
    list.cacheScope ??= page.cacheScope ?? null;
    if (list.tools.length > limits.tools) {
      throw new Failure('endless-listing', `more than ${limits.tools} tools`);
    }
    if (typeof page.nextCursor !== 'string') return list;
    cursor = page.nextCursor;
    if (seen.has(cursor)) throw new Failure('endless-listing', `the cursor "${cursor}" came back`);
    seen.add(cursor);
  }
  throw new Failure('endless-listing', `more than ${limits.toolPages} pages`);
}
