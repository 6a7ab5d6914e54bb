import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { rawServers } from '../clients/configuration.ts';
import { type ConfigurationFile, configurationFiles } from '../clients/configuration-files.ts';
import { masked, type RawServer } from '../clients/configured-server.ts';
import { visible } from '../model/display.ts';
import type { Target } from '../model/target.ts';
import { targetOfCommand } from '../scan/command-line.ts';
import type { NamedTarget } from '../scan/scan-all.ts';
import { targetOfWord } from '../scan/word.ts';
import { exitCodes, UserError } from '../terminal/command.ts';
import { toStandardError } from '../terminal/progress.ts';
import { textOfFile } from './inputs.ts';

/** The option of every command that reads clients' configurations. */
export const configOption = {
  type: 'string',
  multiple: true,
  value: 'FILE',
  help: "A client's configuration. Can be given again. Default: those of the clients on this machine and of the project here.",
} as const;

/** Where configurations of clients stand on this machine and in the project here, whether or not they exist. */
export function usualConfigurations(): ConfigurationFile[] {
  const { platform, env: variables } = process;
  return configurationFiles({ home: homedir(), project: process.cwd(), platform, variables });
}

/** Those of the files that exist. */
export function existingPaths(files: readonly ConfigurationFile[]): string[] {
  return files.map(({ path }) => path).filter((path) => existsSync(path));
}

/** What a configured server is listed from, without its secrets. Null: it can be neither started here nor asked. */
export function targetOf({ command, arguments: words, url, word, environment }: RawServer): Target | null {
  if (command !== null) return targetOfCommand([command, ...words], Object.keys(environment));
  return targetOfWord(url ?? word ?? '');
}

/**
 * The servers of configurations under the names they have there, each once. What cannot be listed is said and left out.
 * @throws UserError when a file that was named cannot be read.
 */
export function configuredTargets(files: readonly string[]): NamedTarget[] {
  const targets = new Map<string, NamedTarget>();
  for (const file of files) {
    const { servers, faults } = rawServers(textOfFile(file));
    for (const { place, message } of faults)
      toStandardError(`${file}${place === null ? '' : `, line ${place.line}`}: ${message}`);
    for (const raw of servers.filter(({ isDisabled }) => !isDisabled)) {
      const { alias: name, launch } = masked(raw);
      const target = targetOf(raw);
      if (target !== null)
        targets.set(`${name} ${JSON.stringify(target)}`, { name, target, file, line: raw.place.line });
      else
        toStandardError(
          `${visible(name)}: ${visible(launch ?? 'it')} can be neither started in the sandbox nor asked.`,
        );
    }
  }
  if (targets.size > 0) return [...targets.values()];
  if (files.length > 0) throw new UserError(`${files.join(', ')}: no server that can be listed.`);
  throw new UserError(
    'No client here is configured with a server. Name a TARGET, a COMMAND after --, or a file with --config.',
    exitCodes.usage,
  );
}
