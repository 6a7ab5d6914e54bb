import { visible } from '../../../model/display.ts';
import type { Decision } from '../../../model/policy.ts';
import type { Document, Finding, Linter } from '../linter.ts';
import { at, membersAt } from '../reading.ts';

const tools = ['agent', 'tool_permissions', 'tools'];
const patterns = ['always_allow', 'always_deny', 'always_confirm'];

const decisions: Readonly<Record<string, Decision>> = { allow: 'allow', confirm: 'ask', deny: 'deny' };

export const zedLinter: Linter = {
  id: 'zed',
  name: 'Zed settings',
  recognises: (document) => at(document, 'agent', 'tool_permissions') !== undefined,
  traps: (document) =>
    membersAt(document, ...tools)
      .filter(([name]) => name.startsWith('mcp:'))
      .flatMap(([name, rule]) =>
        patterns
          .filter((key) => at(rule, key) !== undefined)
          .map((key): Finding => ({
            kind: 'ignored',
            at: [...tools, name, key],
            message: `Zed gives the patterns of “${visible(name)}” an empty text, so none of them matches: only default holds for tools of MCP servers.`,
          })),
      ),
  named: (document, server) =>
    membersAt(document, ...tools)
      .filter(([name]) => name.startsWith(`mcp:${server}:`))
      .map(([name]) => ({ name, at: [...tools, name] })),
  spell: (server, tool) => `mcp:${server}:${tool}`,
  decide: (document: Document, server, tool) =>
    decisions[String(at(document, ...tools, `mcp:${server}:${tool}`, 'default'))] ?? null,
  otherwise: (document) => decisions[String(at(document, 'agent', 'tool_permissions', 'default'))] ?? 'ask',
};
