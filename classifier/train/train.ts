import { Category } from '../../src/model/categories.ts';
import { riskLevels, type RiskLevel } from '../../src/model/risks.ts';
import type { Subject } from '../../src/model/tool.ts';
import { type Feature, featuresOf } from '../judges/model/features.ts';
import { type Head, type Model, scores, vectorGiven, vectorOf } from '../judges/model/linear.ts';
import { openCase } from '../judges/rules/case.ts';
import { rule } from '../judges/rules/category.ts';
import { riskOf } from '../judges/rules/risk.ts';
import { type Example, fit, type Settings, settings } from './fit.ts';
import { foldOf } from './groups.ts';
import { cooled, type Scored, temperatureFor } from './temperature.ts';

/** A tool and what a person says it is. Some labels say nothing of risk. */
export interface Lesson {
  subject: Subject;
  /** Tools of the same group are never on both sides of a split. */
  group: string;
  category: Category;
  risk: RiskLevel | null;
}

/** A lesson taken apart, which is most of the work, so that several folds can share it. */
export interface Prepared extends Lesson {
  features: readonly Feature[];
}

/** Takes a lesson apart. */
export function prepare(lesson: Lesson): Prepared {
  const it = openCase(lesson.subject);
  const ruling = rule(it);
  return { ...lesson, features: featuresOf(it, ruling, riskOf(it, ruling)) };
}

const part = (features: readonly Feature[], wanted: Feature['part']) =>
  features.filter((feature) => feature.part === wanted);

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
      text: vectorGiven(part(features, 'text'), category),
      rules: vectorGiven(part(features, 'rules'), category),
      target: riskLevels.indexOf(risk),
    },
  ];
}

/** Folds inside the training set, on which the confidence is calibrated. */
const innerFolds = 3;

/** What heads that have not seen a lesson's group say of it. */
function unseenScores(lessons: readonly Prepared[], wanted: Settings): Scored[] {
  return Array.from({ length: innerFolds }, (_, fold) => fold).flatMap((fold) => {
    const isHeld = ({ group }: Prepared) => foldOf(`inner ${group}`, innerFolds) === fold;
    const head = fit(
      lessons.filter((each) => !isHeld(each)).map(categoryExample),
      Category.options.length,
      wanted,
    );
    return lessons.filter(isHeld).map(({ features, category }) => ({
      scores: scores(head, vectorOf(features)),
      target: Category.options.indexOf(category),
    }));
  });
}

function categoryHead(lessons: readonly Prepared[], wanted: Settings): Head {
  const head = fit(lessons.map(categoryExample), Category.options.length, wanted);
  return cooled(head, temperatureFor(unseenScores(lessons, wanted)));
}

/** Trains both heads. The same lessons in the same order give the same model, bit for bit. */
export function train(lessons: readonly Prepared[], wanted: Settings = settings): Model {
  return {
    category: categoryHead(lessons, wanted),
    risk: fit(lessons.flatMap(riskExamples), riskLevels.length, wanted),
  };
}
