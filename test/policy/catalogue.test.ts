import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { type Constraint, Decision, Policy, Preset } from '../../src/model/policy.ts';
import { resolve, variants } from '../../src/model/schema.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import { exportPolicy } from '../../src/policy/export.ts';
import { policyJson } from '../../src/policy/formats/policy-json.ts';
import { policyOf, recommend } from '../../src/policy/recommend.ts';
import { readRuleset } from '../../src/policy/ruleset.ts';
import { catalogueSample, publishedServers, samplePolicy, sampleRule } from './sample-policy.ts';

const sample = catalogueSample();

const strictness = (decision: Decision): number => Decision.options.indexOf(decision);

/** Whether a schema knows the argument: a member, an entry of a list, in one of its variants. */
function knows(root: JsonObject, start: unknown, [token, ...rest]: readonly string[]): boolean {
  if (token === undefined) return true;
  const schema = resolve(root, start);
  const { properties, items } = schema;
  const isMember = isObject(properties) && token in properties && knows(root, properties[token], rest);
  const isEntry = isObject(items) && /^\d+$/.test(token) && knows(root, items, rest);
  return isMember || isEntry || variants(root, schema).some((each) => knows(root, each, [token, ...rest]));
}

/** Arguments that hold nothing but `value` at the condition's place. */
function callWith(argument: readonly string[], value: Json): JsonObject {
  const built = argument.reduceRight<Json>(
    (inner, token) =>
      /^\d+$/.test(token) ? Array.from({ length: Number(token) + 1 }, () => inner) : { [token]: inner },
    value,
  );
  return built as JsonObject;
}

function isAllowed(constraint: Constraint, call: JsonObject): boolean {
  const ruleset = readRuleset(samplePolicy({ x: sampleRule({ constraints: [constraint] }) }));
  const situation = { now: 0, counters: new Map() };
  return evaluate(ruleset, { tool: 'x', arguments: call, definition: null }, situation).decision === 'allow';
}

/** What people really pass. */
const honest: readonly Json[] = [
  ...[
    '/home/me/project/a.ts',
    'src/index.ts',
    '.',
    'C:\\work\\a',
    'https://example.com/a?b=c',
    'ls -la',
    'npm test',
  ],
  ...['me@example.com', '+4915112345678', 'C012AB3CD', 'general', 'SELECT 1', '12.50', '', 'x => x + 1'],
  ...[0, 1, 42, 1e6, 0.01, true, false],
];

describe('200 tools of the catalogue', () => {
  it('are of every category', () => {
    const categories = new Set(sample.map(({ tool }) => tool.classification.category));
    assert.equal(sample.length, 200);
    assert.equal(categories.size, 5);
  });

  for (const preset of Preset.options) {
    it(`get rules that conditions of their own schema belong to (${preset})`, () => {
      for (const { server, tool } of sample) {
        const { constraints, proposed } = recommend(tool, preset);
        for (const { argument } of [...constraints, ...proposed]) {
          const schema = tool.definition.inputSchema ?? {};
          const name = `${server.slug}/${tool.definition.name} ${argument.join('.')}`;
          assert.ok(knows(schema, schema, argument), name);
        }
      }
    });

    it(`get conditions that no honest call meets before they are filled in (${preset})`, () => {
      for (const { tool } of sample) {
        const rule = recommend(tool, preset);
        for (const constraint of [...rule.constraints, ...rule.proposed].filter(({ fill }) => fill !== null))
          for (const value of honest)
            assert.ok(
              !isAllowed(constraint, callWith(constraint.argument, value)),
              `${tool.definition.name} ${JSON.stringify(value)}`,
            );
      }
    });
  }

  it('get no condition that nothing could meet once it is complete', () => {
    for (const { tool } of sample) {
      for (const constraint of recommend(tool, 'strict').constraints.filter(({ fill }) => fill === null)) {
        const listed = Array.isArray(constraint.value) ? constraint.value : [];
        const calls = [{}, ...[...honest, ...listed].map((value) => callWith(constraint.argument, value))];
        assert.ok(
          calls.some((call) => isAllowed(constraint, call)),
          tool.definition.name,
        );
      }
    }
  });

  it('are never treated milder when strict than when balanced', () => {
    for (const { tool } of sample) {
      const [strict, balanced] = [recommend(tool, 'strict'), recommend(tool, 'balanced')];
      assert.ok(strictness(strict.decision) >= strictness(balanced.decision), tool.definition.name);
      for (const constraint of balanced.constraints)
        assert.ok(strict.constraints.some((each) => JSON.stringify(each) === JSON.stringify(constraint)));
    }
  });

  it('are hidden from a read-only agent unless they only read and return no secrets', () => {
    for (const { tool } of sample) {
      if (recommend(tool, 'read-only').decision === 'hide') continue;
      assert.equal(tool.classification.category, 'Read');
      assert.ok(!tool.classification.signals.some(({ id }) => id === 'returns-secrets'));
    }
  });
});

describe('the policy of every server', () => {
  for (const preset of Preset.options) {
    it(`names each of its tools and is one that can be applied (${preset})`, () => {
      for (const server of publishedServers()) {
        const policy = policyOf(server, preset);
        assert.deepEqual(Policy.parse(policy), policy);
        assert.deepEqual(
          Object.keys(policy.tools).sort(),
          server.tools.map(({ definition }) => definition.name).sort(),
        );
        readRuleset(policy);
        const [file] = exportPolicy(policy, policyJson, { alias: 'server', withGuard: false }).files;
        readRuleset(JSON.parse(file?.text ?? ''));
      }
    });
  }
});
