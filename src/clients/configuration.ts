import { limits } from '../model/limits.ts';
import { type ConfiguredServer, masked, type RawServer, type TextPlace } from './configured-server.ts';
import { jsonServers } from './json-servers.ts';
import { listedServers } from './listed-servers.ts';
import { tomlServers } from './toml-servers.ts';

/** What a text turned out to be. */
export type Language = 'json' | 'toml' | 'list';

/** What is wrong with a text, without quoting it: it may hold secrets. */
export interface TextFault {
  /** Null where it is about the whole text. */
  place: TextPlace | null;
  /** One sentence for people. */
  message: string;
}

/** What could be read of a configuration: what is whole stays, whatever is broken beside it. */
export interface ReadServers<Server> {
  /** Null when the text is none of these. */
  language: Language | null;
  servers: Server[];
  faults: TextFault[];
}

const refused = (message: string): ReadServers<never> => ({
  language: null,
  servers: [],
  faults: [{ place: null, message }],
});

/** A header of a table, or a key and its value, as only TOML writes them. */
const tomlLine =
  /^[ \t]*(?:\[\[?[\w."' -]+\]\]?[ \t]*(?:#.*)?|[\w."-]+[ \t]*=[ \t]*(?:["'[{\d]|true|false).*)$/m;
const yamlLine = /^[ \t]*(?:mcp_?servers|servers|extensions|mcp)[ \t]*:[ \t]*$/im;

/** Why a text is not read at all, or null. */
function textFault(text: string): string | null {
  if (text.trim() === '') return 'There is nothing in it.';
  if (text.length > limits.configurationCharacters)
    return `It has ${text.length.toLocaleString('en-GB')} characters, and ${limits.configurationCharacters.toLocaleString('en-GB')} are read. Take only the part that lists the servers.`;
  const strange = text.slice(0, 4_096).match(/[\0-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0;
  if (strange > 0 && (text.includes('\0') || strange * 20 > Math.min(text.length, 4_096)))
    return 'It is no text but a binary file. Take the configuration file of a client.';
  return null;
}

/** The servers of a configuration with all their words, secrets included. */
export function rawServers(given: string): ReadServers<RawServer> {
  const text = given.replace(/^\uFEFF/, '');
  const fault = textFault(text);
  if (fault !== null) return refused(fault);
  const start = text.trimStart();
  const isTable = /^\[\[?[\w."' -]+\]\]?[ \t]*(?:#.*)?$/m.test(start.split('\n', 1)[0] ?? '');
  const read =
    /^(?:[{"]|\/[/*])/.test(start) || (start.startsWith('[') && !isTable)
      ? { language: 'json' as const, ...jsonServers(text) }
      : tomlLine.test(text)
        ? { language: 'toml' as const, ...tomlServers(text) }
        : yamlLine.test(text)
          ? refused(
              'It looks like YAML, which is not read here. Give the servers one on a line: package, address or image.',
            )
          : { language: 'list' as const, ...listedServers(text) };
  const extra = read.servers.length - limits.configuredServers;
  if (extra <= 0) return read;
  const message = `It lists ${read.servers.length.toLocaleString('en-GB')} servers, and the first ${limits.configuredServers} are read.`;
  return {
    ...read,
    servers: read.servers.slice(0, limits.configuredServers),
    faults: [...read.faults, { place: null, message }],
  };
}

/**
 * The servers of any client's configuration, or of a plain list of packages, addresses, images and names, without anything that may
 * be secret. Comments and trailing commas are accepted. Never throws: what is wrong with the text is in `faults`, and no word of the
 * text is quoted there.
 */
export function readConfiguration(text: string): ReadServers<ConfiguredServer> {
  const { servers, ...rest } = rawServers(text);
  return { ...rest, servers: servers.map(masked) };
}
