import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Environment } from '@marcbachmann/cel-js';
import { parse } from 'yaml';
import { z } from 'zod';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile, Exported } from '../../../src/policy/format.ts';
import { envoy } from '../../../src/policy/formats/envoy.ts';
import { fiveRules, sampleConstraint, samplePolicy, sampleRule } from '../sample-policy.ts';
import { holdsConditions, honestCall, type Decide } from './calls.ts';
import { alias, holdsPolicies, textOf } from './holds-policies.ts';
import { neverMilder } from './oracle.ts';

const names = z.array(z.string()).max(32).optional();

/** What the definition of MCPRoute admits of the parts we write, with its bounds (api/v1beta1/mcp_route.go). */
const Route = z.strictObject({
  apiVersion: z.literal('aigateway.envoyproxy.io/v1beta1'),
  kind: z.literal('MCPRoute'),
  metadata: z.strictObject({ name: z.string() }),
  spec: z.strictObject({
    parentRefs: z
      .array(z.strictObject({ name: z.string(), kind: z.literal('Gateway'), group: z.string() }))
      .min(1)
      .max(16),
    backendRefs: z.tuple([
      z.strictObject({
        name: z.string(),
        kind: z.string(),
        group: z.string(),
        toolSelector: z
          .strictObject({ include: names, includeRegex: names })
          .refine(({ include, includeRegex }) => (include === undefined) !== (includeRegex === undefined)),
      }),
    ]),
    securityPolicy: z.strictObject({
      authorization: z.strictObject({
        defaultAction: z.enum(['Allow', 'Deny']),
        rules: z
          .array(
            z.strictObject({
              action: z.enum(['Allow', 'Deny']),
              target: z
                .strictObject({
                  tools: z
                    .array(z.strictObject({ backend: z.string(), tool: z.string() }))
                    .min(1)
                    .max(16),
                })
                .optional(),
              cel: z.string().max(4096).optional(),
            }),
          )
          .max(32),
      }),
    }),
  }),
});

const engine = new Environment({ unlistedVariablesAreDyn: true });

/** As the gateway evaluates an expression: what fails does not match. */
function matches(expression: string | undefined, request: unknown): boolean {
  if (expression === undefined) return true;
  const run = engine.parse(expression);
  try {
    return run({ request }) === true;
  } catch {
    return false;
  }
}

const routed = (files: ExportFile[]): z.infer<typeof Route>['spec'] =>
  Route.parse(parse(textOf(files, 'envoy-ai-gateway.yaml'))).spec;

/** As authorizeRequest and the tool selector of the gateway decide: the first rule that matches. */
function read(files: ExportFile[]): Decide {
  const { backendRefs, securityPolicy } = routed(files);
  const [{ toolSelector }] = backendRefs;
  const { defaultAction, rules } = securityPolicy.authorization;
  return (tool, call) => {
    const request = { mcp: { method: 'tools/call', backend: alias, tool, params: { arguments: call } } };
    const isOffered =
      toolSelector.include?.includes(tool) ??
      toolSelector.includeRegex?.some((pattern) => new RegExp(pattern, 'u').test(tool));
    const rule = rules.find(
      ({ cel, target }) =>
        matches(cel, request) &&
        (target === undefined || target.tools.some((each) => each.backend === alias && each.tool === tool)),
    );
    return isOffered === true && (rule?.action ?? defaultAction) === 'Allow' ? 'allow' : 'deny';
  };
}

const many = (count: number, constrained: boolean): Exported => {
  const constraints = constrained ? [sampleConstraint({ value: ['x'.repeat(200)] })] : [];
  const tools = Array.from({ length: count }, (_, index) => [`tool_${index}`, sampleRule({ constraints })]);
  const policy = samplePolicy(Object.fromEntries(tools) as Record<string, ReturnType<typeof sampleRule>>);
  return exportPolicy(policy, envoy, { alias, withGuard: false });
};

describe('Envoy AI Gateway', () => {
  holdsPolicies(envoy, (files) => {
    const decide = read(files);
    return (tool, { constraints }) => decide(tool, honestCall(constraints));
  });
  holdsConditions(envoy, read);
  neverMilder(envoy, read);

  it('offers more than 32 tools by patterns that match nothing else', () => {
    const { files, warnings } = many(400, false);
    const decide = read(files);
    assert.ok(!warnings.some(({ ability }) => ability === 'allow'));
    for (let index = 0; index < 400; index += 1) assert.equal(decide(`tool_${index}`, {}), 'allow');
    assert.equal(decide('tool_400', {}), 'deny');
    assert.equal(decide('a_tool_1', {}), 'deny');
  });

  it('denies, and says so, what does not fit into 32 rules of 16 tools', () => {
    const { files, warnings } = many(600, false);
    const left = warnings.filter(({ ability }) => ability === 'allow').map(({ tool }) => tool ?? '');
    assert.equal(left.length, 600 - 31 * 16);
    const decide = read(files);
    for (const tool of left) assert.equal(decide(tool, {}), 'deny');
  });

  it('puts as many conditions into one rule as its 4096 characters hold', () => {
    const { files, warnings } = many(100, true);
    assert.ok(!warnings.some(({ ability }) => ability === 'allow'));
    const decide = read(files);
    assert.equal(decide('tool_99', { env: 'x'.repeat(200) }), 'allow');
    assert.equal(decide('tool_99', { env: 'dev' }), 'deny');
  });

  it('denies, and says so, a tool whose conditions are longer than a rule', () => {
    const constraints = [sampleConstraint({ value: ['x'.repeat(5000)] })];
    const policy = samplePolicy({ a_tool: sampleRule({ constraints }), b_tool: sampleRule() });
    const { files, warnings } = exportPolicy(policy, envoy, { alias, withGuard: false });
    assert.deepEqual(
      warnings.filter(({ ability }) => ability === 'allow').map(({ tool }) => tool),
      ['a_tool'],
    );
    assert.equal(read(files)('a_tool', { env: 'x'.repeat(5000) }), 'deny');
  });

  it('lets messages through that are no calls', () => {
    const { files } = exportPolicy(fiveRules, envoy, { alias, withGuard: false });
    const [first] = routed(files).securityPolicy.authorization.rules;
    assert.ok(matches(first?.cel, { mcp: { method: 'tools/list' } }));
    assert.ok(!matches(first?.cel, { mcp: { method: 'tools/call' } }));
  });

  for (const fault of ['My-Server', 'a_b', '-a', 'a-', '', 'a'.repeat(64), 'a\n'])
    it(`refuses ${JSON.stringify(fault)} as the name of a backend`, () => {
      assert.match(envoy.aliasFault(fault) ?? '', /\.$/);
    });
});
