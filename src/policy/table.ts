import type { Category } from '../model/categories.ts';
import type { Decision, Limit, Preset } from '../model/policy.ts';
import type { Risk } from '../model/risks.ts';

/** A limit before it is counted for a tool. */
export type Rate = Pick<Limit, 'window' | 'max'>;

/** What a rating alone decides. */
export interface RatedRule {
  decision: Decision;
  /** Hold once the tool is open. */
  rates: readonly Rate[];
}

const perMinute = (max: number): Rate[] => [{ window: 'minute', max }];
const perDay = (max: number): Rate => ({ window: 'day', max });
const rule = (decision: Decision, rates: readonly Rate[]): RatedRule => ({ decision, rates });

/** What an agent may do with a tool nobody could rate: nothing until a person has looked. */
const unrated = rule('ask', perMinute(10));

/**
 * The balanced rule for each rating. Write 30 and Execute 10 a minute are the figures people already use;
 * the rest follows the rubric: the graver the rating, the fewer calls and the more often a person decides.
 */
const rules: Readonly<Record<Category, Partial<Record<Risk, RatedRule>>>> = {
  Read: {
    Low: rule('allow', perMinute(60)),
    Medium: rule('allow', perMinute(30)),
    High: rule('ask', perMinute(5)),
    Critical: rule('deny', perMinute(5)),
  },
  Write: {
    Low: rule('allow', perMinute(60)),
    Medium: rule('allow', perMinute(30)),
    High: rule('ask', [...perMinute(10), perDay(100)]),
    Critical: rule('deny', [...perMinute(10), perDay(100)]),
  },
  Execute: {
    Low: rule('allow', perMinute(10)),
    Medium: rule('allow', perMinute(10)),
    High: rule('ask', perMinute(10)),
    Critical: rule('deny', perMinute(3)),
  },
  Destructive: {
    Low: rule('ask', perMinute(5)),
    Medium: rule('ask', perMinute(5)),
    High: rule('hide', perMinute(3)),
    Critical: rule('hide', perMinute(1)),
  },
  Financial: {
    Low: rule('ask', [...perMinute(1), perDay(10)]),
    Medium: rule('ask', [...perMinute(1), perDay(10)]),
    High: rule('deny', [...perMinute(1), perDay(10)]),
    Critical: rule('deny', [...perMinute(1), perDay(10)]),
  },
};

type Rating = { category: Category; risk: Risk };

const balanced = ({ category, risk }: Rating): RatedRule => rules[category][risk] ?? unrated;

/** A person agrees to everything but Low reading, and what nobody could rate is closed. */
function strict(rating: Rating): RatedRule {
  const { decision, rates } = balanced(rating);
  if (rating.risk === 'Unknown') return rule('deny', rates);
  const isHarmless = rating.category === 'Read' && rating.risk === 'Low';
  return rule(decision === 'allow' && !isHarmless ? 'ask' : decision, rates);
}

function readOnly(rating: Rating): RatedRule {
  const rated = balanced(rating);
  const isReading = rating.category === 'Read' && rated.decision === 'allow';
  return isReading ? rated : rule('hide', rated.rates);
}

const presets: Readonly<Record<Preset, (rating: Rating) => RatedRule>> = {
  strict,
  balanced,
  'read-only': readOnly,
};

/** What a rating alone decides: the only place where a rating becomes a decision and limits. */
export function ratedRule(rating: Rating, preset: Preset): RatedRule {
  return presets[preset](rating);
}
