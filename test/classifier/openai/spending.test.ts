import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { askMissing } from '../../../classifier/ask.ts';
import { namedPrice } from '../../../classifier/judges/openai/price.ts';
import { Spending } from '../../../classifier/judges/openai/spending.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import { exitCodes, UserError } from '../../../src/terminal/command.ts';
import { fails, rates, sends, type Step } from './chat-server.ts';
import { settingFor, toolsOf } from './setting.ts';

/** A thousand dollars for a million tokens: one token is a tenth of a cent. */
const dear = namedPrice('1000,1000');
const used = (prompt: number, completion: number, more: Record<string, unknown> = {}): Step =>
  rates({}, { usage: { prompt_tokens: prompt, completion_tokens: completion, ...more } });

async function spentOn(test: TestContext, steps: readonly Step[], timeout = 5000) {
  const spending = new Spending(namedPrice('1,10'), null);
  const { judge } = await settingFor(test, steps, { spending, timeout, retries: 0 });
  await judge.judge(toolsOf(1));
  return spending.spent;
}

describe('what answers used', () => {
  it('is counted as the endpoint says', async (test) => {
    const spent = await spentOn(test, [used(2000, 100)]);
    assert.deepEqual(spent, {
      questions: 1,
      estimated: 0,
      input: 2000,
      cached: 0,
      written: 0,
      output: 100,
      cost: 0.003,
    });
  });

  it('counts thinking as output where only the total tells of it', async (test) => {
    const { output } = await spentOn(test, [used(2000, 100, { total_tokens: 2600 })]);
    assert.equal(output, 600);
  });

  it('says how much of the question came from a cache, and never more than the question', async (test) => {
    const { cached, written } = await spentOn(test, [
      used(2000, 100, { prompt_tokens_details: { cached_tokens: 1500, cache_write_tokens: 9999 } }),
    ]);
    assert.equal(cached, 1500);
    assert.equal(written, 500);
  });

  it('counts answers that cannot be used, because they are paid', async (test) => {
    const garbage = sends(200, {
      choices: [{ finish_reason: 'stop', message: { content: 'No.' } }],
      usage: { prompt_tokens: 1000, completion_tokens: 10 },
    });
    const { questions, input } = await spentOn(test, [garbage, used(1000, 100)]);
    assert.equal(questions, 2);
    assert.equal(input, 2000);
  });

  it('is estimated where the endpoint does not say, or says nonsense', async (test) => {
    for (const step of [rates(), used(-1, 5), used(Infinity, 5)]) {
      const { estimated, input, output, cost } = await spentOn(test, [step]);
      assert.equal(estimated, 1);
      assert.ok(input > 1000 && output > 0 && cost !== null && cost > 0);
    }
  });

  it('is estimated for an answer that never came, because it may be paid', async (test) => {
    const { estimated, output } = await spentOn(test, [() => undefined], 100);
    assert.equal(estimated, 1);
    assert.ok(output > 0);
  });

  it('is nothing for a question that the endpoint refused', async (test) => {
    const { questions, cost } = await spentOn(test, [fails(500, 'broken')]);
    assert.equal(questions, 0);
    assert.equal(cost, 0);
  });

  it('has no cost when no price is known', () => {
    assert.equal(new Spending(null, null).spent.cost, null);
  });
});

describe('a most that may be spent', () => {
  it('ends the run before the question that would pass it, and keeps every answer', async (test) => {
    const spending = new Spending(dear, 20);
    const { judge, requests } = await settingFor(test, [used(3000, 200)], { spending });
    const store = await openStore(':memory:');
    test.after(async () => {
      await store.close();
    });
    const asking = { store, judge, progress: () => undefined };
    const groups = Array.from({ length: 20 }, (_, index) => toolsOf(index + 1).slice(index));
    const stopped: unknown = await askMissing(asking, groups).catch((reason: unknown) => reason);
    assert.ok(stopped instanceof UserError);
    assert.equal(stopped.exitCode, exitCodes.costReached);
    assert.match(stopped.message, /--max-cost 20: \$\d+\.\d\d is spent\. What was judged is saved/);
    const { cost, questions } = spending.spent;
    assert.ok(cost !== null && cost <= 20);
    assert.equal(requests.length, questions);
    assert.ok(questions >= 4);

    const richer = await settingFor(test, [used(3000, 200)]);
    const rest = await askMissing({ ...asking, judge: richer.judge }, groups);
    assert.equal(rest.answered, 20 - questions);
  });

  it('asks nothing at all when the first question would pass it', async (test) => {
    const spending = new Spending(dear, 0.5);
    const { judge, requests } = await settingFor(test, [rates()], { spending });
    await assert.rejects(judge.judge(toolsOf(1)), /\$0\.00 is spent/);
    assert.equal(requests.length, 0);
  });

  it('lets the first question go alone, so that the price of an answer is known', async (test) => {
    const atFirst = Promise.withResolvers<number>();
    const slow: Step = (asked, response) => {
      setTimeout(() => {
        atFirst.resolve(requests.length);
        used(3000, 200)(asked, response);
      }, 50);
    };
    const spending = new Spending(dear, 1000);
    const { judge, requests } = await settingFor(test, [slow, used(3000, 200)], { spending });
    await judge.judge(toolsOf(16 * 4));
    assert.equal(await atFirst.promise, 1);
    assert.equal(requests.length, 4);
  });

  it('expects answers as long as the longest so far', () => {
    const spending = new Spending(dear, null);
    const before = spending.costOf({ input: 1000, tools: 2 });
    spending.count({ input: 1000, cached: 0, written: 0, output: 9000 }, { input: 1000, tools: 1 }, false);
    assert.ok(before < 2);
    assert.equal(spending.costOf({ input: 1000, tools: 2 }), 19);
  });

  it('is never passed by answers that are no longer than those before them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ input: fc.nat(5000), tools: fc.integer({ min: 1, max: 16 }) }), {
          minLength: 1,
        }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        async (demands, most) => {
          const spending = new Spending(dear, most);
          const ask = async (demand: (typeof demands)[number]): Promise<void> => {
            const reserved = await spending.reserve(demand);
            await Promise.resolve();
            spending.count({ ...spending.expects(demand) }, demand, false);
            spending.settle(reserved);
          };
          await Promise.allSettled(demands.map(ask));
          assert.ok((spending.spent.cost ?? 0) <= most);
        },
      ),
    );
  });
});
