import { isVerbatim } from '../../src/model/evidence.ts';
import type { Classification, Verdict } from '../../src/model/classification.ts';
import type { Progress } from '../../src/terminal/progress.ts';
import { batchesOf } from '../batches.ts';
import { decide } from '../decide.ts';
import type { Judge } from '../judge.ts';
import { modelJudge } from '../judges/model.ts';
import { foldOf, groupsOf } from '../train/groups.ts';
import { type Prepared, prepare, train } from '../train/train.ts';
import { type Label, subjectOf } from './labels.ts';

/** What came of judging labelled tools. */
export interface Trial {
  /** What the catalogue would stand by, for each label that got an answer. */
  answers: Map<Label, Classification>;
  unjudged: number;
  /** Milliseconds of judging and deciding, without training. */
  milliseconds: number;
  /** Pieces of evidence the judge gave, and those that stand where it says. */
  quotes: number;
  verbatim: number;
}

const nothing = (): Trial => ({ answers: new Map(), unjudged: 0, milliseconds: 0, quotes: 0, verbatim: 0 });

function note(trial: Trial, label: Label, verdict: Verdict, judge: Judge): void {
  const subject = subjectOf(label);
  trial.answers.set(label, decide(subject, verdict, judge));
  trial.quotes += verdict.signals.length;
  trial.verbatim += verdict.signals.filter((each) => isVerbatim(subject.tool, each)).length;
}

async function judgeInto(trial: Trial, judge: Judge, labels: readonly Label[]): Promise<void> {
  const start = performance.now();
  for (const group of Map.groupBy(labels, ({ server }) => server).values()) {
    let next = 0;
    for (const batch of batchesOf(group.map(subjectOf)))
      for (const answer of await judge.judge(batch)) {
        const label = group[next];
        next += 1;
        if (label !== undefined && 'verdict' in answer) note(trial, label, answer.verdict, judge);
        else trial.unjudged += 1;
      }
  }
  trial.milliseconds += performance.now() - start;
}

/** Judges labelled tools, the tools of one server after another. */
export async function tryJudge(judge: Judge, labels: readonly Label[]): Promise<Trial> {
  const trial = nothing();
  await judgeInto(trial, judge, labels);
  return trial;
}

/** What is learned from and what is only measured. */
export interface Folding {
  learned: readonly Label[];
  measured: readonly Label[];
  folds: number;
  progress: Progress;
}

function lessonOf(label: Label, group: string): Prepared[] {
  const { category, risk } = label;
  return category ? [prepare({ subject: subjectOf(label), group, category, risk: risk ?? null })] : [];
}

/**
 * Judges each labelled tool by a model that was trained on the learned labels of other servers only: no server and no
 * definition is on both sides.
 */
export async function tryFolds({ learned, measured, folds, progress }: Folding): Promise<Trial> {
  const trial = nothing();
  const all = [...learned, ...measured];
  const groups = groupsOf(
    all.map(({ server, tool: name, description }) => ({ server, name, description: description ?? '' })),
  );
  const groupOf = new Map(all.map((label, index) => [label, groups[index] ?? '']));
  const lessons = learned.flatMap((label) => lessonOf(label, groupOf.get(label) ?? ''));
  for (let fold = 0; fold < folds; fold += 1) {
    progress(`Fold ${fold + 1} of ${folds} …`);
    const isHeld = (group: string) => foldOf(group, folds) === fold;
    const model = train(lessons.filter(({ group }) => !isHeld(group)));
    const held = all.filter((label) => isHeld(groupOf.get(label) ?? ''));
    await judgeInto(trial, modelJudge({ model, hash: `fold ${fold} of ${folds}` }), held);
  }
  return trial;
}
