import { categories, type Category } from '../../../src/model/categories.ts';
import { signals, SignalId } from '../../../src/model/signals.ts';
import type { Risk } from '../../../src/model/risks.ts';
import { hashOf, type Portion } from './features.ts';
import { classes, type Head, type Model, weightOf } from './linear.ts';
import { isTopic, topics } from './topics.ts';

/** What an explanation needs: what was looked at, what came out, and what the rules alone say. */
interface Explained {
  model: Model;
  features: readonly Portion[];
  category: Category;
  risk: Risk;
  rules: { category: Category; risk: Risk };
}

/** Words that stand in every text. */
const empty = new Set(
  'a an and are as at be by for from in is it its of on or that the this to which with you your'.split(' '),
);
const word = (where: string) => (content: string) =>
  empty.has(content) || /^[a-z0-9]$| /.test(content) ? null : `“${content}” in its ${where}`;

const about = (topic: string) => (isTopic(topic) ? `words about ${topics[topic]}` : null);

/** How a fact is told to a reader. Kinds that say nothing to one, such as runs of characters, are left out. */
const told: Readonly<Record<string, (content: string) => string | null>> = {
  name: word('name'),
  sentence: word('first sentence'),
  word: word('description'),
  about: word('argument descriptions'),
  called: about,
  opens: about,
  tells: about,
  takes: about,
  thing: about,
  core: about,
  parameter: (content) => (content === '' ? null : `an argument called “${content}”`),
  signal: (content) => {
    const id = SignalId.safeParse(content);
    return id.success ? `the signal “${signals[id.data].label}”` : null;
  },
};

/** What speaks most for one class and against another, told to a reader: at most three facts, the strongest first. */
function reasons(head: Head, features: readonly Portion[], own: number, other: number): string[] {
  const spoken: { weight: number; kind: string; content: string }[] = [];
  for (const { facts, value } of features) {
    const seen = new Set<number>();
    facts((kind, first, second) => {
      if (told[kind] === undefined || second !== undefined) return;
      const hash = hashOf(kind, first);
      const weight = weightOf(head, hash, value, own) - weightOf(head, hash, value, other);
      if (weight <= 0 || seen.has(hash)) return;
      seen.add(hash);
      spoken.push({ weight, kind, content: first });
    });
  }
  const texts = new Set<string>();
  const contents = new Set<string>();
  for (const { kind, content } of spoken.toSorted((a, b) => a.weight - b.weight).toReversed()) {
    const text = contents.has(content) ? null : (told[kind]?.(content) ?? null);
    if (text === null) continue;
    contents.add(content);
    texts.add(text);
    if (texts.size === 3) break;
  }
  return [...texts];
}

function sentence(words: readonly string[], outcome: string): string {
  const [last, ...others] = words.toReversed();
  if (last === undefined) return `In labelled tools, such wording as a whole mostly goes with ${outcome}.`;
  const list = others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
  return `In labelled tools, ${list} mostly ${others.length === 0 ? 'goes' : 'go'} with ${outcome}.`;
}

/** One or two sentences on a verdict in which the model moved the rules' answer, naming what moved it. */
export function movedBy({ model, features, category, risk, rules }: Explained): string {
  const what = `${categories[category].article} ${category} tool of ${risk} risk`;
  if (rules.category === category) {
    const [own, other] = [risk, rules.risk].map((each) => classes.risk.indexOf(each));
    return `It is ${what}. ${sentence(reasons(model.risk, features, own ?? 0, other ?? 0), `${risk} risk`)}`;
  }
  const [own, other] = [category, rules.category].map((each) => classes.category.indexOf(each));
  const moved = sentence(reasons(model.category, features, own ?? 0, other ?? 0), category);
  return `It is ${what}, where the rules alone would say ${rules.category}. ${moved}`;
}
