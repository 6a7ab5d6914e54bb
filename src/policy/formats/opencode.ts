import type { Format } from '../format.ts';
import { guardFile, proxyCommand, serverCommand } from '../guard-command.ts';
import { jsonText } from '../json-text.ts';
import { plainAliasFault, spelledRules, underscored } from '../spelling.ts';
import { aliasFaults, guardPlace } from '../words.ts';

/** Beginnings of OpenCode's own permissions, external_directory and doom_loop. */
const reserved = ['external', 'doom'];

const actions = { allow: 'allow', ask: 'ask', deny: 'deny', hide: 'deny' } as const;

export const opencode: Format = {
  id: 'opencode',
  name: 'OpenCode',
  summary: 'Permissions in opencode.json: the whole server denied, then each tool allowed or asked about.',
  source: { url: 'https://opencode.ai/docs/permissions', dated: '2026-11-21' },
  abilities: {
    allow: 'native',
    ask: 'native',
    deny: 'native',
    hide: 'native',
    arguments: 'guard',
    limits: 'guard',
    definition: 'guard',
  },
  proofs: [
    {
      kind: 'executed',
      against: 'OpenCode',
      version: '1.18.33',
      by: 'npm run test:clients',
      abilities: ['allow', 'ask', 'deny', 'hide', 'arguments', 'limits', 'definition'],
    },
  ],
  notes: [
    'The last rule that matches wins, so the rule for the whole server has to stay first.',
    'Patterns on the arguments of a server’s tools are ignored, so there are none here.',
    'A denied tool is taken from the agent’s list. Without a person to ask, what is asked about is refused.',
    'The rule for the whole server also holds for a server whose name goes on after the same name and an underscore.',
  ],
  aliasFault: (alias) => (reserved.includes(alias) ? aliasFaults.reserved(alias) : plainAliasFault(alias)),
  print: (policy, alias, withGuard) => {
    const { rules, warnings } = spelledRules(policy, (tool) => `${alias}_${underscored(tool)}`);
    const permission = Object.fromEntries([
      [`${alias}_*`, 'deny'],
      ...rules.map(({ name, decision }) => [name, actions[decision]]),
    ]) as Record<string, string>;
    const server = { type: 'local', command: proxyCommand('.opencode', alias) };
    return {
      files: [
        {
          name: 'opencode.json',
          language: 'json',
          text: jsonText({
            $schema: 'https://opencode.ai/config.json',
            permission,
            ...(withGuard ? { mcp: { [alias]: server } } : {}),
          }),
          destination:
            'Merge it into opencode.json of the project, or into ~/.config/opencode/opencode.json.',
        },
      ],
      fill: withGuard
        ? [
            guardPlace('the folder .opencode of the project', guardFile(alias)),
            `Put the command that starts ${alias} today, and its arguments, in place of ${serverCommand}.`,
          ]
        : [],
      warnings,
    };
  },
};
