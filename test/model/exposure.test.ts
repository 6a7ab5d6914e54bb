import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAttacks } from '../../src/catalogue/attacks.ts';
import type { Attack, AttackNeeds } from '../../src/model/attack.ts';
import { Category } from '../../src/model/categories.ts';
import { type Exposure, exposures, type Ground } from '../../src/model/exposure.ts';
import { locations } from '../../src/model/locations.ts';
import type { CatalogueServer, CatalogueTool } from '../../src/model/server.ts';
import { SignalId } from '../../src/model/signals.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const attacks = readAttacks(locations.attacks);
const [template] = attacks;
assert.ok(template);

const pattern = (id: string, needs: AttackNeeds): Attack => ({ ...template, id, needs });
type SignalNeeds = Extract<AttackNeeds, { from: 'signals' }>;
const signals = (legs: SignalId[][], more: Partial<SignalNeeds> = {}): SignalNeeds => ({
  from: 'signals',
  legs,
  within: 'tool',
  categories: [],
  ...more,
});

/** A tool that shows these signals, each in its description unless a pointer is given. */
function showing(
  name: string,
  ids: readonly string[],
  at = '/description',
  category: Category = 'Write',
): CatalogueTool {
  return sampleTool(
    { name, description: 'Words.' },
    { category, signals: ids.map((id) => ({ id, at, quote: 'Words' })) },
  );
}

function found(needs: AttackNeeds, tool: CatalogueTool, others: CatalogueTool[] = []): readonly Ground[] {
  const server = sampleServer('s', [tool, ...others]);
  return exposures([pattern('p', needs)])(server, tool)[0]?.grounds ?? [];
}

describe('what links a tool to an attack', () => {
  it('is one signal of every leg', () => {
    const needs = signals([['p:path'], ['local-filesystem', 'overwrites']]);
    assert.equal(found(needs, showing('t', ['p:path', 'overwrites'])).length, 2);
    assert.equal(found(needs, showing('t', ['p:path'])).length, 0);
    assert.equal(found(needs, showing('t', ['local-filesystem', 'overwrites'])).length, 0);
  });

  it('is named once, also when it meets two legs', () => {
    const needs = signals([['p:path', 'p:url'], ['p:url']]);
    assert.equal(found(needs, showing('t', ['p:url'])).length, 1);
  });

  it('is never the category alone, but a category can be asked for as well', () => {
    const needs = signals([['deletes']], { categories: ['Destructive'] });
    assert.equal(found(needs, showing('t', [], '', 'Destructive')).length, 0);
    assert.equal(found(needs, showing('t', ['deletes'], '/description', 'Write')).length, 0);
    assert.equal(found(needs, showing('t', ['deletes'], '/description', 'Destructive')).length, 1);
  });

  it('stands in the schema where the attack does', () => {
    const needs = signals([['instructs-agent']], { within: 'schema' });
    assert.equal(found(needs, showing('t', ['instructs-agent'], '/description')).length, 0);
    assert.equal(found(needs, showing('t', ['instructs-agent'], '/inputSchemaless')).length, 0);
    for (const at of ['/inputSchema/properties/a/default', '/outputSchema', '/inputSchema'])
      assert.equal(found(needs, showing('t', ['instructs-agent'], at)).length, 1, at);
  });

  it('may be spread over the tools of a server when the attack is, and then one part is the tool’s own', () => {
    const needs = signals([['private-data'], ['sends-message']], { within: 'server' });
    const [mail, post, clock] = [
      showing('mail', ['private-data']),
      showing('post', ['sends-message']),
      showing('clock', []),
    ];
    const tools = found(needs, mail, [post, clock]).map(
      (ground) => ground.by === 'signal' && ground.tool.name,
    );
    assert.deepEqual(tools, ['mail', 'post']);
    assert.equal(found(needs, clock, [mail, post]).length, 0);
    assert.equal(found(needs, mail, [clock]).length, 0);
    assert.equal(found(signals(needs.legs), mail, [post]).length, 0);
  });

  it('can be that the definition has changed', () => {
    assert.deepEqual(found({ from: 'change' }, { ...showing('t', []), changed: '2026-03-04' }), [
      { by: 'change', on: '2026-03-04' },
    ]);
    assert.equal(found({ from: 'change' }, showing('t', [])).length, 0);
  });

  it('can be that an address listed the tools to anybody', () => {
    const tool = showing('t', []);
    const remote = { kind: 'sse', url: 'https://tools.example/' } as const;
    const at = '2026-01-02T03:04:05.000Z';
    const listing = exposures([pattern('p', { from: 'open-address' })]);
    const open = sampleServer('s', [tool], { reachability: [{ state: 'listed', remote, at }] });
    const closed = sampleServer('s', [tool], { reachability: [{ state: 'unreachable', remote, at }] });
    assert.deepEqual(listing(open, tool)[0]?.grounds, [{ by: 'open-address', url: remote.url, at }]);
    assert.deepEqual(listing(closed, tool), []);
  });

  it('is nothing for what no listing shows', () => {
    const everything = showing('t', SignalId.options);
    assert.equal(found({ from: 'nothing', why: 'No listing shows it at all.' }, everything).length, 0);
  });
});

describe('the attacks of a tool', () => {
  it('come with the closest fit first: more of its own evidence, then fewer other ways to fit', () => {
    const tool = showing('t', ['p:path', 'local-filesystem', 'deletes']);
    const order = exposures([
      pattern('broad', signals([['deletes', 'overwrites', 'irreversible']])),
      pattern('narrow', signals([['deletes']])),
      pattern('two-legs', signals([['p:path'], ['local-filesystem']])),
      pattern('two-signals', signals([['p:path', 'local-filesystem']])),
      pattern('three-signals', signals([['p:path', 'local-filesystem', 'deletes']])),
    ])(sampleServer('s', [tool]), tool);
    assert.deepEqual(
      order.map(({ attack }) => attack.id),
      ['two-legs', 'three-signals', 'two-signals', 'narrow', 'broad'],
    );
  });
});

const anyTool = fc
  .tuple(
    fc.subarray([...SignalId.options], { maxLength: 8 }),
    fc.constantFrom('/description', '/inputSchema/properties/a/description'),
    fc.constantFrom(...Category.options),
  )
  .map(([ids, at, category]) => ({ ids, at, category }));
const anyServer = fc.array(anyTool, { minLength: 1, maxLength: 6 }).map((tools) =>
  sampleServer(
    'any',
    tools.map(({ ids, at, category }, index) => showing(`tool_${index}`, ids, at, category)),
  ),
);

const spelled = (all: readonly Exposure[]): unknown[] =>
  all.map(({ attack, grounds }) => [
    attack.id,
    grounds.map((ground) => ground.by === 'signal' && ground.evidence),
  ]);

/** The signals an attack asks for that this tool or, where the attack allows it, its server does not show. */
function unmet({ needs }: Attack, grounds: readonly Ground[]): SignalId[][] {
  if (needs.from !== 'signals') return [];
  const ids = grounds.flatMap((ground) => (ground.by === 'signal' ? [ground.evidence.id] : []));
  return needs.legs.filter((leg) => !leg.some((id) => ids.includes(id)));
}

describe('on any server, the attack base', () => {
  const each = (check: (server: CatalogueServer, tool: CatalogueTool, all: Exposure[]) => void): void => {
    const exposuresOf = exposures(attacks);
    fc.assert(
      fc.property(anyServer, (server) => {
        for (const tool of server.tools) check(server, tool, exposuresOf(server, tool));
      }),
      { numRuns: 200 },
    );
  };

  it('links nothing without evidence that stands on that server, one piece of it in the tool itself', () => {
    each((server, tool, all) => {
      for (const { attack, grounds } of all) {
        assert.ok(grounds.length > 0, attack.id);
        assert.deepEqual(unmet(attack, grounds), [], attack.id);
        const owners = grounds.map((ground) => (ground.by === 'signal' ? ground : assert.fail(ground.by)));
        assert.ok(
          owners.some((ground) => ground.tool.slug === tool.slug),
          attack.id,
        );
        for (const ground of owners) {
          const owner = server.tools.find(({ slug }) => slug === ground.tool.slug) ?? assert.fail();
          assert.equal(owner.definition.name, ground.tool.name);
          assert.ok(owner.classification.signals.includes(ground.evidence));
        }
      }
    });
  });

  it('names each attack once, whatever the order in which the attacks are given', () => {
    const backwards = exposures(attacks.toReversed());
    each((server, tool, all) => {
      assert.equal(new Set(all.map(({ attack }) => attack.id)).size, all.length);
      assert.deepEqual(spelled(backwards(server, tool)), spelled(all));
    });
  });

  it('links a tool without signals to nothing', () => {
    each((_server, tool, all) => {
      if (tool.classification.signals.length === 0) assert.deepEqual(all, []);
    });
  });

  it('never links more when a signal is taken away', () => {
    each((server, tool, all) => {
      const signals = tool.classification.signals.slice(1);
      const less = { ...tool, classification: { ...tool.classification, signals } };
      const smaller = { ...server, tools: server.tools.map((other) => (other === tool ? less : other)) };
      const before = new Set(all.map(({ attack }) => attack.id));
      for (const { attack } of exposures(attacks)(smaller, less)) assert.ok(before.has(attack.id), attack.id);
    });
  });
});
