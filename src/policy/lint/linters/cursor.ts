import { visible } from '../../../model/display.ts';
import type { Document, Finding, Linter } from '../linter.ts';
import { at, globMatches, membersAt, textsAt } from '../reading.ts';

const opening = 'Mcp(';

/** The command line's rules, as `server:tool`. */
function commandLine(document: Document, list: 'allow' | 'deny') {
  return textsAt(document, 'permissions', list).flatMap(({ text, at: place }) =>
    text.startsWith(opening) && text.endsWith(')') && text.includes(':')
      ? [{ text: text.slice(opening.length, -1), at: place }]
      : [],
  );
}

const allowed = (document: Document) => [
  ...textsAt(document, 'mcpAllowlist'),
  ...commandLine(document, 'allow'),
];

const known = ['mcpAllowlist', 'terminalAllowlist', 'permissions', 'version', 'hooks', 'autoRun', '$schema'];

export const cursorLinter: Linter = {
  id: 'cursor',
  name: 'Cursor permissions',
  recognises: (document) =>
    Array.isArray(at(document, 'mcpAllowlist')) ||
    at(document, 'mcpDenylist') !== undefined ||
    (['allow', 'deny'] as const).some((list) => commandLine(document, list).length > 0),
  traps(document) {
    const unread = membersAt(document)
      .filter(([key]) => /mcp/i.test(key) && !known.includes(key))
      .map(([key]): Finding => ({
        kind: 'ignored',
        at: [key],
        message: `Cursor’s editor has no “${visible(key)}” and nothing that denies a tool: mcpAllowlist only says what runs without asking. A hook or the command line can deny.`,
      }));
    const bare = textsAt(document, 'mcpAllowlist')
      .filter(({ text }) => !text.includes(':'))
      .map(({ text, at: place }): Finding => ({
        kind: 'ignored',
        at: place,
        message: `“${visible(text)}” matches no tool: an entry is written server:tool.`,
      }));
    const note: Finding[] =
      at(document, 'mcpAllowlist') === undefined
        ? []
        : [
            {
              kind: 'note',
              at: ['mcpAllowlist'],
              message:
                'What is not on the list is asked about and not denied, and the list takes the place of the one in Cursor’s settings.',
            },
          ];
    return [...unread, ...bare, ...note];
  },
  named: (document, server) =>
    [...allowed(document), ...commandLine(document, 'deny')]
      .filter(({ text }) => text.startsWith(`${server}:`) && !text.includes('*'))
      .map(({ text, at: place }) => ({ name: text, at: place })),
  spell: (server, tool) => `${server}:${tool}`,
  decide(document, server, tool) {
    const matches = ({ text }: { text: string }): boolean => globMatches(text, `${server}:${tool}`);
    if (commandLine(document, 'deny').some(matches)) return 'deny';
    return allowed(document).some(matches) ? 'allow' : null;
  },
  otherwise: () => 'ask',
};
