import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { locations } from '../src/model/locations.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../src/terminal/command.ts';
import { toStandardError } from '../src/terminal/progress.ts';
import { hostilityOf } from './evaluate/hostile.ts';
import { halfOf, type Label, readLabels } from './evaluate/labels.ts';
import { hostilityTable, scoreTable } from './evaluate/report.ts';
import { scoresOf } from './evaluate/scores.ts';
import { type Trial, tryFolds, tryJudge } from './evaluate/trial.ts';
import { chooseJudge, judgeNames } from './judges.ts';
import { readTrainingLabels } from './train/labels.ts';

const command = {
  usage: 'npm run -s eval -- [options] FILE...',
  summary: `Measures a judge against files of labelled tools, one JSON object a line. What is measured is what the
catalogue would stand by: the judge's word, raised to the floor.`,
  options: {
    judge: { type: 'string', value: judgeNames, help: 'Who is measured. Default: model.' },
    folds: {
      type: 'string',
      value: 'N',
      help: 'Train N models on the files, each judging only servers and definitions it has not seen.',
    },
    gold: { type: 'string', value: 'FILE', help: 'One more file, measured and never learned from.' },
    half: { type: 'string', value: 'HALF', help: 'Only the "seen" or the "unseen" half of servers.' },
  },
  positionals: true,
} as const;

interface LabelFile {
  file: string;
  labels: Label[];
}

function wrong(message: string): UserError {
  return new UserError(message, exitCodes.usage);
}

/** Servers whose labels the committed weights were trained on. */
function trainedServers(): ReadonlySet<string> {
  const file = join(import.meta.dirname, '..', locations.labels);
  return new Set(existsSync(file) ? readTrainingLabels(file).map(({ server }) => server) : []);
}

function report({ file, labels }: LabelFile, trial: Trial, half: string | undefined): string {
  const measured = labels.filter((label) => half === undefined || halfOf(label) === half);
  const judged = measured.flatMap((label) => {
    const verdict = trial.answers.get(label);
    return verdict === undefined ? [] : [{ label, verdict }];
  });
  const isHostile = labels.some(({ label }) => label);
  const table = isHostile ? hostilityTable(hostilityOf(judged)) : scoreTable(scoresOf(judged));
  return `${file}${half === undefined ? '' : ` (${half} half)`}\n${table}\n\n`;
}

function closing({ answers, unjudged, milliseconds, quotes, verbatim }: Trial): string {
  const pace = Math.round((answers.size / milliseconds) * 1000);
  return `${answers.size} judged, ${unjudged} without an answer, ${pace} tools a second; ${verbatim} of ${quotes} quotes verbatim.\n`;
}

function foldsIn(text: string, judge: string): number {
  const folds = Number(text);
  if (!Number.isInteger(folds) || folds < 2 || folds > 20) throw wrong(`--folds ${text}: say 2 to 20.`);
  if (judge !== 'model') throw wrong(`--folds trains the model, and the ${judge} judge is not trained.`);
  return folds;
}

/** How files are measured. */
type Method = (files: readonly LabelFile[]) => Promise<Trial>;

const labelsOf = (files: readonly LabelFile[]) => files.flatMap(({ labels }) => labels);

function byFolds(folds: number, gold: string | undefined): Method {
  return (files) =>
    tryFolds({
      learned: labelsOf(files.filter(({ file }) => file !== gold)),
      measured: labelsOf(files.filter(({ file }) => file === gold)),
      folds,
      progress: toStandardError,
    });
}

function asCommitted(name: string): Method {
  const { judge, notice } = chooseJudge(name, process.env);
  return (files) => {
    const labels = labelsOf(files);
    toStandardError(notice);
    const servers = name === 'model' ? trainedServers() : new Set<string>();
    const known = labels.filter(({ server }) => servers.has(server)).length;
    if (known > 0)
      toStandardError(`${known} of ${labels.length} tools are of servers in the training set: see --folds.`);
    return tryJudge(judge, labels);
  };
}

await runCommand(async () => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given === null) return;
  const { half, gold, folds, judge = 'model' } = given.values;
  if (half !== undefined && half !== 'seen' && half !== 'unseen')
    throw wrong(`--half ${half}: there are only two halves. Say "seen" or "unseen".`);
  const method = folds === undefined ? asCommitted(judge) : byFolds(foldsIn(folds, judge), gold);
  const names = gold === undefined ? given.positionals : [...given.positionals, gold];
  if (names.length === 0) throw wrong('No file of labels was named. Name one or more.');
  const files = names.map((file) => ({ file, labels: readLabels(file) }));
  const trial = await method(files);
  for (const each of files) process.stdout.write(report(each, trial, half));
  process.stdout.write(closing(trial));
});
