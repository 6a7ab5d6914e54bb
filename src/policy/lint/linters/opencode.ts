import { isObject } from '../../../model/json.ts';
import { visible } from '../../../model/display.ts';
import type { Decision } from '../../../model/policy.ts';
import { underscored } from '../../spelling.ts';
import type { Document, Finding, Linter } from '../linter.ts';
import { at, globMatches, membersAt } from '../reading.ts';

/** OpenCode's own permissions, whose rules look at what is done. Tools of servers have no such rules. */
const own =
  /^(?:bash|edit|read|write|webfetch|websearch|glob|grep|list|task|skill|lsp|external_directory|doom_loop|todowrite|todoread|question)$/;

const rulesOf = (document: Document): [string, unknown][] => membersAt(document, 'permission');

export const opencodeLinter: Linter = {
  id: 'opencode',
  name: 'OpenCode configuration',
  recognises: (document) =>
    isObject(at(document, 'permission')) ||
    String(at(document, '$schema')).startsWith('https://opencode.ai/'),
  traps(document) {
    const rules = rulesOf(document);
    const inert = rules
      .filter(([name, rule]) => isObject(rule) && !own.test(name) && name !== '*')
      .map(([name]): Finding => ({
        kind: 'ignored',
        at: ['permission', name],
        message: `OpenCode does not look at the arguments of “${visible(name)}”: patterns hold for its own tools only. Say allow, ask or deny.`,
      }));
    const late = rules.flatMap(([pattern, rule], index): Finding[] => {
      const before = rules
        .slice(0, index)
        .filter(([name, other]) => name !== pattern && other !== rule && globMatches(pattern, name));
      if (!pattern.includes('*') || before.length === 0) return [];
      const names = before.map(([name]) => `“${visible(name)}”`).join(', ');
      return [
        {
          kind: rule === 'allow' ? 'open' : 'ignored',
          at: ['permission', pattern],
          message: `The last rule that matches wins, so this one takes the place of ${names}. Put it first.`,
        },
      ];
    });
    return [...inert, ...late];
  },
  named: (document, server) =>
    rulesOf(document)
      .filter(([name]) => name.startsWith(`${server}_`) && !/[*?]/.test(name))
      .map(([name]) => ({ name, at: ['permission', name] })),
  spell: (server, tool) => `${underscored(server)}_${underscored(tool)}`,
  decide(document, server, tool): Decision | null {
    const name = `${underscored(server)}_${underscored(tool)}`;
    const [, rule] = rulesOf(document).findLast(([pattern]) => globMatches(pattern, name)) ?? [];
    if (rule === undefined) return null;
    return rule === 'deny' ? 'hide' : rule === 'ask' ? 'ask' : 'allow';
  },
  otherwise: () => 'allow',
};
