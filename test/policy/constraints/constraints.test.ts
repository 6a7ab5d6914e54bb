import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hashOf } from '../../../src/model/canonical.ts';
import type { Json, JsonObject } from '../../../src/model/json.ts';
import { limits } from '../../../src/model/limits.ts';
import type { Constraint } from '../../../src/model/policy.ts';
import { allArguments } from '../../../src/policy/arguments.ts';
import { constraintKinds, constraintsOf } from '../../../src/policy/constraints.ts';
import { readTool } from '../../../src/policy/constraint-kind.ts';
import { evaluate } from '../../../src/policy/evaluate.ts';
import { recommend, type RatedTool } from '../../../src/policy/recommend.ts';
import { readRuleset } from '../../../src/policy/ruleset.ts';
import { sampleTool } from '../../samples.ts';
import { samplePolicy, sampleRule } from '../sample-policy.ts';
import { type Case, cases, unbound } from './cases.ts';

function ratedTool({ tool, category, proved }: Pick<Case, 'tool' | 'category' | 'proved'>): RatedTool {
  const signals = proved.map(([id, name]) => ({ id, at: `/inputSchema/properties/${name}`, quote: '' }));
  return sampleTool(tool, { category, risk: 'High', signals });
}

function derived({ kind, ...rest }: Pick<Case, 'kind' | 'tool' | 'category' | 'proved'>): Constraint[] {
  const found = constraintKinds.find(({ id }) => id === kind);
  assert.ok(found !== undefined, `there is no kind ${kind}`);
  return found.derive(readTool(ratedTool(rest)));
}

function decide(constraints: Constraint[], call: JsonObject): string {
  const ruleset = readRuleset(samplePolicy({ x: sampleRule({ constraints }) }));
  const outcome = evaluate(
    ruleset,
    { tool: 'x', arguments: call, definition: null },
    { now: 0, counters: new Map() },
  );
  return outcome.decision;
}

/** The value with a person's own in place of the placeholder. */
function fillIn(value: Json, [placeholder, own]: readonly [string | number, unknown]): Json {
  if (value === placeholder) return own as Json;
  if (Array.isArray(value)) return value.map((member) => fillIn(member, [placeholder, own]));
  return typeof value === 'string' ? value.replaceAll(String(placeholder), String(own)) : value;
}

function filledIn(constraints: Constraint[], { filled = [] }: Case): Constraint[] {
  return constraints.map((each) => ({
    ...each,
    value: each.fill === null ? each.value : filled.reduce(fillIn, each.value),
  }));
}

describe('the kinds of conditions', () => {
  it('are listed, one file each, and each has cases', () => {
    const files = readdirSync('src/policy/constraints').map((file) => file.replace(/\.ts$/, ''));
    const ids = constraintKinds.map(({ id }) => id);
    assert.deepEqual(ids.toSorted(), files.sort());
    assert.deepEqual([...new Set(cases.map(({ kind }) => kind))].sort(), ids.toSorted());
  });

  for (const each of cases) {
    const name = `${each.kind} on ${each.on.join(', ')} of ${each.tool.name}`;
    it(`bound what they should: ${name}`, () => {
      const constraints = derived(each);
      assert.deepEqual(
        constraints.map(({ argument }) => argument.join('.')),
        each.on,
      );
      const ready = filledIn(constraints, each);
      for (const call of each.passes) assert.equal(decide(ready, call), 'allow', JSON.stringify(call));
      for (const call of each.refused) assert.equal(decide(ready, call), 'deny', JSON.stringify(call));
    });

    if (each.filled === undefined) continue;
    it(`let nothing through before they are filled in: ${name}`, () => {
      for (const call of each.passes.filter((given) => Object.keys(given).length > 0))
        assert.equal(decide(derived(each), call), 'deny', JSON.stringify(call));
    });
  }

  for (const each of unbound) {
    it(`leave alone what only looks alike: ${each.kind} of ${each.tool.name}`, () => {
      assert.deepEqual(derived(each), []);
    });
  }

  it('know what the schema says of the argument', () => {
    const types = (kind: string, name: string): (string | null)[] =>
      cases
        .filter(({ kind: of, tool }) => of === kind && tool.name === name)
        .flatMap((each) => derived(each).map(({ type }) => type));
    assert.deepEqual(types('recipient', 'send'), ['string', 'string', 'string', 'string', 'string']);
    assert.deepEqual(types('environment', 'deploy'), ['enum', 'enum']);
    assert.deepEqual(types('force', 'push'), ['boolean']);
  });
});

describe('the conditions of a tool', () => {
  const pathCase = cases.find(({ kind }) => kind === 'path-root');
  assert.ok(pathCase !== undefined);
  const reading = ratedTool(pathCase);
  const rated = (risk: 'Low' | 'Medium'): RatedTool => ({
    ...reading,
    classification: { ...reading.classification, risk },
  });

  it('are enforced when strict, and proposed when balanced until somebody has filled them in', () => {
    const strict = recommend(rated('Medium'), 'strict');
    assert.equal(strict.constraints.length, 1);
    assert.deepEqual(strict.proposed, []);
    const balanced = recommend(rated('Medium'), 'balanced');
    assert.deepEqual(balanced.constraints, []);
    assert.deepEqual(balanced.proposed, strict.constraints);
    assert.equal(balanced.decision, 'ask');
  });

  it('are not asked of a tool of Low risk', () => {
    const { decision, constraints, proposed } = recommend(rated('Low'), 'balanced');
    assert.deepEqual([decision, constraints, proposed], ['allow', [], []]);
  });

  it('name each comparison on an argument once', () => {
    const both: Case = {
      kind: 'recipient',
      tool: { name: 'x', inputSchema: { properties: { to: { type: 'array', items: { type: 'string' } } } } },
      category: 'Destructive',
      proved: [
        ['p:recipient', 'to'],
        ['p:bulk-array', 'to'],
      ],
      on: [],
      passes: [],
      refused: [],
    };
    assert.deepEqual(
      constraintsOf(ratedTool(both)).map(({ argument, op }) => `${argument.join('.')} ${op}`),
      ['to.0 in', 'to.1 exists'],
    );
  });

  it('close a tool that would need more of them than anyone reads', () => {
    const names = Array.from({ length: limits.toolConstraints + 1 }, (_, index) => `force ${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'boolean' }]));
    const signals = names.slice(0, 2).map((name) => ({
      id: 'p:force-or-recursive',
      at: `/inputSchema/properties/${name}`,
      quote: '',
    }));
    const tool = sampleTool(
      { name: 'x', inputSchema: { properties } },
      { category: 'Write', risk: 'Medium', signals },
    );
    assert.equal(recommend(tool, 'balanced').decision, 'deny');
    assert.equal(recommend(tool, 'read-only').decision, 'hide');
  });

  it('are looked for in no more arguments than anyone could read', () => {
    const names = Array.from({ length: 20 }, (_, index) => `node${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: '#' }]));
    assert.equal(allArguments({ type: 'object', properties }).length, limits.parameterSteps);
  });

  it('end on any schema and any evidence', () => {
    const node: JsonObject = {
      type: 'object',
      properties: { child: { $ref: '#' }, path: { $ref: '#/nowhere' } },
    };
    const anyAt = fc.array(
      fc.constantFrom('properties', 'items', 'anyOf', '0', 'child', 'path', '__proto__', '$defs', ''),
    );
    fc.assert(
      fc.property(fc.jsonValue(), anyAt, (schema, tokens) => {
        for (const inputSchema of [schema, node, { ...node, anyOf: [node], items: node }]) {
          const definition = { name: 'x', inputSchema: inputSchema as JsonObject };
          const signals = [{ id: 'p:path', at: ['/inputSchema', ...tokens].join('/'), quote: '' }];
          const { classification } = sampleTool({ name: 'x' }, { risk: 'High', signals });
          const hash = hashOf('x');
          for (const { argument } of constraintsOf({ definition, hash, classification }))
            assert.notEqual(argument.length, 0);
        }
      }),
    );
  });
});
