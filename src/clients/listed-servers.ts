import { limits } from '../model/limits.ts';
import { startOf } from './command-line.ts';
import type { ReadServers, TextFault } from './configuration.ts';
import type { RawServer, TextPlace } from './configured-server.ts';
import { looksSecret } from './secrets.ts';

const programs = /^(?:node|deno|bun|python3?|java|go|sh|bash|zsh|ruby|php|dotnet|env|sudo)$/i;

/** Whether several words are the name of a server and no command line. */
function isName(text: string): boolean {
  const [first = '', ...rest] = text.split(/\s+/);
  if (startOf(first, rest).starter !== undefined || programs.test(first)) return false;
  return (
    /^[\p{L}\p{N}][\p{L}\p{N} .,'’&()_-]*$/u.test(text) &&
    !rest.some((word) => word.startsWith('-') || looksSecret(word))
  );
}

/** One server of a list: a command line where it has several words, else a package, image, address or name. */
export function listedServer(text: string, place: TextPlace): RawServer {
  const whole = text.trim();
  const [command = '', ...words] = whole.split(/\s+/);
  const isLine = words.length > 0 && !isName(whole);
  return {
    ...{ alias: null, place, command: isLine ? command : null, arguments: words, url: null },
    word: isLine ? null : whole,
    ...{ type: null, environment: {}, headers: {}, isDisabled: false },
  };
}

/** The entries of one line: several where commas stand between them. Marks of lists are left out. */
function entriesOf(line: string): string[] {
  const bare = line.trim().replace(/^[-*+][ \t]+/, '');
  if (bare === '' || bare.startsWith('#')) return [];
  return bare.includes('://') ? [bare] : bare.split(',').map((entry) => entry.trim());
}

/** The servers of a plain list, one on a line or with commas between them. Lines that begin with # are comments. */
export function listedServers(text: string): Omit<ReadServers<RawServer>, 'language'> {
  const servers: RawServer[] = [];
  const faults: TextFault[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const place = { line: index + 1, column: 1 };
    if (servers.length > limits.configuredServers || faults.length > 0) break;
    if (line.length > limits.listedCharacters)
      faults.push({
        place,
        message: 'This line is too long for a package, an address or a name. The list was read up to here.',
      });
    else
      servers.push(
        ...entriesOf(line)
          .filter(Boolean)
          .map((entry) => listedServer(entry, place)),
      );
  }
  return { servers, faults };
}
