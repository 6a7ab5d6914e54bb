import type { Decision } from '../../../model/policy.ts';
import type { Document, Finding, Linter, NamedTool, Place } from '../linter.ts';
import { at, listAt, membersAt, textsAt } from '../reading.ts';

interface McpTool {
  value: unknown;
  at: Place;
}

/** The tools of type mcp, in a body or alone; of one server where its label is given. */
function mcpTools(document: Document, server?: string): McpTool[] {
  const all = [{ value: document, at: [] }, ...listAt(document, 'tools')];
  return all.filter(
    ({ value }) =>
      at(value, 'type') === 'mcp' && (server === undefined || at(value, 'server_label') === server),
  );
}

function namesAt({ value, at: place }: McpTool, ...keys: string[]): NamedTool[] {
  const plain = textsAt(value, ...keys);
  const listed = plain.length > 0 ? plain : textsAt(value, ...keys, 'tool_names');
  return listed.map(({ text, at: own }) => ({ name: text, at: [...place, ...own] }));
}

function mcpTraps(tool: McpTool): Finding[] {
  const here = [...tool.at, 'allowed_tools'];
  if (at(tool.value, 'allowed_tools') === undefined)
    return [
      {
        kind: 'open',
        at: here,
        message: 'Without allowed_tools the model is offered every tool of the server.',
      },
    ];
  const offered = namesAt(tool, 'allowed_tools').map(({ name }) => name);
  return namesAt(tool, 'require_approval', 'never')
    .filter(({ name }) => !offered.includes(name))
    .map(({ at: place }) => ({
      kind: 'ignored',
      at: place,
      message: 'The tool is not among allowed_tools, so the model is never offered it.',
    }));
}

/** A request to OpenAI's Responses interface, or one tool of it. */
export const openaiLinter: Linter = {
  id: 'openai',
  name: 'OpenAI MCP tool',
  recognises: (document) => mcpTools(document).length > 0,
  traps: (document) => mcpTools(document).flatMap(mcpTraps),
  named: (document, server) =>
    mcpTools(document, server).flatMap((tool) => [
      ...namesAt(tool, 'allowed_tools'),
      ...namesAt(tool, 'require_approval', 'always'),
      ...namesAt(tool, 'require_approval', 'never'),
    ]),
  spell: (_server, tool) => tool,
  decide(document, server, tool): Decision | null {
    const [own] = mcpTools(document, server);
    if (own === undefined) return 'hide';
    const isIn = (...keys: string[]): boolean => namesAt(own, ...keys).some(({ name }) => name === tool);
    if (at(own.value, 'allowed_tools') !== undefined && !isIn('allowed_tools')) return 'hide';
    if (at(own.value, 'require_approval') === 'never' || isIn('require_approval', 'never')) return 'allow';
    return isIn('allowed_tools') ? 'ask' : null;
  },
  otherwise: () => 'ask',
};

const toolsets = (document: Document) =>
  listAt(document, 'tools').filter(({ value }) => at(value, 'type') === 'mcp_toolset');

/** The toolsets in a request to Anthropic's Messages interface. */
export const anthropicLinter: Linter = {
  id: 'anthropic',
  name: 'Anthropic MCP toolset',
  recognises: (document) => toolsets(document).length > 0,
  traps: (document) =>
    toolsets(document)
      .filter(({ value }) => at(value, 'default_config', 'enabled') !== false)
      .map(({ at: place }): Finding => ({
        kind: 'open',
        at: place,
        message:
          'Without default_config.enabled = false the model is offered every tool that configs does not name.',
      })),
  named: (document, server) =>
    toolsets(document)
      .filter(({ value }) => at(value, 'mcp_server_name') === server)
      .flatMap(({ value, at: place }) =>
        membersAt(value, 'configs').map(([name]) => ({ name, at: [...place, 'configs', name] })),
      ),
  spell: (_server, tool) => tool,
  decide(document, server, tool): Decision | null {
    const set = toolsets(document).find(({ value }) => at(value, 'mcp_server_name') === server);
    const enabled = at(set?.value, 'configs', tool, 'enabled');
    if (enabled === undefined) return null;
    return enabled === false ? 'hide' : 'allow';
  },
  otherwise(document, server) {
    const set = toolsets(document).find(({ value }) => at(value, 'mcp_server_name') === server);
    return set === undefined || at(set.value, 'default_config', 'enabled') === false ? 'hide' : 'allow';
  },
};
