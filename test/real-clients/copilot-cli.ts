import { join } from 'node:path';
import { z } from 'zod';
import { copilotCli } from '../../src/policy/formats/copilot-cli.ts';
import { alias, placeGuard, stubCommand, type TestedClient, textOf, write } from './client.ts';
import { scriptedModel } from './scripted-model.ts';

const Servers = z.object({ mcpServers: z.object({ [alias]: z.object({ tools: z.array(z.string()) }) }) });

const nameOf = (tool: string): string => `${alias}-${tool}`;

export const testedCopilotCli: TestedClient = {
  format: copilotCli,
  package: '@github/copilot',
  nameOf,
  model: (steps) => scriptedModel(steps, nameOf),
  prepare(exported, place) {
    const { home, project, clients, model } = place;
    const folder = join(home, '.copilot');
    const { mcpServers } = Servers.parse(JSON.parse(textOf(exported, 'mcp-config.json') ?? ''));
    const entry = { ...mcpServers[alias], type: 'local', ...stubCommand(place) };
    write(join(folder, 'mcp-config.json'), JSON.stringify({ mcpServers: { [alias]: entry } }));
    const hook = textOf(exported, `${alias}-hook.json`);
    if (hook !== undefined) write(join(folder, 'hooks', `${alias}-hook.json`), hook);
    placeGuard(exported, place, folder);
    const script = join(project, `copilot-${alias}.sh`);
    write(script, textOf(exported, `copilot-${alias}.sh`) ?? '');
    return {
      command: ['sh', script, '-p', 'Go', '--no-auto-update'],
      environment: {
        PATH: `${join(clients, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
        COPILOT_OFFLINE: 'true',
        COPILOT_MODEL: 'scripted',
        COPILOT_PROVIDER_BASE_URL: `${model}/v1`,
      },
    };
  },
};
