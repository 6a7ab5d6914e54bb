import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Environment } from '@marcbachmann/cel-js';
import { parse } from 'yaml';
import { z } from 'zod';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { agentgateway } from '../../../src/policy/formats/agentgateway.ts';
import { fiveRules, samplePolicy, sampleConstraint, sampleRule } from '../sample-policy.ts';
import { holdsConditions, honestCall, type Decide } from './calls.ts';
import { alias, holdsPolicies, textOf } from './holds-policies.ts';
import { neverMilder } from './oracle.ts';

const Rules = z.strictObject({
  rules: z.array(z.partialRecord(z.enum(['allow', 'deny', 'require']), z.string())),
});
const Configuration = z.strictObject({
  mcp: z.strictObject({
    policies: z.strictObject({ mcpAuthorization: Rules, authorization: Rules.optional() }),
  }),
});

const engine = new Environment({ unlistedVariablesAreDyn: true }).registerFunction(
  'json(string): dyn',
  (text: string): unknown => JSON.parse(text),
);

/** As agentgateway evaluates a rule: what fails is false. */
function holds(rule: string, context: Record<string, unknown>): boolean {
  const run = engine.parse(rule);
  try {
    return run(context) === true;
  } catch {
    return false;
  }
}

/** As RuleSets::validate of agentgateway decides: deny, then require, then allow, and without allow rules everything. */
function permits(rules: z.infer<typeof Rules>['rules'], context: Record<string, unknown>): boolean {
  const of = (kind: 'allow' | 'deny' | 'require'): string[] => rules.flatMap((rule) => rule[kind] ?? []);
  if (of('deny').some((rule) => holds(rule, context))) return false;
  if (!of('require').every((rule) => holds(rule, context))) return false;
  return of('allow').length === 0 || of('allow').some((rule) => holds(rule, context));
}

const configured = (files: ExportFile[]): z.infer<typeof Configuration>['mcp']['policies'] =>
  Configuration.parse(parse(textOf(files, 'agentgateway.yaml'))).mcp.policies;

function read(files: ExportFile[], wireName = (tool: string): string => tool): Decide {
  const { mcpAuthorization, authorization } = configured(files);
  return (tool, call) => {
    const params = { name: wireName(tool), arguments: call };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    const isRequest = permits(authorization?.rules ?? [], { request: { method: 'POST', body } });
    const isTool = permits(mcpAuthorization.rules, { mcp: { tool: { name: tool, target: alias } } });
    return isRequest && isTool ? 'allow' : 'deny';
  };
}

describe('agentgateway', () => {
  holdsPolicies(agentgateway, (files) => {
    const decide = read(files);
    return (tool, { constraints }) => decide(tool, honestCall(constraints));
  });
  holdsConditions(agentgateway, read);
  neverMilder(agentgateway, read);

  const bounded = exportPolicy(fiveRules, agentgateway, { alias, withGuard: false }).files;
  const sends = (message: unknown, method = 'POST'): boolean =>
    permits(configured(bounded).authorization?.rules ?? [], {
      request: { method, body: typeof message === 'string' ? message : JSON.stringify(message) },
    });

  it('uses no deny rule, because one that fails lets the call through', () => {
    const { mcpAuthorization, authorization } = configured(bounded);
    const kinds = [...mcpAuthorization.rules, ...(authorization?.rules ?? [])].flatMap(Object.keys);
    assert.deepEqual([...new Set(kinds)].sort(), ['allow', 'require']);
  });

  it('denies everything where nothing is open, because no rules at all would allow everything', () => {
    const policy = samplePolicy({ delete_item: sampleRule({ decision: 'deny' }) });
    const { files } = exportPolicy(policy, agentgateway, { alias, withGuard: false });
    assert.equal(configured(files).mcpAuthorization.rules.length, 1);
    assert.equal(read(files)('delete_item', {}), 'deny');
  });

  it('allows no tool of another target', () => {
    const { mcpAuthorization } = configured(bounded);
    const other = { mcp: { tool: { name: 'read_item', target: 'other' } } };
    assert.ok(!permits(mcpAuthorization.rules, other));
  });

  it('holds conditions also where the gateway puts the target before the tool', () => {
    const decide = read(bounded, (tool) => `${alias}_${tool}`);
    assert.equal(decide('write_item', { env: 'prod' }), 'deny');
    assert.equal(decide('write_item', { env: 'dev' }), 'allow');
  });

  it('lets every other message through: notifications, answers to the server, and requests without a body', () => {
    assert.ok(sends({ jsonrpc: '2.0', method: 'tools/list', id: 1 }));
    assert.ok(sends({ jsonrpc: '2.0', id: 7, result: {} }));
    assert.ok(sends('', 'GET'));
  });

  it('denies what it cannot read: a batch, no JSON, a call without arguments', () => {
    const params = { name: 'write_item' };
    assert.ok(!sends([{ jsonrpc: '2.0', id: 1, method: 'tools/call', params }]));
    assert.ok(!sends('no JSON'));
    assert.ok(!sends({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }));
    assert.ok(
      !sends({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { ...params, arguments: null } }),
    );
  });

  it('forbids a value in every spelling that reads the same', () => {
    const condition = sampleConstraint({ argument: ['force'], op: 'neq', value: true, mustBeGiven: false });
    const policy = samplePolicy({ a_tool: sampleRule({ constraints: [condition] }) });
    const decide = read(exportPolicy(policy, agentgateway, { alias, withGuard: false }).files);
    assert.deepEqual(
      [true, 'true', 1, false, null].map((force) => decide('a_tool', { force })),
      ['deny', 'deny', 'deny', 'allow', 'allow'],
    );
  });
});
