import type { Document, Finding, Linter } from '../linter.ts';
import { at, membersAt, textsAt } from '../reading.ts';

const toolsOf = (document: Document, server: string) => textsAt(document, 'mcpServers', server, 'tools');

/** The servers of Copilot CLI. Its options that allow and deny stand in a command line, which is no document. */
export const copilotCliLinter: Linter = {
  id: 'copilot-cli',
  name: 'Copilot CLI servers',
  recognises: (document) =>
    membersAt(document, 'mcpServers').some(([, entry]) => Array.isArray(at(entry, 'tools'))),
  traps: (document) =>
    membersAt(document, 'mcpServers')
      .filter(([server]) => toolsOf(document, server).some(({ text }) => text === '*'))
      .map(([server]): Finding => ({
        kind: 'open',
        at: ['mcpServers', server, 'tools'],
        message: 'The entry “*” offers the agent every tool, those that the server adds later too.',
      })),
  named: (document, server) =>
    toolsOf(document, server)
      .filter(({ text }) => text !== '*')
      .map(({ text, at: place }) => ({ name: text, at: place })),
  spell: (_server, tool) => tool,
  decide(document, server, tool) {
    const tools = toolsOf(document, server);
    return tools.some(({ text }) => text === tool || text === '*') ? 'ask' : null;
  },
  otherwise: (document, server) =>
    Array.isArray(at(document, 'mcpServers', server, 'tools')) ? 'hide' : 'ask',
};
