import { assess } from '../../classifier/assess.ts';
import { chooseJudge, judgeNames } from '../../classifier/judges.ts';
import { tellSpent } from '../../classifier/summary.ts';
import { exitCodes, parseCommand, UserError } from '../terminal/command.ts';
import type { Command } from '../terminal/program.ts';
import { toStandardError } from '../terminal/progress.ts';

const facts = {
  usage: 'placard assess [FILE|-] [options]',
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

async function run(words: readonly string[]): Promise<void> {
  const parsed = parseCommand(facts, words);
  if (parsed === null) return;
  const [file = '-', second] = parsed.positionals;
  if (second !== undefined)
    throw new UserError(`assess takes one file, and "${second}" is a second one.`, exitCodes.usage);
  const { judge, notice, paid } = chooseJudge(parsed.values.judge, process.env);
  toStandardError(notice);
  const { stdin: standardInput, stdout: output } = process;
  try {
    const bad = await assess({ judge, file, standardInput, output, progress: toStandardError });
    if (bad > 0) process.exitCode = exitCodes.failed;
  } finally {
    tellSpent(paid, toStandardError);
  }
}

/** `assess`. */
export const command: Command = { facts, run };
