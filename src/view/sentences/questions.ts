import type { ToolRule } from '../../model/policy.ts';
import type { SignalId } from '../../model/signals.ts';
import type { ActionRow } from '../actions.ts';
import { fewNames } from '../differences.ts';
import type { Parameter } from '../parameters.ts';
import type { Risk } from '../../model/risks.ts';
import { limitLabel, limitPhrase } from '../sentences.ts';
import { enumeration, opening, paragraph, sentence } from '../wording.ts';

/** Arguments that one answer names. */
const most = 4;

/** Questions about what a caller may put into an argument, gravest first. */
export const argumentQuestions: readonly {
  signals: readonly SignalId[];
  question: (name: string) => string;
}[] = [
  {
    signals: ['p:shell-command', 'p:code', 'p:sql'],
    question: (name) => `What can be run through ${name}?`,
  },
  {
    signals: ['p:amount'],
    question: (name) => `How much can one call of ${name} move?`,
  },
  {
    signals: ['p:recipient'],
    question: (name) => `Who can be reached with ${name}?`,
  },
  { signals: ['p:url'], question: (name) => `Which addresses can ${name} reach?` },
  { signals: ['p:path'], question: (name) => `Which files can ${name} touch?` },
  {
    signals: ['p:permission'],
    question: (name) => `Which rights can ${name} give?`,
  },
  {
    signals: ['p:bulk-array'],
    question: (name) => `How many objects can one call of ${name} touch?`,
  },
  {
    signals: ['p:credential'],
    question: (name) => `Does ${name} see a secret?`,
  },
  {
    signals: ['p:force-or-recursive'],
    question: (name) => `Can ${name} skip a safeguard?`,
  },
];

/** Questions that words of a description answer. */
export const wordQuestions: readonly {
  signal: SignalId;
  question: (name: string) => string;
  answer: string;
}[] = [
  {
    signal: 'irreversible',
    question: (name) => `Can the effect of ${name} be undone?`,
    answer: 'By these words it cannot.',
  },
  {
    signal: 'returns-secrets',
    question: (name) => `Can ${name} return credentials?`,
    answer: 'By these words it can.',
  },
  {
    signal: 'private-data',
    question: (name) => `Does ${name} return private data?`,
    answer: 'By these words it can.',
  },
  {
    signal: 'metered-cost',
    question: (name) => `Does a call of ${name} cost money?`,
    answer: 'By these words it does.',
  },
  {
    signal: 'session-state',
    question: (name) => `Does the effect of ${name} last?`,
    answer: 'By these words not beyond the session.',
  },
];

function held({ name, type, bounds }: Parameter): string {
  const isListed = type.includes(' | ') && type.includes('"');
  return `${name} (${isListed ? 'listed values' : (bounds ?? 'unbounded')})`;
}

/** Which arguments decide, and to what the schema holds each. */
export function argumentAnswer(rows: readonly Parameter[]): string {
  return sentence(`Whatever the caller puts into ${enumeration(rows.slice(0, most).map(held))}`);
}

/** The actions with their ratings, the first six. */
export function actionsAnswer(rows: readonly ActionRow[]): string {
  const named = rows.map(
    ({ name, category, risk }) => `${name} (${category ?? 'not recognisable'}, ${risk})`,
  );
  return paragraph(fewNames(named, 6));
}

/** What the policy on the page lets through in a time, and what keeps every call out. */
export function limitAnswer({ decision, limits }: ToolRule): string {
  // policy.json has no place for the limits of a tool that it hides.
  const bound = decision === 'hide' ? null : limitPhrase(limits);
  const closed = {
    hide: 'The policy above hides it',
    deny: 'The policy above denies it',
    ask: 'The policy above denies it until somebody opens it',
    allow: null,
  }[decision];
  if (decision === 'allow') return sentence(limitLabel({ decision, limits }) ?? 'Not limited');
  return paragraph(closed, bound === null ? null : opening(bound));
}

/** The level and the signals it rests on; null without any. */
export function riskAnswer(risk: Risk, labels: readonly string[]): string | null {
  if (labels.length === 0) return null;
  const small = labels.map((label) => label.charAt(0).toLowerCase() + label.slice(1));
  return `${risk}: ${fewNames(small, 6)}.`;
}
