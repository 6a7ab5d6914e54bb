import { assess } from '../../classifier/assess.ts';
import { chooseJudge, judgeNames } from '../../classifier/judges.ts';
import { runGuard } from '../guard/command.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../terminal/command.ts';
import { toStandardError } from '../terminal/progress.ts';

const assessCommand = {
  usage: 'npm run -s placard -- assess [FILE|-] [options]',
  summary: `Rates tools. Reads JSON Lines from FILE or standard input, each
  {"server":{"name","description"?},"tool":{"name","title"?,"description"?,"inputSchema"?,"annotations"?}}
and prints one JSON line each, in order:
  {"server","tool","category","risk","confidence","signals":[{"id","at","quote"}],"rationale","policy"}
A line that cannot be read gives {"line","error"}, and the exit code is 1 at the end.`,
  options: {
    judge: { type: 'string', value: judgeNames, help: 'Who judges. Default: openai with a key, else model.' },
  },
  positionals: true,
} as const;

async function runAssess(words: readonly string[]): Promise<void> {
  const parsed = parseCommand(assessCommand, words);
  if (parsed === null) return;
  const [file = '-', second] = parsed.positionals;
  if (second !== undefined)
    throw new UserError(`assess takes one file, and "${second}" is a second one.`, exitCodes.usage);
  const { judge, notice } = chooseJudge(parsed.values.judge, process.env);
  toStandardError(notice);
  const { stdin: standardInput, stdout: output } = process;
  const bad = await assess({ judge, file, standardInput, output, progress: toStandardError });
  if (bad > 0) process.exitCode = exitCodes.failed;
}

/** Every subcommand. */
const subcommands: Readonly<Record<string, { does: string; run(words: readonly string[]): Promise<void> }>> =
  {
    assess: { does: 'Rates tools given as JSON Lines.', run: runAssess },
    policy: {
      does: 'Checks, exports, applies and compares policies.',
      run: async (words) => {
        (await import('./policy.ts')).runPolicy(words);
      },
    },
    guard: { does: 'Holds a policy where a client cannot: as its hook, or as a proxy.', run: runGuard },
  };

const help = `Usage: npm run -s placard -- COMMAND [options]

Commands:
${Object.entries(subcommands)
  .map(([name, { does }]) => `  ${name}  ${does}`)
  .join('\n')}

COMMAND --help says more.
`;

await runCommand(async () => {
  const [name, ...words] = process.argv.slice(2);
  if (name === '--help') {
    process.stdout.write(help);
    return;
  }
  if (name === undefined) throw new UserError(help, exitCodes.usage);
  if (!Object.hasOwn(subcommands, name))
    throw new UserError(`There is no command "${name}".\n\n${help}`, exitCodes.usage);
  await subcommands[name]?.run(words);
});
