import { join } from 'node:path';
import { stringify } from 'smol-toml';
import { codex } from '../../src/policy/formats/codex.ts';
import { alias, placeGuard, stubCommand, type TestedClient, textOf, write } from './client.ts';
import { responsesModel } from './responses-model.ts';

const provider = (model: string) => ({
  model: 'scripted',
  model_provider: 'loopback',
  model_providers: {
    loopback: { name: 'Loopback', base_url: `${model}/v1`, wire_api: 'responses', request_max_retries: 0 },
  },
  analytics: { enabled: false },
  check_for_update_on_startup: false,
});

export const testedCodex: TestedClient = {
  format: codex,
  package: '@openai/codex',
  nameOf: (tool) => tool,
  model: (steps) => responsesModel(steps, `mcp__${alias}`),
  prepare(exported, place) {
    const { home, clients, model } = place;
    const folder = join(home, '.codex');
    const table = `[mcp_servers.${alias}]\n`;
    const started = `${table}${stringify(stubCommand(place))}\n`;
    const policy = (textOf(exported, 'config.toml') ?? '').replace(table, started);
    write(join(folder, 'config.toml'), `${stringify(provider(model))}\n${policy}`);
    const hooks = textOf(exported, 'hooks.json');
    if (hooks !== undefined) write(join(folder, 'hooks.json'), hooks);
    placeGuard(exported, place, folder);
    const program = join(clients, 'node_modules/.bin/codex');
    return {
      command: [
        program,
        'exec',
        '--skip-git-repo-check',
        '--strict-config',
        '--dangerously-bypass-hook-trust', // a person says this once, with /hooks
        'Go',
      ],
      environment: { CODEX_HOME: folder },
    };
  },
};
