import { Category } from '../../src/model/categories.ts';
import { riskLevels, type RiskLevel } from '../../src/model/risks.ts';
import type { Subject } from '../../src/model/tool.ts';
import type { Portion } from '../judges/model/features.ts';
import { type Hearing, hear } from '../judges/model/hearing.ts';
import { type Head, type Model, scores, vectorOf } from '../judges/model/linear.ts';
import { chooseDecision, type Trial } from './choose.ts';
import { type Example, fit, type Settings, settings } from './fit.ts';
import { foldOf } from './groups.ts';
import { cooled, temperatureFor } from './temperature.ts';

/** A tool and what a person says it is. Some labels say nothing of risk. */
export interface Lesson {
  subject: Subject;
  /** Tools of the same group are never on both sides of a split. */
  group: string;
  category: Category;
  risk: RiskLevel | null;
  /** Whether the tool was chosen because it is hard: how often a model is wrong about such tools says nothing of others. */
  isPicked: boolean;
}

/** A lesson taken apart, which is most of the work, so that several folds can share it. */
export interface Prepared extends Lesson, Hearing {}

/** Takes a lesson apart. */
export function prepare(lesson: Lesson): Prepared {
  return { ...lesson, ...hear(lesson.subject) };
}

const part = (features: readonly Portion[], wanted: Portion['part']) =>
  features.filter((portion) => portion.part === wanted);

function categoryExample({ features, category }: Prepared): Example {
  return {
    text: vectorOf(part(features, 'text')),
    rules: vectorOf(part(features, 'rules')),
    target: Category.options.indexOf(category),
  };
}

function riskExamples({ features, category, risk }: Prepared): Example[] {
  if (risk === null) return [];
  return [
    {
      text: vectorOf(part(features, 'text'), category),
      rules: vectorOf(part(features, 'rules'), category),
      target: riskLevels.indexOf(risk),
    },
  ];
}

function heads(lessons: readonly Prepared[], wanted: Settings): Record<'category' | 'risk', Head> {
  return {
    category: fit(lessons.map(categoryExample), Category.options.length, wanted),
    risk: fit(lessons.flatMap(riskExamples), riskLevels.length, wanted),
  };
}

/** Folds inside the training set, on which confidence is calibrated and the decision chosen. */
const innerFolds = 3;

/** What heads that have not seen a lesson's group say of it. */
function unseenTrials(lessons: readonly Prepared[], wanted: Settings): Trial[] {
  return Array.from({ length: innerFolds }, (_, fold) => fold).flatMap((fold) => {
    const isHeld = ({ group }: Prepared) => foldOf(`inner ${group}`, innerFolds) === fold;
    const { category, risk } = heads(
      lessons.filter((each) => !isHeld(each)),
      { ...wanted, rounds: 1 },
    );
    return lessons.filter(isHeld).map((lesson) => ({
      lesson,
      category: scores(category, lesson.features),
      risk: Category.options.map((each) => scores(risk, lesson.features, each)),
    }));
  });
}

const divided = (all: readonly number[], by: number) => all.map((score) => score / by);

/** Trains both heads, calibrates them and chooses how they decide. Same lessons in the same order, same model, bit for bit. */
export function train(lessons: readonly Prepared[], wanted: Settings = settings): Model {
  const trials = unseenTrials(lessons, wanted);
  const typical = trials.filter(({ lesson }) => !lesson.isPicked);
  const warmth = temperatureFor(
    typical.map(({ lesson, category }) => ({
      scores: category,
      target: Category.options.indexOf(lesson.category),
    })),
  );
  const { category, risk } = heads(lessons, wanted);
  const calibrated = trials.map((trial) => ({ ...trial, category: divided(trial.category, warmth) }));
  return { category: cooled(category, warmth), risk, decision: chooseDecision(calibrated) };
}
