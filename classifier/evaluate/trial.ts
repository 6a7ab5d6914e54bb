import { isVerbatim } from '../../src/model/evidence.ts';
import type { Classification, Verdict } from '../../src/model/classification.ts';
import type { Subject } from '../../src/model/tool.ts';
import type { Progress } from '../../src/terminal/progress.ts';
import { batchesOf } from '../batches.ts';
import { decide } from '../decide.ts';
import type { Judge } from '../judge.ts';
import { modelJudge } from '../judges/model.ts';
import { judgeByRules } from '../judges/rules.ts';
import { foldOf, groupsOf } from '../train/groups.ts';
import { type Prepared, prepare, train } from '../train/train.ts';
import { type Label, subjectOf } from './labels.ts';
import type { Judged } from './scores.ts';

/** What the catalogue would stand by on one tool, and what it rests on. */
export type Outcome = Omit<Judged, 'label' | 'verdict'> & { verdict: Classification };

/** What came of judging labelled tools. */
export interface Trial {
  /** For each label that got an answer. */
  answers: Map<Label, Outcome>;
  unjudged: number;
  /** Milliseconds of judging and deciding, without training. */
  milliseconds: number;
  /** Hash of all that shaped the answers but the tools. */
  version: string;
}

const nothing = (version: string): Trial => ({ answers: new Map(), unjudged: 0, milliseconds: 0, version });

interface Answered {
  label: Label;
  subject: Subject;
  verdict: Verdict;
  decided: Classification;
}

function outcomeOf({ subject, verdict, decided }: Answered): Outcome {
  return {
    verdict: decided,
    quotes: verdict.signals.length,
    verbatim: verdict.signals.filter((each) => isVerbatim(subject.tool, each)).length,
    isDisputed: judgeByRules(subject).category !== verdict.category,
  };
}

async function judgeInto(trial: Trial, judge: Judge, labels: readonly Label[]): Promise<void> {
  const start = performance.now();
  const answered: Answered[] = [];
  for (const group of Map.groupBy(labels, ({ server }) => server).values()) {
    const pending = group.map((label) => ({ label, subject: subjectOf(label) }));
    for (const batch of batchesOf(pending.map(({ subject }) => subject)))
      for (const answer of await judge.judge(batch)) {
        const next = pending.shift();
        if (next === undefined || 'unjudged' in answer) trial.unjudged += 1;
        else
          answered.push({
            ...next,
            verdict: answer.verdict,
            decided: decide(next.subject, answer.verdict, judge),
          });
      }
  }
  trial.milliseconds += performance.now() - start;
  for (const each of answered) trial.answers.set(each.label, outcomeOf(each));
}

/** Judges labelled tools, the tools of one server after another. */
export async function tryJudge(judge: Judge, labels: readonly Label[]): Promise<Trial> {
  const trial = nothing(judge.version);
  await judgeInto(trial, judge, labels);
  return trial;
}

/** What is learned from and what is measured; a label may be in both. */
export interface Folding {
  learned: readonly Label[];
  measured: readonly Label[];
  folds: number;
  progress: Progress;
}

function lessonOf(label: Label, group: string): Prepared[] {
  const { category, risk, picked } = label;
  if (!category) return [];
  return [
    prepare({ subject: subjectOf(label), group, category, risk: risk ?? null, isPicked: picked === true }),
  ];
}

/**
 * Judges each labelled tool by a model that was trained on the learned labels of other servers only: no server and no
 * definition is on both sides.
 */
export async function tryFolds({ learned, measured, folds, progress }: Folding): Promise<Trial> {
  const all = [...new Set([...learned, ...measured])];
  const groups = groupsOf(
    all.map(({ server, tool: name, description }) => ({ server, name, description: description ?? '' })),
  );
  const groupOf = new Map(all.map((label, index) => [label, groups[index] ?? '']));
  const lessons = learned.flatMap((label) => lessonOf(label, groupOf.get(label) ?? ''));
  let trial: Trial | null = null;
  for (let fold = 0; fold < folds; fold += 1) {
    progress(`Fold ${fold + 1} of ${folds} …`);
    const isHeld = (group: string) => foldOf(group, folds) === fold;
    const model = train(lessons.filter(({ group }) => !isHeld(group)));
    const held = measured.filter((label) => isHeld(groupOf.get(label) ?? ''));
    const judge = modelJudge({ model, hash: `${folds} folds` });
    trial ??= nothing(judge.version);
    await judgeInto(trial, judge, held);
  }
  return trial ?? nothing('');
}
