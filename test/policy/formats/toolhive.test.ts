import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CedarValueJson } from '@cedar-policy/cedar-wasm/nodejs';
import { z } from 'zod';
import type { Json, JsonObject } from '../../../src/model/json.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { toolhive } from '../../../src/policy/formats/toolhive.ts';
import { fiveRules, sampleConstraint, samplePolicy, sampleRule } from '../sample-policy.ts';
import { holdsConditions, honestCall, type Decide } from './calls.ts';
import { assertCedar, cedarDecides } from './cedar-engine.ts';
import { alias, holdsPolicies, textOf } from './holds-policies.ts';
import { neverMilder } from './oracle.ts';

/** The configuration that ToolHive's factory reads, and at least one policy as it demands. */
const Authorization = z.strictObject({
  version: z.literal('1.0'),
  type: z.literal('cedarv1'),
  cedar: z.strictObject({ policies: z.array(z.string()).min(1), entities_json: z.string() }),
});

/** As preprocessArguments and convertFloatToCedar of ToolHive: numbers are decimals, and what is no scalar is only noted. */
function contextOf(call: JsonObject): Record<string, CedarValueJson> {
  const entry = ([name, value]: [string, Json]): [string, CedarValueJson][] => {
    if (typeof value === 'string' || typeof value === 'boolean') return [[`arg_${name}`, value]];
    if (typeof value !== 'number') return [[`arg_${name}_present`, true]];
    if (Math.abs(value) > 922_337_203_685_477) return [];
    return [[`arg_${name}`, { __extn: { fn: 'decimal', arg: value.toFixed(4) } }]];
  };
  return Object.fromEntries(Object.entries(call).flatMap(entry));
}

function read(files: ExportFile[]): Decide {
  const { cedar } = Authorization.parse(JSON.parse(textOf(files, 'authz.json')));
  const policies = cedar.policies.join('\n');
  assertCedar(policies);
  return (tool, call) =>
    cedarDecides({
      policies,
      principal: { type: 'Client', id: 'somebody' },
      action: { type: 'Action', id: 'call_tool' },
      resource: { type: 'Tool', id: tool },
      context: { claim_sub: 'somebody', ...contextOf(call) },
    });
}

const withCondition = (
  changes: Partial<Parameters<typeof sampleConstraint>[0]>,
): ReturnType<typeof exportPolicy> =>
  exportPolicy(samplePolicy({ a_tool: sampleRule({ constraints: [sampleConstraint(changes)] }) }), toolhive, {
    alias,
    withGuard: false,
  });

describe('ToolHive', () => {
  holdsPolicies(toolhive, (files) => {
    const decide = read(files);
    return (tool, { constraints }) => decide(tool, honestCall(constraints));
  });
  holdsConditions(toolhive, read);
  neverMilder(toolhive, read);

  it('writes one policy where nothing is open, because ToolHive refuses a file without', () => {
    const policy = samplePolicy({ delete_item: sampleRule({ decision: 'deny' }) });
    const { files } = exportPolicy(policy, toolhive, { alias, withGuard: false });
    assert.equal(read(files)('delete_item', {}), 'deny');
  });

  it('says of a tool that must be given an argument that agents do not see it', () => {
    const { files, warnings } = exportPolicy(fiveRules, toolhive, { alias, withGuard: false });
    assert.equal(read(files)('write_item', {}), 'deny', 'This is how ToolHive asks what to list.');
    assert.ok(warnings.some(({ tool, message }) => tool === 'write_item' && message.includes('do not see')));
  });

  it('closes a tool for what ToolHive’s context cannot tell: members, places, presence, absence, patterns', () => {
    for (const changes of [
      { argument: ['options', 'force'] },
      { argument: ['ids', '1'] },
      { op: 'exists', value: true },
      { op: 'exists', value: false },
      { op: 'regex', value: '^a$' },
      { mustBeGiven: false },
    ] as const) {
      const { files, warnings } = withCondition({ ...changes, argument: [...(changes.argument ?? ['env'])] });
      assert.equal(read(files)('a_tool', { env: 'dev' }), 'deny');
      assert.ok(warnings.some(({ tool, ability }) => tool === 'a_tool' && ability === 'arguments'));
    }
  });

  it('refuses a list, an object, null and a number beyond a decimal in place of the value', () => {
    const decide = read(withCondition({ op: 'neq', value: 'prod' }).files);
    for (const env of [['dev'], { dev: 'dev' }, null, 1e300]) assert.equal(decide('a_tool', { env }), 'deny');
    assert.equal(decide('a_tool', { env: 'dev' }), 'allow');
  });

  it('forbids a value in every spelling that reads the same', () => {
    const decide = read(withCondition({ argument: ['force'], op: 'neq', value: true }).files);
    assert.deepEqual(
      [true, 'true', 1, false].map((force) => decide('a_tool', { force })),
      ['deny', 'deny', 'deny', 'allow'],
    );
  });
});
