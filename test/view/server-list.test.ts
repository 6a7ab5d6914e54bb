import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serverCard } from '../../src/view/server-card.ts';
import { serverListPage, serverLists } from '../../src/view/server-list.ts';
import { firstOf } from '../pieces.ts';
import { sampleRemoteVisit, sampleServer, sampleTool } from '../samples.ts';
import { namedRow } from '../../src/view/server-row.ts';

const url = 'https://tools.example/mcp';
const remote = { kind: 'streamable-http', url } as const;
const at = '2026-03-01T00:00:00.000Z';
const critical = sampleTool(
  { name: 'wipe', annotations: { readOnlyHint: true } },
  { category: 'Destructive', risk: 'Critical' },
);
const looks = ['a', 'b', 'c'].map((name) => sampleTool({ name }));

const servers = [
  sampleServer('mild', looks),
  sampleServer('grave', [critical]),
  sampleServer('asked', [...looks, critical], {
    remotes: [remote],
    inspection: sampleRemoteVisit(url),
    reachability: [{ state: 'listed', remote, at }],
  }),
  sampleServer('shut', [], {
    remotes: [remote],
    inspection: null,
    reachability: [{ state: 'needs-payment', remote, at }],
  }),
  sampleServer('empty'),
];
const lists = serverLists(servers.map(namedRow));
const names = (order: string, filter: string | null) =>
  lists.find((list) => list.order === order && list.filter === filter)?.entries.map(({ name }) => name);

describe('lists of servers', () => {
  it('come by name, by risk and by number of tools, what is unknown last', () => {
    assert.deepEqual(names('name', null), ['asked', 'empty', 'grave', 'mild', 'shut']);
    assert.deepEqual(names('risk', null)?.slice(0, 3), ['asked', 'grave', 'mild']);
    assert.deepEqual(names('tools', null), ['asked', 'mild', 'grave', 'empty', 'shut']);
  });

  it('are filtered by how the tools are known and by what addresses answer', () => {
    assert.deepEqual(names('name', 'started'), ['empty', 'grave', 'mild']);
    assert.deepEqual(names('name', 'asked'), ['asked']);
    assert.deepEqual(names('name', 'unknown'), ['shut']);
    assert.deepEqual(names('risk', 'remote-needs-payment'), ['shut']);
    assert.equal(names('name', 'heard'), undefined);
  });

  it('have an address and a title of their own each, and none where a server could stand', () => {
    assert.equal(new Set(lists.map(({ path }) => path)).size, lists.length);
    assert.equal(new Set(lists.map(({ title }) => title)).size, lists.length);
    assert.ok(lists.every(({ path }) => path === '/servers/' || path.startsWith('/server-list/')));
  });

  it('lead to the same servers in other orders and to other servers in the same order', () => {
    const [list] = lists;
    assert.ok(list);
    const page = serverListPage(firstOf(list), lists);
    assert.deepEqual(
      page.orders.map(({ label, list: other, isHere }) => [label, other.path, isHere]),
      [
        ['Name', '/servers/', true],
        ['Risk', '/server-list/risk/', false],
        ['Number of tools', '/server-list/tools/', false],
      ],
    );
    assert.deepEqual(
      page.known.map(({ label, list: other }) => [label, other.entries.length]),
      [
        ['All', 5],
        ['started here', 3],
        ['asked at its address', 1],
        ['not known yet', 1],
      ],
    );
    assert.deepEqual(
      page.remotes.map(({ label }) => label),
      ['lists its tools', 'needs a payment'],
    );
  });

  it('never show what is unknown as none', () => {
    const shut = lists[0]?.entries.find(({ name }) => name === 'shut');
    assert.deepEqual([shut?.tools, shut?.risk], [null, 'Unknown']);
    const empty = lists[0]?.entries.find(({ name }) => name === 'empty');
    assert.deepEqual([empty?.tools, empty?.risk], [0, null]);
  });
});

describe('the card of a server in a comparison', () => {
  it('has the same terms in the same order for every server', () => {
    const terms = servers.map((server) => serverCard(server).facts.map(([term]) => term));
    for (const its of terms) assert.deepEqual(its, terms[0]);
  });

  it('says what the tools can do, what we recommend and what contradicts', () => {
    const [, grave] = servers;
    assert.ok(grave);
    const card = serverCard(grave);
    const facts = Object.fromEntries(card.facts);
    assert.deepEqual([card.risk, card.bars], ['Critical', 4]);
    assert.equal(facts['By risk'], '1 Critical');
    assert.equal(facts['What we recommend'], '1 hide');
    assert.equal(facts['Hints that contradict'], '1');
    assert.equal(facts['Signals seen most'], 'none');
  });

  it('says unknown of every tool fact when nobody has listed the tools', () => {
    const shut = servers.find(({ name }) => name === 'shut');
    assert.ok(shut);
    const { risk, facts } = serverCard(shut);
    assert.equal(risk, 'Unknown');
    assert.equal(facts.filter(([, text]) => text === 'unknown').length, 7);
    assert.equal(Object.fromEntries(facts)['Remote addresses'], '1 address: needs a payment');
  });
});
