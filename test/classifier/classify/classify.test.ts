import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rulesJudge } from '../../../classifier/judges/rules.ts';
import { shardTexts } from '../../../src/catalogue/write.ts';
import { sampleListing, sampleLive } from '../../samples.ts';
import { completes, fails, rates, rating, type Step } from '../openai/chat-server.ts';
import { settingFor } from '../openai/setting.ts';
import { read, remove, run, storeWith } from './stores.ts';

const judges = (classified: Awaited<ReturnType<typeof run>>): string[] =>
  classified.servers.flatMap(({ tools }) => tools.map(({ classification }) => classification.judge));

describe('classifying by rules', () => {
  it('rates every tool of every server and publishes the same bytes each time', async (test) => {
    const store = await storeWith(test, { shelf: [read, remove], desk: [read] });
    const first = await run(store, rulesJudge);
    const second = await run(store, rulesJudge, '2027-01-01T00:00:00.000Z');
    assert.deepEqual(judges(first), ['rules', 'rules', 'rules']);
    assert.deepEqual(shardTexts(second.servers), shardTexts(first.servers));
  });

  it('gives the same definition the same verdict on every server', async (test) => {
    const { servers } = await run(await storeWith(test, { shelf: [remove], bank: [remove] }), rulesJudge);
    const [one, other] = servers.map(({ tools }) => tools[0]?.classification);
    assert.ok(one !== undefined);
    assert.deepEqual(one, other);
  });
});

describe('publishing a store', () => {
  it('makes one entry of what is one server, and says what a person should look at', async (test) => {
    const store = await storeWith(test, {});
    const repository = 'https://github.com/x/mono';
    const many = Array.from({ length: 151 }, (_, index) => ({ ...read, name: `get_book_${index}` }));
    for (const [name, tools] of Object.entries({ shelf: [read], desk: [read], hall: many })) {
      const live = sampleLive(name, tools);
      await store.saveLive({ ...live, server: { ...live.server, repository } }, []);
    }
    const address = { kind: 'sse', url: 'https://shelf.example/sse' } as const;
    const source = 'official-registry';
    const listings = [
      sampleListing('shelf', { source, name: 'io.x/shelf', remotes: [address] }),
      sampleListing('shelf', { source, name: 'io.y/shelf', packages: [], remotes: [address] }),
    ];
    await store.saveSourcePage(source, listings, { cursor: null, done: true });
    const { servers } = await run(store, rulesJudge);
    assert.deepEqual(
      servers.map(({ id, sources, review }) => [id, sources.length, review]),
      [
        ['npm:desk', 1, [{ reason: 'shared-tools', servers: ['npm:shelf'] }]],
        ['npm:hall', 1, [{ reason: 'many-tools' }]],
        ['npm:shelf', 3, [{ reason: 'shared-tools', servers: ['npm:desk'] }]],
      ],
    );
  });
});

describe('classifying by a model', () => {
  it('asks about each definition once, however many servers have it', async (test) => {
    const { judge, requests } = await settingFor(test, [rates()]);
    const classified = await run(await storeWith(test, { shelf: [read, remove], desk: [read] }), judge);
    assert.equal(requests.flatMap(({ ids }) => ids).length, 2);
    assert.equal(classified.answered, 2);
    assert.deepEqual(judges(classified), ['openai', 'openai', 'openai']);
  });

  it('asks about the same nameless purpose again on another server', async (test) => {
    const { judge, requests } = await settingFor(test, [rates()]);
    await run(await storeWith(test, { shelf: [{ name: 'go' }], desk: [{ name: 'go' }] }), judge);
    assert.equal(requests.flatMap(({ ids }) => ids).length, 2);
  });

  it('never mixes two servers in one question', async (test) => {
    const { judge, requests } = await settingFor(test, [rates()]);
    await run(await storeWith(test, { shelf: [read], desk: [remove] }), judge);
    assert.deepEqual(
      requests.map(({ ids }) => ids),
      [['t0'], ['t0']],
    );
  });

  it('asks nothing again in the next run', async (test) => {
    const { judge, requests } = await settingFor(test, [rates()]);
    const store = await storeWith(test, { shelf: [read, remove] });
    const first = await run(store, judge);
    const second = await run(store, judge);
    assert.equal(requests.length, 1);
    assert.equal(second.answered, 0);
    assert.deepEqual(shardTexts(second.servers), shardTexts(first.servers));
  });

  it('asks again when the definition or the model changes', async (test) => {
    const { judge, requests } = await settingFor(test, [rates()]);
    const other = await settingFor(test, [rates()], { model: 'another-model' });
    const store = await storeWith(test, { shelf: [read] });
    await run(store, judge);
    await store.saveLive(sampleLive('shelf', [{ ...read, description: 'Returns any book.' }]), []);
    await run(store, judge);
    await run(store, other.judge);
    assert.equal(requests.length, 2);
    assert.equal(other.requests.length, 1);
  });

  it('holds the floor against the model', async (test) => {
    const { judge } = await settingFor(test, [rates({ category: 'Read', risk: 'Low' })]);
    const { servers } = await run(await storeWith(test, { shelf: [remove] }), judge);
    assert.equal(servers[0]?.tools[0]?.classification.category, 'Destructive');
  });
});

/** Rates every tool but those whose line holds the word. */
const silentOn = (word: string): Step =>
  completes(({ question, ids }) =>
    question.includes(word) ? 'No.' : JSON.stringify({ tools: ids.map((id) => rating(id)) }),
  );

describe('a tool the model gives no answer on', () => {
  it('is decided by the rules, and a fault of its server says so', async (test) => {
    const { judge } = await settingFor(test, [silentOn('delete_book')]);
    const store = await storeWith(test, { shelf: [read, remove] });
    const classified = await run(store, judge);
    assert.deepEqual(judges(classified), ['rules', 'openai']);
    assert.equal(classified.unanswered.size, 1);
    const [fault] = classified.servers[0]?.faults ?? [];
    assert.equal(fault?.kind, 'unjudged');
    assert.equal(fault.stage, 'judge');
    assert.match(fault.cause, /^1 of 2 tools: /);
    assert.deepEqual((await store.server('npm:shelf'))?.faults, [fault]);
  });

  it('keeps the date of a fault that comes again, so that nothing changes', async (test) => {
    const { judge } = await settingFor(test, [silentOn('delete_book')]);
    const store = await storeWith(test, { shelf: [read, remove] });
    const first = await run(store, judge);
    const second = await run(store, judge, '2027-01-01T00:00:00.000Z');
    assert.deepEqual(shardTexts(second.servers), shardTexts(first.servers));
  });

  it('is asked about again, and the fault goes when an answer comes', async (test) => {
    const store = await storeWith(test, { shelf: [remove] });
    await run(store, (await settingFor(test, [silentOn('delete_book')])).judge);
    const { servers } = await run(store, (await settingFor(test, [rates()])).judge);
    assert.deepEqual(servers[0]?.faults, []);
  });
});

describe('a run that the endpoint ends', () => {
  it('keeps the answer on one half of a question when the other half meets the end', async (test) => {
    const store = await storeWith(test, { shelf: [read, remove] });
    const slow: Step = (asked, response) => {
      setTimeout(() => {
        rates()(asked, response);
      }, 50);
    };
    const { judge } = await settingFor(test, [
      completes(() => '', { finish_reason: 'length' }),
      slow,
      fails(401, 'invalid_api_key'),
    ]);
    await assert.rejects(run(store, judge), /refuses the key/);
    const { judge: next, requests } = await settingFor(test, [rates()]);
    await run(store, next);
    assert.equal(requests.flatMap(({ ids }) => ids).length, 1);
  });

  it('keeps every answer that came, and the next run asks only about the rest', async (test) => {
    const tools = Array.from({ length: 40 }, (_, index) => ({
      name: `get_${index}`,
      description: `Returns item ${index}.`,
    }));
    const store = await storeWith(test, { shelf: tools });
    const broke = await settingFor(test, [rates(), fails(429, 'insufficient_quota')]);
    await assert.rejects(run(store, broke.judge), /no credit is left/);
    const solvent = await settingFor(test, [rates()]);
    const classified = await run(store, solvent.judge);
    const saved = 40 - classified.answered;
    assert.ok(saved > 0, 'the first batch was saved');
    assert.equal(solvent.requests.flatMap(({ ids }) => ids).length, classified.answered);
  });
});
