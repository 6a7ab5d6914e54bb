import { exitCodes, UserError } from '../terminal/command.ts';
import { runHook } from './hook/command.ts';

/** Every subcommand. The proxy is loaded only when it is asked for: a hook has to be quick. */
const subcommands: Readonly<Record<string, { does: string; run(words: readonly string[]): Promise<void> }>> =
  {
    hook: { does: 'Judges one call, as a hook of a client.', run: runHook },
    proxy: {
      does: 'Stands in front of a server and judges every call.',
      run: async (words) => (await import('./proxy/main.ts')).main(words),
    },
    token: {
      does: 'Makes a bearer token for a grant of the proxy.',
      run: async (words) => {
        (await import('./proxy/token-command.ts')).runToken(words);
      },
    },
  };

const help = `Usage: placard-guard COMMAND [options]

Holds a policy where the client cannot: argument conditions and limits.

Commands:
${Object.entries(subcommands)
  .map(([name, { does }]) => `  ${name.padEnd(6)}  ${does}`)
  .join('\n')}

COMMAND --help says more.
`;

/** Runs the guard. @throws UserError for a command that it does not have. */
export async function runGuard([name, ...words]: readonly string[]): Promise<void> {
  if (name === '--help') {
    process.stdout.write(help);
    return;
  }
  if (name === undefined) throw new UserError(help, exitCodes.usage);
  if (!Object.hasOwn(subcommands, name))
    throw new UserError(`There is no command "${name}".\n\n${help}`, exitCodes.usage);
  await subcommands[name]?.run(words);
}
