import { visible } from '../../../model/display.ts';
import type { Decision } from '../../../model/policy.ts';
import type { Document, Finding, Linter, Place } from '../linter.ts';
import { at, globMatches, listAt } from '../reading.ts';

interface Rule {
  value: unknown;
  at: Place;
}

const rulesOf = (document: Document): Rule[] => listAt(document, 'rule');

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');

const longestPattern = 2048;

/** A group that repeats and is itself repeated, which Gemini CLI refuses. */
const nested = /\([^()]*[+*][^()]*\)[+*{]/;

function patternTraps({ value, at: place }: Rule): Finding[] {
  const pattern = at(value, 'argsPattern');
  if (typeof pattern !== 'string') return [];
  const here = [...place, 'argsPattern'];
  if (pattern.length > longestPattern || nested.test(pattern))
    return [
      {
        kind: 'ignored',
        at: here,
        message: `Gemini CLI refuses this pattern and with it the whole file: at most ${longestPattern} characters, and no repetition inside a repeated group.`,
      },
    ];
  if (pattern.includes('\\x00') || pattern.includes('\\0') || pattern.includes('\0')) return [];
  return [
    {
      kind: 'open',
      at: here,
      message:
        'The pattern is searched for in the arguments as JSON text, so a value inside another argument meets it as well. Put \\x00 around a top-level member: \\x00"name":"value"\\x00.',
    },
  ];
}

function ruleTraps(rule: Rule): Finding[] {
  const { value, at: place } = rule;
  const found: Finding[] = [];
  const add = (kind: Finding['kind'], key: string, message: string): void => {
    found.push({ kind, at: [...place, key], message });
  };
  const server = at(value, 'mcpName');
  if (server !== undefined && at(value, 'toolName') === undefined)
    add(
      'ignored',
      'mcpName',
      'A rule with mcpName and no toolName makes Gemini CLI drop the whole file and ask about everything. Add toolName = "*".',
    );
  if (typeof server === 'string' && server.includes('_'))
    add(
      'ignored',
      'mcpName',
      `Rules for a server with “_” in its name fail in silence: rename “${visible(server)}” in settings.json.`,
    );
  const priority = at(value, 'priority');
  if (
    priority !== undefined &&
    !(Number.isInteger(priority) && Number(priority) >= 0 && Number(priority) <= 999)
  )
    add('ignored', 'priority', 'Gemini CLI drops a rule whose priority is no whole number from 0 to 999.');
  const decision = at(value, 'decision');
  if (!['allow', 'deny', 'ask_user'].includes(String(decision)))
    add('ignored', 'decision', 'Gemini CLI drops the rule: a decision is allow, deny or ask_user.');
  return [...found, ...patternTraps(rule)];
}

function isFor(value: unknown, server: string, tool: string): boolean {
  const owner = at(value, 'mcpName');
  const names = textsOf(at(value, 'toolName'));
  if (owner !== undefined)
    return (owner === server || owner === '*') && names.some((name) => globMatches(name, tool));
  return names.some((name) => globMatches(name, `mcp_${server}_${tool}`));
}

const decisions: Readonly<Record<string, Decision>> = { allow: 'allow', deny: 'hide', ask_user: 'ask' };

export const geminiLinter: Linter = {
  id: 'gemini',
  name: 'Gemini CLI policy',
  recognises: (document) => rulesOf(document).length > 0,
  traps: (document) => rulesOf(document).flatMap(ruleTraps),
  named: (document, server) =>
    rulesOf(document)
      .filter(({ value }) => at(value, 'mcpName') === server)
      .flatMap(({ value, at: place }) =>
        textsOf(at(value, 'toolName'))
          .filter((name) => !name.includes('*'))
          .map((name) => ({ name, at: [...place, 'toolName'] })),
      ),
  spell: (_server, tool) => tool,
  decide(document, server, tool): Decision | null {
    const rules = rulesOf(document).filter(
      ({ value }) =>
        isFor(value, server, tool) &&
        !(at(value, 'argsPattern') !== undefined && at(value, 'decision') === 'deny'),
    );
    const own = rules.sort(
      (a, b) => Number(at(b.value, 'priority') ?? 0) - Number(at(a.value, 'priority') ?? 0),
    );
    return decisions[String(at(own[0]?.value, 'decision'))] ?? null;
  },
  otherwise: () => 'ask',
};
