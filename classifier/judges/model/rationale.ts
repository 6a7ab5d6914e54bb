import { categories, Category } from '../../../src/model/categories.ts';
import { signals, SignalId } from '../../../src/model/signals.ts';
import type { Risk } from '../../../src/model/risks.ts';
import type { Feature } from './features.ts';
import { type Model, weightOf } from './linear.ts';

/** What an explanation needs: what was looked at, what came out, and what the rules alone say. */
interface Explained {
  model: Model;
  features: readonly Feature[];
  /** The chance of each category. */
  shares: readonly number[];
  category: Category;
  risk: Risk;
  rules: Category;
}

/** How a fact is told to a reader. Kinds that say nothing to one, such as runs of characters, are left out. */
const told: Readonly<Record<string, (content: string) => string | null>> = {
  name: (content) => `“${content}” in its name`,
  sentence: (content) => `“${content}” in its first sentence`,
  word: (content) => `“${content}” in its description`,
  parameter: (content) => `an argument called “${content}”`,
  about: (content) => `“${content}” where its arguments are described`,
  verb: (content) => (content.includes(' ') ? null : `the verb “${content}”`),
  signal: (content) => {
    const id = SignalId.safeParse(content);
    return id.success ? `the signal “${signals[id.data].label}”` : null;
  },
};

function tell(name: string): string | null {
  const at = name.indexOf(':');
  return told[name.slice(0, at)]?.(name.slice(at + 1)) ?? null;
}

/** The facts that speak most for a category and against the likeliest other one, told to a reader, at most three. */
export function reasons({ model, features, shares, category }: Explained): string[] {
  const own = Category.options.indexOf(category);
  const others = shares.map((share, index) => (index === own ? -1 : share));
  const other = others.indexOf(Math.max(...others));
  const spoken = features.flatMap((feature) => {
    const weight = weightOf(model.category, feature, own) - weightOf(model.category, feature, other);
    const text = weight > 0 ? tell(feature.name) : null;
    return text === null ? [] : [{ weight, text }];
  });
  const ordered = spoken.toSorted((a, b) => b.weight - a.weight).map(({ text }) => text);
  return [...new Set(ordered)].slice(0, 3);
}

/** One or two sentences on a verdict in which the model moved the rules' answer, naming what moved it. */
export function movedBy(explained: Explained): string {
  const { category, risk, rules } = explained;
  const words = reasons(explained);
  const because = words.length === 0 ? 'by its wording as a whole' : `most of all by ${words.join(', ')}`;
  const first = `Tools of similar wording are mostly ${category}: here ${because}.`;
  const what = `${categories[category].article} ${category} tool of ${risk} risk`;
  return rules === category
    ? `${first} Weighed with its arguments, it is ${what}.`
    : `${first} It is ${what}, where the rules alone would say ${rules}.`;
}
