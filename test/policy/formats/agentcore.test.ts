import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validate, type CedarValueJson } from '@cedar-policy/cedar-wasm/nodejs';
import { generateSchema } from '@cedar-policy/mcp-schema-generator-wasm';
import { z } from 'zod';
import type { Json, JsonObject } from '../../../src/model/json.ts';
import { Preset, type Constraint } from '../../../src/model/policy.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { agentcore } from '../../../src/policy/formats/agentcore.ts';
import { policyOf } from '../../../src/policy/recommend.ts';
import { catalogueSample, fiveRules, sampleConstraint, samplePolicy, sampleRule } from '../sample-policy.ts';
import { holdsConditions, honestCall, type DecideCall } from './calls.ts';
import { assertCedar, cedarDecides } from './cedar-engine.ts';
import { alias, holdsPolicies, textOf } from './holds-policies.ts';
import { neverMilder } from './oracle.ts';

const Generated = z.object({ schema: z.string().nullable(), error: z.string().nullable() });

/** What the schema of every gateway has, as AWS documents it. */
const stub = `namespace AgentCore {
  @mcp_principal entity OAuthUser;
  @mcp_resource entity Gateway;
  action "CallTool" appliesTo { principal: [OAuthUser], resource: [Gateway] };
}`;

/** The gateway's Cedar schema for one tool, by the generator that AWS names; null where it has none for such names. */
function schemaFor(tool: string, inputSchema: JsonObject): string | null {
  const tools = JSON.stringify([{ name: `${alias}___${tool}`, inputSchema }]);
  const options = JSON.stringify({ objectsAsRecords: true, numbersAsDecimal: true });
  return Generated.parse(JSON.parse(generateSchema(stub, tools, options))).schema;
}

const aboutOf = (constraints: readonly Constraint[], name: string): Constraint | undefined =>
  constraints.find(({ argument }) => argument[0] === name);

/** An input schema in which each condition's argument has the type that the first condition on it names. */
function inputSchemaOf(constraints: readonly Constraint[]): JsonObject {
  const typeOf = ({ type, value }: Constraint): JsonObject => {
    if (type === 'enum') return { type: 'string', enum: [...new Set([value, 'something else'].flat())] };
    return type === null ? {} : { type };
  };
  const nested = (constraint: Constraint, [name, ...deeper]: readonly string[]): JsonObject =>
    name === undefined
      ? typeOf(constraint)
      : { type: 'object', properties: { [name]: nested(constraint, deeper) } };
  const properties = constraints
    .toReversed()
    .map((constraint) => [constraint.argument[0] ?? '', nested(constraint, constraint.argument.slice(1))]);
  return { type: 'object', properties: Object.fromEntries(properties) as JsonObject };
}

/** Arguments as AWS hands them to Cedar: listed values as entities, numbers as decimals, objects as records. */
function cedarValue(value: Json, tool: string, name: string, about: Constraint | undefined): CedarValueJson {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, cedarValue(member, tool, key, about)]),
    );
  if (typeof value === 'number' && about?.type === 'number')
    return { __extn: { fn: 'decimal', arg: value.toFixed(4) } };
  if (typeof value === 'string' && about?.type === 'number') return { text: value }; // or Cedar reads a decimal
  if (typeof value === 'string' && about?.type === 'enum')
    return { __entity: { type: `AgentCore::${alias}___${tool}::Input::${name}`, id: value } };
  return value;
}

const statements = (files: ExportFile[]): string =>
  textOf(files, 'agentcore.cedar').replace(/arn:[^"]*/g, 'arn:aws:gateway');

/** Without the schema no condition counts as met: AWS admits no call that does not fit its own. */
function read(files: ExportFile[]): DecideCall {
  const policies = statements(files);
  assertCedar(policies);
  return (tool, call, constraints) => {
    const schema = constraints.length === 0 ? null : schemaFor(tool, inputSchemaOf(constraints));
    if (schema === null && constraints.length > 0) return 'deny';
    const input = Object.entries(call).flatMap(([name, value]): [string, CedarValueJson][] => {
      const about = aboutOf(constraints, name);
      return about === undefined ? [] : [[name, cedarValue(value, tool, name, about)]];
    });
    return cedarDecides({
      policies,
      principal: { type: 'AgentCore::OAuthUser', id: 'somebody' },
      action: { type: 'AgentCore::Action', id: `${alias}___${tool}` },
      resource: { type: 'AgentCore::Gateway', id: 'arn:aws:gateway' },
      context: { input: Object.fromEntries(input) },
      ...(schema === null ? {} : { schema }),
    });
  };
}

describe('AgentCore', () => {
  holdsPolicies(agentcore, (files) => {
    const decide = read(files);
    return (tool, { constraints }) => decide(tool, honestCall(constraints), constraints);
  });
  holdsConditions(agentcore, read);
  neverMilder(agentcore, read);

  it('writes policies that fit the schema of each tool of the catalogue', () => {
    const checked = catalogueSample().flatMap(({ server, tool }) => {
      const schema = schemaFor(tool.definition.name, tool.definition.inputSchema ?? { type: 'object' });
      if (schema === null) return [];
      const policies = Preset.options.map((preset) => policyOf({ ...server, tools: [tool] }, preset));
      return policies.map((policy) => {
        const { files } = exportPolicy(policy, agentcore, { alias, withGuard: false });
        const answer = validate({ schema, policies: { staticPolicies: statements(files) } });
        assert.ok(answer.type === 'success', JSON.stringify(answer));
        assert.deepEqual(answer.validationErrors, [], `${server.id} ${tool.definition.name}`);
        return tool;
      });
    });
    assert.ok(new Set(checked).size > 100, `${new Set(checked).size} tools had a schema`);
  });

  it('closes a tool when its name or its argument’s makes no entity type for listed values', () => {
    const constraints = [sampleConstraint({ type: 'enum' })];
    const policy = samplePolicy({ 'a-tool': sampleRule({ constraints }) });
    const { files, warnings } = exportPolicy(policy, agentcore, { alias, withGuard: false });
    assert.ok(!statements(files).includes('permit'));
    assert.ok(warnings.some(({ tool, ability }) => tool === 'a-tool' && ability === 'arguments'));
  });

  it('closes a tool whose policy would be longer than AWS takes', () => {
    const constraints = [sampleConstraint({ value: ['x'.repeat(10_000)] })];
    const policy = samplePolicy({ a_tool: sampleRule({ constraints }) });
    const { files, warnings } = exportPolicy(policy, agentcore, { alias, withGuard: false });
    assert.ok(!statements(files).includes('permit'));
    assert.ok(warnings.some(({ tool }) => tool === 'a_tool'));
  });

  it('permits nothing where nothing is open, and leaves other targets of the gateway alone', () => {
    const policy = samplePolicy({ delete_item: sampleRule({ decision: 'deny' }) });
    const text = statements(exportPolicy(policy, agentcore, { alias, withGuard: false }).files);
    assert.ok(!/^(?:permit|forbid)/m.test(text));
  });

  it('asks for the gateway’s own address', () => {
    const { fill } = exportPolicy(fiveRules, agentcore, { alias, withGuard: false });
    assert.ok(fill.some((sentence) => sentence.includes('arn:aws:bedrock-agentcore')));
  });

  for (const fault of ['a_b', '-a', 'a--b', '', 'a b', 'a'.repeat(101)])
    it(`refuses ${JSON.stringify(fault)} as the name of a target`, () => {
      assert.match(agentcore.aliasFault(fault) ?? '', /\.$/);
    });
});
