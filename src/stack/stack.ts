import type { StackServer, StackTool } from '../model/stack.ts';

/** A server of a stack under the name it has there. */
export interface StackMember {
  alias: string;
  server: StackServer;
}

/** A tool of a stack. */
export interface PlacedTool {
  alias: string;
  /** The slug of its server. */
  server: string;
  tool: StackTool;
}

/** What tells a tool of a stack from every other: no alias holds a line feed. */
export function toolKey({
  alias,
  tool,
}: Pick<PlacedTool, 'alias'> & { tool: Pick<StackTool, 'name'> }): string {
  return `${alias}\n${tool.name}`;
}

/** All tools of a stack, in its order. Servers whose tools nobody has listed have none here. */
export function toolsOf(stack: readonly StackMember[]): PlacedTool[] {
  return stack.flatMap(({ alias, server }) =>
    (server.tools ?? []).map((tool) => ({ alias, server: server.slug, tool })),
  );
}

/** The aliases in their order, each unlike every other: a repeated one gets a number. */
export function uniqueAliases(aliases: readonly string[]): string[] {
  const taken = new Set<string>();
  return aliases.map((given) => {
    const alias = given.replaceAll(/[\r\n]/g, ' ');
    let free = alias;
    for (let number = 2; taken.has(free); number += 1) free = `${alias}-${number}`;
    taken.add(free);
    return free;
  });
}
