import { isObject } from '../../model/json.ts';
import { limits } from '../../model/limits.ts';
import { isHidden } from '../../policy/evaluate.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import { identify } from './definitions.ts';
import type { Line, Result } from './line.ts';

/** All tools of the server, as it sends them now. @throws Error when it does not list them all. */
export async function listTools(line: Line, envelope: Record<string, unknown> | null): Promise<unknown[]> {
  const tools: unknown[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < limits.toolPages; page += 1) {
    const params = {
      ...(cursor === undefined ? {} : { cursor }),
      ...(envelope === null ? {} : { _meta: envelope }),
    };
    const wait = { milliseconds: limits.guardListMilliseconds };
    const result = await line.ask('server', { method: 'tools/list', params }, wait);
    if (!Array.isArray(result.tools)) throw new Error('the answer holds no tools');
    tools.push(...(result.tools as unknown[]));
    if (tools.length > limits.tools) throw new Error(`more than ${limits.tools} tools`);
    if (typeof result.nextCursor !== 'string') return tools;
    cursor = result.nextCursor;
  }
  throw new Error(`more than ${limits.toolPages} pages`);
}

/**
 * Whether the agent may see a tool: not what is hidden, and nothing that nobody has looked at, because the words of a
 * definition are read by the agent too.
 */
function isShown(policy: Ruleset, raw: unknown): boolean {
  const tool = identify(raw);
  if (tool === null || isHidden(policy, tool.name)) return false;
  const rules = policy.tools.get(tool.name);
  if (rules === undefined) return policy.default === 'allow';
  return rules.definition === null || rules.definition === tool.hash;
}

/** A page of `tools/list` without the tools that the agent may not see. */
export function shownTools(policy: Ruleset, result: Result): Result {
  if (!Array.isArray(result.tools))
    return isObject(result) && 'tools' in result ? { ...result, tools: [] } : result;
  return { ...result, tools: result.tools.filter((raw) => isShown(policy, raw)) };
}
