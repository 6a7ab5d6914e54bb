import { visible } from '../../../model/display.ts';
import type { Decision } from '../../../model/policy.ts';
import type { Document, Finding, Linter } from '../linter.ts';
import { at, membersAt, textsAt } from '../reading.ts';

const modes = ['auto', 'prompt', 'writes', 'approve'];

/** The members of a server's table that Codex knows and that bear on its tools. */
const policyKeys = ['enabled_tools', 'disabled_tools', 'default_tools_approval_mode', 'tools'];

const lookalikes = /allow|den[yi]|block|exclude|include|approv|permission|ask|hid|_tools$/i;

function modeTraps(document: Document, server: string): Finding[] {
  const places = [
    ['mcp_servers', server, 'default_tools_approval_mode'],
    ...membersAt(document, 'mcp_servers', server, 'tools').map(([tool]) => [
      ...['mcp_servers', server, 'tools', tool, 'approval_mode'],
    ]),
  ];
  return places.flatMap((place): Finding[] => {
    const mode = at(document, ...place);
    if (mode === undefined || (typeof mode === 'string' && modes.includes(mode))) return [];
    return [
      {
        kind: 'ignored',
        at: place,
        message: `Codex refuses its whole configuration for this mode: it knows ${modes.join(', ')}. To deny a tool, leave it out of enabled_tools or put it into disabled_tools.`,
      },
    ];
  });
}

function serverTraps(document: Document, server: string): Finding[] {
  const table = ['mcp_servers', server];
  const unread = membersAt(document, ...table)
    .filter(([key]) => lookalikes.test(key) && !policyKeys.includes(key))
    .map(([key]): Finding => ({
      kind: 'ignored',
      at: [...table, key],
      message: `Codex knows no “${visible(key)}” and ignores it unless it is started with --strict-config.`,
    }));
  const enabled = at(document, ...table, 'enabled_tools');
  const disabled = textsAt(document, ...table, 'disabled_tools').map(({ text }) => text);
  const never = membersAt(document, ...table, 'tools')
    .filter(([tool]) => (Array.isArray(enabled) && !enabled.includes(tool)) || disabled.includes(tool))
    .map(([tool]): Finding => ({
      kind: 'ignored',
      at: [...table, 'tools', tool],
      message: `Codex never offers “${visible(tool)}”: enabled_tools leaves it out or disabled_tools names it, so its mode has no effect.`,
    }));
  return [...modeTraps(document, server), ...unread, ...never];
}

export const codexLinter: Linter = {
  id: 'codex',
  name: 'Codex config.toml',
  recognises: (document) =>
    membersAt(document, 'mcp_servers').some(([, table]) =>
      ['command', 'url', ...policyKeys].some((key) => key !== 'url' && at(table, key) !== undefined),
    ) &&
    at(document, 'litellm_settings') === undefined &&
    at(document, 'model_list') === undefined,
  traps: (document) =>
    membersAt(document, 'mcp_servers').flatMap(([server]) => serverTraps(document, server)),
  named: (document, server) => [
    ...['enabled_tools', 'disabled_tools'].flatMap((key) =>
      textsAt(document, 'mcp_servers', server, key).map(({ text, at: place }) => ({ name: text, at: place })),
    ),
    ...membersAt(document, 'mcp_servers', server, 'tools').map(([name]) => ({
      name,
      at: ['mcp_servers', server, 'tools', name],
    })),
  ],
  spell: (_server, tool) => tool,
  decide(document, server, tool): Decision | null {
    const table = ['mcp_servers', server];
    const enabled = at(document, ...table, 'enabled_tools');
    const disabled = textsAt(document, ...table, 'disabled_tools').some(({ text }) => text === tool);
    if (disabled || (Array.isArray(enabled) && !enabled.includes(tool))) return 'hide';
    const own = at(document, ...table, 'tools', tool, 'approval_mode');
    const mode = own ?? at(document, ...table, 'default_tools_approval_mode');
    if (mode === undefined) return Array.isArray(enabled) ? 'ask' : null;
    return mode === 'approve' ? 'allow' : 'ask';
  },
  otherwise: () => 'ask',
};
