import { chooseJudge } from '../../classifier/judges.ts';
import { checkCorrections } from '../../classifier/overrides/check.ts';
import { readOverrides } from '../../classifier/overrides/read.ts';
import { catalogueFolder, inHome } from '../catalogue/folder.ts';
import { readCatalogue } from '../catalogue/read.ts';
import { oneLine } from '../model/display.ts';
import { locations } from '../model/locations.ts';
import { exitCodes, parseCommand, UserError } from '../terminal/command.ts';
import type { Command } from '../terminal/program.ts';
import { count } from '../terminal/progress.ts';

const facts = {
  usage: 'placard corrections [FOLDER] [options]',
  summary: `Checks what people have corrected, in ${locations.overrides} or another folder: whether each file has the right shape,
names a tool of the catalogue as it is defined now, quotes it word for word, and is still needed. Says of each correction what
it does or what to mend. The exit code is 1 when one cannot be taken.`,
  options: { json: { type: 'boolean', help: 'Print [{"server","tool","isGood","says"}].' } },
  positionals: true,
} as const;

async function run(words: readonly string[]): Promise<void> {
  const parsed = parseCommand(facts, words);
  if (parsed === null) return;
  const [folder = inHome(locations.overrides), second] = parsed.positionals;
  if (second !== undefined)
    throw new UserError(`corrections takes one folder, and "${second}" is a second one.`, exitCodes.usage);
  const { judge } = chooseJudge('model', process.env);
  const checked = await checkCorrections(readOverrides(folder), readCatalogue(catalogueFolder()), judge);
  const bad = checked.filter(({ isGood }) => !isGood).length;
  const lines = checked.map(
    ({ server, tool, isGood, says }) =>
      `${isGood ? 'good ' : 'mend '} ${oneLine(`${server}, ${tool}: ${says}`)}`,
  );
  const sum = bad === 0 ? 'All can be taken.' : `${bad} cannot be taken.`;
  const text =
    parsed.values.json === true
      ? JSON.stringify(checked)
      : [...lines, `${count(checked.length, 'correction')}. ${sum}`].join('\n');
  process.stdout.write(`${text}\n`);
  if (bad > 0) process.exitCode = exitCodes.failed;
}

/** `corrections`. */
export const command: Command = { facts, run };
