import type { ExportFile, Format, Warning } from '../format.ts';
import { isPatternable, longestPattern, patterns } from '../gemini-pattern.ts';
import { guardFile, hookCommand, hookNeeds, hookSeconds } from '../guard-command.ts';
import { jsonText } from '../json-text.ts';
import { namesOf, spelledRules, type SpelledRule } from '../spelling.ts';
import { tomlText } from '../toml-text.ts';
import { aliasFaults, denials, guardPlace, warnings as words } from '../words.ts';

/**
 * Within the user's tier: what is closed outranks all that the settings or an "always allow" can say; what is open gives
 * way to exclusions in the settings (0.4 and 0.9); and both outrank `trust` of a server (0.2).
 */
const priorities = { closed: 999, open: 230, unnamed: 220 } as const;

/** The longest alias for which a shortened name still begins with it. */
const longestAlias = 25;

/**
 * The tool's part of the name that Gemini CLI calls it by: other characters become `_`, and of more than 63 characters
 * the middle is cut. Null for a tool that is called like another one in full: its rules would hold for that one too.
 */
function spell(alias: string, tool: string): string | null {
  const prefix = `mcp_${alias}_`;
  if (tool === '' || tool.startsWith(prefix)) return null;
  const name = `${prefix}${tool.replace(/[^A-Za-z0-9_.:-]/g, '_')}`;
  const short = name.length > 63 ? `${name.slice(0, 30)}...${name.slice(-30)}` : name;
  return short.slice(prefix.length);
}

/** Plan mode keeps its own rules, which allow less; a denial holds in every mode. */
const modes = ['default', 'autoEdit', 'yolo'];

type Rule = Record<string, unknown>;

const decisions = { allow: 'allow', ask: 'ask_user', deny: 'deny', hide: 'deny' } as const;

/** Two rules for a tool with conditions: the call that breaks one is denied, the call that holds them all is open. */
function conditional({ name, decision, constraints }: SpelledRule): Rule[] {
  const { held, broken } = patterns(constraints);
  const denyMessage = [...new Set(constraints.map(({ why }) => why))].join(' ');
  return [
    { toolName: name, argsPattern: broken, decision: 'deny', priority: priorities.closed, denyMessage },
    { toolName: name, argsPattern: held, decision: decisions[decision], priority: priorities.open, modes },
  ];
}

const isClosed = ({ decision }: SpelledRule): boolean => decision === 'deny' || decision === 'hide';

const isToFill = (rule: SpelledRule): boolean =>
  !isClosed(rule) && rule.constraints.some(({ fill }) => fill !== null);

const isTooLong = (rule: SpelledRule): boolean =>
  !isClosed(rule) && patterns(rule.constraints).broken.length > longestPattern;

function policyFile(alias: string, rules: readonly SpelledRule[]): ExportFile {
  const plain = rules.filter((rule) => rule.constraints.length === 0 || isClosed(rule));
  const group = (names: string[], rule: Rule): Rule[] =>
    names.length === 0 ? [] : [{ toolName: names, ...rule }];
  const all: Rule[] = [
    ...group(namesOf(plain, 'deny', 'hide'), {
      decision: 'deny',
      priority: priorities.closed,
      denyMessage: denials.deny,
    }),
    ...group(namesOf(plain, 'allow'), { decision: 'allow', priority: priorities.open, modes }),
    ...group(namesOf(plain, 'ask'), { decision: 'ask_user', priority: priorities.open, modes }),
    ...rules.filter((rule) => !plain.includes(rule)).flatMap(conditional),
    { toolName: '*', decision: 'deny', priority: priorities.unnamed, modes, denyMessage: denials.deny },
  ];
  return {
    name: `placard-${alias}.toml`,
    language: 'toml',
    text: tomlText({ rule: all.map((rule) => ({ mcpName: alias, ...rule })) }),
    destination: `Save it as ~/.gemini/policies/placard-${alias}.toml.`,
  };
}

function hooksFile(alias: string): ExportFile {
  const command = hookCommand('gemini', '"$HOME"/.gemini', alias);
  const hook = { type: 'command', command, timeout: hookSeconds * 1000 };
  return {
    name: 'settings.json',
    language: 'json',
    text: jsonText({ hooks: { BeforeTool: [{ matcher: `^mcp_${alias}_`, hooks: [hook] }] } }),
    destination: 'Merge it into ~/.gemini/settings.json.',
  };
}

export const gemini: Format = {
  id: 'gemini',
  name: 'Gemini CLI',
  summary:
    'A file of the policy engine: every tool of the server decided, simple conditions on arguments included.',
  source: {
    url: 'https://github.com/google-gemini/gemini-cli/blob/main/docs/reference/policy-engine.md',
    dated: '2026-11-21',
  },
  abilities: {
    allow: 'native',
    ask: 'native',
    deny: 'native',
    hide: 'native',
    arguments: 'native',
    limits: 'guard',
    definition: 'none',
  },
  proofs: [
    {
      kind: 'executed',
      against: 'the policy engine of @google/gemini-cli',
      version: '0.61.0',
      by: 'npm test',
      abilities: ['allow', 'ask', 'deny', 'hide', 'arguments'],
    },
    {
      kind: 'not-executed',
      from: 'the hooks reference that @google/gemini-cli 0.61.0 ships',
      dated: '2026-11-21',
      abilities: ['limits'],
    },
  ],
  notes: [
    'Conditions inside an object or list, patterns, and comparisons of size are left to the guard.',
    'Without a person to ask, what is asked about is denied.',
    'In plan mode Gemini’s own rules hold, and of these only the denials.',
    'Gemini drops a whole file for one rule it cannot read, and then asks about every tool; policies of a workspace are not read at all.',
    'It may warn that names look like its own tools. The rules hold all the same.',
    'A change of a project’s build files is asked about even where the tool is allowed.',
    'A hook that takes longer than its timeout, or that Gemini cannot start, does not stop the call.',
    hookNeeds,
  ],
  aliasFault: (alias) =>
    /^[A-Za-z0-9-]+$/.test(alias) && alias.length <= longestAlias && alias !== 'mcp'
      ? null
      : aliasFaults.gemini(alias),
  argument: (constraint) => (isPatternable(constraint) ? 'native' : 'guard'),
  print: (policy, alias, withGuard) => {
    const spelled = spelledRules(policy, (tool) => spell(alias, tool));
    const native = spelled.rules.map((rule) => ({
      ...rule,
      constraints: rule.constraints.filter(isPatternable),
    }));
    const tooLong = native.filter(isTooLong);
    const rules = native.map((rule) =>
      tooLong.includes(rule) ? { ...rule, decision: 'deny' as const } : rule,
    );
    const long = tooLong.flatMap(({ tools }) =>
      tools.map((tool): Warning => ({ tool, ability: 'arguments', message: words.tooLong(tool) })),
    );
    return {
      files: [policyFile(alias, rules), ...(withGuard ? [hooksFile(alias)] : [])],
      fill: [
        ...(withGuard ? [guardPlace('~/.gemini', guardFile(alias))] : []),
        ...(rules.some(isToFill)
          ? ['What is to be put in place of something stands in two rules: change both.']
          : []),
      ],
      warnings: [...spelled.warnings, ...long],
    };
  },
};
