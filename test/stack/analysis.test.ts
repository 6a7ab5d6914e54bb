import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Decision } from '../../src/model/policy.ts';
import { StackServer } from '../../src/model/stack.ts';
import { analyse } from '../../src/stack/analysis.ts';
import { type Chain, chainsOf, chainState } from '../../src/stack/chains.ts';
import { smallestDenials } from '../../src/stack/denials.ts';
import { combinationIds, combinations, plays } from '../../src/stack/roles.ts';
import { type PlacedTool, toolsOf, uniqueAliases } from '../../src/stack/stack.ts';
import { serverRecord } from '../../src/api/server-record.ts';
import { sampleServer, sampleTool } from '../samples.ts';
import { member, stackTool } from './stacks.ts';

const names = (tools: readonly PlacedTool[]): string[] =>
  tools.map(({ alias, tool }) => `${alias}/${tool.name}`);

const stack = [
  member('web', [stackTool('fetch_page', ['untrusted-content', 'arbitrary-url'], { risk: 'Medium' })]),
  member('mail', [
    stackTool('read_mail', ['private-data', 'untrusted-content'], { risk: 'High', tokens: 300 }),
    stackTool('send_mail', ['sends-message'], { category: 'Write', risk: 'High' }),
  ]),
  member('box', [
    stackTool('write_file', ['local-filesystem'], { category: 'Write', risk: 'Medium' }),
    stackTool('run', ['p:shell-command'], { category: 'Execute', risk: 'Critical' }),
  ]),
  member('dark', null),
];
const found = analyse(stack);

describe('what a stack can do', () => {
  it('counts its tools, their risks and their tokens, and says what is unknown', () => {
    assert.equal(found.tools.length, 5);
    assert.deepEqual(
      found.byRisk.map(({ count }) => count),
      [1, 2, 2, 0, 0],
    );
    assert.equal(found.tokens, 340);
    assert.equal(found.share, 340 / 200_000);
    assert.deepEqual(found.unknown, ['dark']);
    assert.equal(names(found.worst)[0], 'box/run');
  });

  it('finds chains across servers, each link with its tools', () => {
    const linked = found.chains.map(({ id, servers, links }) => [
      id,
      servers,
      links.map(({ tools }) => names(tools)),
    ]);
    assert.deepEqual(linked, [
      [
        'exfiltration',
        ['web', 'mail'],
        [['mail/read_mail', 'web/fetch_page'], ['mail/read_mail'], ['mail/send_mail', 'web/fetch_page']],
      ],
      ['fetch-to-code', ['web', 'mail', 'box'], [['mail/read_mail', 'web/fetch_page'], ['box/run']]],
      ['file-to-shell', ['box'], [['box/write_file'], ['box/run']]],
    ]);
  });

  it('breaks every chain with as few denials as there can be', () => {
    assert.deepEqual(names(found.denials), ['box/run', 'mail/read_mail']);
  });

  it('names the tools that are a chain of their own', () => {
    const [chain] = chainsOf(toolsOf([member('all', [stackTool('do', ['private-data', 'arbitrary-url'])])]));
    assert.deepEqual([chain?.id, names(chain?.alone ?? [])], ['exfiltration', ['all/do']]);
  });

  it('has no chain where a link is missing', () => {
    assert.deepEqual(
      chainsOf(toolsOf([member('a', [stackTool('x', ['private-data']), stackTool('y', ['runs-code'])])])),
      [],
    );
    assert.deepEqual(smallestDenials([]), []);
  });

  it('reads what the API says of a server', () => {
    const server = sampleServer('a', [
      sampleTool({ name: 'x' }, { signals: [{ id: 'runs-code', at: '/name', quote: 'x' }] }),
    ]);
    const read = StackServer.parse(JSON.parse(JSON.stringify(serverRecord(server))));
    assert.deepEqual(
      read.tools?.map((tool) => [tool.name, tool.page, tool.signals]),
      [['x', '/servers/a/x/', [{ id: 'runs-code', quote: 'x' }]]],
    );
    const unknown = StackServer.parse(serverRecord({ ...server, tools: [], inspection: null }));
    assert.equal(unknown.tools, null);
  });
});

const signalSets = [
  'untrusted-content',
  'private-data',
  'returns-secrets',
  'sends-message',
  'runs-code',
  'local-filesystem',
  'arbitrary-url',
];
const arbitraryTools = fc
  .array(fc.tuple(fc.subarray(signalSets), fc.constantFrom('Read' as const, 'Write' as const)), {
    maxLength: 7,
  })
  .map((all) =>
    toolsOf([
      member(
        's',
        all.map(([signals, category], place) => stackTool(`t${place}`, signals, { category })),
      ),
    ]),
  );

/** Whether a set of tools breaks a chain: no way through it is left. */
const isBroken =
  (denied: ReadonlySet<PlacedTool>) =>
  (chain: Chain): boolean =>
    chainState(chain, (tool) => (denied.has(tool) ? 'deny' : 'allow')) === 'broken';

describe('the smallest set of denials', () => {
  it('breaks every chain, and no smaller set does', () => {
    fc.assert(
      fc.property(arbitraryTools, (tools) => {
        const chains = chainsOf(tools);
        const denials = smallestDenials(chains);
        const subsets = Array.from({ length: 2 ** tools.length }, (_, bits) =>
          tools.filter((__, at) => (bits >> at) % 2 === 1),
        );
        const least = Math.min(
          ...subsets.filter((set) => chains.every(isBroken(new Set(set)))).map(({ length }) => length),
        );
        return chains.every(isBroken(new Set(denials))) && denials.length === least;
      }),
    );
  });

  it('never has many unions to try', () => {
    const product = combinationIds.reduce((sum, id) => sum * combinations[id].length, 1);
    assert.ok(product <= 1_000, `${product} unions`);
  });
});

describe('a policy', () => {
  const tools = toolsOf(stack);
  const [exfiltration] = chainsOf(tools);
  assert.ok(exfiltration);
  const stateWith = (decided: Record<string, Decision>) =>
    chainState(exfiltration, ({ tool }) => decided[tool.name] ?? 'allow');

  it('leaves a chain open, asks in it, or breaks it', () => {
    assert.equal(stateWith({}), 'open');
    assert.equal(stateWith({ read_mail: 'ask' }), 'asked');
    assert.equal(stateWith({ read_mail: 'hide' }), 'broken');
    assert.equal(stateWith({ send_mail: 'deny' }), 'open');
    assert.equal(stateWith({ send_mail: 'deny', fetch_page: 'ask' }), 'asked');
  });
});

describe('a role', () => {
  it('is played by what was proved of a tool, never by its name', () => {
    assert.equal(plays(stackTool('exec_shell_send_mail_secrets'), 'shell'), false);
    assert.equal(plays(stackTool('x', ['runs-code', 'browser-control']), 'shell'), false);
    assert.equal(plays(stackTool('x', ['local-filesystem']), 'file-writer'), false);
  });
});

describe('aliases', () => {
  it('are each unlike every other', () => {
    assert.deepEqual(uniqueAliases(['a', 'b', 'a', 'a-2', 'a']), ['a', 'b', 'a-2', 'a-2-2', 'a-3']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'a-2', 'b\n', '__proto__')), (given) => {
        const made = uniqueAliases(given);
        return new Set(made).size === given.length;
      }),
    );
  });
});
