import { json, type TrapCase } from './trap-case.ts';

const claude = (permissions: object) => json({ permissions });
const hook = (command: string, matcher = 'mcp__stub__.*') =>
  json({ hooks: { PreToolUse: [{ matcher, hooks: [{ type: 'command', command }] }] } });
const closed = "node guard.mjs || { echo 'failed' >&2; exit 2; }";

const claudeCases: TrapCase[] = [
  ...(['deny', 'ask', 'allow'] as const).map((list) => ({
    trap: `Claude Code ignores conditions on arguments under ${list}`,
    ...{ format: 'claude-code', kind: 'ignored' as const, at: `permissions.${list}[0]` },
    bad: claude({ [list]: ['mcp__stub__write_item(env:prod)'] }),
    good: claude({ [list]: ['mcp__stub__write_item'] }),
  })),
  {
    trap: 'Claude Code takes no pattern for servers under allow',
    ...{ format: 'claude-code', kind: 'ignored', at: 'permissions.allow[0]' },
    bad: claude({ allow: ['mcp__*'] }),
    good: claude({ deny: ['mcp__*'], allow: ['mcp__stub__*'] }),
  },
  {
    trap: 'Claude Code writes other characters as _',
    ...{ format: 'claude-code', kind: 'ignored', at: 'permissions.deny[0]' },
    bad: claude({ deny: ['mcp__my.srv__delete_item'] }),
    good: claude({ deny: ['mcp__my_srv__delete_item'] }),
  },
  {
    trap: 'Claude Code reads rules under permissions only',
    ...{ format: 'claude-code', kind: 'ignored', at: 'deny' },
    bad: json({ permissions: { allow: ['mcp__stub'] }, deny: ['mcp__stub__delete_item'] }),
    good: claude({ allow: ['mcp__stub'], deny: ['mcp__stub__delete_item'] }),
  },
  {
    trap: 'Rules of a project allow only in a trusted folder',
    ...{ format: 'claude-code', kind: 'note', at: 'permissions.allow' },
    bad: claude({ allow: ['mcp__stub__read_item'] }),
    good: claude({ deny: ['mcp__stub__read_item'] }),
  },
  {
    trap: 'A hook of Claude Code that fails lets the call through',
    ...{ format: 'claude-code', kind: 'open', at: 'hooks.PreToolUse[0].hooks[0]' },
    bad: hook('node guard.mjs'),
    good: hook(closed),
  },
  {
    trap: 'A matcher that names a server matches no tool',
    ...{ format: 'claude-code', kind: 'ignored', at: 'hooks.PreToolUse[0].matcher' },
    bad: hook(closed, 'mcp__stub'),
    good: hook(closed),
  },
];

const codex = (lines: string) => `[mcp_servers.stub]\ncommand = "node"\n${lines}\n`;

const codexCases: TrapCase[] = [
  {
    trap: 'Codex has no mode that denies',
    ...{ format: 'codex', kind: 'ignored', at: 'mcp_servers.stub.tools.delete_item.approval_mode' },
    bad: codex('[mcp_servers.stub.tools.delete_item]\napproval_mode = "deny"'),
    good: codex('disabled_tools = ["delete_item"]'),
  },
  {
    trap: 'Codex ignores keys that it does not know',
    ...{ format: 'codex', kind: 'ignored', at: 'mcp_servers.stub.denied_tools' },
    bad: codex('denied_tools = ["delete_item"]'),
    good: codex('disabled_tools = ["delete_item"]'),
  },
  {
    trap: 'A mode of a tool that Codex never offers',
    ...{ format: 'codex', kind: 'ignored', at: 'mcp_servers.stub.tools.exec_item' },
    bad: codex('enabled_tools = ["read_item"]\n[mcp_servers.stub.tools.exec_item]\napproval_mode = "prompt"'),
    good: codex(
      'enabled_tools = ["read_item", "exec_item"]\n[mcp_servers.stub.tools.exec_item]\napproval_mode = "prompt"',
    ),
  },
  {
    trap: 'Codex skips hooks that nobody has trusted',
    ...{ format: 'codex-hooks', kind: 'note', at: 'hooks' },
    bad: hook("node ~/.codex/guard.mjs || { echo 'failed' >&2; exit 2; }"),
    good: json({ hooks: { PreToolUse: [], '.codex': [] } }),
  },
  {
    trap: 'Codex makes the call when a hook ends with 2 and no word',
    ...{ format: 'codex-hooks', kind: 'open', at: 'hooks.PreToolUse[0].hooks[0]' },
    bad: hook('node ~/.codex/guard.mjs || exit 2'),
    good: hook("node ~/.codex/guard.mjs || { echo 'failed' >&2; exit 2; }"),
  },
];

const copilotHook = (event: string) =>
  json({ version: 1, hooks: { [event]: [{ type: 'command', bash: closed }] } });

const copilotCases: TrapCase[] = [
  {
    trap: 'Copilot CLI calls its event preToolUse',
    ...{ format: 'copilot-cli-hooks', kind: 'ignored', at: 'hooks.PreToolUse' },
    bad: copilotHook('PreToolUse'),
    good: copilotHook('preToolUse'),
  },
  {
    trap: 'Copilot CLI makes the call after a timeout, and runs no hook of a repository that is not trusted',
    ...{ format: 'copilot-cli-hooks', kind: 'note', at: 'hooks' },
    bad: copilotHook('preToolUse'),
    good: json({ mcpServers: { stub: { tools: ['read_item'] } } }),
  },
  {
    trap: 'A star offers everything in Copilot CLI',
    ...{ format: 'copilot-cli', kind: 'open', at: 'mcpServers.stub.tools' },
    bad: json({ mcpServers: { stub: { tools: ['*'] } } }),
    good: json({ mcpServers: { stub: { tools: ['read_item'] } } }),
  },
];

const gemini = (...lines: string[]) => `[[rule]]\n${lines.join('\n')}\n`;
const geminiRule = ['mcpName = "stub"', 'toolName = "write_item"', 'decision = "allow"', 'priority = 300'];

const geminiCases: TrapCase[] = [
  {
    trap: 'A rule of Gemini CLI without toolName drops the file',
    ...{ format: 'gemini', kind: 'ignored', at: 'rule[0].mcpName' },
    bad: gemini('mcpName = "stub"', 'decision = "deny"', 'priority = 300'),
    good: gemini('mcpName = "stub"', 'toolName = "*"', 'decision = "deny"', 'priority = 300'),
  },
  {
    trap: 'A pattern of Gemini CLI matches members at any depth',
    ...{ format: 'gemini', kind: 'open', at: 'rule[0].argsPattern' },
    bad: gemini(...geminiRule, `argsPattern = '"env":"dev"'`),
    good: gemini(...geminiRule, `argsPattern = '\\x00"env":"dev"\\x00'`),
  },
  {
    trap: 'Gemini CLI refuses repetition inside a repeated group',
    ...{ format: 'gemini', kind: 'ignored', at: 'rule[0].argsPattern' },
    bad: gemini(...geminiRule, `argsPattern = '\\x00"env":"(a+)+"\\x00'`),
    good: gemini(...geminiRule, `argsPattern = '\\x00"env":"a+"\\x00'`),
  },
  {
    trap: 'Gemini CLI refuses long patterns',
    ...{ format: 'gemini', kind: 'ignored', at: 'rule[0].argsPattern' },
    bad: gemini(...geminiRule, `argsPattern = '\\x00${'a'.repeat(2049)}'`),
    good: gemini(...geminiRule, `argsPattern = '\\x00${'a'.repeat(2000)}'`),
  },
  {
    trap: 'Rules for a server with an underscore fail in Gemini CLI',
    ...{ format: 'gemini', kind: 'ignored', at: 'rule[0].mcpName' },
    bad: gemini('mcpName = "my_stub"', 'toolName = "*"', 'decision = "deny"', 'priority = 300'),
    good: gemini('mcpName = "my-stub"', 'toolName = "*"', 'decision = "deny"', 'priority = 300'),
  },
  {
    trap: 'Gemini CLI knows priorities from 0 to 999',
    ...{ format: 'gemini', kind: 'ignored', at: 'rule[0].priority' },
    bad: gemini('toolName = "*"', 'decision = "deny"', 'priority = 1000'),
    good: gemini('toolName = "*"', 'decision = "deny"', 'priority = 999'),
  },
];

const opencode = (permission: object) => json({ permission });

const otherClients: TrapCase[] = [
  {
    trap: 'In OpenCode the last rule wins',
    ...{ format: 'opencode', kind: 'open', at: 'permission.stub_*' },
    bad: opencode({ stub_delete_item: 'deny', 'stub_*': 'allow' }),
    good: opencode({ 'stub_*': 'allow', stub_delete_item: 'deny' }),
  },
  {
    trap: 'OpenCode does not look at arguments of servers’ tools',
    ...{ format: 'opencode', kind: 'ignored', at: 'permission.stub_write_item' },
    bad: opencode({ stub_write_item: { prod: 'deny', '*': 'allow' } }),
    good: opencode({ stub_write_item: 'ask', bash: { 'git *': 'allow' } }),
  },
  {
    trap: 'Zed gives patterns of servers’ tools nothing to match',
    ...{ format: 'zed', kind: 'ignored', at: 'agent.tool_permissions.tools.mcp:stub:write_item.always_deny' },
    bad: json({
      agent: {
        tool_permissions: { tools: { 'mcp:stub:write_item': { always_deny: [{ pattern: 'prod' }] } } },
      },
    }),
    good: json({ agent: { tool_permissions: { tools: { 'mcp:stub:write_item': { default: 'deny' } } } } }),
  },
  {
    trap: 'Cursor has no list that denies',
    ...{ format: 'cursor', kind: 'ignored', at: 'mcpDenylist' },
    bad: json({ mcpDenylist: ['stub:delete_item'] }),
    good: json({ permissions: { deny: ['Mcp(stub:delete_item)'] } }),
  },
  {
    trap: 'What is not on Cursor’s list is asked about',
    ...{ format: 'cursor', kind: 'note', at: 'mcpAllowlist' },
    bad: json({ mcpAllowlist: ['stub:read_item'] }),
    good: json({ permissions: { allow: ['Mcp(stub:read_item)'] } }),
  },
  {
    trap: 'An entry of Cursor names its server',
    ...{ format: 'cursor', kind: 'ignored', at: 'mcpAllowlist[0]' },
    bad: json({ mcpAllowlist: ['read_item'] }),
    good: json({ mcpAllowlist: ['stub:read_item'] }),
  },
  {
    trap: 'VS Code denies nothing',
    ...{ format: 'vscode', kind: 'note', at: 'chat.tools.eligibleForAutoApproval' },
    bad: json({ 'chat.tools.eligibleForAutoApproval': { delete_item: false } }),
    good: json({ 'chat.tools.eligibleForAutoApproval': {} }),
  },
  {
    trap: 'VS Code takes names without a server',
    ...{ format: 'vscode', kind: 'ignored', at: 'chat.tools.eligibleForAutoApproval.stub/delete_item' },
    bad: json({ 'chat.tools.eligibleForAutoApproval': { 'stub/delete_item': false } }),
    good: json({ 'chat.tools.eligibleForAutoApproval': { delete_item: false } }),
  },
  {
    trap: 'One setting of VS Code approves everything',
    ...{ format: 'vscode', kind: 'open', at: 'chat.tools.global.autoApprove' },
    bad: json({ 'chat.tools.global.autoApprove': true }),
    good: json({ 'chat.tools.global.autoApprove': false }),
  },
];

/** What clients make of their files. */
export const clientTraps: readonly TrapCase[] = [
  ...claudeCases,
  ...codexCases,
  ...copilotCases,
  ...geminiCases,
  ...otherClients,
];
