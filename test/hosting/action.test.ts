import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { parse } from 'yaml';
import { serverThatLists } from '../commands/placarding.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-action-'));
after(() => {
  rmSync(folder, { recursive: true });
});

interface Action {
  inputs: Record<string, { default: string }>;
  runs: { steps: { id?: string; run?: string; env?: Record<string, string> }[] };
}
const action = parse(readFileSync('.github/actions/placard/action.yml', 'utf8')) as Action;
const step = action.runs.steps.find(({ id }) => id === 'check');
assert.ok(step?.run);

/** Runs the step as GitHub does: `${{ inputs.x }}` filled in, in the repository's folder, with bash that stops at an error. */
function runStep(inputs: Record<string, string>) {
  const given = (text: string): string =>
    text
      .replace(
        /\$\{\{ inputs\.([a-z-]+) \}\}/g,
        (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '',
      )
      .replace('${{ github.action_path }}', resolve('.github/actions/placard'));
  const variables = Object.entries(step?.env ?? {}).map(([name, value]) => [name, given(value)]);
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
  for (const file of [output, summary]) writeFileSync(file, '');
  const { status, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...(Object.fromEntries(variables) as Record<string, string>),
        ...{ RUNNER_TEMP: folder, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
      },
    },
  );
  const [, sarif = ''] = /^sarif=(.*)$/m.exec(readFileSync(output, 'utf8')) ?? [];
  return { status, stderr, sarif, summary: readFileSync(summary, 'utf8') };
}

serverThatLists(folder, [
  {
    name: 'delete_everything',
    description: 'Permanently deletes every file of the user. This cannot be undone.',
    inputSchema: { type: 'object', properties: {} },
  },
]);
const configuration = { mcpServers: { files: { command: 'node', args: ['server.mjs'] } } };
writeFileSync(join(folder, '.mcp.json'), JSON.stringify(configuration));

describe('the action', () => {
  it('scans the servers of a repository, writes SARIF and fails from the level on that it is given', () => {
    const { status, sarif, summary, stderr } = runStep({ 'fail-on': 'high' });
    assert.equal(status, 4, stderr);
    const { runs } = JSON.parse(readFileSync(sarif, 'utf8')) as { runs: { results: unknown[] }[] };
    assert.ok((runs[0]?.results.length ?? 0) > 0);
    assert.match(summary, /delete_everything/);
  });

  it('passes what is below that level', () => {
    assert.equal(runStep({ 'fail-on': '' }).status, 0);
  });

  it('says so when there is no lock to hold the servers against', () => {
    const { status, stderr } = runStep({ check: 'lock' });
    assert.equal(status, 2);
    assert.match(stderr, /placard\.lock\.json/);
  });

  it('says what it can check when it is asked for something else', () => {
    const { status, sarif } = runStep({ check: 'everything; rm -rf x' });
    assert.equal(status, 2);
    assert.equal(sarif, '');
  });
});
