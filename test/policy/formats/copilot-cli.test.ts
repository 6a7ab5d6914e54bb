import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { copilotCli } from '../../../src/policy/formats/copilot-cli.ts';
import { fiveRules, samplePolicy, sampleRule } from '../sample-policy.ts';
import { alias, holdsPolicies, textOf, type Decide } from './holds-policies.ts';

const script = `copilot-${alias}.sh`;

/** The options of the script, one `flag value` a line, as a reader of the script sees them. */
const optionsOf = (files: readonly ExportFile[]): string[] =>
  [...textOf(files, script).matchAll(/^ {2}(--\S+ '[^']*') \\$/gm)].map(([, option]) => option ?? '');

/** Only listed tools are offered; a denied one stays denied, an allowed one is not asked about, the rest is. */
const read = (files: ExportFile[]) => {
  const { mcpServers } = JSON.parse(textOf(files, 'mcp-config.json')) as {
    mcpServers: Record<string, { tools: string[] }>;
  };
  const options = optionsOf(files);
  return (tool: string): ReturnType<Decide> => {
    if (options.includes(`--deny-tool '${alias}(${tool})'`)) return 'deny';
    if (mcpServers[alias]?.tools.includes(tool) !== true) return 'deny';
    return options.includes(`--allow-tool '${alias}(${tool})'`) ? 'allow' : 'ask';
  };
};

describe('an export for GitHub Copilot CLI', () => {
  const folder = mkdtempSync(join(tmpdir(), 'placard-copilot-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  holdsPolicies(copilotCli, read);

  const { files } = exportPolicy(fiveRules, copilotCli, { alias, withGuard: true });

  it('offers what is open, allows what is allowed and denies the rest by name', () => {
    assert.deepEqual(JSON.parse(textOf(files, 'mcp-config.json')), {
      mcpServers: { stub: { tools: ['read_item', 'write_item', 'exec_item'] } },
    });
    assert.deepEqual(optionsOf(files), [
      "--allow-tool 'stub(read_item)'",
      "--allow-tool 'stub(write_item)'",
      "--deny-tool 'stub(delete_item)'",
      "--deny-tool 'stub(wipe_item)'",
    ]);
  });

  it('hands a shell those options and the user’s own', () => {
    writeFileSync(join(folder, 'copilot'), '#!/bin/sh\nfor each; do printf "%s\\n" "$each"; done\n');
    chmodSync(join(folder, 'copilot'), 0o755);
    writeFileSync(join(folder, script), textOf(files, script));
    const { stdout } = spawnSync('sh', [join(folder, script), '-p', 'a b'], {
      encoding: 'utf8',
      env: { PATH: `${folder}:${process.env.PATH ?? ''}` },
    });
    assert.deepEqual(stdout.split('\n').slice(0, 2), ['--allow-tool', 'stub(read_item)']);
    assert.match(stdout, /--deny-tool\nstub\(wipe_item\)\n-p\na b\n$/);
  });

  it('leaves a name that an option cannot hold out of the list, and says so', () => {
    const policy = samplePolicy({ 'read(all)': sampleRule(), 'a,b': sampleRule(), 'git:*': sampleRule() });
    const { files: out, warnings } = exportPolicy(policy, copilotCli, { alias, withGuard: false });
    assert.deepEqual(optionsOf(out), []);
    assert.deepEqual(
      warnings.filter(({ message }) => message.includes('no way to write this name')).map(({ tool }) => tool),
      ['read(all)', 'a,b', 'git:*'],
    );
  });

  it('puts the hook where Copilot runs it also without trust, and answers in JSON or fails', () => {
    const hook = files.find(({ name }) => name === 'stub-hook.json');
    assert.match(hook?.destination ?? '', /~\/\.copilot\/hooks\//);
    const { hooks, version } = JSON.parse(hook?.text ?? '') as {
      version: number;
      hooks: { preToolUse: { bash: string; timeoutSec: number }[] };
    };
    assert.equal(version, 1);
    assert.match(hooks.preToolUse[0]?.bash ?? '', /--client copilot .*exit 2/);
  });
});
