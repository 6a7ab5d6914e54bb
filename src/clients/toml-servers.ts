import { parse, TomlError } from 'smol-toml';
import { isObject } from '../model/json.ts';
import type { ReadServers, TextFault } from './configuration.ts';
import type { RawServer, TextPlace } from './configured-server.ts';
import { isServer, serverFrom } from './server-fields.ts';

type Read = Omit<ReadServers<RawServer>, 'language'>;

/** The keys under which TOML configurations list servers: Codex, and those that copy JSON's. */
const keys = ['mcp_servers', 'mcpServers', 'servers'];

/** A part of the text that begins with the header of a table, and the line it begins at, from 0 on. */
interface Part {
  text: string;
  line: number;
}

/** The text cut before each header of a table, so that one broken table spoils no other. */
function parts(text: string): Part[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, at) => (at === 0 || /^[ \t]*\[\[?[\w."' -]+\]/.test(line) ? [at] : []));
  return starts.map((line, at) => ({ line, text: lines.slice(line, starts[at + 1]).join('\n') }));
}

/** The parser's complaint without the lines it quotes. */
function faultOf(error: unknown, line: number): TextFault {
  if (!(error instanceof TomlError))
    return { place: { line: line + 1, column: 1 }, message: 'This is no TOML.' };
  const place: TextPlace = { line: line + error.line, column: error.column };
  return { place, message: 'This is no TOML, so the table it stands in was left out.' };
}

function parsed({ text, line }: Part): { tables: Record<string, unknown>[]; faults: TextFault[] } {
  try {
    return { tables: [parse(text)], faults: [] };
  } catch (error) {
    return { tables: [], faults: [faultOf(error, line)] };
  }
}

/** Where the table of a server begins; the first line where no header names it. */
function placeOf(alias: string, text: string): TextPlace {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => {
    const name = /^[ \t]*\[[\w-]+\.(?:"([^"]*)"|'([^']*)'|([\w-]+))/.exec(each);
    return (name?.[1] ?? name?.[2] ?? name?.[3]) === alias;
  });
  return { line: Math.max(line, 0) + 1, column: 1 };
}

/** The servers of TOML. Where it is broken, the tables that are whole are read. */
export function tomlServers(text: string): Read {
  const whole = parsed({ text, line: 0 });
  const pieces = whole.faults.length === 0 ? [whole] : parts(text).map(parsed);
  const servers = new Map<string, Record<string, unknown>>();
  for (const table of pieces.flatMap(({ tables }) => tables))
    for (const key of keys)
      for (const [alias, fields] of Object.entries(isObject(table[key]) ? table[key] : {}))
        if (isObject(fields)) servers.set(alias, { ...servers.get(alias), ...fields });
  const faults = pieces.flatMap((piece) => piece.faults);
  const found = [...servers].flatMap(([alias, fields]) =>
    isServer(fields) ? [serverFrom(alias, placeOf(alias, text), fields)] : [],
  );
  if (found.length > 0 || faults.length > 0) return { servers: found, faults };
  return {
    servers: [],
    faults: [{ place: null, message: `It lists no servers. They are looked for under ${keys.join(', ')}.` }],
  };
}
