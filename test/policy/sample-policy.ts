import { readCatalogue } from '../../src/catalogue/read.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { categoriesByWeight } from '../../src/model/categories.ts';
import { locations } from '../../src/model/locations.ts';
import type { Constraint, Policy, Preset, ToolRule } from '../../src/model/policy.ts';
import type { CatalogueServer, CatalogueTool } from '../../src/model/server.ts';
import { fit, type FittedPolicy } from '../../src/policy/fit.ts';
import type { Abilities } from '../../src/policy/format.ts';
import { policyOf } from '../../src/policy/recommend.ts';

/** A rule that allows without limits or conditions, unless they are given. */
export function sampleRule(changes: Partial<ToolRule> = {}): ToolRule {
  return {
    decision: 'allow',
    limits: [],
    constraints: [],
    proposed: [],
    definition: 'ab'.repeat(32),
    ...changes,
  };
}

/** A condition on the argument `env`: one of two values, and complete. */
export function sampleConstraint(changes: Partial<Constraint> = {}): Constraint {
  return {
    argument: ['env'],
    op: 'in',
    value: ['dev', 'staging'],
    type: 'string',
    mustBeGiven: true,
    why: 'Production stays with people.',
    fill: null,
    ...changes,
  };
}

/** A balanced policy of these rules for a server called Stub. */
export function samplePolicy(tools: Record<string, ToolRule>): Policy {
  return { server: { id: 'npm:stub', name: 'Stub' }, preset: 'balanced', default: 'deny', tools };
}

/** The rules that every format is tried with: read, write within bounds, ask, deny, hide. */
export const fiveRules: Policy = samplePolicy({
  read_item: sampleRule(),
  write_item: sampleRule({
    limits: [{ counter: 'write_item_per_minute', window: 'minute', max: 30, scope: 'grant' }],
    constraints: [sampleConstraint()],
  }),
  exec_item: sampleRule({ decision: 'ask' }),
  delete_item: sampleRule({ decision: 'deny' }),
  wipe_item: sampleRule({ decision: 'hide' }),
});

/** The policy fitted to a format's own abilities, without the guard. */
export function fitted(policy: Policy, abilities: Abilities): FittedPolicy {
  return fit(policy, { abilities }, { withGuard: false }).policy;
}

/** A tool of the published catalogue and its server. */
export interface CatalogueEntry {
  server: CatalogueServer;
  tool: CatalogueTool;
}

let published: CatalogueServer[] | undefined;

/** The published servers, read once. */
export function publishedServers(): CatalogueServer[] {
  published ??= readCatalogue(locations.catalogue);
  return published;
}

/**
 * `size` tools of the published catalogue, the same every time: as many of each category as there are, in turn, and
 * within a category in an order that follows no server.
 */
export function catalogueSample(size = 200): CatalogueEntry[] {
  const all = publishedServers().flatMap((server) => server.tools.map((tool) => ({ server, tool })));
  const place = ({ server, tool }: CatalogueEntry): string => sha256(`${server.id} ${tool.definition.name}`);
  const shuffled = all
    .map((entry) => [place(entry), entry] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry);
  const queues = categoriesByWeight.map((category) =>
    shuffled.filter(({ tool }) => tool.classification.category === category),
  );
  const chosen: CatalogueEntry[] = [];
  while (chosen.length < size && queues.some((queue) => queue.length > 0))
    for (const queue of queues) chosen.push(...queue.splice(0, 1));
  return chosen.slice(0, size);
}

/** The policies of all servers in the sample over their sampled tools. */
export function catalogueSamplePolicies(preset: Preset, size = 200): Policy[] {
  const byServer = Map.groupBy(catalogueSample(size), ({ server }) => server);
  return [...byServer].map(([server, entries]) =>
    policyOf({ ...server, tools: entries.map(({ tool }) => tool) }, preset),
  );
}
