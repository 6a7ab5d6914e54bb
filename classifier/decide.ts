import { categories, type Category } from '../src/model/categories.ts';
import type { Classification, Doubt, Opinion, ToolAction, Verdict } from '../src/model/classification.ts';
import { oneLine } from '../src/model/display.ts';
import type { Evidence } from '../src/model/evidence.ts';
import { limits } from '../src/model/limits.ts';
import { bars, type Risk, worse } from '../src/model/risks.ts';
import { SignalId, signals } from '../src/model/signals.ts';
import type { Subject } from '../src/model/tool.ts';
import { type RatedActions, rateActions } from './actions.ts';
import { unswayed } from './claims.ts';
import type { Judge } from './judge.ts';
import { judgeByRules, ratedByRules } from './judges/rules.ts';
import { besideOf } from './judges/rules/beside.ts';
import { floorOf } from './judges/rules/floor.ts';
import { statedOf } from './judges/rules/stated.ts';
import { isMilder } from './severity.ts';
import { evidenceOf } from './signals.ts';
import { read } from './signals/reading/reading.ts';
import { contradicts, verify } from './verify.ts';

type Rating = Pick<Classification, 'category' | 'risk'>;

/** The least that a definition leaves open, and why, as the rest of a sentence. */
interface Bound extends Rating {
  because: string;
}

/** What the floor proves and what the definition states further on. */
const leastOf = ({ tool }: Subject): Bound[] =>
  [floorOf(tool), statedOf(tool), besideOf(tool)].filter((bound) => bound !== null);

/**
 * The actions that are graver in kind than the tool was said to be, or at a level for which words speak: one call can do any of
 * them. How grave a kind is where the tool has it anyway, who saw the whole definition knows better.
 */
function boundsBy({ ruled }: RatedActions, said: Category): Bound[] {
  return [...ruled].flatMap(([name, { category, risk, isReasoned }]): Bound[] => {
    if (!isReasoned && !isMilder(said, category)) return [];
    const { article } = categories[category];
    const because = `its action "${oneLine(name, 60)}" alone is ${article} ${category} tool of ${risk} risk.`;
    return [{ category, risk, because }];
  });
}

/** Severity in one place: the judge's word, raised to each bound that is graver. */
function raise(
  { category, risk }: Rating,
  bounds: readonly Bound[],
): Rating & Pick<Classification, 'raised'> {
  let rating: Rating = { category, risk };
  let because: string | null = null;
  for (const bound of bounds) {
    const raised: Rating = {
      category: isMilder(rating.category, bound.category) ? bound.category : rating.category,
      risk: worse(rating.risk, bound.risk),
    };
    const isGraver = raised.category !== rating.category || bars(raised.risk) > bars(rating.risk);
    if (!isGraver) continue;
    rating = raised;
    because = bound.because;
  }
  return {
    ...rating,
    raised: because === null ? null : `Raised from ${category} of ${risk} risk: ${because}`,
  };
}

/** The judge's word, raised to what the definition proves and to its gravest kind of action. */
function raiseAll(rating: Rating, least: readonly Bound[], rated: RatedActions) {
  return raise(rating, [...least, ...boundsBy(rated, raise(rating, least).category)]);
}

/** No action of a tool stands above the tool: arguments that belong to other actions raise what is looked at alone. */
function withinTool(actions: readonly ToolAction[], risk: Risk): ToolAction[] {
  return actions.map((action) =>
    risk !== 'Unknown' && bars(action.risk) > bars(risk) ? { ...action, risk } : action,
  );
}

/** Signals that are plain to see in the bytes, whoever judges. What a call does is the judge's word. */
const plain: ReadonlySet<string> = new Set(SignalId.options.filter((id) => signals[id].kind !== 'effect'));

function withPlain(judged: readonly Evidence[], subject: Subject): Evidence[] {
  const known = new Set(judged.map(({ id }) => id));
  const seen = evidenceOf(read(subject.tool)).filter(({ id }) => plain.has(id) && !known.has(id));
  return [...judged, ...seen];
}

/** Levels between two risks. Unknown is as far from every level as nothing is known. */
const distance = (a: Risk, b: Risk) => (a === b ? 0 : Math.abs(bars(a) - bars(b)));

function disputes(rating: Rating, by: Opinion): Doubt[] {
  const isOther = by.category !== rating.category || distance(by.risk, rating.risk) >= 2;
  return isOther ? [{ reason: 'disputed', by }] : [];
}

/** The rules' own sentence in place of a reason that names another rating; else a word on why there is none. */
function fittingReason(subject: Subject, rating: Rating): string {
  const { rationale } = unswayed(judgeByRules, subject);
  return contradicts(rationale, rating)
    ? 'The reason that came with this rating named another one and is left out.'
    : rationale;
}

/**
 * What the catalogue stands by: the judge's verdict with unproved evidence dropped, the signals that are plain in
 * the bytes added, and never below what name, schema and single actions prove. Author's hints and a server's claims
 * about its own safety lower nothing. A reason that names another rating gives way to the rules' own sentence.
 * `raised` says what was raised and why; `doubts` says why a person should look.
 */
export function decide(
  subject: Subject,
  verdict: Verdict,
  judge: Pick<Judge, 'id' | 'version'>,
): Classification {
  const verified = verify(subject, verdict).verdict;
  const rules = judge.id === 'rules' ? verified : unswayed(ratedByRules, subject);
  const rated = rateActions(subject.tool);
  const least = leastOf(subject);
  const { raised, ...rating } = raiseAll(verified, least, rated);
  const { category, risk } = raiseAll(rules, least, rated);
  const isRefused = judge.id === 'openai' && contradicts(verified.rationale, verified);
  const doubts: Doubt[] = [
    ...(verified.confidence < limits.reviewConfidence ? [{ reason: 'unsure' } as const] : []),
    ...disputes(rating, { judge: 'rules', category, risk }),
    ...(raised === null ? [] : [{ reason: 'raised' } as const]),
    ...(isRefused ? [{ reason: 'reason-refused' } as const] : []),
  ];
  return {
    ...rating,
    raised,
    confidence: verified.confidence,
    signals: judge.id === 'openai' ? withPlain(verified.signals, subject) : verified.signals,
    rationale:
      isRefused || (raised !== null && contradicts(verified.rationale, rating))
        ? fittingReason(subject, rating)
        : verified.rationale,
    ...(verified.gloss === undefined ? {} : { gloss: verified.gloss }),
    judge: judge.id,
    judgeVersion: judge.version,
    actions: withinTool(rated.actions, rating.risk),
    actionsLeft: rated.actionsLeft,
    doubts,
    correction: null,
  };
}
