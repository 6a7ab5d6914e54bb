import { join } from 'node:path';
import { z } from 'zod';
import { opencode } from '../../src/policy/formats/opencode.ts';
import { serverCommand } from '../../src/policy/guard-command.ts';
import { alias, placeGuard, stubCommand, type Place, type TestedClient, textOf, write } from './client.ts';
import { scriptedModel } from './scripted-model.ts';

const Settings = z.looseObject({
  mcp: z.record(z.string(), z.object({ type: z.string(), command: z.array(z.string()) })).optional(),
});

/** The command of the server, in the place that the export leaves for it. */
function serverOf(settings: z.infer<typeof Settings>, place: Place) {
  const { command, args } = stubCommand(place);
  const guarded = settings.mcp?.[alias]?.command ?? [serverCommand];
  const started = guarded.flatMap((word) => (word === serverCommand ? [command, ...args] : [word]));
  return { type: 'local', command: started };
}

const nameOf = (tool: string): string => `${alias}_${tool}`;

export const testedOpencode: TestedClient = {
  format: opencode,
  package: 'opencode-ai',
  nameOf,
  model: (steps) => scriptedModel(steps, nameOf),
  prepare(exported, place) {
    const { home, project, clients, model } = place;
    const settings = Settings.parse(JSON.parse(textOf(exported, 'opencode.json') ?? ''));
    const loopback = {
      npm: '@ai-sdk/openai-compatible',
      options: { baseURL: `${model}/v1`, apiKey: 'none' },
      models: { scripted: {} },
    };
    const all = {
      ...settings,
      ...{
        model: 'loopback/scripted',
        small_model: 'loopback/scripted',
        autoupdate: false,
        share: 'disabled',
      },
      provider: { loopback },
      mcp: { [alias]: serverOf(settings, place) },
    };
    write(join(project, 'opencode.json'), JSON.stringify(all));
    placeGuard(exported, place, join(project, '.opencode'));
    return {
      command: [join(clients, 'node_modules/.bin/opencode'), 'run', 'Go'],
      environment: {
        OPENCODE_DISABLE_AUTOUPDATE: 'true',
        OPENCODE_DISABLE_MODELS_FETCH: 'true',
        XDG_CONFIG_HOME: join(home, '.config'),
        XDG_DATA_HOME: join(home, '.data'),
      },
    };
  },
};
