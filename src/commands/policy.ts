import { exitCodes, UserError } from '../terminal/command.ts';
import { runDiff } from './policy/diff.ts';
import { runEvaluate } from './policy/evaluate.ts';
import { runExport } from './policy/export.ts';
import { runLint } from './policy/lint.ts';

/** Every subcommand of `policy`. */
const subcommands: Readonly<Record<string, { does: string; run(words: readonly string[]): void }>> = {
  lint: { does: 'Says what a program ignores in a policy file, and what is still allowed.', run: runLint },
  export: { does: "Prints a server's policy in the format of a program.", run: runExport },
  evaluate: {
    does: 'Applies a policy to one call.',
    run: (words) => {
      runEvaluate(words, Date.now());
    },
  },
  diff: { does: 'Says what opened and closed between two policies.', run: runDiff },
};

const help = `Usage: npm run -s placard -- policy COMMAND [options]

Commands:
${Object.entries(subcommands)
  .map(([name, { does }]) => `  ${name.padEnd(8)}  ${does}`)
  .join('\n')}

COMMAND --help says more.
`;

/** Runs `policy`. @throws UserError for a command that it does not have. */
export function runPolicy([name, ...words]: readonly string[]): void {
  if (name === '--help') {
    process.stdout.write(help);
    return;
  }
  if (name === undefined) throw new UserError(help, exitCodes.usage);
  if (!Object.hasOwn(subcommands, name))
    throw new UserError(`There is no command "policy ${name}".\n\n${help}`, exitCodes.usage);
  subcommands[name]?.run(words);
}
