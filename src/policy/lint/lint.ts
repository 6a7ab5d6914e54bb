import { visible } from '../../model/display.ts';
import type { Decision } from '../../model/policy.ts';
import { readPolicyDocument } from './document.ts';
import type { Document, Finding, Linter } from './linter.ts';
import { linters } from './linters.ts';

/** A server that the file is about: the user's own key for it there, and its tools as the catalogue has them. */
export interface KnownServer {
  alias: string;
  tools: readonly string[];
}

/** A finding with its place as text. */
export interface LintedFinding extends Omit<Finding, 'at'> {
  /** Keys and places from the root, as `permissions.deny[0]`; empty for the whole file. */
  at: string;
  /** From 1 on; null where it is not known. */
  line: number | null;
}

/** What becomes of the tools of one server under the file. */
export interface LintedServer {
  alias: string;
  tools: { tool: string; decision: Decision; isNamed: boolean }[];
}

export interface Linted {
  format: { id: string; name: string };
  findings: LintedFinding[];
  servers: LintedServer[];
}

function unknownTools(linter: Linter, document: Document, { alias, tools }: KnownServer): Finding[] {
  const known = new Set(tools.map((tool) => linter.spell(alias, tool)));
  return linter
    .named(document, alias)
    .filter(({ name }) => !known.has(name))
    .map(({ name, at }) => ({
      kind: 'unknown',
      at,
      message: `“${visible(name)}” names no tool that the catalogue has of the server ${visible(alias)}.`,
    }));
}

const effects: Readonly<Record<Decision, string>> = {
  allow: 'it is allowed',
  ask: 'a person is asked',
  deny: 'it is denied',
  hide: 'it is closed',
};

function decisions(linter: Linter, document: Document, { alias, tools }: KnownServer): LintedServer {
  return {
    alias,
    tools: tools.map((tool) => {
      const decision = linter.decide(document, alias, tool);
      const isNamed = decision !== null;
      return { tool, decision: decision ?? linter.otherwise(document, alias), isNamed };
    }),
  };
}

function missingTools({ alias, tools }: LintedServer): Finding[] {
  return tools
    .filter(({ isNamed, decision }) => !isNamed && decision !== 'deny' && decision !== 'hide')
    .map(({ tool, decision }) => ({
      kind: 'missing',
      at: [],
      message: `No entry is about ${visible(tool)} of ${visible(alias)}, so ${effects[decision]}.`,
    }));
}

const written = (at: Finding['at']): string =>
  at
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${visible(key)}`))
    .join('');

/**
 * What a program makes of a policy file: entries it ignores or reads otherwise than a person would, tools that do not
 * exist, tools that no entry is about, and what becomes of each tool of the servers given.
 * @throws RangeError with a sentence for people when the text is broken or of no format that is known.
 */
export function lint(text: string, servers: readonly KnownServer[]): Linted {
  const document = readPolicyDocument(text);
  const { value } = document;
  const linter = linters.find((each) => each.recognises(value));
  if (linter === undefined)
    throw new RangeError(
      `This is a file of no format that is known here. Known are: ${linters.map(({ name }) => name).join(', ')}.`,
    );
  const decided = servers.map((server) => decisions(linter, value, server));
  const findings = [
    ...linter.traps(value),
    ...servers.flatMap((server) => unknownTools(linter, value, server)),
    ...decided.flatMap(missingTools),
  ];
  return {
    format: { id: linter.id, name: linter.name },
    findings: findings.map(({ kind, at, message }) => ({
      kind,
      at: written(at),
      line: document.lineOf(at),
      message,
    })),
    servers: decided,
  };
}
