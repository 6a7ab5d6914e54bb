import { visible } from '../model/display.ts';
import type { Constraint, Decision, Limit } from '../model/policy.ts';

/** The file of Placard's guard: one program without dependencies, from the site and never from a registry. */
export const guardProgram = 'placard-guard.mjs';

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
  full: ({ max, window }: Pick<Limit, 'max' | 'window'>): string =>
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
  hide: (tool: string): string => `${visible(tool)}: this program cannot hide a tool, so the agent sees it.`,
  deny: (tool: string): string =>
    `${visible(tool)}: this program cannot deny a tool. It is never allowed without asking, and a person who is asked can still allow it.`,
  allow: (tool: string): string =>
    `${visible(tool)}: this program allows no tool in advance. A person is asked, and may choose not to be asked again.`,
  nameless: (tool: string): string =>
    `${visible(tool)}: this program has no way to write this name, so no rule here allows the tool.`,
  alike: (tools: readonly string[], becomes: Decision): string =>
    `${tools.map(visible).join(' and ')} have one name in this program, so the strictest of their rules holds for all of them: ${becomes}.`,
  tooLong: (tool: string): string =>
    `${visible(tool)}: its conditions are longer than this program accepts, so the tool is denied.`,
  definition: (hasGuard: boolean): string =>
    `A tool whose definition changes keeps its rule here.${use(hasGuard)}`,
} as const;

/** What a person has to fill in for one tool, as a sentence. */
export function fillIn(tool: string, { fill }: Constraint): string {
  return `${visible(tool)}: ${fill ?? ''}`;
}

/** That an argument has no bound, because only the reader knows one. */
export function unbounded(tool: string, constraint: Constraint): string {
  return `${visible(tool)}: nothing bounds the argument ${argumentName(constraint)} yet, so a person is asked. The strict policy has a condition for it that you can fill in.`;
}

/** Where the guard's policy goes. */
export function guardDestination(file: string): string {
  return `Save it as ${file} in the folder that the guard’s command names.`;
}

/** Where the guard and its policy go; `folder` as people write it. */
export function guardPlace(folder: string, file: string): string {
  return `Put ${guardProgram} (from the page of the guard) and ${file} into ${folder}.`;
}

/** Why an alias cannot name a server in a program's configuration. `alias` is the user's own text. */
export const aliasFaults = {
  plain: (alias: string): string =>
    `“${visible(alias)}” cannot name a server here: take letters, digits, - and _ only, no - first, and rename the server in your configuration.`,
  printable: (alias: string): string =>
    `“${visible(alias)}” cannot name a server here: take a name of visible characters, and rename the server in your configuration.`,
  doubled: (alias: string): string =>
    `“${visible(alias)}” cannot name a server here: an underscore at its end, or two in a row, end the server’s part of a tool’s name. Rename the server in your configuration.`,
  gemini: (alias: string): string =>
    `“${visible(alias)}” cannot name a server here: take at most 25 letters, digits and - (an underscore makes rules fail in silence), not “mcp”, and rename the server in your configuration.`,
  alike: (alias: string, other: string): string =>
    `“${visible(alias)}” cannot be told from “${visible(other)}”: programs write both names the same. Rename one of them in your configuration.`,
  reserved: (alias: string): string =>
    `“${visible(alias)}” cannot name a server here: rules for its tools would also hold for tools of the program itself. Rename the server in your configuration.`,
} as const;

/** What policy.json cannot say exactly. */
export const policyJsonWords = {
  required: (tool: string, constraint: Constraint): string =>
    `${visible(tool)}: policy.json cannot say that a ${constraint.op} condition on ${argumentName(constraint)} holds only when it is given, so a call that leaves it out is denied as well.`,
  place: (tool: string, constraint: Constraint): string =>
    `${visible(tool)}: ${argumentName(constraint)} is a place in a list. Placard’s guard follows it; the documentation of policy.json does not say whether another program does.`,
  lost: (tool: string): string =>
    `${visible(tool)}: programs lose or misread an entry of this name, so the tool is left out and denied by default.`,
} as const;
