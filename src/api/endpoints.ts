import type { FileShape } from './shapes.ts';

/** What a part of an address stands for. */
export const parameters = {
  server: 'The slug of a server, as the addresses of its pages have it.',
  tool: 'The slug of a tool, as the address of its page has it.',
  level: 'low, medium, high, critical or unknown.',
  category: 'read, write, execute, destructive or financial.',
  signal: 'The id of a signal, with a hyphen where it has a colon.',
  direction: 'less, more or both.',
  order: 'name, risk or tools.',
  filter: 'How the tools are known, or what an address answered.',
  attack: 'The id of an attack.',
  group: 'The group of an attack.',
  format: 'The id of a format.',
  day: 'The day of a change.',
  kind: 'listed, added, changed or removed.',
  number: 'Which change of that kind on that server on that day, from 1.',
  shard: 'The first byte of the SHA-256 of what is looked for, in hexadecimal.',
} as const;

/** A kind of file of the API. */
export interface Endpoint {
  /** The address, with names of `parameters` in braces. */
  path: string;
  /** What a program may call it. */
  id: string;
  says: string;
  shape: FileShape;
}

const endpoint = (path: string, id: string, shape: FileShape, says: string): Endpoint => ({
  ...{ path: `/api/v1/${path}.json`, id, shape, says },
});

const badge = (path: string, id: string, says: string): Endpoint => ({
  ...{ path: `/badges/${path}.json`, id, shape: 'Badge', says },
});

/** A list: its first page, and the others, each at the address of the entry that it begins with. */
const list = (first: Endpoint, entry = '{server}/{tool}'): Endpoint[] => [
  first,
  {
    ...first,
    path: first.path.replace(/\.json$/, `/from/${entry}.json`),
    id: `${first.id}From`,
    says: `${first.says} The page that begins with an entry.`,
  },
];

/** Every kind of file of the API. */
export const endpoints: readonly Endpoint[] = [
  endpoint('index', 'totals', 'Totals', 'How many of what there is.'),
  endpoint('servers/{server}', 'server', 'ServerRecord', 'A server and its tools, gravest first.'),
  endpoint(
    'servers/{server}/{tool}',
    'tool',
    'ToolRecord',
    'A tool: definition, rating, evidence, rule, attacks.',
  ),
  endpoint('policies/{server}', 'policies', 'Policies', 'The policies of a server under each preset.'),
  endpoint(
    'lookup/{shard}',
    'lookup',
    'LookupShard',
    'Which servers have a package, an address, a repository or a name.',
  ),
  endpoint('servers', 'servers', 'ServerList', 'Servers by name.'),
  ...list(
    endpoint(
      'server-list/{order}',
      'serversInOrder',
      'ServerList',
      'Servers in an order; by name, the first page stands at servers.',
    ),
    '{server}',
  ),
  ...list(
    endpoint('server-list/{order}/{filter}', 'serversPart', 'ServerList', 'Servers of a filter.'),
    '{server}',
  ),
  ...list(endpoint('tools', 'tools', 'ToolList', 'Tools from A to Z.')),
  endpoint('risk', 'risks', 'RatingIndex', 'The levels, and how many tools stand at each.'),
  ...list(endpoint('risk/{level}', 'level', 'ToolList', 'Tools of a level, gravest first.')),
  ...list(
    endpoint('risk/{level}/{category}', 'levelPart', 'ToolList', 'Tools of a level and a category, by name.'),
  ),
  endpoint('categories', 'categories', 'RatingIndex', 'The categories, and how many tools stand in each.'),
  ...list(endpoint('categories/{category}', 'category', 'ToolList', 'Tools of a category, gravest first.')),
  endpoint('signals', 'signals', 'SignalIndex', 'The vocabulary of signals, and how many tools show each.'),
  ...list(endpoint('signals/{signal}', 'signal', 'ToolList', 'Tools that show a signal, gravest first.')),
  endpoint(
    'contradictions',
    'contradictions',
    'ContradictionIndex',
    'How many hints disagree with their definition.',
  ),
  ...list(
    endpoint(
      'contradictions/{direction}',
      'contradiction',
      'ContradictionList',
      'Tools whose hints disagree with their definition.',
    ),
  ),
  ...list(
    endpoint(
      'changes',
      'changes',
      'ChangeList',
      'What servers began to list, changed and took out, newest first.',
    ),
    '{day}/{kind}/{server}/{number}',
  ),
  endpoint('attacks', 'attacks', 'AttackIndex', 'The attacks, and how many tools are open to each.'),
  endpoint('attacks/groups/{group}', 'attackGroup', 'AttackIndex', 'The attacks of a group.'),
  ...list(
    endpoint(
      'attacks/{attack}',
      'attack',
      'AttackRecord',
      'An attack and the tools that are open to it, gravest first.',
    ),
  ),
  endpoint('formats', 'formats', 'FormatIndex', 'The formats of policies, and what each can do.'),
  endpoint('formats/{format}', 'format', 'FormatRecord', 'One format.'),
  endpoint('method', 'method', 'MethodRecord', 'What measuring the judges gave.'),
  endpoint('data', 'data', 'DataRecord', 'The files of the data set, with their SHA-256.'),
  badge('{server}', 'serverBadge', 'The badge of a server, for shields.io.'),
  badge('{server}/{tool}', 'toolBadge', 'The badge of a tool, for shields.io.'),
];

/** The names of the parameters in a path. */
export function parametersIn(path: string): (keyof typeof parameters)[] {
  const names = [...path.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name);
  return (Object.keys(parameters) as (keyof typeof parameters)[])
    .filter((name) => names.includes(name))
    .sort((a, b) => names.indexOf(a) - names.indexOf(b));
}

/** Each endpoint with the addresses it has. */
const patterns = endpoints.map((each) => {
  const address = each.path.replaceAll('.', '\\.').replaceAll(/\{[a-z]+\}/g, '[^/]+');
  return { endpoint: each, address: new RegExp(`^${address}$`) };
});

/** What a file of the API should hold, by its address; null for an address that no endpoint has. */
export function endpointOf(path: string): Endpoint | null {
  return patterns.find(({ address }) => address.test(path))?.endpoint ?? null;
}
