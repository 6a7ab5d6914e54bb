import { rawServers } from '../../clients/configuration.ts';
import { type ClientId, clientNames } from '../../clients/configuration-files.ts';
import { type ConfiguredServer, masked, type RawServer } from '../../clients/configured-server.ts';
import { visible } from '../../model/display.ts';
import { exitCodes, UserError } from '../../terminal/command.ts';
import { toStandardError } from '../../terminal/progress.ts';
import { existingPaths, usualConfigurations } from '../configured.ts';
import { textOfFile } from '../inputs.ts';

/** A server of a configuration, and where it stands. `raw` holds secrets: it is only started, never shown. */
export interface FiledServer {
  file: string;
  raw: RawServer;
  configured: ConfiguredServer;
}

const isClient = (word: string): word is ClientId => Object.hasOwn(clientNames, word);

/** The clients that were named. @throws UserError with exit code 2 for a word that names none. */
function clientsOf(words: readonly string[]): ClientId[] {
  return words.map((word) => {
    if (isClient(word)) return word;
    const known = Object.keys(clientNames).join(', ');
    throw new UserError(`There is no client "${visible(word)}". Known are: ${known}.`, exitCodes.usage);
  });
}

/** The configurations that were named, or those of the clients on this machine and of the project here, as far as they exist. */
function pathsOf(named: readonly string[] | undefined, clients: readonly string[]): string[] {
  if (named !== undefined) return [...named];
  const wanted = clientsOf(clients);
  const files = usualConfigurations().filter(({ client }) => wanted.length === 0 || wanted.includes(client));
  const found = existingPaths(files);
  if (found.length > 0) return found;
  throw new UserError(
    `No configuration of a client was found. Name one with --config. Looked for: ${files.map(({ path }) => path).join(', ')}.`,
  );
}

/**
 * The servers of configurations, in the order of the files. What is broken in a file is told, and what is whole stays.
 * @throws UserError when a file that was named cannot be read, or when none of them lists a server.
 */
export function filedServers(
  named: readonly string[] | undefined,
  clients: readonly string[],
): FiledServer[] {
  const paths = pathsOf(named, clients);
  const found = paths.flatMap((file) => {
    const { servers, faults } = rawServers(textOfFile(file));
    for (const { place, message } of faults)
      if (place !== null || named !== undefined)
        toStandardError(`${file}${place === null ? '' : `, line ${place.line}`}: ${message}`);
    return servers.map((raw) => ({ file, raw, configured: masked(raw) }));
  });
  if (found.length > 0) return found;
  throw new UserError(`${paths.join(', ')}: no server is configured there. Name another file with --config.`);
}
