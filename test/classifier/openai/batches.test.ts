import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictKey } from '../../../classifier/ask.ts';
import { namedPrice } from '../../../classifier/judges/openai/price.ts';
import { Spending } from '../../../classifier/judges/openai/spending.ts';
import { answered, refused } from './batch-server.ts';
import { batchSetting, failureOf, tools } from './batch-setting.ts';
import { fails, rates, sends, sheetFor } from './chat-server.ts';
import { toolsOf } from './setting.ts';

describe('a batch', () => {
  it('is made of all questions but the first, and brings a verdict on each tool', async (test) => {
    const { ask, chats, uploads, batches, verdicts, store, said } = await batchSetting(test);
    const { answered: number, unanswered } = await ask();
    assert.equal(number, 40);
    assert.equal(unanswered.size, 0);
    assert.equal(await verdicts(), 40);
    assert.deepEqual(
      chats.map(({ ids }) => ids.length),
      [16],
    );
    assert.deepEqual(
      uploads.map((questions) => questions.map(({ asked }) => asked.ids.length)),
      [[16, 8]],
    );
    assert.ok(uploads[0]?.every(({ asked }) => asked.format === 'json_schema'));
    assert.equal(batches.length, 1);
    assert.deepEqual(await store.openBatches(), []);
    assert.ok(said.some((line) => line.startsWith('Batch batch-0 is in progress')));
  });

  it('is not made when one question is enough, or none is needed', async (test) => {
    const { ask, chats, batches } = await batchSetting(test);
    await ask(true, [toolsOf(3)]);
    await ask(true, [toolsOf(3)]);
    assert.equal(chats.length, 1);
    assert.equal(batches.length, 0);
  });

  it('is sent in the format that the first question was answered in', async (test) => {
    const { ask, uploads } = await batchSetting(test, {
      chat: (asked, response) => {
        const step = asked.format === 'json_schema' ? fails(400, 'unsupported') : undefined;
        if (step) step(asked, response);
        else sends(200, { choices: [{ message: { content: sheetFor(asked) } }] })(asked, response);
      },
    });
    await ask();
    assert.ok(uploads[0]?.every(({ asked }) => asked.format === 'json_object'));
  });

  it('counts what its answers used', async (test) => {
    const spending = new Spending(namedPrice('1,10'), null);
    const usage = { prompt_tokens: 4000, completion_tokens: 700 };
    const { ask } = await batchSetting(
      test,
      { answer: (question) => answered(question, sheetFor(question.asked), usage) },
      { spending },
    );
    await ask();
    const { questions, estimated, input } = spending.spent;
    assert.equal(questions, 3);
    assert.equal(estimated, 1);
    assert.ok(input >= 8000);
  });

  it('holds no more than --max-cost allows, and the run ends there', async (test) => {
    const usage = { prompt_tokens: 4000, completion_tokens: 2000 };
    const spending = new Spending(namedPrice('1000,1000'), 15);
    const { ask, batches, uploads, verdicts } = await batchSetting(
      test,
      {
        chat: rates({}, { usage }),
        answer: (question) => answered(question, sheetFor(question.asked), usage),
      },
      { spending },
    );
    const error = await failureOf(ask());
    assert.match(error.message, /--max-cost 15: \$12\.00 is spent/);
    assert.equal(error.exitCode, 3);
    assert.equal(batches.length, 1);
    assert.equal(uploads[0]?.length, 1);
    assert.equal(await verdicts(), 32);
  });
});

describe('a batch whose answers cannot be used', () => {
  it('is followed by batches of halves, until only the tool that spoils the answer has none', async (test) => {
    const { ask, uploads, verdicts } = await batchSetting(test, {
      answer: (question) =>
        answered(
          question,
          question.asked.question.includes('get_book_39') ? 'No.' : sheetFor(question.asked),
        ),
    });
    const { answered: number, unanswered } = await ask();
    assert.equal(number, 39);
    assert.equal(await verdicts(), 39);
    assert.deepEqual([...unanswered.values()], ['The answer does not have the shape it was asked for.']);
    assert.deepEqual(
      uploads.map((questions) => questions.map(({ asked }) => asked.ids.length)),
      [
        [16, 8],
        [4, 4],
        [2, 2],
        [1, 1],
      ],
    );
  });

  it('ends with reasons when every answer is foreign, doubled or no JSON', async (test) => {
    const lines = ['not json', '{"custom_id":7}', '', '[]', '{"custom_id":"__proto__"}'];
    const { ask, verdicts } = await batchSetting(test, {
      answer: ({ name }) => ({ line: lines[Number(name.slice(1)) % lines.length] ?? '' }),
    });
    const { unanswered } = await ask();
    assert.equal(await verdicts(), 16);
    assert.deepEqual(new Set(unanswered.values()), new Set(['The batch left the question out.']));
    assert.equal(unanswered.size, 24);
  });

  it("takes each question's first answer only", async (test) => {
    const { ask, judge, store } = await batchSetting(test, {
      answer: (question) => {
        const { line } = answered(question, sheetFor(question.asked, { risk: 'Low' }));
        const { line: other } = answered(question, sheetFor(question.asked, { risk: 'High' }));
        return { line: `${JSON.stringify(line)}\n${JSON.stringify(other)}` };
      },
    });
    await ask();
    const last = tools.at(-1);
    assert.ok(last !== undefined);
    const key = verdictKey(judge, last);
    assert.equal((await store.verdicts([key])).get(key)?.risk, 'Low');
  });

  it('leaves for the next run what the endpoint failed on, and halves what it refused', async (test) => {
    const { ask, uploads } = await batchSetting(test, {
      answer: (question) =>
        question.asked.ids.length === 16
          ? refused(question, 500, 'Broken.')
          : question.asked.ids.length > 4
            ? refused(question, 400, 'Too long.')
            : answered(question, sheetFor(question.asked)),
    });
    const { unanswered } = await ask();
    assert.equal(unanswered.size, 16);
    assert.deepEqual(new Set(unanswered.values()), new Set(['The endpoint failed: Broken.']));
    assert.equal(uploads.length, 2);
  });
});
