import { join } from 'node:path';
import { claudeCodeHook } from '../../src/policy/formats/claude-code-hook.ts';
import { claudeCode, claudeCodeName } from '../../src/policy/formats/claude-code.ts';
import { alias, placeGuard, stubCommand, type TestedClient, textOf, write } from './client.ts';
import { scriptedModel } from './scripted-model.ts';

const nameOf = (tool: string): string => claudeCodeName(alias, tool);

export const testedClaudeCode: TestedClient = {
  format: claudeCode,
  package: '@anthropic-ai/claude-code',
  nameOf,
  model: (steps) => scriptedModel(steps, nameOf),
  prepare(exported, place) {
    const { home, project, clients, model } = place;
    const settings = join(project, '.claude');
    write(join(settings, 'settings.json'), textOf(exported, 'settings.json') ?? '');
    placeGuard(exported, place, settings);
    const trusted = { projects: { [project]: { hasTrustDialogAccepted: true } } };
    write(join(home, '.claude.json'), JSON.stringify(trusted));
    const servers = { mcpServers: { [alias]: stubCommand(place) } };
    write(join(project, 'mcp.json'), JSON.stringify(servers));
    const program = join(clients, 'node_modules/@anthropic-ai/claude-code/bin/claude.exe');
    return {
      command: [program, '-p', 'Go', '--mcp-config', 'mcp.json', '--strict-mcp-config'],
      environment: {
        ANTHROPIC_BASE_URL: model,
        ANTHROPIC_API_KEY: 'none',
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        DISABLE_AUTOUPDATER: '1',
        DISABLE_TELEMETRY: '1',
        ENABLE_TOOL_SEARCH: 'false',
      },
    };
  },
};

/** The hook beside rules of a person's own, which allow the whole server. */
export const testedClaudeCodeHook: TestedClient = {
  ...testedClaudeCode,
  format: claudeCodeHook,
  prepare(exported, place) {
    const own = { permissions: { allow: [`mcp__${alias}`] } };
    write(join(place.home, '.claude/settings.json'), JSON.stringify(own));
    return testedClaudeCode.prepare(exported, place);
  },
};
