import type { Document, Finding, Linter } from '../linter.ts';
import { membersAt, textsAt } from '../reading.ts';

/** A server whose list is left empty in YAML. */
const emptied = (document: Document): string[] =>
  membersAt(document).flatMap(([server, list]) => (list === null ? [server] : []));

export const dockerLinter: Linter = {
  id: 'docker',
  name: 'Docker MCP Gateway tools',
  recognises(document) {
    const lists = membersAt(document);
    const isList = (list: unknown): boolean =>
      list === null || (Array.isArray(list) && list.every((entry) => typeof entry === 'string'));
    return lists.length > 0 && lists.every(([, list]) => isList(list));
  },
  traps: (document) =>
    emptied(document).map((server): Finding => ({
      kind: 'open',
      at: [server],
      message: 'Nothing stands after this server. An empty list, written [], offers none of its tools.',
    })),
  named: (document, server) =>
    textsAt(document, server).map(({ text, at: place }) => ({ name: text, at: place })),
  spell: (_server, tool) => tool,
  decide: (document, server, tool) =>
    textsAt(document, server).some(({ text }) => text === tool) ? 'allow' : null,
  otherwise: (document, server) =>
    Array.isArray(Object.hasOwn(document, server) ? document[server] : undefined) ? 'hide' : 'allow',
};
