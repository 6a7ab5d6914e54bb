import type { Constraint, Operator } from '../../model/policy.ts';
import type { Condition, PolicyJson } from '../../model/policy-json.ts';
import type { FittedPolicy, FittedRule } from '../fit.ts';
import type { Format, Warning } from '../format.ts';
import { jsonText } from '../json-text.ts';
import { denials, policyJsonWords as words } from '../words.ts';

type Entry = NonNullable<PolicyJson['tools']>[string];

/** The comparison that holds exactly where the other does not. RE2 cannot say "does not match", nor is there "lacks". */
const opposites: Readonly<Partial<Record<Operator, Operator>>> = {
  eq: 'neq',
  neq: 'eq',
  in: 'not_in',
  not_in: 'in',
  lt: 'gte',
  gte: 'lt',
  gt: 'lte',
  lte: 'gt',
};

const pathOf = ({ argument }: Constraint): string => ['args', ...argument].join('.');

const hasPlace = ({ argument }: Constraint): boolean => argument.some((token) => /^\d+$/.test(token));

/** Paths are written with dots, so an argument whose name has one cannot be named. */
const isSpellable = ({ argument }: Constraint): boolean =>
  argument.every((token) => token !== '' && !token.includes('.'));

/** A constraint's value is one that its operator takes: the kinds of constraints make no others. */
const conditionOf = (path: string, op: Operator, value: unknown): Condition =>
  ({ path, op, value }) as Condition;

const reasonOf = ({ why, fill }: Constraint): string => (fill === null ? why : `${why} ${fill}`);

/** Whether "when it is given" can be said of the condition. */
const canBeOptional = ({ op }: Constraint): boolean => op === 'exists' || opposites[op] !== undefined;

/** The condition as an entry: required, or denied where the argument is given and the opposite holds. */
function conditionEntry(constraint: Constraint): Pick<Entry, 'require' | 'deny_if'> {
  const { op, value, mustBeGiven } = constraint;
  const path = pathOf(constraint);
  const opposite = opposites[op];
  if (mustBeGiven || opposite === undefined) return { require: [conditionOf(path, op, value)] };
  const conditions = [conditionOf(path, 'exists', true), conditionOf(path, opposite, value)];
  return { deny_if: [{ conditions, on_deny: reasonOf(constraint) }] };
}

function entry({ decision, wanted, constraints, limits }: FittedRule): Entry {
  const reason = denials[wanted === 'allow' ? 'deny' : wanted];
  const entries = constraints.map(conditionEntry);
  const require = entries.flatMap((each) => each.require ?? []);
  const denied = entries.flatMap((each) => each.deny_if ?? []);
  const denyIf = decision === 'deny' ? [{ conditions: [], on_deny: reason }, ...denied] : denied;
  return {
    ...(require.length === 0 ? {} : { require }),
    ...(denyIf.length === 0 ? {} : { deny_if: denyIf }),
    ...(limits.length === 0 ? {} : { limits }),
  };
}

/** What is said of conditions that cannot be put here exactly as they are meant. */
function warningsOf(tool: string, { decision, constraints }: FittedRule): Warning[] {
  if (decision === 'deny' || decision === 'hide') return [];
  const warn = (message: string): Warning => ({ tool, ability: 'arguments', message });
  return constraints.flatMap((each) => {
    const isRequired = !each.mustBeGiven && !canBeOptional(each);
    return [
      ...(isRequired ? [warn(words.required(tool, each))] : []),
      ...(hasPlace(each) ? [warn(words.place(tool, each))] : []),
    ];
  });
}

/** Programs that read the file lose a tool of the first name and take the second for all tools. Both are left to the default. */
const isLost = (tool: string): boolean => tool === '__proto__' || tool === '*';

/** The policy as policy.json. Hidden tools stand under `hide`, every other tool under `tools`, in the given order. */
export function policyJsonOf(policy: FittedPolicy): PolicyJson {
  const rules = policy.rules.filter(([name]) => !isLost(name));
  const hidden = rules.filter(([, rule]) => rule.decision === 'hide').map(([name]) => name);
  const shown = rules.filter(([, rule]) => rule.decision !== 'hide');
  return {
    version: '1',
    default: 'deny',
    ...(hidden.length === 0 ? {} : { hide: hidden }),
    tools: Object.fromEntries(shown.map(([name, rule]) => [name, entry(rule)])),
  };
}

function warningsFor(policy: FittedPolicy): Warning[] {
  return policy.rules.flatMap(([tool, rule]) =>
    isLost(tool) ? [{ tool, ability: 'allow' as const, message: words.lost(tool) }] : warningsOf(tool, rule),
  );
}

export const policyJson: Format = {
  id: 'policy-json',
  name: 'policy.json',
  summary: 'The policy file that PolicyLayer documents for its gateway; Placard’s own guard runs it too.',
  source: { url: 'https://policylayer.com/docs/writing-policies', dated: '2026-11-21' },
  abilities: {
    allow: 'native',
    ask: 'none',
    deny: 'native',
    hide: 'native',
    arguments: 'native',
    limits: 'native',
    definition: 'none',
  },
  argument: (constraint) => (isSpellable(constraint) ? 'native' : 'none'),
  proofs: [
    {
      kind: 'executed',
      against: 'Placard’s evaluator',
      version: '1',
      by: 'npm test',
      abilities: ['allow', 'deny', 'hide', 'arguments', 'limits'],
    },
  ],
  notes: [
    'It speaks of one server, so the name of the server does not appear in it.',
    'Nothing here has run it in PolicyLayer’s gateway, which is closed; it was run in Placard’s evaluator.',
    'PolicyLayer’s open Intercept proxy accepts this file and ignores its limits and its deny_if; it reads a format of its own.',
  ],
  aliasFault: () => null,
  print(policy) {
    const file = {
      name: 'policy.json',
      language: 'json' as const,
      text: jsonText(policyJsonOf(policy)),
      destination: 'Give policy.json to the gateway or the guard in front of the server.',
    };
    return { files: [file], fill: [], warnings: warningsFor(policy) };
  },
};
