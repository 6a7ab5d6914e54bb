import type { Decision } from '../../../model/policy.ts';
import type { Document, Finding, Linter } from '../linter.ts';
import { at, listAt, membersAt, textsAt } from '../reading.ts';

function namesAt(document: Document, ...place: string[]) {
  const plain = textsAt(document, ...place);
  const listed = plain.length > 0 ? plain : textsAt(document, ...place, 'tool_names');
  return listed.map(({ text, at: own }) => ({ name: text, at: own }));
}

/** A tool of type mcp in a request to OpenAI's Responses interface. */
export const openaiLinter: Linter = {
  id: 'openai',
  name: 'OpenAI MCP tool',
  recognises: (document) => at(document, 'type') === 'mcp' && at(document, 'server_label') !== undefined,
  traps(document) {
    const found: Finding[] = [];
    if (at(document, 'allowed_tools') === undefined)
      found.push({
        kind: 'open',
        at: ['allowed_tools'],
        message: 'Without allowed_tools the model is offered every tool of the server.',
      });
    const offered = namesAt(document, 'allowed_tools').map(({ name }) => name);
    const unasked = namesAt(document, 'require_approval', 'never').filter(
      ({ name }) => offered.length > 0 && !offered.includes(name),
    );
    for (const { at: place } of unasked)
      found.push({
        kind: 'ignored',
        at: place,
        message: 'The tool is not among allowed_tools, so the model is never offered it.',
      });
    return found;
  },
  named: (document) => [
    ...namesAt(document, 'allowed_tools'),
    ...namesAt(document, 'require_approval', 'always'),
    ...namesAt(document, 'require_approval', 'never'),
  ],
  spell: (_server, tool) => tool,
  decide(document, _server, tool): Decision | null {
    const isIn = (...place: string[]): boolean =>
      namesAt(document, ...place).some(({ name }) => name === tool);
    if (at(document, 'allowed_tools') !== undefined && !isIn('allowed_tools')) return 'hide';
    if (at(document, 'require_approval') === 'never' || isIn('require_approval', 'never')) return 'allow';
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
    return at(set?.value, 'default_config', 'enabled') === false ? 'hide' : 'allow';
  },
};
