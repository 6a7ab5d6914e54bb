import { visible } from '../model/display.ts';
import type { Constraint, Decision, Limit } from '../model/policy.ts';

/** The file that Placard's guard reads, beside the files of a format. */
export const guardFile = 'placard-policy.json';

/** `options.force`, as a reader would write it. */
export function argumentName({ argument }: Pick<Constraint, 'argument'>): string {
  return visible(argument.join('.'));
}

/** What a program that can state a reason says when it denies a call, by what the policy wanted. */
export const denials: Readonly<Record<Exclude<Decision, 'allow'>, string>> = {
  ask: 'A person has to agree to this call first, and this program cannot ask one.',
  deny: 'Denied by default. A person has to open this tool first.',
  hide: 'This tool is closed to agents.',
};

/** What the evaluator says of a call, beside the words of the policy itself. */
export const refusals = {
  unnamed: 'The policy does not name this tool, and what it does not name is denied.',
  changed:
    'The definition of this tool has changed since the policy was made, so a person has to look at it first.',
  full: ({ max, window }: Limit): string =>
    `No more than ${max} of these calls are allowed in one ${window}.`,
  ask: 'A person has to agree to this call.',
  none: 'No rule of the policy is against this call.',
} as const;

const use = (hasGuard: boolean): string =>
  hasGuard ? ' Put Placard’s guard in front to hold it.' : ' Use a program that can hold it.';

/** The sentences on what a format cannot hold. `tool` is outside text. */
export const warnings = {
  constraint: (tool: string, constraint: Constraint, becomes: Decision, hasGuard: boolean): string =>
    `${visible(tool)}: a condition on the argument ${argumentName(constraint)} cannot be held here, so ${
      {
        ask: 'a person is asked about every call',
        deny: 'the tool is denied',
        allow: 'it is left out',
        hide: 'the tool is hidden',
      }[becomes]
    }.${use(hasGuard)}`,
  limits: (tool: string, hasGuard: boolean): string =>
    `${visible(tool)}: calls cannot be counted here, so its limits are left out.${use(hasGuard)}`,
  ask: (tool: string): string =>
    `${visible(tool)}: this program cannot ask a person, so the tool is denied until somebody opens it.`,
  hide: (tool: string): string =>
    `${visible(tool)}: this program cannot hide a tool, so the agent sees it and a call is denied.`,
  deny: (tool: string): string =>
    `${visible(tool)}: this program cannot deny a tool. It is never allowed without asking, and a person who is asked can still allow it.`,
  allow: (tool: string): string =>
    `${visible(tool)}: this program cannot allow a tool without asking, so a person is asked about every call.`,
  definition: (hasGuard: boolean): string =>
    `A tool whose definition changes keeps its rule here.${use(hasGuard)}`,
} as const;

/** What a person has to fill in for one tool, as a sentence. */
export function fillIn(tool: string, { fill }: Constraint): string {
  return `${visible(tool)}: ${fill ?? ''}`;
}

/** Where the guard's policy goes. */
export const guardDestination = `Save it as ${guardFile} where the guard is started.`;

/** What policy.json cannot say exactly. */
export const policyJsonWords = {
  unspellable: (tool: string, constraint: Constraint): string =>
    `${visible(tool)}: the name of the argument ${argumentName(constraint)} has a dot or is empty, so policy.json cannot set a condition on it, and the tool is denied.`,
  required: (tool: string, constraint: Constraint): string =>
    `${visible(tool)}: policy.json cannot say that a ${constraint.op} condition on ${argumentName(constraint)} holds only when it is given, so a call that leaves it out is denied as well.`,
  place: (tool: string, constraint: Constraint): string =>
    `${visible(tool)}: ${argumentName(constraint)} is a place in a list. Placard’s guard follows it; the documentation of policy.json does not say whether another program does.`,
  lost: (tool: string): string =>
    `${visible(tool)}: programs lose or misread an entry of this name, so the tool is left out and denied by default.`,
} as const;

/**
 * Why each kind of condition is there, what is to be filled in, and what stands in its place until then: a value that
 * no honest call has.
 */
export const constraintWords = {
  environment: { why: 'Production is left to people.' },
  action: { why: 'Actions that remove something or move money are left to people.' },
  path: {
    why: 'A path outside the folder meant for the agent is refused, and so is one that climbs with two dots.',
    fill: 'Put your own folder in place of /replace/with/your/folder.',
    placeholder: '/replace/with/your/folder',
  },
  host: {
    why: 'An address on a host that nobody has named is refused, because a call could carry data there.',
    fill: 'Put your own host in place of replace-with-your-host.invalid, its dots behind backslashes.',
    placeholder: 'replace-with-your-host.invalid',
  },
  sql: {
    why: 'Only one SELECT without INTO passes. Functions with side effects are not recognised, so give the tool a database role that can only read.',
  },
  program: {
    why: 'A program that an agent writes itself can do anything, so only programs that are named word for word pass.',
    fill: 'List the exact commands or programs in place of replace-with-an-exact-command.',
    placeholder: 'replace-with-an-exact-command',
  },
  recipient: {
    why: 'Nothing goes to a recipient whom nobody has named.',
    fill: 'List your recipients in place of replace-with-a-recipient.',
    placeholder: 'replace-with-a-recipient',
  },
  amount: {
    why: 'An amount above the ceiling is left to people.',
    whyNotNegative: 'A negative amount would turn the payment round.',
    fill: 'Put the highest amount that an agent may move in place of -1.',
    placeholder: -1,
    fillNamed: 'List the amounts that an agent may move in place of replace-with-an-amount.',
    placeholderNamed: 'replace-with-an-amount',
  },
  force: { why: 'A switch that skips a safeguard or widens the effect stays off.' },
  single: {
    why: 'One call acts on one object, so that a mistake stays small.',
    fill: 'Keep this condition, or write one like that on the first entry for each further entry.',
  },
} as const;
