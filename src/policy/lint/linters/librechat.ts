import { visible } from '../../../model/display.ts';
import type { Decision } from '../../../model/policy.ts';
import type { Document, Finding, Linter } from '../linter.ts';
import { at, globMatches, textsAt } from '../reading.ts';

const approval = ['endpoints', 'agents', 'toolApproval'];

/** In the order in which they win. */
const lists = ['deny', 'ask', 'allow'] as const;

export const librechatLinter: Linter = {
  id: 'librechat',
  name: 'LibreChat configuration',
  recognises: (document) => at(document, ...approval) !== undefined,
  traps(document) {
    const colons = lists.flatMap((list) =>
      textsAt(document, ...approval, list)
        .filter(({ text }) => text.startsWith('mcp:'))
        .map(({ text, at: place }): Finding => {
          const [, server = '', tool = ''] = text.split(':');
          return {
            kind: 'ignored',
            at: place,
            message: `“${visible(text)}” matches no tool: LibreChat compares the name that the model sees, “${visible(tool)}_mcp_${visible(server)}”.`,
          };
        }),
    );
    if (at(document, ...approval, 'enabled') === true) return colons;
    return [
      ...colons,
      {
        kind: 'ignored',
        at: approval,
        message: 'Without “enabled: true” LibreChat reads none of these rules.',
      },
    ];
  },
  named: (document, server) =>
    lists.flatMap((list) =>
      textsAt(document, ...approval, list)
        .filter(({ text }) => text.endsWith(`_mcp_${server}`) && !text.includes('*'))
        .map(({ text, at: place }) => ({ name: text, at: place })),
    ),
  spell: (server, tool) => `${tool}_mcp_${server}`,
  decide(document: Document, server, tool): Decision | null {
    if (at(document, ...approval, 'enabled') !== true) return null;
    const name = `${tool}_mcp_${server}`;
    return (
      lists.find((list) =>
        textsAt(document, ...approval, list).some(({ text }) => globMatches(text, name)),
      ) ?? null
    );
  },
  otherwise(document) {
    if (at(document, ...approval, 'enabled') !== true) return 'allow';
    return at(document, ...approval, 'mode') === 'dontAsk' ? 'deny' : 'ask';
  },
};
