import { createScanner, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { isObject } from '../model/json.ts';
import { limits } from '../model/limits.ts';
import type { ReadServers, TextFault } from './configuration.ts';
import type { RawServer, TextPlace } from './configured-server.ts';
import { listedServer } from './listed-servers.ts';
import { isServer, serverFrom, serverKeys } from './server-fields.ts';
import { textPlaces } from './text-places.ts';

type Read = Omit<ReadServers<RawServer>, 'language'>;

/** What each complaint of the parser means, by its number. */
const complaints: Readonly<Record<number, string>> = {
  1: 'Here stands a word that JSON does not have.',
  3: 'The name of a member is missing.',
  4: 'A value is missing.',
  5: 'A colon is missing.',
  6: 'A comma is missing.',
  7: 'A closing brace } is missing.',
  8: 'A closing bracket ] is missing.',
  9: 'The JSON ends here, and something follows.',
  11: 'A comment is not closed.',
  12: 'A text has no closing quotation mark.',
};

/** What the scanner returns where the text ends (SyntaxKind.EOF, which only its types name). */
const endOfText = 17;

/** Whether objects and lists are nested deeper than a configuration ever is. A parser that calls itself would not survive it. */
function isTooDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    const first = text[scanner.getTokenOffset()];
    if (first === '{' || first === '[') depth += 1;
    if (first === '}' || first === ']') depth -= 1;
    if (depth > limits.policyDepth) return true;
  }
  return false;
}

/** The members of an object in the order of the text, those of the same name too. */
function members(node: Node | undefined): { name: string; at: Node; value: Node | undefined }[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [name, value] = [] }) =>
    name === undefined ? [] : [{ name: String(name.value), at: name, value }],
  );
}

const member = (node: Node | undefined, name: string): Node | undefined =>
  members(node).find((each) => each.name === name)?.value;

const valueOf = (node: Node): unknown => getNodeValue(node) as unknown;

/** The objects that hold servers: at the known keys of the whole and of its projects, or the whole itself. */
function serverMaps(root: Node): Node[] {
  const projects = members(member(root, 'projects')).flatMap(({ value }) =>
    value === undefined ? [] : [value],
  );
  const known = [root, ...projects].flatMap((place) =>
    serverKeys.flatMap(({ path }) => {
      const found = path.reduce<Node | undefined>((at, name) => member(at, name), place);
      return found?.type === 'object' || found?.type === 'array' ? [found] : [];
    }),
  );
  return known.length > 0 ? known : [root];
}

interface Reading {
  placeAt: (offset: number) => TextPlace;
  errors: readonly ParseError[];
}

/** One server of a map. A server in which the text breaks off is none: half a name would be another package. */
function serverOf(alias: string, at: Node, value: Node | undefined, { placeAt, errors }: Reading): Read {
  const place = placeAt(at.offset);
  const end = value === undefined ? at.offset : value.offset + value.length;
  const isBroken = value === undefined || errors.some(({ offset }) => offset >= at.offset && offset <= end);
  if (isBroken) {
    const message = 'The server that begins here is broken, so it was left out.';
    return { servers: [], faults: [{ place, message }] };
  }
  const fields = valueOf(value);
  return { servers: isServer(fields) ? [serverFrom(alias, place, fields)] : [], faults: [] };
}

/** The servers of one map, or of a list of named servers, names and addresses. */
function readMap(map: Node, reading: Reading): Read[] {
  if (map.type !== 'array')
    return members(map).map(({ name, at, value }) => serverOf(name, at, value, reading));
  return (map.children ?? []).map((item): Read => {
    const value = valueOf(item);
    if (typeof value === 'string')
      return { servers: [listedServer(value, reading.placeAt(item.offset))], faults: [] };
    const name = isObject(value) && typeof value.name === 'string' ? value.name : 'server';
    return serverOf(name, item, item, reading);
  });
}

/** The servers of JSON with comments and trailing commas. */
export function jsonServers(given: string): Read {
  // A snippet of a documentation page often lacks the braces around it.
  const isBare = given.trimStart().startsWith('"');
  const text = isBare ? `{${given}}` : given;
  const places = textPlaces(given);
  const placeAt = (offset: number): TextPlace => places(offset - (isBare ? 1 : 0));
  if (isTooDeep(text))
    return {
      servers: [],
      faults: [{ place: null, message: `It is nested more than ${limits.policyDepth} levels deep.` }],
    };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const read = root === undefined ? [] : serverMaps(root).flatMap((map) => readMap(map, { placeAt, errors }));
  const [first] = errors;
  const faults: TextFault[] = [
    ...(first === undefined
      ? []
      : [{ place: placeAt(first.offset), message: complaints[first.error] ?? 'This is no JSON.' }]),
    ...read.flatMap((each) => each.faults),
  ];
  const servers = read.flatMap((each) => each.servers);
  if (servers.length > 0 || faults.length > 0) return { servers, faults };
  const known = serverKeys.map(({ path, clients }) => `${path.join('.')} (${clients})`).join(', ');
  return {
    servers,
    faults: [{ place: null, message: `It lists no servers. They are looked for under ${known}.` }],
  };
}
