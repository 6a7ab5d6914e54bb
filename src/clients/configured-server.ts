import { launchOf } from './command-line.ts';
import { maskedLine } from './masked-line.ts';
import { isKey, looksSecret, mask } from './secrets.ts';
import { remoteAt, type Told, toldByWord, untold, usualName } from './told.ts';

/** A place in a text, both from 1 on. */
export interface TextPlace {
  line: number;
  column: number;
}

/** A server as a configuration has it, secrets included: never show, keep or send it. */
export interface RawServer {
  /** The user's key for it; null in a list, which has none. */
  alias: string | null;
  place: TextPlace;
  command: string | null;
  arguments: readonly string[];
  url: string | null;
  /** A word of a list: a package, an image, an address or a name. */
  word: string | null;
  /** What the client calls the transport. */
  type: string | null;
  environment: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  isDisabled: boolean;
}

/** A server of a configuration without anything that may be secret. */
export interface ConfiguredServer {
  /** The user's key for it. */
  alias: string;
  place: TextPlace;
  /** The command line or the address, masked; null where there is neither. */
  launch: string | null;
  /** The names of its environment variables and headers. */
  variables: string[];
  /** What it can be found by; all of it empty when nothing in it tells a server from another. */
  told: Told;
  isDisabled: boolean;
}

/** What a server of a configuration is told by. */
function toldBy({ command, arguments: words, url, type, word }: RawServer): Told {
  if (word !== null) return toldByWord(word);
  const found = command === null ? remoteAt(url ?? '', type) : launchOf(command, words);
  return found ?? untold;
}

/** What starts it or where it is, as far as it can be shown. */
function shownLaunch({ command, arguments: words, url, word }: RawServer, told: Told): string | null {
  if (command !== null) return maskedLine(command, words);
  const [address] = told.remotes;
  if (address !== undefined) return address.url;
  if (word !== null) return told.repository ?? (isKey(word) ? mask : word);
  return url === null ? null : mask;
}

const shownVariable = (name: string): string =>
  isKey(name) || (looksSecret(name) && !/^[A-Z][A-Z0-9_]*$/.test(name)) ? mask : name;

/** The same server without anything that may be secret. */
export function masked(raw: RawServer): ConfiguredServer {
  const { alias, place, isDisabled } = raw;
  const told = toldBy(raw);
  const variables = [...Object.keys(raw.environment), ...Object.keys(raw.headers)].map(shownVariable);
  const launch = shownLaunch(raw, told);
  return {
    alias: alias === null || isKey(alias) ? usualName(told) : alias,
    place,
    launch,
    variables,
    told,
    isDisabled,
  };
}
