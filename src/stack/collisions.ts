import { type PlacedTool, toolKey } from './stack.ts';

/** Tools of several servers that a client or a model can take for each other. */
export interface Collision {
  /** same: spelled the same. alike: the same but for capitals and separators. */
  kind: 'same' | 'alike';
  /** At least two, of at least two servers. */
  tools: PlacedTool[];
}

/** A definition that names a tool of another server in a sentence that gives orders about other tools. */
export interface Shadowing {
  by: PlacedTool;
  /** The words that do it, as they stand in the definition. */
  quote: string;
  of: PlacedTool[];
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const serversOf = (tools: readonly PlacedTool[]): number => new Set(tools.map(({ alias }) => alias)).size;

/** The collisions of a stack: which names tools of different servers share, in the order of the stack. */
export function collisionsOf(tools: readonly PlacedTool[]): Collision[] {
  const groups = [...Map.groupBy(tools, ({ tool }) => plain(tool.name)).values()];
  return groups
    .filter((group) => serversOf(group) > 1)
    .map((group) => ({
      kind: new Set(group.map(({ tool }) => tool.name)).size === 1 ? 'same' : 'alike',
      tools: group,
    }));
}

/** Signals of sentences that speak about tools other than their own. */
const orders: readonly string[] = [
  'cross-tool-reference',
  'forced-precedence',
  'instructs-agent',
  'secrecy-wording',
];

/** Names that no ordinary word is: of several parts, or long. */
const isTelling = (name: string): boolean =>
  /[a-z0-9][_.-][a-z0-9]|[a-z][A-Z]/.test(name) || name.length >= 10;

/** Where the text of one server's tool gives orders about a tool of another server. */
export function shadowings(tools: readonly PlacedTool[]): Shadowing[] {
  const byName = Map.groupBy(
    tools.filter(({ tool }) => isTelling(tool.name)),
    ({ tool }) => tool.name.toLowerCase(),
  );
  return tools.flatMap((by) =>
    by.tool.signals
      .filter(({ id }) => orders.includes(id))
      .flatMap(({ quote }) => {
        const words = new Set(quote.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}_.-]*[\p{L}\p{N}]/gu) ?? []);
        const named = [...words].flatMap((word) => byName.get(word) ?? []);
        const of = [...new Map(named.map((tool) => [toolKey(tool), tool])).values()].filter(
          ({ alias }) => alias !== by.alias,
        );
        return of.length === 0 ? [] : [{ by, quote, of }];
      }),
  );
}
