import type { FileShape } from './shapes.ts';

/** What a part of an address stands for. */
export const parameters = {
  server: 'The slug of a server, as the addresses of its pages have it.',
  tool: 'The slug of a tool, as the address of its page has it.',
  page: 'The number of a page of the list, from 2; the first has the list’s own address.',
  level: 'low, medium, high, critical or unknown.',
  category: 'read, write, execute, destructive or financial.',
  part: 'What the list is narrowed to, or the number of a page.',
  signal: 'The id of a signal, with a hyphen where it has a colon.',
  direction: 'less, more or both.',
  order: 'name, risk or tools.',
  filter: 'How the tools are known, or what an address answered.',
  attack: 'The id of an attack.',
  group: 'The group of an attack.',
  format: 'The id of a format.',
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

/** A list, its first page and the others. */
const list = (path: string, id: string, shape: FileShape, says: string): Endpoint[] => [
  endpoint(path, id, shape, says),
  endpoint(`${path}/{page}`, `${id}Page`, shape, `${says} A further page.`),
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
  endpoint('server-list/{order}', 'serversInOrder', 'ServerList', 'Servers in another order.'),
  endpoint(
    'server-list/{order}/{part}',
    'serversPart',
    'ServerList',
    'Servers of a filter, or a further page.',
  ),
  endpoint(
    'server-list/{order}/{filter}/{page}',
    'serversPartPage',
    'ServerList',
    'Servers of a filter. A further page.',
  ),
  ...list('tools', 'tools', 'ToolList', 'Tools from A to Z.'),
  endpoint('risk', 'risks', 'RatingIndex', 'The levels, and how many tools stand at each.'),
  endpoint('risk/{level}', 'level', 'ToolList', 'Tools of a level, gravest first.'),
  endpoint(
    'risk/{level}/{part}',
    'levelPart',
    'ToolList',
    'Tools of a level and a category, or a further page.',
  ),
  endpoint('risk/{level}/{category}/{page}', 'levelPartPage', 'ToolList', 'Tools of both. A further page.'),
  endpoint('categories', 'categories', 'RatingIndex', 'The categories, and how many tools stand in each.'),
  ...list('categories/{category}', 'category', 'ToolList', 'Tools of a category, gravest first.'),
  endpoint('signals', 'signals', 'SignalIndex', 'The vocabulary of signals, and how many tools show each.'),
  ...list('signals/{signal}', 'signal', 'ToolList', 'Tools that show a signal, gravest first.'),
  endpoint(
    'contradictions',
    'contradictions',
    'ContradictionIndex',
    'How many hints disagree with their definition.',
  ),
  ...list(
    'contradictions/{direction}',
    'contradiction',
    'ContradictionList',
    'Tools whose hints disagree with their definition.',
  ),
  ...list(
    'changes',
    'changes',
    'ChangeList',
    'What servers began to list, changed and took out, newest first.',
  ),
  endpoint('attacks', 'attacks', 'AttackIndex', 'The attacks, and how many tools are open to each.'),
  endpoint('attacks/groups/{group}', 'attackGroup', 'AttackIndex', 'The attacks of a group.'),
  ...list(
    'attacks/{attack}',
    'attack',
    'AttackRecord',
    'An attack and the tools that are open to it, gravest first.',
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
