import { visible } from '../../../model/display.ts';
import type { Decision } from '../../../model/policy.ts';
import { claudeCodeName } from '../../formats/claude-code.ts';
import { underscored } from '../../spelling.ts';
import { hookTraps } from '../hooks.ts';
import type { Document, Finding, Linter, Place } from '../linter.ts';
import { at, globMatches, textsAt } from '../reading.ts';

const lists = ['deny', 'ask', 'allow'] as const;
type List = (typeof lists)[number];

interface Rule {
  list: List;
  text: string;
  at: Place;
}

const rulesOf = (document: Document): Rule[] =>
  lists.flatMap((list) => textsAt(document, 'permissions', list).map((entry) => ({ list, ...entry })));

const isMcp = ({ text }: Rule): boolean => text.startsWith('mcp__');

/** What is wrong with one rule, as a sentence, or null. */
function trapOf({ list, text }: Rule): string | null {
  const name = visible(text);
  if (text.includes('('))
    return `Claude Code ignores “${name}” without a word: in its settings, rules for tools of MCP servers cannot look at arguments. Use a hook.`;
  const [, server = ''] = /^mcp__(.*?)(?:__|$)/.exec(text) ?? [];
  if (list === 'allow' && server.includes('*'))
    return `Under allow, “${name}” has no effect: a pattern for servers works only under deny and ask. Name the server.`;
  if (/[^A-Za-z0-9_*-]/.test(text))
    return `“${name}” matches no tool: Claude Code writes every character but letters, digits, _ and - as _, so the rule has to be “${underscored(text).replaceAll(/_(?=\*)/g, '_')}”.`;
  return null;
}

function matches(rule: string, server: string, tool: string): boolean {
  if (rule.includes('(')) return false;
  const name = claudeCodeName(server, tool);
  return rule === `mcp__${underscored(server)}` || globMatches(rule, name);
}

const misplaced = ['allow', 'ask', 'deny', 'allowedTools', 'disallowedTools'];

export const claudeCodeLinter: Linter = {
  id: 'claude-code',
  name: 'Claude Code settings',
  recognises: (document) =>
    lists.some((list) =>
      textsAt(document, 'permissions', list).some(({ text }) => !text.startsWith('Mcp(')),
    ) || at(document, 'hooks', 'PreToolUse') !== undefined,
  traps(document) {
    const rules = rulesOf(document).filter(isMcp);
    const wrong = rules.flatMap((rule): Finding[] => {
      const message = trapOf(rule);
      return message === null ? [] : [{ kind: 'ignored', at: rule.at, message }];
    });
    const lost = misplaced
      .filter((key) => at(document, key) !== undefined)
      .map((key): Finding => ({
        kind: 'ignored',
        at: [key],
        message: `Claude Code reads no “${key}” here: rules stand under permissions.`,
      }));
    const allows = rules.filter(({ list }) => list === 'allow');
    const note: Finding[] =
      allows.length === 0
        ? []
        : [
            {
              kind: 'note',
              at: ['permissions', 'allow'],
              message:
                'In the settings of a project, what stands under allow holds only once a person has trusted the folder; deny holds at once.',
            },
          ];
    return [...wrong, ...lost, ...note, ...hookTraps(document, 'claude-code')];
  },
  named: (document, server) =>
    rulesOf(document)
      .filter(({ text }) => text.startsWith(`mcp__${underscored(server)}__`) && !/[*(]/.test(text))
      .map(({ text, at: place }) => ({ name: text, at: place })),
  spell: claudeCodeName,
  decide(document, server, tool): Decision | null {
    const rule = rulesOf(document).find(
      (each) =>
        matches(each.text, server, tool) && !(each.list === 'allow' && /^mcp__[^_]*\*/.test(each.text)),
    );
    if (rule === undefined) return null;
    return rule.list === 'deny' ? 'hide' : rule.list;
  },
  otherwise: () => 'ask',
};
