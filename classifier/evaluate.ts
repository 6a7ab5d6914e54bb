import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { JudgeId } from '../src/model/classification.ts';
import { locations } from '../src/model/locations.ts';
import { type Agreement, Hostility, type Measurement } from '../src/model/measurement.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../src/terminal/command.ts';
import { toStandardError } from '../src/terminal/progress.ts';
import { actionSet } from './evaluate/action-labels.ts';
import { actionScoresOf } from './evaluate/action-scores.ts';
import { crawlSet } from './evaluate/crawl-labels.ts';
import { hostilityOf } from './evaluate/hostile.ts';
import { halfOf, type Label, readLabels } from './evaluate/labels.ts';
import { actionTable, hostilityTable, scoreTable } from './evaluate/report.ts';
import { drawings, keepMeasurements } from './evaluate/measurements.ts';
import { scoresOf } from './evaluate/scores.ts';
import { type Outcome, type Trial, tryFolds, tryJudge } from './evaluate/trial.ts';
import { chooseJudge, judgeNames } from './judges.ts';
import { tellSpent } from './summary.ts';
import { readTrainingLabels, taughtBy } from './train/labels.ts';

const command = {
  usage: 'npm run -s eval -- [options] [FILE...]',
  summary: `Measures a judge against files of labelled tools, one JSON object a line. What is measured is what the
catalogue would stand by: the judge's word, raised to the floor.`,
  options: {
    judge: { type: 'string', value: judgeNames, help: 'Who is measured. Default: model.' },
    folds: {
      type: 'string',
      value: 'N',
      help: 'Train N models on the files, each judging only servers and definitions it has not seen.',
    },
    texts: {
      type: 'string',
      value: 'DIR',
      help: 'With --folds, learn from the committed labels, whose texts are in DIR, and not from the files.',
    },
    gold: { type: 'string', value: 'FILE', help: 'One more file, measured and never learned from.' },
    labels: {
      type: 'string',
      value: 'FILE',
      help: 'One more file of labels as they are committed, whose texts are in the DIR of --texts; measured only.',
    },
    json: {
      type: 'string',
      value: 'FILE',
      help: 'Also write the measurements there, beside those of other judges, sets and halves.',
    },
    half: { type: 'string', value: 'HALF', help: 'Only the "seen" or the "unseen" half of servers.' },
    crawl: {
      type: 'string',
      value: 'HALF',
      help: `Also the labelled tools of our own crawl (${locations.crawlLabels}), "train" or "test". Default without files: test.`,
    },
    actions: {
      type: 'string',
      value: 'HALF',
      help: `Also the labelled actions of tools (${locations.actionLabels}), "train" or "test", whose texts are in the DIR of --texts.`,
    },
  },
  positionals: true,
} as const;

type Half = Measurement['half'];

interface LabelFile {
  file: string;
  labels: Label[];
  /** How far two passes over them agree; null where one person labelled them or nobody has said. */
  agreement: Agreement | null;
}

function wrong(message: string): UserError {
  return new UserError(message, exitCodes.usage);
}

/** Servers whose labels the committed weights were trained on. */
function trainedServers(): ReadonlySet<string> {
  const file = join(import.meta.dirname, '..', locations.labels);
  return new Set(existsSync(file) ? readTrainingLabels(file).map(({ server }) => server) : []);
}

/** The labels of a file that are measured, beside what came of them. */
function judgedIn({ labels }: LabelFile, { answers }: Trial, half: Half): (Outcome & { label: Label })[] {
  const measured = labels.filter((label) => half === null || halfOf(label) === half);
  return measured.flatMap((label) => {
    const outcome = answers.get(label);
    return outcome === undefined ? [] : [{ label, ...outcome }];
  });
}

const isHostile = ({ labels }: LabelFile) => labels.some(({ label }) => label);
const isActing = ({ labels }: LabelFile) => labels.some(({ acting }) => acting);

function tableOf(each: LabelFile, judged: ReturnType<typeof judgedIn>): string {
  if (isActing(each)) return actionTable(actionScoresOf(judged));
  return isHostile(each) ? hostilityTable(hostilityOf(judged)) : scoreTable(scoresOf(judged));
}

function report(each: LabelFile, trial: Trial, half: Half): string {
  const table = tableOf(each, judgedIn(each, trial, half));
  return `${each.file}${half === null ? '' : ` (${half} half)`}\n${table}\n\n`;
}

function closing({ answers, unjudged, milliseconds }: Trial): string {
  const pace = Math.round((answers.size / milliseconds) * 1000);
  return `${answers.size} judged, ${unjudged} without an answer, ${pace} tools a second.\n`;
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

/** Labels as they are committed, with their texts out of a folder. */
function committedLabels(file: string, folder: string): Label[] {
  return taughtBy(readTrainingLabels(file), folder).map(
    ({ label: { category, risk, acceptable, picked }, text }) => ({
      ...text,
      ...{ category, risk, acceptable, picked },
    }),
  );
}

/** The labels on which the judge was trained, with their texts. */
const learnedLabels = (folder: string): Label[] =>
  committedLabels(join(import.meta.dirname, '..', locations.labels), folder);

interface Learned {
  gold: string | undefined;
  texts: string | undefined;
}

function byFolds(folds: number, { gold, texts }: Learned): Method {
  return (files) =>
    tryFolds({
      learned:
        texts === undefined ? labelsOf(files.filter(({ file }) => file !== gold)) : learnedLabels(texts),
      measured: labelsOf(files),
      folds,
      progress: toStandardError,
    });
}

function asCommitted(name: string): Method {
  const { judge, notice, paid } = chooseJudge(name, process.env);
  return async (files) => {
    const labels = labelsOf(files);
    toStandardError(notice);
    const servers = name === 'model' ? trainedServers() : new Set<string>();
    const known = labels.filter(({ server }) => servers.has(server)).length;
    if (known > 0)
      toStandardError(`${known} of ${labels.length} tools are of servers in the training set: see --folds.`);
    try {
      return await tryJudge(judge, labels);
    } finally {
      tellSpent(paid, toStandardError);
    }
  };
}

/** One measurement for each file of labels. */
function measurementsOf(files: readonly LabelFile[], trial: Trial, how: Manner): Measurement[] {
  const { judge, half, folds } = how;
  return files.map((each) => {
    const name = basename(each.file, '.jsonl');
    const judged = judgedIn(each, trial, half);
    const servers = new Set(judged.map(({ label }) => label.server)).size;
    const labels = { name, rows: judged.length, servers, drawn: drawings[name] ?? null };
    const { agreement } = each;
    return {
      judge,
      judgeVersion: trial.version,
      labels: { ...labels, agreement },
      half,
      folds,
      scores: scoresOf(judged),
      hostility: isHostile(each) ? Hostility.parse(hostilityOf(judged)) : null,
      actions: isActing(each) ? actionScoresOf(judged) : null,
    };
  });
}

/** How one run measures. */
type Manner = Pick<Measurement, 'judge' | 'half' | 'folds'>;

function mannerOf({ judge = 'model', half, folds }: Partial<Record<keyof Manner, string>>): Manner {
  if (half !== undefined && half !== 'seen' && half !== 'unseen')
    throw wrong(`--half ${half}: there are only two halves. Say "seen" or "unseen".`);
  const id = JudgeId.safeParse(judge);
  if (!id.success) throw wrong(`There is no judge "${judge}". Use --judge ${judgeNames}.`);
  return {
    judge: id.data,
    half: half ?? null,
    folds: folds === undefined ? null : foldsIn(folds, judge),
  };
}

const shown = (share: number) => `${(share * 100).toFixed(1)} %`;

function tellAgreement(file: string, { category, categoryKappa, risk, riskKappa }: Agreement): void {
  toStandardError(
    `${file}: two passes agree on the category of ${shown(category)} (kappa ${categoryKappa.toFixed(3)}) and the risk of ${shown(risk)} (kappa ${riskKappa.toFixed(3)}).`,
  );
}

function halfIn(option: string, half: string): 'train' | 'test' {
  if (half === 'train' || half === 'test') return half;
  throw wrong(`--${option} ${half}: there are only two halves. Say "train" or "test".`);
}

const root = join(import.meta.dirname, '..');

/** The half of our own crawl that is asked for. Its texts come from the committed catalogue. */
function crawled(half: string): LabelFile {
  const file = `crawl-${half}`;
  const set = crawlSet(
    join(root, locations.crawlLabels),
    join(root, locations.catalogue),
    halfIn('crawl', half),
  );
  tellAgreement(file, set.agreement);
  if (set.changed > 0) toStandardError(`${file}: ${set.changed} tools have changed since and are left out.`);
  return { file, labels: set.labels, agreement: set.agreement };
}

/** The half of the labelled actions that is asked for, with their texts. */
function acting(half: string, texts: string | undefined): LabelFile {
  if (texts === undefined) throw wrong(`--actions ${half}: say with --texts where the texts are.`);
  const file = `actions-${half}`;
  const set = actionSet(join(root, locations.actionLabels), texts, halfIn('actions', half));
  tellAgreement(file, set.agreement);
  return { file, ...set };
}

/** The labels that are measured: of the files that are named, and of one that has labels without their texts. */
function namedLabels(names: readonly string[], { labels, texts }: Committed): LabelFile[] {
  const named = names.map((file) => ({ file, labels: readLabels(file), agreement: null }));
  if (labels === undefined) return named;
  if (texts === undefined) throw wrong(`--labels ${labels}: say with --texts where the texts are.`);
  return [...named, { file: labels, labels: committedLabels(labels, texts), agreement: null }];
}

type Committed = Partial<Record<'labels' | 'texts', string>>;

await runCommand(async () => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given === null) return;
  const { gold, json, texts } = given.values;
  const manner = mannerOf(given.values);
  const method = manner.folds === null ? asCommitted(manner.judge) : byFolds(manner.folds, { gold, texts });
  const names = gold === undefined ? given.positionals : [...given.positionals, gold];
  const named = namedLabels(names, given.values);
  const { actions, crawl = named.length + (actions?.length ?? 0) === 0 ? 'test' : undefined } = given.values;
  const files = [
    ...named,
    ...(crawl === undefined ? [] : [crawled(crawl)]),
    ...(actions === undefined ? [] : [acting(actions, texts)]),
  ];
  const trial = await method(files);
  for (const each of files) process.stdout.write(report(each, trial, manner.half));
  process.stdout.write(closing(trial));
  if (json !== undefined) keepMeasurements(json, measurementsOf(files, trial, manner));
});
