import type { Category } from '../../src/model/categories.ts';
import type { Risk } from '../../src/model/risks.ts';
import type { StackServer, StackTool } from '../../src/model/stack.ts';
import type { StackMember } from '../../src/stack/stack.ts';

/** A tool that shows these signals. */
export function stackTool(
  name: string,
  signals: readonly string[] = [],
  changes: Partial<{ risk: Risk; category: Category; tokens: number; quote: string }> = {},
): StackTool {
  const { risk = 'Low', category = 'Read', tokens = 10, quote = name } = changes;
  return {
    name,
    page: `/servers/s/${name}/`,
    risk,
    category,
    tokens,
    signals: signals.map((id) => ({ id, quote })),
  };
}

/** A server with these tools under an alias. */
export function member(alias: string, tools: StackServer['tools']): StackMember {
  return {
    alias,
    server: { id: `npm:${alias}`, slug: alias, name: alias, page: `/servers/${alias}/`, tools },
  };
}
