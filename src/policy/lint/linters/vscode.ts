import { visible } from '../../../model/display.ts';
import type { Document, Finding, Linter } from '../linter.ts';
import { at, membersAt } from '../reading.ts';

const setting = 'chat.tools.eligibleForAutoApproval';

const everything = ['chat.tools.global.autoApprove', 'chat.tools.autoApprove'];

const rulesOf = (document: Document): [string, unknown][] => membersAt(document, setting);

const plain = (tool: string): string => tool.replaceAll('.', '_');

export const vscodeLinter: Linter = {
  id: 'vscode',
  name: 'VS Code settings',
  recognises: (document) => [setting, ...everything].some((key) => at(document, key) !== undefined),
  traps(document) {
    const prefixed = rulesOf(document)
      .filter(([name]) => name.includes('/'))
      .map(([name]): Finding => ({
        kind: 'ignored',
        at: [setting, name],
        message: `VS Code does not find “${visible(name)}”: this setting takes a tool’s name without its server.`,
      }));
    const asked = rulesOf(document)
      .filter(([, value]) => value === false)
      .slice(0, 1)
      .map((): Finding => ({
        kind: 'note',
        at: [setting],
        message: 'false denies nothing: VS Code asks about the tool each time. No setting denies a tool.',
      }));
    const open = everything
      .filter((key) => at(document, key) === true)
      .map((key): Finding => ({
        kind: 'open',
        at: [key],
        message: `With ${key} nothing is asked about, whatever ${setting} says.`,
      }));
    return [...prefixed, ...asked, ...open];
  },
  named: () => [],
  spell: (_server, tool) => plain(tool),
  decide(document, _server, tool) {
    if (everything.some((key) => at(document, key) === true)) return 'allow';
    return at(document, setting, plain(tool)) === undefined ? null : 'ask';
  },
  otherwise: () => 'ask',
};
