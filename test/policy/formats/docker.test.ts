import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { docker } from '../../../src/policy/formats/docker.ts';
import { samplePolicy, sampleRule } from '../sample-policy.ts';
import { alias, holdsPolicies, textOf, type Decide } from './holds-policies.ts';

const Tools = z.record(z.string(), z.array(z.string()));

/** As isToolEnabled of the gateway decides: a server that is not named has all of its tools. */
function read(files: ExportFile[], version: '1.1' | '1.2' = '1.2'): Decide {
  const tools = Tools.parse(parse(textOf(files, 'tools.yaml'), { version }));
  return (tool) => (tools[alias] === undefined || tools[alias].includes(tool) ? 'allow' : 'deny');
}

describe('Docker MCP Gateway', () => {
  holdsPolicies(docker, read);

  it('names the server with an empty list where nothing is open, because without it every tool is', () => {
    const policy = samplePolicy({ delete_item: sampleRule({ decision: 'deny' }) });
    const { files } = exportPolicy(policy, docker, { alias, withGuard: false });
    assert.deepEqual(parse(textOf(files, 'tools.yaml')), { stub: [] });
  });

  it('writes names that look like numbers, dates or truth values so that every version of YAML reads names', () => {
    const names = [
      'yes',
      'No',
      'on',
      'null',
      '~',
      '1',
      '1e3',
      '0x1',
      '0o7',
      '1_000',
      '2026-11-21',
      '12:30:45',
      '.inf',
    ];
    const policy = samplePolicy(Object.fromEntries(names.map((name) => [name, sampleRule()])));
    const { files } = exportPolicy(policy, docker, { alias, withGuard: false });
    for (const version of ['1.1', '1.2'] as const)
      assert.deepEqual(parse(textOf(files, 'tools.yaml'), { version }), { stub: Object.keys(policy.tools) });
  });
});
