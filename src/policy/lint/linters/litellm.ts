import { visible } from '../../../model/display.ts';
import type { Decision } from '../../../model/policy.ts';
import type { Document, Finding, Linter } from '../linter.ts';
import { at, membersAt, textsAt } from '../reading.ts';

const keys = ['allowed_tools', 'disallowed_tools', 'allowed_params'];

const listOf = (document: Document, server: string, key: string) =>
  textsAt(document, 'mcp_servers', server, key);

function serverTraps(document: Document, server: string): Finding[] {
  const table = ['mcp_servers', server];
  const allowed = at(document, ...table, 'allowed_tools');
  const found: Finding[] = [];
  if (Array.isArray(allowed) && allowed.length === 0)
    found.push({
      kind: 'open',
      at: [...table, 'allowed_tools'],
      message: 'LiteLLM reads an empty allowed_tools as every tool.',
    });
  if (Array.isArray(allowed) && allowed.length > 0 && listOf(document, server, 'disallowed_tools').length > 0)
    found.push({
      kind: 'ignored',
      at: [...table, 'disallowed_tools'],
      message: `Beside allowed_tools, LiteLLM does not look at disallowed_tools of “${visible(server)}”.`,
    });
  return found;
}

export const litellmLinter: Linter = {
  id: 'litellm',
  name: 'LiteLLM configuration',
  recognises: (document) =>
    membersAt(document, 'mcp_servers').some(([, table]) => keys.some((key) => at(table, key) !== undefined)),
  traps: (document) =>
    membersAt(document, 'mcp_servers').flatMap(([server]) => serverTraps(document, server)),
  named: (document, server) =>
    ['allowed_tools', 'disallowed_tools'].flatMap((key) =>
      listOf(document, server, key).map(({ text, at: place }) => ({ name: text, at: place })),
    ),
  spell: (_server, tool) => tool,
  decide(document, server, tool): Decision | null {
    const allowed = listOf(document, server, 'allowed_tools');
    const isIn = (key: string): boolean => listOf(document, server, key).some(({ text }) => text === tool);
    if (allowed.length > 0) return isIn('allowed_tools') ? 'allow' : 'hide';
    return isIn('disallowed_tools') ? 'hide' : null;
  },
  otherwise: () => 'allow',
};
